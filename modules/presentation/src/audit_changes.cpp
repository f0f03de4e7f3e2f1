#include <algorithm>
#include <map>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QTime>

#include <smartqueue/domain/codec.h>
#include <smartqueue/domain/names.h>
#include <smartqueue/presentation/people.h>
#include <smartqueue/presentation/words.h>

#include "audit_lookup.h"

namespace smartqueue::presentation {

namespace {

/// How a field of the log is read.
enum class Reads { text, count, days, seconds, hour, clock, share, money, yesNo, role, platform, discipline, routing, status, service, user, tenant };

struct Field {
    QString (*label)();
    Reads reads;
};

const std::map<std::string_view, Field> &fields()
{
    static const std::map<std::string_view, Field> table{
        {"name", {[] { return AuditText::tr("Name"); }, Reads::text}},
        {"slug", {[] { return AuditText::tr("Short name"); }, Reads::text}},
        {"locale", {[] { return AuditText::tr("Language"); }, Reads::text}},
        {"time_zone", {[] { return AuditText::tr("Time zone"); }, Reads::text}},
        {"retention_days", {[] { return AuditText::tr("Keep closed tickets for"); }, Reads::days}},
        {"limits.sites", {[] { return AuditText::tr("Branches at most"); }, Reads::count}},
        {"limits.agents", {[] { return AuditText::tr("Agents at most"); }, Reads::count}},
        {"limits.queues", {[] { return AuditText::tr("Queues at most"); }, Reads::count}},
        {"suspended", {[] { return AuditText::tr("Suspended"); }, Reads::yesNo}},
        {"second_factor_for", {[] { return AuditText::tr("Second factor asked of"); }, Reads::role}},
        {"number_reset.never", {[] { return AuditText::tr("Numbers count on"); }, Reads::yesNo}},
        {"number_reset.hour", {[] { return AuditText::tr("Numbers start again at"); }, Reads::hour}},
        {"on_time_target", {[] { return AuditText::tr("On-time target"); }, Reads::share}},
        {"opens_at", {[] { return AuditText::tr("Opens at"); }, Reads::clock}},
        {"closes_at", {[] { return AuditText::tr("Closes at"); }, Reads::clock}},
        {"counters", {[] { return AuditText::tr("Counters"); }, Reads::text}},
        {"break_reasons", {[] { return AuditText::tr("Reasons for a break"); }, Reads::text}},
        {"routing", {[] { return AuditText::tr("Which queue goes first"); }, Reads::routing}},
        {"undo_seconds", {[] { return AuditText::tr("Time to undo"); }, Reads::seconds}},
        {"tenant", {[] { return AuditText::tr("Organisation"); }, Reads::tenant}},
        {"sla_seconds", {[] { return AuditText::tr("Wait at most (SLA)"); }, Reads::seconds}},
        {"required_skills", {[] { return AuditText::tr("Skills needed"); }, Reads::text}},
        {"service", {[] { return AuditText::tr("Service"); }, Reads::service}},
        {"discipline", {[] { return AuditText::tr("Who is called first"); }, Reads::discipline}},
        {"status", {[] { return AuditText::tr("State"); }, Reads::status}},
        {"prefix", {[] { return AuditText::tr("Prefix"); }, Reads::text}},
        {"first_number", {[] { return AuditText::tr("First number"); }, Reads::count}},
        {"last_number", {[] { return AuditText::tr("Last number"); }, Reads::count}},
        {"max_capacity", {[] { return AuditText::tr("Waiting at most"); }, Reads::count}},
        {"user", {[] { return AuditText::tr("Account"); }, Reads::user}},
        {"skills", {[] { return AuditText::tr("Skills"); }, Reads::text}},
        {"hourly_cost", {[] { return AuditText::tr("Cost of an hour"); }, Reads::money}},
        {"assignments", {[] { return AuditText::tr("Queues"); }, Reads::text}},
        {"priority", {[] { return AuditText::tr("Priority"); }, Reads::count}},
        {"role", {[] { return AuditText::tr("Role"); }, Reads::role}},
        {"platform", {[] { return AuditText::tr("Role on the platform"); }, Reads::platform}},
        {"active", {[] { return AuditText::tr("May sign in"); }, Reads::yesNo}},
        {"email", {[] { return AuditText::tr("E-mail"); }, Reads::text}},
        {"first_name", {[] { return AuditText::tr("First name"); }, Reads::text}},
        {"last_name", {[] { return AuditText::tr("Last name"); }, Reads::text}},
        {"phone", {[] { return AuditText::tr("Phone"); }, Reads::text}},
    };
    return table;
}

/// The live status of an agent, and what the program counts for itself, are no part of a definition.
bool isOfTheProgram(const QString &event, const QString &path)
{
    static const QStringList never{QStringLiteral("id"), QStringLiteral("revision"), QStringLiteral("event"), QStringLiteral("business_day")};
    static const QStringList live{QStringLiteral("status"), QStringLiteral("status_reason"), QStringLiteral("status_since"), QStringLiteral("counter"),
                                  QStringLiteral("current"), QStringLiteral("break_armed"), QStringLiteral("armed_reason")};
    return never.contains(path) || (event == QLatin1String("agent_defined") && live.contains(path));
}

/// Events whose fields say how a thing stands; of the others the sentence says all.
bool describes(const QString &event)
{
    static const QStringList names{QStringLiteral("branch_defined"), QStringLiteral("service_defined"), QStringLiteral("queue_defined"),
                                   QStringLiteral("agent_defined"), QStringLiteral("tenant_defined"), QStringLiteral("site_defined"),
                                   QStringLiteral("service_removed"), QStringLiteral("queue_removed"), QStringLiteral("agent_removed"),
                                   QStringLiteral("discipline_changed"), QStringLiteral("queue_status_changed"), QStringLiteral("priority_changed"),
                                   QStringLiteral("role_granted"), QStringLiteral("role_revoked"), QStringLiteral("platform_role_changed"),
                                   QStringLiteral("user_activity_changed")};
    return names.contains(event);
}

bool removes(const QString &event)
{
    return event.endsWith(QLatin1String("_removed")) || event == QLatin1String("role_revoked");
}

/// Which thing an event is about, the same before and after.
QString subjectOf(const QJsonObject &event)
{
    QString subject;
    for (const char *key : {"branch", "service", "queue", "agent", "tenant", "site", "ticket", "user"}) {
        const QJsonValue value = event.value(QLatin1String(key));
        const QJsonValue id = value.isObject() ? value.toObject().value(QLatin1String("id")) : value;
        if (!value.isUndefined())
            subject += QStringLiteral("%1:%2 ").arg(QLatin1String(key)).arg(qint64(id.toDouble()));
    }
    return subject;
}

/// The words of one thing's fields by the log's names of them.
class Description {
public:
    explicit Description(const AuditLookup &names) : m_names(names) {}

    std::map<QString, QString> operator()(const QJsonObject &event) const
    {
        const QString name = event.value(QLatin1String("event")).toString();
        std::map<QString, QString> said;
        bool wrapped = false;
        for (auto field = event.begin(); field != event.end(); ++field) {
            if (field->isObject() && name.endsWith(QLatin1String("_defined"))) {
                wrapped = true;
                add(said, name, {}, field->toObject());
            }
        }
        if (wrapped)
            return said;
        // What names the thing itself is said by the sentence.
        static const QStringList subjects{QStringLiteral("queue"), QStringLiteral("agent"), QStringLiteral("ticket"), QStringLiteral("user"),
                                          QStringLiteral("tenant"), QStringLiteral("service")};
        QJsonObject facts = event;
        for (const QString &subject : subjects)
            facts.remove(subject);
        add(said, name, {}, facts);
        return said;
    }

private:
    void add(std::map<QString, QString> &said, const QString &event, const QString &above, const QJsonObject &object) const
    {
        for (auto field = object.begin(); field != object.end(); ++field) {
            const QString path = above.isEmpty() ? field.key() : above + QLatin1Char('.') + field.key();
            if (isOfTheProgram(event, path))
                continue;
            if (field->isObject())
                add(said, event, path, field->toObject());
            else if (const QString words = value(event, path, *field); !words.isEmpty())
                said[path] = words;
        }
    }

    QString value(const QString &event, const QString &path, const QJsonValue &value) const
    {
        if (value.isArray()) {
            QStringList parts;
            for (const QJsonValue &part : value.toArray())
                parts.append(part.isObject() ? item(path, part.toObject()) : this->value(event, path, part));
            return parts.join(QStringLiteral(", "));
        }
        const auto found = fields().find(path.toStdString());
        const auto number = qint64(value.toDouble());
        switch (found == fields().end() ? Reads::text : found->second.reads) {
        case Reads::text: return value.isString() ? value.toString() : value.toVariant().toString();
        case Reads::count: return QLocale().toString(number);
        case Reads::days: return AuditText::tr("%Ln day(s)", nullptr, int(number));
        case Reads::seconds: return words::shortSpan(std::chrono::seconds(number));
        case Reads::hour: return QTime(int(number) % 24, 0).toString(QStringLiteral("HH:mm"));
        case Reads::clock: return number >= 24 * 60 ? QStringLiteral("24:00") : QTime(int(number / 60), int(number % 60)).toString(QStringLiteral("HH:mm"));
        case Reads::share: return words::percent(value.toDouble());
        case Reads::money: return QLocale().toString(value.toDouble() / 100, 'f', 2);
        case Reads::yesNo: return value.toBool() ? AuditText::tr("Yes") : AuditText::tr("No");
        case Reads::role:
            if (const auto role = fromName<Role>(value.toString().toStdString()))
                return people::role(*role);
            [[fallthrough]];
        case Reads::platform:
            if (const auto role = fromName<PlatformRole>(value.toString().toStdString()))
                return platformRoleWord(*role);
            break;
        case Reads::discipline:
            if (const auto discipline = fromName<Discipline>(value.toString().toStdString()))
                return words::discipline(*discipline);
            break;
        case Reads::routing:
            if (const auto routing = fromName<CallRouting>(value.toString().toStdString()))
                return words::routing(*routing);
            break;
        case Reads::status:
            if (const auto status = fromName<QueueStatus>(value.toString().toStdString()))
                return words::queueStatus(*status);
            break;
        case Reads::service: return m_names.service(ServiceId{number});
        case Reads::user: return m_names.user(UserId{number});
        case Reads::tenant: return m_names.tenant(TenantId{number});
        }
        return value.toString();
    }

    QString item(const QString &path, const QJsonObject &object) const
    {
        if (path == QLatin1String("assignments"))
            return AuditText::tr("%1 (%2)", "queue, rank")
                .arg(m_names.queue(QueueId{qint64(object.value(QLatin1String("queue")).toDouble())}),
                     QString::number(object.value(QLatin1String("rank")).toInt()));
        const QString name = object.value(QLatin1String("name")).toString();
        const QJsonValue limit = object.value(QLatin1String("limit_minutes"));
        return limit.isUndefined() ? name : AuditText::tr("%1 (%2)", "reason for a break, at most").arg(name, words::minutes(std::chrono::minutes(limit.toInt())));
    }

    const AuditLookup &m_names;
};

QJsonArray eventsOf(const std::vector<Event> &events)
{
    return QJsonDocument::fromJson(QByteArray::fromStdString(codec::encodeEvents(events))).array();
}

} // namespace

QString AuditWords::field(std::string_view name)
{
    const auto found = fields().find(name);
    return found == fields().end() ? QString() : found->second.label();
}

std::vector<AuditChange> AuditWords::changes(const EventBatch &batch) const
{
    const AuditLookup names(m_names, batch);
    const Description describe(names);
    const QJsonArray before = eventsOf(batch.before);
    std::vector<AuditChange> changes;
    for (const QJsonValue &each : eventsOf(batch.events)) {
        const QJsonObject event = each.toObject();
        const QString name = event.value(QLatin1String("event")).toString();
        if (!describes(name))
            continue;
        const auto stood = std::find_if(before.begin(), before.end(), [&](const QJsonValue &old) { return subjectOf(old.toObject()) == subjectOf(event); });
        const auto was = stood == before.end() ? std::map<QString, QString>() : describe(stood->toObject());
        const auto is = removes(name) ? std::map<QString, QString>() : describe(event);
        auto paths = is;
        paths.insert(was.begin(), was.end());
        for (const auto &[path, unused] : paths) {
            const QString old = was.contains(path) ? was.at(path) : QString();
            const QString now = is.contains(path) ? is.at(path) : QString();
            if (old == now)
                continue;
            const QString label = field(path.toStdString());
            changes.push_back({label.isEmpty() ? path : label, old, now});
        }
    }
    return changes;
}

} // namespace smartqueue::presentation
