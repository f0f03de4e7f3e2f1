#pragma once

#include <QCborMap>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <smartqueue/foundation/clock.h>
#include <smartqueue/foundation/result.h>

class QWebSocket;

namespace smartqueue::transport {

/// CBOR maps of at most 16 KiB over a socket, each with its time.
class PairingWire final : public QObject {
    Q_OBJECT
public:
    static constexpr std::size_t largestFrame = 16 * 1024;

    /// The socket's parent goes on owning it.
    explicit PairingWire(QWebSocket *socket, QObject *parent);
    ~PairingWire() override;

    void say(const QString &kind, QCborMap more = {});
    /// The next word has to come within that time.
    void expectWithin(Duration time);
    void expectNothing();
    /// What was said still goes out.
    void leave(Duration limit);

Q_SIGNALS:
    void heard(const QString &kind, const QCborMap &message);
    /// After `pairing_timed_out` it can still say something; after any other nothing.
    void lost(const smartqueue::Failure &why);

private:
    void hear(const QByteArray &bytes);
    void lose(const Failure &why);

    QPointer<QWebSocket> m_socket;
    QTimer m_patience;
};

/// None when there are no such bytes, or not so many.
std::string bytesIn(const QCborMap &message, const QString &key, qsizetype count);
/// What refuses something, as it goes over the wire and comes back: a code that this program does not know comes as
/// `pairing_refused`.
QCborMap wordsOf(const Failure &failure);
Failure failureIn(const QCborMap &words);

} // namespace smartqueue::transport
