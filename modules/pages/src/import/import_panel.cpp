#include "import_panel.h"

#include <algorithm>

#include <QComboBox>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLocale>
#include <QStackedWidget>
#include <QTableWidget>
#include <QVBoxLayout>

#include <smartqueue/engine/time_zones.h>
#include <smartqueue/engine/when_done.h>
#include <smartqueue/widgets/action_button.h>
#include <smartqueue/widgets/painted_widget.h>
#include <smartqueue/widgets/progress_sheet.h>
#include <smartqueue/widgets/rich_cell_delegate.h>
#include <smartqueue/widgets/text_label.h>

#include "import_columns.h"
#include "import_words.h"
#include "setup_branch_form.h"
#include "field_box.h"

namespace smartqueue::pages {

using namespace widgets;
using engine::HistoryField;

struct ImportPanel::Run {
    std::atomic<bool> cancelled = false;
    std::atomic<double> share = 0;
};

namespace {

QComboBox *formatBox(const QStringList &formats, QWidget *parent)
{
    auto *box = new QComboBox(parent);
    box->setEditable(true);
    box->addItems(formats);
    return box;
}

QString linesOf(const engine::RefusedAlike &alike)
{
    QStringList numbers;
    for (const std::int64_t line : alike.lines)
        numbers.append(QLocale().toString(qlonglong(line)));
    const QString list = numbers.join(QStringLiteral("; "));
    const std::int64_t more = alike.count - std::int64_t(alike.lines.size());
    return more > 0 ? ImportPanel::tr("%1 and %Ln more", "line numbers", int(more)).arg(list) : list;
}

QString delimiterWords(char delimiter)
{
    switch (delimiter) {
    case '\t':
        return ImportPanel::tr("tabs");
    case ';':
        return ImportPanel::tr("semicolons");
    case '|':
        return ImportPanel::tr("bars");
    default:
        return ImportPanel::tr("commas");
    }
}

} // namespace

ImportPanel::ImportPanel(engine::HistoryImporter &importer, const QString &zone, QWidget *parent)
    : QWidget(parent), m_importer(importer), m_stages(new QStackedWidget(this))
{
    m_pool.setMaxThreadCount(1);
    m_tick.setInterval(std::chrono::milliseconds(80));
    connect(&m_tick, &QTimer::timeout, this, &ImportPanel::showProgress);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_stages);
    m_stages->addWidget(filePage());
    m_stages->addWidget(columnsPage());
    auto *running = new QWidget(this);
    m_runningColumn = new QVBoxLayout(running);
    m_runningColumn->setContentsMargins(0, 0, 0, 0);
    m_stages->addWidget(running);
    m_stages->addWidget(reportPage());
    setZone(zone);
    retranslate();
}

ImportPanel::~ImportPanel()
{
    if (m_run)
        m_run->cancelled = true;
    m_pool.waitForDone();
}

QWidget *ImportPanel::filePage()
{
    auto *page = new QWidget(this);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::m);
    m_fileTitle = new TextLabel({}, TextSize::title, QFont::Bold, Ink::text, page);
    m_fileText = new TextLabel({}, TextSize::body, QFont::Normal, Ink::muted, page);
    m_fileText->setWordWrap(true);
    m_fileProblem = new TextLabel({}, TextSize::body, QFont::Normal, Ink::critical, page);
    m_fileProblem->setWordWrap(true);
    m_fileProblem->hide();
    m_choose = new PrimaryButton({}, page);
    m_choose->setGlyph(Icon::upload);
    connect(m_choose, &QAbstractButton::clicked, this, &ImportPanel::chooseFile);
    column->addWidget(m_fileTitle);
    column->addWidget(m_fileText);
    column->addWidget(m_fileProblem);
    column->addSpacing(space::s);
    column->addWidget(m_choose, 0, Qt::AlignLeading);
    column->addStretch(1);
    return page;
}

QWidget *ImportPanel::columnsPage()
{
    auto *page = new QWidget(this);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::m);
    m_columnsTitle = new TextLabel({}, TextSize::title, QFont::Bold, Ink::text, page);
    m_columnsFacts = new TextLabel({}, TextSize::body, QFont::Normal, Ink::muted, page);
    m_columnsFacts->setWordWrap(true);
    m_columns = new ImportColumns(page);
    connect(m_columns, &ImportColumns::assignmentChanged, this, &ImportPanel::showMissing);

    m_zone = timeZoneBox(page);
    m_dateFormat = formatBox({QString(), QStringLiteral("iso8601"), QStringLiteral("dd/MM/yyyy"), QStringLiteral("MM/dd/yyyy"),
                              QStringLiteral("yyMMdd")}, page);
    m_timeFormat = formatBox({QString(), QStringLiteral("iso8601"), QStringLiteral("dd/MM/yyyy HH:mm"), QStringLiteral("H:mm:ss"),
                              QStringLiteral("epoch_seconds")}, page);
    m_zoneField = new FieldBox(m_zone, page);
    m_dateField = new FieldBox(m_dateFormat, page);
    m_timeField = new FieldBox(m_timeFormat, page);
    connect(m_zone, &QComboBox::currentTextChanged, this, &ImportPanel::showMissing);
    auto *formats = new QHBoxLayout;
    formats->setSpacing(space::l);
    for (FieldBox *field : {m_zoneField, m_dateField, m_timeField})
        formats->addWidget(field, 1, Qt::AlignTop);

    m_missing = new TextLabel({}, TextSize::body, QFont::Normal, Ink::warning, page);
    m_missing->setWordWrap(true);
    m_otherFile = new ActionButton({}, ButtonKind::secondary, page);
    m_start = new PrimaryButton({}, page);
    m_start->setObjectName(QStringLiteral("importStart"));
    m_missing->setObjectName(QStringLiteral("importMissing"));
    connect(m_otherFile, &QAbstractButton::clicked, this, &ImportPanel::chooseFile);
    connect(m_start, &QAbstractButton::clicked, this, &ImportPanel::startImport);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(space::m);
    buttons->addWidget(m_missing, 1);
    buttons->addWidget(m_otherFile);
    buttons->addWidget(m_start);

    column->addWidget(m_columnsTitle);
    column->addWidget(m_columnsFacts);
    column->addWidget(m_columns, 1);
    column->addLayout(formats);
    column->addLayout(buttons);
    return page;
}

QWidget *ImportPanel::reportPage()
{
    auto *page = new QWidget(this);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::m);
    m_reportTitle = new TextLabel({}, TextSize::title, QFont::Bold, Ink::text, page);
    m_reportFigures = new TextLabel({}, TextSize::body, QFont::Normal, Ink::text, page);
    m_reportFigures->setWordWrap(true);
    m_reportNote = new TextLabel({}, TextSize::body, QFont::Normal, Ink::muted, page);
    m_reportNote->setWordWrap(true);
    m_refused = new QTableWidget(0, 3, page);
    m_refused->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_refused->setSelectionBehavior(QAbstractItemView::SelectRows);
    styleTable(*m_refused, RowHeight::compact);
    m_refused->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_refused->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_again = new ActionButton({}, ButtonKind::secondary, page);
    m_done = new PrimaryButton({}, page);
    m_reportFigures->setObjectName(QStringLiteral("importFigures"));
    m_refused->setObjectName(QStringLiteral("importRefused"));
    m_done->setObjectName(QStringLiteral("importDone"));
    connect(m_again, &QAbstractButton::clicked, this, [this] { setStage(m_preview ? Stage::columns : Stage::file); });
    connect(m_done, &QAbstractButton::clicked, this, &ImportPanel::finished);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(space::m);
    buttons->addStretch(1);
    buttons->addWidget(m_again);
    buttons->addWidget(m_done);
    column->addWidget(m_reportTitle);
    column->addWidget(m_reportFigures);
    column->addWidget(m_refused, 1);
    column->addWidget(m_reportNote);
    column->addStretch(0);
    column->addLayout(buttons);
    return page;
}

void ImportPanel::setZone(const QString &zone)
{
    m_zone->setCurrentText(zone);
}

void ImportPanel::chooseFile()
{
    const QString path = QFileDialog::getOpenFileName(this, tr("Choose a ticket log"), QString(),
                                                      tr("Ticket logs (*.csv *.tsv *.txt);;All files (*)"));
    if (!path.isEmpty())
        openFile(path);
}

void ImportPanel::openFile(const QString &path)
{
    if (m_reading || m_stage == Stage::running)
        return;
    m_reading = true;
    m_path = path;
    m_choose->setEnabled(false);
    engine::whenDone(engine::inPool(m_pool, [&importer = m_importer, file = path.toStdString()] { return importer.preview(file); }),
                          this, [this](const Result<engine::HistoryImporter::Preview> &preview) { showPreview(preview); });
}

void ImportPanel::showPreview(const Result<engine::HistoryImporter::Preview> &preview)
{
    m_reading = false;
    m_choose->setEnabled(true);
    if (!preview) {
        m_failure = preview.error();
        m_preview.reset();
        setStage(Stage::file);
    } else {
        m_failure.reset();
        m_preview = *preview;
        m_columns->setPreview(*preview);
        m_dateFormat->setCurrentText(QString::fromStdString(preview->dateFormat));
        m_timeFormat->setCurrentText(QString::fromStdString(preview->timeFormat));
        setStage(Stage::columns);
    }
    retranslate();
}

void ImportPanel::showMissing()
{
    const engine::ColumnAssignment &chosen = m_columns->assignment();
    QStringList missing;
    for (const HistoryField field : {HistoryField::queue, HistoryField::arrivedAt, HistoryField::endedAt}) {
        if (!chosen.contains(field))
            missing.append(ImportWords::field(field));
    }
    const bool zoneKnown = engine::timeZone(m_zone->currentText().trimmed().toStdString()).has_value();
    m_zoneField->setProblem(zoneKnown ? QString() : tr("Choose a time zone from the list."));
    m_missing->setText(missing.isEmpty() ? QString() : tr("Still to choose above a column: %1.").arg(missing.join(QStringLiteral(", "))));
    m_start->setEnabled(missing.isEmpty() && zoneKnown);
    m_start->setAccessibleDescription(m_missing->text());
}

engine::HistoryImportOptions ImportPanel::options() const
{
    return {m_columns->assignment(), m_dateFormat->currentText().trimmed().toStdString(),
            m_timeFormat->currentText().trimmed().toStdString(), m_zone->currentText().trimmed().toStdString()};
}

void ImportPanel::startImport()
{
    if (m_stage == Stage::running || !m_preview || !m_start->isEnabled())
        return;
    m_run = std::make_shared<Run>();
    m_summary.reset();
    m_failure.reset();
    delete m_progress;
    m_progress = new ProgressSheet(tr("Importing %1").arg(QFileInfo(m_path).fileName()), this);
    connect(m_progress, &ProgressSheet::cancelRequested, this, &ImportPanel::cancelImport);
    m_runningColumn->insertWidget(0, m_progress, 0, Qt::AlignTop);
    setStage(Stage::running);
    showProgress();
    m_tick.start();
    auto importing = engine::inPool(m_pool, [&importer = m_importer, file = m_path.toStdString(), how = options(), run = m_run] {
        return importer.run(file, how, [run](double share) {
            run->share = share;
            return !run->cancelled;
        });
    });
    engine::whenDone(importing, this, [this](const Result<engine::HistoryImportSummary> &summary) { showReport(summary); });
}

void ImportPanel::cancelImport()
{
    if (!m_run || m_stage != Stage::running)
        return;
    m_run->cancelled = true;
    m_progress->setCancelling(tr("Stopping… what is imported so far stays."));
}

void ImportPanel::showProgress()
{
    if (!m_run || !m_progress || m_run->cancelled)
        return;
    const int percent = int(m_run->share * 100);
    m_progress->setProgress(percent, 100, tr("%L1 % read").arg(percent));
}

void ImportPanel::showReport(const Result<engine::HistoryImportSummary> &summary)
{
    m_tick.stop();
    if (summary)
        m_summary = *summary;
    else
        m_failure = summary.error();
    setStage(Stage::report);
    fillReport();
    announce(this, m_reportTitle->text());
    m_done->setFocus();
}

void ImportPanel::fillReport()
{
    const bool cancelled = m_run && m_run->cancelled;
    m_refused->setVisible(m_summary && !m_summary->refused.empty());
    m_done->setEnabled(m_summary.has_value());
    if (m_failure) {
        m_reportTitle->setText(cancelled ? tr("The import was cancelled") : tr("The import did not work"));
        m_reportFigures->setText(ImportWords::reason(*m_failure));
        m_reportNote->setText(tr("Importing the same file again adds only what is missing."));
        return;
    }
    if (!m_summary)
        return;
    const engine::HistoryImportSummary &s = *m_summary;
    m_reportTitle->setText(cancelled ? tr("The import was stopped") : tr("The history is in"));
    QStringList figures{tr("Tickets imported: %L1").arg(qlonglong(s.imported))};
    if (s.duplicates > 0)
        figures.append(tr("there already: %L1").arg(qlonglong(s.duplicates)));
    if (s.refusedCount > 0)
        figures.append(tr("lines left out: %L1").arg(qlonglong(s.refusedCount)));
    m_reportFigures->setText(figures.join(QStringLiteral(" · ")));
    m_reportNote->setText(tr("Importing the same file again adds only what is missing."));
    std::vector<engine::RefusedAlike> reasons = s.refusedByReason;
    std::stable_sort(reasons.begin(), reasons.end(), [](const auto &a, const auto &b) { return a.count > b.count; });
    m_refused->setRowCount(int(reasons.size()));
    for (int row = 0; row < int(reasons.size()); ++row) {
        const engine::RefusedAlike &alike = reasons[std::size_t(row)];
        m_refused->setItem(row, 0, new QTableWidgetItem(alike.count > 1 ? ImportWords::reasonOfMany(alike.first) : ImportWords::reason(alike.first)));
        m_refused->setItem(row, 1, new QTableWidgetItem(QLocale().toString(qlonglong(alike.count))));
        m_refused->setItem(row, 2, new QTableWidgetItem(linesOf(alike)));
    }
}

void ImportPanel::setStage(Stage stage)
{
    m_stage = stage;
    m_stages->setCurrentIndex(int(stage));
    if (stage == Stage::file)
        retranslate();
    Q_EMIT stageChanged();
}

void ImportPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ImportPanel::retranslate()
{
    m_fileTitle->setText(tr("Choose the file with your past tickets"));
    m_fileText->setText(tr("A table with one ticket a line: when people came, when they were called and when they left. "
                           "CSV, tabs and semicolons are read. Customers' names are left out."));
    m_fileProblem->setVisible(m_stage == Stage::file && m_failure);
    if (m_failure)
        m_fileProblem->setText(ImportWords::reason(*m_failure));
    m_choose->setText(tr("Choose a file…"));

    m_columnsTitle->setText(tr("What do the columns mean?"));
    if (m_preview) {
        m_columnsFacts->setText(tr("%1 · %2, columns set apart by %3. The first rows are shown; what is recognised is already chosen.")
                                    .arg(QFileInfo(m_path).fileName(), QString::fromStdString(m_preview->encoding),
                                         delimiterWords(m_preview->delimiter)));
    }
    m_columns->setAccessibleName(tr("First rows of the file"));
    m_columns->retranslate();
    m_zoneField->setLabel(tr("Time zone of the times"));
    m_dateField->setLabel(tr("Days are written as"));
    m_dateField->setHint(tr("Empty: recognised by itself."));
    m_timeField->setLabel(tr("Times are written as"));
    m_timeField->setHint(tr("Empty: recognised by itself."));
    m_otherFile->setText(tr("Another file…"));
    m_start->setText(tr("Import"));
    showMissing();

    m_refused->setHorizontalHeaderLabels({tr("Why it was left out"), tr("How many"), tr("First lines")});
    m_refused->setAccessibleName(tr("Refused lines"));
    m_again->setText(tr("Back to the columns"));
    m_done->setText(tr("Done"));
    if (m_stage == Stage::report)
        fillReport();
}

} // namespace smartqueue::pages
