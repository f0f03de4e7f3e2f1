#pragma once

#include <vector>

#include <smartqueue/engine/outbox.h>
#include <smartqueue/foundation/time_zone.h>
#include <smartqueue/widgets/card.h>

namespace smartqueue::pages {

/// What was done at this desktop without the host and no host takes: it stays here, and somebody ought to know.
class AsideActsCard : public widgets::Card {
    Q_OBJECT
public:
    AsideActsCard(const std::vector<engine::Outbox::Aside> &acts, const TimeZone &zone, QWidget *parent = nullptr);
};

} // namespace smartqueue::pages
