#include "smartqueue/exchange/time_pattern.h"

#include <algorithm>
#include <charconv>

#include <smartqueue/exchange/refusals.h>

namespace smartqueue::exchange {

using namespace std::chrono;

namespace {

/// Takes `least` to `most` digits off the front.
bool takeDigits(std::string_view &text, std::size_t least, std::size_t most, int &value)
{
    std::size_t count = 0;
    int sum = 0;
    while (count < most && count < text.size() && text[count] >= '0' && text[count] <= '9')
        sum = sum * 10 + (text[count++] - '0');
    if (count < least)
        return false;
    value = sum;
    text.remove_prefix(count);
    return true;
}

bool takeChar(std::string_view &text, char expected)
{
    if (text.empty() || text.front() != expected)
        return false;
    text.remove_prefix(1);
    return true;
}

std::optional<LocalDay> dayOf(int y, int m, int d)
{
    const year_month_day date{year(y), month(unsigned(m)), day(unsigned(d))};
    if (!date.ok())
        return std::nullopt;
    return LocalDay(sys_days(date).time_since_epoch());
}

std::optional<Duration> timeOf(int h, int m, int s, int ms)
{
    if (h > 23 || m > 59 || s > 59)
        return std::nullopt;
    return hours(h) + minutes(m) + seconds(s) + milliseconds(ms);
}

/// "Z", "+01:00", "+0100", "+01" or nothing.
bool takeOffset(std::string_view &text, std::optional<seconds> &offset)
{
    if (takeChar(text, 'Z') || takeChar(text, 'z')) {
        offset = seconds(0);
        return true;
    }
    const int sign = takeChar(text, '+') ? 1 : takeChar(text, '-') ? -1 : 0;
    if (sign == 0)
        return true;
    int h = 0, m = 0;
    if (!takeDigits(text, 2, 2, h))
        return false;
    takeChar(text, ':');
    if (!text.empty() && !takeDigits(text, 2, 2, m))
        return false;
    if (h > 18 || m > 59)
        return false;
    offset = sign * (hours(h) + minutes(m));
    return true;
}

/// Decimals of a second, cut to milliseconds.
bool takeFraction(std::string_view &text, int &ms)
{
    int scale = 100;
    std::size_t digits = 0;
    ms = 0;
    for (; digits < text.size() && text[digits] >= '0' && text[digits] <= '9'; ++digits) {
        ms += (text[digits] - '0') * scale;
        scale /= 10;
    }
    text.remove_prefix(digits);
    return digits > 0 && digits <= 9;
}

std::optional<WrittenTime> readIso(std::string_view text)
{
    int y = 0, mo = 0, d = 0, h = 0, mi = 0, s = 0, ms = 0;
    WrittenTime written;
    if (!takeDigits(text, 4, 4, y) || !takeChar(text, '-') || !takeDigits(text, 2, 2, mo) || !takeChar(text, '-')
        || !takeDigits(text, 2, 2, d))
        return std::nullopt;
    written.day = dayOf(y, mo, d);
    if (!written.day)
        return std::nullopt;
    if (text.empty())
        return written;
    if (!takeChar(text, 'T') && !takeChar(text, ' ') && !takeChar(text, 't'))
        return std::nullopt;
    if (!takeDigits(text, 2, 2, h) || !takeChar(text, ':') || !takeDigits(text, 2, 2, mi))
        return std::nullopt;
    if (takeChar(text, ':') && !takeDigits(text, 2, 2, s))
        return std::nullopt;
    if ((takeChar(text, '.') || takeChar(text, ',')) && !takeFraction(text, ms))
        return std::nullopt;
    written.timeOfDay = timeOf(h, mi, s, ms);
    if (!written.timeOfDay || !takeOffset(text, written.offset) || !text.empty())
        return std::nullopt;
    return written;
}

std::optional<WrittenTime> readEpoch(std::string_view text, Duration unit)
{
    std::int64_t count = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
    // Beyond the year 9999 in milliseconds, and clear of overflow in seconds.
    if (error != std::errc() || end != text.data() + text.size() || count < 0 || count > 253'402'300'799'999)
        return std::nullopt;
    if (unit.count() > 1 && count > 253'402'300'799)
        return std::nullopt;
    const Duration since = count * unit;
    WrittenTime written;
    written.day = LocalDay(floor<days>(since));
    written.timeOfDay = since - floor<days>(since);
    written.offset = seconds(0);
    return written;
}

} // namespace

Result<TimePattern> TimePattern::compile(const std::string &format)
{
    TimePattern pattern;
    pattern.m_format = format;
    if (format == "iso8601")
        return pattern;
    if (format == "epoch_seconds" || format == "epoch_milliseconds") {
        pattern.m_kind = format == "epoch_seconds" ? Kind::epochSeconds : Kind::epochMilliseconds;
        return pattern;
    }
    pattern.m_kind = Kind::letters;
    const auto refuse = [&] { return fail(refusals::badTimeFormat, {{"format", format.substr(0, 80)}}); };
    if (format.empty() || format.size() > 80)
        return refuse();
    for (std::size_t i = 0; i < format.size();) {
        const char c = format[i];
        if (std::string_view("yMdHhmsz").find(c) != std::string_view::npos) {
            std::size_t run = 1;
            while (i + run < format.size() && format[i + run] == c)
                ++run;
            const std::size_t most = c == 'y' ? 4 : c == 'z' ? 3 : 2;
            if (run > most || (c == 'y' && run % 2 == 1) || (c == 'z' && run == 2))
                return refuse();
            pattern.m_tokens.push_back({c, int(run)});
            i += run;
        } else if (format.compare(i, 2, "AP") == 0) {
            pattern.m_tokens.push_back({'A', 2});
            i += 2;
        } else {
            pattern.m_tokens.push_back({c, 0});
            ++i;
        }
    }
    const auto has = [&](char letter) {
        return std::count_if(pattern.m_tokens.begin(), pattern.m_tokens.end(),
                             [&](const Token &token) { return token.letter == letter && token.width > 0; });
    };
    const auto dateParts = has('y') + has('M') + has('d');
    const auto hourParts = has('H') + has('h');
    const bool onceEach = has('y') <= 1 && has('M') <= 1 && has('d') <= 1 && hourParts <= 1 && has('m') <= 1
        && has('s') <= 1 && has('z') <= 1 && has('A') <= 1;
    pattern.m_givesDay = dateParts == 3;
    pattern.m_givesTime = hourParts == 1;
    const bool wholeDate = dateParts == 0 || dateParts == 3;
    const bool wholeTime = hourParts == 1 ? has('m') == 1 && (has('h') == 1) == (has('A') == 1)
                                          : has('m') + has('s') + has('z') + has('A') == 0;
    if (!onceEach || !wholeDate || !wholeTime || (!pattern.m_givesDay && !pattern.m_givesTime))
        return refuse();
    return pattern;
}

std::optional<WrittenTime> TimePattern::readLetters(std::string_view text) const
{
    int y = 1970, mo = 1, d = 1, h = 0, mi = 0, s = 0, ms = 0;
    bool afternoon = false;
    bool twelveHours = false;
    for (const Token &token : m_tokens) {
        const auto least = std::size_t(std::max(token.width, 1));
        const std::size_t most = least == 1 ? 2 : least;
        bool sound = true;
        if (token.width == 0) {
            sound = takeChar(text, token.letter);
        } else if (token.letter == 'y') {
            sound = takeDigits(text, least, least, y);
            if (token.width == 2)
                y += y < 70 ? 2000 : 1900;
        } else if (token.letter == 'M') {
            sound = takeDigits(text, least, most, mo);
        } else if (token.letter == 'd') {
            sound = takeDigits(text, least, most, d);
        } else if (token.letter == 'H' || token.letter == 'h') {
            sound = takeDigits(text, least, most, h);
            twelveHours = token.letter == 'h';
        } else if (token.letter == 'm') {
            sound = takeDigits(text, least, most, mi);
        } else if (token.letter == 's') {
            sound = takeDigits(text, least, most, s);
        } else if (token.letter == 'z') {
            sound = takeFraction(text, ms);
        } else {
            afternoon = !text.empty() && (text[0] == 'P' || text[0] == 'p');
            sound = text.size() >= 2 && (afternoon || text[0] == 'A' || text[0] == 'a') && (text[1] == 'M' || text[1] == 'm');
            if (sound)
                text.remove_prefix(2);
        }
        if (!sound)
            return std::nullopt;
    }
    if (!text.empty())
        return std::nullopt;
    if (twelveHours) {
        if (h < 1 || h > 12)
            return std::nullopt;
        h = h % 12 + (afternoon ? 12 : 0);
    }
    WrittenTime written;
    if (m_givesDay) {
        written.day = dayOf(y, mo, d);
        if (!written.day)
            return std::nullopt;
    }
    if (m_givesTime) {
        written.timeOfDay = timeOf(h, mi, s, ms);
        if (!written.timeOfDay)
            return std::nullopt;
    }
    return written;
}

std::optional<WrittenTime> TimePattern::read(std::string_view text) const
{
    switch (m_kind) {
    case Kind::iso:
        return readIso(text);
    case Kind::epochSeconds:
        return readEpoch(text, seconds(1));
    case Kind::epochMilliseconds:
        return readEpoch(text, milliseconds(1));
    case Kind::letters:
        return readLetters(text);
    }
    return std::nullopt;
}

} // namespace smartqueue::exchange
