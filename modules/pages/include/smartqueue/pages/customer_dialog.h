#pragma once

#include <vector>

#include <QDialog>

#include <smartqueue/engine/customers.h>
#include <smartqueue/presentation/console.h>

class QLineEdit;
class QStackedWidget;
class QTableView;

namespace smartqueue::widgets {
class ActionButton;
class TextLabel;
}

namespace smartqueue::pages {

class CustomerRecordModel;
class QuestionCard;

/// What the branch keeps of one person: found, handed out as a file, and erased. Every such act is on record.
class CustomerDialog : public QDialog {
    Q_OBJECT
public:
    explicit CustomerDialog(presentation::Console &console, QWidget *parent = nullptr);

    void find(const QString &text);
    /// Writes what is kept in the chosen records into the file, which only its owner may read.
    void exportTo(const QString &path);

Q_SIGNALS:
    /// Something was carried out; in words.
    void carriedOut(const QString &words);

private:
    void search();
    void adopt(const Result<engine::CustomerRecords> &found);
    void askForFile();
    void askToErase();
    void erase(std::vector<std::string> keys);
    void write(const std::vector<engine::CustomerRecord> &records, const QString &path);
    void say(bool good, const QString &words);
    void showChosen();
    std::vector<std::string> chosenKeys() const;

    presentation::Console &m_console;
    QLineEdit *m_text;
    widgets::ActionButton *m_find;
    CustomerRecordModel *m_records;
    QTableView *m_table;
    widgets::TextLabel *m_result;
    widgets::TextLabel *m_chosen;
    QuestionCard *m_question;
    widgets::ActionButton *m_export;
    widgets::ActionButton *m_erase;
    /// Answers to an older question are dropped.
    int m_asked = 0;
};

} // namespace smartqueue::pages
