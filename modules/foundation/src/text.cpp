#include "smartqueue/foundation/text.h"

#include <algorithm>
#include <iterator>
#include <optional>

namespace smartqueue {

namespace {

/// The code point that begins at `i`, which moves behind it; none where the bytes are not UTF-8.
std::optional<char32_t> takeCodePoint(std::string_view text, std::size_t &i)
{
    const auto lead = static_cast<unsigned char>(text[i]);
    if (lead < 0x80) {
        ++i;
        return lead;
    }
    const std::size_t length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
    if (lead < 0xc2 || lead > 0xf4 || i + length > text.size())
        return std::nullopt;
    char32_t point = lead & (0xffU >> (length + 1));
    for (std::size_t k = 1; k < length; ++k) {
        const auto byte = static_cast<unsigned char>(text[i + k]);
        if ((byte & 0xc0) != 0x80)
            return std::nullopt;
        point = (point << 6) | (byte & 0x3fU);
    }
    const bool overlong = (length == 3 && point < 0x800) || (length == 4 && point < 0x10000);
    if (overlong || (point >= 0xd800 && point <= 0xdfff) || point > 0x10ffff)
        return std::nullopt;
    i += length;
    return point;
}

struct Range {
    char32_t first;
    char32_t last;
};

/// White space, fillers and marks of direction: the code points without ink that people paste or type.
constexpr Range inkless[] = {{0x00, 0x20},     {0x7f, 0xa0},     {0xad, 0xad},     {0x34f, 0x34f},   {0x61c, 0x61c},
                             {0x115f, 0x1160}, {0x1680, 0x1680}, {0x17b4, 0x17b5}, {0x180b, 0x180f}, {0x2000, 0x200f},
                             {0x2028, 0x202f}, {0x205f, 0x206f}, {0x2800, 0x2800}, {0x3000, 0x3000}, {0x3164, 0x3164},
                             {0xfe00, 0xfe0f}, {0xfeff, 0xfeff}, {0xffa0, 0xffa0}, {0xe0000, 0xe0fff}};

/// Marks without ink that names do well without.
constexpr Range hidden[] = {{0x61c, 0x61c}, {0x200b, 0x200b}, {0x200e, 0x200f}, {0x2028, 0x202e}, {0x2060, 0x206f}, {0xfeff, 0xfeff}};

template <std::size_t N>
bool isIn(const Range (&ranges)[N], char32_t point)
{
    return std::any_of(std::begin(ranges), std::end(ranges), [&](Range range) { return point >= range.first && point <= range.last; });
}

bool isJoiner(char32_t point)
{
    return point == 0x200c || point == 0x200d;
}

bool hasInk(char32_t point)
{
    return !isIn(inkless, point);
}

} // namespace

bool isPlainUtf8(std::string_view text)
{
    for (std::size_t i = 0; i < text.size();) {
        const auto point = takeCodePoint(text, i);
        if (!point || (*point < 0x20 && *point != U'\n' && *point != U'\t') || (*point >= 0x7f && *point < 0xa0))
            return false;
    }
    return true;
}

bool hasVisibleText(std::string_view utf8)
{
    for (std::size_t i = 0; i < utf8.size();) {
        const auto point = takeCodePoint(utf8, i);
        if (!point)
            return false;
        if (hasInk(*point))
            return true;
    }
    return false;
}

bool isVisibleThroughout(std::string_view utf8)
{
    for (std::size_t i = 0; i < utf8.size();) {
        const auto point = takeCodePoint(utf8, i);
        if (!point || (*point != U' ' && !hasInk(*point)))
            return false;
    }
    return true;
}

bool hasHiddenMarks(std::string_view utf8)
{
    // Latin letters are never joined, so a joiner beside one, or at an end, hides.
    bool mayJoin = false;
    bool joined = false;
    for (std::size_t i = 0; i < utf8.size();) {
        const auto point = takeCodePoint(utf8, i);
        if (!point || isIn(hidden, *point))
            return true;
        const bool isLetter = *point >= 0x80 && !isJoiner(*point);
        if ((isJoiner(*point) && !mayJoin) || (joined && !isLetter))
            return true;
        joined = isJoiner(*point);
        mayJoin = isLetter;
    }
    return joined;
}

std::size_t codePoints(std::string_view utf8)
{
    return std::size_t(
        std::count_if(utf8.begin(), utf8.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }));
}

std::string shortened(std::string_view utf8, std::size_t maximum)
{
    // What is no UTF-8 must not pass for few code points.
    const std::size_t longest = 4 * maximum;
    if (utf8.size() <= longest && codePoints(utf8) <= maximum)
        return std::string(utf8);
    std::size_t end = 0;
    for (std::size_t kept = 0; end < std::min(utf8.size(), longest); ++end) {
        const bool begins = (static_cast<unsigned char>(utf8[end]) & 0xc0) != 0x80;
        if (begins && ++kept == maximum)
            break;
    }
    return std::string(utf8.substr(0, end)) + "…";
}

std::string_view trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

namespace {

char lowered(char c)
{
    return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c;
}

} // namespace

bool sameName(std::string_view a, std::string_view b)
{
    a = trimmed(a);
    b = trimmed(b);
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return lowered(x) == lowered(y); });
}

std::string foldedName(std::string_view name)
{
    std::string folded(trimmed(name));
    std::transform(folded.begin(), folded.end(), folded.begin(), lowered);
    return folded;
}

} // namespace smartqueue
