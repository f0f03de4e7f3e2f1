#pragma once

#include <map>

#include <QTemporaryDir>

#include <smartqueue/transport/device_identity.h>

/// Identities of their own for as many desktops as a test needs, each the same one each time.
class Desktops {
public:
    const smartqueue::transport::DeviceIdentity &identity(int number)
    {
        const auto known = m_identities.find(number);
        if (known != m_identities.end())
            return known->second;
        const std::string name = "desk " + std::to_string(number);
        const std::string folder = m_folder.filePath(QString::number(number)).toStdString();
        return m_identities.emplace(number, smartqueue::transport::DeviceIdentity::open(folder, name).value()).first->second;
    }
    smartqueue::Device device(int number) { return identity(number).device(); }

private:
    QTemporaryDir m_folder;
    std::map<int, smartqueue::transport::DeviceIdentity> m_identities;
};
