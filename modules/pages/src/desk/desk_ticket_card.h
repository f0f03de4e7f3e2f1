#pragma once

#include <QAction>
#include <QTimer>

#include <smartqueue/pages/desk_controller.h>
#include <smartqueue/widgets/card.h>
#include <smartqueue/widgets/choice_group.h>
#include <smartqueue/widgets/text_label.h>

class QLineEdit;
class QPlainTextEdit;

namespace smartqueue::widgets {
class DurationBar;
class NumberPlate;
class Pill;
}

namespace smartqueue::pages {

class IconLabel;

/// The customer at the desk in the order of the conversation: who, how long, what was promised, notes, outcome.
class DeskTicketCard : public widgets::Card {
    Q_OBJECT
public:
    explicit DeskTicketCard(DeskController &desk, QWidget *parent = nullptr);

    /// 1 to 4, by key; opens the text field for the fourth.
    void chooseOutcome(int number);
    /// The act that calls: its keys are told to who waits for the next customer.
    void followMain(const QAction *main);
    void retranslate();

private:
    QWidget *makeTicketSide();
    QWidget *makeIdleSide();
    void showFacts();
    void showTimer();
    void showIdle();
    void showNotes(TicketId ticket);
    void takeOutcome(const QString &id);
    void saveNote();
    bool eventFilter(QObject *watched, QEvent *event) override;

    DeskController &m_desk;
    const QAction *m_main = nullptr;
    QWidget *m_ticketSide = nullptr;
    QWidget *m_idleSide = nullptr;
    widgets::TextLabel *m_idleTitle = nullptr;
    widgets::TextLabel *m_idleText = nullptr;
    widgets::Pill *m_idlePill = nullptr;
    widgets::Pill *m_state = nullptr;
    widgets::TextLabel *m_since = nullptr;
    widgets::TextLabel *m_channel = nullptr;
    IconLabel *m_channelIcon = nullptr;
    widgets::NumberPlate *m_number = nullptr;
    widgets::TextLabel *m_service = nullptr;
    widgets::TextLabel *m_queue = nullptr;
    widgets::TextLabel *m_timer = nullptr;
    widgets::DurationBar *m_bar = nullptr;
    widgets::TextLabel *m_usual = nullptr;
    widgets::TextLabel *m_waitedHead = nullptr;
    widgets::TextLabel *m_waited = nullptr;
    widgets::Pill *m_promise = nullptr;
    widgets::TextLabel *m_calledHead = nullptr;
    widgets::TextLabel *m_called = nullptr;
    widgets::TextLabel *m_cameHead = nullptr;
    widgets::TextLabel *m_came = nullptr;
    widgets::TextLabel *m_notesHead = nullptr;
    widgets::TextLabel *m_saved = nullptr;
    QWidget *m_savedIcon = nullptr;
    QPlainTextEdit *m_notes = nullptr;
    widgets::TextLabel *m_outcomeHead = nullptr;
    widgets::OptionGroup *m_outcome = nullptr;
    QLineEdit *m_other = nullptr;
    TicketId m_shown;
    bool m_dirty = false;
    bool m_filling = false;
    QTimer m_saveSoon;
};

} // namespace smartqueue::pages
