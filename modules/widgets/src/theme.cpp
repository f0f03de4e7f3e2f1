#include "smartqueue/widgets/theme.h"

#include "smartqueue/widgets/console_style.h"
#include "smartqueue/widgets/text_label.h"

#include <QApplication>
#include <QDir>
#include <QFontDatabase>
#include <QPalette>
#include <QToolTip>
#include <QWidget>
#include <algorithm>

namespace smartqueue::widgets {

namespace {

constexpr double bodyPoints = 10.0;

double points(TextSize size)
{
    switch (size) {
    case TextSize::small:
        return 8.5;
    case TextSize::body:
        return bodyPoints;
    case TextSize::heading:
        return 12.0;
    case TextSize::title:
        return 16.0;
    case TextSize::display:
        return 24.0;
    case TextSize::plate:
        return 44.0;
    }
    return bodyPoints;
}

double currentScale()
{
    const double size = QApplication::font().pointSizeF();
    return size > 0 ? size / bodyPoints : 1.0;
}

} // namespace

QFont textFont(TextSize size, QFont::Weight weight)
{
    QFont font = QApplication::font();
    font.setPointSizeF(points(size) * currentScale());
    font.setWeight(weight);
    return font;
}

int scaled(int pixels)
{
    return qRound(pixels * std::max(1.0, currentScale()));
}

QPalette paletteFor(Look look)
{
    const Tokens &t = tokensFor(look);
    QPalette palette;
    palette.setColor(QPalette::Window, t.background);
    palette.setColor(QPalette::WindowText, t.text);
    palette.setColor(QPalette::Base, t.surface);
    palette.setColor(QPalette::AlternateBase, t.alternate);
    palette.setColor(QPalette::Text, t.text);
    palette.setColor(QPalette::PlaceholderText, t.muted);
    palette.setColor(QPalette::Button, t.surface);
    palette.setColor(QPalette::ButtonText, t.text);
    palette.setColor(QPalette::BrightText, t.critical.text);
    palette.setColor(QPalette::Highlight, t.accent);
    palette.setColor(QPalette::HighlightedText, t.onAccent);
    palette.setColor(QPalette::Link, t.accent);
    palette.setColor(QPalette::LinkVisited, t.accent);
    palette.setColor(QPalette::ToolTipBase, t.text);
    palette.setColor(QPalette::ToolTipText, t.surface);
    palette.setColor(QPalette::Light, t.surface);
    palette.setColor(QPalette::Midlight, t.alternate);
    palette.setColor(QPalette::Mid, t.line);
    palette.setColor(QPalette::Dark, t.border);
    palette.setColor(QPalette::Shadow, t.text);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, t.muted);
    palette.setColor(QPalette::Disabled, QPalette::Base, t.alternate);
    palette.setColor(QPalette::Disabled, QPalette::Button, t.alternate);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, t.line);
    palette.setColor(QPalette::Disabled, QPalette::HighlightedText, t.text);
    return palette;
}

void applyTheme(QApplication &application, const ThemeChoice &choice)
{
    auto *style = dynamic_cast<ConsoleStyle *>(QApplication::style());
    if (!style) {
        style = new ConsoleStyle;
        QApplication::setStyle(style);
    }
    style->setReducedMotion(choice.reducedMotion);

    QFont font = QApplication::font();
    if (const QString families = application.property("sqFontFamilies").toString(); !families.isEmpty())
        font.setFamilies(families.split(QLatin1Char('\n')));
    font.setPointSizeF(bodyPoints * std::clamp(choice.textScale, 1.0, 2.0));
    if (font != QApplication::font()) {
        QApplication::setFont(font);
        // Qt passes a new font on only to widgets without one of their own.
        const QWidgetList widgets = QApplication::allWidgets();
        for (QWidget *widget : widgets) {
            if (auto *label = qobject_cast<TextLabel *>(widget))
                label->refresh();
        }
    }

    const QPalette palette = paletteFor(choice.look);
    if (palette != QApplication::palette())
        QApplication::setPalette(palette);
    QToolTip::setPalette(palette);
    QToolTip::setFont(textFont(TextSize::small));
}

bool reducedMotion(const QWidget *widget)
{
    return widget->style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, widget) == 0;
}

QStringList loadFonts(const QStringList &folders)
{
    static const QStringList files{
        QStringLiteral("NotoSans-Regular.ttf"),       QStringLiteral("NotoSans-Medium.ttf"),
        QStringLiteral("NotoSans-SemiBold.ttf"),      QStringLiteral("NotoSans-Bold.ttf"),
        QStringLiteral("NotoSansArabic-Regular.ttf"), QStringLiteral("NotoSansArabic-SemiBold.ttf"),
        QStringLiteral("NotoSansArabic-Bold.ttf"),
    };
    for (const QString &file : files) {
        for (const QString &folder : folders) {
            const QString path = QDir(folder).filePath(file);
            if (QFile::exists(path) && QFontDatabase::addApplicationFont(path) >= 0)
                break;
        }
    }
    QStringList families;
    const QStringList installed = QFontDatabase::families();
    for (const QString &family : {QStringLiteral("Noto Sans"), QStringLiteral("Noto Sans Arabic")})
        if (installed.contains(family))
            families.append(family);
    families.append(QApplication::font().families());
    families.removeDuplicates();
    qApp->setProperty("sqFontFamilies", families.join(QLatin1Char('\n')));
    return families;
}

} // namespace smartqueue::widgets
