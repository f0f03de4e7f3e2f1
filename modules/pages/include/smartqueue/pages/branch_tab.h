#pragma once

#include <QTimer>

#include <smartqueue/engine/history_import.h>
#include <smartqueue/pages/administration_tab.h>
#include <smartqueue/presentation/console.h>

class QBoxLayout;

namespace smartqueue::widgets {
class PrimaryButton;
class TextLabel;
}

namespace smartqueue::pages {

class BranchForm;
class QuestionCard;
class SetupDatabaseCard;

/// The branch itself, and the database that it lies in.
class BranchTab : public AdministrationTab {
    Q_OBJECT
public:
    BranchTab(presentation::Console &console, engine::HistoryImporter &importer, QWidget *parent = nullptr);

    Kind kind() const override { return Kind::branch; }
    QString title() const override;
    QList<QAction *> paletteActions() const override;
    void activated() override;
    bool holdsTyped() const override;
    void letGo(const std::function<void()> &then) override;

    /// Asks for a file unless there is a `path`.
    void importHistory(const QString &path = {});

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void follow();
    void save();
    void fill();
    void fit();
    void retranslate();

    presentation::Console &m_console;
    engine::HistoryImporter &m_importer;
    QBoxLayout *m_sides;
    BranchForm *m_form;
    SetupDatabaseCard *m_database;
    widgets::TextLabel *m_title;
    widgets::TextLabel *m_result;
    widgets::PrimaryButton *m_save;
    QuestionCard *m_question;
    bool m_busy = false;
    QTimer m_followSoon;
};

} // namespace smartqueue::pages
