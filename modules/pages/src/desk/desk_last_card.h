#pragma once

#include <vector>

#include <smartqueue/pages/desk_controller.h>
#include <smartqueue/widgets/card.h>

class QAction;
class QGridLayout;

namespace smartqueue::widgets {
class ActionButton;
class Pill;
class TextLabel;
}

namespace smartqueue::pages {

class IconLabel;

/// The agent's last tickets: the newest act has a boxed Undo, older ones that can still be taken back a link, the rest a lock.
class DeskLastCard : public widgets::Card {
    Q_OBJECT
public:
    /// `quiet` are acts on the desk itself, beside the title.
    DeskLastCard(DeskController &desk, const QList<QAction *> &quiet, QWidget *parent = nullptr);
    void retranslate();
    /// Shows the keys that lead to the undo of the newest.
    void followUndo(QAction *undo);
    /// As many of the last tickets as fit into `height` pixels, at least one.
    void fitInto(int height);

private:
    struct Row {
        widgets::TextLabel *number;
        widgets::TextLabel *queue;
        widgets::Pill *end;
        widgets::TextLabel *time;
        widgets::ActionButton *undo;
        widgets::ActionButton *link;
        QWidget *final;
        widgets::TextLabel *finalText;
        QWidget *line;
        int steps = 0;
    };
    void showFacts();
    Row makeRow(int at);
    void showRow(Row &row, const presentation::LastTicket &ticket);

    DeskController &m_desk;
    widgets::TextLabel *m_title;
    widgets::TextLabel *m_who;
    widgets::TextLabel *m_empty;
    QGridLayout *m_grid;
    std::vector<Row> m_rows;
    std::size_t m_most;
};

} // namespace smartqueue::pages
