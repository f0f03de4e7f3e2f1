#pragma once

#include <functional>
#include <memory>
#include <optional>

#include <QList>
#include <QWidget>

#include <smartqueue/accounts/sign_in.h>
#include <smartqueue/engine/installation.h>
#include <smartqueue/pages/sign_in_dialog.h>

class QVBoxLayout;

namespace smartqueue::widgets {
class ActionButton;
class TextLabel;
}

namespace smartqueue::pages {

class PersonAvatar;
class QuestionCard;
struct LineField;

/// Stands in the place of the windows while nobody may read them: who is signed in and since when it is locked, and the others
/// who signed in with their password here today. Opens by PIN or password. A window of its own.
class LockScreen : public QWidget {
    Q_OBJECT
public:
    struct Facts {
        UserId user;
        SiteId site;
        /// Those besides `user`, who may take over.
        QList<UserId> others;
        Instant since{};
        /// Names this desktop on record.
        std::string device;
        /// Whether a PIN is worth something here: only behind a full sign-in of the same day. Asked every time, since a day
        /// may end behind the lock. Null: no PIN is.
        std::function<bool(UserId)> pinServes = {};
        /// Whether something typed waits behind the lock that would be lost with the windows. Null: nothing does.
        std::function<bool()> holdsTyped = {};
    };
    LockScreen(engine::Installation &installation, Facts facts, QWidget *parent = nullptr);
    ~LockScreen() override;

    /// Whose PIN or password is asked for.
    void choose(UserId user);
    /// Puts the focus among the others.
    void offerOthers();
    UserId chosen() const { return m_chosen; }

Q_SIGNALS:
    void entered(const smartqueue::accounts::Session &session, const std::optional<smartqueue::pages::EarlierSignIn> &earlier,
                 smartqueue::pages::ProvenBy provenBy);
    /// Somebody who is not in the list.
    void signInRequested();
    /// The person closes the program.
    void closed();

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void retranslate();
    void usePassword(bool password);
    bool mayUsePin() const;
    void enter();
    void signIn();
    /// Runs `then` at once, or after the person agreed that what waits behind the lock is lost.
    void letGo(const QString &question, const QString &yes, const std::function<void()> &then);
    void askTakeOver(const std::function<void()> &then);
    void fillOthers();
    void setBusy(bool busy);
    void say(const QString &text);

    engine::Installation &m_installation;
    Facts m_facts;
    UserId m_chosen;
    std::optional<EarlierSignIn> m_earlier;
    bool m_byPassword = false;
    PersonAvatar *m_avatar;
    widgets::TextLabel *m_name;
    widgets::TextLabel *m_since;
    std::unique_ptr<LineField> m_secret;
    std::unique_ptr<LineField> m_code;
    widgets::TextLabel *m_problem;
    QuestionCard *m_question;
    widgets::ActionButton *m_enter;
    widgets::ActionButton *m_way;
    widgets::TextLabel *m_othersTitle;
    QVBoxLayout *m_others;
    QList<widgets::ActionButton *> m_otherButtons;
    widgets::ActionButton *m_somebodyElse;
};

} // namespace smartqueue::pages
