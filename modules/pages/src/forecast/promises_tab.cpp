#include "promises_tab.h"

#include <QEvent>
#include <QHeaderView>
#include <QStackedWidget>
#include <QStandardItemModel>
#include <QTableView>

#include <smartqueue/presentation/words.h>
#include <smartqueue/widgets/action_button.h>
#include <smartqueue/widgets/card.h>
#include <smartqueue/widgets/choice_group.h>
#include <smartqueue/widgets/empty_state.h>
#include <smartqueue/widgets/progress_sheet.h>
#include <smartqueue/widgets/rich_cell_delegate.h>
#include <smartqueue/widgets/skeleton.h>
#include <smartqueue/widgets/text_label.h>

#include "page_scroll.h"
#include "promise_charts.h"

namespace smartqueue::pages {

using namespace widgets;
using namespace std::chrono_literals;
using presentation::PromiseBoardModel;
using presentation::PromisePeriod;
namespace words = presentation::words;

namespace {

QString idOf(PromisePeriod period)
{
    return QString::number(int(period));
}

QTableView *plainTable(const QString &name, QWidget *parent)
{
    auto *table = new QTableView(parent);
    table->setObjectName(name);
    table->setModel(new QStandardItemModel(table));
    styleTable(*table, RowHeight::compact);
    table->setFrameShape(QFrame::NoFrame);
    return table;
}

/// The first line is the header, the first column names.
void fill(QTableView &table, const QList<QStringList> &lines)
{
    auto *rows = static_cast<QStandardItemModel *>(table.model());
    rows->clear();
    if (lines.isEmpty())
        return;
    rows->setHorizontalHeaderLabels(lines.first());
    for (const QStringList &line : lines.mid(1)) {
        QList<QStandardItem *> row;
        for (const QString &text : line) {
            auto *item = new QStandardItem(text);
            item->setEditable(false);
            item->setData(row.isEmpty(), cell::bold);
            if (!row.isEmpty())
                item->setData(int(Qt::AlignTrailing | Qt::AlignVCenter), Qt::TextAlignmentRole);
            row.append(item);
        }
        rows->appendRow(row);
    }
    for (int column = 1; column < rows->columnCount(); ++column)
        rows->horizontalHeaderItem(column)->setTextAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    table.horizontalHeader()->setStretchLastSection(false);
    table.horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table.setFixedHeight(table.horizontalHeader()->sizeHint().height() + rows->rowCount() * table.verticalHeader()->defaultSectionSize());
}

} // namespace

PromisesTab::PromisesTab(presentation::Console &console, QWidget *parent)
    : ForecastTab(parent), m_model(console.engine()), m_stack(new QStackedWidget(this))
{
    m_tools = makeTools();
    m_charts = new PromiseCharts;
    m_chartsView = new PageScroll(m_charts);
    m_tableView = makeTable();
    m_loadingView = makeLoading();
    for (QWidget *view : {m_chartsView, m_tableView, m_loadingView})
        m_stack->addWidget(view);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_stack);

    m_progressDelay.setSingleShot(true);
    m_progressDelay.setInterval(300ms);
    connect(&m_progressDelay, &QTimer::timeout, this, &PromisesTab::showProgress);
    connect(m_charts, &PromiseCharts::ticketRequested, this, [this](const QString &number) { Q_EMIT navigateRequested(PageId::tickets, number); });
    connect(m_charts, &PromiseCharts::queueRequested, this, [this](QueueId queue) { Q_EMIT navigateRequested(PageId::tickets, QVariant::fromValue(qlonglong(queue.value))); });
    connect(&m_model, &PromiseBoardModel::phaseChanged, this, &PromisesTab::showPhase);
    connect(&m_model, &PromiseBoardModel::boardChanged, this, &PromisesTab::showBoard);
    connect(&m_model, &PromiseBoardModel::progressChanged, this, [this] {
        const int share = int(m_model.progress() * 100);
        if (m_progress)
            m_progress->setProgress(share, 100, tr("%1 of the last 30 days").arg(words::percent(share / 100.0)));
    });
    retranslate();
    showPhase();
}

QWidget *PromisesTab::makeTools()
{
    auto *tools = new QWidget;
    m_period = new SegmentedControl({}, tools);
    m_period->setObjectName(QStringLiteral("promisePeriod"));
    m_asTableButton = new ActionButton(Icon::table, {}, ButtonKind::secondary, tools);
    m_asTableButton->setObjectName(QStringLiteral("promisesAsTable"));
    auto *row = new QHBoxLayout(tools);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::m);
    row->addWidget(m_period);
    row->addWidget(m_asTableButton);
    connect(m_period, &ChoiceGroup::currentChanged, this, [this](const QString &id) { m_model.setPeriod(PromisePeriod(id.toInt())); });
    connect(m_asTableButton, &QAbstractButton::clicked, this, [this] { setAsTable(!m_asTable); });
    return tools;
}

QWidget *PromisesTab::makeTable()
{
    auto *ground = new QWidget;
    auto *card = new Card(ground);
    m_summary = new TextLabel({}, TextSize::heading, QFont::DemiBold, Ink::text, card);
    m_summary->setWordWrap(true);
    m_levelsTitle = new TextLabel({}, TextSize::heading, QFont::DemiBold, Ink::text, card);
    m_figures = plainTable(QStringLiteral("promiseFigures"), card);
    m_levels = plainTable(QStringLiteral("promiseLevels"), card);
    card->column()->setSpacing(space::m);
    card->column()->addWidget(m_summary);
    card->column()->addWidget(m_figures);
    card->column()->addWidget(m_levelsTitle);
    card->column()->addWidget(m_levels);
    card->column()->addStretch(1);
    auto *column = new QVBoxLayout(ground);
    column->setContentsMargins(space::xl, space::m, space::xl, space::m);
    column->addWidget(card);
    return new PageScroll(ground);
}

QWidget *PromisesTab::makeLoading()
{
    auto *view = new QWidget;
    m_skeleton = new Skeleton(6, view);
    m_loadingColumn = new QVBoxLayout(view);
    m_loadingColumn->setContentsMargins(space::xl, space::l, space::xl, space::l);
    m_loadingColumn->setSpacing(space::l);
    m_loadingColumn->addWidget(m_skeleton, 1);
    return view;
}

QString PromisesTab::title() const
{
    return tr("Promises kept");
}

void PromisesTab::setWatched(bool watched)
{
    m_model.setWatching(watched);
}

void PromisesTab::enter()
{
    if (m_stack->currentWidget() == m_chartsView)
        m_charts->enter();
    else if (m_stack->currentWidget() == m_tableView)
        m_figures->setFocus(Qt::OtherFocusReason);
    else
        m_period->setFocus(Qt::OtherFocusReason);
}

void PromisesTab::showStatePage(QWidget *page)
{
    if (m_statePage) {
        m_stack->removeWidget(m_statePage);
        m_statePage->deleteLater();
    }
    m_statePage = page;
    if (page) {
        m_stack->addWidget(page);
        m_stack->setCurrentWidget(page);
    }
}

void PromisesTab::showPhase()
{
    using Phase = PromiseBoardModel::Phase;
    const Phase phase = m_model.phase();
    if (phase != Phase::loading) {
        m_progressDelay.stop();
        m_skeleton->end();
        delete m_progress;
        m_progress = nullptr;
    }
    switch (phase) {
    case Phase::idle:
        return;
    case Phase::loading:
        m_progressDelay.start();
        showStatePage(nullptr);
        m_stack->setCurrentWidget(m_loadingView);
        m_skeleton->begin();
        return;
    case Phase::ready:
        showStatePage(nullptr);
        m_stack->setCurrentWidget(m_asTable ? m_tableView : m_chartsView);
        showBoard();
        return;
    case Phase::empty: {
        const bool whole = m_model.period() == PromisePeriod::month;
        auto *empty = new EmptyState(Icon::clock,
                                     whole ? tr("Nobody was told a waiting time in the last 30 days. As soon as tickets are drawn and called, this page says how good the promises were.")
                                           : tr("Nobody who was told a waiting time in this period has been called yet."),
                                     whole ? QString() : tr("Show 30 days"), this);
        connect(empty, &EmptyState::actionRequested, this, [this] { m_period->setCurrentId(idOf(PromisePeriod::month)); });
        showStatePage(empty);
        return;
    }
    case Phase::cancelled:
    case Phase::failed: {
        auto *stopped = phase == Phase::failed ? new EmptyState(Icon::warningTriangle, words::failure(m_model.failure()), tr("Try again"), this)
                                               : new EmptyState(Icon::clock, tr("The reading was stopped."), tr("Read the promises"), this);
        connect(stopped, &EmptyState::actionRequested, &m_model, &PromiseBoardModel::reload);
        showStatePage(stopped);
        return;
    }
    }
}

void PromisesTab::showProgress()
{
    m_progress = new ProgressSheet(tr("Reading what people were told"), m_loadingView);
    m_progress->setProgress(int(m_model.progress() * 100), 100, {});
    m_loadingColumn->insertWidget(0, m_progress, 0, Qt::AlignTop | Qt::AlignHCenter);
    connect(m_progress, &ProgressSheet::cancelRequested, &m_model, &PromiseBoardModel::cancel);
}

void PromisesTab::showBoard()
{
    if (m_model.phase() != PromiseBoardModel::Phase::ready) {
        // Another empty period says something else.
        showPhase();
        return;
    }
    const presentation::PromiseBoard board = m_model.board();
    m_charts->show(board);
    m_summary->setText(board.summary + QLatin1Char(' ') + board.checked + QLatin1Char('.'));
    fill(*m_figures, board.table);
    fill(*m_levels, board.levelTable);
    m_levels->setVisible(board.levelTable.size() > 1);
    m_levelsTitle->setVisible(board.levelTable.size() > 1);
}

void PromisesTab::setAsTable(bool asTable)
{
    m_asTable = asTable;
    m_asTableButton->setText(m_asTable ? tr("As charts") : tr("As table"));
    m_asTableButton->setGlyph(m_asTable ? Icon::trend : Icon::table);
    if (m_model.phase() == PromiseBoardModel::Phase::ready)
        m_stack->setCurrentWidget(m_asTable ? m_tableView : m_chartsView);
}

void PromisesTab::changeEvent(QEvent *event)
{
    ForecastTab::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void PromisesTab::retranslate()
{
    m_period->setAccessibleName(tr("Period"));
    m_period->setChoices({{idOf(PromisePeriod::today), tr("Today"), Icon::none, -1, {}},
                          {idOf(PromisePeriod::week), tr("7 days"), Icon::none, -1, {}},
                          {idOf(PromisePeriod::month), tr("30 days"), Icon::none, -1, {}}});
    m_period->setCurrentId(idOf(m_model.period()));
    m_figures->setAccessibleName(tr("All figures as a table"));
    m_levels->setAccessibleName(tr("What came true at each level"));
    m_levelsTitle->setText(tr("Does 80% mean 80%?"));
    m_charts->retranslate();
    setAsTable(m_asTable);
    if (m_model.phase() == PromiseBoardModel::Phase::loading)
        return;
    showPhase();
}

} // namespace smartqueue::pages
