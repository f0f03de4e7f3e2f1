#include "smartqueue/widgets/change_strip.h"

#include "smartqueue/widgets/flow_row.h"
#include "smartqueue/widgets/icons.h"
#include "smartqueue/widgets/paint.h"

#include <algorithm>

namespace smartqueue::widgets {

namespace {

const QString arrow = QStringLiteral("→");

QFont large(QFont::Weight weight)
{
    return textFont(TextSize::title, weight);
}

Icon iconOf(Tone tone)
{
    return tone == Tone::good ? Icon::checkCircle : tone == Tone::warning ? Icon::warningTriangle : Icon::none;
}

int iconSide()
{
    return scaled(14);
}

} // namespace

ChangeTile::ChangeTile(QWidget *parent) : PaintedWidget(QAccessible::StaticText, parent)
{
    setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Fixed);
}

void ChangeTile::setFigure(const ChangeFigure &figure)
{
    if (figure_ == figure)
        return;
    figure_ = figure;
    QStringList values{figure.after};
    if (!figure.before.isEmpty())
        values = QStringList{figure.before, arrow, figure.after};
    if (!figure.unit.isEmpty())
        values.append(figure.unit);
    setAccessibleName(QStringLiteral("%1: %2, %3").arg(figure.label, values.join(QLatin1Char(' ')), figure.note));
    updateGeometry();
    update();
}

void ChangeTile::setOld(bool old)
{
    if (old_ == old)
        return;
    old_ = old;
    update();
}

QSize ChangeTile::minimumSizeHint() const
{
    const QFont small = textFont(TextSize::small);
    int values = textWidth(large(QFont::Bold), figure_.after);
    if (!figure_.before.isEmpty())
        values += textWidth(large(QFont::Normal), figure_.before) + textWidth(textFont(TextSize::heading), arrow) + 2 * space::s;
    if (!figure_.unit.isEmpty())
        values += space::s + textWidth(textFont(TextSize::body), figure_.unit);
    const int note = textWidth(small, figure_.note) + (iconOf(figure_.tone) == Icon::none ? 0 : iconSide() + space::xs);
    const int wide = std::max({textWidth(small, figure_.label), values, note}) + 2;
    return {wide, 2 * textHeight(small) + textHeight(large(QFont::Bold)) + 2};
}

void ChangeTile::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    const Tokens &t = tokens(this);
    const QFont small = textFont(TextSize::small);
    const QColor ink = old_ ? t.muted : t.text;
    qreal x = 0;
    qreal y = 0;
    qreal high = textHeight(small);
    const auto put = [&](const QString &text, const QFont &font, const QColor &colour, qreal gap) {
        const qreal wide = textWidth(font, text) + 1;
        paintText(painter, mirrored(QRectF(x, y, wide, high), rect(), layoutDirection()), text, font, colour);
        x += wide + gap;
    };
    put(figure_.label, small, t.muted, 0);
    x = 0;
    y += high + 1;
    high = textHeight(large(QFont::Bold));
    if (!figure_.before.isEmpty()) {
        put(figure_.before, large(QFont::Normal), t.muted, space::s - 1);
        put(arrow, textFont(TextSize::heading), t.muted, space::s - 1);
    }
    put(figure_.after, large(QFont::Bold), ink, space::s - 1);
    put(figure_.unit, textFont(TextSize::body), t.muted, 0);
    x = 0;
    y += high + 1;
    high = textHeight(small);
    const Icon icon = iconOf(figure_.tone);
    const QColor colour = old_ || icon == Icon::none ? t.muted : toneColours(t, figure_.tone).text;
    if (icon != Icon::none) {
        paintIcon(painter, mirrored(QRectF(0, y + (high - iconSide()) / 2, iconSide(), iconSide()), rect(), layoutDirection()), icon, colour);
        x = iconSide() + space::xs;
    }
    put(figure_.note, small, colour, 0);
}

ChangeStrip::ChangeStrip(QWidget *parent) : QWidget(parent)
{
    auto *row = new FlowRow(this);
    row->setSpacing(space::l + space::xs);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void ChangeStrip::setFigures(const QList<ChangeFigure> &figures)
{
    while (tiles_.size() > figures.size())
        delete tiles_.takeLast();
    while (tiles_.size() < figures.size()) {
        tiles_.append(new ChangeTile(this));
        layout()->addWidget(tiles_.last());
    }
    for (qsizetype i = 0; i < figures.size(); ++i)
        tiles_[i]->setFigure(figures[i]);
    layout()->invalidate();
}

void ChangeStrip::setOld(bool old)
{
    for (ChangeTile *tile : std::as_const(tiles_))
        tile->setOld(old);
}

} // namespace smartqueue::widgets
