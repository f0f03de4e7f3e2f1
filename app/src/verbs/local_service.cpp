#include "verbs/local_service.h"

#include <chrono>

#include <QCryptographicHash>
#include <QFileInfo>
#include <QLocalSocket>

#include <smartqueue/exchange/refusals.h>
#include <smartqueue/platform/own_socket.h>

#include "verbs/frame_channel.h"
#include "verbs/input_pieces.h"
#include "verbs/verbs.h"

namespace smartqueue::app {

namespace {

using namespace std::chrono_literals;

constexpr int connectTimeoutMs = 500;
/// So many can be served at once; a second start of the program is one of them and must not wait behind long replays.
constexpr int mostConversations = 64;
/// How often a verb under way looks whether its client is still there.
constexpr auto lookAfter = 20ms;

std::vector<std::string> addressesFor(const std::string &database)
{
    const QFileInfo info(QString::fromStdString(database));
    const QString canonical = info.exists() ? info.canonicalFilePath() : info.absoluteFilePath();
    const QByteArray digest = QCryptographicHash::hash(canonical.toUtf8(), QCryptographicHash::Sha256).toHex().left(24);
    return platform::ownSocketAddresses(digest.toStdString());
}

std::string_view viewOf(const QByteArray &bytes)
{
    return {bytes.constData(), std::size_t(bytes.size())};
}

/// The client's half of a conversation.
int converseWithConsole(QLocalSocket &socket, const Request &request, const Output &output, InputSource input)
{
    FrameChannel channel(socket, [] { return false; });
    const std::string asked = encode(request);
    if (qint64(asked.size()) > FrameChannel::largestFrame)
        return output.failure({exchange::refusals::lineTooLong, {{"field", "arguments"}, {"limit", std::to_string(FrameChannel::largestFrame)}}});
    channel.send('r', asked);
    if (request.file != "-")
        input = {};
    else if (!input)
        input = [pieces = std::make_shared<InputPieces>(InputPieces::standard())] { return pieces->take(); };
    for (;;) {
        // Looked at before the frames: what came ahead of the end is still told.
        const bool gone = socket.state() != QLocalSocket::ConnectedState;
        while (const auto frame = channel.take()) {
            if (frame->kind == 'o')
                output.out(viewOf(frame->bytes));
            else if (frame->kind == 'e')
                output.err(viewOf(frame->bytes));
            else
                return frame->bytes.toInt();
        }
        if (channel.isBroken() || gone)
            return output.failure({exchange::refusals::consoleGone, {}});
        const auto piece = input ? input() : std::nullopt;
        if (!piece) {
            channel.wait(input ? 10 : 1000);
        } else if (piece->isEmpty()) {
            input = {};
            channel.send('f', {});
        } else {
            channel.send('i', viewOf(*piece));
        }
    }
}

} // namespace

LocalService::LocalService(engine::Installation &installation, std::string database, PeerDesktop *desktop, QObject *parent)
    : QObject(parent), m_installation(installation), m_database(std::move(database)), m_desktop(desktop)
{
    m_door.setSocketOptions(QLocalServer::UserAccessOption);
    m_pool.setMaxThreadCount(mostConversations);
    m_door.visited = [this](quintptr descriptor) { m_pool.start([this, descriptor] { converse(descriptor); }); };
}

LocalService::~LocalService()
{
    m_door.close();
    m_stopping = true;
    m_pool.waitForDone();
}

bool LocalService::listen()
{
    if (m_door.isListening())
        return true;
    for (const std::string &address : addressesFor(m_database)) {
        if (!platform::makeSocketFolder(address))
            continue;
        const QString name = QString::fromStdString(address);
        if (m_door.listen(name))
            return true;
        // The writer's lock is ours, so a socket that is left over belongs to a process that died.
        QLocalServer::removeServer(name);
        if (m_door.listen(name))
            return true;
    }
    return false;
}

void LocalService::converse(quintptr descriptor)
{
    QLocalSocket socket;
    if (!socket.setSocketDescriptor(qintptr(descriptor)))
        return;
    FrameChannel channel(socket, [this] { return m_stopping.load(); });
    const auto frame = channel.receive();
    const auto request = frame && frame->kind == 'r' ? decodeRequest(frame->bytes.toStdString()) : std::nullopt;
    if (!request)
        return;
    int code = done;
    if (request->verb == "show") {
        Q_EMIT showRequested();
    } else {
        FrameInput input(channel);
        auto looked = std::chrono::steady_clock::now();
        bool gone = false;
        Caller caller;
        caller.output.json = request->json;
        caller.output.out = [&](std::string_view text) { gone = !channel.send('o', text) || gone; };
        caller.output.err = [&](std::string_view text) { gone = !channel.send('e', text) || gone; };
        caller.input = &input;
        caller.desktop = m_desktop;
        caller.gone = [&] {
            const auto now = std::chrono::steady_clock::now();
            if (!gone && now - looked > lookAfter) {
                looked = now;
                gone = channel.isGone();
            }
            return gone || m_stopping;
        };
        code = runVerb(*request, m_installation, caller);
    }
    channel.send('x', std::to_string(code));
}

std::optional<int> askConsole(const Request &request, const Output &output, InputSource input)
{
    for (const std::string &address : addressesFor(request.database)) {
        if (!platform::isOwnSocket(address))
            continue;
        QLocalSocket socket;
        socket.connectToServer(QString::fromStdString(address));
        if (socket.waitForConnected(connectTimeoutMs))
            return converseWithConsole(socket, request, output, std::move(input));
    }
    return std::nullopt;
}

} // namespace smartqueue::app
