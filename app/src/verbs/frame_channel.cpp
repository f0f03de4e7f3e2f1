#include "verbs/frame_channel.h"

#include <algorithm>
#include <cstring>

#include <QtEndian>

namespace smartqueue::app {

namespace {

constexpr int sliceMs = 50;
constexpr qint64 headerBytes = 5;
/// Beyond this the sender waits for the other end to take something.
constexpr qint64 mostUnsent = 1 << 20;

} // namespace

FrameChannel::FrameChannel(QLocalSocket &socket, std::function<bool()> givenUp) : m_socket(socket), m_givenUp(std::move(givenUp))
{
    // What the other end sends ahead waits on its side.
    m_socket.setReadBufferSize(4 * largestFrame);
}

bool FrameChannel::send(char kind, std::string_view bytes)
{
    do {
        const std::string_view piece = bytes.substr(0, std::size_t(largestFrame));
        bytes.remove_prefix(piece.size());
        char header[headerBytes];
        qToBigEndian(quint32(piece.size()), header);
        header[4] = kind;
        m_socket.write(header, headerBytes);
        m_socket.write(piece.data(), qint64(piece.size()));
        m_socket.flush();
        while (m_socket.bytesToWrite() > (bytes.empty() ? 0 : mostUnsent)) {
            if (m_givenUp() || m_socket.state() != QLocalSocket::ConnectedState)
                return false;
            m_socket.waitForBytesWritten(sliceMs);
        }
    } while (!bytes.empty());
    return m_socket.state() == QLocalSocket::ConnectedState;
}

std::optional<Frame> FrameChannel::take()
{
    if (m_broken)
        return std::nullopt;
    if (!m_size) {
        if (m_socket.bytesAvailable() < headerBytes)
            return std::nullopt;
        char size[4];
        m_socket.read(size, sizeof size);
        m_size = qFromBigEndian<quint32>(size);
        m_broken = *m_size > largestFrame;
        if (m_broken)
            return std::nullopt;
    }
    // The kind is still to come.
    if (m_socket.bytesAvailable() < qint64(*m_size) + 1)
        return std::nullopt;
    Frame frame;
    m_socket.read(&frame.kind, 1);
    frame.bytes = m_socket.read(qint64(*m_size));
    m_size.reset();
    return frame;
}

std::optional<Frame> FrameChannel::receive()
{
    for (;;) {
        if (auto frame = take())
            return frame;
        if (m_broken || m_givenUp())
            return std::nullopt;
        if (m_socket.state() != QLocalSocket::ConnectedState)
            return std::nullopt;
        wait(sliceMs);
    }
}

void FrameChannel::wait(int milliseconds)
{
    if (m_socket.state() == QLocalSocket::ConnectedState)
        m_socket.waitForReadyRead(milliseconds);
}

bool FrameChannel::isGone()
{
    wait(0);
    return m_socket.state() != QLocalSocket::ConnectedState;
}

qint64 FrameInput::readData(char *data, qint64 size)
{
    while (m_piece.isEmpty() && !m_ended) {
        const auto frame = m_channel.receive();
        if (frame && frame->kind == 'i')
            m_piece = frame->bytes;
        else
            m_ended = true;
    }
    const qint64 taken = std::min<qint64>(size, m_piece.size());
    std::memcpy(data, m_piece.constData(), std::size_t(taken));
    m_piece.remove(0, taken);
    return taken;
}

} // namespace smartqueue::app
