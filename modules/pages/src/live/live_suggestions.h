#pragma once

#include <map>
#include <set>
#include <utility>
#include <vector>

#include <QWidget>

#include <smartqueue/pages/page.h>
#include <smartqueue/presentation/console.h>
#include <smartqueue/presentation/proven_suggestions_model.h>
#include <smartqueue/widgets/suggestion_row.h>

class QAction;
class QVBoxLayout;

namespace smartqueue::widgets {
class ActionButton;
class LinkButton;
class TextLabel;
}

namespace smartqueue::pages {

class SuggestionAim;

/// What would help now, each proven on the rest of the day, with what was just applied and can be taken back.
class LiveSuggestions : public QWidget {
    Q_OBJECT
public:
    explicit LiveSuggestions(presentation::Console &console, QWidget *parent = nullptr);

    /// Proves only while somebody looks.
    void setWatched(bool watched) { m_model.setWatching(watched); }
    void setStale(bool stale);
    const presentation::SuggestionWish &wish() const { return m_model.wish(); }
    void setWish(const presentation::SuggestionWish &wish);
    /// To the branch and the study as they are now.
    void refresh();
    void retranslate();
    void undo(const SuggestionId &id);
    QList<QAction *> acts() const { return {m_apply, m_all}; }
    /// What the Tab key stops at, in reading order.
    QList<QWidget *> stops() const;

Q_SIGNALS:
    void refreshed();
    void toastRequested(const QString &text, smartqueue::Sequence act);
    void failed(const smartqueue::Failure &failure);

private:
    using Rows = std::vector<std::pair<SuggestionId, widgets::SuggestionRowData>>;

    void makeActions();
    Rows wantedRows() const;
    Rows appliedRows() const;
    Rows offeredRows() const;
    void showRows(const Rows &wanted);
    void showState();
    /// Someone points at it or has it focused: nothing may move under their hand.
    bool isHeld(const widgets::SuggestionRow &row) const;
    bool isAnyHeld() const;
    widgets::SuggestionRow *rowOf(const SuggestionId &id);
    bool isOpen(const SuggestionId &id) const;
    void applyFocused();
    void apply(const SuggestionId &id);
    void dismiss(const SuggestionId &id, const QString &reason);
    void submitFor(CommandBody body, const QString &done);

    presentation::Console &m_console;
    presentation::ProvenSuggestionsModel m_model;
    bool m_stale = false;
    bool m_showAll = false;
    widgets::TextLabel *m_title;
    SuggestionAim *m_aim;
    widgets::LinkButton *m_more;
    widgets::TextLabel *m_state;
    widgets::LinkButton *m_again;
    widgets::TextLabel *m_caution;
    QVBoxLayout *m_column;
    std::map<SuggestionId, widgets::SuggestionRow *> m_rows;
    /// As they stand on the screen; what is applied keeps its place.
    std::vector<SuggestionId> m_order;
    /// On their way to the engine.
    std::set<SuggestionId> m_applying;
    QAction *m_apply;
    QAction *m_all;
};

} // namespace smartqueue::pages
