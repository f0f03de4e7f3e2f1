#include "wizard_branch_step.h"

#include <algorithm>

#include <QEvent>
#include <QHBoxLayout>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <smartqueue/engine/time_zones.h>
#include <smartqueue/presentation/words.h>
#include <smartqueue/widgets/action_button.h>
#include <smartqueue/widgets/choice_card.h>
#include <smartqueue/widgets/painted_widget.h>
#include <smartqueue/widgets/text_label.h>

#include "import_panel.h"
#include "wizard_branch_form.h"
#include "wizard_founder.h"

namespace smartqueue::pages {

using namespace widgets;

WizardBranchStep::WizardBranchStep(engine::Engine &engine, engine::HistoryImporter &importer, QWidget *parent)
    : QWidget(parent), m_founder(new WizardFounder(engine, this)), m_ways(new QStackedWidget(this)),
      m_form(new WizardBranchForm(this)),
      m_import(new ImportPanel(importer, QString::fromStdString(engine::localTimeZoneName()), this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_ways);
    m_ways->addWidget(choicePage());
    m_ways->addWidget(formPage());
    m_ways->addWidget(m_import);
    connect(m_founder, &WizardFounder::founded, this, [this] {
        Q_EMIT founded();
        Q_EMIT wayChanged();
    });
    connect(m_founder, &WizardFounder::refused, this, [this](const Failure &failure) {
        m_refusal->setText(presentation::words::failure(failure));
        m_refusal->show();
        announce(m_refusal, m_refusal->text());
        Q_EMIT wayChanged();
    });
    connect(m_import, &ImportPanel::finished, this, &WizardBranchStep::founded);
    connect(m_import, &ImportPanel::stageChanged, this, &WizardBranchStep::wayChanged);
    retranslate();
}

QWidget *WizardBranchStep::choicePage()
{
    auto *page = new QWidget(this);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::s);
    m_question = new TextLabel({}, TextSize::display, QFont::Bold, Ink::text, page);
    m_questionNote = new TextLabel({}, TextSize::heading, QFont::Normal, Ink::muted, page);
    m_question->setWordWrap(true);
    m_questionNote->setWordWrap(true);
    m_cardRow = new QHBoxLayout;
    m_cardRow->setSpacing(space::xl);
    column->addWidget(m_question);
    m_join = new LinkButton({}, page);
    m_join->setObjectName(QStringLiteral("wizardJoin"));
    m_join->hide();
    // Beside the note: below the cards the step would be higher than a small window.
    auto *below = new QHBoxLayout;
    below->setSpacing(space::m);
    below->addWidget(m_questionNote, 1);
    below->addWidget(m_join, 0, Qt::AlignTop);
    column->addLayout(below);
    column->addSpacing(space::l);
    column->addLayout(m_cardRow, 1000);
    column->addStretch(1);
    connect(m_join, &QAbstractButton::clicked, this, &WizardBranchStep::joinRequested);
    return page;
}

QWidget *WizardBranchStep::formPage()
{
    auto *page = new QWidget(this);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::s);
    m_formTitle = new TextLabel({}, TextSize::title, QFont::Bold, Ink::text, page);
    m_formNote = new TextLabel({}, TextSize::body, QFont::Normal, Ink::muted, page);
    m_formNote->setWordWrap(true);
    m_refusal = new TextLabel({}, TextSize::body, QFont::DemiBold, Ink::critical, page);
    m_refusal->setWordWrap(true);
    m_refusal->hide();
    column->addWidget(m_formTitle);
    column->addWidget(m_formNote);
    column->addSpacing(space::s);
    column->addWidget(m_form);
    column->addWidget(m_refusal);
    column->addStretch(1);
    return page;
}

void WizardBranchStep::fit(int width)
{
    m_width = width;
    int beside = m_cardRow->spacing() * std::max(0, int(m_cards.size()) - 1);
    for (const ChoiceCard *card : std::as_const(m_cards))
        beside += card->minimumSizeHint().width();
    m_cardRow->setDirection(beside <= width ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_form->fit(width);
}

void WizardBranchStep::show(Way way)
{
    m_way = way;
    m_ways->setCurrentIndex(int(way));
    if (way == Way::choice && !m_cards.isEmpty())
        m_cards.first()->setFocus(Qt::OtherFocusReason);
    else if (way == Way::form)
        m_form->firstField()->setFocus(Qt::OtherFocusReason);
    Q_EMIT wayChanged();
}

bool WizardBranchStep::isBusy() const
{
    return m_founder->isBusy() || m_import->stage() == ImportPanel::Stage::running;
}

void WizardBranchStep::offerJoining()
{
    m_join->show();
}

void WizardBranchStep::found()
{
    m_refusal->hide();
    if (isBusy() || !m_form->check())
        return;
    m_founder->found(m_form->plan());
    Q_EMIT wayChanged();
}

void WizardBranchStep::rebuildCards()
{
    int focused = -1;
    for (int i = 0; i < m_cards.size(); ++i) {
        if (m_cards.at(i)->hasFocus())
            focused = i;
    }
    qDeleteAll(m_cards);
    m_cards = {
        new ChoiceCard({ChoicePicture::demo, tr("3 minutes"), tr("Try the demo branch"),
                        tr("A busy day at thirty times its speed. Two minutes in, a queue gets into trouble and a suggestion says what would help."),
                        {tr("Nothing to prepare"), tr("Invented people, invented data"), tr("Kept apart from your own branch")},
                        tr("Start the demo"), true}, this),
        new ChoiceCard({ChoicePicture::newBranch, tr("10 minutes"), tr("New branch"),
                        tr("Name your queues and counters, set the opening hours and the wait you promise. The first ticket can follow at once."),
                        {tr("Your opening hours"), tr("Names of queues and counters"), tr("Every answer can be changed later")},
                        tr("Set up a branch"), false}, this),
        new ChoiceCard({ChoicePicture::importHistory, tr("5 minutes"), tr("Import a history"),
                        tr("Bring months of tickets from a file. The first estimates are there before you open the doors."),
                        {tr("A CSV file, or any table as text"), tr("Columns are recognised, you confirm"), tr("Customers’ names are left out")},
                        tr("Choose a file…"), false}, this),
    };
    for (ChoiceCard *card : std::as_const(m_cards))
        m_cardRow->addWidget(card, 1);
    connect(m_cards.at(0), &ChoiceCard::chosen, this, &WizardBranchStep::demoRequested);
    connect(m_cards.at(1), &ChoiceCard::chosen, this, [this] { show(Way::form); });
    connect(m_cards.at(2), &ChoiceCard::chosen, this, [this] {
        show(Way::import);
        m_import->chooseFile();
    });
    if (focused >= 0)
        m_cards.at(focused)->setFocus(Qt::OtherFocusReason);
    if (m_width > 0)
        fit(m_width);
}

void WizardBranchStep::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void WizardBranchStep::retranslate()
{
    m_question->setText(tr("How would you like to start?"));
    m_questionNote->setText(tr("Nothing is final. You can come back here from Help at any time."));
    m_join->setText(tr("Or join a branch that runs already"));
    m_formTitle->setText(tr("A new branch"));
    m_formNote->setText(tr("Take ready-made queues and change what is different with you."));
    m_form->retranslate();
    rebuildCards();
}

} // namespace smartqueue::pages
