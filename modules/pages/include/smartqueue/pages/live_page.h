#pragma once

#include <smartqueue/engine/monitor.h>
#include <smartqueue/pages/page.h>
#include <smartqueue/presentation/console.h>
#include <smartqueue/presentation/live_trend.h>

class QHBoxLayout;
class QVBoxLayout;

namespace smartqueue::widgets {
class CardFlow;
class EmptyState;
class KpiStrip;
class LoadBalanceBar;
class Skeleton;
}

namespace smartqueue::pages {

class LiveAlerts;
class LiveHistory;
class LiveSuggestions;

/// The branch now: figures, queues worst first, what needs someone, what to do about it, and how evenly the work lies.
class LivePage : public Page {
    Q_OBJECT
public:
    explicit LivePage(presentation::Console &console, QWidget *parent = nullptr);

    PageId id() const override { return PageId::live; }
    QString title() const override;
    QString subtitle() const override;
    QString iconName() const override { return QStringLiteral("live"); }
    QList<QAction *> paletteActions() const override;
    void setStale(bool stale) override;
    QByteArray viewState() const override;
    void restoreView(const QByteArray &state) override;

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *makeContent();
    void readTrend();
    void take(const engine::SharedInsights &insights);
    void showInsights();
    void showCards();
    void showLoad();
    void orderFocus();
    void acknowledge(AlertId alert);
    void retranslate();

    presentation::Console &m_console;
    engine::SharedInsights m_insights;
    QString m_branchName;
    /// The waiting counts from before this page was made.
    presentation::WaitingTrend m_before;
    bool m_stale = false;
    widgets::Skeleton *m_skeleton = nullptr;
    widgets::EmptyState *m_empty = nullptr;
    QVBoxLayout *m_column = nullptr;
    QWidget *m_content = nullptr;
    widgets::KpiStrip *m_figures = nullptr;
    widgets::CardFlow *m_cards = nullptr;
    LiveAlerts *m_alerts = nullptr;
    LiveSuggestions *m_suggestions = nullptr;
    QHBoxLayout *m_foot = nullptr;
    widgets::LoadBalanceBar *m_load = nullptr;
    LiveHistory *m_history = nullptr;
    /// What the Tab key stops at, in reading order: much here comes and goes.
    QList<QWidget *> m_stops;
};

} // namespace smartqueue::pages
