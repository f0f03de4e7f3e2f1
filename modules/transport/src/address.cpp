#include "smartqueue/transport/address.h"

#include <QNetworkInterface>

namespace smartqueue::transport {

std::optional<Address> parsedAddress(const std::string &text)
{
    // RFC 1035: a name has 253 characters at most.
    if (text.size() > 253 + 2 + 6)
        return std::nullopt;
    const QString all = QString::fromStdString(text).trimmed();
    const qsizetype colon = all.lastIndexOf(QLatin1Char(':'));
    bool isNumber = false;
    const quint16 port = colon < 0 ? 0 : all.mid(colon + 1).toUShort(&isNumber);
    if (!isNumber)
        return std::nullopt;
    QString host = all.left(colon);
    if (host.startsWith(QLatin1Char('[')) && host.endsWith(QLatin1Char(']'))) {
        host = host.mid(1, host.size() - 2);
        if (QHostAddress(host).protocol() != QAbstractSocket::IPv6Protocol)
            return std::nullopt;
        return Address{host, port};
    }
    static const QString allowed = QStringLiteral("-._");
    for (const QChar c : host) {
        if (!c.isLetterOrNumber() && !allowed.contains(c))
            return std::nullopt;
    }
    return Address{host, port};
}

std::string textOf(const QHostAddress &host, quint16 port)
{
    bool isIPv4 = false;
    const quint32 number = host.toIPv4Address(&isIPv4);
    const QString text = isIPv4 ? QHostAddress(number).toString() : QLatin1Char('[') + host.toString() + QLatin1Char(']');
    return text.toStdString() + ':' + std::to_string(port);
}

std::optional<QHostAddress> listeningPlace(const QString &host)
{
    if (host == QLatin1String("localhost"))
        return QHostAddress(QHostAddress::LocalHost);
    const QHostAddress address(host);
    if (host.isEmpty() || address == QHostAddress(QHostAddress::AnyIPv6))
        return QHostAddress(QHostAddress::Any);
    if (address.isNull())
        return std::nullopt;
    return address;
}

QHostAddress reachableAddress()
{
    QHostAddress last(QHostAddress::LocalHost);
    bool isTunnel = false;
    for (const QNetworkInterface &each : QNetworkInterface::allInterfaces()) {
        const auto flags = each.flags();
        if (!flags.testFlag(QNetworkInterface::IsRunning) || flags.testFlag(QNetworkInterface::IsLoopBack))
            continue;
        for (const QNetworkAddressEntry &entry : each.addressEntries()) {
            const QHostAddress address = entry.ip();
            const bool isUsable = address.protocol() == QAbstractSocket::IPv4Protocol ? !address.isLinkLocal() : address.isGlobal();
            if (!isUsable)
                continue;
            // Colleagues sit in the same house more often than behind the same tunnel.
            const bool throughTunnel = flags.testFlag(QNetworkInterface::IsPointToPoint);
            const bool isFirst = last.isLoopback();
            const bool isBetter = (isTunnel && !throughTunnel)
                || (isTunnel == throughTunnel && last.protocol() == QAbstractSocket::IPv6Protocol
                    && address.protocol() == QAbstractSocket::IPv4Protocol);
            if (isFirst || isBetter) {
                last = address;
                isTunnel = throughTunnel;
            }
        }
    }
    return last;
}

QString placeOf(const QHostAddress &address)
{
    bool isIPv4 = false;
    const quint32 number = address.toIPv4Address(&isIPv4);
    if (isIPv4)
        return QHostAddress(number).toString();
    Q_IPV6ADDR bytes = address.toIPv6Address();
    std::fill(bytes.c + 8, bytes.c + 16, quint8(0));
    return QHostAddress(bytes).toString();
}

} // namespace smartqueue::transport
