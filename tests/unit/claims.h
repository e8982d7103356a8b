/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* claims.h - looking claims up in tests of sources. */
#ifndef BL_TESTS_CLAIMS_H
#define BL_TESTS_CLAIMS_H

#include "page_of.h"

/* The claim of field that a source made after skip others; NULL where there is none. */
static inline const bl_claim *
claim_of(const bl_evidence *e, bl_field field, byline_source source, size_t skip)
{
    for (size_t i = 0; i < e->claims[field].count; i++)
        if (e->claims[field].at[i].source == source && skip-- == 0)
            return &e->claims[field].at[i];
    return NULL;
}

#define assert_claim(e, field, source, skip, literal)                                                        \
    do {                                                                                                     \
        const bl_claim *claim_ = claim_of((e), BL_FIELD_##field, BYLINE_SOURCE_##source, (skip));            \
        assert_non_null(claim_);                                                                             \
        assert_span_equal(claim_->value, literal);                                                           \
    } while (0)

#define assert_no_claim(e, field, source, skip)                                                              \
    assert_null(claim_of((e), BL_FIELD_##field, BYLINE_SOURCE_##source, (skip)))

#endif
