#include "smartqueue/widgets/header_bar.h"
#include "smartqueue/widgets/paint.h"
#include "smartqueue/widgets/status_strip.h"
#include "smartqueue/widgets/text_label.h"

#include <QEvent>
#include <QHBoxLayout>
#include <algorithm>

namespace smartqueue::widgets {

namespace {

/// Gives way to everything beside it; its tool tip says the whole. A few letters say nothing, so they are left out.
class YieldingLabel : public TextLabel {
public:
    using TextLabel::TextLabel;
    QSize minimumSizeHint() const override { return {0, TextLabel::minimumSizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        if (width() < std::min(scaled(96), sizeHint().width()))
            return;
        QPainter painter(this);
        painter.setLayoutDirection(layoutDirection());
        paintText(painter, rect(), text(), font(), palette().color(QPalette::WindowText));
    }
};

} // namespace

/// Gives way last: as wide as its words, or as what the others leave it.
class HeaderTitle : public YieldingLabel {
public:
    using YieldingLabel::YieldingLabel;
    int leastWidth() const { return std::min(scaled(96), sizeHint().width()); }
    QSize minimumSizeHint() const override { return {std::clamp(room_, leastWidth(), sizeHint().width()), TextLabel::minimumSizeHint().height()}; }
    void setRoom(int room)
    {
        if (room == room_)
            return;
        room_ = room;
        updateGeometry();
    }

private:
    int room_ = 0;
};

CommandField::CommandField(const QString &text, const QString &keys, QWidget *parent)
    : QAbstractButton(parent)
    , keys_(keys)
{
    setText(text);
    setToolTip(text);
    setAccessibleName(text);
    setAccessibleDescription(keys);
    // A click opens the palette and leaves the focus where it is to return to.
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::IBeamCursor);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

QSize CommandField::sizeHint() const
{
    const QFont font = textFont(TextSize::body);
    const int wanted = textWidth(font, text()) + keyCapSize(keys_).width() + scaled(16) + 56;
    return {std::max(scaled(320), wanted), std::max(metric::control, textHeight(font) + 12)};
}

QSize CommandField::minimumSizeHint() const
{
    return {scaled(16) + 22, sizeHint().height()};
}

void CommandField::changeEvent(QEvent *event)
{
    QAbstractButton::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateGeometry();
}

void CommandField::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = tokens(this);
    const QRectF frame(rect());
    const Qt::LayoutDirection direction = layoutDirection();
    painter.setLayoutDirection(direction);
    paintBox(painter, frame, metric::controlRadius, underMouse() ? mixed(t.surface, t.text, 0.03) : t.surface, t.border);
    const int side = scaled(16);
    paintIcon(painter, mirrored(QRectF(11, frame.center().y() - side / 2.0, side, side), frame, direction), Icon::search,
              t.muted);
    const QSize cap = keyCapSize(keys_);
    const QRectF keys(frame.right() - space::s - cap.width(), frame.center().y() - cap.height() / 2.0, cap.width(),
                      cap.height());
    const qreal left = 11 + side + 8;
    if (keys.left() >= left)
        paintKeyCap(painter, mirrored(keys, frame, direction), keys_, t.muted, t.border);
    const QRectF words(left, 0, keys.left() - left - space::s, frame.height());
    // The glass and the keys say enough where the words have no room.
    if (textWidth(textFont(TextSize::body), text()) <= words.width() + 1)
        paintText(painter, mirrored(words, frame, direction), text(), textFont(TextSize::body), t.muted);
}

HeaderBar::HeaderBar(QWidget *parent)
    : QWidget(parent)
    , row_(new QHBoxLayout(this))
    , title_(new HeaderTitle({}, TextSize::title, QFont::Bold))
    , subtitle_(new YieldingLabel({}, TextSize::body, QFont::Normal, Ink::muted))
    , chip_(new FreshnessChip)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    row_->setContentsMargins(space::xl, 0, space::xl, 0);
    row_->setSpacing(space::m);
    row_->addWidget(title_);
    subtitle_->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    row_->addWidget(subtitle_);
    row_->addStretch(1);
    row_->addSpacing(space::xs);
    row_->addWidget(chip_);
}

void HeaderBar::setTitle(const QString &title, const QString &subtitle)
{
    title_->setText(title);
    title_->setToolTip(title);
    subtitle_->setText(subtitle);
    subtitle_->setToolTip(subtitle);
    subtitle_->setVisible(!subtitle.isEmpty());
}

void HeaderBar::setCommandField(CommandField *field)
{
    row_->insertWidget(3, field);
}

void HeaderBar::setMark(QWidget *mark)
{
    row_->insertWidget(row_->count() - 1, mark);
}

int HeaderBar::widthOfOthers() const
{
    return row_->minimumSize().width() - title_->minimumSizeHint().width();
}

void HeaderBar::fitTitle()
{
    title_->setRoom(width() - widthOfOthers());
}

QSize HeaderBar::minimumSizeHint() const
{
    return {widthOfOthers() + title_->leastWidth(), sizeHint().height()};
}

bool HeaderBar::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest)
        fitTitle();
    return QWidget::event(event);
}

void HeaderBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitTitle();
}

QSize HeaderBar::sizeHint() const
{
    return {QWidget::sizeHint().width(), std::max(56, textHeight(textFont(TextSize::title)) + 16)};
}

void HeaderBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(QRect(0, height() - 1, width(), 1), tokens(this).line);
}

StatusStrip::StatusStrip(QWidget *parent)
    : PaintedWidget(QAccessible::StatusBar, parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void StatusStrip::setItems(const QList<StatusItem> &items)
{
    if (items_ == items)
        return;
    items_ = items;
    describe();
}

void StatusStrip::setEndText(const QString &text)
{
    if (end_ == text)
        return;
    end_ = text;
    describe();
}

void StatusStrip::describe()
{
    QStringList words;
    for (const StatusItem &item : std::as_const(items_))
        words.append(item.text);
    words.append(end_);
    setAccessibleName(words.join(QStringLiteral(", ")));
    update();
}

QSize StatusStrip::sizeHint() const
{
    return {400, std::max(28, textHeight(textFont(TextSize::small)) + 10)};
}

void StatusStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = tokens(this);
    const QRectF frame(rect());
    const Qt::LayoutDirection direction = layoutDirection();
    painter.setLayoutDirection(direction);
    painter.fillRect(frame, t.dark ? t.surface : t.alternate);
    painter.fillRect(QRectF(0, 0, width(), 1), t.line);
    const QFont font = textFont(TextSize::small);
    const qreal endWidth = textWidth(font, end_) + 1;
    paintText(painter, mirrored(QRectF(frame.right() - 16 - endWidth, 0, endWidth, frame.height()), frame, direction), end_,
              font, t.muted);
    qreal x = 16;
    const int side = scaled(14);
    for (const StatusItem &item : items_) {
        const QFont words = item.strong ? textFont(TextSize::small, QFont::Bold) : font;
        const QColor ink = item.strong ? t.text : t.muted;
        const qreal width = textWidth(words, item.text) + 1;
        const qreal glyph = item.icon == Icon::none ? 0 : side + 6;
        if (x + glyph + width > frame.right() - endWidth - 32)
            break;
        if (item.icon != Icon::none)
            paintIcon(painter, mirrored(QRectF(x, frame.center().y() - side / 2.0, side, side), frame, direction),
                      item.icon, ink);
        x += glyph;
        paintText(painter, mirrored(QRectF(x, 0, width, frame.height()), frame, direction), item.text, words, ink);
        x += width + 24;
    }
}

} // namespace smartqueue::widgets
