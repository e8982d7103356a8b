/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* url.h - addresses: resolving them, taking them apart, comparing them. */
#ifndef BL_EVIDENCE_URL_H
#define BL_EVIDENCE_URL_H

#include "evidence/evidence.h"

typedef struct bl_url {
    bl_span scheme;
    bl_span host;
    bl_span path;  /* with its leading slash; empty is none */
    bl_span query; /* without the question mark */
} bl_url;

/* Take an absolute http(s) URL apart; false where it is none. */
bool bl_url_split(bl_span text, bl_url *url);

/* Do both name one page? Scheme, "www.", query, fragment and a slash at the end do not count. */
bool bl_url_same_page(bl_span a, bl_span b);

/* Without leading "www.", "m.", "amp.", "mobile.". */
bl_span bl_url_bare_host(bl_span host);

/* The same site: equal bare hosts, or one a subdomain of the other. */
bool bl_url_same_site(bl_span a, bl_span b);

/* relative against base, both may be anything; empty where that gives no http(s) URL. In arena. */
bl_span bl_url_resolve(bl_arena *arena, bl_span base, bl_span relative);

/* Find what relative addresses are resolved against: the base element, the caller's URL, the canonical one.
 */
void bl_base_find(bl_evidence *evidence);

#endif
