#include "smartqueue/pages/setup_page.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QShortcut>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QTabBar>

#include <smartqueue/pages/import_dialog.h>
#include <smartqueue/presentation/setup_models.h>
#include <smartqueue/engine/when_done.h>
#include <smartqueue/presentation/words.h>
#include <smartqueue/widgets/action_button.h>
#include <smartqueue/widgets/console_style.h>
#include <smartqueue/widgets/painted_widget.h>
#include <smartqueue/widgets/text_label.h>

#include "setup_branch_form.h"
#include "setup_database_card.h"
#include "setup_list.h"
#include "setup_queue_form.h"
#include "setup_sheet.h"
#include "setup_small_forms.h"

namespace smartqueue::pages {

using namespace widgets;

namespace {

/// A changing day asks for the lists far more often than a list changes.
constexpr auto followEvery = std::chrono::milliseconds(250);

SetupList::Words queueWords()
{
    return {SetupPage::tr("Filter queues"), SetupPage::tr("New queue"),
            SetupPage::tr("No queue yet. A service comes first: it says how long people may wait.")};
}

SetupList::Words serviceWords()
{
    return {SetupPage::tr("Filter services"), SetupPage::tr("New service"), SetupPage::tr("No service yet. What do people come for?")};
}

SetupList::Words counterWords()
{
    return {SetupPage::tr("Filter counters"), SetupPage::tr("New counter"), SetupPage::tr("No counter yet. Where are people served?")};
}

SetupList::Words agentWords()
{
    return {SetupPage::tr("Filter agents"), SetupPage::tr("New agent"), SetupPage::tr("No agent yet. Who calls and serves?")};
}

} // namespace

SetupPage::SetupPage(presentation::Console &console, engine::HistoryImporter &importer, QWidget *parent)
    : Page(parent), m_console(console), m_importer(importer), m_main(new QWidget(this)), m_tabs(new QTabBar(this)), m_stack(new QStackedWidget(this)),
      m_branch(new BranchForm(this)), m_database(new SetupDatabaseCard(console.engine(), this)),
      m_sheet(new SetupSheet(console.engine(), this))
{
    using presentation::AgentSetupModel;
    using presentation::CounterSetupModel;
    using presentation::QueueSetupModel;
    using presentation::ServiceSetupModel;
    m_lists = {new SetupList(new QueueSetupModel(this), QueueSetupModel::status, queueWords, this),
               new SetupList(new ServiceSetupModel(this), -1, serviceWords, this),
               new SetupList(new CounterSetupModel(this), -1, counterWords, this),
               new SetupList(new AgentSetupModel(this), AgentSetupModel::status, agentWords, this)};
    m_forms = {new QueueForm(m_sheet), new ServiceForm(m_sheet), new CounterForm(m_sheet), new AgentForm(m_sheet)};
    m_stack->addWidget(branchTab());
    m_tabs->setObjectName(QStringLiteral("setupTabs"));
    // Each tab shows its own focus.
    setRingShape(m_tabs, RingShape::none);
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->addTab({});
    for (int i = 0; i < m_lists.size(); ++i) {
        SetupForm *form = m_forms.at(i);
        SetupList *list = m_lists.at(i);
        m_sheet->addForm(form);
        m_stack->addWidget(list);
        m_tabs->addTab({});
        connect(list, &SetupList::createRequested, this, [this, form] { m_sheet->edit(form, 0); });
        connect(list, &SetupList::editRequested, this, [this, form](qint64 id) { m_sheet->edit(form, id); });
        auto *action = new QAction(this);
        connect(action, &QAction::triggered, this, [this, i] {
            Q_EMIT navigateRequested(PageId::setup, i + 1);
            create(Tab(i + 1));
        });
        m_actions.append(action);
    }

    // The bar reaches out of the column so that its first word stands in it and the ring around that word has room.
    auto *below = new QVBoxLayout;
    below->setContentsMargins(space::s, 0, 0, 0);
    below->addWidget(m_stack);
    auto *column = new QVBoxLayout(m_main);
    column->setContentsMargins(space::xl - space::s, space::s, space::xl, space::l);
    column->setSpacing(space::m);
    column->addWidget(m_tabs);
    column->addLayout(below, 1);
    auto *sides = new QHBoxLayout(this);
    sides->setContentsMargins(0, 0, 0, 0);
    sides->setSpacing(0);
    sides->addWidget(m_main, 1);
    sides->addWidget(m_sheet);
    m_sheet->installEventFilter(this);

    m_followSoon.setSingleShot(true);
    m_followSoon.setInterval(followEvery);
    connect(&m_followSoon, &QTimer::timeout, this, &SetupPage::follow);
    connect(&console.engine(), &engine::Engine::snapshotChanged, this, [this] {
        if (isVisible() && !m_followSoon.isActive())
            m_followSoon.start();
    });
    connect(m_tabs, &QTabBar::currentChanged, this, &SetupPage::tabChanged);
    connect(m_database, &SetupDatabaseCard::actBegins, this, [this] { showTab(Tab::branch); });
    connect(m_database, &SetupDatabaseCard::importRequested, this, [this] { importHistory(); });
    m_database->setRestorable(!console.isDemo());
    connect(m_database, &SetupDatabaseCard::restoreRequested, &console, &presentation::Console::requestRestore);
    connect(m_sheet, &SetupSheet::saved, this, [this](const QString &words, qint64 entity) {
        follow();
        if (const int list = m_stack->currentIndex() - 1; list >= 0 && entity > 0)
            m_lists.at(list)->select(entity);
        Q_EMIT toastRequested(words);
    });
    retranslate();
    follow();
}

QList<QAction *> SetupPage::paletteActions() const
{
    return m_actions + m_database->acts();
}

QWidget *SetupPage::branchTab()
{
    auto *card = new Card(this);
    card->setPadding(space::xl);
    m_branchTitle = new TextLabel({}, TextSize::heading, QFont::Bold, Ink::text, card);
    m_branchResult = new TextLabel({}, TextSize::body, QFont::Normal, Ink::critical, card);
    m_branchResult->setWordWrap(true);
    m_branchResult->hide();
    m_branchSave = new PrimaryButton({}, card);
    m_branchSave->setObjectName(QStringLiteral("branchSave"));
    m_branchSave->setEnabled(false);
    card->column()->setSpacing(space::l);
    card->column()->addWidget(m_branchTitle);
    card->column()->addWidget(m_branch);
    card->column()->addWidget(m_branchResult);
    card->column()->addWidget(m_branchSave, 0, Qt::AlignTrailing);
    card->column()->addStretch(1);
    connect(m_branch, &SetupForm::edited, this, [this] { m_branchSave->setEnabled(true); });
    connect(m_branchSave, &QAbstractButton::clicked, this, &SetupPage::saveBranch);
    for (const auto key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto *save = new QShortcut(QKeySequence(Qt::CTRL | key), card);
        save->setContext(Qt::WidgetWithChildrenShortcut);
        connect(save, &QShortcut::activated, this, &SetupPage::saveBranch);
    }

    auto *ground = new QWidget(this);
    m_branchSides = new QBoxLayout(QBoxLayout::LeftToRight, ground);
    m_branchSides->setContentsMargins(0, 0, 0, 0);
    m_branchSides->setSpacing(space::l);
    m_branchSides->addWidget(card, 3, Qt::AlignTop);
    m_branchSides->addWidget(m_database, 2, Qt::AlignTop);
    auto *scroll = new QScrollArea(this);
    scroll->setWidget(ground);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    return scroll;
}

QString SetupPage::title() const
{
    return tr("Administration");
}

QString SetupPage::subtitle() const
{
    return m_shownBranch;
}

void SetupPage::focusFilter()
{
    if (const int list = m_stack->currentIndex() - 1; list >= 0)
        m_lists.at(list)->focusFilter();
}

void SetupPage::showFilterKeys(const QString &keys)
{
    for (SetupList *list : std::as_const(m_lists))
        list->showFilterKeys(keys);
}

void SetupPage::activated(const QVariant &argument)
{
    if (argument.isValid() && argument.toInt() >= 0 && argument.toInt() < m_tabs->count())
        m_tabs->setCurrentIndex(argument.toInt());
    follow();
}

void SetupPage::showTab(Tab tab)
{
    m_tabs->setCurrentIndex(int(tab));
}

void SetupPage::create(Tab tab)
{
    m_sheet->letGo([this, tab] {
        m_sheet->close();
        showTab(tab);
        if (tab != Tab::branch)
            m_sheet->edit(m_forms.at(int(tab) - 1), 0);
    });
}

void SetupPage::tabChanged(int index)
{
    if (index == m_stack->currentIndex())
        return;
    // Until the question is answered the tab of the open sheet stays the current one.
    if (m_sheet->holdsTyped()) {
        const QSignalBlocker quiet(m_tabs);
        m_tabs->setCurrentIndex(m_stack->currentIndex());
    }
    m_sheet->letGo([this, index] {
        m_sheet->close();
        m_stack->setCurrentIndex(index);
        const QSignalBlocker quiet(m_tabs);
        m_tabs->setCurrentIndex(index);
    });
}

void SetupPage::importHistory(const QString &path)
{
    auto *dialog = new ImportDialog(m_importer, QString::fromStdString(m_console.engine().snapshot()->state.branch.timeZone), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
    if (!path.isEmpty())
        dialog->openFile(path);
}

void SetupPage::follow()
{
    const engine::SharedSnapshot snapshot = m_console.engine().snapshot();
    for (SetupList *list : std::as_const(m_lists))
        list->model().follow(snapshot);
    // What is being typed is never taken away.
    if (!m_branch->isDirty() && !m_branch->isAncestorOf(focusWidget()))
        m_branch->edit(snapshot, 1);
    const QString name = QString::fromStdString(snapshot->state.branch.name);
    if (name != m_shownBranch) {
        m_shownBranch = name;
        Q_EMIT headerChanged();
    }
}

void SetupPage::saveBranch()
{
    m_branchResult->hide();
    if (!m_branch->isDirty() || !m_branch->check(m_console.engine().snapshot()))
        return;
    m_branchSave->setEnabled(false);
    engine::whenDone(m_console.engine().submit(m_branch->command()), this, [this](const engine::Answer &answer) {
        if (answer) {
            m_branch->edit(m_console.engine().snapshot(), 1);
            follow();
            Q_EMIT toastRequested(tr("The branch is saved."));
            return;
        }
        m_branchSave->setEnabled(true);
        const QString words = presentation::words::failure(answer.error());
        if (!m_branch->showRefusal(answer.error(), words)) {
            m_branchResult->setText(words);
            m_branchResult->show();
            announce(m_branchResult, words);
        }
    });
}

void SetupPage::fit()
{
    // With large text the sheet takes the place of the list instead of pushing it out of the window.
    const bool covers = m_sheet->isVisibleTo(this) && viewWidth() < m_sheet->sizeHint().width() + scaled(420);
    m_main->setVisible(!covers);
    const bool beside = viewWidth() - 2 * space::xl >= scaled(440) + space::l + m_database->minimumSizeHint().width();
    m_branchSides->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_sheet->setMaximumWidth(covers ? QWIDGETSIZE_MAX : m_sheet->sizeHint().width());
    m_sheet->setSizePolicy(covers ? QSizePolicy::Expanding : QSizePolicy::Fixed, QSizePolicy::Expanding);
}

void SetupPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    fit();
}

bool SetupPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_sheet && (event->type() == QEvent::ShowToParent || event->type() == QEvent::HideToParent))
        fit();
    return Page::eventFilter(watched, event);
}

void SetupPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    fit();
    follow();
}

void SetupPage::changeEvent(QEvent *event)
{
    Page::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void SetupPage::retranslate()
{
    const QStringList tabs{tr("Branch"), tr("Queues"), tr("Services"), tr("Counters"), tr("Agents")};
    for (int i = 0; i < tabs.size(); ++i)
        m_tabs->setTabText(i, tabs.at(i));
    m_tabs->setAccessibleName(tr("Parts of the setup"));
    m_branchTitle->setText(tr("Branch"));
    m_branchSave->setText(tr("Save changes"));
    const QStringList actions{tr("Create a queue"), tr("Create a service"), tr("Create a counter"), tr("Create an agent")};
    for (int i = 0; i < actions.size(); ++i)
        m_actions.at(i)->setText(actions.at(i));
    m_branch->retranslate();
    m_branch->sayAgain();
    for (SetupForm *form : std::as_const(m_forms)) {
        form->retranslate();
        form->sayAgain();
    }
    Q_EMIT headerChanged();
}

} // namespace smartqueue::pages
