#include "desk_held_card.h"

#include <QBoxLayout>

#include <smartqueue/presentation/words.h>
#include <smartqueue/widgets/action_button.h>
#include <smartqueue/widgets/text_label.h>

namespace smartqueue::pages {

using namespace widgets;
namespace words = presentation::words;

DeskHeldCard::DeskHeldCard(DeskController &desk, QWidget *parent)
    : Card(parent)
    , m_desk(desk)
{
    setPadding(space::l);
    column()->setSpacing(space::xs);
    m_title = new TextLabel({}, TextSize::heading, QFont::Bold);
    column()->addWidget(m_title);
    m_rows = new QVBoxLayout;
    m_rows->setSpacing(space::xs);
    column()->addLayout(m_rows);
    hide();
    connect(&m_desk, &DeskController::factsChanged, this, &DeskHeldCard::showFacts);
    retranslate();
}

void DeskHeldCard::retranslate()
{
    m_title->setText(tr("On hold"));
    m_shown.clear();
    showFacts();
}

void DeskHeldCard::showFacts()
{
    const auto &held = m_desk.facts().held;
    std::vector<Shown> wanted;
    for (const presentation::HeldTicket &ticket : held)
        wanted.push_back({ticket.id, ticket.reason, ticket.canResume});
    if (!wanted.empty() && wanted == m_shown) {
        showTimes();
        return;
    }
    m_shown = std::move(wanted);
    m_times.clear();
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        // A row may be the one whose button is being pressed.
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (const presentation::HeldTicket &ticket : held) {
        auto *row = new QWidget;
        auto *parts = new QHBoxLayout(row);
        parts->setContentsMargins(0, 0, 0, 0);
        parts->setSpacing(space::m);
        parts->addWidget(new TextLabel(ticket.number, TextSize::heading, QFont::Bold));
        auto *why = new QVBoxLayout;
        why->setSpacing(0);
        auto *reason = new TextLabel(ticket.reason.isEmpty() ? ticket.queue : ticket.reason);
        reason->setWordWrap(true);
        auto *time = new TextLabel({}, TextSize::small, QFont::Normal, Ink::muted);
        why->addWidget(reason);
        why->addWidget(time);
        m_times.push_back(time);
        parts->addLayout(why, 1);
        auto *resume = new ActionButton(Icon::play, tr("Resume"));
        resume->setObjectName(QStringLiteral("deskResume"));
        resume->setAccessibleName(tr("Resume %1").arg(ticket.number));
        resume->setEnabled(ticket.canResume);
        if (!ticket.canResume)
            resume->setToolTip(tr("Finish the ticket in hand first."));
        connect(resume, &QPushButton::clicked, this, [this, id = ticket.id] { m_desk.resume(id); });
        parts->addWidget(resume);
        m_rows->addWidget(row);
    }
    showTimes();
    setVisible(!held.empty());
}

void DeskHeldCard::showTimes()
{
    const auto &held = m_desk.facts().held;
    for (std::size_t i = 0; i < m_times.size() && i < held.size(); ++i)
        m_times[i]->setText(tr("%1 · for %2", "queue, duration").arg(held[i].queue, words::minutes(m_desk.now() - held[i].since)));
}

} // namespace smartqueue::pages
