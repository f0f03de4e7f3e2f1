#include "smartqueue/widgets/icons.h"

#include <QFile>
#include <QGuiApplication>
#include <QHash>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QPixmapCache>
#include <QSvgRenderer>

// Resources of a static library are dropped by the linker unless named from outside any namespace.
static void initialiseWidgetResources()
{
    Q_INIT_RESOURCE(widgets);
}

namespace smartqueue::widgets {

namespace {

struct Entry {
    Icon icon;
    const char *name;
};

constexpr Entry entries[] = {
    {Icon::live, "live"},
    {Icon::bell, "bell"},
    {Icon::lightbulb, "lightbulb"},
    {Icon::headset, "headset"},
    {Icon::ticket, "ticket"},
    {Icon::table, "table"},
    {Icon::trend, "trend"},
    {Icon::history, "history"},
    {Icon::report, "report"},
    {Icon::people, "people"},
    {Icon::sliders, "sliders"},
    {Icon::settings, "settings"},
    {Icon::help, "help"},
    {Icon::search, "search"},
    {Icon::close, "close"},
    {Icon::chevronDown, "chevron-down"},
    {Icon::chevronUp, "chevron-up"},
    {Icon::chevronLeft, "chevron-left"},
    {Icon::chevronRight, "chevron-right"},
    {Icon::check, "check"},
    {Icon::checkCircle, "check-circle"},
    {Icon::xCircle, "x-circle"},
    {Icon::warningTriangle, "warning-triangle"},
    {Icon::pauseCircle, "pause-circle"},
    {Icon::clock, "clock"},
    {Icon::megaphone, "megaphone"},
    {Icon::person, "person"},
    {Icon::personX, "person-x"},
    {Icon::hourglass, "hourglass"},
    {Icon::transfer, "transfer"},
    {Icon::undo, "undo"},
    {Icon::lock, "lock"},
    {Icon::printer, "printer"},
    {Icon::phone, "phone"},
    {Icon::globe, "globe"},
    {Icon::building, "building"},
    {Icon::kiosk, "kiosk"},
    {Icon::calendar, "calendar"},
    {Icon::wheelchair, "wheelchair"},
    {Icon::play, "play"},
    {Icon::playOutline, "play-outline"},
    {Icon::pause, "pause"},
    {Icon::skipBack, "skip-back"},
    {Icon::skipForward, "skip-forward"},
    {Icon::broadcast, "broadcast"},
    {Icon::flag, "flag"},
    {Icon::copy, "copy"},
    {Icon::plus, "plus"},
    {Icon::minus, "minus"},
    {Icon::trash, "trash"},
    {Icon::edit, "edit"},
    {Icon::sun, "sun"},
    {Icon::moon, "moon"},
    {Icon::monitor, "monitor"},
    {Icon::demo, "demo"},
    {Icon::download, "download"},
    {Icon::upload, "upload"},
    {Icon::coffee, "coffee"},
    {Icon::info, "info"},
    {Icon::filter, "filter"},
    {Icon::dragDots, "drag-dots"},
    {Icon::offline, "offline"},
    {Icon::menu, "menu"},
    {Icon::collapse, "collapse"},
    {Icon::expand, "expand"},
    {Icon::star, "star"},
    {Icon::refresh, "refresh"},
    {Icon::snooze, "snooze"},
    {Icon::eye, "eye"},
    {Icon::mail, "mail"},
    {Icon::shield, "shield"},
    {Icon::link, "link"},
    {Icon::personPlus, "person-plus"},
    {Icon::server, "server"},
    {Icon::arrowLeft, "arrow-left"},
    {Icon::arrowRight, "arrow-right"},
    {Icon::arrowUp, "arrow-up"},
    {Icon::arrowDown, "arrow-down"},
    {Icon::speaker, "speaker"},
    {Icon::more, "more"},
    {Icon::scale, "scale"},
    {Icon::keyboard, "keyboard"},
};

QByteArray source(Icon icon)
{
    static QHash<int, QByteArray> cache;
    const int key = static_cast<int>(icon);
    if (const auto found = cache.constFind(key); found != cache.cend())
        return *found;
    initialiseWidgetResources();
    QFile file(QStringLiteral(":/smartqueue/widgets/icons/%1.svg").arg(iconName(icon)));
    QByteArray bytes;
    if (file.open(QIODevice::ReadOnly))
        bytes = file.readAll();
    cache.insert(key, bytes);
    return bytes;
}

/// Takes its colour from the palette while painting, so that a change of theme needs no new icon.
class TintedIconEngine : public QIconEngine {
public:
    explicit TintedIconEngine(Icon icon)
        : icon_(icon)
    {
    }
    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        paintIcon(*painter, rect, icon_, colour(mode));
    }
    QIconEngine *clone() const override { return new TintedIconEngine(icon_); }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override
    {
        return iconPixmap(icon_, colour(mode), qMin(size.width(), size.height()), 1.0);
    }
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal scale) override
    {
        const int side = qRound(qMin(size.width(), size.height()) / qMax(scale, 1.0));
        return iconPixmap(icon_, colour(mode), side, qMax(scale, 1.0));
    }

private:
    static QColor colour(QIcon::Mode mode)
    {
        const QPalette palette = QGuiApplication::palette();
        return palette.color(mode == QIcon::Disabled ? QPalette::Disabled : QPalette::Active, QPalette::Text);
    }
    Icon icon_;
};

} // namespace

const QList<Icon> &allIcons()
{
    static const QList<Icon> all = [] {
        QList<Icon> list;
        for (const Entry &entry : entries)
            list.append(entry.icon);
        return list;
    }();
    return all;
}

QString iconName(Icon icon)
{
    for (const Entry &entry : entries)
        if (entry.icon == icon)
            return QString::fromLatin1(entry.name);
    return {};
}

QPixmap iconPixmap(Icon icon, const QColor &colour, int size, qreal devicePixelRatio)
{
    if (icon == Icon::none || size <= 0)
        return {};
    const QString key = QStringLiteral("sq/%1/%2/%3/%4")
                            .arg(static_cast<int>(icon))
                            .arg(colour.rgba(), 0, 16)
                            .arg(size)
                            .arg(devicePixelRatio);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    QByteArray svg = source(icon);
    svg.replace("currentColor", colour.name().toLatin1());
    QSvgRenderer renderer(svg);
    const int pixels = qRound(size * devicePixelRatio);
    pixmap = QPixmap(pixels, pixels);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setOpacity(colour.alphaF());
    renderer.render(&painter, QRectF(0, 0, pixels, pixels));
    painter.end();
    pixmap.setDevicePixelRatio(devicePixelRatio);
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

void paintIcon(QPainter &painter, const QRectF &box, Icon icon, const QColor &colour)
{
    const int side = qRound(qMin(box.width(), box.height()));
    const qreal ratio = painter.device() ? painter.device()->devicePixelRatioF() : 1.0;
    const QPixmap pixmap = iconPixmap(icon, colour, side, ratio);
    if (pixmap.isNull())
        return;
    // Whole pixels keep the strokes crisp.
    painter.drawPixmap(QPoint(qRound(box.center().x() - side / 2.0), qRound(box.center().y() - side / 2.0)), pixmap);
}

QIcon themedIcon(Icon icon)
{
    return icon == Icon::none ? QIcon() : QIcon(new TintedIconEngine(icon));
}

void paintLogo(QPainter &painter, const QRectF &box, const QColor &square, const QColor &dots)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(square);
    const qreal unit = box.width() / 64.0;
    painter.drawRoundedRect(box, 15 * unit, 15 * unit);
    const struct {
        qreal x, radius, opacity;
    } marks[] = {{16.5, 5, 0.55}, {30, 6.2, 0.78}, {46, 8, 1.0}};
    for (const auto &mark : marks) {
        QColor colour = dots;
        colour.setAlphaF(float(mark.opacity));
        painter.setBrush(colour);
        painter.drawEllipse(QPointF(box.left() + mark.x * unit, box.center().y()), mark.radius * unit, mark.radius * unit);
    }
    painter.restore();
}

QIcon applicationIcon()
{
    initialiseWidgetResources();
    QSvgRenderer renderer(QStringLiteral(":/smartqueue/widgets/smartqueue.svg"));
    QIcon icon;
    for (const int size : {16, 22, 24, 32, 48, 64, 128, 256}) {
        QPixmap pixmap(size, size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        renderer.render(&painter);
        painter.end();
        icon.addPixmap(pixmap);
    }
    return icon;
}

Icon forwardChevron(Qt::LayoutDirection direction)
{
    return direction == Qt::RightToLeft ? Icon::chevronLeft : Icon::chevronRight;
}

Icon backChevron(Qt::LayoutDirection direction)
{
    return direction == Qt::RightToLeft ? Icon::chevronRight : Icon::chevronLeft;
}

} // namespace smartqueue::widgets
