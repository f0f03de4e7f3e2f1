#include "smartqueue/engine/address_book.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

namespace smartqueue::engine {

AddressBook::AddressBook(std::string file) : m_file(std::move(file))
{
    QFile book(QString::fromStdString(m_file));
    if (m_file.empty() || !book.open(QIODevice::ReadOnly))
        return;
    const QJsonObject addresses = QJsonDocument::fromJson(book.readAll()).object();
    for (auto item = addresses.begin(); item != addresses.end(); ++item)
        m_said[item.key().toStdString()] = item.value().toString().toStdString();
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

void AddressBook::save() const
{
    if (m_file.empty())
        return;
    QJsonObject book;
    for (const auto &[device, address] : m_said)
        book.insert(QString::fromStdString(device), QString::fromStdString(address));
    QSaveFile file(QString::fromStdString(m_file));
    // Only a help for the next start: without it the address is typed or found again.
    if (file.open(QIODevice::WriteOnly) && file.write(QJsonDocument(book).toJson()) > 0)
        (void)file.commit();
}

} // namespace smartqueue::engine
