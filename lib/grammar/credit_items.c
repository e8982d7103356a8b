/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
#include "grammar/credit_items.h"

#include "base/unicode.h"
#include "grammar/credit_names.h"

/* What stands behind a label that is not listed is passed over up to so many tokens. */
#define UNKNOWN_LABEL_MOST 8

/* Characters of a name that is written without a space. */
#define UNSPACED_NAME_MOST 6
#define LABELLED_NAME_MOST 3

/* One reading of a run of tokens. */
typedef struct reading {
    const bl_tokens *tokens;
    size_t i;
    size_t to;
    bl_items_mode mode;
    bl_items *items;
    uint8_t role;       /* of the next person */
    char separator;     /* since the last item */
    bool via;           /* the next agency passed the work on */
    bool courtesy;      /* who comes next gave the picture and did not take it */
    bool named;         /* this chain has named somebody already */
    bool person_named;  /* and it was a person */
    bool labelled;      /* "Foto:", "editing by" */
    bool houses_only;   /* "Source:" names no persons */
    bool person_before; /* the last item is a person */
    size_t from;
} reading;

static const bl_token *
peek(const reading *r, size_t i)
{
    static const bl_token none = {0};
    return i < r->to ? &r->tokens->at[i] : &none;
}

static void
add_item(reading *r, bl_item_type type, size_t from, size_t to)
{
    bl_items *items = r->items;
    if (items->count == BL_ITEMS_MOST) {
        items->bad += BL_ITEMS_MOST;
        return;
    }
    items->at[items->count++] = (bl_item){type, r->role, 0, (uint32_t)from, (uint32_t)to};
    r->person_before = type == BL_ITEM_PERSON;
    r->separator = 0;
}

/* Does this word end a run of name words that began at from? */
static bool
breaks_run(const reading *r, size_t from, size_t i)
{
    const bl_token *t = peek(r, i), *next = peek(r, i + 1);
    uint32_t kinds = bl_kinds(t);
    if (!kinds)
        return false;
    bool lower = t->shape & (BL_SHAPE_LOWER | BL_SHAPE_UNCASED);
    if (kinds & (BL_WORD_NOISE | BL_WORD_RIGHTS | BL_WORD_LICENSE | BL_WORD_CONTRIBUTED))
        return true;
    if (kinds & BL_WORD_SUFFIX)
        return true;
    if (kinds & BL_WORD_COURTESY && bl_may_begin_name(next))
        return true;
    if (kinds & BL_WORD_VIA && (kinds == BL_WORD_VIA || (lower && next->type == 'a')))
        return true;
    if (lower && kinds & BL_WORD_FOR && bl_may_begin_name(next))
        return true;
    if (kinds & (BL_WORD_PHOTO | BL_WORD_ROLE | BL_WORD_SOURCE)) {
        uint8_t role;
        bool weak;
        if (bl_label_at(r->tokens, i, r->to, r->mode, &role, &weak) && !weak)
            return true;
    }
    if (kinds & BL_WORD_MARK && t->letters >= 4 && (next->type != 'w' || i == from))
        return true;
    if (lower && kinds & BL_WORD_AND && bl_may_begin_name(next)) {
        bool either = kinds & (BL_WORD_PARTICLE | BL_WORD_STOP) && t->letters < 3;
        if (!either || next->type == 'a')
            return true;
        return i - from >= 2 && peek(r, i + 2)->type == 'w' && peek(r, i + 2)->shape & BL_SHAPE_UPPER;
    }
    if (r->mode == BL_ITEMS_CONTRIBUTION && lower && kinds & (BL_WORD_IN | BL_WORD_OUTLET) &&
        !(kinds & BL_WORD_PARTICLE) && bl_may_begin_name(next))
        return true;
    if (kinds & BL_WORD_STAFF && lower && i > from)
        return true;
    return r->mode != BL_ITEMS_PHOTO && lower && kinds & BL_WORD_OUTLET && !(kinds & BL_WORD_PARTICLE) &&
           bl_may_begin_name(next) && bl_name_class(r->tokens, from, i) == BL_NAME_PERSON;
}

/* May a name of one word be a person here? Contributors of stock archives go by handles. */
static bool
is_handle_place(const reading *r, size_t from, size_t to)
{
    const bl_token *word = peek(r, from);
    if (word->shape & (BL_SHAPE_CAPITALS | BL_SHAPE_DOTTED | BL_SHAPE_HANDLE) || r->named)
        return false;
    bool odd = word->shape & (BL_SHAPE_LOWER | BL_SHAPE_DIGIT) || to - from > 1;
    for (size_t i = to; i < r->to && i < to + 8; i++) {
        const bl_token *t = peek(r, i);
        if (odd && i > to && t->type == 'w' && t->shape & BL_SHAPE_UPPER && !t->word)
            continue; /* a collection of the archive: "somebody / Moment / Stock" */
        if (t->type == 'a')
            return t->agency->kind == BYLINE_AGENCY_STOCK ||
                   (t->agency->kind == BYLINE_AGENCY_PHOTO && !r->items->agencies);
        if (t->type == '(' || (t->type == 'w' && !bl_token_is(t, BL_WORD_VIA | BL_WORD_OF | BL_WORD_MARK)))
            break;
    }
    const bl_item *last = r->items->count ? &r->items->at[r->items->count - 1] : NULL;
    return last && last->type == BL_ITEM_AGENCY &&
           r->tokens->at[last->from].agency->kind == BYLINE_AGENCY_STOCK;
}

/* The first name of a chain took the picture; later ones published it, unless a comma lists them. */
static bool
may_be_person(const reading *r)
{
    if (r->courtesy || r->houses_only || (r->via && r->mode == BL_ITEMS_PHOTO))
        return false;
    if (r->mode != BL_ITEMS_PHOTO)
        return true;
    return !r->person_named || (r->person_before && strchr(",&;+\"", r->separator) && r->separator);
}

/* Behind a label, two or three characters without a space are a Chinese or Korean name. */
static bool
is_short_name(const reading *r, size_t from)
{
    const bl_token *t = peek(r, from);
    return r->labelled && t->shape & BL_SHAPE_IDEOGRAPH && t->letters >= 2 &&
           t->letters <= LABELLED_NAME_MOST && may_be_person(r);
}

static bool
is_named_before(const reading *r, size_t from, size_t to)
{
    bl_span name = bl_token_span(r->tokens, from, to);
    for (size_t i = 0; i < r->items->count; i++) {
        const bl_item *item = &r->items->at[i];
        if (item->type == BL_ITEM_PERSON &&
            bl_span_equal(bl_token_span(r->tokens, item->from, item->to), name))
            return true;
    }
    return false;
}

static bool
is_year(const bl_token *t)
{
    return t->type == 'w' && t->letters >= 4 && t->shape & BL_SHAPE_DIGIT &&
           !(t->shape & (BL_SHAPE_UPPER | BL_SHAPE_LOWER | BL_SHAPE_UNCASED)) &&
           (t->letters == 4 || t->shape & BL_SHAPE_HYPHEN);
}

static void
take_name(reading *r, size_t from, size_t to)
{
    bl_items *items = r->items;
    bool was_named = r->named;
    const bl_token *first = peek(r, from);
    if (first->shape & BL_SHAPE_DIGIT &&
        !(first->shape & (BL_SHAPE_UPPER | BL_SHAPE_LOWER | BL_SHAPE_UNCASED | BL_SHAPE_DOTTED)) &&
        to - from == 1) {
        r->separator = 0; /* a bare number */
        return;
    }
    if (bl_token_is(first, BL_WORD_DATE) && to - from >= 2 && peek(r, from + 1)->shape & BL_SHAPE_DIGIT)
        return;
    if (r->items->copyright && !r->items->agencies && to - from > 1 && is_year(peek(r, to - 1)))
        r->items->rights++;
    bl_name_kind class = bl_name_class(r->tokens, from, to);
    if (class == BL_NAME_NONE) {
        items->bad++;
        r->separator = 0;
        return;
    }
    if (is_named_before(r, from, to)) {
        r->separator = 0;
        return;
    }
    bool single = class == BL_NAME_WORD && (is_handle_place(r, from, to) || is_short_name(r, from));
    bool person = class == BL_NAME_PERSON ? may_be_person(r) : single;
    if (person) {
        items->persons++;
        add_item(r, BL_ITEM_PERSON, from, to);
    } else {
        items->others++;
        items->houses += class == BL_NAME_HOUSE;
        items->singles += class == BL_NAME_WORD;
        add_item(r, BL_ITEM_OTHER, from, to);
    }
    r->named = was_named || !r->courtesy;
    r->person_named |= person;
}

/* A run of words: a mark, a name, or what no credit holds. */
static void
take_words(reading *r)
{
    size_t from = r->i, to = from;
    do {
        to++;
    } while (to < r->to && peek(r, to)->type == 'w' && !breaks_run(r, from, to));
    while (to < r->to && peek(r, to)->type == '&' && peek(r, to + 1)->type == 'w' &&
           to - from < 3) /* "Smith & Sons" */
        to += 2;
    r->i = to;
    const bl_token *t = peek(r, from);
    if (peek(r, to)->type == ':' && to < r->to &&
        !bl_token_is(t, BL_WORD_MARK)) { /* "Published: 4.4.18": a label that is not listed */
        r->items->bad += r->mode == BL_ITEMS_PHOTO || !r->items->count || r->to - to > UNKNOWN_LABEL_MOST;
        while (r->i < r->to && !strchr(";|", peek(r, r->i)->type))
            r->i++;
        return;
    }
    if (to - from == 1 && bl_token_is(t, BL_WORD_MARK)) {
        r->items->marks |= t->word->marks;
        r->houses_only |= (t->word->marks & BYLINE_MARK_HANDOUT) != 0;
        return;
    }
    if (r->mode == BL_ITEMS_SOURCE && to - from == 1 && bl_is_initials(t, false)) {
        r->items->editors++;
        add_item(r, BL_ITEM_EDITOR, from, to);
        return;
    }
    const bl_token *after = peek(r, to);
    if (after->type == 'w' && bl_token_is(after, BL_WORD_SUFFIX)) {
        r->i++;
        bool took = after->word->role == BYLINE_ROLE_PHOTOGRAPHER;
        bool short_name = to - from == 1 && t->shape & BL_SHAPE_IDEOGRAPH && t->letters >= 2 &&
                          t->letters <= UNSPACED_NAME_MOST;
        bool named = took && (short_name || bl_name_class(r->tokens, from, to) == BL_NAME_PERSON);
        r->items->suffixes++;
        add_item(r, named ? BL_ITEM_PERSON : BL_ITEM_OTHER, from, to);
        r->items->persons += named;
        r->items->others += !named;
        return;
    }
    take_name(r, from, to);
}

/* After "for", "of", "in": everything up to the next mark of punctuation. */
static size_t
take_tail(reading *r, bl_item_type type, const char *ends)
{
    size_t from = ++r->i;
    while (r->i < r->to && !strchr(ends, peek(r, r->i)->type)) {
        const bl_token *t = peek(r, r->i);
        if (r->i > from && t->type == 'w' && t->shape & BL_SHAPE_LOWER &&
            bl_token_is(t, BL_WORD_AND | BL_WORD_CONTRIBUTED | BL_WORD_VIA))
            break;
        r->i++;
    }
    if (r->i > from)
        add_item(r, type, from, r->i);
    return r->i - from;
}

static void
start_chain(reading *r, uint8_t role)
{
    r->role = role;
    r->named = r->via = r->courtesy = r->person_before = r->person_named = r->houses_only = false;
    r->separator = 0;
    r->labelled = false;
}

static bool
take_label(reading *r)
{
    uint8_t role;
    bool weak;
    size_t n = bl_label_at(r->tokens, r->i, r->to, r->mode, &role, &weak);
    if (!n)
        return false;
    const bl_token *t = peek(r, r->i), *next = peek(r, r->i + n);
    const bl_token *before = r->i > r->from ? peek(r, r->i - 1) : NULL;
    bool opens = !before || strchr("(.;|c-+/", before->type) ||
                 (before->type == ':' && bl_token_is(t, BL_WORD_BY)) || t->shape & BL_SHAPE_JOINT ||
                 (before->type == 'w' && bl_token_is(before, BL_WORD_PHOTO));
    if (weak && r->mode == BL_ITEMS_PHOTO && !bl_token_is(t, BL_WORD_PHOTO | BL_WORD_COURTESY))
        return false;
    if (weak && (!opens || !(bl_may_begin_name(next) || strchr("(\",", next->type))))
        return false;
    bool again = before && before->type == ':' && bl_token_is(t, BL_WORD_BY);
    if (weak && bl_token_is(t, BL_WORD_ROLE | BL_WORD_BY | BL_WORD_SOURCE) &&
        !bl_token_is(t, BL_WORD_PHOTO) && before && !again)
        return false;
    if (weak)
        r->items->weak_labels++;
    else
        r->items->labels++;
    if (bl_token_is(t, BL_WORD_ROLE) && !bl_token_is(t, BL_WORD_PHOTO))
        r->items->roles++;
    if (t->word->marks)
        r->items->marks |= t->word->marks;
    start_chain(r, role);
    r->labelled = !weak && !bl_token_is(t, BL_WORD_SOURCE);
    r->courtesy =
        bl_token_is(t, BL_WORD_COURTESY) || (n > 1 && bl_token_is(peek(r, r->i + n - 1), BL_WORD_COURTESY));
    r->houses_only = r->mode == BL_ITEMS_SOURCE && bl_token_is(t, BL_WORD_SOURCE) &&
                     !bl_token_is(t, BL_WORD_BY | BL_WORD_PHOTO);
    if (r->courtesy) {
        r->items->vias++;
        r->items->marks |= BYLINE_MARK_COURTESY;
    }
    r->i += n;
    return true;
}

static void
take_agency(reading *r)
{
    const bl_token *t = peek(r, r->i);
    bl_items *items = r->items;
    if (strcmp(t->agency->id, "pool") == 0) {
        items->marks |= BYLINE_MARK_POOL;
        r->i++;
        return;
    }
    bool seen = false;
    for (size_t i = 0; i < items->count; i++)
        seen |= items->at[i].type == BL_ITEM_AGENCY && r->tokens->at[items->at[i].from].agency == t->agency;
    size_t from = r->i++;
    bool staff = false;
    while (r->mode != BL_ITEMS_PHOTO && bl_token_is(peek(r, r->i), BL_WORD_STAFF) &&
           peek(r, r->i)->type == 'w') {
        staff = true;
        items->staff++;
        r->i++;
    }
    const bl_token *behind = peek(r, r->i);
    if (behind->type == 'w' && bl_token_is(behind, BL_WORD_SUFFIX) &&
        behind->word->role == BYLINE_ROLE_ORGANIZATION) {
        items->suffixes++; /* "AA tarafindan servis edilmistir" */
        while (r->i < r->to && peek(r, r->i)->type == 'w')
            r->i++;
    }
    if (seen)
        return;
    char before = r->separator;
    add_item(r, BL_ITEM_AGENCY, from, from + 1);
    items->at[items->count - 1].relation = (uint8_t)(staff    ? BYLINE_RELATION_STAFF
                                                     : r->via ? BYLINE_RELATION_DISTRIBUTOR
                                                              : BYLINE_RELATION_SOURCE);
    items->agencies++;
    r->separator = staff ? before : 0;
    r->via = false;
    if (r->mode != BL_ITEMS_PHOTO && peek(r, r->i)->type == 'w' && bl_token_is(peek(r, r->i), BL_WORD_IN) &&
        peek(r, r->i)->shape & BL_SHAPE_LOWER)
        take_tail(r, BL_ITEM_PLACE, ",;.()/|");
}

/* One word or phrase that says how the names around it belong together; false where it is a name itself. */
static bool
take_connector(reading *r)
{
    const bl_token *t = peek(r, r->i), *next = peek(r, r->i + 1);
    uint32_t kinds = bl_kinds(t);
    bl_items *items = r->items;
    bool lower = t->shape & (BL_SHAPE_LOWER | BL_SHAPE_UNCASED);
    if (!kinds)
        return false;
    if (kinds & BL_WORD_SUFFIX && t->shape & BL_SHAPE_IDEOGRAPH && next->type == 'w') {
        r->i++; /* "reporter" before the name */
    } else if (kinds & BL_WORD_RIGHTS) {
        items->rights++;
        r->i++;
    } else if (kinds & BL_WORD_NOISE && !(kinds & BL_WORD_MARK)) {
        r->i = r->to;
    } else if (kinds & BL_WORD_LICENSE && !(kinds & BL_WORD_MARK && next->type != 'w')) {
        size_t from = r->i++;
        while (r->i < r->to && !strchr(",;|()", peek(r, r->i)->type))
            r->i++;
        items->licenses++;
        add_item(r, BL_ITEM_LICENSE, from, r->i);
    } else if (kinds & BL_WORD_CONTRIBUTED) {
        items->contributed++;
        r->i = r->to;
    } else if (kinds & BL_WORD_GENERIC && (r->mode != BL_ITEMS_PHOTO || r->i == r->from) &&
               (next->type != 'w' || bl_token_is(next, BL_WORD_AND))) {
        items->generic = true;
        r->i++;
    } else if (kinds & BL_WORD_FROM && r->mode != BL_ITEMS_PHOTO) {
        items->roles++;
        start_chain(r, BYLINE_ROLE_CONTRIBUTOR);
        r->i++;
    } else if (kinds & BL_WORD_WITH && r->mode != BL_ITEMS_PHOTO &&
               (next->type == 'a' || bl_token_is(next, BL_WORD_GENERIC))) {
        items->vias++;
        r->i++;
    } else if (kinds & BL_WORD_VIA && ((lower && next->type == 'a') || kinds == BL_WORD_VIA)) {
        items->vias++;
        r->via = true;
        r->i++;
    } else if (lower && kinds & BL_WORD_FOR && bl_may_begin_name(next) && (items->count || r->named)) {
        take_tail(r, BL_ITEM_CLIENT, ",;|()/.");
    } else if (lower && kinds & BL_WORD_OUTLET && r->mode != BL_ITEMS_PHOTO && r->person_before &&
               bl_may_begin_name(next) && !r->separator) {
        take_tail(r, BL_ITEM_OUTLET, ",;|()/.");
    } else if (lower && kinds & BL_WORD_IN && r->mode == BL_ITEMS_CONTRIBUTION && bl_may_begin_name(next) &&
               r->person_before) {
        size_t before = items->count;
        take_tail(r, BL_ITEM_PLACE, ",;|()/");
        /* "in Springfield, Ohio, and" */
        if (items->count > before && peek(r, r->i)->type == ',' && peek(r, r->i + 1)->type == 'w' &&
            peek(r, r->i + 2)->type == ',') {
            items->at[before].to = (uint32_t)(r->i + 2);
            r->i += 2;
        }
        r->person_before = true;
    } else if (lower && kinds & BL_WORD_AND &&
               (bl_may_begin_name(next) || bl_token_is(next, BL_WORD_GENERIC))) {
        r->separator = '&';
        r->i++;
    } else if (lower && kinds & BL_WORD_OF &&
               (next->type == 'a' || (bl_may_begin_name(next) && items->count &&
                                      items->at[items->count - 1].type == BL_ITEM_AGENCY))) {
        r->i++;
    } else if (kinds & BL_WORD_STAFF && (lower || r->person_before || items->agencies) &&
               r->mode != BL_ITEMS_PHOTO) {
        items->staff++;
        r->i++;
    } else if (kinds & BL_WORD_MARK && t->letters >= 4 && lower != 0 && next->type != 'w') {
        items->marks |= t->word->marks;
        r->i++;
    } else if (kinds & BL_WORD_MARK && t->letters >= 4 && next->type == 'w' && bl_kinds(t) & BL_WORD_MARK &&
               t->word->marks) {
        items->marks |= t->word->marks; /* "Archivo El País", "File Photo" */
        r->i++;
    } else {
        return false;
    }
    return true;
}

static void
take_punct(reading *r)
{
    const bl_token *t = peek(r, r->i++);
    switch (t->type) {
    case 'c':
        r->items->copyright = true;
        if (is_year(peek(r, r->i)) || (r->i > r->from + 1 && is_year(peek(r, r->i - 2))) ||
            (bl_token_is(peek(r, r->i), BL_WORD_MARK) && is_year(peek(r, r->i + 1))))
            r->items->rights++; /* the footer of a site */
        start_chain(r, r->mode == BL_ITEMS_PHOTO ? BYLINE_ROLE_PHOTOGRAPHER : r->role);
        if (bl_token_is(peek(r, r->i), BL_WORD_MARK) && !peek(r, r->i)->word->marks)
            r->i++; /* "(c) Copyright Jane Roe" */
        break;
    case '.':
        r->separator = '.';
        r->courtesy = false;
        if (r->mode == BL_ITEMS_PHOTO && r->i < r->to)
            start_chain(r, r->role);
        break;
    case '?': r->items->bad++; break;
    default:
        r->separator = t->type;
        if (t->type == ';' || t->type == '+')
            r->named = r->person_named = r->named && r->person_before;
        break;
    }
}

void
bl_read_items(const bl_tokens *tokens, size_t from, size_t to, bl_items_mode mode, bl_items *items)
{
    *items = (bl_items){.count = 0};
    reading r = {.tokens = tokens, .i = from, .from = from, .to = to, .mode = mode, .items = items};
    r.role = mode == BL_ITEMS_PHOTO ? BYLINE_ROLE_PHOTOGRAPHER : BYLINE_ROLE_AUTHOR;
    while (r.i < to) {
        const bl_token *t = &tokens->at[r.i];
        if (t->type == 'a')
            take_agency(&r);
        else if (t->type != 'w')
            take_punct(&r);
        else if (!take_label(&r) && !take_connector(&r))
            take_words(&r);
    }
}
