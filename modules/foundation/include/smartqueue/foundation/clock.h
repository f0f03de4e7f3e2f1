#pragma once

#include <atomic>
#include <chrono>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

namespace smartqueue {

/// A UTC instant with millisecond resolution. Days and hours are the site's, see TimeZone.
using Instant = std::chrono::sys_time<std::chrono::milliseconds>;
using Duration = std::chrono::milliseconds;

/// The only source of "now". Implementations may be called from any thread.
class Clock {
public:
    virtual ~Clock() = default;
    virtual Instant now() const = 0;
};

class SystemClock final : public Clock {
public:
    Instant now() const override;
};

/// Stands still until told otherwise.
class ManualClock final : public Clock {
public:
    explicit ManualClock(Instant start) : m_now(start.time_since_epoch().count()) {}
    Instant now() const override { return Instant(Duration(m_now.load())); }
    void set(Instant now) { m_now = now.time_since_epoch().count(); }
    void advance(Duration step) { m_now += step.count(); }

private:
    std::atomic<std::int64_t> m_now;
};

/// Stands still until told to run, then goes `speed` times as fast as the steady clock.
class PacedClock final : public Clock {
public:
    explicit PacedClock(Instant start) : m_origin(start) {}
    Instant now() const override;
    /// Stands at `now` from here on.
    void set(Instant now);
    /// Goes on from where it stands.
    void run(double speed);
    double speed() const;

private:
    Instant reached() const;

    // Origin, start and speed belong together: a reader between two of them would see time jump.
    mutable std::mutex m_mutex;
    Instant m_origin;
    std::chrono::steady_clock::time_point m_started{};
    double m_speed = 0;
};

/// From any start; never goes back, and counts while the machine sleeps where the platform can.
std::chrono::milliseconds monotonicNow();

/// "2026-11-19T10:42:00Z", with ".250" before the Z only where milliseconds are not 0.
std::string toIso8601(Instant instant);

/// Reads ISO 8601 with a mandatory zone ("Z" or "+01:00"); nothing else is guessed.
std::optional<Instant> fromIso8601(std::string_view text);

} // namespace smartqueue
