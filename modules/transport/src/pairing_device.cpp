#include "pairing_device.h"

#include <smartqueue/domain/limits.h>
#include <smartqueue/foundation/text.h>

#include "certificates.h"

namespace smartqueue::transport {

std::optional<std::string> readDeviceName(const QString &text)
{
    const std::string all = text.toStdString();
    const std::string name(trimmed(all));
    if (!isPlainUtf8(name) || !hasVisibleText(name) || hasHiddenMarks(name) || codePoints(name) > limits::nameCodePoints)
        return std::nullopt;
    return name;
}

QCborMap wordsOf(const Device &device)
{
    return {{QStringLiteral("id"), QString::fromStdString(device.id)},
            {QStringLiteral("name"), QString::fromStdString(device.name)},
            {QStringLiteral("certificate"), QString::fromStdString(device.certificate)},
            {QStringLiteral("revoked"), device.revoked},
            {QStringLiteral("admitted_at"), qint64(device.admittedAt.time_since_epoch().count())}};
}

std::optional<Device> deviceIn(const QCborMap &words)
{
    Device device;
    device.id = words.value(QStringLiteral("id")).toString().toStdString();
    device.name = words.value(QStringLiteral("name")).toString().toStdString();
    device.certificate = words.value(QStringLiteral("certificate")).toString().toStdString();
    device.revoked = words.value(QStringLiteral("revoked")).toBool();
    device.admittedAt = Instant(Duration(words.value(QStringLiteral("admitted_at")).toInteger()));
    if (device.certificate.size() > limits::certificateBytes || certificateOf(device).isNull())
        return std::nullopt;
    return device;
}

} // namespace smartqueue::transport
