#include "smartqueue/pages/branch_tab.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QShortcut>

#include <smartqueue/engine/when_done.h>
#include <smartqueue/pages/import_dialog.h>
#include <smartqueue/presentation/words.h>
#include <smartqueue/widgets/action_button.h>
#include <smartqueue/widgets/painted_widget.h>
#include <smartqueue/widgets/text_label.h>

#include "question_card.h"
#include "setup_branch_form.h"
#include "setup_database_card.h"

namespace smartqueue::pages {

using namespace widgets;

namespace {

/// A changing day asks far more often than the branch's settings change.
constexpr auto followEvery = std::chrono::milliseconds(250);

} // namespace

BranchTab::BranchTab(presentation::Console &console, engine::HistoryImporter &importer, QWidget *parent)
    : AdministrationTab(parent), m_console(console), m_importer(importer), m_form(new BranchForm(this)),
      m_database(new SetupDatabaseCard(console.engine(), this))
{
    auto *card = new Card(this);
    card->setPadding(space::xl);
    m_title = new TextLabel({}, TextSize::heading, QFont::Bold, Ink::text, card);
    m_result = new TextLabel({}, TextSize::body, QFont::Normal, Ink::critical, card);
    m_result->setWordWrap(true);
    m_result->hide();
    m_save = new PrimaryButton({}, card);
    m_save->setObjectName(QStringLiteral("branchSave"));
    m_save->setEnabled(false);
    m_question = new QuestionCard(QStringLiteral("branch"), this);
    card->column()->setSpacing(space::l);
    card->column()->addWidget(m_title);
    card->column()->addWidget(m_form);
    card->column()->addWidget(m_result);
    card->column()->addWidget(m_save, 0, Qt::AlignTrailing);
    card->column()->addStretch(1);

    auto *ground = new QWidget(this);
    m_sides = new QBoxLayout(QBoxLayout::LeftToRight, ground);
    m_sides->setContentsMargins(0, 0, 0, 0);
    m_sides->setSpacing(space::l);
    m_sides->addWidget(card, 3, Qt::AlignTop);
    m_sides->addWidget(m_database, 2, Qt::AlignTop);
    auto *scroll = new QScrollArea(this);
    scroll->setWidget(ground);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::m);
    column->addWidget(scroll);
    // Not among what scrolls, so that it is seen wherever one was.
    column->addWidget(m_question);

    connect(m_form, &EditForm::edited, this, [this] { m_save->setEnabled(true); });
    connect(m_save, &QAbstractButton::clicked, this, &BranchTab::save);
    connect(m_question, &QuestionCard::focusLeft, this, [this] { m_form->firstField()->setFocus(Qt::OtherFocusReason); });
    for (const auto key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto *save = new QShortcut(QKeySequence(Qt::CTRL | key), card);
        save->setContext(Qt::WidgetWithChildrenShortcut);
        connect(save, &QShortcut::activated, this, &BranchTab::save);
    }
    m_followSoon.setSingleShot(true);
    m_followSoon.setInterval(followEvery);
    connect(&m_followSoon, &QTimer::timeout, this, &BranchTab::follow);
    connect(&console.engine(), &engine::Engine::snapshotChanged, this, [this] {
        if (isVisible() && !m_followSoon.isActive())
            m_followSoon.start();
    });
    connect(m_database, &SetupDatabaseCard::actBegins, this, &AdministrationTab::shown);
    connect(m_database, &SetupDatabaseCard::importRequested, this, [this] { importHistory(); });
    const bool runsDatabase = console.may(Permission::managePlatform);
    m_database->offer(runsDatabase, console.may(Permission::readPlatform), runsDatabase && !console.isDemo());
    connect(m_database, &SetupDatabaseCard::restoreRequested, &console, &presentation::Console::requestRestore);
    retranslate();
    follow();
}

QString BranchTab::title() const
{
    return tr("Branch");
}

QList<QAction *> BranchTab::paletteActions() const
{
    return m_database->acts();
}

void BranchTab::activated()
{
    follow();
}

void BranchTab::importHistory(const QString &path)
{
    auto *dialog = new ImportDialog(m_importer, QString::fromStdString(m_console.engine().snapshot()->state.branch.timeZone), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
    if (!path.isEmpty())
        dialog->openFile(path);
}

void BranchTab::follow()
{
    // What is being typed is never taken away.
    if (!m_form->isDirty() && !m_form->isAncestorOf(focusWidget()))
        fill();
}

void BranchTab::fill()
{
    m_form->edit(m_console.engine().snapshot(), 1);
    m_save->setEnabled(false);
}

bool BranchTab::holdsTyped() const
{
    return m_form->isDirty();
}

void BranchTab::letGo(const std::function<void()> &then)
{
    // What is being saved comes to its end here first.
    if (m_busy)
        return;
    if (!holdsTyped()) {
        then();
        return;
    }
    m_question->ask(tr("Leave without saving what you typed?"), tr("Leave"), tr("Go on here"), [this, then] {
        m_result->hide();
        fill();
        then();
    });
}

void BranchTab::save()
{
    m_result->hide();
    m_question->withdraw();
    if (m_busy || !m_form->isDirty() || !m_form->check(m_console.engine().snapshot()))
        return;
    m_busy = true;
    m_save->setEnabled(false);
    engine::whenDone(m_console.engine().submit(m_form->command()), this, [this](const engine::Answer &answer) {
        m_busy = false;
        if (answer) {
            fill();
            Q_EMIT toastRequested(tr("The branch is saved."));
            return;
        }
        m_save->setEnabled(true);
        const QString words = presentation::words::failure(answer.error());
        if (!m_form->showRefusal(answer.error(), words)) {
            m_result->setText(words);
            m_result->show();
            announce(m_result, words);
        }
    });
}

void BranchTab::fit()
{
    const bool beside = width() >= scaled(440) + space::l + m_database->minimumSizeHint().width();
    m_sides->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

void BranchTab::resizeEvent(QResizeEvent *event)
{
    AdministrationTab::resizeEvent(event);
    fit();
}

void BranchTab::changeEvent(QEvent *event)
{
    AdministrationTab::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void BranchTab::retranslate()
{
    m_title->setText(tr("Branch"));
    m_save->setText(tr("Save changes"));
    m_form->retranslate();
    m_form->sayAgain();
    Q_EMIT titleChanged();
}

} // namespace smartqueue::pages
