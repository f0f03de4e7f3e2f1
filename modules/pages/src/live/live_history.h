#pragma once

#include <vector>

#include <smartqueue/engine/engine.h>
#include <smartqueue/presentation/applied_outcomes_model.h>
#include <smartqueue/widgets/card.h>

class QGridLayout;

namespace smartqueue::widgets {
class LinkButton;
class Pill;
class TextLabel;
}

namespace smartqueue::pages {

/// What was decided on suggestions today, the newest first, each with its Undo for as long as there is one, and with what came of it.
class LiveHistory : public widgets::Card {
    Q_OBJECT
public:
    explicit LiveHistory(engine::Engine &engine, QWidget *parent = nullptr);
    void show(const engine::SharedSnapshot &snapshot);
    void retranslate();
    /// What the Tab key stops at, in reading order.
    QList<QWidget *> stops() const;

Q_SIGNALS:
    void undoRequested(const QString &suggestion);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    struct Row {
        widgets::TextLabel *time;
        widgets::TextLabel *what;
        widgets::Pill *state;
        widgets::LinkButton *undo;
        widgets::TextLabel *outcome;
        SuggestionId suggestion;
    };
    Row &rowAt(std::size_t at);

    presentation::AppliedOutcomesModel m_outcomes;
    engine::SharedSnapshot m_snapshot;
    widgets::TextLabel *m_title;
    widgets::TextLabel *m_note;
    QGridLayout *m_grid;
    std::vector<Row> m_rows;
};

} // namespace smartqueue::pages
