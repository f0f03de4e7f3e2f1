#include <smartqueue/pages/tickets_page.h>

#include <QAction>
#include <QBoxLayout>
#include <QComboBox>
#include <QEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QStackedWidget>

#include <smartqueue/domain/names.h>
#include <smartqueue/presentation/submission.h>
#include <smartqueue/presentation/ticket_facts.h>
#include <smartqueue/presentation/words.h>
#include <smartqueue/widgets/action_button.h>
#include <smartqueue/widgets/banner.h>
#include <smartqueue/widgets/card.h>
#include <smartqueue/widgets/choice_group.h>
#include <smartqueue/widgets/empty_state.h>
#include <smartqueue/widgets/rich_cell_delegate.h>
#include <smartqueue/widgets/search_field.h>
#include <smartqueue/widgets/skeleton.h>
#include <smartqueue/widgets/text_label.h>

#include "icon_label.h"
#include "new_ticket_dialog.h"
#include "ticket_acts.h"
#include "ticket_cell_model.h"
#include "ticket_looks.h"
#include "ticket_story_panel.h"
#include "ticket_table_view.h"

namespace smartqueue::pages {

using namespace widgets;
using presentation::TicketFilter;
using presentation::TicketTableModel;
namespace words = presentation::words;

namespace {

constexpr auto typingPause = std::chrono::milliseconds(80);
constexpr auto branchPause = std::chrono::milliseconds(200);
constexpr auto clockPace = std::chrono::seconds(10);
constexpr int panelWidth = 308;

QString allStates() { return QStringLiteral("all"); }

QString wordOf(std::string_view name)
{
    return QString::fromUtf8(name.data(), qsizetype(name.size()));
}

/// Fills a filter box with "all" and the named ones; what was chosen stays when it is still there.
void refill(QComboBox &box, const QString &all, const QList<std::pair<QString, qint64>> &named)
{
    bool same = box.count() == named.size() + 1 && box.itemText(0) == all;
    for (int i = 0; same && i < named.size(); ++i)
        same = box.itemText(i + 1) == named[i].first && box.itemData(i + 1).toLongLong() == named[i].second;
    if (same)
        return;
    const QSignalBlocker quiet(box);
    const QVariant chosen = box.currentData();
    box.clear();
    box.addItem(all, qint64(0));
    for (const auto &[text, id] : named)
        box.addItem(text, id);
    box.setCurrentIndex(std::max(box.findData(chosen), 0));
}

} // namespace

TicketsPage::TicketsPage(presentation::Console &console, QWidget *parent)
    : Page(parent)
    , m_console(console)
    , m_model(new TicketTableModel(console.engine(), this))
    , m_cells(new TicketCellModel(this))
    , m_acts(new TicketActs(console.engine(), this))
{
    m_cells->setSourceModel(m_model);
    makeActions();
    auto *columns = new QHBoxLayout(this);
    columns->setContentsMargins(space::xl, space::l, space::xl, space::l);
    columns->setSpacing(space::l);
    auto *left = new QVBoxLayout;
    left->setSpacing(space::m);
    left->addWidget(makeFilters());
    m_states = new ChipGroup(QString());
    // A second row of chips needs its height.
    QSizePolicy tall = m_states->sizePolicy();
    tall.setVerticalPolicy(QSizePolicy::Minimum);
    m_states->setSizePolicy(tall);
    left->addWidget(m_states);
    m_failure = new Banner;
    m_failure->hide();
    left->addWidget(m_failure);
    left->addWidget(makeTable(), 1);
    columns->addLayout(left, 1);
    m_story = new TicketStoryPanel(console.engine(), *m_acts);
    m_story->setFixedWidth(scaled(panelWidth));
    columns->addWidget(m_story);

    m_searchSoon.setSingleShot(true);
    m_searchSoon.setInterval(typingPause);
    m_branchSoon.setSingleShot(true);
    m_branchSoon.setInterval(branchPause);
    m_tick.setInterval(clockPace);
    connect(&m_searchSoon, &QTimer::timeout, this, &TicketsPage::takeFilter);
    connect(&m_branchSoon, &QTimer::timeout, this, &TicketsPage::followBranch);
    connect(&m_tick, &QTimer::timeout, this, [this] {
        m_model->tick();
        m_story->retell();
    });
    connect(m_search, &QLineEdit::textChanged, this, [this] { m_searchSoon.start(); });
    connect(m_search, &SearchField::leaveDownRequested, this, &TicketsPage::enterTable);
    for (QComboBox *box : {m_period, m_queue, m_agent})
        connect(box, &QComboBox::currentIndexChanged, this, &TicketsPage::takeFilter);
    connect(m_states, &ChoiceGroup::currentChanged, this, &TicketsPage::takeFilter);
    connect(m_new, &QPushButton::clicked, m_newAction, &QAction::trigger);
    connect(m_failure, &Banner::firstActionRequested, m_model, &TicketTableModel::refresh);
    connect(m_model, &TicketTableModel::statusChanged, this, &TicketsPage::showStatus);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &TicketsPage::showStory);
    connect(m_table->horizontalHeader(), &QHeaderView::sortIndicatorChanged, this, [this] { m_selectFirst = true; });
    connect(&console.engine(), &engine::Engine::snapshotChanged, this, [this] {
        if (isVisible() && !m_branchSoon.isActive())
            m_branchSoon.start();
    });
    connect(m_acts, &TicketActs::refused, this, &Page::failed);
    connect(m_acts, &TicketActs::done, this, &Page::toastRequested);
    retranslate();
    m_story->showTicket(std::nullopt);
}

TicketsPage::~TicketsPage() = default;

QString TicketsPage::title() const
{
    return tr("Tickets");
}

QString TicketsPage::subtitle() const
{
    return QString::fromStdString(m_console.engine().snapshot()->state.branch.name);
}

QList<QAction *> TicketsPage::paletteActions() const
{
    return {m_newAction, m_transferAction, m_priorityAction, m_leftAction, m_cancelAction, m_undoAction, m_copyAction};
}

void TicketsPage::focusFilter()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void TicketsPage::activated(const QVariant &argument)
{
    if (argument.typeId() == QMetaType::QString && !argument.toString().isEmpty())
        narrowTo(argument.toString(), std::nullopt);
    else if (argument.canConvert<qlonglong>() && argument.toLongLong() != 0)
        narrowTo({}, QueueId{argument.toLongLong()});
    m_search->setFocus(Qt::OtherFocusReason);
}

void TicketsPage::makeActions()
{
    const auto action = [this](const char *name, const QKeySequence &keys) {
        auto *made = new QAction(this);
        made->setObjectName(QString::fromLatin1(name));
        made->setShortcut(keys);
        made->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        return made;
    };
    m_newAction = action("tickets.new", QKeySequence::New);
    m_transferAction = action("tickets.transfer", Qt::Key_F10);
    m_priorityAction = action("tickets.priority", Qt::Key_P);
    m_leftAction = action("tickets.left", Qt::Key_L);
    m_cancelAction = action("tickets.cancel", Qt::Key_Delete);
    m_undoAction = action("tickets.undo", QKeySequence::Undo);
    m_copyAction = action("tickets.copy", QKeySequence::Copy);
    addAction(m_newAction);
    connect(m_newAction, &QAction::triggered, this, &TicketsPage::openNewTicket);
    connect(m_transferAction, &QAction::triggered, m_acts, &TicketActs::transfer);
    connect(m_priorityAction, &QAction::triggered, m_acts, &TicketActs::changePriority);
    connect(m_leftAction, &QAction::triggered, m_acts, &TicketActs::abandon);
    connect(m_cancelAction, &QAction::triggered, m_acts, &TicketActs::cancel);
    connect(m_undoAction, &QAction::triggered, m_acts, &TicketActs::undo);
    connect(m_copyAction, &QAction::triggered, m_acts, &TicketActs::copy);
    connect(m_acts, &TicketActs::actionsChanged, this, [this] {
        const presentation::TicketActions &can = m_acts->actions();
        m_transferAction->setEnabled(!can.toQueues.empty() || !can.toAgents.empty());
        m_priorityAction->setEnabled(can.changePriority);
        m_leftAction->setEnabled(can.abandon);
        m_cancelAction->setEnabled(can.cancel);
        m_undoAction->setEnabled(m_acts->canUndo());
        m_copyAction->setEnabled(m_acts->ticket().has_value());
    });
}

QWidget *TicketsPage::makeFilters()
{
    auto *filters = new QWidget;
    auto *row = new QHBoxLayout(filters);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::s);
    m_search = new SearchField(QString());
    m_search->setObjectName(QStringLiteral("ticketSearch"));
    m_search->setKeyCap(QKeySequence(QKeySequence::Find).toString(QKeySequence::NativeText));
    m_period = new QComboBox;
    m_queue = new QComboBox;
    m_agent = new QComboBox;
    row->addWidget(m_search, 1);
    for (QComboBox *box : {m_period, m_queue, m_agent}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        box->setMaximumWidth(scaled(160));
        row->addWidget(box);
    }
    m_new = new IconButton(Icon::plus, QString());
    m_new->setKind(ButtonKind::secondary);
    m_new->setObjectName(QStringLiteral("newTicket"));
    row->addWidget(m_new);
    return filters;
}

QWidget *TicketsPage::makeTable()
{
    auto *card = new Card;
    card->setPadding(1);
    card->column()->setSpacing(0);
    m_table = new TicketTableView;
    m_table->setObjectName(QStringLiteral("ticketTable"));
    m_table->setModel(m_cells);
    styleTable(*m_table);
    m_table->setFrameShape(QFrame::NoFrame);
    QHeaderView *header = m_table->horizontalHeader();
    header->setSortIndicator(-1, Qt::DescendingOrder);
    header->setSortIndicatorClearable(true);
    header->setStretchLastSection(false);
    m_table->setSortingEnabled(true);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_table->installEventFilter(this);
    m_table->viewport()->installEventFilter(this);
    // Single letters are keys only inside the list, where nothing is typed.
    for (QAction *act : {m_transferAction, m_priorityAction, m_leftAction, m_cancelAction, m_undoAction, m_copyAction})
        m_table->addAction(act);
    connect(m_table, &QWidget::customContextMenuRequested, this, &TicketsPage::openMenu);
    connect(m_table, &TicketTableView::typedInto, this, [this](const QString &typed) {
        m_search->setFocus(Qt::OtherFocusReason);
        m_search->setText(m_search->text() + typed);
    });

    m_skeleton = new Skeleton(12);
    m_tableSides = new QStackedWidget;
    m_tableSides->addWidget(m_table);
    m_tableSides->addWidget(m_skeleton);
    card->column()->addWidget(m_tableSides, 1);
    auto *foot = new QHBoxLayout;
    foot->setSpacing(0);
    foot->setContentsMargins(space::l, space::xs, space::l, space::xs);
    m_count = new TextLabel({}, TextSize::small, QFont::Normal, Ink::muted);
    m_legend = new TextLabel({}, TextSize::small, QFont::Normal, Ink::muted);
    auto *sign = new IconLabel(Icon::warningTriangle);
    sign->setTone(Tone::warning);
    foot->addWidget(m_count, 1);
    foot->addWidget(sign);
    foot->addSpacing(6);
    foot->addWidget(m_legend);
    card->column()->addLayout(foot);
    return card;
}

void TicketsPage::retranslate()
{
    const QString search = tr("Search by number");
    m_search->setAccessibleName(search);
    m_search->setPlaceholderText(search);
    m_states->setAccessibleName(tr("State"));
    m_new->setAccessibleName(tr("New ticket"));
    m_new->setToolTip(tr("New ticket (%1)", "key").arg(m_newAction->shortcut().toString(QKeySequence::NativeText)));
    m_table->setAccessibleName(tr("Tickets"));
    m_legend->setText(tr("2 min left to call on time"));
    m_newAction->setText(tr("New ticket…"));
    m_transferAction->setText(tr("Transfer the chosen ticket…"));
    m_priorityAction->setText(tr("Change its priority…"));
    m_leftAction->setText(tr("It left without service"));
    m_cancelAction->setText(tr("Cancel the chosen ticket"));
    m_undoAction->setText(tr("Undo the last act"));
    m_copyAction->setText(tr("Copy its number"));
    {
        const QSignalBlocker quiet(m_period);
        const int chosen = std::max(m_period->currentIndex(), 0);
        m_period->clear();
        m_period->addItems({tr("Today"), tr("7 days"), tr("All")});
        m_period->setCurrentIndex(chosen);
        m_period->setAccessibleName(tr("Period"));
    }
    m_queue->setAccessibleName(tr("Queue"));
    m_agent->setAccessibleName(tr("Agent"));
    fillQueues();
    fillAgents();
    for (QWidget *old : {m_empty, m_noMatch}) {
        if (old) {
            m_tableSides->removeWidget(old);
            old->deleteLater();
        }
    }
    auto *empty = new EmptyState(Icon::ticket, tr("No ticket yet in this period."), tr("New ticket"));
    auto *noMatch = new EmptyState(Icon::search, tr("No ticket matches the search and the filters."), tr("Show all of today"));
    connect(empty, &EmptyState::actionRequested, m_newAction, &QAction::trigger);
    connect(noMatch, &EmptyState::actionRequested, this, &TicketsPage::clearFilters);
    m_empty = empty;
    m_noMatch = noMatch;
    m_tableSides->addWidget(m_empty);
    m_tableSides->addWidget(m_noMatch);
    m_model->retranslate();
    m_story->retranslate();
    showStatus();
    Q_EMIT headerChanged();
}

void TicketsPage::fillQueues()
{
    QList<std::pair<QString, qint64>> named;
    for (const auto &[id, queue] : m_console.engine().snapshot()->state.queues)
        named.append({QString::fromStdString(queue.config.name), id.value});
    refill(*m_queue, tr("All queues"), named);
}

void TicketsPage::fillAgents()
{
    QList<std::pair<QString, qint64>> named;
    for (const auto &[id, agent] : m_console.engine().snapshot()->state.agents)
        named.append({QString::fromStdString(agent.name), id.value});
    std::sort(named.begin(), named.end(),
              [](const auto &a, const auto &b) { return QString::localeAwareCompare(a.first, b.first) < 0; });
    refill(*m_agent, tr("All agents"), named);
}

void TicketsPage::takeFilter()
{
    m_searchSoon.stop();
    TicketFilter filter;
    filter.period = TicketFilter::Period(std::max(m_period->currentIndex(), 0));
    filter.text = m_search->text().trimmed();
    if (const qint64 queue = m_queue->currentData().toLongLong())
        filter.queue = QueueId{queue};
    if (const qint64 agent = m_agent->currentData().toLongLong())
        filter.agent = AgentId{agent};
    const std::string state = m_states->currentId().toStdString();
    filter.state = fromName<TicketState>(state);
    if (filter == m_model->filter())
        return;
    m_selectFirst = true;
    m_cells->setSearched(filter.text);
    m_model->setFilter(filter);
}

void TicketsPage::narrowTo(const QString &number, std::optional<QueueId> queue)
{
    m_search->setText(number);
    m_queue->setCurrentIndex(queue ? std::max(m_queue->findData(qint64(queue->value)), 0) : 0);
    m_agent->setCurrentIndex(0);
    m_states->setCurrentId(allStates());
    takeFilter();
}

void TicketsPage::clearFilters()
{
    m_period->setCurrentIndex(0);
    narrowTo({}, std::nullopt);
    m_search->setFocus(Qt::OtherFocusReason);
}

void TicketsPage::showStatus()
{
    showChips();
    const std::int64_t matches = m_model->matches();
    const TicketFilter &filter = m_model->filter();
    const bool narrowed = !filter.text.isEmpty() || filter.queue || filter.agent || filter.state;
    m_search->setCountText(tr("%n ticket(s)", nullptr, int(matches)));
    QString order = tr("newest first");
    if (const int column = m_table->horizontalHeader()->sortIndicatorSection(); column >= 0)
        order = tr("sorted by %1", "column").arg(m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().toLower());
    m_count->setText(tr("%1, %2", "tickets, order").arg(tr("%n ticket(s)", nullptr, int(matches)), order));
    const bool skeleton = matches == 0 && m_model->isLoading() && !m_model->failure();
    if (skeleton)
        m_skeleton->begin();
    else
        m_skeleton->end();
    m_tableSides->setCurrentWidget(matches > 0 ? m_table : skeleton ? m_skeleton : narrowed ? m_noMatch : m_empty);
    if (m_model->failure())
        m_failure->showMessage(Tone::critical, Icon::warningTriangle, words::failure(*m_model->failure()), tr("Try again"));
    m_failure->setVisible(m_model->failure().has_value());
    if (m_model->isLoading())
        return;
    if (matches == 0) {
        m_shown = {};
        m_story->showTicket(std::nullopt);
    } else if (m_selectFirst) {
        m_table->setCurrentIndex(m_cells->index(0, 0));
        m_table->scrollToTop();
    }
    m_selectFirst = matches == 0;
    showStory();
}

void TicketsPage::showChips()
{
    const auto &counts = m_model->countsByState();
    std::int64_t all = 0;
    for (std::int64_t count : counts)
        all += count;
    QList<Choice> chips{{allStates(), tr("All"), Icon::none, int(all), {}}};
    for (std::size_t i = 0; i < counts.size(); ++i) {
        const auto state = TicketState(i);
        const QString id = wordOf(nameOf(state));
        const bool rare = state == TicketState::abandoned || state == TicketState::cancelled;
        if (rare && counts[i] == 0 && m_states->currentId() != id)
            continue;
        const PillLook look = stateLook(state);
        chips.append({id, look.text, look.icon, int(counts[i]), {}});
    }
    m_states->setChoices(chips);
    if (m_states->currentId().isEmpty())
        m_states->setCurrentId(allStates());
}

void TicketsPage::showStory()
{
    const QModelIndex current = m_table->currentIndex();
    if (!current.isValid())
        return;
    const auto row = m_model->row(current.row());
    if (!row)
        return;
    const Ticket *live = row->imported ? nullptr : m_console.engine().snapshot()->state.ticket(row->id);
    const Sequence revision = live ? live->revision : 0;
    if (row->id == m_shown && revision == m_shownRevision)
        return;
    m_shown = row->id;
    m_shownRevision = revision;
    m_story->showTicket(row);
}

void TicketsPage::followBranch()
{
    fillQueues();
    fillAgents();
    showStory();
    m_acts->refresh();
}

void TicketsPage::sizeColumns()
{
    // What each column needs at 100 %, and its share of what is left.
    static constexpr struct { int least; int share; } wanted[TicketTableModel::columns] = {
        {82, 1}, {98, 3}, {108, 1}, {116, 1}, {128, 1}, {82, 3}, {84, 1}};
    int least = 0;
    int shares = 0;
    for (const auto &column : wanted) {
        least += scaled(column.least);
        shares += column.share;
    }
    const int spare = std::max(m_table->viewport()->width() - least, 0);
    for (int column = 0; column < TicketTableModel::columns; ++column)
        m_table->setColumnWidth(column, scaled(wanted[column].least) + spare * wanted[column].share / shares);
}

void TicketsPage::enterTable()
{
    if (m_cells->rowCount() == 0)
        return;
    if (!m_table->currentIndex().isValid())
        m_table->setCurrentIndex(m_cells->index(0, 0));
    m_table->setFocus(Qt::OtherFocusReason);
}

void TicketsPage::openMenu(const QPoint &at)
{
    const QModelIndex index = m_table->indexAt(at);
    if (index.isValid())
        m_table->setCurrentIndex(index);
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    m_acts->refresh();
    m_acts->fill(*menu);
    menu->popup(m_table->viewport()->mapToGlobal(at));
}

void TicketsPage::openNewTicket()
{
    auto *dialog = new NewTicketDialog(m_console.engine(), this);
    connect(dialog, &NewTicketDialog::requested, this, [this](const IssueTicket &ticket) {
        presentation::submit(m_console.engine(), ticket, {}, this, [this](const engine::Answer &answer) {
            if (answer)
                Q_EMIT toastRequested(tr("%1 is issued.").arg(QString::fromStdString(answer->number)), false);
            else
                Q_EMIT failed(answer.error());
        });
    });
    dialog->open();
}

bool TicketsPage::event(QEvent *event)
{
    // The window has the same keys for its own undo; here they mean this page's.
    if (event->type() == QEvent::ShortcutOverride
        && m_undoAction->shortcut() == QKeySequence(static_cast<QKeyEvent *>(event)->keyCombination())) {
        event->accept();
        return true;
    }
    return Page::event(event);
}

void TicketsPage::changeEvent(QEvent *event)
{
    Page::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void TicketsPage::keyPressEvent(QKeyEvent *event)
{
    if (m_undoAction->shortcut() == QKeySequence(event->keyCombination())) {
        m_undoAction->trigger();
        return;
    }
    if (event->key() != Qt::Key_Escape) {
        Page::keyPressEvent(event);
        return;
    }
    if (m_story->isAncestorOf(focusWidget()) && !m_table->hasFocus())
        enterTable();
    else if (!m_search->text().isEmpty())
        m_search->clear();
    else if (!m_search->hasFocus())
        m_search->setFocus(Qt::OtherFocusReason);
    else
        Page::keyPressEvent(event);
}

bool TicketsPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            m_story->focusStory();
            return true;
        }
        if (key == Qt::Key_Up && m_table->currentIndex().row() <= 0) {
            m_search->setFocus(Qt::OtherFocusReason);
            return true;
        }
    }
    if (watched == m_table->viewport() && event->type() == QEvent::Resize)
        sizeColumns();
    return Page::eventFilter(watched, event);
}

void TicketsPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    sizeColumns();
    m_model->setWatching(true);
    m_tick.start();
    followBranch();
}

void TicketsPage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    m_model->setWatching(false);
    m_tick.stop();
}

} // namespace smartqueue::pages
