#include "smartqueue/widgets/figure_card.h"

#include "smartqueue/widgets/card.h"
#include "smartqueue/widgets/console_style.h"
#include "smartqueue/widgets/paint.h"

#include <QFontMetricsF>
#include <QToolTip>
#include <algorithm>

namespace smartqueue::widgets {

namespace {

QFont titleFont()
{
    return textFont(TextSize::body, QFont::DemiBold);
}

QFont valueFont()
{
    return textFont(TextSize::display, QFont::Bold);
}

} // namespace

FigureCard::FigureCard(QWidget *parent)
    : PaintedWidget(QAccessible::StaticText, parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setRingShape(this, RingShape::card);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void FigureCard::setData(const FigureCardData &facts)
{
    if (data_ == facts)
        return;
    data_ = facts;
    QStringList spoken{data_.value};
    if (!data_.unit.isEmpty())
        spoken[0] += QLatin1Char(' ') + data_.unit;
    spoken << data_.verdict << data_.note;
    spoken.removeAll(QString());
    setAccessibleName(data_.title + QStringLiteral(": ") + spoken.join(QStringLiteral(", ")));
    setAccessibleDescription(data_.definition);
    // As rich text it is wrapped.
    setToolTip(QStringLiteral("<p>%1</p>").arg(data_.definition.toHtmlEscaped()));
    updateGeometry();
    update();
}

void FigureCard::press()
{
    QToolTip::showText(mapToGlobal(QPoint(space::l, height())), toolTip(), this);
}

QSize FigureCard::minimumSizeHint() const
{
    const QSize pill = pillSize({data_.verdictIcon, data_.verdict, data_.verdictTone, PillStyle::filled});
    const QFont small = textFont(TextSize::small);
    const int wide = std::max({textWidth(titleFont(), data_.title) + space::s + pill.width() + space::l + space::m,
                               textWidth(valueFont(), data_.value) + textWidth(small, data_.unit) + 6 + 2 * space::l,
                               textWidth(small, data_.note) + 2 * space::l});
    return {wide, space::m + pill.height() + textHeight(valueFont()) + 24 + textHeight(small) + space::m};
}

QSize FigureCard::sizeHint() const
{
    return minimumSizeHint().expandedTo(QSize(scaled(240), 0));
}

void FigureCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = tokens(this);
    const Qt::LayoutDirection direction = layoutDirection();
    painter.setLayoutDirection(direction);
    paintCard(painter, rect(), t, std::nullopt, direction);
    const QFont small = textFont(TextSize::small);
    const auto place = [&](const QRectF &box) { return mirrored(box, rect(), direction); };
    const PillLook look{data_.verdictIcon, data_.verdict, data_.verdictTone, PillStyle::filled};
    const QSize pill = pillSize(look);
    const qreal left = space::l;
    const qreal inner = width() - 2 * left;
    paintPill(painter, place(QRectF(width() - space::m - pill.width(), space::m - 2, pill.width(), pill.height())), look, t, direction);
    paintText(painter, place(QRectF(left, space::m - 2, width() - left - space::m - pill.width() - space::s, pill.height())), data_.title, titleFont(), t.text);

    const qreal top = space::m + pill.height() - 2;
    const QRectF value(left, top, textWidth(valueFont(), data_.value) + 1, textHeight(valueFont()));
    paintText(painter, place(value), data_.value, valueFont(), t.text);
    // On the base line of the large figure.
    const qreal drop = QFontMetricsF(valueFont()).ascent() - QFontMetricsF(small).ascent();
    paintText(painter, place(QRectF(value.right() + 6, value.top() + drop, inner - value.width() - 6, textHeight(small))), data_.unit, small, t.muted,
              Qt::AlignLeading | Qt::AlignTop);
    paintTargetStrip(painter, QRectF(left, value.bottom() + 2, inner, 20), data_.strip, t);
    paintText(painter, place(QRectF(left, value.bottom() + 26, inner, textHeight(small))), data_.note, small, t.muted);
}

} // namespace smartqueue::widgets
