#include "smartqueue/widgets/kpi_strip.h"

#include "smartqueue/widgets/card.h"
#include "smartqueue/widgets/paint.h"

#include <QEvent>
#include <algorithm>

namespace smartqueue::widgets {

KpiTile::KpiTile(QWidget *parent)
    : PaintedWidget(QAccessible::StaticText, parent)
{
}

void KpiTile::setKpi(const Kpi &kpi)
{
    if (kpi_ == kpi)
        return;
    kpi_ = kpi;
    setAccessibleName(QStringLiteral("%1: %2. %3").arg(kpi.label, kpi.value, kpi.subtext));
    updateGeometry();
    update();
}

QSize KpiTile::minimumSizeHint() const
{
    const QFont small = textFont(TextSize::small);
    const int width = std::max({textWidth(small, kpi_.label), textWidth(textFont(TextSize::title, QFont::Bold), kpi_.value),
                                textWidth(small, kpi_.subtext)});
    return {width + 2 * space::l, textHeight(small) * 2 + textHeight(textFont(TextSize::title, QFont::Bold)) + 22};
}

QSize KpiTile::sizeHint() const
{
    return minimumSizeHint().expandedTo(QSize(scaled(150), 0));
}

void KpiTile::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = tokens(this);
    const bool calls = kpi_.tone == Tone::warning || kpi_.tone == Tone::critical;
    paintCard(painter, rect(), t, calls ? std::optional(kpi_.tone) : std::nullopt, layoutDirection());
    painter.setLayoutDirection(layoutDirection());
    const QFont small = textFont(TextSize::small);
    const QFont large = textFont(TextSize::title, QFont::Bold);
    const qreal content = textHeight(small) * 2 + textHeight(large) + 2;
    QRectF line(space::l, (height() - content) / 2, width() - 2 * space::l, textHeight(small));
    paintText(painter, line, kpi_.label, small, t.muted);
    line = QRectF(line.left(), line.bottom() + 1, line.width(), textHeight(large));
    paintText(painter, line, kpi_.value, large, calls ? toneColours(t, kpi_.tone).text : t.text);
    line = QRectF(line.left(), line.bottom() + 1, line.width(), textHeight(small));
    paintText(painter, line, kpi_.subtext, small, t.muted);
}

KpiStrip::KpiStrip(QWidget *parent)
    : QWidget(parent)
{
    // Its height follows from its width: a fixed one would stay at a single row.
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void KpiStrip::setKpis(const QList<Kpi> &kpis)
{
    while (tiles_.size() > kpis.size())
        delete tiles_.takeLast();
    while (tiles_.size() < kpis.size()) {
        tiles_.append(new KpiTile(this));
        tiles_.last()->show();
    }
    for (qsizetype i = 0; i < kpis.size(); ++i)
        tiles_[i]->setKpi(kpis[i]);
    updateGeometry();
    arrange(width(), true);
}

int KpiStrip::arrange(int width, bool move) const
{
    if (tiles_.isEmpty())
        return 0;
    QSize least;
    for (const KpiTile *tile : tiles_)
        least = least.expandedTo(tile->minimumSizeHint());
    const int gap = space::l;
    const int fitting = std::max(1, (width + gap) / (least.width() + gap));
    const int count = int(tiles_.size());
    const int rows = (count + fitting - 1) / fitting;
    const int columns = (count + rows - 1) / rows;
    const double each = double(width - gap * (columns - 1)) / columns;
    if (move) {
        for (int i = 0; i < count; ++i) {
            const QRectF place((i % columns) * (each + gap), (i / columns) * (least.height() + gap), each, least.height());
            tiles_[i]->setGeometry(mirrored(place, rect(), layoutDirection()).toRect());
        }
    }
    return rows * (least.height() + gap) - gap;
}

QSize KpiStrip::sizeHint() const
{
    int width = 0;
    for (const KpiTile *tile : tiles_)
        width += tile->sizeHint().width() + space::l;
    return {width, tiles_.isEmpty() ? 0 : tiles_.first()->sizeHint().height()};
}

QSize KpiStrip::minimumSizeHint() const
{
    QSize least;
    for (const KpiTile *tile : tiles_)
        least = least.expandedTo(tile->minimumSizeHint());
    return least;
}

int KpiStrip::heightForWidth(int width) const
{
    return arrange(width, false);
}

void KpiStrip::resizeEvent(QResizeEvent *)
{
    arrange(width(), true);
}

void KpiStrip::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LayoutDirectionChange) {
        updateGeometry();
        arrange(width(), true);
    }
}

} // namespace smartqueue::widgets
