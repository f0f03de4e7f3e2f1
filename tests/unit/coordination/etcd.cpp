#include "etcd.h"

#include <QDeadlineTimer>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

namespace {

constexpr int patienceMs = 30'000;

QString program()
{
    return QStandardPaths::findExecutable(QStringLiteral("etcd"));
}

/// Addresses of this machine that nothing listens at.
std::vector<std::string> freeAddresses(int count)
{
    std::vector<std::unique_ptr<QTcpServer>> taken;
    std::vector<std::string> addresses;
    for (int i = 0; i < count; ++i) {
        taken.push_back(std::make_unique<QTcpServer>());
        if (taken.back()->listen(QHostAddress::LocalHost))
            addresses.push_back("http://127.0.0.1:" + std::to_string(taken.back()->serverPort()));
    }
    return addresses;
}

QString text(const std::string &bytes)
{
    return QString::fromStdString(bytes);
}

} // namespace

bool Etcd::isThere()
{
    return !program().isEmpty();
}

Etcd::Etcd(int members)
{
    const std::vector<std::string> addresses = freeAddresses(2 * members);
    m_endpoints.assign(addresses.begin(), addresses.begin() + members);
    m_neighbours.assign(addresses.begin() + members, addresses.end());
}

Etcd::~Etcd()
{
    for (const auto &member : m_members) {
        member->kill();
        member->waitForFinished(patienceMs);
    }
}

bool Etcd::start()
{
    QStringList cluster;
    for (std::size_t i = 0; i < m_neighbours.size(); ++i)
        cluster.append(QStringLiteral("m%1=").arg(i) + text(m_neighbours[i]));
    for (std::size_t i = 0; i < m_endpoints.size(); ++i) {
        const QString name = QStringLiteral("m%1").arg(i);
        auto member = std::make_unique<QProcess>();
        member->setStandardErrorFile(QProcess::nullDevice());
        member->setStandardOutputFile(QProcess::nullDevice());
        member->start(program(),
                      {QStringLiteral("--name"), name, QStringLiteral("--data-dir"), m_folder.filePath(name), QStringLiteral("--listen-client-urls"), text(m_endpoints[i]),
                       QStringLiteral("--advertise-client-urls"), text(m_endpoints[i]), QStringLiteral("--listen-peer-urls"), text(m_neighbours[i]),
                       QStringLiteral("--initial-advertise-peer-urls"), text(m_neighbours[i]), QStringLiteral("--initial-cluster"), cluster.join(QLatin1Char(',')),
                       QStringLiteral("--initial-cluster-state"), QStringLiteral("new")});
        m_members.push_back(std::move(member));
    }
    const QDeadlineTimer until(patienceMs);
    for (const std::string &endpoint : m_endpoints) {
        while (!answers(endpoint)) {
            if (until.hasExpired())
                return false;
        }
    }
    return true;
}

void Etcd::kill(int member)
{
    m_members[std::size_t(member)]->kill();
    m_members[std::size_t(member)]->waitForFinished(patienceMs);
}

bool Etcd::answers(const std::string &endpoint) const
{
    const QUrl url(text(endpoint));
    QTcpSocket socket;
    socket.connectToHost(url.host(), quint16(url.port()));
    if (!socket.waitForConnected(1000))
        return false;
    socket.write("GET /health HTTP/1.0\r\n\r\n");
    QByteArray said;
    while (socket.waitForReadyRead(1000))
        said += socket.readAll();
    return said.contains("\"health\":\"true\"");
}
