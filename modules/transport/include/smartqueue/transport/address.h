#pragma once

#include <optional>
#include <string>
#include <vector>

#include <QHostAddress>
#include <QString>

namespace smartqueue::transport {

/// "name:port", "192.0.2.7:port" or "[2001:db8::7]:port", the host without its brackets; it may be empty.
struct Address {
    QString host;
    quint16 port = 0;
};

std::optional<Address> parsedAddress(const std::string &text);
/// With the brackets that an IPv6 address needs.
std::string textOf(const QHostAddress &host, quint16 port);
/// Where to listen: an address of the machine, "localhost", or every one of them for "", "0.0.0.0" and "::". None for a name.
std::optional<QHostAddress> listeningPlace(const QString &host);
/// The address of this machine that others most likely reach it by; 127.0.0.1 without a network.
QHostAddress reachableAddress();
/// What counts as one place: an IPv4 address, or the 64 bits of an IPv6 network that one customer gets.
QString placeOf(const QHostAddress &address);

} // namespace smartqueue::transport
