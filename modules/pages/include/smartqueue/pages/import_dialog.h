#pragma once

#include <QDialog>

#include <smartqueue/engine/history_import.h>

namespace smartqueue::pages {

class ImportPanel;

/// A foreign ticket log comes into the branch: file, columns, progress with cancel, report.
class ImportDialog : public QDialog {
    Q_OBJECT
public:
    ImportDialog(engine::HistoryImporter &importer, const QString &zone, QWidget *parent = nullptr);

    /// For a file chosen elsewhere, such as one dropped on the window.
    void openFile(const QString &path);
    /// While importing, cancels first; the dialog closes when the report is there.
    void reject() override;

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    ImportPanel *m_panel;
};

} // namespace smartqueue::pages
