#pragma once

#include <memory>
#include <optional>
#include <set>
#include <vector>

#include <QDate>
#include <QObject>
#include <QPointer>

#include <smartqueue/pages/idle_watch.h>
#include <smartqueue/pages/lock_screen.h>
#include <smartqueue/pages/owner_dialog.h>
#include <smartqueue/pages/passphrase_dialog.h>
#include <smartqueue/pages/sign_in_dialog.h>

#include "console/console_windows.h"
#include "console/desktop_secrets.h"

namespace smartqueue::app {

/// One database open at one desktop, and the people who sit there one after the other. Signing in leads to windows for that
/// person in one branch; another person, another branch or other rights are other windows. When a session is over its windows
/// close at once. Exactly one of these stands on the screen: the sign-in, the windows, or the lock in their place. GUI thread.
class Sitting : public QObject {
    Q_OBJECT
public:
    struct Desktop {
        presentation::ConsoleSettings &settings;
        /// On the wall.
        const Clock &clock;
        /// Null: nothing is kept at this desktop.
        engine::Keychain *keychain = nullptr;
        /// The name on record.
        std::string device = {};
        bool demo = false;
        OtherDesktops others = {};
    };

    /// The installation and what the desktop names outlive it.
    Sitting(engine::Installation &installation, const Desktop &desktop, QObject *parent = nullptr);
    ~Sitting() override;

    /// As whoever is to begin: the owner of a database without users, or who signs in.
    void begin();
    /// The windows on a branch, in the place of those that stand.
    void open(SiteId site, const accounts::Session &session);
    /// Everybody of the demo by a click, at this desk. In the demo alone.
    void offerDemo(const QList<UserId> &people, AgentId desk);
    /// Somebody started the program again.
    void comeToFront();
    /// In the place of the windows, until somebody proves who they are. Not in the demo, and not without a user.
    void lock();

    /// What stands; null otherwise.
    ConsoleWindows *windows() { return m_windows.get(); }
    pages::SignInDialog *signIn() { return m_signIn.get(); }
    pages::LockScreen *lockScreen() { return m_lock.get(); }
    pages::OwnerDialog *ownerDialog() { return m_owner.get(); }
    pages::PassphraseDialog *passphraseDialog() { return m_passphrase.get(); }
    pages::IdleWatch &idleWatch() { return m_idle; }
    const accounts::Session &session() const { return m_session; }

Q_SIGNALS:
    /// The person leaves the program, or with a file: that backup is to take the place of the database.
    void ended(const QString &restoreFrom);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void askToSignIn(const QString &reason);
    void takeKeptSession(const DesktopSecrets::KeptSession &kept);
    /// Let in by what the keychain kept, once the customers' data are open too.
    void goOnAsKept(const accounts::Session &session, const std::optional<pages::EarlierSignIn> &earlier);
    void enter();
    void keepSession();
    void tellEarlier(const std::optional<pages::EarlierSignIn> &earlier);
    void openAsOwner();
    void greetOwner();
    void askForPassphrase(pages::PassphraseDialog::Purpose purpose);
    void askOwner();
    void connectWindows();
    /// What stands goes, now out of sight and soon for good: one of its buttons may have led here.
    void dismissWindows();
    void dismissLock();
    void signOut();
    void leave(const QString &reason);
    void goToBranch(SiteId site);
    void look();
    void renew(bool changed);
    /// In words, why the one who sits here may not go on; empty while they may.
    QString whyOver(const accounts::Directory &directory) const;
    std::set<Permission> rights(const accounts::Directory &directory) const;
    /// Whoever has just signed in with their password, and for whom the PIN serves for the rest of the day.
    void rememberPerson();
    bool pinServes(UserId user) const;
    QList<UserId> peopleOfToday() const;
    QDate today() const;
    void lockFor(bool switching);
    /// The one who sat here is back: the windows, and what is half typed in them, are theirs.
    void comeBack(const accounts::Session &session);
    /// Something typed in the windows is not saved yet.
    bool holdsTyped() const;
    void unlock(const accounts::Session &session, const std::optional<pages::EarlierSignIn> &earlier, pages::ProvenBy provenBy);

    engine::Installation &m_installation;
    Desktop m_desktop;
    DesktopSecrets m_secrets;
    pages::IdleWatch m_idle;
    accounts::Session m_session;
    SiteId m_site;
    /// Those that the windows were built for.
    std::set<Permission> m_rights;
    /// Whose session stands in the keychain; none: nobody's.
    UserId m_keptFor;
    /// The directory is behind what the person has just done themselves.
    bool m_renewing = false;
    std::unique_ptr<ConsoleWindows> m_windows;
    std::unique_ptr<pages::SignInDialog> m_signIn;
    std::unique_ptr<pages::LockScreen> m_lock;
    std::unique_ptr<pages::OwnerDialog> m_owner;
    std::unique_ptr<pages::PassphraseDialog> m_passphrase;
    /// Out of sight while it is locked.
    QList<QPointer<QWidget>> m_hidden;
    /// Those who signed in with their password at this desktop on that day.
    std::vector<accounts::Session> m_people;
    QDate m_peopleDay;
    QList<UserId> m_demoPeople;
    AgentId m_demoDesk;
};

} // namespace smartqueue::app
