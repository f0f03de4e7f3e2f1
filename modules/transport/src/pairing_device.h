#pragma once

#include <optional>

#include <QCborMap>
#include <QString>

#include <smartqueue/domain/accounts.h>

namespace smartqueue::transport {

/// A name that people can be shown; none for anything else.
std::optional<std::string> readDeviceName(const QString &text);

QCborMap wordsOf(const Device &device);
/// None when it is no device, or the certificate is not its own.
std::optional<Device> deviceIn(const QCborMap &words);

} // namespace smartqueue::transport
