#pragma once

#include <QApplication>
#include <QDir>
#include <QStandardPaths>
#include <QTest>
#include <QWidget>

#include <smartqueue/widgets/theme.h>

namespace smartqueue::testing {

inline void dress(widgets::Look look, double textScale = 1.0)
{
    widgets::ThemeChoice choice;
    choice.look = look;
    choice.textScale = textScale;
    choice.reducedMotion = true;
    widgets::applyTheme(*qApp, choice);
}

/// Before the first window of a test: nobody's own settings, the fonts of the machine, the light look.
inline void prepareConsole()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(QStringLiteral("SmartQueueTests"));
    widgets::loadFonts({QStringLiteral("/usr/share/fonts/truetype/noto")});
    dress(widgets::Look::light);
}

/// Writes pictures of `page` into the folder named by SQ_GALLERY, light and dark, at the sizes a window has; nothing without it.
inline void picture(QWidget &page, const QString &name)
{
    const QString folder = qEnvironmentVariable("SQ_GALLERY");
    if (folder.isEmpty())
        return;
    QDir().mkpath(folder);
    const QSize before = page.size();
    // A window less its sidebar, header and status bar.
    for (const QSize &window : {QSize(1280, 800), QSize(1920, 1080), QSize(1280, 720)}) {
        page.resize(window.width() - 196, window.height() - 56 - 28);
        for (const auto &[look, word] : {std::pair(widgets::Look::light, "light"), std::pair(widgets::Look::dark, "dark")}) {
            dress(look);
            for (int i = 0; i < 5; ++i)
                QCoreApplication::processEvents();
            page.grab().save(QStringLiteral("%1/%2-%3-%4.png")
                                 .arg(folder, name, QString::fromLatin1(word))
                                 .arg(window.height()));
        }
    }
    dress(widgets::Look::light, 1.5);
    page.resize(1280 - 196, 800 - 84);
    for (int i = 0; i < 5; ++i)
        QCoreApplication::processEvents();
    page.grab().save(QStringLiteral("%1/%2-large.png").arg(folder, name));
    dress(widgets::Look::light);
    page.resize(before);
}

} // namespace smartqueue::testing
