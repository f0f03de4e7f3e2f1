#pragma once

#include <vector>

#include <smartqueue/engine/engine.h>
#include <smartqueue/widgets/card.h>

class QVBoxLayout;

namespace smartqueue::widgets {
class ActionButton;
class LinkButton;
class Pill;
class TextLabel;
}

namespace smartqueue::pages {

/// The open alerts that nobody has seen to, worst first; hidden when there are none.
class LiveAlerts : public widgets::Card {
    Q_OBJECT
public:
    /// `mayAct`: whether alerts can be acknowledged here, or are only told.
    explicit LiveAlerts(bool mayAct, QWidget *parent = nullptr);
    void show(const engine::BranchSnapshot &snapshot);
    void retranslate();
    /// What the Tab key stops at, in reading order.
    QList<QWidget *> stops() const;

Q_SIGNALS:
    void acknowledgeRequested(smartqueue::AlertId alert);
    void allRequested();

private:
    struct Row {
        QWidget *box;
        widgets::Pill *severity;
        widgets::TextLabel *sentence;
        widgets::TextLabel *since;
        widgets::ActionButton *acknowledge;
        AlertId alert;
    };
    Row &rowAt(std::size_t at);

    bool m_mayAct;
    widgets::LinkButton *m_all;
    std::vector<Row> m_rows;
};

} // namespace smartqueue::pages
