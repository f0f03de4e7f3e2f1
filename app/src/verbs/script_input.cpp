#include "verbs/script_input.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include <smartqueue/exchange/script_lines.h>

namespace smartqueue::app {

namespace {

using namespace std::chrono_literals;

constexpr auto askAfter = 100ms;
/// So much at once: whoever calls back waits for what has been handed on.
constexpr qint64 mostAtOnce = 4096;

} // namespace

ScriptInput::ScriptInput(InputPieces pieces, std::function<bool()> calledBack) : m_pieces(std::move(pieces)), m_calledBack(std::move(calledBack))
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

std::optional<QByteArray> ScriptInput::takeRest()
{
    if (!m_text.isEmpty())
        return std::exchange(m_text, {});
    return m_ended ? QByteArray() : m_pieces.take();
}

bool ScriptInput::isCalledBack()
{
    const auto now = std::chrono::steady_clock::now();
    if (now - m_asked < askAfter)
        return false;
    m_asked = now;
    return m_calledBack();
}

qsizetype ScriptInput::handable(qint64 size) const
{
    const qsizetype most = std::min<qint64>({size, mostAtOnce, m_text.size()});
    const qsizetype whole = most > 0 ? m_text.lastIndexOf('\n', most - 1) + 1 : 0;
    if (whole > 0)
        return whole;
    const bool isComplete = m_ended || m_text.size() > qsizetype(exchange::ScriptLines::lineLimit) || m_text.contains('\n');
    return isComplete ? most : 0;
}

qint64 ScriptInput::readData(char *data, qint64 size)
{
    for (;;) {
        if (m_ended && m_text.isEmpty())
            return 0;
        if (m_isBetweenLines && isCalledBack()) {
            m_stopped = true;
            return 0;
        }
        if (const qsizetype taken = handable(size); taken > 0) {
            std::memcpy(data, m_text.constData(), std::size_t(taken));
            m_lines += std::count(data, data + taken, '\n');
            m_isBetweenLines = data[taken - 1] == '\n';
            m_text.remove(0, taken);
            return taken;
        }
        if (const auto piece = m_pieces.take(askAfter)) {
            m_ended = piece->isEmpty();
            m_text += *piece;
        }
    }
}

} // namespace smartqueue::app
