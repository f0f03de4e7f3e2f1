#pragma once

#include <optional>

#include <smartqueue/foundation/result.h>
#include <smartqueue/foundation/time_zone.h>
#include <smartqueue/presentation/audit_reading.h>
#include <smartqueue/widgets/card.h>

class QScrollArea;

namespace smartqueue::widgets {
class ActionButton;
class TextLabel;
}

namespace smartqueue::pages {

/// One entry of the audit in full: who, when and where from, and each field before and after.
class AuditPanel : public widgets::Card {
    Q_OBJECT
public:
    explicit AuditPanel(QWidget *parent = nullptr);

    /// None: nothing is chosen.
    void show(const std::optional<presentation::AuditDetail> &detail, const TimeZone &zone);
    void showFailure(const Failure &failure);
    void retranslate();

private:
    void rebuild();
    void place(QWidget *content);
    QString asText() const;

    std::optional<presentation::AuditDetail> m_detail;
    TimeZone m_zone;
    QString m_failure;
    widgets::TextLabel *m_title;
    widgets::TextLabel *m_when;
    QScrollArea *m_scroll;
    widgets::ActionButton *m_copy;
};

} // namespace smartqueue::pages
