/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
#include "page/settle.h"

#include "page/tree_rules.h"

/* gumbo keeps so many equal formatting elements; one more drops the first. */
enum { EQUALS_MOST = 3 };

/* How far down the element is looked for that an end tag means. */
enum { LOOK_DOWN = 32 };

void
bl_settle_not(bl_settler *settler)
{
    settler->loose = settler->open.count;
    settler->formatting = 0;
}

static bool
is_heading(bl_tag tag)
{
    return tag >= BL_TAG_H1 && tag <= BL_TAG_H6;
}

/* Would the start tag end an open p, or can't that be said? */
static bool
may_end_p(const bl_settler *settler)
{
    for (size_t i = settler->open.count; i-- > settler->loose;) {
        bl_tag tag = (bl_tag)settler->open.at[i].tag;
        if (tag == BL_TAG_P)
            return true;
        if (bl_tree_rules[tag] & (BL_RULE_CLOSES_P | BL_RULE_SCOPE | BL_RULE_BUTTON) || tag == BL_TAG_LI ||
            tag == BL_TAG_DD || tag == BL_TAG_DT)
            return false; /* its own start tag has ended any */
    }
    return true;
}

/* The same for an open li, or dd and dt. */
static bool
may_end_item(const bl_settler *settler, bl_tag one, bl_tag other)
{
    for (size_t i = settler->open.count; i-- > settler->loose;) {
        bl_tag tag = (bl_tag)settler->open.at[i].tag;
        if (tag == one || tag == other || tag == BL_TAG_DIALOG || tag == BL_TAG_MAIN)
            return true; /* versions of gumbo differ in whether it looks beyond those two */
        if ((bl_tree_rules[tag] & BL_RULE_SPECIAL) && tag != BL_TAG_ADDRESS && tag != BL_TAG_DIV && tag != BL_TAG_P)
            return false;
    }
    return true;
}

/* Elements with rules of their own, which only gumbo knows. */
static bool
is_odd(bl_tag tag)
{
    switch (tag) {
    case BL_TAG_HTML: case BL_TAG_HEAD: case BL_TAG_BODY: case BL_TAG_FRAMESET: case BL_TAG_FRAME:
    case BL_TAG_TABLE: case BL_TAG_COL: case BL_TAG_APPLET: case BL_TAG_OBJECT: case BL_TAG_MARQUEE:
    case BL_TAG_TEMPLATE: case BL_TAG_PLAINTEXT: case BL_TAG_LISTING: case BL_TAG_XMP: case BL_TAG_OPTION:
    case BL_TAG_OPTGROUP: case BL_TAG_RB: case BL_TAG_RT: case BL_TAG_RP: case BL_TAG_RTC: case BL_TAG_IMAGE:
    case BL_TAG_KEYGEN: case BL_TAG_COMMAND: case BL_TAG_MENUITEM: case BL_TAG_BASEFONT: case BL_TAG_BGSOUND:
        return true;
    default:
        return bl_tree_rules[tag] & BL_RULE_TABLE_PART;
    }
}

/* Does the start tag do more than open its element where it stands? */
static bool
is_in_doubt(const bl_settler *settler, bl_tag tag)
{
    const bl_guard *guard = settler->guard;
    uint16_t rules = bl_tree_rules[tag];
    switch (tag) {
    case BL_TAG_LI:
        return may_end_item(settler, BL_TAG_LI, BL_TAG_LI) || may_end_p(settler);
    case BL_TAG_DD: case BL_TAG_DT:
        return may_end_item(settler, BL_TAG_DD, BL_TAG_DT) || may_end_p(settler);
    case BL_TAG_DIALOG: /* newer versions of gumbo know it */
        return may_end_p(settler);
    case BL_TAG_BUTTON:
        return guard->open[BL_TAG_BUTTON] > 0;
    case BL_TAG_A: case BL_TAG_NOBR:
        return guard->formatting[tag] > 0;
    default:
        break;
    }
    if (rules & BL_RULE_FORMATTING)
        return guard->formatting[tag] >= EQUALS_MOST;
    bool after_heading = is_heading(tag) && settler->open.count &&
                         is_heading((bl_tag)settler->open.at[settler->open.count - 1].tag);
    return rules & BL_RULE_CLOSES_P && (after_heading || may_end_p(settler));
}

bool
bl_settle_before(bl_settler *settler, bl_tag tag)
{
    bool is_ignored = tag == BL_TAG_FORM && settler->guard->in_form;
    bl_settle_inside(settler);
    if (is_ignored || is_odd(tag) || is_in_doubt(settler, tag))
        bl_settle_not(settler);
    settler->in_body |= tag == BL_TAG_BODY;
    settler->is_off |= tag == BL_TAG_FRAMESET || tag == BL_TAG_TEMPLATE;
    return !is_ignored && !is_odd(tag) && !bl_tag_is_void(tag);
}

void
bl_settle_inside(bl_settler *settler)
{
    if (settler->guard->formatting_count != settler->formatting || settler->guard->forgot)
        bl_settle_not(settler);
}

void
bl_settle_open(bl_settler *settler, size_t mark)
{
    bl_tag tag = (bl_tag)bl_mark_at(settler->outline, mark)->tag;
    bl_open_tag opened = {.mark = (uint32_t)mark, .at = (uint32_t)settler->outline->html.n, .tag = (uint8_t)tag};
    BL_PUSH(settler->outline->arena, &settler->open, opened);
    settler->formatting += (bl_tree_rules[tag] & BL_RULE_FORMATTING) != 0;
    if (!settler->in_body || settler->is_off || settler->guard->open[BL_TAG_TABLE])
        bl_settle_not(settler);
}

/* Is that the name of the start tag? */
static bool
is_named(const bl_settler *settler, const bl_open_tag *open, bl_span name)
{
    const bl_mark *mark = bl_mark_at(settler->outline, open->mark);
    bl_span tag = bl_span_from(settler->text.p + mark->offset + 1, mark->length - 1);
    if (!bl_span_starts_nocase(tag, name) || tag.n == name.n)
        return false;
    char behind = tag.p[name.n];
    return bl_is_space(behind) || behind == '/' || behind == '>';
}

void
bl_settle_close(bl_settler *settler, bl_tag tag, bl_span name)
{
    size_t count = settler->open.count, marks = settler->outline->mark_count;
    /* gumbo puts a text before </form> behind it */
    if (tag == BL_TAG_FORM && marks && bl_mark_at(settler->outline, marks - 1)->kind >= BL_MARK_TEXT)
        bl_settle_not(settler);
    for (size_t i = count; i > 0 && i + LOOK_DOWN > count; i--) {
        const bl_open_tag *open = &settler->open.at[i - 1];
        if (open->tag != tag || (tag == BL_TAG_OTHER && !is_named(settler, open, name)))
            continue;
        if (i < count)
            bl_settle_not(settler);
        settler->open.count = i - 1;
        if (i > settler->loose) {
            settler->formatting -= (bl_tree_rules[tag] & BL_RULE_FORMATTING) != 0;
            bl_outline_settle(settler->outline, open->mark, open->at);
        }
        if (settler->loose > i - 1)
            settler->loose = i - 1;
        return;
    }
    bl_settle_not(settler);
}
