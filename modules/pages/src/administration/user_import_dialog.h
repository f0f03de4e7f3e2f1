#pragma once

#include <QDialog>
#include <QThreadPool>

#include <smartqueue/presentation/console.h>

class QStackedWidget;
class QTableView;
class QVBoxLayout;

namespace smartqueue::widgets {
class ActionButton;
class Banner;
class ChipGroup;
class PrimaryButton;
class ProgressSheet;
class TextLabel;
}

namespace smartqueue::pages {

class DropGround;
class UserImportModel;
class UserImportRun;

/// A list of people comes in: choose or drop a file, see what would become of each line, take in those that are good, and get a
/// report with the one-time codes, which are shown here and nowhere else. Only for a console with userFiles().
class UserImportDialog : public QDialog {
    Q_OBJECT
public:
    explicit UserImportDialog(presentation::Console &console, QWidget *parent = nullptr);
    ~UserImportDialog() override;

    void openFile(const QString &path);
    void saveReportTo(const QString &path);
    /// While people are taken in, stops first; asks when codes were shown and not saved.
    void reject() override;

Q_SIGNALS:
    /// At least one came in.
    void imported(const QString &words);

protected:
    void changeEvent(QEvent *event) override;

private:
    enum Stage { file, preview, running, report };

    QWidget *makeFileStage();
    QWidget *makeTableStage();
    void goTo(Stage stage);
    void chooseFile();
    void start();
    void finish();
    void saveReport();
    void showFilters();
    void askForCodes();
    void retranslate();

    presentation::Console &m_console;
    Stage m_stage = file;
    bool m_saved = false;
    QString m_fileName;
    std::optional<Failure> m_failure;
    UserImportModel *m_model;
    UserImportRun *m_run = nullptr;
    QStackedWidget *m_stages;
    widgets::TextLabel *m_title;
    widgets::TextLabel *m_note;
    DropGround *m_ground;
    widgets::TextLabel *m_groundText;
    widgets::TextLabel *m_problem;
    widgets::ActionButton *m_choose;
    widgets::Banner *m_banner;
    widgets::ChipGroup *m_filter;
    QTableView *m_table;
    QVBoxLayout *m_runningColumn;
    widgets::ProgressSheet *m_progress = nullptr;
    widgets::ActionButton *m_close;
    widgets::ActionButton *m_other;
    widgets::ActionButton *m_save;
    widgets::PrimaryButton *m_act;
    /// Last, so that reading ends before what it is told to.
    QThreadPool m_pool;
};

} // namespace smartqueue::pages
