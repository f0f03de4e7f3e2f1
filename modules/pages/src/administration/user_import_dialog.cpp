#include "user_import_dialog.h"

#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLocale>
#include <QScreen>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <smartqueue/domain/limits.h>
#include <smartqueue/engine/when_done.h>
#include <smartqueue/widgets/action_button.h>
#include <smartqueue/widgets/banner.h>
#include <smartqueue/widgets/choice_group.h>
#include <smartqueue/widgets/painted_widget.h>
#include <smartqueue/widgets/progress_sheet.h>
#include <smartqueue/widgets/rich_cell_delegate.h>
#include <smartqueue/widgets/text_label.h>

#include "drop_ground.h"
#include "saved_file.h"
#include "user_import_model.h"
#include "user_import_run.h"
#include "user_import_words.h"

namespace smartqueue::pages {

using namespace widgets;
using Filter = UserImportModel::Filter;

UserImportDialog::UserImportDialog(presentation::Console &console, QWidget *parent)
    : QDialog(parent), m_console(console), m_model(new UserImportModel(this)), m_stages(new QStackedWidget(this)),
      m_title(new TextLabel({}, TextSize::title, QFont::Bold, Ink::text, this)), m_note(new TextLabel({}, TextSize::body, QFont::Normal, Ink::muted, this)),
      m_close(new ActionButton({}, ButtonKind::quiet, this)), m_other(new ActionButton({}, ButtonKind::secondary, this)),
      m_save(new ActionButton(Icon::download, {}, ButtonKind::secondary, this)), m_act(new PrimaryButton({}, this))
{
    m_pool.setMaxThreadCount(1);
    m_act->setObjectName(QStringLiteral("userImportAct"));
    m_save->setObjectName(QStringLiteral("userImportSave"));
    m_note->setObjectName(QStringLiteral("userImportNote"));
    m_note->setWordWrap(true);
    m_title->setWordWrap(true);
    m_stages->addWidget(makeFileStage());
    m_stages->addWidget(makeTableStage());
    auto *progress = new QWidget(this);
    m_runningColumn = new QVBoxLayout(progress);
    m_runningColumn->setContentsMargins(0, 0, 0, 0);
    m_stages->addWidget(progress);

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(space::s);
    buttons->addWidget(m_other);
    buttons->addWidget(m_save);
    buttons->addStretch(1);
    buttons->addWidget(m_close);
    buttons->addWidget(m_act);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::xl, space::xl, space::xl, space::l);
    column->setSpacing(space::m);
    column->addWidget(m_title);
    column->addWidget(m_note);
    column->addWidget(m_stages, 1);
    column->addLayout(buttons);
    for (ActionButton *button : {m_close, m_other, m_save})
        button->setAutoDefault(false);
    m_act->setDefault(true);
    resize(QSize(960, 620).boundedTo(screen()->availableSize()));

    connect(m_close, &QAbstractButton::clicked, this, &UserImportDialog::reject);
    connect(m_other, &QAbstractButton::clicked, this, &UserImportDialog::chooseFile);
    connect(m_save, &QAbstractButton::clicked, this, &UserImportDialog::saveReport);
    connect(m_act, &QAbstractButton::clicked, this, [this] { m_stage == report ? reject() : start(); });
    goTo(file);
}

UserImportDialog::~UserImportDialog()
{
    m_pool.waitForDone();
}

QWidget *UserImportDialog::makeFileStage()
{
    m_ground = new DropGround(this);
    auto *column = new QVBoxLayout(m_ground);
    column->setSpacing(space::m);
    m_groundText = new TextLabel({}, TextSize::body, QFont::Normal, Ink::muted, m_ground);
    m_groundText->setAlignment(Qt::AlignCenter);
    m_groundText->setWordWrap(true);
    m_problem = new TextLabel({}, TextSize::body, QFont::DemiBold, Ink::critical, m_ground);
    m_problem->setObjectName(QStringLiteral("userImportProblem"));
    m_problem->setAlignment(Qt::AlignCenter);
    m_problem->setWordWrap(true);
    m_choose = new ActionButton(Icon::upload, {}, ButtonKind::primary, m_ground);
    m_choose->setObjectName(QStringLiteral("userImportChoose"));
    column->addStretch(1);
    column->addWidget(m_problem);
    column->addWidget(m_choose, 0, Qt::AlignCenter);
    column->addWidget(m_groundText);
    column->addStretch(1);
    connect(m_choose, &QAbstractButton::clicked, this, &UserImportDialog::chooseFile);
    connect(m_ground, &DropGround::dropped, this, &UserImportDialog::openFile);
    return m_ground;
}

QWidget *UserImportDialog::makeTableStage()
{
    auto *page = new QWidget(this);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::m);
    m_banner = new Banner(page);
    m_banner->hide();
    m_filter = new ChipGroup(tr("Lines"), page);
    m_filter->setObjectName(QStringLiteral("userImportFilter"));
    m_table = new QTableView(page);
    m_table->setObjectName(QStringLiteral("userImportTable"));
    m_table->setModel(m_model);
    styleTable(*m_table, RowHeight::twoLines);
    m_table->setTabKeyNavigation(false);
    m_table->horizontalHeader()->setStretchLastSection(false);
    column->addWidget(m_banner);
    column->addWidget(m_filter);
    column->addWidget(m_table, 1);
    connect(m_filter, &ChoiceGroup::currentChanged, this, [this](const QString &id) { m_model->setFilter(Filter(id.toInt())); });
    connect(m_banner, &Banner::firstActionRequested, this, &UserImportDialog::saveReport);
    connect(m_banner, &Banner::secondActionRequested, this, [this] { QDialog::reject(); });
    return page;
}

void UserImportDialog::chooseFile()
{
    const QString path = QFileDialog::getOpenFileName(this, tr("Choose a list of people"), QString(), tr("Lists (*.csv *.tsv *.txt);;All files (*)"));
    if (!path.isEmpty())
        openFile(path);
}

void UserImportDialog::openFile(const QString &path)
{
    engine::UserFiles *files = m_console.userFiles();
    if (!files || m_stage == running || m_stage == report || !m_choose->isEnabled())
        return;
    m_choose->setEnabled(false);
    m_other->setEnabled(false);
    m_fileName = QFileInfo(path).fileName();
    const engine::SharedDirectory directory = m_console.engine().installation().directory();
    auto reading = engine::inPool(m_pool, [files, file = path.toStdString(), directory, asking = m_console.engine().user()] {
        return files->preview(file, *directory, asking);
    });
    engine::whenDone(std::move(reading), this, [this, directory](Result<std::vector<engine::PlannedUser>> plan) {
        m_choose->setEnabled(true);
        m_other->setEnabled(true);
        m_failure = plan ? std::nullopt : std::optional(plan.error());
        m_model->setPlan(plan ? std::move(*plan) : std::vector<engine::PlannedUser>(), directory);
        goTo(plan ? preview : file);
    });
}

void UserImportDialog::goTo(Stage stage)
{
    m_stage = stage;
    m_stages->setCurrentIndex(stage == report ? int(preview) : int(stage));
    m_banner->hide();
    m_other->setVisible(stage == preview);
    m_save->setVisible(stage == report);
    m_act->setVisible(stage == preview || stage == report);
    m_close->setVisible(stage != report);
    retranslate();
    if (stage == preview || stage == report) {
        m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
        m_table->horizontalHeader()->setSectionResizeMode(UserImportModel::verdict, QHeaderView::Stretch);
        announce(m_title, m_title->text());
    }
    if (stage == file)
        m_choose->setFocus(Qt::OtherFocusReason);
    else if (stage == preview)
        (m_act->isEnabled() ? static_cast<QWidget *>(m_act) : m_table)->setFocus(Qt::OtherFocusReason);
    else if (stage == report)
        (m_model->hasCodes() ? static_cast<QWidget *>(m_save) : m_act)->setFocus(Qt::OtherFocusReason);
}

void UserImportDialog::start()
{
    if (m_stage != preview || m_model->count(Filter::comesIn) == 0)
        return;
    m_run = new UserImportRun(m_console.engine().installation(), m_console.engine().user(), m_model->plan(), this);
    delete m_progress;
    m_progress = new ProgressSheet(tr("Taking people in"), this);
    m_runningColumn->insertWidget(0, m_progress, 0, Qt::AlignTop);
    const auto show = [this](int done, int total) { m_progress->setProgress(done, total, tr("%1 of %2").arg(QLocale().toString(done), QLocale().toString(total))); };
    connect(m_progress, &ProgressSheet::cancelRequested, this, &UserImportDialog::reject);
    connect(m_run, &UserImportRun::progressed, this, [this, show](int done, int total) {
        if (!m_run->isCancelled())
            show(done, total);
    });
    connect(m_run, &UserImportRun::finished, this, &UserImportDialog::finish);
    show(0, m_run->total());
    goTo(running);
    m_progress->setFocus();
    m_run->start();
}

void UserImportDialog::finish()
{
    m_model->setResults(m_run->results());
    m_run->deleteLater();
    m_run = nullptr;
    goTo(report);
    if (const int came = m_model->count(Filter::comesIn); came > 0)
        Q_EMIT imported(tr("%Ln people taken in.", nullptr, came));
}

void UserImportDialog::saveReport()
{
    QString path = QFileDialog::getSaveFileName(this, tr("Save the report"), tr("people-report.csv"), tr("Comma-separated values (*.csv)"));
    if (path.isEmpty())
        return;
    if (QFileInfo(path).suffix().isEmpty())
        path += QStringLiteral(".csv");
    saveReportTo(path);
}

void UserImportDialog::saveReportTo(const QString &path)
{
    m_save->setEnabled(false);
    // It holds codes that let somebody in.
    auto saved = saveFile(m_pool, path, m_console.userFiles()->csv(m_model->report()), Readers::ownerAlone);
    engine::whenDone(std::move(saved), this, [this, name = QFileInfo(path).fileName()](const QString &problem) {
        m_save->setEnabled(true);
        m_saved = problem.isEmpty();
        if (m_saved)
            m_banner->showMessage(Tone::good, Icon::checkCircle, tr("The report is in %1. Whoever reads it can use the codes: delete it when they are handed over.").arg(name));
        else
            m_banner->showMessage(Tone::critical, Icon::xCircle, tr("%1 could not be written: %2").arg(name, problem), tr("Save elsewhere…"));
        if (m_saved)
            m_act->setFocus(Qt::OtherFocusReason);
    });
}

void UserImportDialog::askForCodes()
{
    m_banner->showMessage(Tone::warning, Icon::warningTriangle, tr("The one-time codes are shown only here. Save the report first, or leave if you have noted them."),
                          tr("Save the report…"), tr("Leave"));
}

void UserImportDialog::reject()
{
    if (m_stage == running) {
        m_run->cancel();
        m_progress->setCancelling(tr("Stopping… who has come in stays."));
    } else if (m_stage == report && m_model->hasCodes() && !m_saved && !m_banner->isVisible()) {
        askForCodes();
    } else if (m_stage == report) {
        // A second Esc is no answer: the codes would be gone.
        if (!m_model->hasCodes() || m_saved)
            QDialog::accept();
    } else {
        QDialog::reject();
    }
}

void UserImportDialog::showFilters()
{
    QList<Choice> choices;
    const bool isReport = m_model->hasResults();
    const std::pair<Filter, QString> all[]{{Filter::all, tr("All lines")},
                                           {Filter::leftOut, tr("Left out")},
                                           {Filter::comesIn, isReport ? tr("Taken in") : tr("Come in")},
                                           {Filter::nothing, tr("Nothing to do")}};
    for (const auto &[filter, words] : all) {
        const int count = m_model->count(filter);
        if (filter == Filter::all || count > 0)
            choices.append({QString::number(int(filter)), words, Icon::none, count, {}});
    }
    m_filter->setChoices(choices);
    if (m_filter->currentId().isEmpty())
        m_filter->setCurrentId(QString::number(int(Filter::all)));
    m_model->setFilter(Filter(m_filter->currentId().toInt()));
}

void UserImportDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void UserImportDialog::retranslate()
{
    setWindowTitle(tr("Import people"));
    const int comesIn = m_model->count(Filter::comesIn);
    const int leftOut = m_model->count(Filter::leftOut);
    switch (m_stage) {
    case file:
        m_title->setText(tr("Import people"));
        m_note->setText(tr("A table with one person a line. The first line names the columns: email, first_name, last_name, phone, tenant, role, branch, "
                           "superadmin, password, in any order, in French too. Whoever has no password in it gets a one-time code."));
        break;
    case preview:
        m_title->setText(tr("What will happen to %1", "file").arg(m_fileName));
        m_note->setText(comesIn == 0 ? tr("Nobody in it is new, and nobody can be taken in.") : leftOut == 0 ? tr("Nothing is done yet. Every line is fine.")
                                     : tr("Nothing is done yet. What is left out can be mended in the file and imported again: nobody comes in twice."));
        break;
    case running:
        m_title->setText(tr("Import people"));
        m_note->setText(tr("A password or a code takes about half a second each."));
        break;
    case report:
        m_title->setText(leftOut == 0 ? tr("%Ln people taken in.", nullptr, comesIn)
                                      : tr("%1 %2", "two sentences").arg(tr("%Ln people taken in.", nullptr, comesIn), tr("%Ln lines left out.", nullptr, leftOut)));
        m_note->setText(m_model->hasCodes() ? tr("Give each one their code: it works once, for %n hours, and is shown only here.", nullptr,
                                                          int(std::chrono::duration_cast<std::chrono::hours>(limits::invitationStands).count())) : tr("The report says what became of each line."));
        break;
    }
    m_groundText->setText(tr("or drop it here: CSV, tabs or semicolons"));
    m_problem->setText(m_failure ? UserImportWords::ofFile(*m_failure) : QString());
    m_problem->setVisible(m_failure.has_value());
    m_choose->setText(tr("Choose a file…"));
    m_table->setAccessibleName(tr("Lines of the file"));
    m_filter->setAccessibleName(tr("Which lines are shown"));
    m_model->retranslate();
    showFilters();
    m_close->setText(tr("Close"));
    m_other->setText(tr("Another file…"));
    m_save->setText(tr("Save the report…"));
    m_act->setEnabled(m_stage != preview || comesIn > 0);
    if (m_stage == report)
        m_act->setText(tr("Done"));
    else
        m_act->setText(leftOut == 0 ? tr("Import %Ln people", nullptr, comesIn)
                                    : tr("%1, %2", "import, leave out").arg(tr("Import %Ln people", nullptr, comesIn), tr("leave out %Ln", nullptr, leftOut)));
}

} // namespace smartqueue::pages
