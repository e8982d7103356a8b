/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
#include "options.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "input.h"

enum { MOST_JOBS = 256 };

/* The library's clock runs from the year 1 to 9999; it takes any other number for no clock at all. */
static const int64_t FIRST_SECOND = -62135596800, LAST_SECOND = 253402300799;

static const char HELP[] =
    "usage: byline [OPTION]... [FILE|-]...\n"
    "Print the article of each news page as typed data. Without FILE, or with -, read standard input.\n"
    "Pages may be HTML or plain text, in any charset; files packed by gzip are unpacked.\n"
    "\n"
    "  -f, --format FORMAT   json (the default), jsonl (one object a line), text,\n"
    "                        nitf (XML) or ninjs (JSON of the IPTC)\n"
    "      --field NAME      print one field of the record only, such as headline or body\n"
    "      --explain         print every claim the page makes, and why it won or lost\n"
    "  -u, --url URL         the address of the page; relative addresses are resolved against it\n"
    "      --charset NAME    the charset that the transport declared\n"
    "      --now TIME        the clock against which \"3 hours ago\" is read: seconds since 1970,\n"
    "                        an ISO date, or now\n"
    "  -m, --manifest TSV    read more inputs from TSV: a path, a tab and a URL on each line\n"
    "  -j, --jobs N          work on N pages at a time; the output stays in order\n"
    "  -h, --help            print this help\n"
    "  -V, --version         print the version\n"
    "\n"
    "Exit status: 0 all pages were read, 1 some could not be, 2 wrong usage, 3 output failed.\n";

static bool
usage_error(const char *text, const char *value, int *status)
{
    fprintf(stderr, "byline: %s%s%s\nTry: byline --help\n", text, value ? ": " : "", value ? value : "");
    *status = EXIT_USAGE;
    return false;
}

static bool
read_format(const char *name, byline_format *format)
{
    static const struct {
        const char *name;
        byline_format format;
    } FORMATS[] = {
        {"json", BYLINE_FORMAT_JSON},
        {"jsonl", BYLINE_FORMAT_JSON_LINE},
        {"text", BYLINE_FORMAT_TEXT},
        {"nitf", BYLINE_FORMAT_NITF},
        {"ninjs", BYLINE_FORMAT_NINJS},
    };
    for (size_t i = 0; i < sizeof FORMATS / sizeof FORMATS[0]; i++) {
        if (strcmp(FORMATS[i].name, name) == 0) {
            *format = FORMATS[i].format;
            return true;
        }
    }
    return false;
}

static bool
read_now(const char *text, int64_t *now)
{
    char *end;
    long long seconds = strtoll(text, &end, 10); /* of more digits it gives the last number there is */
    if (*text && !*end) {
        *now = seconds;
        return seconds >= FIRST_SECOND && seconds <= LAST_SECOND;
    }
    if (strcmp(text, "now") == 0) {
        *now = (int64_t)time(NULL);
        return true;
    }
    byline_date date = {0};
    if (byline_date_parse(text, strlen(text), NULL, &date, NULL) != BYLINE_OK || date.precision == 0)
        return false;
    *now = date.seconds;
    return true;
}

static bool
add_input(cmd_options *options, const char *path, const char *url)
{
    /* Room doubles whenever the count reaches a power of two. */
    if ((options->count & (options->count - 1)) == 0) {
        size_t room = options->count ? options->count * 2 : 1;
        cmd_input *grown = realloc(options->inputs, room * sizeof *grown);
        if (!grown)
            return false;
        options->inputs = grown;
    }
    options->inputs[options->count++] = (cmd_input){path, url};
    return true;
}

static bool
read_manifest(cmd_options *options, const char *path, int *status)
{
    cmd_bytes text = {0};
    const char *wrong = input_read(path, &text);
    if (wrong)
        return usage_error(path, wrong, status);
    options->manifest = (char *)text.at;
    if (text.size > INPUT_MOST)
        return usage_error(path, "a manifest of more than 32 MiB", status);
    if (memchr(text.at, '\0', text.size))
        return usage_error(path, "no manifest: it holds a NUL", status);
    char *line = options->manifest;
    if (line && strncmp(line, "\xEF\xBB\xBF", 3) == 0) /* some editors begin a file with this mark */
        line += 3;
    while (line && *line) {
        char *next = strchr(line, '\n');
        if (next)
            *next++ = '\0';
        line[strcspn(line, "\r")] = '\0';
        char *url = strchr(line, '\t');
        if (url)
            *url++ = '\0';
        if (url)
            url[strcspn(url, "\t")] = '\0';
        if ((*line || url) && !add_input(options, line, url && *url ? url : NULL))
            return usage_error("out of memory", NULL, status);
        line = next;
    }
    return true;
}

/* Is there such a field? An article of no page at all is enough to ask the library. */
static bool
swallow(void *context, const char *text, size_t size)
{
    (void)context, (void)text, (void)size;
    return true;
}

static bool
field_exists(const char *field)
{
    byline_article nothing = {0};
    byline_write_options write = {.field = field};
    return byline_write(&nothing, BYLINE_FORMAT_JSON_LINE, &write, swallow, NULL, NULL) == BYLINE_OK;
}

static bool
read_one(cmd_options *options, int option, const char *value, const char **manifest, int *status)
{
    char *end;
    unsigned long jobs;
    switch (option) {
    case 'f': return read_format(value, &options->format) || usage_error("no such format", value, status);
    case 'F': options->field = value; return field_exists(value) || usage_error("no such field", value, status);
    case 'e': options->parse.explain = true; return true;
    case 'u': options->parse.url = value; return true;
    case 'c': options->parse.charset = value; return true;
    case 'n': return read_now(value, &options->parse.now) || usage_error("no such time", value, status);
    case 'm':
        if (*manifest)
            return usage_error("there can be one manifest only", value, status);
        *manifest = value;
        return true;
    case 'j':
        jobs = strtoul(value, &end, 10);
        if (*end || jobs < 1 || jobs > MOST_JOBS)
            return usage_error("jobs must be 1 to 256", value, status);
        options->jobs = (unsigned)jobs;
        return true;
    case 'h': fputs(HELP, stdout); *status = EXIT_DONE; return false;
    case 'V': printf("byline %s\n", byline_version()); *status = EXIT_DONE; return false;
    default: /* getopt_long() has said what is wrong */
        fputs("Try: byline --help\n", stderr);
        *status = EXIT_USAGE;
        return false;
    }
}

bool
options_read(cmd_options *options, int argc, char **argv, int *status)
{
    static const struct option LONG[] = {
        {"format", required_argument, NULL, 'f'},   {"field", required_argument, NULL, 'F'},
        {"explain", no_argument, NULL, 'e'},        {"url", required_argument, NULL, 'u'},
        {"charset", required_argument, NULL, 'c'},  {"now", required_argument, NULL, 'n'},
        {"manifest", required_argument, NULL, 'm'}, {"jobs", required_argument, NULL, 'j'},
        {"help", no_argument, NULL, 'h'},           {"version", no_argument, NULL, 'V'},
        {NULL, 0, NULL, 0}};
    const char *manifest = NULL;
    *options = (cmd_options){.format = BYLINE_FORMAT_JSON, .jobs = 1};
    for (int option; (option = getopt_long(argc, argv, "f:u:m:j:hV", LONG, NULL)) != -1;)
        if (!read_one(options, option, optarg, &manifest, status))
            return false;
    if (options->field && (options->format == BYLINE_FORMAT_NITF || options->format == BYLINE_FORMAT_NINJS))
        return usage_error("a field can be printed as json, jsonl or text only", NULL, status);
    for (int i = optind; i < argc; i++)
        if (!add_input(options, argv[i], options->parse.url))
            return usage_error("out of memory", NULL, status);
    if (manifest && !read_manifest(options, manifest, status))
        return false;
    if (!options->count && !manifest && !add_input(options, "-", options->parse.url))
        return usage_error("out of memory", NULL, status);
    return true;
}

void
options_free(cmd_options *options)
{
    free(options->inputs);
    free(options->manifest);
}
