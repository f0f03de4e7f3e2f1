#pragma once

#include <vector>

#include <smartqueue/engine/engine.h>
#include <smartqueue/widgets/card.h>

class QGridLayout;

namespace smartqueue::widgets {
class LinkButton;
class Pill;
class TextLabel;
}

namespace smartqueue::pages {

/// What was decided on suggestions today, the newest first, each with its Undo for as long as there is one.
class LiveHistory : public widgets::Card {
    Q_OBJECT
public:
    explicit LiveHistory(QWidget *parent = nullptr);
    void show(const engine::BranchSnapshot &snapshot);
    void retranslate();
    /// What the Tab key stops at, in reading order.
    QList<QWidget *> stops() const;

Q_SIGNALS:
    void undoRequested(const QString &suggestion);

private:
    struct Row {
        widgets::TextLabel *time;
        widgets::TextLabel *what;
        widgets::Pill *state;
        widgets::LinkButton *undo;
        SuggestionId suggestion;
    };
    Row &rowAt(std::size_t at);

    widgets::TextLabel *m_title;
    widgets::TextLabel *m_note;
    QGridLayout *m_grid;
    std::vector<Row> m_rows;
};

} // namespace smartqueue::pages
