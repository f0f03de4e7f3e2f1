#pragma once

#include <map>
#include <optional>
#include <vector>

#include <smartqueue/engine/monitor.h>
#include <smartqueue/pages/page.h>
#include <smartqueue/presentation/console.h>
#include <smartqueue/presentation/live_trend.h>
#include <smartqueue/presentation/suggestion_text.h>

class QHBoxLayout;
class QVBoxLayout;

namespace smartqueue::widgets {
class CardFlow;
class EmptyState;
class KpiStrip;
class LinkButton;
class LoadBalanceBar;
class Skeleton;
class SuggestionRow;
struct SuggestionRowData;
class TextLabel;
}

namespace smartqueue::pages {

class LiveAlerts;
class LiveHistory;

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

Q_SIGNALS:
    void suggestionCountChanged(int open);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    struct Suggested {
        widgets::SuggestionRow *row = nullptr;
        bool open = false;
    };

    QWidget *makeContent();
    void makeActions();
    void readTrend();
    void take(const engine::SharedInsights &insights);
    void showInsights();
    void showCards();
    void showSuggestions();
    std::vector<std::pair<SuggestionId, widgets::SuggestionRowData>> wantedRows();
    void showLoad();
    /// Someone points at a suggestion or has it focused: nothing may move under their hand.
    bool isHeld() const;
    void orderFocus();
    Suggested &rowOf(const SuggestionId &id);
    void applyFocused();
    void apply(const SuggestionId &id);
    void dismiss(const SuggestionId &id, const QString &reason);
    void undo(const SuggestionId &id);
    void acknowledge(AlertId alert);
    void submitFor(CommandBody body, const QString &done, Undoable undoable);
    void retranslate();

    presentation::Console &m_console;
    engine::SharedInsights m_insights;
    QString m_branchName;
    /// The waiting counts from before this page was made.
    presentation::WaitingTrend m_before;
    bool m_stale = false;
    bool m_showAll = false;
    widgets::Skeleton *m_skeleton = nullptr;
    widgets::EmptyState *m_empty = nullptr;
    QVBoxLayout *m_column = nullptr;
    QWidget *m_content = nullptr;
    widgets::KpiStrip *m_figures = nullptr;
    widgets::CardFlow *m_cards = nullptr;
    LiveAlerts *m_alerts = nullptr;
    widgets::TextLabel *m_suggestionTitle = nullptr;
    widgets::LinkButton *m_more = nullptr;
    widgets::TextLabel *m_noSuggestions = nullptr;
    QVBoxLayout *m_suggestionColumn = nullptr;
    QHBoxLayout *m_foot = nullptr;
    widgets::LoadBalanceBar *m_load = nullptr;
    LiveHistory *m_history = nullptr;
    std::map<SuggestionId, Suggested> m_rows;
    /// As they stand on the screen; what is applied keeps its place.
    std::vector<SuggestionId> m_order;
    /// What the Tab key stops at, in reading order: much here comes and goes.
    QList<QWidget *> m_stops;
    QAction *m_apply = nullptr;
    QAction *m_all = nullptr;
};

} // namespace smartqueue::pages
