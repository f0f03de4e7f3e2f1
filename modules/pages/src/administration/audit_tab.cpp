#include "smartqueue/pages/audit_tab.h"

#include <QAction>
#include <QBoxLayout>
#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QScrollBar>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QTableView>

#include <smartqueue/engine/audit.h>
#include <smartqueue/engine/when_done.h>
#include <smartqueue/presentation/words.h>
#include <smartqueue/widgets/action_button.h>
#include <smartqueue/widgets/banner.h>
#include <smartqueue/widgets/empty_state.h>
#include <smartqueue/widgets/pill.h>
#include <smartqueue/widgets/rich_cell_delegate.h>
#include <smartqueue/widgets/search_field.h>
#include <smartqueue/widgets/skeleton.h>
#include <smartqueue/widgets/text_label.h>

#include "audit_cells.h"
#include "audit_filter_bar.h"
#include "audit_panel.h"

namespace smartqueue::pages {

using namespace widgets;
using presentation::AuditFormat;
using presentation::AuditModel;
namespace words = presentation::words;

namespace {

constexpr int panelWidth = 304;

} // namespace

bool AuditTab::isFor(const presentation::Console &console)
{
    return engine::auditReach(*console.engine().installation().directory(), console.engine().user(), console.engine().site()).has_value();
}

AuditTab::AuditTab(presentation::Console &console, QWidget *parent)
    : AdministrationTab(parent), m_console(console), m_model(new AuditModel(console, this)), m_filters(new AuditFilterBar(console, this)),
      m_new(new PillButton(this)), m_export(new ActionButton(Icon::download, {}, ButtonKind::secondary, this)),
      m_check(new ActionButton(Icon::shield, {}, ButtonKind::secondary, this)), m_banner(new Banner(this)), m_table(new QTableView(this)),
      m_stack(new QStackedWidget(this)), m_list(new QWidget(this)), m_skeleton(new Skeleton(10, this)),
      m_footer(new TextLabel({}, TextSize::small, QFont::Normal, Ink::muted, this)), m_panel(new AuditPanel(this)),
      m_checkAct(act(&AuditTab::checkChain)), m_csvAct(act(&AuditTab::askForCsv)), m_jsonAct(act(&AuditTab::askForJson))
{
    m_new->setObjectName(QStringLiteral("auditNew"));
    m_export->setObjectName(QStringLiteral("auditExport"));
    m_check->setObjectName(QStringLiteral("auditCheck"));
    m_banner->setObjectName(QStringLiteral("auditBanner"));
    m_table->setObjectName(QStringLiteral("auditTable"));
    m_footer->setObjectName(QStringLiteral("auditFooter"));
    m_new->hide();
    m_banner->hide();

    auto *cells = new AuditCells(this);
    cells->setSourceModel(m_model);
    m_table->setModel(cells);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    styleTable(*m_table, RowHeight::normal);
    QHeaderView *header = m_table->horizontalHeader();
    header->setSectionResizeMode(QHeaderView::Interactive);
    header->setSectionResizeMode(AuditModel::what, QHeaderView::Stretch);
    m_table->installEventFilter(this);

    auto *menu = new QMenu(m_export);
    menu->addActions({m_csvAct, m_jsonAct});
    m_export->setMenu(menu);
    m_filters->searchRow()->addWidget(m_export);
    m_filters->searchRow()->addWidget(m_check);
    m_filters->kindRow()->addWidget(m_new, 0, Qt::AlignTop);

    auto *listColumn = new QVBoxLayout(m_list);
    listColumn->setContentsMargins(0, 0, 0, 0);
    listColumn->setSpacing(space::s);
    listColumn->addWidget(m_table, 1);
    listColumn->addWidget(m_footer);
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_skeleton);
    m_sides = new QBoxLayout(QBoxLayout::LeftToRight);
    m_sides->setSpacing(space::l);
    m_sides->addWidget(m_stack, 1);
    m_sides->addWidget(m_panel, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::m);
    column->addWidget(m_filters);
    column->addWidget(m_banner);
    column->addLayout(m_sides, 1);

    connect(m_filters, &AuditFilterBar::filterChanged, this, [this] { m_model->setFilter(m_filters->filter()); });
    connect(m_filters->search(), &SearchField::leaveDownRequested, this, [this] {
        m_table->setFocus(Qt::OtherFocusReason);
        if (!m_table->currentIndex().isValid())
            m_table->setCurrentIndex(m_table->model()->index(0, 0));
    });
    connect(m_model, &AuditModel::statusChanged, this, &AuditTab::showStatus);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &AuditTab::showSelected);
    connect(m_new, &PillButton::pressed, this, &AuditTab::joinNew);
    connect(m_check, &QAbstractButton::clicked, m_checkAct, &QAction::trigger);
    connect(m_banner, &Banner::firstActionRequested, this, [this] {
        if (m_stop)
            *m_stop = true;
        m_banner->hide();
    });
    connect(&console.engine().installation(), &engine::Installation::directoryChanged, this, [this] {
        m_filters->followDirectory();
        fit();
    });
    m_model->setFilter(m_filters->filter());
    retranslate();
}

AuditTab::~AuditTab()
{
    if (m_stop)
        *m_stop = true;
}

QAction *AuditTab::act(void (AuditTab::*work)())
{
    auto *made = new QAction(this);
    connect(made, &QAction::triggered, this, [this, work] {
        Q_EMIT shown();
        (this->*work)();
    });
    return made;
}

QString AuditTab::title() const
{
    return tr("Audit");
}

void AuditTab::focusFilter()
{
    m_filters->search()->setFocus(Qt::ShortcutFocusReason);
    m_filters->search()->selectAll();
}

void AuditTab::showFilterKeys(const QString &keys)
{
    m_filters->search()->setKeyCap(keys);
}

void AuditTab::activated()
{
    // "Today" moves on with the day.
    m_model->setFilter(m_filters->filter());
}

void AuditTab::showStatus()
{
    const int fresh = m_model->newEntries();
    const bool grew = fresh > 0 && !m_new->isVisibleTo(this);
    m_new->setVisible(fresh > 0);
    if (fresh > 0) {
        const QString count = fresh >= AuditModel::newAtMost ? tr("%L1+", "at least so many").arg(fresh) : QLocale().toString(fresh);
        m_new->setLook({Icon::arrowUp, tr("%1 new", "entries").arg(count), Tone::accent, PillStyle::filled}, tr("%Ln new entry(ies): show them", nullptr, fresh));
        if (grew)
            announce(m_new, m_new->accessibleName());
    }

    const int rows = m_model->rowCount();
    if (m_nothing) {
        m_stack->removeWidget(m_nothing);
        m_nothing->deleteLater();
        m_nothing = nullptr;
    }
    if (rows > 0 || m_model->isLoading()) {
        const bool waits = rows == 0;
        if (waits)
            m_skeleton->begin();
        else
            m_skeleton->end();
        m_stack->setCurrentWidget(waits ? static_cast<QWidget *>(m_skeleton) : m_list);
        m_footer->setText(m_model->isLoading()               ? tr("Reading the log…")
                          : m_model->isComplete()            ? tr("%Ln entry(ies), newest first", nullptr, rows)
                          : rows >= AuditModel::rowsAtMost ? tr("The newest %L1 are shown. Narrow the period to see older ones.").arg(rows)
                                                             : tr("%L1 shown, older ones follow below").arg(rows));
        if (m_model->failure())
            m_footer->setText(words::failure(*m_model->failure()));
    } else {
        m_skeleton->end();
        const auto &failure = m_model->failure();
        auto *nothing = failure ? new EmptyState(Icon::lock, words::failure(*failure), {}, this)
                                : new EmptyState(Icon::search, tr("Nothing on record matches this."), tr("Show all"), this);
        connect(nothing, &EmptyState::actionRequested, m_filters, &AuditFilterBar::clear);
        m_nothing = nothing;
        m_stack->addWidget(nothing);
        m_stack->setCurrentWidget(nothing);
    }
    // The rows were read anew: the panel's entry keeps its place if it is among them.
    if (m_shown != 0 && !m_table->currentIndex().isValid()) {
        if (const int row = m_model->rowOf(m_shown); row >= 0)
            m_table->setCurrentIndex(m_table->model()->index(row, 0));
    }
}

void AuditTab::showSelected()
{
    const QModelIndex current = m_table->currentIndex();
    if (!current.isValid())
        return;
    const Sequence sequence = m_model->sequenceAt(current.row());
    m_shown = sequence;
    fit();
    engine::whenDone(m_model->detail(sequence), this, [this, sequence](const Result<std::optional<presentation::AuditDetail>> &detail) {
        if (sequence != m_shown)
            return;
        if (detail)
            m_panel->show(*detail, m_console.engine().snapshot()->zone);
        else
            m_panel->showFailure(detail.error());
    });
}

void AuditTab::joinNew()
{
    m_model->showNew();
    m_table->verticalScrollBar()->setValue(0);
}

void AuditTab::askForCsv()
{
    ask(AuditFormat::csv);
}

void AuditTab::askForJson()
{
    ask(AuditFormat::json);
}

void AuditTab::ask(AuditFormat format)
{
    const bool csv = format == AuditFormat::csv;
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString path = QFileDialog::getSaveFileName(this, tr("Export the audit"), documents + (csv ? QStringLiteral("/audit.csv") : QStringLiteral("/audit.json")),
                                                      csv ? tr("Tables (*.csv);;All files (*)") : tr("JSON (*.json);;All files (*)"));
    if (!path.isEmpty())
        exportTo(path, format);
}

void AuditTab::exportTo(const QString &path, AuditFormat format)
{
    if (m_stop)
        *m_stop = true;
    m_stop = std::make_shared<std::atomic<bool>>(false);
    m_banner->showMessage(Tone::neutral, Icon::download, tr("Writing the file…"), tr("Stop"));
    engine::whenDone(presentation::exportAudit(m_console.engine().installation(), m_model->reading(), format, path, m_console.engine().snapshot()->zone, m_stop),
                     this, [this, path, stop = m_stop](const Result<qint64> &written) {
                         if (stop != m_stop)
                             return;
                         m_stop.reset();
                         if (!written)
                             say(*m_banner, false, words::failure(written.error()));
                         else if (*written < 0)
                             say(*m_banner, true, tr("Stopped: no file was written."));
                         else
                             say(*m_banner, true, tr("%Ln entry(ies) written to %1", nullptr, int(*written)).arg(QDir::toNativeSeparators(path)));
                     });
}

void AuditTab::checkChain()
{
    m_check->setEnabled(false);
    m_checkAct->setEnabled(false);
    m_banner->showMessage(Tone::neutral, Icon::shield, tr("Checking every entry of the log…"));
    engine::whenDone(m_console.engine().installation().check(), this, [this](const Result<std::vector<std::string>> &findings) {
        m_check->setEnabled(true);
        m_checkAct->setEnabled(true);
        const QString time = words::timeOfDay(m_console.now(), m_console.engine().snapshot()->zone);
        if (!findings)
            say(*m_banner, false, words::failure(findings.error()));
        else if (findings->empty())
            say(*m_banner, true, tr("Checked at %1: the chain is whole. No entry is missing, none was changed.").arg(time));
        else
            say(*m_banner, false, tr("Checked at %1: the chain is broken (%2). Keep this file for those who help you, and go back to the last backup.")
                                      .arg(time, QString::fromStdString(findings->front())));
    });
}

void AuditTab::say(Banner &banner, bool good, const QString &text)
{
    banner.showMessage(good ? Tone::good : Tone::critical, good ? Icon::checkCircle : Icon::warningTriangle, text, tr("Close"));
}

bool AuditTab::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Home && m_model->newEntries() > 0) {
            joinNew();
            return true;
        }
        if (key == Qt::Key_Escape) {
            focusFilter();
            return true;
        }
    }
    return AdministrationTab::eventFilter(watched, event);
}

void AuditTab::fit()
{
    // Without room beside it the entry stands below the list, once there is one.
    const bool beside = width() >= scaled(760);
    m_sides->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_panel->setMaximumWidth(beside ? scaled(panelWidth) : QWIDGETSIZE_MAX);
    m_panel->setVisible(beside || m_shown != 0);
    m_stack->setMinimumHeight(beside ? 0 : scaled(140));
    // The sentence keeps its room; what is known from the rest gives way first.
    const int list = beside ? width() - scaled(panelWidth) - space::l : width();
    const bool wide = list >= scaled(860);
    m_table->setColumnHidden(AuditModel::device, !wide);
    m_table->setColumnHidden(AuditModel::branch, list < scaled(620) || !m_filters->hasBranches());
    m_table->setColumnWidth(AuditModel::when, scaled(150));
    m_table->setColumnWidth(AuditModel::who, scaled(wide ? 190 : 126));
    m_table->setColumnWidth(AuditModel::branch, scaled(wide ? 190 : 112));
    m_table->setColumnWidth(AuditModel::device, scaled(140));
}

void AuditTab::resizeEvent(QResizeEvent *event)
{
    AdministrationTab::resizeEvent(event);
    fit();
}

void AuditTab::showEvent(QShowEvent *event)
{
    AdministrationTab::showEvent(event);
    m_model->setWatching(true);
    fit();
}

void AuditTab::hideEvent(QHideEvent *event)
{
    AdministrationTab::hideEvent(event);
    m_model->setWatching(false);
}

void AuditTab::changeEvent(QEvent *event)
{
    AdministrationTab::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void AuditTab::retranslate()
{
    m_filters->retranslate();
    m_export->setText(tr("Export"));
    m_check->setText(tr("Check the chain"));
    m_checkAct->setText(tr("Check the chain of the audit"));
    m_csvAct->setText(tr("Export the audit as a table (CSV)…"));
    m_jsonAct->setText(tr("Export the audit as JSON…"));
    m_table->setAccessibleName(tr("Entries of the audit"));
    m_model->retranslate();
    m_panel->retranslate();
    showStatus();
    Q_EMIT titleChanged();
}

} // namespace smartqueue::pages
