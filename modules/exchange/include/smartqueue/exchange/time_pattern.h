#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <smartqueue/foundation/result.h>
#include <smartqueue/foundation/time_zone.h>

namespace smartqueue::exchange {

/// What one text says about a time; a text may give the day, the time of day or both.
struct WrittenTime {
    std::optional<LocalDay> day;
    std::optional<Duration> timeOfDay;
    /// Set where the text names its own offset from UTC.
    std::optional<std::chrono::seconds> offset;
};

/// A compiled way of writing times: `iso8601`, `epoch_seconds`, `epoch_milliseconds`, or letters as in "dd/MM/yyyy H:mm:ss"
/// (yyyy yy MM M dd d HH H hh h mm m ss s zzz AP; anything else stands for itself; two-digit years mean 1970 to 2069).
class TimePattern {
public:
    /// Fails with `bad_time_format`.
    static Result<TimePattern> compile(const std::string &format);

    std::optional<WrittenTime> read(std::string_view text) const;
    bool givesDay() const { return m_givesDay; }
    bool givesTime() const { return m_givesTime; }
    const std::string &format() const { return m_format; }

private:
    enum class Kind { iso, epochSeconds, epochMilliseconds, letters };
    struct Token {
        char letter = 0;
        /// Digits; for a literal the character itself is in `letter` and the width is 0.
        int width = 0;
    };

    std::optional<WrittenTime> readLetters(std::string_view text) const;

    std::string m_format;
    Kind m_kind = Kind::iso;
    std::vector<Token> m_tokens;
    bool m_givesDay = true;
    bool m_givesTime = true;
};

} // namespace smartqueue::exchange
