#pragma once

#include <QString>

#include <smartqueue/domain/values.h>
#include <smartqueue/widgets/paint.h>

/// How tickets look: one icon, word and tone for each state, on every page.
namespace smartqueue::pages {

/// Open states are filled, closed ones outlined.
widgets::PillLook stateLook(TicketState state);
widgets::PillLook endLook(LegEnd end);
widgets::Icon channelIcon(const QString &channel);

} // namespace smartqueue::pages
