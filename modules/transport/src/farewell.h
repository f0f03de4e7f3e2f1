#pragma once

#include <QTimer>
#include <QWebSocket>

#include <smartqueue/foundation/clock.h>

namespace smartqueue::transport {

/// Closes and deletes the socket once the other side has read everything that was sent, or after `limit`. To close at once
/// would lose it whenever something of the other's is still unread here: the system then resets the connection.
inline void leaveBehindWhatWasSent(QWebSocket &socket, Duration limit)
{
    QObject::connect(&socket, &QWebSocket::disconnected, &socket, &QObject::deleteLater);
    // Frames are read in order, so the answer to this one comes after all of them.
    QObject::connect(&socket, &QWebSocket::pong, &socket, [&socket] { socket.close(); });
    QTimer::singleShot(limit, &socket, [&socket] {
        socket.abort();
        socket.deleteLater();
    });
    socket.ping();
}

} // namespace smartqueue::transport
