#pragma once

#include <vector>

#include <smartqueue/pages/desk_controller.h>
#include <smartqueue/widgets/card.h>

namespace smartqueue::widgets {
class TextLabel;
}

namespace smartqueue::pages {

/// The tickets this agent holds, each with the reason and a way to go on. Hidden while there are none.
class DeskHeldCard : public widgets::Card {
    Q_OBJECT
public:
    explicit DeskHeldCard(DeskController &desk, QWidget *parent = nullptr);
    void retranslate();

private:
    void showFacts();
    void showTimes();

    DeskController &m_desk;
    widgets::TextLabel *m_title;
    QVBoxLayout *m_rows;
    struct Shown {
        TicketId id;
        QString reason;
        bool canResume = false;
        friend bool operator==(const Shown &, const Shown &) = default;
    };
    std::vector<Shown> m_shown;
    std::vector<widgets::TextLabel *> m_times;
};

} // namespace smartqueue::pages
