#include <smartqueue/pages/tickets_page.h>

#include <QAction>
#include <QBoxLayout>
#include <QEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QStackedWidget>

#include <smartqueue/engine/when_done.h>
#include <smartqueue/presentation/words.h>
#include <smartqueue/widgets/action_button.h>
#include <smartqueue/widgets/banner.h>
#include <smartqueue/widgets/card.h>
#include <smartqueue/widgets/empty_state.h>
#include <smartqueue/widgets/rich_cell_delegate.h>
#include <smartqueue/widgets/search_field.h>
#include <smartqueue/widgets/skeleton.h>
#include <smartqueue/widgets/text_label.h>

#include "icon_label.h"
#include "new_ticket_dialog.h"
#include "shown_keys.h"
#include "menu_keys.h"
#include "ticket_acts.h"
#include "ticket_cell_model.h"
#include "ticket_columns.h"
#include "ticket_filter_bar.h"
#include "ticket_story_panel.h"
#include "ticket_table_view.h"

namespace smartqueue::pages {

using namespace widgets;
using presentation::TicketFilter;
using presentation::TicketTableModel;
namespace words = presentation::words;

namespace {

constexpr auto branchPause = std::chrono::milliseconds(200);
constexpr auto clockPace = std::chrono::seconds(10);
constexpr int panelWidth = 308;

} // namespace

TicketsPage::TicketsPage(presentation::Console &console, QWidget *parent)
    : Page(parent)
    , m_console(console)
    , m_model(new TicketTableModel(console.engine(), this))
    , m_cells(new TicketCellModel(this))
    , m_acts(new TicketActs(console, this))
{
    m_cells->setSourceModel(m_model);
    makeActions();
    m_sides = new QBoxLayout(QBoxLayout::LeftToRight, this);
    m_sides->setContentsMargins(space::xl, space::l, space::xl, space::l);
    m_sides->setSpacing(space::l);
    auto *left = new QVBoxLayout;
    left->setSpacing(space::m);
    m_filters = new TicketFilterBar(console.engine());
    m_search = m_filters->search();
    m_new = new IconButton(Icon::plus, QString());
    m_new->setKind(ButtonKind::secondary);
    m_new->setObjectName(QStringLiteral("newTicket"));
    m_filters->addButton(m_new);
    m_new->setVisible(m_newAction->isEnabled());
    left->addWidget(m_filters);
    m_failure = new Banner;
    m_failure->hide();
    left->addWidget(m_failure);
    left->addWidget(makeTable(), 1);
    m_sides->addLayout(left, 1);
    m_story = new TicketStoryPanel(console.engine(), *m_acts);
    m_sides->addWidget(m_story);

    m_branchSoon.setSingleShot(true);
    m_branchSoon.setInterval(branchPause);
    m_tick.setInterval(clockPace);
    connect(m_filters, &TicketFilterBar::filterChanged, this, &TicketsPage::takeFilter);
    connect(&m_branchSoon, &QTimer::timeout, this, &TicketsPage::followBranch);
    connect(&m_tick, &QTimer::timeout, this, [this] {
        m_model->tick();
        m_story->retell();
    });
    connect(m_search, &SearchField::leaveDownRequested, this, &TicketsPage::enterTable);
    connect(m_new, &QPushButton::clicked, m_newAction, &QAction::trigger);
    connect(m_newAction, &QAction::changed, this, &TicketsPage::showNewKeys);
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
    fitText();
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

void TicketsPage::focusFilter()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void TicketsPage::showFilterKeys(const QString &keys)
{
    m_search->setKeyCap(keys);
}

void TicketsPage::activated(const QVariant &argument)
{
    if (argument.typeId() == QMetaType::QString && !argument.toString().isEmpty())
        m_filters->narrowTo(argument.toString(), std::nullopt);
    else if (argument.canConvert<qlonglong>() && argument.toLongLong() != 0)
        m_filters->narrowTo({}, QueueId{argument.toLongLong()});
    m_search->setFocus(Qt::OtherFocusReason);
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
    m_columns = new TicketColumns(*m_table, this);
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
    m_empty = new EmptyState(Icon::ticket);
    m_noMatch = new EmptyState(Icon::search);
    m_tableSides->addWidget(m_empty);
    m_tableSides->addWidget(m_noMatch);
    connect(m_empty, &EmptyState::actionRequested, m_newAction, &QAction::trigger);
    connect(m_noMatch, &EmptyState::actionRequested, this, &TicketsPage::clearFilters);
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

void TicketsPage::showNewKeys()
{
    const QString keys = shownKeys(m_newAction);
    m_new->setToolTip(keys.isEmpty() ? tr("New ticket") : tr("New ticket (%1)", "key").arg(keys));
}

void TicketsPage::retranslate()
{
    m_new->setAccessibleName(tr("New ticket"));
    showNewKeys();
    m_table->setAccessibleName(tr("Tickets"));
    m_legend->setText(tr("2 min left to call on time"));
    m_newAction->setText(tr("New ticket…"));
    m_transferAction->setText(tr("Transfer the chosen ticket…"));
    m_priorityAction->setText(tr("Change its priority…"));
    m_leftAction->setText(tr("It left without service"));
    m_cancelAction->setText(tr("Cancel the chosen ticket"));
    m_undoAction->setText(tr("Undo the last act"));
    m_copyAction->setText(tr("Copy its number"));
    m_customersAction->setText(tr("A customer’s data…"));
    m_filters->retranslate();
    m_empty->setSentence(tr("No ticket yet in this period."));
    m_empty->setAction(m_newAction->isEnabled() ? tr("New ticket") : QString());
    m_noMatch->setSentence(tr("No ticket matches the search and the filters."));
    m_noMatch->setAction(tr("Show all of today"));
    m_model->retranslate();
    m_story->retranslate();
    m_columns->forget();
    showStatus();
    Q_EMIT headerChanged();
}

void TicketsPage::takeFilter()
{
    const TicketFilter filter = m_filters->filter();
    if (filter == m_model->filter())
        return;
    m_selectFirst = true;
    m_cells->setSearched(filter.text);
    m_model->setFilter(filter);
}

void TicketsPage::clearFilters()
{
    m_filters->narrowTo({}, std::nullopt);
    m_search->setFocus(Qt::OtherFocusReason);
}

void TicketsPage::showStatus()
{
    m_filters->showCounts(m_model->countsByState(), m_model->matches());
    const std::int64_t matches = m_model->matches();
    const TicketFilter &filter = m_model->filter();
    const bool narrowed = !filter.text.isEmpty() || filter.queue || filter.agent || filter.state;
    QString order = tr("newest first");
    if (const int column = m_table->horizontalHeader()->sortIndicatorSection(); column >= 0)
        order = tr("sorted by %1", "column").arg(m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().toLower());
    m_count->setText(tr("%1, %2", "tickets, order").arg(tr("%n ticket(s)", nullptr, int(matches)), order));
    const bool skeleton = matches == 0 && m_model->isLoading() && !m_model->failure();
    if (skeleton)
        m_skeleton->begin();
    else
        m_skeleton->end();
    m_tableSides->setCurrentWidget(matches > 0 ? static_cast<QWidget *>(m_table) : skeleton ? static_cast<QWidget *>(m_skeleton) : narrowed ? m_noMatch : m_empty);
    if (m_model->failure())
        m_failure->showMessage(Tone::critical, Icon::warningTriangle, words::failure(*m_model->failure()), tr("Try again"));
    m_failure->setVisible(m_model->failure().has_value());
    if (m_model->isLoading())
        return;
    m_columns->measure(*m_console.engine().snapshot());
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

void TicketsPage::showStory()
{
    const QModelIndex current = m_table->currentIndex();
    if (!current.isValid())
        return;
    const auto row = m_model->row(current.row());
    if (!row)
        return;
    const engine::SharedSnapshot snapshot = m_console.engine().snapshot();
    const Ticket *live = row->imported ? nullptr : snapshot->state.ticket(row->id);
    const Sequence revision = live ? live->revision : 0;
    if (row->id == m_shown && revision == m_shownRevision)
        return;
    m_shown = row->id;
    m_shownRevision = revision;
    m_story->showTicket(row);
}

void TicketsPage::followBranch()
{
    m_filters->followBranch();
    showStory();
    m_acts->refresh();
}

void TicketsPage::fitText()
{
    // A large text must not push the list out of the window: the story then stands below it.
    const int room = viewWidth() - 2 * space::xl;
    const int panel = scaled(panelWidth);
    const bool below = room < panel + space::l + scaled(560);
    m_sides->setDirection(below ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_story->setMinimumWidth(below ? 0 : panel);
    m_story->setMaximumWidth(below ? QWIDGETSIZE_MAX : panel);
    m_story->setMinimumHeight(below ? scaled(300) : 0);
    m_table->setMinimumHeight(below ? 6 * scaled(metric::row) : 0);
    m_filters->fit(below ? room : room - panel - space::l);
    m_table->verticalHeader()->setDefaultSectionSize(scaled(metric::row));
    m_columns->measure(*m_console.engine().snapshot());
}

QByteArray TicketsPage::viewState() const
{
    return m_columns->state();
}

void TicketsPage::restoreView(const QByteArray &state)
{
    m_columns->restore(state);
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
        engine::whenDone(m_console.engine().submit(ticket), this, [this](const engine::Answer &answer) {
            if (answer)
                Q_EMIT toastRequested(tr("%1 is issued.").arg(QString::fromStdString(answer->number)));
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
    else if (event->type() == QEvent::FontChange) {
        m_columns->forget();
        fitText();
    }
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

void TicketsPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    fitText();
}

bool TicketsPage::eventFilter(QObject *watched, QEvent *event)
{
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
            m_story->focusStory();
            return true;
        }
        if (key == Qt::Key_Up && m_table->currentIndex().row() <= 0) {
            m_search->setFocus(Qt::OtherFocusReason);
            return true;
        }
    }
    if (watched == m_table->viewport() && event->type() == QEvent::Resize)
        m_columns->layOut();
    return Page::eventFilter(watched, event);
}

void TicketsPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    m_columns->measure(*m_console.engine().snapshot());
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
