#pragma once

#include <QSslConfiguration>
#include <QSslSocket>
#include <QTest>

#include <smartqueue/transport/device_identity.h>

/// Somebody who speaks TLS and what else it likes; believes every server.
class RawClient {
public:
    explicit RawClient(const std::string &address, const smartqueue::transport::DeviceIdentity *identity = nullptr)
    {
        const auto colon = address.rfind(':');
        m_host = QString::fromStdString(address.substr(0, colon));
        m_port = quint16(std::stoi(address.substr(colon + 1)));
        QSslConfiguration tls;
        tls.setPeerVerifyMode(QSslSocket::VerifyNone);
        if (identity) {
            tls.setLocalCertificate(identity->certificate());
            tls.setPrivateKey(identity->key());
        }
        socket.setSslConfiguration(tls);
    }

    void connectPlain() { socket.connectToHost(m_host, m_port); }
    void connectEncrypted() { socket.connectToHostEncrypted(m_host, m_port); }
    bool isGone() const { return socket.state() == QAbstractSocket::UnconnectedState; }

    /// Whether the server took it as a WebSocket. Reads no more than the answer, and nothing afterwards.
    bool upgrade(const QByteArray &path)
    {
        socket.setReadBufferSize(4096);
        connectEncrypted();
        if (!QTest::qWaitFor([this] { return socket.isEncrypted() || isGone(); }, 20'000) || isGone())
            return false;
        socket.write("GET " + path + " HTTP/1.1\r\nHost: " + m_host.toLatin1()
                     + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                       "Sec-WebSocket-Version: 13\r\n\r\n");
        return QTest::qWaitFor([this] { return socket.bytesAvailable() > 0 || isGone(); }, 20'000) && !isGone()
            && socket.read(4096).startsWith("HTTP/1.1 101");
    }

    /// A frame as a client has to mask it, here with zeros.
    static QByteArray frame(char head, quint64 announced, const QByteArray &payload)
    {
        QByteArray bytes(1, head);
        if (announced < 126) {
            bytes.append(char(0x80 | announced));
        } else {
            bytes.append(char(0xff));
            for (int shift = 56; shift >= 0; shift -= 8)
                bytes.append(char(announced >> shift & 0xff));
        }
        return bytes + QByteArray(4, '\0') + payload;
    }

    QSslSocket socket;

private:
    QString m_host;
    quint16 m_port = 0;
};
