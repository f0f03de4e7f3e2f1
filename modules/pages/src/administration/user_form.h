#pragma once

#include <QTimer>

#include <smartqueue/presentation/console.h>
#include <smartqueue/presentation/email_check.h>

#include "edit_form.h"

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace smartqueue::widgets {
class ActionButton;
class TextLabel;
}

namespace smartqueue::pages {

class MembershipRows;

/// One person: names, password, tenants and roles, and what can be done for them. What the one who asks may not change is read
/// only, what they may not do is left out.
class UserForm final : public EditForm {
    Q_OBJECT
public:
    explicit UserForm(presentation::Console &console, QWidget *parent = nullptr);

    QString title() const override;
    CommandBody command() const override;
    std::vector<Step> steps() const override;
    bool isReadOnly() const override;
    std::optional<CommandBody> removal() const override;
    QString removalQuestion() const override;
    QWidget *firstField() const override;
    void retranslate() override;

Q_SIGNALS:
    /// Their code has expired or is lost.
    void newCodeRequested(smartqueue::UserId user);

protected:
    void fill() override;
    QList<presentation::FieldProblem> problems() const override;
    void hideEvent(QHideEvent *event) override;

private:
    UserId user() const { return UserId{id()}; }
    bool isOwn() const;
    bool may(CommandBody body) const;
    const User *known() const;
    Profile drafted() const;
    presentation::EmailCheck emailCheck() const;
    bool wantsPassword() const;
    void judgeEmail();
    void generate();
    void fillRights();
    void clearSecrets();
    QString askedName() const;

    presentation::Console &m_console;
    engine::SharedDirectory m_directory;
    Profile m_before;
    PlatformRole m_platformBefore = PlatformRole::none;
    QTimer m_pause;

    QLineEdit *m_email;
    QLineEdit *m_firstName;
    QLineEdit *m_lastName;
    QLineEdit *m_phone;
    QLineEdit *m_password;
    QLineEdit *m_again;
    widgets::ActionButton *m_generate;
    widgets::ActionButton *m_copy;
    QCheckBox *m_mustChange;
    MembershipRows *m_memberships;
    QComboBox *m_platform;
    FieldBox *m_emailField;
    FieldBox *m_firstNameField;
    FieldBox *m_lastNameField;
    FieldBox *m_phoneField;
    FieldBox *m_passwordField;
    FieldBox *m_membershipsField;
    FieldBox *m_platformField;
    QWidget *m_acts;
    widgets::TextLabel *m_actsLabel;
    widgets::ActionButton *m_newCode;
    widgets::ActionButton *m_endSessions;
    widgets::ActionButton *m_pinAway;
    widgets::ActionButton *m_factorAway;
};

} // namespace smartqueue::pages
