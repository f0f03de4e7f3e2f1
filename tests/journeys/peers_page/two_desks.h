#pragma once

#include <memory>
#include <stdexcept>

#include <QAbstractButton>
#include <QLabel>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QTest>

#include <smartqueue/pages/administration_tab.h>
#include <smartqueue/pages/main_window.h>
#include <smartqueue/presentation/console_settings.h>

#include "console/desktop_peers.h"
#include "gallery.h"
#include "peers/arrived_copy.h"
#include "peers/joining.h"
#include "console/sitting.h"

namespace smartqueue::testing {

inline constexpr auto password = "seven green lamps on a quay";
inline constexpr auto email = "victor@ville.example";

template <class Widget = QWidget>
Widget *part(QWidget &root, const char *name)
{
    return root.findChild<Widget *>(QString::fromLatin1(name));
}

inline QString said(QWidget &root, const char *label)
{
    auto *found = part<QLabel>(root, label);
    return found && found->isVisible() ? found->text() : QString();
}

inline void press(QWidget &root, const char *button)
{
    auto *found = part<QAbstractButton>(root, button);
    if (!found)
        throw std::runtime_error(button);
    // What has just come up is not laid out yet.
    (void)QTest::qWaitFor([found] { return found->isVisible() && found->height() > 0; });
    QTest::mouseClick(found, Qt::LeftButton);
}

inline void type(QWidget &root, const char *field, const QString &text)
{
    auto *line = part<QLineEdit>(root, field);
    if (!line)
        throw std::runtime_error(field);
    line->clear();
    QTest::keyClicks(line, text);
}

/// A computer with a database, the program on it, and somebody in front. Found by others on this machine alone.
class Desk {
public:
    Desk() : m_settings(m_folder.filePath(QStringLiteral("console.ini")))
    {
        m_settings.setLanguage(QStringLiteral("en"));
        m_settings.setFirstStartDone();
        m_settings.setGeometry({});
    }
    ~Desk() { stop(); }

    std::string path() const { return m_folder.filePath(QStringLiteral("branch.db")).toStdString(); }

    /// `findable`: at the same address every time.
    void start(bool findable = false)
    {
        app::PeerDesktop::Options options;
        options.database = path();
        options.create = true;
        options.findable = findable;
        options.engine.publishInterval = Duration(1);
        auto opened = app::PeerDesktop::open(std::move(options));
        if (!opened)
            throw std::runtime_error(std::string(opened.error().code.name()));
        m_desktop = std::move(*opened);
        m_peers = std::make_unique<app::DesktopPeers>(*m_desktop, path());
        m_joining = std::make_unique<app::Joining>(path());
        app::Sitting::Desktop parts{m_settings, m_desktop->clock()};
        parts.device = "DESK";
        parts.others = {m_peers.get(), m_joining.get()};
        m_sitting = std::make_unique<app::Sitting>(m_desktop->installation(), parts);
    }

    void stop()
    {
        m_sitting.reset();
        m_joining.reset();
        m_peers.reset();
        m_desktop.reset();
    }

    app::PeerDesktop &desktop() { return *m_desktop; }
    app::Sitting &sitting() { return *m_sitting; }
    pages::MainWindow &window() { return m_sitting->windows()->window(); }

    engine::Receipt submit(CommandBody body, UserId user = {})
    {
        auto answer = m_desktop->installation().door(firstSite, user).submit(std::move(body));
        answer.waitForFinished();
        if (!answer.result())
            throw std::runtime_error(std::string(answer.result().error().code.name()));
        m_desktop->installation().settledSnapshot(firstSite).waitForFinished();
        return *answer.result();
    }

    /// A branch with a queue, and Victor who runs everything.
    void found()
    {
        Branch branch;
        branch.name = "Downtown";
        branch.timeZone = "UTC";
        submit(DefineBranch{branch});
        Service service;
        service.name = "Passports";
        Queue queue;
        queue.name = "Passports";
        queue.prefix = "A";
        queue.service = {submit(DefineService{service}).entity};
        queue.lastNumber = 999;
        submit(DefineQueue{queue});
        CreateUser create;
        create.profile = {email, "Victor", "Almeida", {}};
        create.platform = PlatformRole::superadmin;
        create.password.plain = password;
        submit(std::move(create));
    }

    /// By the sign-in that stands when the program starts.
    bool signIn()
    {
        m_sitting->begin();
        if (!QTest::qWaitFor([this] { return m_sitting->signIn() && m_sitting->signIn()->isVisible(); }, 10'000))
            return false;
        type(*m_sitting->signIn(), "email", QString::fromLatin1(email));
        type(*m_sitting->signIn(), "password", QString::fromLatin1(password));
        press(*m_sitting->signIn(), "signInAct");
        return QTest::qWaitFor([this] { return m_sitting->windows() && window().isVisible() && !m_sitting->signIn(); }, 20'000);
    }

    void showPeers()
    {
        window().resize(1280, 800);
        window().showPage(pages::PageId::administration, int(pages::AdministrationTab::Kind::peers));
    }

private:
    QTemporaryDir m_folder;
    presentation::ConsoleSettings m_settings;
    std::unique_ptr<app::PeerDesktop> m_desktop;
    std::unique_ptr<app::DesktopPeers> m_peers;
    std::unique_ptr<app::Joining> m_joining;
    std::unique_ptr<app::Sitting> m_sitting;
};

/// Pictures of the window in both looks and at two sizes, where SQ_GALLERY names a folder.
inline void portrait(QWidget &window, const QString &name)
{
    const QString folder = qEnvironmentVariable("SQ_GALLERY");
    if (folder.isEmpty())
        return;
    QDir().mkpath(folder);
    const QSize before = window.size();
    const bool isWindow = qobject_cast<pages::MainWindow *>(&window) != nullptr;
    for (const QSize &size : {QSize(1280, 800), QSize(1920, 1080)}) {
        if (isWindow)
            window.resize(size);
        for (const auto &[look, word] : {std::pair(widgets::Look::light, "light"), std::pair(widgets::Look::dark, "dark")}) {
            dress(look);
            for (int i = 0; i < 8; ++i)
                QCoreApplication::processEvents();
            window.grab().save(QStringLiteral("%1/%2-%3-%4.png").arg(folder, name, QString::fromLatin1(word)).arg(size.width()));
        }
        if (!isWindow)
            break;
    }
    dress(widgets::Look::light);
    window.resize(before);
}

} // namespace smartqueue::testing
