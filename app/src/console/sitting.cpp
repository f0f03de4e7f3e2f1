#include "console/sitting.h"

#include <QTimer>

#include <smartqueue/accounts/permissions.h>
#include <smartqueue/engine/when_done.h>
#include <smartqueue/presentation/people.h>
#include <smartqueue/presentation/words.h>

namespace smartqueue::app {

namespace {

constexpr auto keptFor = std::chrono::days(30);
/// A keychain that answers sooner spares the person the sight of a sign-in that is not needed.
constexpr auto patience = std::chrono::milliseconds(400);

template <class Window>
void dismiss(std::unique_ptr<Window> &window)
{
    if (!window)
        return;
    window->disconnect();
    window->hide();
    window.release()->deleteLater();
}

AgentId agentOf(const engine::BranchSnapshot &snapshot, UserId user)
{
    for (const auto &[id, agent] : snapshot.state.agents) {
        if (user && agent.user == user)
            return id;
    }
    return {};
}

} // namespace

Sitting::Sitting(engine::Installation &installation, const Desktop &desktop, QObject *parent)
    : QObject(parent), m_installation(installation), m_desktop(desktop), m_secrets(installation, desktop.keychain), m_idle(desktop.clock, this)
{
    connect(&installation, &engine::Installation::directoryChanged, this, &Sitting::look);
    connect(&m_idle, &pages::IdleWatch::idle, this, &Sitting::lock);
    connect(&desktop.settings, &presentation::ConsoleSettings::lockChanged, this, [this] {
        if (m_session.user && !m_desktop.demo)
            m_idle.start(std::chrono::minutes(m_desktop.settings.lockAfterMinutes()));
    });
}

Sitting::~Sitting()
{
    m_idle.stop();
}

void Sitting::begin()
{
    if (m_installation.directory()->hasUsers())
        askToSignIn({});
    else
        openAsOwner();
}

void Sitting::askToSignIn(const QString &reason)
{
    dismiss(m_signIn);
    m_signIn = std::make_unique<pages::SignInDialog>(m_installation, m_desktop.device);
    m_signIn->setReason(reason);
    connect(m_signIn.get(), &QDialog::accepted, this, &Sitting::enter);
    connect(m_signIn.get(), &QDialog::rejected, this, [this] {
        dismiss(m_signIn);
        if (m_windows || m_lock)
            comeToFront();
        else
            Q_EMIT ended({});
    });
    if (!m_secrets.hasKeychain()) {
        m_signIn->setKeeping(false, tr("This computer has no keychain that could remember you."));
        m_signIn->show();
        return;
    }
    // Who was asked to leave, or stands behind a lock, is not let in by what was kept.
    const bool first = reason.isEmpty() && !m_windows;
    m_signIn->setKeeping(false, tr("Asking the keychain…"));
    if (first)
        QTimer::singleShot(patience, m_signIn.get(), &QWidget::show);
    else
        m_signIn->show();
    // The keychain may answer when the person has long signed in, or somebody else is asked.
    const QPointer<pages::SignInDialog> asked = m_signIn.get();
    engine::whenDone(m_secrets.session(), this, [this, first, asked](const Result<std::optional<DesktopSecrets::KeptSession>> &kept) {
        if (!asked || m_signIn.get() != asked)
            return;
        const bool locked = !kept && kept.error().code == engine::secret_failures::keychainLocked;
        m_signIn->setKeeping(kept.has_value(), kept ? QString() : locked ? tr("The keychain of this computer is locked.") : tr("This computer has no keychain that could remember you."));
        if (first && kept && *kept && !m_signIn->isTouched())
            takeKeptSession(**kept);
        else
            m_signIn->show();
    });
}

void Sitting::takeKeptSession(const DesktopSecrets::KeptSession &kept)
{
    const QPointer<pages::SignInDialog> asked = m_signIn.get();
    const auto giveUp = [this] {
        m_secrets.forget();
        m_signIn->show();
    };
    if (m_desktop.clock.now() >= kept.until)
        return giveUp();
    const auto earlier = pages::earlierSignIn(*m_installation.directory(), kept.session.user);
    engine::whenDone(m_installation.resume(kept.session, m_desktop.device), this, [this, asked, kept, earlier, giveUp](const Result<accounts::Session> &session) {
        if (!asked || m_signIn.get() != asked)
            return;
        if (!session)
            return giveUp();
        if (kept.key.empty() || m_installation.vault()->isOpen())
            return goOnAsKept(*session, earlier);
        engine::whenDone(m_secrets.openVaultWith(kept.key), this, [this, asked, session = *session, earlier, giveUp](const Done &opened) {
            if (!asked || m_signIn.get() != asked)
                return;
            // With another key by now the customers' data would stay shut, which the password opens.
            if (!opened)
                return giveUp();
            goOnAsKept(session, earlier);
        });
    });
}

void Sitting::goOnAsKept(const accounts::Session &session, const std::optional<pages::EarlierSignIn> &earlier)
{
    m_keptFor = session.user;
    m_signIn->goOnWith(session, earlier, pages::ProvenBy::keychain);
}

void Sitting::enter()
{
    const accounts::Session session = m_signIn->session();
    const SiteId site = m_signIn->scope().site;
    const auto earlier = m_signIn->earlier();
    const bool keeps = m_signIn->keepsSignedIn();
    const pages::ProvenBy provenBy = m_signIn->provenBy();
    dismiss(m_signIn);
    const accounts::Session before = std::exchange(m_session, session);
    const SiteId beforeAt = std::exchange(m_site, site);
    if (const QString why = whyOver(*m_installation.directory()); !why.isEmpty()) {
        m_session = before;
        m_site = beforeAt;
        askToSignIn(why);
        return;
    }
    if (m_lock && session.user == before.user && site == beforeAt)
        comeBack(session);
    else
        open(site, session);
    if (provenBy == pages::ProvenBy::password)
        rememberPerson();
    if (keeps)
        m_keptFor = session.user;
    if (m_keptFor == session.user)
        keepSession();
    tellEarlier(earlier);
    look();
}

void Sitting::keepSession()
{
    const DesktopSecrets::KeptSession kept{m_session, m_desktop.clock.now() + keptFor, m_installation.vault()->key()};
    engine::whenDone(m_secrets.keep(kept), this, [this](const Done &done) {
        if (!done && m_windows)
            m_windows->window().tell(tr("The keychain did not take it: you will be asked at the next start."));
    });
}

void Sitting::tellEarlier(const std::optional<pages::EarlierSignIn> &earlier)
{
    if (!earlier || !m_windows)
        return;
    namespace words = presentation::words;
    const TimeZone zone = m_installation.snapshot(m_site)->zone;
    const QString when = tr("%1, %2", "date, time").arg(words::shortDate(earlier->at, zone), words::timeOfDay(earlier->at, zone));
    m_windows->window().tell(earlier->device.empty() ? tr("Your last sign-in: %1.").arg(when)
                                                     : tr("Your last sign-in: %1, at %2.", "moment, computer").arg(when, QString::fromStdString(earlier->device)));
}

void Sitting::openAsOwner()
{
    if (!m_secrets.hasKeychain() || m_installation.vault()->isOpen()) {
        open(firstSite, {});
        greetOwner();
        return;
    }
    engine::whenDone(m_secrets.openVault(), this, [this](const Done &) {
        open(firstSite, {});
        greetOwner();
    });
}

void Sitting::greetOwner()
{
    if (m_installation.snapshot(firstSite)->state.queues.empty()) {
        if (!m_desktop.settings.firstStartDone())
            m_windows->showWizard();
        return;
    }
    const auto offerOwnership = [this] {
        if (!m_desktop.settings.keepsOwner(m_installation.identity()))
            askOwner();
    };
    if (m_installation.vault()->isOpen())
        return offerOwnership();
    engine::whenDone(m_secrets.hasKey(), this, [this, offerOwnership](bool hasKey) {
        if (!m_windows || m_installation.directory()->hasUsers() || m_passphrase)
            return;
        using Purpose = pages::PassphraseDialog::Purpose;
        if (hasKey)
            askForPassphrase(Purpose::open);
        else if (!m_desktop.settings.toldOfPlainNames(m_installation.identity()))
            askForPassphrase(Purpose::choose);
        else
            offerOwnership();
    });
}

void Sitting::askForPassphrase(pages::PassphraseDialog::Purpose purpose)
{
    using Purpose = pages::PassphraseDialog::Purpose;
    m_passphrase = std::make_unique<pages::PassphraseDialog>(m_installation, purpose, &m_windows->window());
    connect(m_passphrase.get(), &QDialog::finished, this, [this, purpose] {
        if (purpose == Purpose::choose)
            m_desktop.settings.setToldOfPlainNames(m_installation.identity());
        dismiss(m_passphrase);
        if (!m_desktop.settings.keepsOwner(m_installation.identity()))
            askOwner();
    });
    m_passphrase->open();
}

void Sitting::askOwner()
{
    if (m_owner || m_installation.directory()->hasUsers())
        return;
    m_owner = std::make_unique<pages::OwnerDialog>(m_installation, m_desktop.device, &m_windows->window());
    connect(m_owner.get(), &QDialog::rejected, this, [this] {
        m_desktop.settings.setKeepsOwner(m_installation.identity());
        dismiss(m_owner);
    });
    connect(m_owner.get(), &pages::OwnerDialog::made, this, [this](const accounts::Session &session) {
        dismiss(m_owner);
        open(m_site, session);
        rememberPerson();
    });
    m_owner->open();
}

void Sitting::open(SiteId site, const accounts::Session &session)
{
    if (m_windows)
        m_windows->window().keepArrangement();
    // The dialogs of the windows that go are theirs.
    dismiss(m_owner);
    dismiss(m_passphrase);
    m_session = session;
    m_site = site;
    const engine::SharedDirectory directory = m_installation.directory();
    m_rights = rights(*directory);
    auto next = std::make_unique<ConsoleWindows>(m_installation.door(site, session.user), m_desktop.settings, m_desktop.demo, m_desktop.device,
                                                 m_desktop.others);
    next->console().setDeskAgent(m_demoDesk ? m_demoDesk : agentOf(*m_installation.snapshot(site), session.user));
    if (!m_demoPeople.isEmpty())
        next->window().offerDemoPeople(m_demoPeople);
    next->window().show();
    m_hidden.clear();
    dismissLock();
    dismissWindows();
    m_windows = std::move(next);
    connectWindows();
    if (m_session.user && !m_desktop.demo)
        m_idle.start(std::chrono::minutes(m_desktop.settings.lockAfterMinutes()));
    else
        m_idle.stop();
}

void Sitting::connectWindows()
{
    pages::MainWindow &window = m_windows->window();
    connect(&window, &pages::MainWindow::closed, this, [this] { Q_EMIT ended({}); });
    connect(m_windows.get(), &ConsoleWindows::wizardClosed, this, [this] { Q_EMIT ended({}); });
    connect(m_windows.get(), &ConsoleWindows::ownerReady, this, [this](const accounts::Session &session) {
        open(m_site, session);
        rememberPerson();
    });
    connect(&window, &pages::MainWindow::lockRequested, this, &Sitting::lock);
    connect(&window, &pages::MainWindow::switchRequested, this, [this] { lockFor(true); });
    connect(&window, &pages::MainWindow::signOutRequested, this, &Sitting::signOut);
    connect(&window, &pages::MainWindow::demoPersonChosen, this, [this](UserId person) {
        const engine::SharedDirectory directory = m_installation.directory();
        if (const User *user = directory->user(person))
            m_windows->window().letGo([this, session = accounts::Session{person, user->sessions, {}}] { open(m_site, session); });
    });
    const presentation::Console &console = m_windows->console();
    connect(&console, &presentation::Console::restoreRequested, this, &Sitting::ended);
    connect(&console, &presentation::Console::ownershipRequested, this, &Sitting::askOwner);
    connect(&console, &presentation::Console::branchRequested, this, &Sitting::goToBranch);
    connect(&console, &presentation::Console::renewed, this, &Sitting::renew);
}

void Sitting::dismissWindows()
{
    if (!m_windows)
        return;
    m_windows->window().disconnect(this);
    m_windows->console().disconnect(this);
    m_windows->disconnect(this);
    m_windows->dismiss();
    m_windows.release()->deleteLater();
}

void Sitting::offerDemo(const QList<UserId> &people, AgentId desk)
{
    m_demoPeople = people;
    m_demoDesk = desk;
}

void Sitting::goToBranch(SiteId site)
{
    const engine::SharedDirectory directory = m_installation.directory();
    const Site *known = directory->site(site);
    if (known && !(site == m_site) && accounts::enters(*directory, m_session.user, site))
        m_windows->window().letGo([this, site] { open(site, m_session); });
}

void Sitting::signOut()
{
    m_windows->window().letGo([this] {
        std::erase_if(m_people, [this](const accounts::Session &each) { return each.user == m_session.user; });
        leave(tr("You are signed out."));
    });
}

void Sitting::leave(const QString &reason)
{
    if (m_session.user && m_keptFor == m_session.user) {
        m_secrets.forget();
        m_keptFor = {};
    }
    m_idle.stop();
    m_windows->window().keepArrangement();
    dismiss(m_owner);
    dismiss(m_passphrase);
    m_session = {};
    m_hidden.clear();
    dismissLock();
    dismissWindows();
    askToSignIn(reason);
}

std::set<Permission> Sitting::rights(const accounts::Directory &directory) const
{
    const Site *site = directory.site(m_site);
    return accounts::permissionsOf(directory, m_session.user, site ? site->tenant : TenantId{});
}

QString Sitting::whyOver(const accounts::Directory &directory) const
{
    if (!m_session.user)
        return directory.hasUsers() ? tr("There are accounts in this database now. Sign in with yours.") : QString();
    const User *user = directory.user(m_session.user);
    if (!user || user->removed)
        return tr("This account was removed.");
    if (!user->active)
        return tr("This account was switched off. Ask the person who runs this installation.");
    // In the demo nobody proves who they are.
    if (!m_desktop.demo && accounts::isOver(directory, m_session))
        return tr("You were signed out everywhere. Sign in again.");
    const Site *site = directory.site(m_site);
    if (site && !accounts::enters(directory, m_session.user, m_site))
        return tr("You have no role in this branch any more.");
    const Tenant *tenant = site ? directory.tenant(site->tenant) : nullptr;
    if (tenant && tenant->suspended && user->platform == PlatformRole::none)
        return tr("Your organisation is suspended. Ask the people who run this installation.");
    return {};
}

void Sitting::look()
{
    // The first superadmin is just being made, or the own password changed: that ends in windows of its own.
    if (!m_windows || m_renewing || m_owner || m_windows->wizard() || m_windows->console().isRenewing())
        return;
    const engine::SharedDirectory directory = m_installation.directory();
    if (const QString why = whyOver(*directory); !why.isEmpty()) {
        leave(why);
        return;
    }
    if (rights(*directory) == m_rights)
        return;
    const bool locked = m_lock != nullptr;
    open(m_site, m_session);
    if (locked)
        lock();
    const Site *site = directory->site(m_site);
    m_windows->window().tell(tr("Your role is now: %1.").arg(presentation::people::roleIn(*directory, m_session.user, site ? site->tenant : TenantId{})));
}

void Sitting::renew(bool changed)
{
    if (changed)
        ++m_session.sessions;
    m_renewing = true;
    engine::whenDone(m_installation.settledSnapshot(firstSite), this, [this, changed](const engine::SharedSnapshot &) {
        m_renewing = false;
        if (m_session.user && m_keptFor == m_session.user && m_windows)
            keepSession();
        // Who sets a password has just shown the one before.
        if (changed && m_session.user && m_windows)
            rememberPerson();
        look();
    });
}

} // namespace smartqueue::app
