#pragma once

#include <optional>

#include <smartqueue/engine/engine.h>
#include <smartqueue/presentation/ticket_story.h>
#include <smartqueue/widgets/card.h>

class QScrollArea;

namespace smartqueue::widgets {
class ActionButton;
class Pill;
class Skeleton;
class StoryTimeline;
class TextLabel;
}

namespace smartqueue::pages {

class TicketActs;

/// The chosen ticket's life as a time line, with what may be done with it pinned below.
class TicketStoryPanel : public widgets::Card {
    Q_OBJECT
public:
    TicketStoryPanel(engine::Engine &engine, TicketActs &acts, QWidget *parent = nullptr);

    /// Reads and tells the story; what was shown stays until the new one is there. None empties the panel.
    void showTicket(const std::optional<engine::TicketRow> &row);
    /// Tells it again: the branch or the language moved on.
    void retell();
    void reread();
    void focusStory();
    void retranslate();
    const std::optional<presentation::TicketStory> &story() const { return m_story; }

private:
    void tell();
    void showActs();
    void popUp(widgets::ActionButton *button, void (TicketActs::*fill)(class QMenu &));

    engine::Engine &m_engine;
    TicketActs &m_acts;
    std::optional<engine::TicketRow> m_row;
    std::optional<presentation::TicketPast> m_past;
    std::optional<presentation::TicketStory> m_story;
    std::optional<Failure> m_failure;
    std::uint64_t m_question = 0;
    widgets::TextLabel *m_number;
    widgets::Pill *m_state;
    widgets::TextLabel *m_summary;
    QScrollArea *m_scroll;
    widgets::StoryTimeline *m_timeline;
    widgets::TextLabel *m_noteHead;
    widgets::TextLabel *m_note;
    widgets::TextLabel *m_nothing;
    QWidget *m_actRow;
    widgets::ActionButton *m_call;
    widgets::ActionButton *m_transfer;
    widgets::ActionButton *m_return;
    widgets::ActionButton *m_undo;
    widgets::ActionButton *m_more;
    widgets::ActionButton *m_copy;
};

} // namespace smartqueue::pages
