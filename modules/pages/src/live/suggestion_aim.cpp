#include "suggestion_aim.h"

#include <array>

#include <QActionGroup>
#include <QMenu>

#include <smartqueue/presentation/suggestion_text.h>
#include <smartqueue/presentation/words.h>

namespace smartqueue::pages {

using presentation::SuggestionWish;
using simulation::Objective;

namespace {

constexpr std::array objectives{Objective::meanWait, Objective::p90Wait, Objective::slaShare, Objective::costedDelay};
constexpr std::array fairness{1, 2, 5, 10, 20};

} // namespace

SuggestionAim::SuggestionAim(QWidget *parent) : ActionButton(widgets::Icon::sliders, {}, widgets::ButtonKind::quiet, parent)
{
    setObjectName(QStringLiteral("suggestionAim"));
    setCompact(true);
    connect(this, &QPushButton::clicked, this, &SuggestionAim::openChoices);
}

void SuggestionAim::setWish(const SuggestionWish &wish)
{
    m_wish = wish;
    retranslate();
}

void SuggestionAim::retranslate()
{
    setText(tr("%1 · others +%2 min at most", "what is to get better, fairness").arg(presentation::objectiveWords(m_wish.objective)).arg(m_wish.fairnessMinutes));
    setAccessibleName(tr("Suggestions are for: %1, and no queue waits more than %2 min longer").arg(presentation::objectiveWords(m_wish.objective)).arg(m_wish.fairnessMinutes));
    setToolTip(accessibleName());
}

void SuggestionAim::addChoice(QMenu &menu, QActionGroup &group, const QString &words, const SuggestionWish &wish)
{
    QAction *choice = menu.addAction(words);
    choice->setCheckable(true);
    choice->setChecked(wish == m_wish);
    group.addAction(choice);
    connect(choice, &QAction::triggered, this, [this, wish] { Q_EMIT wishChosen(wish); });
}

void SuggestionAim::openChoices()
{
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("suggestionAimMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("What is to get better"))->setEnabled(false);
    auto *aims = new QActionGroup(menu);
    for (const Objective objective : objectives)
        addChoice(*menu, *aims, presentation::objectiveWords(objective), {objective, m_wish.fairnessMinutes});
    menu->addSeparator();
    menu->addAction(tr("How much longer a queue may wait for it"))->setEnabled(false);
    auto *limits = new QActionGroup(menu);
    for (const int minutes : fairness)
        addChoice(*menu, *limits, tr("%1 min at most").arg(minutes), {m_wish.objective, minutes});
    menu->popup(mapToGlobal(QPoint(0, height() + 2)));
}

} // namespace smartqueue::pages
