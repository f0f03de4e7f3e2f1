#pragma once
#include <QColor>
#include <QIcon>
#include <QPixmap>

class QPainter;
class QRectF;

namespace smartqueue::widgets {

/// The program's own line icons: 24 unit grid, one stroke, tinted when painted.
enum class Icon {
    none,
    live,
    bell,
    lightbulb,
    headset,
    ticket,
    table,
    trend,
    history,
    report,
    people,
    sliders,
    settings,
    help,
    search,
    close,
    chevronDown,
    chevronUp,
    chevronLeft,
    chevronRight,
    check,
    checkCircle,
    xCircle,
    warningTriangle,
    pauseCircle,
    clock,
    megaphone,
    person,
    personX,
    hourglass,
    transfer,
    undo,
    lock,
    printer,
    phone,
    globe,
    building,
    kiosk,
    calendar,
    wheelchair,
    play,
    playOutline,
    pause,
    skipBack,
    skipForward,
    broadcast,
    flag,
    copy,
    plus,
    minus,
    trash,
    edit,
    sun,
    moon,
    monitor,
    demo,
    download,
    upload,
    coffee,
    info,
    filter,
    dragDots,
    offline,
    menu,
    collapse,
    expand,
    star,
    refresh,
    snooze,
    eye,
    mail,
    shield,
    link,
    personPlus,
    server,
    arrowLeft,
    arrowRight,
    arrowUp,
    arrowDown,
    speaker,
    more,
    scale,
    keyboard,
};

/// Every icon in declaration order, without none.
const QList<Icon> &allIcons();

/// File name of the icon without its ending; empty for none.
QString iconName(Icon icon);

/// A square picture of `size` logical pixels tinted in `colour`; cached. GUI thread.
QPixmap iconPixmap(Icon icon, const QColor &colour, int size, qreal devicePixelRatio);

/// Paints the icon centred in `box`, as large as the box's shorter side.
void paintIcon(QPainter &painter, const QRectF &box, Icon icon, const QColor &colour);

/// For actions and item views: tinted from the application's palette each time it is painted.
QIcon themedIcon(Icon icon);

/// The product's mark: a rounded square in the accent colour with three dots that come nearer.
void paintLogo(QPainter &painter, const QRectF &box, const QColor &square, const QColor &dots);

/// The window and desktop icon.
QIcon applicationIcon();

/// The arrow that points where reading goes on.
Icon forwardChevron(Qt::LayoutDirection direction);
/// The arrow that points where reading came from.
Icon backChevron(Qt::LayoutDirection direction);

} // namespace smartqueue::widgets
