#include "live_history.h"

#include <algorithm>

#include <QGridLayout>

#include <smartqueue/presentation/own_undo.h>
#include <smartqueue/presentation/suggestion_text.h>
#include <smartqueue/presentation/words.h>
#include <smartqueue/widgets/action_button.h>
#include <smartqueue/widgets/pill.h>
#include <smartqueue/widgets/text_label.h>

namespace smartqueue::pages {

using namespace widgets;
namespace words = presentation::words;

namespace {

constexpr std::size_t shownDecisions = 5;

} // namespace

LiveHistory::LiveHistory(engine::Engine &engine, QWidget *parent)
    : Card(parent)
    , m_outcomes(engine)
    , m_title(new TextLabel({}, TextSize::heading, QFont::Bold))
    , m_note(new TextLabel({}, TextSize::small, QFont::Normal, Ink::muted))
    , m_grid(new QGridLayout)
{
    column()->setSpacing(space::s);
    column()->addWidget(m_title);
    m_note->setWordWrap(true);
    column()->addWidget(m_note);
    m_grid->setHorizontalSpacing(space::m);
    m_grid->setVerticalSpacing(space::xs);
    m_grid->setColumnStretch(1, 1);
    column()->addLayout(m_grid);
    column()->addStretch(1);
    retranslate();
    connect(&m_outcomes, &presentation::AppliedOutcomesModel::changed, this, [this] {
        if (m_snapshot)
            show(m_snapshot);
    });
}

void LiveHistory::showEvent(QShowEvent *event)
{
    Card::showEvent(event);
    m_outcomes.setWatching(true);
}

void LiveHistory::hideEvent(QHideEvent *event)
{
    Card::hideEvent(event);
    m_outcomes.setWatching(false);
}

LiveHistory::Row &LiveHistory::rowAt(std::size_t at)
{
    while (m_rows.size() <= at) {
        const int line = 2 * int(m_rows.size());
        Row row{new TextLabel({}, TextSize::small, QFont::Normal, Ink::muted), new TextLabel, new Pill, new LinkButton(tr("Undo")),
                new TextLabel({}, TextSize::small, QFont::Normal, Ink::muted), {}};
        row.what->setWordWrap(true);
        row.outcome->setWordWrap(true);
        m_grid->addWidget(row.time, line, 0);
        m_grid->addWidget(row.what, line, 1);
        m_grid->addWidget(row.state, line, 2);
        m_grid->addWidget(row.undo, line, 3);
        m_grid->addWidget(row.outcome, line + 1, 1, 1, 3);
        connect(row.undo, &QPushButton::clicked, this,
                [this, index = m_rows.size()] { Q_EMIT undoRequested(QString::fromStdString(m_rows[index].suggestion)); });
        m_rows.push_back(row);
    }
    return m_rows[at];
}

void LiveHistory::show(const engine::SharedSnapshot &shown)
{
    m_snapshot = shown;
    const engine::BranchSnapshot &snapshot = *shown;
    const auto decided = presentation::decisionsOf(snapshot.state);
    const std::size_t count = std::min(std::size_t(decided.size()), shownDecisions);
    for (std::size_t i = 0; i < count; ++i) {
        const presentation::DecidedText &decision = decided[decided.size() - 1 - qsizetype(i)];
        Row &row = rowAt(i);
        row.suggestion = decision.id;
        row.time->setText(words::timeOfDay(decision.at, snapshot.zone));
        row.what->setText(decision.what);
        const bool open = !decision.isDismissed && !decision.isUndone;
        row.state->setLook(decision.isDismissed ? PillLook{Icon::close, tr("Dismissed"), Tone::neutral, PillStyle::outlined}
                               : decision.isUndone ? PillLook{Icon::undo, tr("Undone"), Tone::neutral, PillStyle::outlined}
                                                   : PillLook{Icon::checkCircle, tr("Applied"), Tone::good, PillStyle::outlined});
        row.undo->setText(tr("Undo"));
        row.undo->setAccessibleName(tr("Undo: %1").arg(row.what->text()));
        row.outcome->setText(open ? m_outcomes.wordsOf(decision.id, decision.at) : QString());
        row.outcome->setToolTip(tr("The time since was played again with the customers who really came, with it and without it. 95 of 100 orders of their services lie in the range."));
        row.outcome->setAccessibleDescription(row.outcome->toolTip());
        row.outcome->setVisible(!row.outcome->text().isEmpty());
        row.undo->setVisible(open && presentation::undoOfSuggestion(snapshot, decision.id, snapshot.at));
    }
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const bool used = i < count;
        m_rows[i].time->setVisible(used);
        m_rows[i].what->setVisible(used);
        m_rows[i].state->setVisible(used);
        if (!used) {
            m_rows[i].undo->hide();
            m_rows[i].outcome->hide();
        }
    }
    m_note->setVisible(decided.isEmpty());
}

QList<QWidget *> LiveHistory::stops() const
{
    QList<QWidget *> stops;
    for (const Row &row : m_rows)
        stops.append(row.undo);
    return stops;
}

void LiveHistory::retranslate()
{
    m_title->setText(tr("Decided today"));
    m_note->setText(tr("What you apply or dismiss is listed here, and can be taken back for half a minute."));
}

} // namespace smartqueue::pages
