#include "smartqueue/coordination/etcd_probe.h"

#include <QEventLoop>
#include <QNetworkAccessManager>
#include <QNetworkReply>

#include "etcd_requests.h"

namespace smartqueue::coordination {

namespace {

constexpr qint64 largestAnswer = 64 * 1024;

std::string reasonOf(QNetworkReply &reply)
{
    if (reply.error() != QNetworkReply::NoError)
        return reply.errorString().toStdString();
    const QJsonObject status = QJsonDocument::fromJson(reply.read(largestAnswer)).object();
    return status.contains(QStringLiteral("header")) ? std::string() : "what answers is no etcd";
}

void askAll(std::vector<EtcdProbe> &probes)
{
    QNetworkAccessManager network;
    QEventLoop loop;
    std::size_t underWay = 0;
    for (EtcdProbe &probe : probes) {
        if (!probe.endpoint.starts_with("http://") && !probe.endpoint.starts_with("https://")) {
            probe.reason = "it does not begin with http:// or https://";
            continue;
        }
        ++underWay;
        QNetworkReply *reply = network.post(requestTo(probe.endpoint, QStringLiteral("/v3/maintenance/status")), QByteArrayLiteral("{}"));
        QObject::connect(reply, &QNetworkReply::finished, &loop, [&probe, &loop, &underWay, reply] {
            probe.reason = reasonOf(*reply);
            if (--underWay == 0)
                loop.quit();
        });
    }
    if (underWay > 0)
        loop.exec();
}

} // namespace

std::vector<EtcdProbe> probeEtcd(const std::vector<std::string> &endpoints)
{
    std::vector<EtcdProbe> probes;
    for (const std::string &endpoint : endpoints)
        probes.push_back({endpoint, {}});
    if (probes.empty())
        return probes;
    inThreadOfItsOwn([&] { askAll(probes); });
    return probes;
}

} // namespace smartqueue::coordination
