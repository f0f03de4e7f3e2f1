#pragma once

#include <memory>
#include <stdexcept>

#include <QAbstractButton>
#include <QApplication>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QTest>

#include <smartqueue/engine/memory_keychain.h>
#include <smartqueue/engine/memory_store.h>

#include "branch/database.h"
#include "gallery.h"
#include "console/sitting.h"

namespace smartqueue::testing {

inline constexpr auto rightPassword = "seven green lamps on a quay";

/// A database in memory with a branch, a desktop in front of it and a keychain of its own. Time stands still.
struct Desktop {
    explicit Desktop(bool founded = true)
        : settings(folder.filePath(QStringLiteral("console.ini")))
    {
        auto made = app::makeSecretTools({1, 64 * 1024});
        if (!made)
            throw std::runtime_error("no secrets");
        tools = std::move(*made);
        engine::EngineOptions options;
        options.regularWork = false;
        options.publishInterval = Duration(1);
        installation = std::move(*engine::Installation::start(std::make_unique<engine::MemoryStore>(), clock, options, tools.ports()));
        settings.setLanguage(QStringLiteral("en"));
        if (founded)
            found();
    }

    ~Desktop() { sitting.reset(); }

    engine::Receipt submit(CommandBody body, UserId user = {})
    {
        auto answer = installation->door(firstSite, user).submit(std::move(body));
        answer.waitForFinished();
        if (!answer.result())
            throw std::runtime_error(std::string(answer.result().error().code.name()));
        settle();
        return *answer.result();
    }

    void settle()
    {
        installation->settledSnapshot(firstSite).waitForFinished();
        QCoreApplication::processEvents();
    }

    void found()
    {
        Branch branch;
        branch.name = "Downtown";
        branch.timeZone = "UTC";
        submit(DefineBranch{branch});
        Service service;
        service.name = "Passports";
        service.sla = std::chrono::minutes(10);
        Queue queue;
        queue.name = "Passports";
        queue.prefix = "A";
        queue.service = {submit(DefineService{service}).entity};
        queue.lastNumber = 999;
        queueId = {submit(DefineQueue{queue}).entity};
        settings.setFirstStartDone();
    }

    /// Victor the superadmin, Sarah who supervises, Leïla who serves; all with the right password.
    void hire()
    {
        superadmin = add({}, "victor@ville.example", "Victor", "Almeida", PlatformRole::superadmin);
        supervisor = add(superadmin, "sarah@ville.example", "Sarah", "Lindqvist");
        agent = add(superadmin, "leila@ville.example", "Leïla", "Haddad");
        submit(GrantRole{supervisor, tenant(), Role::manager}, superadmin);
        submit(GrantRole{agent, tenant(), Role::agent}, superadmin);
    }

    UserId add(UserId by, const char *email, const char *first, const char *last, PlatformRole platform = PlatformRole::none)
    {
        CreateUser create;
        create.profile = {email, first, last, {}};
        create.platform = platform;
        create.password.plain = rightPassword;
        return {submit(std::move(create), by).entity};
    }

    void givePin(UserId user, const char *pin) { submit(SetPin{user, {pin}}, user); }
    TenantId tenant() const { return installation->directory()->site(firstSite)->tenant; }
    const User &user(UserId id) { return *(held = installation->directory())->user(id); }

    /// Somebody starts the program.
    void start(bool withKeychain = true)
    {
        sitting.reset();
        app::Sitting::Desktop parts{settings, clock};
        parts.keychain = withKeychain ? &keychain : nullptr;
        parts.device = "DESK-01";
        sitting = std::make_unique<app::Sitting>(*installation, parts);
        sitting->begin();
    }

    bool signInStands() { return QTest::qWaitFor([this] { return sitting->signIn() && sitting->signIn()->isVisible(); }); }
    bool windowsStand() { return QTest::qWaitFor([this] { return sitting->windows() && sitting->windows()->window().isVisible() && !sitting->signIn(); }); }

    void type(QWidget &root, const char *field, const QString &text)
    {
        auto *line = root.findChild<QLineEdit *>(QString::fromLatin1(field));
        if (!line)
            throw std::runtime_error(field);
        line->clear();
        QTest::keyClicks(line, text);
    }

    void press(QWidget &root, const char *button)
    {
        auto *found = root.findChild<QAbstractButton *>(QString::fromLatin1(button));
        if (!found)
            throw std::runtime_error(button);
        QTest::mouseClick(found, Qt::LeftButton);
    }

    QString said(QWidget &root, const char *label)
    {
        auto *found = root.findChild<QLabel *>(QString::fromLatin1(label));
        return found && found->isVisible() ? found->text() : QString();
    }

    void trySignIn(const QString &email, const QString &password = QLatin1String(rightPassword), const QString &code = {})
    {
        pages::SignInDialog &dialog = *sitting->signIn();
        type(dialog, "email", email);
        type(dialog, "password", password);
        if (!code.isEmpty())
            type(dialog, "code", code);
        press(dialog, "signInAct");
    }

    bool signIn(const QString &email) { return signInStands() && (trySignIn(email), windowsStand()); }

    /// Leaves the program, and who is at the screen starts it again: the windows of the one the keychain kept.
    bool startAsKept() { return (start(), windowsStand()); }

    pages::MainWindow &window() { return sitting->windows()->window(); }
    QString status()
    {
        for (const QWidget *each : window().findChildren<QWidget *>()) {
            if (QLatin1String(each->metaObject()->className()).endsWith(QLatin1String("StatusStrip")))
                return each->accessibleName();
        }
        return {};
    }

    QTemporaryDir folder;
    presentation::ConsoleSettings settings;
    ManualClock clock{*fromIso8601("2026-11-19T09:00:00Z")};
    app::SecretTools tools;
    engine::MemoryKeychain keychain;
    std::unique_ptr<engine::Installation> installation;
    std::unique_ptr<app::Sitting> sitting;
    engine::SharedDirectory held;
    QueueId queueId;
    UserId superadmin;
    UserId supervisor;
    UserId agent;
};

/// A picture of the window in both looks, where SQ_GALLERY names a folder.
inline void portrait(QWidget &window, const QString &name)
{
    const QString folder = qEnvironmentVariable("SQ_GALLERY");
    if (folder.isEmpty())
        return;
    QDir().mkpath(folder);
    for (const auto &[look, word] : {std::pair(widgets::Look::light, "light"), std::pair(widgets::Look::dark, "dark")}) {
        dress(look);
        for (int i = 0; i < 8; ++i)
            QCoreApplication::processEvents();
        window.grab().save(QStringLiteral("%1/%2-%3.png").arg(folder, name, QString::fromLatin1(word)));
    }
    dress(widgets::Look::light);
}

} // namespace smartqueue::testing
