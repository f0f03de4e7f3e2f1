#include "agent_figures_box.h"

#include <QGridLayout>

#include <smartqueue/presentation/agent_facts.h>
#include <smartqueue/presentation/words.h>
#include <smartqueue/widgets/text_label.h>

namespace smartqueue::pages {

using namespace widgets;
using presentation::AgentFigures;
namespace words = presentation::words;

namespace {

enum Row { served, service, onTime, breaks, cost };

QString dash()
{
    return QStringLiteral("–");
}

QString breaksOf(const AgentFigures &figures)
{
    if (figures.breaks == 0 && figures.onBreak.count() == 0)
        return AgentFiguresBox::tr("none", "breaks");
    return AgentFiguresBox::tr("%1 · %2", "number of breaks, time in them").arg(figures.breaks).arg(words::shortSpan(figures.onBreak));
}

QString valueOf(Row row, const std::optional<AgentFigures> &figures, std::optional<int> hourlyCost)
{
    if (!figures)
        return dash();
    switch (row) {
    case served: return words::number(figures->served);
    case service: return figures->served > 0 ? words::shortSpan(*figures->meanService()) : dash();
    case onTime: return figures->served > 0 ? words::percent(*figures->onTimeShare()) : dash();
    case breaks: return breaksOf(*figures);
    case cost: {
        const auto each = figures->costPerTicket(hourlyCost);
        return each ? presentation::amount(*each) : dash();
    }
    }
    return {};
}

} // namespace

AgentFiguresBox::AgentFiguresBox(QWidget *parent)
    : QWidget(parent), m_title(new TextLabel({}, TextSize::small, QFont::Bold, Ink::muted, this)),
      m_todayHead(new TextLabel({}, TextSize::small, QFont::Normal, Ink::muted, this)),
      m_weekHead(new TextLabel({}, TextSize::small, QFont::Normal, Ink::muted, this))
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(space::l);
    grid->setVerticalSpacing(space::xs);
    grid->setColumnStretch(0, 1);
    grid->addWidget(m_title, 0, 0);
    grid->addWidget(m_todayHead, 0, 1, Qt::AlignTrailing);
    grid->addWidget(m_weekHead, 0, 2, Qt::AlignTrailing);
    for (std::size_t i = 0; i < rows; ++i) {
        m_lines[i] = {new TextLabel({}, TextSize::body, QFont::Normal, Ink::text, this), new TextLabel({}, TextSize::body, QFont::Bold, Ink::text, this),
                      new TextLabel({}, TextSize::body, QFont::Normal, Ink::text, this)};
        grid->addWidget(m_lines[i].label, int(i) + 1, 0);
        grid->addWidget(m_lines[i].today, int(i) + 1, 1, Qt::AlignTrailing);
        grid->addWidget(m_lines[i].week, int(i) + 1, 2, Qt::AlignTrailing);
    }
    m_lines[served].today->setObjectName(QStringLiteral("agentServedToday"));
    m_lines[cost].today->setObjectName(QStringLiteral("agentCostToday"));
    retranslate();
}

void AgentFiguresBox::showFigures(const std::optional<AgentFigures> &today, const std::optional<AgentFigures> &week, double target, std::optional<int> hourlyCost)
{
    for (std::size_t i = 0; i < rows; ++i) {
        m_lines[i].today->setText(valueOf(Row(i), today, hourlyCost));
        m_lines[i].week->setText(valueOf(Row(i), week, hourlyCost));
    }
    // An amount without the cost of an hour would be a row of dashes.
    for (TextLabel *part : {m_lines[cost].label, m_lines[cost].today, m_lines[cost].week})
        part->setVisible(hourlyCost.has_value());
    m_lines[onTime].label->setText(tr("On time (target %1)").arg(words::percent(target)));
}

void AgentFiguresBox::retranslate()
{
    m_title->setText(tr("Performance"));
    m_todayHead->setText(tr("Today"));
    m_weekHead->setText(tr("7 days"));
    m_lines[served].label->setText(tr("Served"));
    m_lines[service].label->setText(tr("Mean service"));
    m_lines[breaks].label->setText(tr("Breaks"));
    m_lines[cost].label->setText(tr("Cost of a ticket"));
}

} // namespace smartqueue::pages
