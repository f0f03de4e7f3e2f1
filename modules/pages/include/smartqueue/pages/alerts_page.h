#pragma once

#include <QTableView>

#include <smartqueue/pages/page.h>
#include <smartqueue/presentation/alert_model.h>
#include <smartqueue/presentation/console.h>

namespace smartqueue::widgets {
class ActionButton;
class Card;
class EmptyState;
class TextLabel;
}

namespace smartqueue::pages {

/// The inbox of alerts, and the rules that raise them.
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

private:
    void show(const engine::SharedSnapshot &snapshot);
    void updateActions();
    void acknowledge();
    void snooze(std::chrono::minutes duration);
    void takeOwnership();
    void goToQueue();
    void submitFor(CommandBody body, const QString &done);
    void countLastWeek();
    void retranslate();
    AlertId current() const;

    presentation::Console &m_console;
    presentation::AlertModel m_model;
    QTableView *m_table;
    widgets::EmptyState *m_empty;
    widgets::ActionButton *m_acknowledge;
    widgets::ActionButton *m_snooze;
    widgets::ActionButton *m_own;
    widgets::ActionButton *m_queue;
    widgets::TextLabel *m_rulesTitle;
    QList<widgets::TextLabel *> m_ruleNames;
    QList<widgets::TextLabel *> m_ruleTexts;
    QList<widgets::TextLabel *> m_ruleCounts;
    QAction *m_acknowledgeAction;
    QAction *m_snoozeAction;
    /// Rises of the last seven days by AlertType; empty until counted.
    std::vector<int> m_lastWeek;
    bool m_counting = false;
};

} // namespace smartqueue::pages
