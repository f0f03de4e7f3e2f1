#pragma once

#include <map>

#include <smartqueue/engine/monitor.h>
#include <smartqueue/pages/page.h>
#include <smartqueue/presentation/console.h>

class QLabel;
class QVBoxLayout;

namespace smartqueue::widgets {
class CardFlow;
class EmptyState;
class KpiStrip;
class LoadBalanceBar;
class Skeleton;
class SuggestionRow;
class TextLabel;
}

namespace smartqueue::pages {

/// The branch now: figures, queues worst first, what to do about it, and how evenly the work lies.
class LivePage : public Page {
    Q_OBJECT
public:
    explicit LivePage(presentation::Console &console, QWidget *parent = nullptr);

    PageId id() const override { return PageId::live; }
    QString title() const override;
    QString subtitle() const override;
    QString iconName() const override { return QStringLiteral("live"); }
    QList<QAction *> paletteActions() const override;

Q_SIGNALS:
    void suggestionCountChanged(int open);

protected:
    void changeEvent(QEvent *event) override;

private:
    void show(const engine::SharedInsights &insights);
    void showSuggestions(const engine::Insights &insights);
    void showLoad(const engine::Insights &insights);
    widgets::SuggestionRow *row(const SuggestionId &id);
    void apply(const SuggestionId &id);
    void dismiss(const SuggestionId &id, const QString &reason);
    void undo();
    void retranslate();

    presentation::Console &m_console;
    engine::SharedInsights m_insights;
    QWidget *m_content;
    widgets::Skeleton *m_skeleton;
    widgets::EmptyState *m_empty;
    widgets::KpiStrip *m_figures;
    widgets::CardFlow *m_cards;
    widgets::TextLabel *m_suggestionTitle;
    widgets::TextLabel *m_noSuggestions;
    QVBoxLayout *m_suggestionColumn;
    std::map<SuggestionId, widgets::SuggestionRow *> m_rows;
    widgets::LoadBalanceBar *m_load = nullptr;
    QVBoxLayout *m_column;
    QAction *m_applyFirst;
    SuggestionId m_first;
};

} // namespace smartqueue::pages
