#pragma once

#include <atomic>
#include <memory>
#include <optional>

#include <QThreadPool>
#include <QTimer>
#include <QWidget>

#include <smartqueue/engine/history_import.h>

class QComboBox;
class QStackedWidget;
class QTableWidget;
class QVBoxLayout;

namespace smartqueue::widgets {
class ActionButton;
class EmptyState;
class PrimaryButton;
class ProgressSheet;
class TextLabel;
}

namespace smartqueue::pages {

class ImportColumns;
class FieldBox;

/// A history on its way in: choose a file, say what its columns mean, watch, read the report. The importer works in a thread
/// of this panel's own, which ends with it.
class ImportPanel : public QWidget {
    Q_OBJECT
public:
    enum class Stage { file, columns, running, report };

    /// `zone`: what is offered as the time zone of the log.
    ImportPanel(engine::HistoryImporter &importer, const QString &zone, QWidget *parent = nullptr);
    ~ImportPanel() override;

    Stage stage() const { return m_stage; }
    void setZone(const QString &zone);
    /// Opens the system's file dialog.
    void chooseFile();
    void openFile(const QString &path);
    void startImport();
    void cancelImport();
    const std::optional<engine::HistoryImportSummary> &summary() const { return m_summary; }

Q_SIGNALS:
    void stageChanged();
    /// The person has read the report and goes on.
    void finished();

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Run;
    QWidget *filePage();
    QWidget *columnsPage();
    QWidget *reportPage();
    void retranslate();
    void setStage(Stage stage);
    void showPreview(const Result<engine::HistoryImporter::Preview> &preview);
    void showMissing();
    void showReport(const Result<engine::HistoryImportSummary> &summary);
    void fillReport();
    void showProgress();
    engine::HistoryImportOptions options() const;

    engine::HistoryImporter &m_importer;
    Stage m_stage = Stage::file;
    QString m_path;
    bool m_reading = false;
    std::optional<engine::HistoryImporter::Preview> m_preview;
    std::optional<engine::HistoryImportSummary> m_summary;
    std::optional<Failure> m_failure;
    std::shared_ptr<Run> m_run;
    QTimer m_tick;

    QStackedWidget *m_stages;
    widgets::TextLabel *m_fileTitle;
    widgets::TextLabel *m_fileText;
    widgets::TextLabel *m_fileProblem;
    widgets::PrimaryButton *m_choose;
    widgets::TextLabel *m_columnsTitle;
    widgets::TextLabel *m_columnsFacts;
    ImportColumns *m_columns;
    QComboBox *m_zone;
    QComboBox *m_dateFormat;
    QComboBox *m_timeFormat;
    FieldBox *m_zoneField;
    FieldBox *m_dateField;
    FieldBox *m_timeField;
    widgets::TextLabel *m_missing;
    widgets::ActionButton *m_otherFile;
    widgets::PrimaryButton *m_start;
    QVBoxLayout *m_runningColumn;
    widgets::ProgressSheet *m_progress = nullptr;
    widgets::TextLabel *m_reportTitle;
    widgets::TextLabel *m_reportFigures;
    widgets::TextLabel *m_reportNote;
    QTableWidget *m_refused;
    widgets::ActionButton *m_again;
    widgets::PrimaryButton *m_done;
    /// Last, so that the thread ends before what it writes to.
    QThreadPool m_pool;
};

} // namespace smartqueue::pages
