#pragma once

#include <QWidget>

class QStackedWidget;
class QTableView;

namespace smartqueue::presentation {
class SetupTableModel;
}

namespace smartqueue::widgets {
class ActionButton;
class SearchField;
class TextLabel;
}

namespace smartqueue::pages {

/// One of the branch's lists: filter, count, "new", and the table. Enter or a click opens a row.
class SetupList : public QWidget {
    Q_OBJECT
public:
    struct Words {
        QString filter;
        /// "New queue"
        QString create;
        /// What is said while there is nothing yet.
        QString nothing;
    };

    /// `words` is asked again when the language changes.
    SetupList(presentation::SetupTableModel *model, int pillColumn, Words (*words)(), QWidget *parent = nullptr);

    void focusFilter();
    void showFilterKeys(const QString &keys);
    /// Marks the row of an entity, for instance the one just saved.
    void select(qint64 id);
    presentation::SetupTableModel &model() const { return *m_model; }

Q_SIGNALS:
    void createRequested();
    void editRequested(qint64 id);

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void retranslate();
    void showCounts();
    void openRow(const QModelIndex &index);

    presentation::SetupTableModel *m_model;
    Words (*m_words)();
    widgets::SearchField *m_filter;
    widgets::TextLabel *m_count;
    widgets::ActionButton *m_create;
    QTableView *m_table;
    QStackedWidget *m_stack;
    QWidget *m_nothing = nullptr;
};

} // namespace smartqueue::pages
