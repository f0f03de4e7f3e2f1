#pragma once

#include <QTimer>

#include <smartqueue/engine/history_import.h>
#include <smartqueue/pages/page.h>
#include <smartqueue/presentation/console.h>

class QBoxLayout;
class QStackedWidget;
class QTabBar;

namespace smartqueue::widgets {
class PrimaryButton;
class TextLabel;
}

namespace smartqueue::pages {

class BranchForm;
class SetupDatabaseCard;
class SetupForm;
class SetupList;
class SetupSheet;

/// Administration: the branch, its queues, services, counters and agents, and its database.
class SetupPage : public Page {
    Q_OBJECT
public:
    enum class Tab { branch, queues, services, counters, agents };

    SetupPage(presentation::Console &console, engine::HistoryImporter &importer, QWidget *parent = nullptr);

    PageId id() const override { return PageId::setup; }
    QString title() const override;
    QString subtitle() const override;
    QString iconName() const override { return QStringLiteral("sliders"); }
    QList<QAction *> paletteActions() const override;
    void focusFilter() override;
    void showFilterKeys(const QString &keys) override;
    /// `argument`: a Tab as int, or nothing.
    void activated(const QVariant &argument) override;

    void showTab(Tab tab);
    /// Opens the sheet for something new on the tab.
    void create(Tab tab);
    void importHistory(const QString &path = {});

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *branchTab();
    void follow();
    void fit();
    void saveBranch();
    void tabChanged(int index);
    void retranslate();

    presentation::Console &m_console;
    engine::HistoryImporter &m_importer;
    QWidget *m_main;
    QTabBar *m_tabs;
    QStackedWidget *m_stack;
    QBoxLayout *m_branchSides = nullptr;
    BranchForm *m_branch;
    SetupDatabaseCard *m_database;
    widgets::TextLabel *m_branchTitle;
    widgets::TextLabel *m_branchResult;
    widgets::PrimaryButton *m_branchSave;
    SetupSheet *m_sheet;
    QList<SetupList *> m_lists;
    QList<SetupForm *> m_forms;
    QList<QAction *> m_actions;
    QTimer m_followSoon;
    QString m_shownBranch;
};

} // namespace smartqueue::pages
