#include "invitation_paper.h"

#include <QApplication>
#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPageLayout>
#include <QPainter>
#include <QPrinter>

#include <smartqueue/widgets/qr_code.h>

namespace smartqueue::pages {

namespace {

struct Paper {
    Q_DECLARE_TR_FUNCTIONS(smartqueue::pages::InvitationPaper)
};

/// In points of the paper, whatever the device's resolution.
QFont paperFont(int points, QFont::Weight weight = QFont::Normal)
{
    QFont font = QApplication::font();
    font.setPixelSize(points);
    font.setWeight(weight);
    return font;
}

/// Writes below `y`, and gives where it ends.
qreal write(QPainter &painter, const QRectF &column, qreal y, const QString &text, const QFont &font, const QColor &ink = Qt::black)
{
    painter.setFont(font);
    painter.setPen(ink);
    QRectF taken;
    painter.drawText(QRectF(column.left(), y, column.width(), column.bottom() - y), int(Qt::AlignLeading | Qt::AlignTop) | Qt::TextWordWrap | Qt::TextDontClip, text, &taken);
    return taken.bottom();
}

/// Whole squares in black, so that a printer does not smooth the edges.
void paintCode(QPainter &painter, const QRectF &box, const QString &code)
{
    const QImage modules = widgets::qrImage(code, 1);
    if (modules.isNull())
        return;
    const qreal side = box.width() / modules.width();
    painter.setPen(Qt::NoPen);
    painter.setBrush(Qt::black);
    for (int y = 0; y < modules.height(); ++y) {
        for (int x = 0; x < modules.width(); ++x) {
            if (qGray(modules.pixel(x, y)) < 128)
                painter.drawRect(QRectF(box.left() + x * side, box.top() + y * side, side, side));
        }
    }
}

} // namespace

qreal paintInvitation(QPainter &painter, const QRectF &page, const InvitationPaper &paper)
{
    painter.fillRect(page, Qt::white);
    const QRectF column = page.adjusted(36, 36, -36, -36);
    const QColor grey(0x4C, 0x4C, 0x4C);
    qreal y = write(painter, column, column.top(), paper.place, paperFont(12, QFont::DemiBold), grey);
    y = write(painter, column, y + 4, Paper::tr("Your invitation to SmartQueue"), paperFont(20, QFont::Bold));
    y = write(painter, column, y + 18, paper.name, paperFont(16, QFont::Bold));
    y = write(painter, column, y + 2, Paper::tr("%1 · %2", "e-mail, role").arg(paper.email, paper.role), paperFont(11), grey) + 22;

    const QRectF plate(column.left(), y, column.width(), 148);
    painter.setPen(QPen(grey, 0.75));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(plate, 8, 8);
    constexpr qreal codeSide = 128;
    const bool mirrored = painter.layoutDirection() == Qt::RightToLeft;
    const QRectF code(mirrored ? plate.left() + 10 : plate.right() - 10 - codeSide, plate.top() + 10, codeSide, codeSide);
    paintCode(painter, code, paper.code);
    const QRectF beside = mirrored ? plate.adjusted(codeSide + 26, 16, -16, -12) : plate.adjusted(16, 16, -codeSide - 26, -12);
    qreal line = write(painter, beside, beside.top(), Paper::tr("One-time code"), paperFont(11, QFont::DemiBold), grey);
    QFont large = paperFont(30, QFont::Bold);
    const qreal width = QFontMetricsF(large).horizontalAdvance(paper.code);
    if (width > beside.width())
        large.setPixelSize(int(30 * beside.width() / width));
    line = write(painter, beside, line + 8, paper.code, large);
    write(painter, beside, line + 10, Paper::tr("Works once, until %1.").arg(paper.until), paperFont(11), grey);

    y = write(painter, column, plate.bottom() + 26, Paper::tr("How to begin"), paperFont(14, QFont::Bold)) + 6;
    const QString steps[]{Paper::tr("Open SmartQueue at your counter and choose “I have an invitation code”."),
                          Paper::tr("Type the code, or scan it at the desk, and choose a password of at least 8 characters that only you know."),
                          Paper::tr("From then on sign in with %1 and that password.").arg(paper.email)};
    int number = 0;
    for (const QString &step : steps) {
        write(painter, column, y, Paper::tr("%1.").arg(++number), paperFont(12, QFont::Bold));
        y = write(painter, mirrored ? column.adjusted(0, 0, -22, 0) : column.adjusted(22, 0, 0, 0), y, step, paperFont(12)) + 8;
    }
    return write(painter, column, y + 12, Paper::tr("Keep this page to yourself, and throw it away when you have signed in."), paperFont(11), grey);
}

bool printInvitation(QPrinter &printer, const InvitationPaper &paper, Qt::LayoutDirection direction)
{
    QPainter painter;
    if (!painter.begin(&printer))
        return false;
    const qreal points = printer.resolution() / 72.0;
    painter.scale(points, points);
    painter.setLayoutDirection(direction);
    paintInvitation(painter, QRectF(QPointF(), printer.pageLayout().paintRect(QPageLayout::Point).size()), paper);
    return painter.end();
}

} // namespace smartqueue::pages
