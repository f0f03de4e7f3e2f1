#include <smartqueue/pages/agents_page.h>

#include <QAction>
#include <QBoxLayout>
#include <QEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QStackedWidget>
#include <QTableView>

#include <smartqueue/presentation/agent_history.h>
#include <smartqueue/presentation/words.h>
#include <smartqueue/widgets/action_button.h>
#include <smartqueue/widgets/banner.h>
#include <smartqueue/widgets/card.h>
#include <smartqueue/widgets/empty_state.h>
#include <smartqueue/widgets/rich_cell_delegate.h>
#include <smartqueue/widgets/search_field.h>
#include <smartqueue/widgets/text_label.h>

#include "agent_acts.h"
#include "agent_cell_model.h"
#include "agent_columns.h"
#include "agent_filter_bar.h"
#include "agent_form.h"
#include "agent_panel.h"
#include "break_reasons_form.h"
#include "edit_sheet.h"
#include "icon_label.h"
#include "menu_keys.h"

namespace smartqueue::pages {

using namespace widgets;
using presentation::AgentGroup;
using presentation::AgentKey;
using presentation::AgentTableModel;
namespace words = presentation::words;

namespace {

constexpr auto branchPause = std::chrono::milliseconds(200);
constexpr auto second = std::chrono::seconds(1);
constexpr int panelWidth = 332;
constexpr int leastTable = 560;
constexpr int twoLineRow = 52;

} // namespace

AgentsPage::AgentsPage(presentation::Console &console, QWidget *parent)
    : Page(parent)
    , m_console(console)
    , m_history(new presentation::AgentHistory(console.engine(), this))
    , m_model(new AgentTableModel(this))
    , m_cells(new AgentCellModel(this))
    , m_acts(new AgentActs(console, this))
{
    m_cells->setSourceModel(m_model);
    makeActions();
    auto *outer = new QHBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    m_main = new QWidget;
    m_sides = new QBoxLayout(QBoxLayout::LeftToRight, m_main);
    m_sides->setContentsMargins(space::xl, space::l, space::xl, space::l);
    m_sides->setSpacing(space::l);
    auto *left = new QVBoxLayout;
    left->setSpacing(space::m);
    m_filters = new AgentFilterBar;
    left->addWidget(m_filters);
    m_failure = new Banner;
    m_failure->hide();
    left->addWidget(m_failure);
    left->addWidget(makeTable(), 1);
    m_sides->addLayout(left, 1);
    m_panel = new AgentPanel(console, *m_acts, *m_history);
    m_sides->addWidget(m_panel);
    outer->addWidget(m_main, 1);
    m_sheet = new EditSheet(console.engine(), this);
    m_agentForm = new AgentForm(m_sheet);
    m_breaksForm = new BreakReasonsForm(m_sheet);
    m_sheet->addForm(m_agentForm);
    m_sheet->addForm(m_breaksForm);
    outer->addWidget(m_sheet);
    m_sheet->installEventFilter(this);

    m_branchSoon.setSingleShot(true);
    m_branchSoon.setInterval(branchPause);
    m_tick.setInterval(second);
    connect(&m_branchSoon, &QTimer::timeout, this, &AgentsPage::followBranch);
    connect(&m_tick, &QTimer::timeout, this, [this] {
        m_model->tick(m_console.now());
        m_panel->refresh();
    });
    const auto followSoon = [this] {
        if (isVisible() && !m_branchSoon.isActive())
            m_branchSoon.start();
    };
    connect(&console.engine(), &engine::Engine::snapshotChanged, this, followSoon);
    connect(&console.engine().installation(), &engine::Installation::directoryChanged, this, followSoon);
    connect(m_filters, &AgentFilterBar::filterChanged, this, &AgentsPage::takeFilter);
    connect(m_filters->search(), &SearchField::leaveDownRequested, this, &AgentsPage::enterTable);
    connect(m_filters, &AgentFilterBar::newRequested, m_newAction, &QAction::trigger);
    connect(m_filters, &AgentFilterBar::breaksRequested, m_breaksAction, &QAction::trigger);
    connect(m_history, &presentation::AgentHistory::changed, this, [this] {
        m_model->showFigures(*m_history);
        m_panel->refresh();
        showStatus();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &AgentsPage::showChosen);
    connect(m_panel, &AgentPanel::editRequested, this, &AgentsPage::edit);
    connect(m_acts, &AgentActs::refused, this, &Page::failed);
    connect(m_acts, &AgentActs::done, this, &Page::toastRequested);
    connect(m_acts, &AgentActs::profileCreated, this, [this](AgentId agent) {
        followBranch();
        choose({agent, m_panel->shown().user});
        m_panel->focusFirst();
        Q_EMIT toastRequested(tr("The profile is there. Tick the queues."));
    });
    connect(m_sheet, &EditSheet::saved, this, [this](const QString &words, qint64 entity) {
        followBranch();
        const engine::SharedSnapshot snapshot = m_console.engine().snapshot();
        if (const Agent *agent = snapshot->state.agent(AgentId{entity}))
            choose({agent->id, agent->user});
        Q_EMIT toastRequested(words);
    });
    retranslate();
    followBranch();
}

AgentsPage::~AgentsPage() = default;

QString AgentsPage::title() const
{
    return tr("Agents");
}

QString AgentsPage::subtitle() const
{
    return QString::fromStdString(m_console.engine().snapshot()->state.branch.name);
}

QList<QAction *> AgentsPage::paletteActions() const
{
    QList<QAction *> acts;
    for (QAction *act : {m_newAction, m_breaksAction}) {
        if (act->isVisible())
            acts.append(act);
    }
    return acts;
}

void AgentsPage::focusFilter()
{
    m_filters->search()->setFocus(Qt::ShortcutFocusReason);
    m_filters->search()->selectAll();
}

void AgentsPage::showFilterKeys(const QString &keys)
{
    m_filters->search()->setKeyCap(keys);
}

void AgentsPage::activated(const QVariant &argument)
{
    followBranch();
    enterTable();
    if (!argument.canConvert<qlonglong>() || argument.toLongLong() == 0)
        return;
    const engine::SharedSnapshot snapshot = m_console.engine().snapshot();
    if (const Agent *agent = snapshot->state.agent(AgentId{argument.toLongLong()})) {
        clearFilters();
        choose({agent->id, agent->user});
    }
}

void AgentsPage::makeActions()
{
    m_newAction = new QAction(this);
    m_newAction->setObjectName(QStringLiteral("agents.new"));
    m_newAction->setShortcut(QKeySequence::New);
    m_newAction->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(m_newAction);
    m_breaksAction = new QAction(this);
    m_breaksAction->setObjectName(QStringLiteral("agents.breaks"));
    connect(m_newAction, &QAction::triggered, this, [this] {
        if (!isVisible())
            Q_EMIT navigateRequested(PageId::agents, {});
        edit({});
    });
    connect(m_breaksAction, &QAction::triggered, this, [this] {
        if (!isVisible())
            Q_EMIT navigateRequested(PageId::agents, {});
        m_sheet->edit(m_breaksForm, 1);
    });
}

QWidget *AgentsPage::makeTable()
{
    auto *card = new Card;
    card->setPadding(1);
    card->column()->setSpacing(0);
    m_table = new QTableView;
    m_table->setObjectName(QStringLiteral("agentTable"));
    m_table->setModel(m_cells);
    styleTable(*m_table, RowHeight::twoLines);
    m_table->setFrameShape(QFrame::NoFrame);
    QHeaderView *header = m_table->horizontalHeader();
    header->setSectionsClickable(true);
    header->setStretchLastSection(false);
    header->setSortIndicator(-1, Qt::AscendingOrder);
    header->setSortIndicatorClearable(true);
    m_table->setSortingEnabled(true);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_table->installEventFilter(this);
    m_table->viewport()->installEventFilter(this);
    connect(m_table, &QWidget::customContextMenuRequested, this, &AgentsPage::openMenu);
    m_tableSides = new QStackedWidget;
    m_tableSides->addWidget(m_table);
    m_empty = new EmptyState(Icon::people);
    m_noMatch = new EmptyState(Icon::search);
    m_tableSides->addWidget(m_empty);
    m_tableSides->addWidget(m_noMatch);
    connect(m_empty, &EmptyState::actionRequested, m_newAction, &QAction::trigger);
    connect(m_noMatch, &EmptyState::actionRequested, this, &AgentsPage::clearFilters);
    card->column()->addWidget(m_tableSides, 1);
    auto *foot = new QHBoxLayout;
    foot->setSpacing(0);
    foot->setContentsMargins(space::l, space::xs, space::l, space::xs);
    m_count = new TextLabel({}, TextSize::small, QFont::Normal, Ink::muted);
    m_count->setObjectName(QStringLiteral("agentCount"));
    m_legend = new TextLabel({}, TextSize::small, QFont::Normal, Ink::muted);
    auto *sign = new IconLabel(Icon::warningTriangle);
    sign->setTone(Tone::warning);
    m_legendRow = new QWidget;
    auto *legend = new QHBoxLayout(m_legendRow);
    legend->setContentsMargins(0, 0, 0, 0);
    legend->setSpacing(6);
    legend->addWidget(sign);
    legend->addWidget(m_legend);
    foot->addWidget(m_count, 1);
    foot->addWidget(m_legendRow);
    card->column()->addLayout(foot);
    return card;
}

void AgentsPage::retranslate()
{
    m_table->setAccessibleName(tr("Agents"));
    m_filters->retranslate();
    m_legend->setText(tr("needs somebody"));
    m_newAction->setText(tr("Create an agent"));
    m_breaksAction->setText(tr("Reasons and limits of breaks…"));
    m_empty->setSentence(tr("No agent yet. Who calls and serves?"));
    m_empty->setAction(m_acts->mayManageAgents() ? tr("New agent") : QString());
    m_noMatch->setSentence(tr("Nobody matches the search and the status."));
    m_noMatch->setAction(tr("Show all"));
    m_model->retranslate();
    m_panel->retranslate();
    for (EditForm *form : {static_cast<EditForm *>(m_agentForm), static_cast<EditForm *>(m_breaksForm)}) {
        form->retranslate();
        form->sayAgain();
    }
    showPermissions();
    showStatus();
    Q_EMIT headerChanged();
}

void AgentsPage::showPermissions()
{
    const bool mayManage = m_acts->mayManageAgents();
    const bool maySet = m_console.may(Permission::manageSettings);
    m_filters->setActs(mayManage, maySet);
    m_newAction->setVisible(mayManage);
    m_newAction->setEnabled(mayManage);
    m_breaksAction->setVisible(maySet);
    m_breaksAction->setEnabled(maySet);
}

void AgentsPage::followBranch()
{
    const engine::Engine &engine = m_console.engine();
    m_model->follow(engine.snapshot(), m_console.engine().installation().directory(), engine.site(), m_console.now());
    showPermissions();
    showStatus();
    if (!m_table->currentIndex().isValid() && m_cells->rowCount() > 0)
        m_table->setCurrentIndex(m_cells->index(0, 0));
    m_panel->refresh();
}

void AgentsPage::takeFilter()
{
    m_model->setFilter(m_filters->text(), m_filters->group());
    showStatus();
    if (!m_table->currentIndex().isValid() && m_cells->rowCount() > 0)
        m_table->setCurrentIndex(m_cells->index(0, 0));
}

void AgentsPage::clearFilters()
{
    m_filters->clear();
}

void AgentsPage::showStatus()
{
    m_filters->showCounts(*m_model);
    const int shown = m_model->rowCount();
    m_tableSides->setCurrentWidget(shown > 0 ? static_cast<QWidget *>(m_table) : m_model->total() == 0 ? m_empty : m_noMatch);
    const int need = m_model->inNeed();
    m_legendRow->setVisible(need > 0);
    const int sorted = m_table->horizontalHeader()->sortIndicatorSection();
    const QString order = sorted == AgentTableModel::name ? tr("by name") : sorted == AgentTableModel::today ? tr("by what they served") : tr("urgent ones first");
    m_count->setText(tr("%1, %2", "agents, order").arg(tr("%n person(s)", nullptr, shown), order));
    if (m_history->failure())
        m_failure->showMessage(Tone::critical, Icon::warningTriangle, words::failure(*m_history->failure()));
    m_failure->setVisible(m_history->failure().has_value());
    layOutColumns(*m_table);
}

void AgentsPage::showChosen()
{
    const QModelIndex current = m_table->currentIndex();
    m_panel->showAgent(current.isValid() ? m_model->keyAt(current.row()) : AgentKey{});
}

void AgentsPage::choose(const AgentKey &key)
{
    if (m_model->rowOf(key) < 0)
        clearFilters();
    if (const int row = m_model->rowOf(key); row >= 0) {
        m_table->setCurrentIndex(m_cells->index(row, 0));
        m_table->scrollTo(m_cells->index(row, 0));
    }
}

bool AgentsPage::holdsTyped() const
{
    return m_sheet->holdsTyped();
}

void AgentsPage::letGo(const std::function<void()> &then)
{
    m_sheet->letGo([this, then] {
        m_sheet->close();
        then();
    });
}

void AgentsPage::edit(AgentId agent)
{
    m_panel->saveNow();
    m_sheet->edit(m_agentForm, agent.value);
}

void AgentsPage::openMenu(const QPoint &at)
{
    const QModelIndex index = m_table->indexAt(at);
    if (index.isValid())
        m_table->setCurrentIndex(index);
    const AgentKey key = m_model->keyAt(m_table->currentIndex().row());
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (key.agent && m_acts->canTakeOver(key.agent)) {
        QMenu *take = menu->addMenu(themedIcon(Icon::transfer), tr("Take over the ticket"));
        m_acts->fillTakeOver(*take, key.agent);
    }
    if (key.agent && m_acts->canSignOut(key.agent))
        menu->addAction(themedIcon(Icon::arrowRight), tr("Sign out"), this, [this, key] { m_acts->signOut(key.agent); });
    if (key.agent && m_acts->mayManageAgents())
        menu->addAction(themedIcon(Icon::edit), tr("Edit…"), this, [this, key] { edit(key.agent); });
    if (menu->isEmpty())
        delete menu;
    else
        menu->popup(m_table->viewport()->mapToGlobal(at));
}

void AgentsPage::enterTable()
{
    if (m_cells->rowCount() == 0)
        return;
    if (!m_table->currentIndex().isValid())
        m_table->setCurrentIndex(m_cells->index(0, 0));
    m_table->setFocus(Qt::OtherFocusReason);
}

void AgentsPage::fit()
{
    const int room = viewWidth() - 2 * space::xl;
    const int panel = scaled(panelWidth);
    const bool editing = m_sheet->isVisibleTo(this);
    // With large text the sheet takes the place of the list instead of pushing it out of the window.
    const bool covers = editing && viewWidth() < m_sheet->sizeHint().width() + scaled(420);
    m_main->setVisible(!covers);
    m_panel->setVisible(!editing);
    m_sheet->setMaximumWidth(covers ? QWIDGETSIZE_MAX : m_sheet->sizeHint().width());
    m_sheet->setSizePolicy(covers ? QSizePolicy::Expanding : QSizePolicy::Fixed, QSizePolicy::Expanding);
    const bool below = room < panel + space::l + scaled(leastTable);
    m_sides->setDirection(below ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_panel->setMinimumWidth(below ? 0 : panel);
    m_panel->setMaximumWidth(below ? QWIDGETSIZE_MAX : panel);
    m_panel->setMinimumHeight(below ? scaled(360) : 0);
    m_table->setMinimumHeight(below ? 4 * scaled(twoLineRow) : 0);
    const int beside = editing ? m_sheet->sizeHint().width() : panel + space::l;
    m_filters->fit(below || covers ? room : room - beside);
    m_table->verticalHeader()->setDefaultSectionSize(scaled(twoLineRow));
    layOutColumns(*m_table);
}

void AgentsPage::changeEvent(QEvent *event)
{
    Page::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::FontChange)
        fit();
}

void AgentsPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape) {
        Page::keyPressEvent(event);
        return;
    }
    if (m_panel->isAncestorOf(focusWidget()))
        enterTable();
    else if (!m_filters->text().isEmpty())
        m_filters->search()->clear();
    else if (!m_filters->search()->hasFocus())
        m_filters->search()->setFocus(Qt::OtherFocusReason);
    else
        Page::keyPressEvent(event);
}

void AgentsPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    fit();
    m_history->setWatching(true);
    m_tick.start();
    followBranch();
}

void AgentsPage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    m_history->setWatching(false);
    m_tick.stop();
}

void AgentsPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    fit();
}

bool AgentsPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_sheet && (event->type() == QEvent::ShowToParent || event->type() == QEvent::HideToParent))
        fit();
    if (watched == m_table && isByKeys(*event))
        return true;
    if (watched == m_table && event->type() == QEvent::KeyPress) {
        if (asksForMenu(*static_cast<QKeyEvent *>(event))) {
            m_table->scrollTo(m_table->currentIndex());
            openMenu(m_table->visualRect(m_table->currentIndex()).center());
            return true;
        }
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            m_panel->focusFirst();
            return true;
        }
        if (key == Qt::Key_Up && m_table->currentIndex().row() <= 0) {
            m_filters->search()->setFocus(Qt::OtherFocusReason);
            return true;
        }
    }
    if (watched == m_table->viewport() && event->type() == QEvent::Resize)
        layOutColumns(*m_table);
    return Page::eventFilter(watched, event);
}

} // namespace smartqueue::pages
