/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
#include "page/charset.h"

#include "base/error.h"
#include "page/convert.h"
#include "page/lex.h"

const bl_charset_info BL_CHARSETS[BL_CHARSET_COUNT] = {
#define CHARSET(id, name, kind, first, second, third) {name, BL_KIND_##kind, {first, second, third}},
#include "page/charsets.def"
#undef CHARSET
};

static const struct {
    bl_charset charset;
    bl_span label;
} LABELS[] = {
#define LABEL(id, label) {BL_CHARSET_##id, {label, sizeof(label) - 1}},
#include "page/labels.def"
#undef LABEL
};

/* What one pass over the bytes tells. */
typedef struct utf8_count {
    size_t valid;   /* sequences of more than one byte */
    size_t invalid; /* bytes that are no UTF-8 */
    bool any_nul;
} utf8_count;

/* What the head of the page says of itself. */
typedef struct declared {
    bl_charset charset; /* BL_CHARSET_COUNT: nothing that is known */
    bl_span language;   /* of the html tag */
} declared;

/* The standard looks at 1,024 bytes; many pages put their scripts first. */
enum { PRESCAN = 32 << 10 };

bl_charset
bl_charset_find(bl_span label)
{
    label = bl_span_trim(label);
    for (size_t i = 0; i < BL_COUNT(LABELS); i++)
        if (bl_span_equal_nocase(LABELS[i].label, label))
            return LABELS[i].charset;
    return BL_CHARSET_COUNT;
}

bl_span
bl_charset_in(bl_span content_type)
{
    for (size_t at = 0; (at = bl_span_find_nocase(content_type, BL_SPAN("charset"), at)) != BL_NOT_FOUND;) {
        at += 7;
        bl_span rest = bl_span_trim(bl_span_cut(content_type, at));
        if (rest.n == 0 || rest.p[0] != '=')
            continue;
        rest = bl_span_trim(bl_span_cut(rest, 1));
        if (rest.n && (rest.p[0] == '"' || rest.p[0] == '\'')) {
            size_t close = bl_span_find_char(rest, rest.p[0], 1);
            return close == BL_NOT_FOUND ? BL_EMPTY : bl_span_from(rest.p + 1, close - 1);
        }
        size_t n = 0;
        while (n < rest.n && !bl_is_space(rest.p[n]) && rest.p[n] != ';' && rest.p[n] != ',')
            n++;
        return bl_span_head(rest, n);
    }
    return BL_EMPTY;
}

static bl_span
attribute(const bl_outline *outline, const bl_tag_token *tag, bl_attribute name)
{
    for (unsigned i = 0; i < tag->attribute_count; i++)
        if (outline->attributes.at[tag->attributes + i].name == name)
            return bl_value_of(&outline->attributes.at[tag->attributes + i]);
    return BL_EMPTY;
}

/* A page that can be read as ASCII is not UTF-16, whatever it says. */
static bl_charset
declared_as(bl_span label)
{
    bl_charset charset = bl_charset_find(label);
    bool is_wide = charset == BL_CHARSET_UTF_16LE || charset == BL_CHARSET_UTF_16BE;
    return is_wide ? BL_CHARSET_UTF_8 : charset;
}

static void
read_meta(const bl_outline *outline, const bl_tag_token *tag, declared *found)
{
    bl_span label = attribute(outline, tag, BL_ATTR_CHARSET);
    bl_span about = attribute(outline, tag, BL_ATTR_HTTP_EQUIV);
    if (!label.p && bl_span_equal_nocase(bl_span_trim(about), BL_SPAN("content-type")))
        label = bl_charset_in(attribute(outline, tag, BL_ATTR_CONTENT));
    if (label.p)
        found->charset = declared_as(label);
}

/* <?xml version="1.0" encoding="gbk"?> */
static void
read_xml(bl_span declaration, declared *found)
{
    size_t at = bl_span_find(declaration, BL_SPAN("encoding"), 0);
    if (!bl_span_starts(declaration, BL_SPAN("<?xml")) || at == BL_NOT_FOUND)
        return;
    bl_span rest = bl_span_trim(bl_span_cut(declaration, at + 8));
    if (rest.n < 3 || rest.p[0] != '=')
        return;
    rest = bl_span_trim(bl_span_cut(rest, 1));
    size_t close = rest.n ? bl_span_find_char(rest, rest.p[0], 1) : BL_NOT_FOUND;
    if (close != BL_NOT_FOUND)
        found->charset = declared_as(bl_span_from(rest.p + 1, close - 1));
}

/* Meta tags and the XML declaration at the start of the page. */
static declared
read_head(bl_page *page, bl_span bytes)
{
    declared found = {.charset = BL_CHARSET_COUNT};
    bl_outline outline = {.arena = page->parse_arena, .kept = page->parse_arena};
    const char *p = bytes.p, *end = p + bl_span_head(bytes, PRESCAN).n;
    while (found.charset == BL_CHARSET_COUNT && (p = memchr(p, '<', (size_t)(end - p)))) {
        if (!bl_lex_is_tag(p, end)) {
            const char *stop = end - p > 1 && (p[1] == '!' || p[1] == '?') ? bl_lex_declaration(p, end) : p + 1;
            read_xml(bl_span_from(p, (size_t)(stop - p)), &found);
            p = stop;
            continue;
        }
        bl_tag_token tag;
        outline.attributes.count = 0;
        if (!bl_lex_tag(p, end, &outline, page->limits.attributes, &tag) || tag.tag == BL_TAG_BODY)
            break;
        p = tag.stop;
        if (tag.tag == BL_TAG_HTML)
            found.language = attribute(&outline, &tag, BL_ATTR_LANG);
        else if (tag.tag == BL_TAG_META)
            read_meta(&outline, &tag, &found);
        else if (!tag.is_end && tag.tag == BL_TAG_SCRIPT)
            p = bl_lex_script_end(p, end);
        else if (!tag.is_end && (tag.tag == BL_TAG_STYLE || tag.tag == BL_TAG_TITLE))
            p = bl_lex_raw_end(p, end, tag.name);
    }
    return found;
}

/* The first byte from p on that is not ASCII, or end. */
static const unsigned char *
skip_ascii(const unsigned char *p, const unsigned char *end)
{
    enum { BLOCK = 4 };
    uint64_t words[BLOCK];
    for (; (size_t)(end - p) >= sizeof words; p += sizeof words) {
        memcpy(words, p, sizeof words);
        if ((words[0] | words[1] | words[2] | words[3]) & BL_EIGHT(0x80))
            break;
    }
    while (end - p >= 8 && !(bl_eight_at((const char *)p) & BL_EIGHT(0x80)))
        p += 8;
    while (p < end && *p < 0x80)
        p++;
    return p;
}

static utf8_count
scan_utf8(bl_span bytes)
{
    static const unsigned char least[] = {0, 0x80, 0xA0, 0x90}, most[] = {0, 0xBF, 0x9F, 0x8F};
    utf8_count count = {.any_nul = memchr(bytes.p, 0, bytes.n) != NULL};
    const unsigned char *p = (const unsigned char *)bytes.p, *end = p + bytes.n;
    while (p < end) {
        if (*p < 0x80) {
            p = skip_ascii(p, end);
            continue;
        }
        unsigned char c = *p;
        long more = c >= 0xF0 ? 3 : c >= 0xE0 ? 2 : 1;
        bool is_good = c >= 0xC2 && c <= 0xF4 && end - p > more;
        if (is_good) { /* the second byte has a narrower range behind some */
            unsigned char low = c == 0xE0 ? least[2] : c == 0xF0 ? least[3] : 0x80;
            unsigned char high = c == 0xED ? most[2] : c == 0xF4 ? most[3] : 0xBF;
            is_good = p[1] >= low && p[1] <= high && (more < 2 || (p[2] & 0xC0) == 0x80) &&
                      (more < 3 || (p[3] & 0xC0) == 0x80);
        }
        count.valid += is_good;
        count.invalid += !is_good;
        p += is_good ? more + 1 : 1;
    }
    return count;
}

/* A declared UTF-8 may have one error in ten characters: a text cut in the middle, a comment of a reader. */
static bool
is_utf8(const utf8_count *utf8)
{
    return utf8->invalid * 10 <= utf8->valid;
}

/* One character in twenty may be wrong. */
enum { ERRORS_IN = 20 };

static bool
fits_bytes(bl_arena *arena, bl_charset charset, bl_span bytes)
{
    const unsigned char *p = (const unsigned char *)bytes.p, *end = p + bytes.n;
    size_t good = 0, bad = 0;
    bl_charset_kind kind = BL_CHARSETS[charset].kind;
    if (kind == BL_KIND_SINGLE) {
        uint32_t table[128];
        bl_charset_table(charset, table, arena);
        for (; p < end; p++)
            if (*p >= 0x80)
                *(table[*p - 0x80] == 0xFFFD ? &bad : &good) += 1;
    } else {
        while (p < end) {
            size_t n = bl_character_length(kind, p, (size_t)(end - p));
            bool is_kana = kind == BL_KIND_SHIFT_JIS && *p >= 0xA1 && *p <= 0xDF;
            if (*p >= 0x80)
                *(n > 1 || is_kana ? &good : &bad) += 1;
            p += n;
        }
    }
    return bad * ERRORS_IN <= good;
}

/* Are the bytes of this charset, but for a few errors? */
static bool
fits(bl_arena *arena, bl_charset charset, bl_span bytes, const utf8_count *utf8)
{
    bl_charset_kind kind = BL_CHARSETS[charset].kind;
    if (kind == BL_KIND_UTF8)
        return is_utf8(utf8);
    if (kind == BL_KIND_UTF16_LE || kind == BL_KIND_UTF16_BE || kind == BL_KIND_ISO_2022_JP)
        return true;
    /* no other charset makes UTF-8 by chance, but for a character or two */
    if (utf8->invalid == 0 && utf8->valid > (kind == BL_KIND_SINGLE ? 0 : 2))
        return false;
    return utf8->valid + utf8->invalid == 0 || fits_bytes(arena, charset, bytes);
}

/* What files that are no text start with. */
static bool
has_magic(bl_span bytes)
{
    static const bl_span heads[] = {
        {"\x89PNG", 4}, {"\xFF\xD8\xFF", 3}, {"GIF8", 4}, {"%PDF-", 5}, {"\x1F\x8B\x08", 3},
        {"PK\x03\x04", 4}, {"\x7F" "ELF", 4}, {"OggS", 4}, {"ID3\x03", 4}, {"ID3\x04", 4}, {"wOFF", 4},
        {"wOF2", 4}, {"\x28\xB5\x2F\xFD", 4}, {"\xFD" "7zXZ", 5}, {"BZh9", 4}, {"7z\xBC\xAF", 4},
        {"Rar!", 4}, {"\xD0\xCF\x11\xE0", 4}, {"\x1A\x45\xDF\xA3", 4}, {"II*\0", 4}, {"MM\0*", 4},
    };
    for (size_t i = 0; i < BL_COUNT(heads); i++)
        if (bl_span_starts(bytes, heads[i]))
            return true;
    return (bl_span_starts(bytes, BL_SPAN("RIFF")) && bl_span_starts(bl_span_cut(bytes, 8), BL_SPAN("WEBP"))) ||
           bl_span_starts(bl_span_cut(bytes, 4), BL_SPAN("ftyp"));
}

/* Text has hardly any control bytes; what is compressed has one in ten. NULs alone are damage, not proof. */
enum { JUDGED = 4096, CONTROLS_IN = 20 };

static bool
is_binary(bl_span bytes)
{
    if (has_magic(bytes))
        return true;
    bl_span head = bl_span_head(bytes, JUDGED);
    size_t controls = 0;
    for (size_t i = 0; i < head.n; i++) {
        unsigned char c = (unsigned char)head.p[i];
        controls += c && c < 0x20 && !bl_is_space((char)c) && c != 0x1B && c != 0x0B;
    }
    return controls * CONTROLS_IN > head.n;
}

/* UTF-16 of a page in which most characters are ASCII: every second byte is NUL. */
static bl_charset
wide_charset(bl_span bytes)
{
    bl_span head = bl_span_head(bytes, JUDGED);
    size_t nuls[2] = {0, 0};
    for (size_t i = 0; i < head.n; i++)
        nuls[i % 2] += head.p[i] == 0;
    size_t enough = head.n / 4;
    if (nuls[1] > enough && nuls[0] < nuls[1] / 4)
        return BL_CHARSET_UTF_16LE;
    if (nuls[0] > enough && nuls[1] < nuls[0] / 4)
        return BL_CHARSET_UTF_16BE;
    return BL_CHARSET_COUNT;
}

static bl_charset
byte_order_mark(bl_span bytes, size_t *length)
{
    *length = 3;
    if (bl_span_starts(bytes, BL_SPAN("\xEF\xBB\xBF")))
        return BL_CHARSET_UTF_8;
    *length = 2;
    if (bl_span_starts(bytes, BL_SPAN("\xFE\xFF")))
        return BL_CHARSET_UTF_16BE;
    if (bl_span_starts(bytes, BL_SPAN("\xFF\xFE")))
        return BL_CHARSET_UTF_16LE;
    *length = 0;
    return BL_CHARSET_COUNT;
}

static bool
is_empty(bl_span text)
{
    for (size_t i = 0; i < text.n; i++)
        if (text.p[i] && !bl_is_space(text.p[i]))
            return false;
    return true;
}

/* The first of what the caller and the page declare that is not plainly false, else what it looks like. */
static bl_charset
choose(bl_page *page, bl_charset transport, const utf8_count *utf8)
{
    if (transport != BL_CHARSET_COUNT && fits(page->arena, transport, page->bytes, utf8))
        return transport;
    if (transport == BL_CHARSET_COUNT && utf8->invalid == 0 && utf8->valid)
        return BL_CHARSET_UTF_8; /* whatever it declares */
    declared head = read_head(page, page->bytes);
    if (head.charset != BL_CHARSET_COUNT && fits(page->arena, head.charset, page->bytes, utf8))
        return head.charset;
    if (is_utf8(utf8))
        return BL_CHARSET_UTF_8;
    return bl_charset_guess(page->parse_arena, page->bytes, head.language);
}

static bool
is_ascii_based(bl_charset charset)
{
    bl_charset_kind kind = BL_CHARSETS[charset].kind;
    return kind != BL_KIND_UTF16_LE && kind != BL_KIND_UTF16_BE && kind != BL_KIND_ISO_2022_JP;
}

byline_status
bl_charset_decode(bl_page *page, const char *transport)
{
    bl_span label = bl_span_trim(bl_span_of(transport));
    if (bl_span_find_char(label, '/', 0) != BL_NOT_FOUND || bl_span_find_char(label, '=', 0) != BL_NOT_FOUND)
        label = bl_charset_in(label);
    bl_charset named = bl_charset_find(label);
    if (label.n && named == BL_CHARSET_COUNT)
        return BYLINE_E_CHARSET;
    size_t start;
    bl_charset charset = byte_order_mark(page->bytes, &start);
    if (charset == BL_CHARSET_COUNT)
        charset = wide_charset(page->bytes);
    if (charset == BL_CHARSET_COUNT && is_binary(page->bytes))
        return BYLINE_E_BINARY;
    utf8_count utf8 = scan_utf8(page->bytes);
    if (charset == BL_CHARSET_COUNT)
        charset = choose(page, named, &utf8);
    page->charset = BL_CHARSETS[charset].name;
    bool is_ascii = utf8.valid + utf8.invalid == 0 && is_ascii_based(charset);
    if (!utf8.any_nul && (is_ascii || (charset == BL_CHARSET_UTF_8 && utf8.invalid == 0)))
        page->text = bl_span_cut(page->bytes, start);
    else
        bl_convert(page, charset, start);
    return is_empty(page->text) ? BYLINE_E_EMPTY : BYLINE_OK;
}
