#include "smartqueue/replication/inquiry.h"

#include <algorithm>

namespace smartqueue::replication {

Inquiry::Inquiry(Moment now, Moment patience) : m_until(now + lookAroundLimit), m_latest(now + patience) {}

void Inquiry::dialed(Link link, const DeviceId &device)
{
    m_open[link] = device;
}

void Inquiry::ended(Link link, NoAnswer why, Moment now)
{
    const auto over = m_open.extract(link);
    if (!over)
        return;
    if (why == NoAnswer::absent) {
        m_absent[over.mapped()] = now;
        return;
    }
    m_again[over.mapped()] = now + askAgainAfter;
    if (why == NoAnswer::notLetIn)
        m_notLetIn.insert(over.mapped());
}

void Inquiry::answered(Link link, const DeviceId &device, Leads leads)
{
    m_open.erase(link);
    m_answers.insert_or_assign(device, std::move(leads));
}

std::vector<DeviceId> Inquiry::due(Moment now)
{
    std::vector<DeviceId> devices;
    for (const auto &[device, at] : m_again) {
        if (at <= now)
            devices.push_back(device);
    }
    for (const DeviceId &device : devices)
        m_again.erase(device);
    if (m_open.empty() && m_again.empty() && devices.empty() && m_answers.empty()) {
        for (const auto &[device, at] : m_absent) {
            if (now - at > lookAroundLimit)
                devices.push_back(device);
        }
        for (const DeviceId &device : devices)
            m_absent.erase(device);
    }
    return devices;
}

void Inquiry::wait(Moment now, Moment patience)
{
    m_latest = std::max(m_latest, now + patience);
}

bool Inquiry::isOver(Moment now) const
{
    const bool isOld = m_answers.empty() && std::any_of(m_absent.begin(), m_absent.end(), [now](const auto &item) { return now - item.second > lookAroundLimit; });
    return (m_open.empty() && m_again.empty() && !isOld) || now >= (m_answers.empty() ? m_latest : m_until);
}

std::vector<Link> Inquiry::open() const
{
    std::vector<Link> links;
    for (const auto &[link, device] : m_open)
        links.push_back(link);
    return links;
}

} // namespace smartqueue::replication
