#pragma once

#include <optional>

#include <QDialog>

#include <smartqueue/accounts/scope.h>
#include <smartqueue/accounts/sign_in.h>
#include <smartqueue/engine/installation.h>

class QCheckBox;
class QListWidget;
class QStackedWidget;

namespace smartqueue::widgets {
class ActionButton;
class TextLabel;
}

namespace smartqueue::pages {

class SecondFactorPanel;
struct LineField;

/// The sign-in before this one, for the person to recognise; none: there was no other.
struct EarlierSignIn {
    Instant at{};
    std::string device;
};
std::optional<EarlierSignIn> earlierSignIn(const accounts::Directory &directory, UserId user);

/// What somebody showed to be let in.
enum class ProvenBy { password, pin, keychain };

/// Before a database with users opens: who it is, with an invitation's code the first password, a new password or a second
/// factor where one is due, and which branch where there are several. Accepted once all of that is known.
class SignInDialog : public QDialog {
    Q_OBJECT
public:
    /// `device` names this desktop on record.
    SignInDialog(engine::Installation &installation, std::string device, QWidget *parent = nullptr);
    ~SignInDialog() override;

    const accounts::Session &session() const { return m_session; }
    const accounts::Scope &scope() const { return m_scope; }
    const std::optional<EarlierSignIn> &earlier() const { return m_earlier; }
    ProvenBy provenBy() const { return m_provenBy; }
    /// The person wants to find themselves signed in at the next start.
    bool keepsSignedIn() const;
    /// Whether this desktop can keep that, and in words why not.
    void setKeeping(bool possible, const QString &whyNot);
    /// Why one stands here again; instead of the usual sentence.
    void setReason(const QString &reason);
    /// Somebody has begun to type.
    bool isTouched() const;
    /// Goes on behind a sign-in that happened elsewhere.
    void goOnWith(const accounts::Session &session, std::optional<EarlierSignIn> earlier, ProvenBy provenBy);

private:
    enum Step { credentials, invitation, newPassword, secondFactor, branch };

    QWidget *makeCredentials();
    QWidget *makeInvitation();
    QWidget *makeNewPassword();
    QWidget *makeSecondFactor();
    QWidget *makeBranches();
    void goTo(Step step);
    void focusStep(Step step);
    void act();
    void signIn();
    void acceptInvitation();
    /// To the sign-in with the new password, as the one whose invitation is gone since `before`.
    void signInAfter(const engine::SharedDirectory &before);
    void changePassword();
    /// To what is still due, and in the end to the branch.
    void enter();
    void setUpSecondFactor();
    /// The only branch there is, or the choice among them.
    void findBranch();
    void setBusy(bool busy);
    void say(const QString &text);

    engine::Installation &m_installation;
    std::string m_device;
    QString m_reason;
    accounts::Session m_session;
    accounts::Scope m_scope;
    ProvenBy m_provenBy = ProvenBy::password;
    std::optional<EarlierSignIn> m_earlier;
    widgets::TextLabel *m_title;
    widgets::TextLabel *m_note;
    widgets::TextLabel *m_problem;
    QStackedWidget *m_steps;
    std::unique_ptr<LineField> m_email;
    std::unique_ptr<LineField> m_password;
    std::unique_ptr<LineField> m_code;
    QCheckBox *m_keep = nullptr;
    widgets::TextLabel *m_keepNote = nullptr;
    std::unique_ptr<LineField> m_invitation;
    std::unique_ptr<LineField> m_firstPassword;
    std::unique_ptr<LineField> m_firstAgain;
    std::unique_ptr<LineField> m_newPassword;
    std::unique_ptr<LineField> m_newAgain;
    QWidget *m_factorStep = nullptr;
    SecondFactorPanel *m_factor = nullptr;
    QListWidget *m_branches = nullptr;
    widgets::ActionButton *m_other;
    widgets::ActionButton *m_close;
    widgets::ActionButton *m_act;
};

} // namespace smartqueue::pages
