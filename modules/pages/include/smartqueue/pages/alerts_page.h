#pragma once

#include <QTableView>
#include <QTimer>

#include <smartqueue/pages/page.h>
#include <smartqueue/presentation/alert_model.h>
#include <smartqueue/presentation/console.h>

class QBoxLayout;

namespace smartqueue::widgets {
class ActionButton;
class EmptyState;
class TextLabel;
}

namespace smartqueue::pages {

class AlertRulesCard;
class ConflictList;

/// The inbox of today's alerts, those that need someone first, above them what a supervisor has to settle between desktops, and the
/// rules that raise alerts.
class AlertsPage : public Page {
    Q_OBJECT
public:
    explicit AlertsPage(presentation::Console &console, QWidget *parent = nullptr);

    PageId id() const override { return PageId::alerts; }
    QString title() const override;
    QString subtitle() const override;
    QString iconName() const override { return QStringLiteral("bell"); }
    QList<QAction *> paletteActions() const override;
    void activated(const QVariant &argument) override;

Q_SIGNALS:
    void openCountChanged(int open);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeInbox();
    void makeActions();
    void follow();
    void showChosen();
    void acknowledge();
    void openSnoozeMenu();
    void snooze(std::chrono::minutes duration);
    void askForOwner();
    void goToQueue();
    void submitFor(CommandBody body, const QString &done);
    void retranslate();
    void arrange();
    AlertId current() const;

    presentation::Console &m_console;
    presentation::AlertModel m_model;
    QTableView *m_table = nullptr;
    widgets::EmptyState *m_empty = nullptr;
    widgets::TextLabel *m_cause = nullptr;
    QWidget *m_acts = nullptr;
    widgets::ActionButton *m_acknowledge = nullptr;
    widgets::ActionButton *m_snooze = nullptr;
    widgets::ActionButton *m_own = nullptr;
    widgets::ActionButton *m_queue = nullptr;
    QBoxLayout *m_columns = nullptr;
    QWidget *m_divider = nullptr;
    AlertRulesCard *m_rules = nullptr;
    ConflictList *m_conflicts = nullptr;
    QAction *m_acknowledgeAction = nullptr;
    QAction *m_snoozeAction = nullptr;
    QAction *m_ownAction = nullptr;
    QAction *m_queueAction = nullptr;
    QTimer m_followSoon;
};

} // namespace smartqueue::pages
