#pragma once

#include <functional>
#include <optional>
#include <string_view>

#include <QByteArray>
#include <QIODevice>
#include <QLocalSocket>

namespace smartqueue::app {

/// What crosses the local socket. From the client: 'r' the request, then for "-" its input as 'i' pieces and 'f' at their end.
/// From the console: 'o' text for stdout, 'e' for stderr, 'x' the exit code.
struct Frame {
    char kind = 0;
    QByteArray bytes;
};

/// Frames over a connected socket, one after the other. Blocks in short slices; not in a GUI thread, one thread.
class FrameChannel {
public:
    /// Bytes of one frame; a longer text goes in several.
    static constexpr qint64 largestFrame = 256 * 1024;

    /// The socket outlives this. `givenUp` is asked while waiting; true ends every wait.
    FrameChannel(QLocalSocket &socket, std::function<bool()> givenUp);

    /// False when the other end is gone or it was given up.
    bool send(char kind, std::string_view bytes);
    /// A complete frame that is there already; nothing as well when the peer does not keep to the form, see isBroken().
    std::optional<Frame> take();
    /// Waits for one; nothing when the other end is gone or it was given up.
    std::optional<Frame> receive();
    /// Waits a moment for more to come in.
    void wait(int milliseconds);
    /// Looks after the connection without waiting.
    bool isGone();
    bool isBroken() const { return m_broken; }

private:
    QLocalSocket &m_socket;
    std::function<bool()> m_givenUp;
    std::optional<quint32> m_size;
    bool m_broken = false;
};

/// The input frames of a channel as a device: what the client reads on its standard input.
class FrameInput final : public QIODevice {
public:
    explicit FrameInput(FrameChannel &channel) : m_channel(channel) { open(QIODevice::ReadOnly | QIODevice::Unbuffered); }
    bool isSequential() const override { return true; }

protected:
    qint64 readData(char *data, qint64 size) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    FrameChannel &m_channel;
    QByteArray m_piece;
    bool m_ended = false;
};

} // namespace smartqueue::app
