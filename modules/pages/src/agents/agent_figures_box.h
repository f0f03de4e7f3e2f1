#pragma once

#include <array>
#include <optional>

#include <QWidget>

#include <smartqueue/presentation/agent_days.h>

namespace smartqueue::widgets {
class TextLabel;
}

namespace smartqueue::pages {

/// What an agent did today and in seven days, side by side. A dash stands for what is not known yet.
class AgentFiguresBox : public QWidget {
    Q_OBJECT
public:
    explicit AgentFiguresBox(QWidget *parent = nullptr);

    /// `target` 0 to 1, of the branch; `hourlyCost` as in Agent.
    void showFigures(const std::optional<presentation::AgentFigures> &today, const std::optional<presentation::AgentFigures> &week, double target,
                     std::optional<int> hourlyCost);
    void retranslate();

private:
    static constexpr std::size_t rows = 5;
    struct Line {
        widgets::TextLabel *label;
        widgets::TextLabel *today;
        widgets::TextLabel *week;
    };

    widgets::TextLabel *m_title;
    widgets::TextLabel *m_todayHead;
    widgets::TextLabel *m_weekHead;
    std::array<Line, rows> m_lines{};
};

} // namespace smartqueue::pages
