#include "pairing_wire.h"

#include <QCborValue>
#include <QWebSocket>

#include "smartqueue/transport/pairing.h"

#include "farewell.h"

namespace smartqueue::transport {

PairingWire::PairingWire(QWebSocket *socket, QObject *parent)
    : QObject(parent), m_socket(socket)
{
    m_patience.setSingleShot(true);
    m_patience.setTimerType(Qt::PreciseTimer);
    connect(&m_patience, &QTimer::timeout, this, [this] { Q_EMIT lost(Failure{pairing_failures::timedOut}); });
    socket->setMaxAllowedIncomingFrameSize(largestFrame);
    socket->setMaxAllowedIncomingMessageSize(largestFrame);
    connect(socket, &QWebSocket::binaryMessageReceived, this, &PairingWire::hear);
    connect(socket, &QWebSocket::textFrameReceived, this, [this] { lose(Failure{pairing_failures::refused, {{"reason", "malformed"}}}); });
    connect(socket, &QWebSocket::disconnected, this, [this] { lose(Failure{pairing_failures::unreachable}); });
}

PairingWire::~PairingWire()
{
    if (!m_socket)
        return;
    m_socket->disconnect(this);
    m_socket->abort();
    m_socket->deleteLater();
}

void PairingWire::say(const QString &kind, QCborMap more)
{
    if (!m_socket)
        return;
    more.insert(QStringLiteral("kind"), kind);
    m_socket->sendBinaryMessage(QCborValue(more).toCbor());
}

void PairingWire::expectWithin(Duration time)
{
    m_patience.start(time);
}

void PairingWire::expectNothing()
{
    m_patience.stop();
}

void PairingWire::leave(Duration limit)
{
    m_patience.stop();
    if (!m_socket)
        return;
    m_socket->disconnect(this);
    leaveBehindWhatWasSent(*m_socket, limit);
    m_socket = nullptr;
}

void PairingWire::hear(const QByteArray &bytes)
{
    QCborParserError error;
    const QCborValue message = QCborValue::fromCbor(bytes, &error);
    const QString kind = message[QStringLiteral("kind")].toString();
    if (error.error != QCborError::NoError || !message.isMap() || kind.isEmpty())
        return lose(Failure{pairing_failures::refused, {{"reason", "malformed"}}});
    Q_EMIT heard(kind, message.toMap());
}

void PairingWire::lose(const Failure &why)
{
    m_patience.stop();
    if (!m_socket)
        return;
    m_socket->disconnect(this);
    m_socket->abort();
    m_socket->deleteLater();
    m_socket = nullptr;
    Q_EMIT lost(why);
}

std::string bytesIn(const QCborMap &message, const QString &key, qsizetype count)
{
    const QByteArray bytes = message.value(key).toByteArray();
    return bytes.size() == count ? bytes.toStdString() : std::string();
}

QCborMap wordsOf(const Failure &failure)
{
    QCborMap detail;
    for (const auto &[key, value] : failure.detail)
        detail.insert(QString::fromStdString(key), QString::fromStdString(value));
    const std::string_view name = failure.code.name();
    return {{QStringLiteral("code"), QString::fromUtf8(name.data(), qsizetype(name.size()))}, {QStringLiteral("detail"), detail}};
}

Failure failureIn(const QCborMap &words)
{
    const std::string code = words.value(QStringLiteral("code")).toString().toStdString();
    Failure failure{pairing_failures::refused};
    for (const FailureCode known : {pairing_failures::closed, pairing_failures::busy, pairing_failures::wrongCode, pairing_failures::digitsDiffer,
                                    pairing_failures::timedOut}) {
        if (known.name() == code)
            failure.code = known;
    }
    constexpr std::size_t mostDetails = 16;
    for (const auto &[key, value] : words.value(QStringLiteral("detail")).toMap()) {
        if (failure.detail.size() < mostDetails)
            failure.detail[key.toString().toStdString()] = value.toString().toStdString();
    }
    return failure;
}

} // namespace smartqueue::transport
