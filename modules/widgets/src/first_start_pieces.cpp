#include "smartqueue/widgets/action_button.h"
#include "smartqueue/widgets/card.h"
#include "smartqueue/widgets/choice_card.h"
#include "smartqueue/widgets/console_style.h"
#include "smartqueue/widgets/paint.h"
#include "smartqueue/widgets/step_list.h"

#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainterPath>
#include <algorithm>

namespace smartqueue::widgets {

StepList::StepList(const QString &heading, QWidget *parent)
    : PaintedWidget(QAccessible::List, parent)
    , heading_(heading)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

int StepList::pitch() const
{
    return std::max(48, textHeight(textFont(TextSize::body)) + 26);
}

int StepList::top() const
{
    return heading_.isEmpty() ? 0 : textHeight(textFont(TextSize::small)) + space::l;
}

void StepList::setSteps(const QStringList &steps, int current)
{
    steps_ = steps;
    current_ = current;
    const QString now = current >= 0 && current < steps.size() ? steps[current] : QString();
    setAccessibleName(tr("%1: step %2 of %3, %4").arg(heading_).arg(current + 1).arg(steps.size()).arg(now));
    updateGeometry();
    update();
}

QSize StepList::sizeHint() const
{
    int width = 0;
    for (const QString &step : steps_)
        width = std::max(width, textWidth(textFont(TextSize::body, QFont::Bold), step));
    // As painted: 12 to the dot, 10 behind it, 4 to the edge.
    return {width + 12 + scaled(24) + 10 + 4, top() + pitch() * int(steps_.size())};
}

void StepList::mouseReleaseEvent(QMouseEvent *event)
{
    const int index = (int(event->position().y()) - top()) / pitch();
    if (index >= 0 && index <= current_ && index < steps_.size() && event->position().y() >= top())
        Q_EMIT stepRequested(index);
}

void StepList::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = tokens(this);
    const QRectF frame(rect());
    const Qt::LayoutDirection direction = layoutDirection();
    painter.setLayoutDirection(direction);
    const auto place = [&](const QRectF &box) { return mirrored(box, frame, direction); };
    paintText(painter, place(QRectF(12, 0, width() - 12, textHeight(textFont(TextSize::small)))), heading_,
              textFont(TextSize::small, QFont::Bold), t.muted);
    const qreal side = scaled(24);
    for (int i = 0; i < steps_.size(); ++i) {
        const QRectF row(0, top() + i * pitch() + 4, width(), pitch() - 8);
        const QRectF dot(12, row.center().y() - side / 2, side, side);
        const bool done = i < current_;
        const bool now = i == current_;
        if (now)
            paintBox(painter, row, metric::controlRadius, t.accentSoft, QColor());
        if (i + 1 < steps_.size()) {
            const QRectF link(dot.center().x() - 1, dot.bottom(), 2, pitch() - side);
            painter.fillRect(place(link), done ? t.accent : t.line);
        }
        const QRectF spot = place(dot);
        paintBox(painter, spot, side / 2, done ? t.accent : t.surface, done ? QColor() : (now ? t.accent : t.border),
                 now ? 2.0 : 1.25);
        if (done)
            paintIcon(painter, spot.adjusted(4, 4, -4, -4), Icon::check, t.onAccent);
        else
            paintText(painter, spot, QLocale().toString(i + 1), textFont(TextSize::small, QFont::Bold),
                      now ? t.accent : t.muted, Qt::AlignCenter);
        const qreal left = dot.right() + 10;
        paintText(painter, place(QRectF(left, row.top(), width() - left - 4, row.height())), steps_[i],
                  textFont(TextSize::body, now ? QFont::Bold : QFont::Normal), now ? t.accent : (done ? t.text : t.muted));
    }
}

ChoiceCard::ChoiceCard(const ChoiceCardData &facts, QWidget *parent)
    : PaintedWidget(QAccessible::Button, parent)
    , data_(facts)
    , button_(new ActionButton(facts.button, facts.primary ? ButtonKind::primary : ButtonKind::secondary, this))
{
    setFocusPolicy(Qt::StrongFocus);
    setRingShape(this, RingShape::card);
    setAccessibleName(facts.title + QStringLiteral(", ") + facts.duration);
    setAccessibleDescription(facts.text);
    // On a large screen a higher card would be a hole between its text and its facts.
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
    button_->setTall(true);
    connect(button_, &QAbstractButton::clicked, this, &ChoiceCard::chosen);
}

void ChoiceCard::press()
{
    Q_EMIT chosen();
}

int ChoiceCard::headHeight() const
{
    return scaled(113);
}

int ChoiceCard::factsHeight(int width) const
{
    int height = 0;
    for (const QString &fact : data_.facts)
        height += int(wrappedHeight(fact, textFont(TextSize::body), width - 48 - scaled(16) - 10, 2)) + 8;
    return height;
}

QList<const ChoiceCard *> ChoiceCard::cards() const
{
    if (!parentWidget())
        return {this};
    return parentWidget()->findChildren<const ChoiceCard *>(QString(), Qt::FindDirectChildrenOnly);
}

int ChoiceCard::commonFactsHeight(int width) const
{
    int height = 0;
    for (const ChoiceCard *card : cards())
        height = std::max(height, card->factsHeight(width));
    return height;
}

int ChoiceCard::factsTop() const
{
    return button_->y() - 20 - commonFactsHeight(width());
}

int ChoiceCard::leastWidth() const
{
    const QFont body = textFont(TextSize::body);
    int words = textWidth(textFont(TextSize::title, QFont::Bold), data_.title);
    for (const QString &fact : data_.facts)
        words = std::max(words, textWidth(body, fact) + scaled(16) + 12);
    return std::max({scaled(250), std::min(words, 270) + 50, button_->sizeHint().width() + 48});
}

QSize ChoiceCard::minimumSizeHint() const
{
    const int width = leastWidth();
    const int title = int(wrappedHeight(data_.title, textFont(TextSize::title, QFont::Bold), width - 48, 2));
    const int text = int(wrappedHeight(data_.text, textFont(TextSize::body), width - 48, 6));
    // Beside each other they are as wide as the widest.
    int common = width;
    for (const ChoiceCard *card : cards())
        common = std::max(common, card->leastWidth());
    return {width, headHeight() + 20 + title + 8 + text + 20 + commonFactsHeight(common) + 20 + button_->sizeHint().height() + 16};
}

QSize ChoiceCard::sizeHint() const
{
    return minimumSizeHint().expandedTo(QSize(scaled(328), scaled(448)));
}

void ChoiceCard::resizeEvent(QResizeEvent *)
{
    const int high = button_->sizeHint().height();
    button_->setGeometry(24, height() - high - 16, width() - 48, high);
}

void ChoiceCard::keyPressEvent(QKeyEvent *event)
{
    const bool reversed = layoutDirection() == Qt::RightToLeft;
    if (event->key() == Qt::Key_Right || event->key() == Qt::Key_Left) {
        const bool forward = (event->key() == Qt::Key_Right) != reversed;
        const auto cards = parentWidget() ? parentWidget()->findChildren<ChoiceCard *>(QString(), Qt::FindDirectChildrenOnly)
                                          : QList<ChoiceCard *>();
        const qsizetype to = cards.indexOf(this) + (forward ? 1 : -1);
        if (to >= 0 && to < cards.size())
            cards[to]->setFocus(Qt::TabFocusReason);
        return;
    }
    PaintedWidget::keyPressEvent(event);
}

void ChoiceCard::paintPicture(QPainter &painter, const QRectF &box) const
{
    const Tokens &t = tokens(this);
    const QColor pale = mixed(t.alternate, t.accent, 0.5);
    switch (data_.picture) {
    case ChoicePicture::demo: {
        const QList<double> day{3, 4, 3.5, 5, 4.5, 7, 6, 10, 12, 14, 12, 8, 6, 5, 5.5, 4, 3};
        QPolygonF line;
        for (qsizetype i = 0; i < day.size(); ++i)
            line << QPointF(box.left() + box.width() * double(i) / double(day.size() - 1), box.bottom() - day[i] / 15 * box.height());
        QPolygonF ground = line;
        ground << box.bottomRight() << box.bottomLeft();
        QColor soft = t.accent;
        soft.setAlphaF(0.18F);
        painter.setPen(Qt::NoPen);
        painter.setBrush(soft);
        painter.drawPolygon(ground);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(pale, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPolyline(line);
        QPen dashed(t.border, 1.5);
        dashed.setDashPattern({2, 2});
        painter.setPen(dashed);
        painter.drawLine(QPointF(box.left(), box.center().y()), QPointF(box.right(), box.center().y()));
        break;
    }
    case ChoicePicture::newBranch: {
        const qreal side = std::min((box.width() - 24) / 4, 42.0);
        for (int i = 0; i < 4; ++i) {
            const QRectF cell(box.right() - (4 - i) * (side + 8) + 8, box.bottom() - 32, side, 32);
            paintBox(painter, cell, 5, i < 3 ? t.surface : QColor(), i < 3 ? pale : t.border, 1.25);
            if (i < 3)
                paintText(painter, cell, QLocale().toString(i + 1), textFont(TextSize::small, QFont::Bold), t.text, Qt::AlignCenter);
            else
                paintIcon(painter, QRectF(cell.center().x() - 9, cell.center().y() - 9, 18, 18), Icon::plus, t.text);
        }
        break;
    }
    case ChoicePicture::importHistory: {
        const qreal third = box.width() * 0.34;
        for (int row = 0; row < 3; ++row)
            for (int column = 0; column < 3; ++column)
                paintBox(painter, QRectF(box.left() + column * third / 3, box.bottom() - 30 + row * 11, third / 3 - 4, 6), 2,
                         row == 0 ? t.border : mixed(t.line, t.border, 0.35), QColor());
        paintIcon(painter, QRectF(box.left() + third + box.width() * 0.07, box.bottom() - 24, 18, 18),
                  layoutDirection() == Qt::RightToLeft ? Icon::arrowLeft : Icon::arrowRight, t.text);
        const double bars[] = {10, 16, 24, 30, 22, 14, 18, 12};
        const qreal start = box.right() - third * 1.2;
        for (int i = 0; i < 8; ++i)
            paintBox(painter, QRectF(start + i * third * 1.2 / 8, box.bottom() - bars[i], third * 1.2 / 8 - 3, bars[i]), 2,
                     i == 3 ? t.accent : pale, QColor());
        break;
    }
    }
}

void ChoiceCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens &t = tokens(this);
    const QRectF frame(rect());
    const Qt::LayoutDirection direction = layoutDirection();
    painter.setLayoutDirection(direction);
    const auto place = [&](const QRectF &box) { return mirrored(box, frame, direction); };
    paintBox(painter, frame, metric::cardRadius, t.surface, QColor());
    QPainterPath outline;
    outline.addRoundedRect(frame, metric::cardRadius, metric::cardRadius);
    painter.save();
    painter.setClipPath(outline);
    painter.fillRect(QRectF(0, 0, width(), headHeight()), t.alternate);
    painter.fillRect(QRectF(0, headHeight() - 1, width(), 1), t.line);
    painter.restore();
    paintBox(painter, frame, metric::cardRadius, QColor(), t.line);

    const qreal tile = scaled(64);
    const QRectF mark = place(QRectF(24, (headHeight() - tile) / 2.0, tile, tile));
    paintBox(painter, mark, 14, data_.primary ? t.accent : t.accentSoft, QColor());
    const Icon icon = data_.picture == ChoicePicture::demo         ? Icon::demo
                      : data_.picture == ChoicePicture::newBranch ? Icon::building
                                                                  : Icon::download;
    paintIcon(painter, mark.adjusted(tile / 4, tile / 4, -tile / 4, -tile / 4), icon, data_.primary ? t.onAccent : t.accent);
    const PillLook pill{Icon::clock, data_.duration, Tone::neutral, PillStyle::outlined};
    const QSize pillBox = pillSize(pill);
    const QRectF pillPlace = place(QRectF(width() - 24 - pillBox.width(), 20, pillBox.width(), pillBox.height()));
    paintBox(painter, pillPlace, pillPlace.height() / 2, t.surface, QColor());
    paintPill(painter, pillPlace, pill, t, direction);
    const qreal pictureLeft = 24 + tile + 24;
    paintPicture(painter, place(QRectF(pictureLeft, headHeight() - 47, width() - 26 - pictureLeft, 32)));

    const qreal inner = width() - 48;
    qreal y = headHeight() + 20;
    const QFont title = textFont(TextSize::title, QFont::Bold);
    y += paintWrapped(painter, place(QRectF(24, y, inner, 80)), data_.title, title, t.text, 2, direction) + 8;
    const QFont body = textFont(TextSize::body);
    paintWrapped(painter, place(QRectF(24, y, inner, 200)), data_.text, body, t.text, 6, direction);
    qreal factTop = factsTop();
    for (const QString &words : data_.facts) {
        const qreal side = scaled(16);
        paintIcon(painter, place(QRectF(24, factTop + (textHeight(body) - side) / 2, side, side)), Icon::check, t.muted);
        factTop += paintWrapped(painter, place(QRectF(24 + side + 10, factTop, inner - side - 10, 80)), words, body, t.muted, 2,
                                direction)
                   + 8;
    }
}

} // namespace smartqueue::widgets
