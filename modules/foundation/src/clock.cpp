#include "smartqueue/foundation/clock.h"

#include <charconv>
#include <cstdio>
#include <ctime>

namespace smartqueue {

using namespace std::chrono;

Instant SystemClock::now() const
{
    return floor<milliseconds>(system_clock::now());
}

milliseconds monotonicNow()
{
#ifdef CLOCK_BOOTTIME
    timespec time{};
    if (clock_gettime(CLOCK_BOOTTIME, &time) == 0)
        return duration_cast<milliseconds>(seconds(time.tv_sec) + nanoseconds(time.tv_nsec));
#endif
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch());
}

Instant PacedClock::now() const
{
    const std::lock_guard lock(m_mutex);
    return reached();
}

double PacedClock::speed() const
{
    const std::lock_guard lock(m_mutex);
    return m_speed;
}

void PacedClock::set(Instant now)
{
    const std::lock_guard lock(m_mutex);
    m_speed = 0;
    m_origin = now;
}

void PacedClock::run(double speed)
{
    const std::lock_guard lock(m_mutex);
    m_origin = reached();
    m_started = steady_clock::now();
    m_speed = speed;
}

Instant PacedClock::reached() const
{
    if (m_speed == 0)
        return m_origin;
    return m_origin + floor<milliseconds>((steady_clock::now() - m_started) * m_speed);
}

std::string toIso8601(Instant instant)
{
    const auto day = floor<days>(instant);
    const year_month_day date(day);
    const hh_mm_ss time(instant - day);
    char text[40];
    int length = std::snprintf(text, sizeof text, "%04d-%02u-%02uT%02d:%02d:%02d", int(date.year()), unsigned(date.month()),
                               unsigned(date.day()), int(time.hours().count()), int(time.minutes().count()),
                               int(time.seconds().count()));
    if (time.subseconds().count() != 0)
        length += std::snprintf(text + length, sizeof text - std::size_t(length), ".%03d", int(time.subseconds().count()));
    return std::string(text, std::size_t(length)) + 'Z';
}

namespace {

/// Takes exactly `width` digits off the front.
bool takeNumber(std::string_view &text, std::size_t width, int &value)
{
    if (text.size() < width)
        return false;
    for (std::size_t i = 0; i < width; ++i) {
        if (text[i] < '0' || text[i] > '9')
            return false;
    }
    std::from_chars(text.data(), text.data() + width, value);
    text.remove_prefix(width);
    return true;
}

bool takeChar(std::string_view &text, char expected)
{
    if (text.empty() || text.front() != expected)
        return false;
    text.remove_prefix(1);
    return true;
}

} // namespace

std::optional<Instant> fromIso8601(std::string_view text)
{
    int year_ = 0, month_ = 0, day_ = 0, hour = 0, minute = 0, second = 0;
    if (!takeNumber(text, 4, year_) || !takeChar(text, '-') || !takeNumber(text, 2, month_) || !takeChar(text, '-')
        || !takeNumber(text, 2, day_))
        return std::nullopt;
    if (!takeChar(text, 'T') && !takeChar(text, ' '))
        return std::nullopt;
    if (!takeNumber(text, 2, hour) || !takeChar(text, ':') || !takeNumber(text, 2, minute))
        return std::nullopt;
    if (takeChar(text, ':') && !takeNumber(text, 2, second))
        return std::nullopt;
    milliseconds fraction{0};
    if (takeChar(text, '.')) {
        int scale = 100;
        std::size_t digits = 0;
        for (; digits < text.size() && text[digits] >= '0' && text[digits] <= '9'; ++digits) {
            fraction += milliseconds((text[digits] - '0') * scale);
            scale /= 10;
        }
        if (digits == 0 || digits > 9)
            return std::nullopt;
        text.remove_prefix(digits);
    }
    minutes offset{0};
    if (!takeChar(text, 'Z')) {
        const int sign = takeChar(text, '+') ? 1 : takeChar(text, '-') ? -1 : 0;
        int offsetHours = 0, offsetMinutes = 0;
        if (sign == 0 || !takeNumber(text, 2, offsetHours))
            return std::nullopt;
        takeChar(text, ':');
        if (!text.empty() && !takeNumber(text, 2, offsetMinutes))
            return std::nullopt;
        if (offsetHours > 18 || offsetMinutes > 59)
            return std::nullopt;
        offset = sign * (hours(offsetHours) + minutes(offsetMinutes));
    }
    const year_month_day date{year(year_), month(unsigned(month_)), day(unsigned(day_))};
    if (!text.empty() || !date.ok() || hour > 23 || minute > 59 || second > 59)
        return std::nullopt;
    return sys_days(date) + hours(hour) + minutes(minute) + seconds(second) + fraction - offset;
}

} // namespace smartqueue
