#pragma once

#include <QTimer>

#include <smartqueue/pages/administration_tab.h>
#include <smartqueue/presentation/console.h>

class QBoxLayout;
class QComboBox;
class QModelIndex;
class QStackedWidget;
class QTableView;

namespace smartqueue::presentation {
class UserTableModel;
}

namespace smartqueue::widgets {
class ActionButton;
class EmptyState;
class IconButton;
class SearchField;
class TextLabel;
}

namespace smartqueue::pages {

class EditSheet;
class InvitationSheet;
class UserForm;

/// The people of the database, or of the tenant for its admin: a list, and the sheets in which they are made, invited and changed.
/// Space switches the sign-in of the current row, Enter opens it.
class UsersTab : public AdministrationTab {
    Q_OBJECT
public:
    explicit UsersTab(presentation::Console &console, QWidget *parent = nullptr);

    /// Whether the one who sits here has the tab.
    static bool isFor(const presentation::Console &console);

    Kind kind() const override { return Kind::users; }
    QString title() const override;
    QList<widgets::FormSheet *> sheets() const override;
    QList<QAction *> paletteActions() const override;
    void focusFilter() override;
    void showFilterKeys(const QString &keys) override;
    void activated() override;
    bool holdsTyped() const override;
    void letGo(const std::function<void()> &then) override;

    void create();
    void invite();

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange();
    void follow();
    void clicked(const QModelIndex &index);
    void openRow(const QModelIndex &index);
    void switchRow(const QModelIndex &index);
    QList<QAction *> fileActs() const;
    void importPeople();
    void exportPeople();
    void select(UserId user);
    void showCounts();
    /// Of the table; empty: the table.
    void sayInstead(const QString &sentence, const QString &action, bool hasUsers);
    void showAll();
    void fit();
    void retranslate();
    bool may(CommandBody body) const;
    QAction *act(void (UsersTab::*work)());

    presentation::Console &m_console;
    presentation::UserTableModel *m_model;
    widgets::SearchField *m_filter;
    QComboBox *m_standing;
    QComboBox *m_status;
    widgets::TextLabel *m_count;
    widgets::ActionButton *m_invite;
    widgets::ActionButton *m_new;
    widgets::IconButton *m_more;
    QWidget *m_bar;
    QTableView *m_table;
    QStackedWidget *m_stack;
    QBoxLayout *m_sides = nullptr;
    widgets::EmptyState *m_nothing = nullptr;
    QString m_instead;
    EditSheet *m_sheet;
    UserForm *m_form;
    InvitationSheet *m_invitation;
    QAction *m_createAct;
    QAction *m_inviteAct;
    QAction *m_importAct;
    QAction *m_exportAct;
    QTimer m_followSoon;
};

} // namespace smartqueue::pages
