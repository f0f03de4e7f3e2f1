#include "smartqueue/coordination/etcd_authority.h"

#include <algorithm>

#include <QEventLoop>
#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkReply>

#include <smartqueue/foundation/clock.h>

#include "etcd_requests.h"

namespace smartqueue::coordination {

namespace {

using Moment = std::chrono::milliseconds;

constexpr Moment lookEvery{250};
constexpr Moment breatheEvery{500};
/// What was heard longer ago says nothing of who leads now.
constexpr Moment oldAfter{1500};
/// Between this machine's clock and that of whoever counts the lease, which both count the same seconds.
constexpr Moment margin{200};
constexpr qint64 largestAnswer = 256 * 1024;
const QString revokePath = QStringLiteral("/v3/lease/revoke");

namespace codes = engine::authority_failures;

QString coded(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toBase64());
}

QByteArray decoded(const QJsonValue &value)
{
    return QByteArray::fromBase64(value.toString().toLatin1());
}

/// The gateway writes 64-bit numbers as texts.
std::int64_t number(const QJsonValue &value)
{
    return value.isString() ? value.toString().toLongLong() : std::int64_t(value.toDouble());
}

QByteArray key(const std::string &cluster, const char *what)
{
    return "smartqueue/" + QByteArray::fromStdString(cluster) + '/' + what;
}

/// Every key that begins so.
QJsonObject rangeOf(const QByteArray &prefix)
{
    QByteArray end = prefix;
    end.back() = char(end.back() + 1);
    return {{QStringLiteral("key"), coded(prefix)}, {QStringLiteral("range_end"), coded(end)}};
}

QJsonObject comparing(const QByteArray &what, const char *target, const char *field, std::int64_t value)
{
    return {{QStringLiteral("key"), coded(what)},
            {QStringLiteral("target"), QLatin1String(target)},
            {QStringLiteral("result"), QStringLiteral("EQUAL")},
            {QLatin1String(field), QString::number(value)}};
}

QJsonObject putting(const QByteArray &what, const QByteArray &value, const QString &lease = {})
{
    QJsonObject put{{QStringLiteral("key"), coded(what)}, {QStringLiteral("value"), coded(value)}};
    if (!lease.isEmpty())
        put.insert(QStringLiteral("lease"), lease);
    return {{QStringLiteral("request_put"), put}};
}

QJsonObject transaction(const QJsonArray &compare, const QJsonArray &success)
{
    return {{QStringLiteral("compare"), compare}, {QStringLiteral("success"), success}};
}

std::int64_t revisionOf(const QJsonObject &answer)
{
    return number(answer.value(QStringLiteral("header")).toObject().value(QStringLiteral("revision")));
}

void postAndWait(const QNetworkRequest &request, const QByteArray &body)
{
    inThreadOfItsOwn([&] {
        QNetworkAccessManager network;
        QEventLoop loop;
        const std::unique_ptr<QNetworkReply> reply(network.post(request, body));
        QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
        loop.exec();
    });
}

bool succeeded(const Result<QJsonObject> &answer)
{
    return answer && answer->value(QStringLiteral("succeeded")).toBool();
}

} // namespace

EtcdAuthority::EtcdAuthority(DeviceId self, EtcdOptions options, QObject *parent)
    : EpochAuthority(parent), m_self(std::move(self)), m_options(std::move(options)), m_leadKey(key(m_options.cluster, "lead")),
      m_stateKey(key(m_options.cluster, "state"))
{
    connect(&m_looking, &QTimer::timeout, this, [this] { look([](bool) {}); });
    connect(&m_breathing, &QTimer::timeout, this, &EtcdAuthority::stayAlive);
    m_looking.start(lookEvery);
    look([](bool) {});
}

EtcdAuthority::~EtcdAuthority()
{
    if (!m_returning.isEmpty())
        postAndWait(requestTo(m_options.endpoints[m_endpoint % m_options.endpoints.size()], revokePath), compact({{QStringLiteral("ID"), m_returning}}));
}

std::optional<engine::Lead> EtcdAuthority::lead() const
{
    if (!m_seen || monotonicNow() - m_seenAt > oldAfter)
        return std::nullopt;
    return m_seen->lead;
}

bool EtcdAuthority::holds() const
{
    return !m_lease.isEmpty() && monotonicNow() < m_validUntil;
}

void EtcdAuthority::post(const QString &path, const QJsonObject &body, Told told)
{
    const std::size_t asked = m_endpoint % m_options.endpoints.size();
    QNetworkReply *reply = m_network.post(requestTo(m_options.endpoints[asked], path), compact(body));
    connect(reply, &QNetworkReply::finished, this, [this, reply, asked, told = std::move(told)] {
        reply->deleteLater();
        if (reply->error() == QNetworkReply::NoError) {
            // A stream's answers stand one on a line, and the first is the one that was asked for.
            const QJsonDocument document = QJsonDocument::fromJson(reply->read(largestAnswer).split('\n').front());
            if (document.isObject())
                return told(document.object());
        }
        m_endpoint = asked + 1;
        told(fail(codes::unreachable, {{"reason", reply->errorString().toStdString()}}));
    });
}

QJsonObject EtcdAuthority::written(const engine::Lead &lead) const
{
    QJsonArray counted;
    for (const DeviceId &device : lead.counted)
        counted.append(QString::fromStdString(device));
    return {{QStringLiteral("device"), QString::fromStdString(lead.last)}, {QStringLiteral("epoch"), qint64(lead.epoch)}, {QStringLiteral("counted"), counted}};
}

void EtcdAuthority::look(std::function<void(bool)> looked)
{
    const Moment askedAt = monotonicNow();
    post(QStringLiteral("/v3/kv/range"), rangeOf(key(m_options.cluster, "")), [this, askedAt, looked = std::move(looked)](const Result<QJsonObject> &answer) {
        // Answers may come in another order than they were asked for.
        if (!answer || askedAt < m_seenAt)
            return looked(false);
        Seen seen;
        const QJsonArray pairs = answer->value(QStringLiteral("kvs")).toArray();
        for (const QJsonValue &each : pairs) {
            const QJsonObject pair = each.toObject();
            const QByteArray name = decoded(pair.value(QStringLiteral("key")));
            const QByteArray value = decoded(pair.value(QStringLiteral("value")));
            if (name == m_leadKey) {
                seen.lead.device = value.toStdString();
            } else if (name == m_stateKey) {
                const QJsonObject state = QJsonDocument::fromJson(value).object();
                seen.lead.last = state.value(QStringLiteral("device")).toString().toStdString();
                seen.lead.epoch = number(state.value(QStringLiteral("epoch")));
                const QJsonArray counted = state.value(QStringLiteral("counted")).toArray();
                for (const QJsonValue &device : counted)
                    seen.lead.counted.insert(device.toString().toStdString());
                seen.revision = number(pair.value(QStringLiteral("mod_revision")));
            }
        }
        m_seen = std::move(seen);
        m_seenAt = askedAt;
        looked(true);
    });
}

void EtcdAuthority::claim(Epoch epoch)
{
    if (std::exchange(m_claiming, true))
        return;
    if (holds() && epoch == m_epoch) {
        m_claiming = false;
        QMetaObject::invokeMethod(this, [this] { Q_EMIT granted(m_epoch); }, Qt::QueuedConnection);
        return;
    }
    look([this, epoch](bool looked) {
        if (!looked)
            return refuse({codes::unreachable, {}});
        const engine::Lead &lead = m_seen->lead;
        const bool isPassed = lead.epoch > epoch || (lead.epoch == epoch && !lead.last.empty() && lead.last != m_self);
        if (!lead.device.empty() || isPassed)
            return refuse({codes::taken, {{"device", lead.device.empty() ? lead.last : lead.device}}});
        const Moment askedAt = monotonicNow();
        const QJsonObject wanted{{QStringLiteral("TTL"), QString::number(m_options.lease.count())}};
        post(QStringLiteral("/v3/lease/grant"), wanted, [this, epoch, judged = *m_seen, askedAt](const Result<QJsonObject> &answer) {
            const QString lease = answer ? answer->value(QStringLiteral("ID")).toString() : QString();
            lease.isEmpty() ? refuse({codes::unreachable, {}}) : enter(epoch, judged, lease, askedAt);
        });
    });
}

void EtcdAuthority::enter(Epoch epoch, const Seen &judged, const QString &lease, Moment askedAt)
{
    engine::Lead next = judged.lead;
    next.device = next.last = m_self;
    next.epoch = epoch;
    const QJsonArray compare{comparing(m_leadKey, "VERSION", "version", 0), comparing(m_stateKey, "MOD", "mod_revision", judged.revision)};
    const QJsonArray puts{putting(m_leadKey, QByteArray::fromStdString(m_self), lease), putting(m_stateKey, compact(written(next)))};
    post(QStringLiteral("/v3/kv/txn"), transaction(compare, puts), [this, next, lease, askedAt](const Result<QJsonObject> &answer) {
        if (!succeeded(answer))
            return refuse({answer ? codes::taken : codes::unreachable, {}}, lease);
        m_claiming = false;
        m_counting = false;
        m_lease = lease;
        m_leadRevision = m_stateRevision = revisionOf(*answer);
        m_epoch = next.epoch;
        m_validUntil = askedAt + m_options.lease - margin;
        m_seen = Seen{next, m_leadRevision};
        m_breathing.start(breatheEvery);
        Q_EMIT granted(m_epoch);
    });
}

void EtcdAuthority::refuse(Failure why, const QString &lease)
{
    m_claiming = false;
    if (!lease.isEmpty())
        post(revokePath, {{QStringLiteral("ID"), lease}}, [](const Result<QJsonObject> &) {});
    Q_EMIT refused(why);
}

void EtcdAuthority::stayAlive()
{
    const Moment askedAt = monotonicNow();
    post(QStringLiteral("/v3/lease/keepalive"), {{QStringLiteral("ID"), m_lease}}, [this, askedAt, lease = m_lease](const Result<QJsonObject> &answer) {
        if (!answer || lease != m_lease)
            return;
        const std::int64_t left = number(answer->value(QStringLiteral("result")).toObject().value(QStringLiteral("TTL")));
        if (left > 0) {
            m_validUntil = askedAt + std::chrono::seconds(left) - margin;
        } else {
            // It ran out meanwhile: somebody else may lead.
            m_lease.clear();
            m_breathing.stop();
        }
    });
}

void EtcdAuthority::count(const std::set<DeviceId> &devices)
{
    if (!holds() || !m_seen || std::exchange(m_counting, true))
        return;
    engine::Lead next = m_seen->lead;
    next.device = next.last = m_self;
    next.epoch = m_epoch;
    next.counted = devices;
    // What was sent before and comes late finds another revision, and changes nothing.
    const QJsonArray compare{comparing(m_leadKey, "CREATE", "create_revision", m_leadRevision), comparing(m_stateKey, "MOD", "mod_revision", m_stateRevision)};
    const QJsonArray puts{putting(m_stateKey, compact(written(next)))};
    post(QStringLiteral("/v3/kv/txn"), transaction(compare, puts), [this, devices, lease = m_lease](const Result<QJsonObject> &answer) {
        if (lease != m_lease)
            return;
        if (succeeded(answer)) {
            m_counting = false;
            m_stateRevision = revisionOf(*answer);
            Q_EMIT counted(devices);
            return;
        }
        look([this, lease](bool looked) {
            if (lease != m_lease)
                return;
            m_counting = false;
            if (looked)
                m_stateRevision = m_seen->revision;
        });
    });
}

void EtcdAuthority::resign()
{
    if (m_lease.isEmpty())
        return;
    m_breathing.stop();
    m_returning = std::exchange(m_lease, QString());
    post(revokePath, {{QStringLiteral("ID"), m_returning}}, [this, lease = m_returning](const Result<QJsonObject> &answer) {
        if (answer && lease == m_returning)
            m_returning.clear();
    });
}

} // namespace smartqueue::coordination
