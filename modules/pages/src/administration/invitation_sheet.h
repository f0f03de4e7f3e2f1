#pragma once

#include <functional>

#include <smartqueue/domain/commands.h>
#include <smartqueue/engine/event_log.h>
#include <smartqueue/presentation/console.h>
#include <smartqueue/widgets/form_sheet.h>

#include "invitation_paper.h"

namespace smartqueue::widgets {
class ActionButton;
class KeyCap;
class PrimaryButton;
class TextLabel;
}

namespace smartqueue::pages {

class InvitationForm;
class InvitationPlate;
class QuestionCard;

/// The side sheet that invites somebody, or gives somebody who has not come yet a new code, and then shows the one-time code: here
/// and nowhere else. Ctrl+Enter sends, Esc closes and asks first when something was typed or the code was neither copied nor
/// printed.
class InvitationSheet : public widgets::FormSheet {
    Q_OBJECT
public:
    explicit InvitationSheet(presentation::Console &console, QWidget *parent = nullptr);

    /// Asks first when something would be lost; so does beginAgain().
    void begin();
    /// For somebody who was invited and has no password yet.
    void beginAgain(UserId user);
    /// Something typed is not sent yet, or nobody has noted the code.
    bool holdsTyped() const;
    /// Runs `then` at once, or after the person agreed to lose it; the sheet is closed by then.
    void letGo(const std::function<void()> &then);

Q_SIGNALS:
    /// It is in the log; the code is shown.
    void invited(smartqueue::UserId user, const QString &words);

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    enum class Stage { form, renewal, code };

    void setStage(Stage stage);
    void send();
    void sendInvitation();
    void sendRenewal();
    void showCode(const engine::Receipt &receipt);
    void refuse(const Failure &failure);
    void say(const QString &words);
    void setBusy(bool busy);
    void print();
    void askToClose();
    void leave();
    void submit(CommandBody body, SiteId site);
    QString titleOfStage() const;
    QWidget *firstField() const;
    void retranslate();

    presentation::Console &m_console;
    Stage m_stage = Stage::form;
    bool m_busy = false;
    bool m_noted = false;
    /// Counts what was begun, so that a late answer does not show its code under another name.
    int m_turn = 0;
    UserId m_user;
    TenantId m_tenant;
    InvitationPaper m_paper;
    InvitationForm *m_form;
    QWidget *m_person;
    widgets::TextLabel *m_personName;
    widgets::TextLabel *m_personFacts;
    widgets::TextLabel *m_renewalNote;
    InvitationPlate *m_plate;
    widgets::TextLabel *m_howOn;
    widgets::TextLabel *m_refusal;
    QuestionCard *m_question;
    widgets::KeyCap *m_sendKey;
    widgets::ActionButton *m_close;
    widgets::ActionButton *m_another;
    widgets::PrimaryButton *m_send;
};

} // namespace smartqueue::pages
