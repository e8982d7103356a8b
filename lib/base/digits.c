/* SPDX-License-Identifier: MIT */
/* SPDX-FileCopyrightText: the byline authors */
#include "base/digits.h"

bl_span
bl_digits(int64_t number, char room[static BL_DIGITS])
{
    size_t at = BL_DIGITS;
    uint64_t rest = number < 0 ? 0 - (uint64_t)number : (uint64_t)number;
    do
        room[--at] = (char)('0' + rest % 10);
    while (rest /= 10);
    if (number < 0)
        room[--at] = '-';
    return bl_span_from(room + at, BL_DIGITS - at);
}

size_t
bl_set_point(char *number, size_t size)
{
    size_t n = 0;
    for (size_t i = 0; i < size; i++) {
        bool is_sign = !bl_is_digit(number[i]) && !bl_is_alpha(number[i]) && number[i] != '-' && number[i] != '+';
        if (!is_sign)
            number[n++] = number[i];
        else if (n == 0 || number[n - 1] != '.')
            number[n++] = '.';
    }
    return n;
}
