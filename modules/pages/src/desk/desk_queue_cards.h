#pragma once

#include <QAction>

#include <smartqueue/presentation/desk_model.h>
#include <smartqueue/widgets/card.h>

namespace smartqueue::widgets {
class TextLabel;
}

namespace smartqueue::pages {

class WholeList;

/// The agent's own queues in rank order: who waits, how long a newcomer would.
class DeskQueuesCard : public widgets::Card {
    Q_OBJECT
public:
    explicit DeskQueuesCard(QWidget *parent = nullptr);
    void show(const std::vector<presentation::OwnQueue> &queues);
    void retranslate();

protected:
    void changeEvent(QEvent *event) override;

private:
    presentation::OwnQueueModel *m_model;
    widgets::TextLabel *m_title;
    widgets::TextLabel *m_note;
    widgets::TextLabel *m_waitingHead;
    widgets::TextLabel *m_estimateHead;
    WholeList *m_list;
    widgets::TextLabel *m_none;
};

/// The tickets that come next, and the rule that puts them in this order.
class DeskNextCard : public widgets::Card {
    Q_OBJECT
public:
    explicit DeskNextCard(QWidget *parent = nullptr);
    /// The first `shown` of them.
    void show(const presentation::DeskFacts &facts, std::size_t shown);
    /// The act that takes the first of them: its keys stand in the rule.
    void followMain(const QAction *main);
    void retranslate();
    int shownRows() const;

private:
    void showRule();

    presentation::UpcomingModel *m_model;
    widgets::TextLabel *m_title;
    widgets::TextLabel *m_note;
    WholeList *m_list;
    widgets::TextLabel *m_nobody;
    widgets::TextLabel *m_rule;
    const QAction *m_main = nullptr;
    QString m_order;
};

} // namespace smartqueue::pages
