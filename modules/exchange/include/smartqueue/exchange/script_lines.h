#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

class QIODevice;

namespace smartqueue::exchange {

/// The lines of a command script, numbered from 1, blank ones passed over. A line beyond the limit is reported and
/// skipped without being kept. Not thread-safe.
class ScriptLines {
public:
    static constexpr std::size_t lineLimit = 64 * 1024;

    struct Line {
        std::int64_t number = 0;
        std::string text;
        bool tooLong = false;
    };

    /// `device` is open for reading and outlives this.
    explicit ScriptLines(QIODevice &device) : m_device(device) {}

    /// The next line, valid until the next call; nullptr at the end.
    const Line *next();
    /// Whether next() has a whole line at hand and need not wait for the device.
    bool hasLine() const { return m_buffer.find('\n', m_position) != std::string::npos; }

private:
    bool fill();

    QIODevice &m_device;
    std::string m_buffer;
    std::size_t m_position = 0;
    std::int64_t m_number = 0;
    bool m_begun = false;
    Line m_line;
};

} // namespace smartqueue::exchange
