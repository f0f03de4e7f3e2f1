#include "desk_queue_cards.h"

#include <QBoxLayout>
#include <QEvent>

#include <smartqueue/widgets/text_label.h>

#include "desk_lists.h"
#include "icon_label.h"
#include "shown_keys.h"

namespace smartqueue::pages {

using namespace widgets;

namespace {

TextLabel *small()
{
    return new TextLabel({}, TextSize::small, QFont::Normal, Ink::muted);
}

/// The title of a card, and at the other end what its right column is.
QHBoxLayout *headRow(TextLabel *title, TextLabel *note)
{
    auto *row = new QHBoxLayout;
    row->addWidget(title);
    row->addStretch();
    row->addWidget(note);
    return row;
}

} // namespace

DeskQueuesCard::DeskQueuesCard(QWidget *parent) : Card(parent), m_model(new presentation::OwnQueueModel(this))
{
    setPadding(space::l);
    column()->setSpacing(0);
    m_title = new TextLabel({}, TextSize::heading, QFont::Bold);
    m_note = small();
    column()->addLayout(headRow(m_title, m_note));
    column()->addSpacing(space::s);
    m_waitingHead = small();
    m_waitingHead->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    m_estimateHead = small();
    m_estimateHead->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    m_estimateHead->setFixedWidth(OwnQueueDelegate::estimateWidth());
    auto *figures = new QHBoxLayout;
    figures->setSpacing(0);
    figures->addStretch();
    figures->addWidget(m_waitingHead);
    figures->addWidget(m_estimateHead);
    column()->addLayout(figures);
    column()->addSpacing(space::xs);
    column()->addWidget(new Divider);
    m_list = new WholeList(QString(), m_model);
    m_list->setItemDelegate(new OwnQueueDelegate(m_list));
    column()->addWidget(m_list);
    m_none = new TextLabel({}, TextSize::body, QFont::Normal, Ink::muted);
    m_none->setWordWrap(true);
    column()->addSpacing(space::xs);
    column()->addWidget(m_none);
}

void DeskQueuesCard::show(const std::vector<presentation::OwnQueue> &queues)
{
    m_model->show(queues);
    m_none->setVisible(queues.empty());
}

void DeskQueuesCard::retranslate()
{
    m_title->setText(tr("Your queues"));
    m_note->setText(tr("in rank order"));
    m_waitingHead->setText(tr("Waiting"));
    m_estimateHead->setText(tr("Est. wait"));
    m_list->setAccessibleName(tr("Your queues"));
    m_none->setText(tr("You are not assigned to any queue yet."));
}

void DeskQueuesCard::changeEvent(QEvent *event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        m_estimateHead->setFixedWidth(OwnQueueDelegate::estimateWidth());
}

DeskNextCard::DeskNextCard(QWidget *parent) : Card(parent), m_model(new presentation::UpcomingModel(this))
{
    // The highlighted first row reaches beyond the text column, so that its text stays on it.
    column()->setContentsMargins(space::s, space::l, space::s, space::l);
    column()->setSpacing(0);
    const auto add = [this](QLayout *line) {
        line->setContentsMargins(space::s, 0, space::s, 0);
        column()->addLayout(line);
    };
    m_title = new TextLabel({}, TextSize::heading, QFont::Bold);
    m_note = small();
    add(headRow(m_title, m_note));
    column()->addSpacing(space::s);
    m_list = new WholeList(QString(), m_model);
    m_list->setItemDelegate(new UpcomingDelegate(m_list));
    column()->addWidget(m_list);
    m_nobody = new TextLabel({}, TextSize::body, QFont::Normal, Ink::muted);
    m_nobody->setWordWrap(true);
    auto *nobody = new QHBoxLayout;
    nobody->addWidget(m_nobody);
    add(nobody);
    column()->addStretch();
    auto *line = new QHBoxLayout;
    line->addWidget(new Divider);
    add(line);
    column()->addSpacing(space::s);
    auto *rule = new QHBoxLayout;
    rule->setSpacing(space::s);
    rule->addWidget(new IconLabel(Icon::info));
    m_rule = small();
    m_rule->setWordWrap(true);
    rule->addWidget(m_rule, 1);
    add(rule);
}

void DeskNextCard::show(const presentation::DeskFacts &facts, std::size_t shown)
{
    m_model->show({facts.upcoming.begin(), facts.upcoming.begin() + std::ptrdiff_t(std::min(shown, facts.upcoming.size()))});
    m_nobody->setVisible(facts.upcoming.empty());
    m_list->setVisible(!facts.upcoming.empty());
    m_order = facts.rule;
    showRule();
}

void DeskNextCard::followMain(const QAction *main)
{
    m_main = main;
    connect(main, &QAction::changed, this, &DeskNextCard::showRule);
}

void DeskNextCard::showRule()
{
    const QString keys = shownKeys(m_main);
    m_rule->setText(keys.isEmpty() || m_order.isEmpty() ? m_order : tr("%1 %2 always takes the first.", "sentence, key").arg(m_order, keys));
}

void DeskNextCard::retranslate()
{
    m_title->setText(tr("Next tickets"));
    m_note->setText(tr("waited"));
    m_list->setAccessibleName(tr("Next tickets"));
    m_nobody->setText(tr("Nobody is waiting."));
}

int DeskNextCard::shownRows() const
{
    return m_model->rowCount();
}

} // namespace smartqueue::pages
