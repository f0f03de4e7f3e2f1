#include "local_service.h"

#include <QCryptographicHash>
#include <QDataStream>
#include <QFileInfo>
#include <QLocalSocket>
#include <QPointer>

#include "verbs.h"

namespace smartqueue::app {

namespace {

/// One frame each way: kind, then bytes. Kinds of the answer: 'o' text for stdout, 'e' for stderr, 'x' the exit code.
constexpr qint64 largestRequest = 64LL << 20;
constexpr int connectTimeoutMs = 500;

void send(QLocalSocket &socket, char kind, const QByteArray &bytes)
{
    QDataStream stream(&socket);
    stream << qint8(kind) << bytes;
}

/// A complete frame, as soon as it is there.
std::optional<std::pair<char, QByteArray>> takeFrame(QLocalSocket &socket)
{
    QDataStream stream(&socket);
    stream.startTransaction();
    qint8 kind = 0;
    QByteArray bytes;
    stream >> kind >> bytes;
    if (!stream.commitTransaction())
        return std::nullopt;
    return std::pair(char(kind), bytes);
}

} // namespace

QString serviceName(const std::string &database)
{
    const QFileInfo info(QString::fromStdString(database));
    const QString canonical = info.exists() ? info.canonicalFilePath() : info.absoluteFilePath();
    const QByteArray digest = QCryptographicHash::hash(canonical.toUtf8(), QCryptographicHash::Sha256).toHex().left(24);
    return QStringLiteral("smartqueue-") + QString::fromLatin1(digest);
}

LocalService::LocalService(engine::Engine &engine, std::string database, QObject *parent)
    : QObject(parent), m_engine(engine), m_database(std::move(database)), m_server(this)
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    m_pool.setMaxThreadCount(4);
    connect(&m_server, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket *socket = m_server.nextPendingConnection())
            serve(socket);
    });
}

LocalService::~LocalService()
{
    m_server.close();
    m_pool.waitForDone();
}

bool LocalService::listen()
{
    const QString name = serviceName(m_database);
    if (m_server.listen(name))
        return true;
    // The writer's lock is ours, so a socket that is left over belongs to a process that died.
    QLocalServer::removeServer(name);
    return m_server.listen(name);
}

void LocalService::serve(QLocalSocket *socket)
{
    connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
    connect(socket, &QLocalSocket::readyRead, this, [this, socket] {
        if (socket->bytesAvailable() > largestRequest) {
            socket->abort();
            return;
        }
        const auto frame = takeFrame(*socket);
        if (!frame)
            return;
        const auto request = decodeRequest(frame->second.toStdString());
        if (!request) {
            socket->abort();
            return;
        }
        if (request->verb == "show") {
            Q_EMIT showRequested();
            send(*socket, 'x', QByteArray::number(done));
            return;
        }
        QPointer<QLocalSocket> peer(socket);
        const auto reply = [this, peer](char kind, std::string_view text) {
            const QByteArray bytes(text.data(), qsizetype(text.size()));
            QMetaObject::invokeMethod(this, [peer, kind, bytes] {
                if (peer)
                    send(*peer, kind, bytes);
            }, Qt::QueuedConnection);
        };
        m_pool.start([this, request = *request, reply] {
            Output output;
            output.json = request.json;
            output.out = [reply](std::string_view text) { reply('o', text); };
            output.err = [reply](std::string_view text) { reply('e', text); };
            const int code = runVerb(request, m_engine, output);
            reply('x', std::to_string(code));
        });
    });
}

std::optional<int> askConsole(const Request &request, const Output &output)
{
    QLocalSocket socket;
    socket.connectToServer(serviceName(request.database));
    if (!socket.waitForConnected(connectTimeoutMs))
        return std::nullopt;
    send(socket, 'r', QByteArray::fromStdString(encode(request)));
    socket.flush();
    while (true) {
        while (const auto frame = takeFrame(socket)) {
            const std::string_view text(frame->second.constData(), std::size_t(frame->second.size()));
            if (frame->first == 'o')
                output.out(text);
            else if (frame->first == 'e')
                output.err(text);
            else
                return frame->second.toInt();
        }
        if (!socket.waitForReadyRead(-1)) {
            output.failure({FailureCode("console_gone"), {}});
            return refused;
        }
    }
}

} // namespace smartqueue::app
