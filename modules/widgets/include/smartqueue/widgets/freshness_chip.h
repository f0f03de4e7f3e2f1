#pragma once
#include "smartqueue/widgets/pill.h"

namespace smartqueue::widgets {

enum class Freshness { live, stale, offline, replay };

/// How old the shown figures are. The caller derives state and words from a real heartbeat.
class FreshnessChip : public Pill {
    Q_OBJECT
public:
    explicit FreshnessChip(QWidget *parent = nullptr);
    void setFreshness(Freshness freshness, const QString &words);
    Freshness freshness() const { return freshness_; }

private:
    Freshness freshness_ = Freshness::stale;
};

} // namespace smartqueue::widgets
