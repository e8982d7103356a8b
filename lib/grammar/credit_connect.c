/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* Labels, agencies, and the words that say how the names around them belong together. */
#include "grammar/credit_reading.h"

#include "grammar/credit_names.h"

void
bl_add_item(bl_reading *r, bl_item_type type, size_t from, size_t to)
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

/* After "for", "of", "in": everything up to the next mark of punctuation. */
static size_t
take_tail(bl_reading *r, bl_item_type type, const char *ends)
{
    size_t from = ++r->i;
    while (r->i < r->to && !strchr(ends, bl_peek(r, r->i)->type)) {
        const bl_token *t = bl_peek(r, r->i);
        if (r->i > from && t->type == 'w' && t->shape & BL_SHAPE_LOWER &&
            bl_token_is(t, BL_WORD_AND | BL_WORD_CONTRIBUTED | BL_WORD_VIA))
            break;
        if (r->i > from && type == BL_ITEM_PLACE && r->mode == BL_ITEMS_CONTRIBUTION && bl_is_role_phrase(r, r->i))
            break; /* "in Prague with reporting by" */
        r->i++;
    }
    if (r->i > from)
        bl_add_item(r, type, from, r->i);
    return r->i - from;
}

void
bl_start_chain(bl_reading *r, uint8_t role)
{
    r->role = role;
    r->named = r->via = r->courtesy = r->person_before = r->person_named = r->houses_only = false;
    r->separator = 0;
    r->labelled = r->weakly_labelled = false;
}

/* "王小明／攝影": the label stands behind the name. */
static bool
names_task(bl_reading *r, size_t n)
{
    bl_item *last = r->items->count ? &r->items->at[r->items->count - 1] : NULL;
    bool ends = r->i + n >= r->to || bl_peek(r, r->i + n)->type == ')';
    if (!last || !ends || last->to - last->from != 1 || r->separator != '/' ||
        !(bl_peek(r, r->i)->shape & BL_SHAPE_IDEOGRAPH) ||
        !bl_is_east_asian_name(bl_token_span(r->tokens, last->from, last->to), true))
        return false;
    r->items->persons += last->type != BL_ITEM_PERSON;
    r->items->others -= last->type == BL_ITEM_OTHER;
    last->type = BL_ITEM_PERSON;
    r->items->suffixes++;
    r->i += n;
    return true;
}

bool
bl_take_label(bl_reading *r)
{
    uint8_t role;
    bool weak;
    size_t n = bl_label_at(r->tokens, r->i, r->to, r->mode, &role, &weak);
    if (!n)
        return false;
    if (names_task(r, n))
        return true;
    const bl_token *t = bl_peek(r, r->i), *next = bl_peek(r, r->i + n);
    const bl_token *before = r->i > r->from ? bl_peek(r, r->i - 1) : NULL;
    BL_HOLDS(t->word);
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
    r->items->marks |= t->word->marks;
    bl_start_chain(r, role);
    r->labelled = !weak && !bl_token_is(t, BL_WORD_SOURCE);
    r->weakly_labelled = weak && bl_token_is(t, BL_WORD_PHOTO);
    r->courtesy =
        bl_token_is(t, BL_WORD_COURTESY) ||
            (n > 1 && bl_token_is(bl_peek(r, r->i + n - 1), BL_WORD_COURTESY));
    r->houses_only = r->mode == BL_ITEMS_SOURCE && bl_token_is(t, BL_WORD_SOURCE) &&
                     !bl_token_is(t, BL_WORD_BY | BL_WORD_PHOTO);
    if (r->courtesy) {
        r->items->vias++;
        r->items->marks |= BYLINE_MARK_COURTESY;
    }
    r->i += n;
    return true;
}

void
bl_take_agency(bl_reading *r)
{
    const bl_token *t = bl_peek(r, r->i);
    bl_items *items = r->items;
    BL_HOLDS(t->agency);
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
    while (r->mode != BL_ITEMS_PHOTO && bl_token_is(bl_peek(r, r->i), BL_WORD_STAFF) &&
           bl_peek(r, r->i)->type == 'w') {
        staff = true;
        items->staff++;
        r->i++;
    }
    const bl_token *behind = bl_peek(r, r->i);
    if (behind->type == 'w' && bl_token_is(behind, BL_WORD_SUFFIX) &&
        behind->word->role == BYLINE_ROLE_ORGANIZATION) {
        items->suffixes++; /* "AA tarafindan servis edilmistir" */
        while (r->i < r->to && bl_peek(r, r->i)->type == 'w')
            r->i++;
    }
    if (seen)
        return;
    char before = r->separator;
    bl_add_item(r, BL_ITEM_AGENCY, from, from + 1);
    items->at[items->count - 1].relation = (uint8_t)(staff    ? BYLINE_RELATION_STAFF
                                                     : r->via ? BYLINE_RELATION_DISTRIBUTOR
                                                              : BYLINE_RELATION_SOURCE);
    items->agencies++;
    r->separator = staff ? before : 0;
    r->via = false;
    if (r->mode != BL_ITEMS_PHOTO && bl_peek(r, r->i)->type == 'w' &&
        bl_token_is(bl_peek(r, r->i), BL_WORD_IN) &&
        bl_peek(r, r->i)->shape & BL_SHAPE_LOWER)
        take_tail(r, BL_ITEM_PLACE, ",;.()/|");
}

/* "in Springfield, Ohio, and" */
static void
take_place(bl_reading *r)
{
    bl_items *items = r->items;
    size_t before = items->count;
    take_tail(r, BL_ITEM_PLACE, ",;|()/");
    if (items->count > before && bl_peek(r, r->i)->type == ',' && bl_peek(r, r->i + 1)->type == 'w' &&
        bl_peek(r, r->i + 2)->type == ',') {
        items->at[before].to = (uint32_t)(r->i + 2);
        r->i += 2;
    }
}

/* "designed by" behind "edited by Jane Roe and" */
bool
bl_is_role_phrase(const bl_reading *r, size_t i)
{
    uint8_t role;
    bool weak;
    return i < r->to && bl_token_is(bl_peek(r, i), BL_WORD_ROLE) &&
           bl_label_at(r->tokens, i, r->to, r->mode, &role, &weak) && !weak;
}

/* Does a name, an agency or another task stand behind this "and"? */
static bool
joins_names(const bl_reading *r)
{
    const bl_token *next = bl_peek(r, r->i + 1);
    return bl_may_begin_name(next) || bl_token_is(next, BL_WORD_GENERIC) ||
           (r->mode == BL_ITEMS_CONTRIBUTION && bl_is_role_phrase(r, r->i + 1)) ||
           (bl_token_is(next, BL_WORD_OF) && bl_peek(r, r->i + 2)->type == 'a');
}

/* A word that may connect, with what stands behind it. */
typedef struct connector {
    const bl_token *word;
    const bl_token *next;
    uint32_t kinds; /* of the word */
    bool is_lower;
} connector;

/* What it says of the work: whose task, rights, a licence, furniture of the page, agencies that are not named. */
static bool
take_about_work(bl_reading *r, const connector *c)
{
    bl_items *items = r->items;
    bool is_photo = r->mode == BL_ITEMS_PHOTO;
    if (c->kinds & BL_WORD_SUFFIX && c->word->shape & BL_SHAPE_IDEOGRAPH && c->next->type == 'w') {
        r->labelled |= !is_photo;
        r->i++; /* "reporter" before the name */
    } else if (c->kinds & BL_WORD_RIGHTS && !(c->kinds & BL_WORD_ORG && items->labels)) {
        items->rights++;
        r->i++;
    } else if (c->kinds & BL_WORD_NOISE && !(c->kinds & BL_WORD_MARK) && !bl_is_half_of_name(r->tokens, r->i) &&
               bl_is_furniture(r->tokens, r->i, r->to)) {
        r->i = r->to;
    } else if (c->kinds & BL_WORD_LICENSE && !(c->kinds & BL_WORD_MARK && c->next->type != 'w')) {
        size_t from = r->i++;
        while (r->i < r->to && !strchr(",;|()", bl_peek(r, r->i)->type))
            r->i++;
        items->licenses++;
        bl_add_item(r, BL_ITEM_LICENSE, from, r->i);
    } else if (c->kinds & BL_WORD_CONTRIBUTED) {
        items->contributed++;
        r->i = r->to;
    } else if (c->kinds & BL_WORD_GENERIC && (!is_photo || r->i == r->from) &&
               (c->next->type != 'w' || bl_token_is(c->next, BL_WORD_AND))) {
        items->generic = true;
        r->i++;
    } else {
        return false;
    }
    return true;
}

/* Where the work came from, for whom, and where its writer was. */
static bool
take_whence(bl_reading *r, const connector *c)
{
    bl_items *items = r->items;
    bool is_photo = r->mode == BL_ITEMS_PHOTO;
    if (c->kinds & BL_WORD_FROM && !is_photo) {
        items->roles++;
        bl_start_chain(r, BYLINE_ROLE_CONTRIBUTOR);
        r->i++;
    } else if (c->kinds & BL_WORD_WITH && !is_photo &&
               (c->next->type == 'a' || bl_token_is(c->next, BL_WORD_GENERIC))) {
        items->vias++;
        r->i++;
    } else if (c->kinds & BL_WORD_VIA && ((c->is_lower && c->next->type == 'a') || c->kinds == BL_WORD_VIA)) {
        items->vias++;
        r->via = true;
        r->i++;
    } else if ((c->is_lower || c->word->shape & BL_SHAPE_CAPITALS) && c->kinds & BL_WORD_FOR &&
               (bl_may_begin_name(c->next) || c->next->type == '"') && (items->count || r->named)) {
        take_tail(r, BL_ITEM_CLIENT, ",;|()/.");
    } else if (c->is_lower && c->kinds & BL_WORD_OUTLET && !is_photo && r->person_before &&
               bl_may_begin_name(c->next) && !r->separator) {
        take_tail(r, BL_ITEM_OUTLET, ",;|()/.");
    } else if (c->is_lower && c->kinds & BL_WORD_IN && r->mode == BL_ITEMS_CONTRIBUTION &&
               bl_may_begin_name(c->next) && r->person_before) {
        take_place(r);
        r->person_before = true;
    } else {
        return false;
    }
    return true;
}

/* Little words between names, the newsroom's staff, and marks: "Archivo El País", "File Photo". */
static bool
take_between(bl_reading *r, const connector *c)
{
    bl_items *items = r->items;
    if (c->is_lower && c->kinds & BL_WORD_AND && joins_names(r)) {
        r->separator = '&';
        r->i++;
    } else if (c->is_lower && c->kinds & (BL_WORD_OF | BL_WORD_BY) && r->i > r->from &&
               bl_token_is(bl_peek(r, r->i - 1), BL_WORD_MARK)) {
        r->i++; /* "AI generated by" */
    } else if (c->is_lower && c->kinds & BL_WORD_OF &&
               (c->next->type == 'a' || (bl_may_begin_name(c->next) && items->count &&
                                         items->at[items->count - 1].type == BL_ITEM_AGENCY))) {
        r->i++;
    } else if (c->kinds & BL_WORD_STAFF && (c->is_lower || r->person_before || items->agencies || r->i == r->from) &&
               r->mode != BL_ITEMS_PHOTO) {
        items->staff++;
        r->i++;
    } else if (c->kinds & BL_WORD_MARK && c->word->letters >= BL_MARK_LETTERS_LEAST &&
               (c->next->type == 'w' ? c->word->word->marks != 0 : c->is_lower)) {
        items->marks |= c->word->word->marks;
        r->i++;
    } else {
        return false;
    }
    return true;
}

/* One word or phrase that says how the names around it belong together; false where it is a name itself. */
bool
bl_take_connector(bl_reading *r)
{
    const bl_token *word = bl_peek(r, r->i);
    connector c = {word, bl_peek(r, r->i + 1), bl_kinds(word), word->shape & (BL_SHAPE_LOWER | BL_SHAPE_UNCASED)};
    return c.kinds && (take_about_work(r, &c) || take_whence(r, &c) || take_between(r, &c));
}
