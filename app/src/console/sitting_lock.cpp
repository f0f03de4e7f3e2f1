#include <algorithm>

#include <QApplication>
#include <QDateTime>
#include <QEvent>

#include "console/sitting.h"

namespace smartqueue::app {

QDate Sitting::today() const
{
    return QDateTime::fromMSecsSinceEpoch(m_desktop.clock.now().time_since_epoch().count()).date();
}

void Sitting::rememberPerson()
{
    if (m_peopleDay != today())
        m_people.clear();
    m_peopleDay = today();
    std::erase_if(m_people, [this](const accounts::Session &each) { return each.user == m_session.user; });
    m_people.push_back(m_session);
}

bool Sitting::pinServes(UserId id) const
{
    if (m_peopleDay != today())
        return false;
    const engine::SharedDirectory directory = m_installation.directory();
    return std::any_of(m_people.begin(), m_people.end(), [&](const accounts::Session &each) { return each.user == id && !accounts::isOver(*directory, each); });
}

QList<UserId> Sitting::peopleOfToday() const
{
    QList<UserId> people;
    if (m_peopleDay != today())
        return people;
    const engine::SharedDirectory directory = m_installation.directory();
    for (const accounts::Session &each : m_people) {
        const User *user = directory->user(each.user);
        const Site *site = directory->site(m_site);
        const bool mayBeHere = site && accounts::enters(*directory, each.user, m_site);
        if (!(each.user == m_session.user) && mayBeHere && user->hasPin && pinServes(each.user))
            people.append(each.user);
    }
    return people;
}

void Sitting::lock()
{
    lockFor(false);
}

void Sitting::lockFor(bool switching)
{
    if (!m_windows || m_lock || m_desktop.demo || !m_session.user)
        return;
    while (QWidget *popup = QApplication::activePopupWidget()) {
        popup->close();
        if (popup == QApplication::activePopupWidget())
            break;
    }
    m_lock = std::make_unique<pages::LockScreen>(
        m_installation, pages::LockScreen::Facts{m_session.user, m_site, peopleOfToday(), m_desktop.clock.now(), m_desktop.device,
                                                 [this](UserId user) { return pinServes(user); }, [this] { return holdsTyped(); }});
    connect(m_lock.get(), &pages::LockScreen::entered, this, &Sitting::unlock);
    connect(m_lock.get(), &pages::LockScreen::signInRequested, this, [this] { askToSignIn(tr("The console is locked. Whoever signs in takes over.")); });
    connect(m_lock.get(), &pages::LockScreen::closed, this, [this] { Q_EMIT ended({}); });
    QWidget &window = m_windows->wizard() ? static_cast<QWidget &>(*m_windows->wizard()) : m_windows->window();
    m_lock->setGeometry(window.geometry());
    m_lock->setWindowState(window.windowState() & ~Qt::WindowMinimized);
    m_lock->show();
    m_lock->activateWindow();
    m_hidden.clear();
    // The windows go out of sight with all that they show; an open ticket and a half-typed form wait there.
    for (QWidget *each : QApplication::topLevelWidgets()) {
        if (each == m_lock.get() || !each->isVisible() || each == m_signIn.get())
            continue;
        m_hidden.append(each);
        each->hide();
    }
    // Whatever else wants to come up meanwhile.
    qApp->installEventFilter(this);
    if (switching)
        m_lock->offerOthers();
}

bool Sitting::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::Show || !m_lock || !watched->isWidgetType())
        return false;
    auto *window = static_cast<QWidget *>(watched);
    // A file dialog over the sign-in is its own window and its child.
    bool ours = false;
    for (const QWidget *each = window; each && !ours; each = each->parentWidget())
        ours = each == m_lock.get() || each == m_signIn.get();
    const bool passing = window->windowType() == Qt::ToolTip || window->windowType() == Qt::Popup || window->windowType() == Qt::Desktop;
    if (!window->isWindow() || ours || passing)
        return false;
    m_hidden.append(window);
    QMetaObject::invokeMethod(this, [this, shown = QPointer<QWidget>(window)] {
        if (shown && m_lock)
            shown->hide();
    }, Qt::QueuedConnection);
    return false;
}

void Sitting::unlock(const accounts::Session &session, const std::optional<pages::EarlierSignIn> &earlier, pages::ProvenBy provenBy)
{
    const engine::SharedDirectory directory = m_installation.directory();
    const User *user = directory->user(session.user);
    if (user && (user->mustChangePassword || accounts::mustEnrolSecondFactor(*directory, session.user))) {
        // Something is due first, and the sign-in knows how.
        askToSignIn({});
        m_signIn->goOnWith(session, earlier, provenBy);
        return;
    }
    if (!(session.user == m_session.user)) {
        open(m_site, session);
        if (provenBy == pages::ProvenBy::password)
            rememberPerson();
        tellEarlier(earlier);
        return;
    }
    comeBack(session);
    if (provenBy == pages::ProvenBy::password)
        rememberPerson();
    look();
}

void Sitting::comeBack(const accounts::Session &session)
{
    m_session = session;
    dismissLock();
    m_idle.start(std::chrono::minutes(m_desktop.settings.lockAfterMinutes()));
}

bool Sitting::holdsTyped() const
{
    const auto pages = m_windows->window().findChildren<pages::Page *>();
    return std::any_of(pages.begin(), pages.end(), [](const pages::Page *page) { return page->holdsTyped(); });
}

void Sitting::dismissLock()
{
    if (!m_lock)
        return;
    qApp->removeEventFilter(this);
    const auto waiting = std::exchange(m_hidden, {});
    for (const QPointer<QWidget> &each : waiting) {
        if (each)
            each->show();
    }
    m_lock->disconnect(this);
    m_lock->hide();
    m_lock.release()->deleteLater();
    if (m_windows && m_windows->window().isVisible())
        m_windows->window().activateWindow();
}

void Sitting::comeToFront()
{
    QWidget *front = nullptr;
    if (m_signIn)
        front = m_signIn.get();
    else if (m_lock)
        front = m_lock.get();
    else if (m_windows)
        front = m_windows->wizard() ? static_cast<QWidget *>(m_windows->wizard()) : &m_windows->window();
    if (!front)
        return;
    if (front->isMinimized() || !front->isVisible())
        front->showNormal();
    front->raise();
    front->activateWindow();
}

} // namespace smartqueue::app
