#include "smartqueue/widgets/action_button.h"

#include "smartqueue/widgets/paint.h"

#include <QEvent>
#include <algorithm>

namespace smartqueue::widgets {

namespace {

QString plain(const QString &text)
{
    QString words = text;
    words.replace(QStringLiteral("&&"), QStringLiteral("\x01"));
    words.remove(QLatin1Char('&'));
    return words.replace(QLatin1Char('\x01'), QLatin1Char('&'));
}

} // namespace

ActionButton::ActionButton(const QString &text, ButtonKind kind, QWidget *parent)
    : QPushButton(text, parent)
    , kind_(kind)
{
    setAutoDefault(false);
    setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Fixed);
    setAttribute(Qt::WA_Hover);
}

ActionButton::ActionButton(Icon glyph, const QString &text, ButtonKind kind, QWidget *parent)
    : ActionButton(text, kind, parent)
{
    glyph_ = glyph;
}

void ActionButton::setKind(ButtonKind kind)
{
    kind_ = kind;
    updateGeometry();
    update();
}

void ActionButton::setGlyph(Icon glyph)
{
    glyph_ = glyph;
    updateGeometry();
    update();
}

void ActionButton::setKeyCap(const QString &keys)
{
    keys_ = keys;
    setAccessibleDescription(keys);
    updateGeometry();
    update();
}

void ActionButton::setTall(bool tall)
{
    tall_ = tall;
    updateGeometry();
}

void ActionButton::setCompact(bool compact)
{
    if (compact_ == compact)
        return;
    compact_ = compact;
    updateGeometry();
}

QFont ActionButton::labelFont() const
{
    const bool bold = kind_ == ButtonKind::primary || (isCheckable() && isChecked());
    return textFont(TextSize::body, bold ? QFont::Bold : QFont::Normal);
}

int ActionButton::contentWidth() const
{
    int width = 0;
    if (glyph_ != Icon::none)
        width += scaled(16);
    if (!text().isEmpty()) {
        // Checkable buttons reserve the bold width so that they do not jump.
        const QFont font = isCheckable() ? textFont(TextSize::body, QFont::Bold) : labelFont();
        width += textWidth(font, plain(text())) + (width ? space::s : 0);
    }
    if (!keys_.isEmpty())
        width += keyCapSize(keys_).width() + space::s;
    return width;
}

QSize ActionButton::sizeHint() const
{
    const int height = std::max(tall_ ? metric::primaryControl : metric::control, textHeight(labelFont()) + 12);
    if (text().isEmpty())
        return {height, height};
    const int padding = kind_ == ButtonKind::link ? 8 : (kind_ == ButtonKind::quiet ? 16 : 32 - (compact_ ? compactSaving : 0));
    return {contentWidth() + padding, kind_ == ButtonKind::link ? std::max(height - 6, metric::minimumTarget) : height};
}

void ActionButton::changeEvent(QEvent *event)
{
    QPushButton::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        updateGeometry();
        update();
    }
}

void ActionButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = tokens(this);
    const bool enabled = isEnabled();
    const bool over = enabled && underMouse();
    QColor fill;
    QColor edge;
    QColor ink = t.text;
    switch (kind_) {
    case ButtonKind::primary:
        fill = t.accent;
        ink = t.onAccent;
        break;
    case ButtonKind::secondary:
        fill = t.surface;
        edge = t.border;
        break;
    case ButtonKind::danger:
        fill = t.surface;
        edge = t.critical.text;
        ink = t.critical.text;
        break;
    case ButtonKind::quiet:
        break;
    case ButtonKind::link:
        ink = t.accent;
        break;
    }
    if (isCheckable() && isChecked() && kind_ != ButtonKind::primary) {
        fill = t.accentSoft;
        edge = t.accent;
        ink = t.accent;
    }
    if (!enabled) {
        if (fill.isValid()) {
            fill = t.alternate;
            edge = t.line;
        }
        ink = t.muted;
    } else if (isDown()) {
        fill = mixed(fill.isValid() ? fill : t.alternate, t.text, 0.14);
    } else if (over) {
        if (fill.isValid())
            fill = mixed(fill, kind_ == ButtonKind::primary ? t.onAccent : t.text, 0.08);
        else if (kind_ == ButtonKind::quiet)
            fill = t.alternate;
    }
    if (fill.isValid())
        paintBox(painter, rect(), metric::controlRadius, fill, edge);

    const Qt::LayoutDirection direction = layoutDirection();
    const QRectF frame(rect());
    const bool link = kind_ == ButtonKind::link;
    const qreal content = contentWidth();
    qreal left = link ? frame.right() - content - 4 : frame.left() + (frame.width() - content) / 2.0;
    left = std::max(left, frame.left() + 2);
    if (glyph_ != Icon::none) {
        const int side = scaled(16);
        const QRectF box(left, frame.center().y() - side / 2.0, side, side);
        paintIcon(painter, mirrored(box, frame, direction), glyph_, ink);
        left += side + space::s;
    }
    qreal right = left + content;
    if (!keys_.isEmpty()) {
        const QSize cap = keyCapSize(keys_);
        right = frame.left() + (frame.width() + content) / 2.0;
        const QRectF box(right - cap.width(), frame.center().y() - cap.height() / 2.0, cap.width(), cap.height());
        paintKeyCap(painter, mirrored(box, frame, direction), keys_, kind_ == ButtonKind::primary && enabled ? ink : t.muted,
                    kind_ == ButtonKind::primary && enabled ? mixed(t.accent, t.onAccent, 0.6)
                                                            : (enabled ? t.border : t.line));
        right -= cap.width() + space::s;
    }
    if (!text().isEmpty()) {
        QFont font = labelFont();
        if (link && over)
            font.setUnderline(true);
        painter.setLayoutDirection(direction);
        const qreal width = textWidth(isCheckable() ? textFont(TextSize::body, QFont::Bold) : font, plain(text()));
        paintText(painter, mirrored(QRectF(left, frame.top(), width + 1, frame.height()), frame, direction),
                  plain(text()), font, ink);
    }
}

PrimaryButton::PrimaryButton(const QString &text, QWidget *parent)
    : ActionButton(text, ButtonKind::primary, parent)
{
    setTall(true);
}

LinkButton::LinkButton(const QString &text, QWidget *parent)
    : ActionButton(text, ButtonKind::link, parent)
{
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

IconButton::IconButton(Icon glyph, const QString &name, QWidget *parent)
    : ActionButton(glyph, QString(), ButtonKind::quiet, parent)
{
    setAccessibleName(name);
    setToolTip(name);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

} // namespace smartqueue::widgets
