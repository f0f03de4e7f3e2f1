#pragma once

#include <optional>

#include <QDialog>

#include <smartqueue/accounts/scope.h>
#include <smartqueue/accounts/sign_in.h>
#include <smartqueue/engine/installation.h>

class QLineEdit;
class QListWidget;
class QStackedWidget;

namespace smartqueue::widgets {
class ActionButton;
class TextLabel;
}

namespace smartqueue::pages {

/// Before a database with users opens: who it is, with an invitation's code the first password, a new password where one is due,
/// and which branch where there are several. Accepted once all of that is known; rejected, the program ends.
class SignInDialog : public QDialog {
    Q_OBJECT
public:
    /// `device` names this desktop on record.
    SignInDialog(engine::Installation &installation, std::string device, QWidget *parent = nullptr);

    const accounts::Session &session() const { return m_session; }
    const accounts::Scope &scope() const { return m_scope; }

private:
    enum Step { credentials, invitation, newPassword, branch };

    QWidget *makeCredentials();
    QWidget *makeInvitation();
    QWidget *makeNewPassword();
    QWidget *makeBranches();
    void goTo(Step step);
    void act();
    void signIn();
    void acceptInvitation();
    void changePassword();
    void enter(const accounts::Session &session);
    /// The only branch there is, or the choice among them.
    void findBranch();
    void setBusy(bool busy);
    void complain(const Failure &failure);
    void say(const QString &text);

    engine::Installation &m_installation;
    std::string m_device;
    accounts::Session m_session;
    accounts::Scope m_scope;
    widgets::TextLabel *m_title;
    widgets::TextLabel *m_note;
    widgets::TextLabel *m_problem;
    QStackedWidget *m_steps;
    QLineEdit *m_email = nullptr;
    QLineEdit *m_password = nullptr;
    QWidget *m_codeRow = nullptr;
    QLineEdit *m_code = nullptr;
    QLineEdit *m_invitation = nullptr;
    QLineEdit *m_firstPassword = nullptr;
    QLineEdit *m_newPassword = nullptr;
    QListWidget *m_branches = nullptr;
    widgets::ActionButton *m_other;
    widgets::ActionButton *m_close;
    widgets::ActionButton *m_act;
};

} // namespace smartqueue::pages
