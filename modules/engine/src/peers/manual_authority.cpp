#include <QMetaObject>

#include "smartqueue/engine/epoch_authority.h"

namespace smartqueue::engine {

void ManualAuthority::claim(Epoch epoch)
{
    QMetaObject::invokeMethod(this, [this, epoch] { Q_EMIT granted(epoch); }, Qt::QueuedConnection);
}

void ManualAuthority::count(const std::set<DeviceId> &devices)
{
    QMetaObject::invokeMethod(this, [this, devices] { Q_EMIT counted(devices); }, Qt::QueuedConnection);
}

} // namespace smartqueue::engine
