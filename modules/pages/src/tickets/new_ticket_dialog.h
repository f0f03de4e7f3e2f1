#pragma once

#include <QDialog>

#include <smartqueue/domain/commands.h>
#include <smartqueue/engine/engine.h>

class QComboBox;
class QLineEdit;
class QSpinBox;

namespace smartqueue::widgets {
class ActionButton;
class TextLabel;
}

namespace smartqueue::pages {

/// Issues a ticket by hand: queue, channel, priority, customer, and the wait that will be told.
class NewTicketDialog : public QDialog {
    Q_OBJECT
public:
    NewTicketDialog(engine::Engine &engine, QWidget *parent = nullptr);

Q_SIGNALS:
    void requested(const smartqueue::IssueTicket &ticket);

private:
    void estimate();
    void take();

    engine::Engine &m_engine;
    QComboBox *m_queue;
    QComboBox *m_channel;
    QSpinBox *m_priority;
    QLineEdit *m_customer;
    widgets::TextLabel *m_told;
    widgets::ActionButton *m_issue;
    std::optional<Promise> m_promise;
};

} // namespace smartqueue::pages
