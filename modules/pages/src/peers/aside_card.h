#pragma once

#include <smartqueue/foundation/time_zone.h>
#include <smartqueue/presentation/branch_peers.h>
#include <smartqueue/widgets/card.h>

namespace smartqueue::widgets {
class ActionButton;
class TextLabel;
}

namespace smartqueue::pages {

class QuestionCard;

/// A log that was put aside: what it alone holds, where it lies, and that somebody has dealt with it.
class AsideCard : public widgets::Card {
    Q_OBJECT
public:
    /// `numbers`: of the tickets it is about, as people know them. `maySettle`: the one who sits here decides on it.
    AsideCard(const presentation::AsideLog &log, const QStringList &numbers, const TimeZone &zone, bool maySettle, QWidget *parent = nullptr);

Q_SIGNALS:
    void settled(const QString &path);

private:
    QString m_path;
    QuestionCard *m_question;
};

} // namespace smartqueue::pages
