#include "smartqueue/exchange/script_lines.h"

#include <QIODevice>

#include <smartqueue/foundation/text.h>

namespace smartqueue::exchange {

bool ScriptLines::fill()
{
    constexpr qint64 pieceSize = 64 * 1024;
    m_buffer.erase(0, m_position);
    m_position = 0;
    for (;;) {
        const QByteArray piece = m_device.read(pieceSize);
        if (!piece.isEmpty()) {
            m_buffer.append(piece.constData(), std::size_t(piece.size()));
            return true;
        }
        if (m_device.atEnd() || !m_device.waitForReadyRead(-1))
            return false;
    }
}

const ScriptLines::Line *ScriptLines::next()
{
    for (;;) {
        m_line.text.clear();
        m_line.tooLong = false;
        bool more = m_position < m_buffer.size() || fill();
        if (!more)
            return nullptr;
        if (!m_begun) {
            m_begun = true;
            if (m_buffer.compare(0, 3, "\xef\xbb\xbf") == 0)
                m_position = 3;
        }
        for (;;) {
            const std::size_t end = m_buffer.find('\n', m_position);
            const std::size_t stop = end == std::string::npos ? m_buffer.size() : end;
            if (!m_line.tooLong)
                m_line.text.append(m_buffer, m_position, stop - m_position);
            if (m_line.text.size() > lineLimit) {
                m_line.text.clear();
                m_line.tooLong = true;
            }
            m_position = end == std::string::npos ? m_buffer.size() : end + 1;
            if (end != std::string::npos || !fill())
                break;
        }
        m_line.number = ++m_number;
        if (m_line.tooLong || !trimmed(m_line.text).empty())
            return &m_line;
    }
}

} // namespace smartqueue::exchange
