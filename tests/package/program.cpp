// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: the byline authors
// A user's program in C++: it writes the record of a page into a string, and keeps the article in a unique_ptr.
#include <iostream>
#include <memory>
#include <string>

#include <byline/byline.h>

struct Free {
    void operator()(byline_article *article) const { byline_article_free(article); }
};

static bool append(void *context, const char *bytes, size_t size)
{
    static_cast<std::string *>(context)->append(bytes, size);
    return true;
}

int main()
{
    const std::string page = "<html><body><article><h1>Ferry returns</h1><p>The ferry to the outer islands runs again "
                             "after a winter of repairs, the harbour office said on Thursday.</p></article></body></html>";
    byline_article *parsed = nullptr;
    if (byline_parse(page.data(), page.size(), nullptr, &parsed, nullptr) != BYLINE_OK)
        return 1;
    std::unique_ptr<byline_article, Free> article(parsed);
    byline_write_options options = {};
    options.field = "headline";
    std::string headline;
    if (byline_write(article.get(), BYLINE_FORMAT_TEXT, &options, append, &headline, nullptr) != BYLINE_OK)
        return 1;
    std::cout << headline;
    return 0;
}
