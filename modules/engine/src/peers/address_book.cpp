#include "smartqueue/engine/address_book.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

namespace smartqueue::engine {

namespace {

constexpr std::chrono::minutes keptEvery{1};

const QString addressKey = QStringLiteral("address");
const QString seenKey = QStringLiteral("seen");

} // namespace

AddressBook::AddressBook(std::string file) : m_file(std::move(file))
{
    QFile book(QString::fromStdString(m_file));
    if (m_file.empty() || !book.open(QIODevice::ReadOnly))
        return;
    const QJsonObject desktops = QJsonDocument::fromJson(book.readAll()).object();
    for (auto item = desktops.begin(); item != desktops.end(); ++item) {
        const QJsonObject desktop = item.value().toObject();
        const DeviceId device = item.key().toStdString();
        // Version 0.1 kept the address alone.
        m_said[device] = desktop.value(addressKey).toString(item.value().toString()).toStdString();
        if (const QJsonValue seen = desktop.value(seenKey); seen.isDouble())
            m_seen[device] = Instant(Duration(seen.toInteger()));
    }
}

void AddressBook::note(const DeviceId &device, const std::string &address)
{
    std::string &known = m_said[device];
    if (address.empty() || known == address)
        return;
    known = address;
    save();
}

void AddressBook::noteHeard(const DeviceId &device, const std::string &address)
{
    m_heard[device] = address;
}

void AddressBook::noteSeen(const DeviceId &device, Instant at)
{
    m_seen[device] = at;
    // A clock that was set back would keep it from being kept.
    if (at - m_savedAt >= keptEvery || at < m_savedAt) {
        m_savedAt = at;
        save();
    }
}

std::optional<Instant> AddressBook::lastSeen(const DeviceId &device) const
{
    const auto seen = m_seen.find(device);
    return seen == m_seen.end() ? std::nullopt : std::optional(seen->second);
}

std::string AddressBook::addressOf(const DeviceId &device) const
{
    const auto said = m_said.find(device);
    return said == m_said.end() ? std::string() : said->second;
}

std::vector<std::pair<DeviceId, std::string>> AddressBook::all() const
{
    std::vector<std::pair<DeviceId, std::string>> places;
    for (const auto &[device, address] : m_said) {
        if (!address.empty())
            places.emplace_back(device, address);
    }
    for (const auto &[device, address] : m_heard) {
        if (addressOf(device) != address)
            places.emplace_back(device, address);
    }
    return places;
}

void AddressBook::save()
{
    if (m_file.empty())
        return;
    QJsonObject book;
    const auto keep = [&](const DeviceId &device, const QString &key, const QJsonValue &value) {
        const QString name = QString::fromStdString(device);
        QJsonObject desktop = book.value(name).toObject();
        desktop.insert(key, value);
        book.insert(name, desktop);
    };
    for (const auto &[device, address] : m_said)
        keep(device, addressKey, QString::fromStdString(address));
    for (const auto &[device, at] : m_seen)
        keep(device, seenKey, qint64(at.time_since_epoch().count()));
    QSaveFile file(QString::fromStdString(m_file));
    // Only a help for the next start: without it the address is typed or found again.
    if (file.open(QIODevice::WriteOnly) && file.write(QJsonDocument(book).toJson()) > 0)
        (void)file.commit();
}

} // namespace smartqueue::engine
