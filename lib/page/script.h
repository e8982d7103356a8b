/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* script.h - scripts that hold the state of an application. */
#ifndef BL_PAGE_SCRIPT_H
#define BL_PAGE_SCRIPT_H

#include "base/span.h"

/* How a script begins that pushes a piece of a streamed state. */
#define BL_STATE_PUSH BL_SPAN("self.__next_f.push(")
/* How one goes on, behind its "=", that has its state as JSON inside a string. */
#define BL_STATE_PARSE BL_SPAN("JSON.parse(\"")

/* Does a script of no type that says so push a state, or assign one: window.__STATE__ = {...? */
bool bl_script_has_state(bl_span script);

#endif
