/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
/* ferry.h - a small page that has something for most members of the record. */
#ifndef BL_TESTS_FERRY_H
#define BL_TESTS_FERRY_H

static const char PAGE[] =
    "<!DOCTYPE html><html lang=en><head><title>Ferry returns | The Shore</title>"
    "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\"Ferry returns\","
    "\"datePublished\":\"2024-05-02\",\"author\":{\"@type\":\"Person\",\"name\":\"Ana Petrov\"}}</script></head>"
    "<body><article><h1>Ferry returns</h1>"
    "<p>The ferry to the outer islands runs again after a winter of repairs, the harbour office said on Thursday.</p>"
    "<figure><img src=/a.jpg><figcaption>The ferry. Photo: Jan Kowal/AFP</figcaption></figure>"
    "<p>It will leave three times a day, and four times on Sundays, when most of the visitors come from the city.</p>"
    "</article></body></html>";

#endif
