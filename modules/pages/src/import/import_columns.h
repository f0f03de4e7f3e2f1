#pragma once

#include <QList>
#include <QTableWidget>

#include <smartqueue/engine/history_import.h>

class QComboBox;

namespace smartqueue::pages {

/// The first rows of a file, with a drop-down above each column that says what it means. A meaning belongs to one column:
/// choosing it again takes it from the other.
class ImportColumns : public QTableWidget {
    Q_OBJECT
public:
    explicit ImportColumns(QWidget *parent = nullptr);
    void setPreview(const engine::HistoryImporter::Preview &preview);
    const engine::ColumnAssignment &assignment() const { return m_assignment; }
    void retranslate();
    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void assignmentChanged();

private:
    void choose(int column);
    void show(int column);

    engine::HistoryImporter::Preview m_preview;
    engine::ColumnAssignment m_assignment;
    QList<QComboBox *> m_meanings;
};

} // namespace smartqueue::pages
