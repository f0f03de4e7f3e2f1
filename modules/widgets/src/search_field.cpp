#include "smartqueue/widgets/search_field.h"

#include "smartqueue/widgets/action_button.h"
#include "smartqueue/widgets/paint.h"

#include <QKeyEvent>

namespace smartqueue::widgets {

SearchField::SearchField(const QString &name, QWidget *parent)
    : QLineEdit(parent)
    , clear_(new IconButton(Icon::close, tr("Clear"), this))
{
    setAccessibleName(name);
    setPlaceholderText(name);
    clear_->setFocusPolicy(Qt::NoFocus);
    clear_->setCursor(Qt::ArrowCursor);
    clear_->hide();
    connect(clear_, &QAbstractButton::clicked, this, &QLineEdit::clear);
    connect(this, &QLineEdit::textChanged, this, [this] { arrange(); });
    arrange();
}

void SearchField::setGlyph(Icon glyph)
{
    glyph_ = glyph;
    update();
}

void SearchField::setCountText(const QString &words)
{
    if (count_ == words)
        return;
    count_ = words;
    setAccessibleDescription(words);
    arrange();
}

void SearchField::setKeyCap(const QString &keys)
{
    keys_ = keys;
    arrange();
}

QSize SearchField::sizeHint() const
{
    return {scaled(280), QLineEdit::sizeHint().height()};
}

QSize SearchField::minimumSizeHint() const
{
    return {scaled(150), QLineEdit::minimumSizeHint().height()};
}

void SearchField::arrange()
{
    const bool filled = !text().isEmpty();
    clear_->setVisible(filled);
    const int lead = scaled(16) + 14;
    int trail = 4;
    if (filled) {
        trail += 28;
        if (!count_.isEmpty())
            trail += textWidth(textFont(TextSize::small), count_) + space::s;
    } else if (!keys_.isEmpty()) {
        trail += keyCapSize(keys_).width() + space::s;
    }
    const bool reversed = layoutDirection() == Qt::RightToLeft;
    setTextMargins(reversed ? trail : lead, 0, reversed ? lead : trail, 0);
    const int side = qMin(height() - 4, 28);
    const QRectF place(width() - side - 4, (height() - side) / 2.0, side, side);
    clear_->setGeometry(mirrored(place, rect(), layoutDirection()).toRect());
    update();
}

void SearchField::resizeEvent(QResizeEvent *event)
{
    QLineEdit::resizeEvent(event);
    arrange();
}

void SearchField::changeEvent(QEvent *event)
{
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LayoutDirectionChange)
        arrange();
    if (event->type() == QEvent::LanguageChange) {
        clear_->setAccessibleName(tr("Clear"));
        clear_->setToolTip(tr("Clear"));
    }
}

void SearchField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !text().isEmpty()) {
        clear();
        return;
    }
    if (event->key() == Qt::Key_Down) {
        Q_EMIT leaveDownRequested();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void SearchField::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    QPainter painter(this);
    const Tokens &t = tokens(this);
    const QRectF frame(rect());
    const int side = scaled(16);
    paintIcon(painter, mirrored(QRectF(11, frame.center().y() - side / 2.0, side, side), frame, layoutDirection()),
              glyph_, t.muted);
    if (text().isEmpty()) {
        if (!keys_.isEmpty()) {
            const QSize cap = keyCapSize(keys_);
            const QRectF box(frame.right() - space::s - cap.width(), frame.center().y() - cap.height() / 2.0,
                             cap.width(), cap.height());
            paintKeyCap(painter, mirrored(box, frame, layoutDirection()), keys_, t.muted, t.border);
        }
    } else if (!count_.isEmpty()) {
        const QFont font = textFont(TextSize::small);
        const qreal width = textWidth(font, count_) + 1;
        painter.setLayoutDirection(layoutDirection());
        paintText(painter, mirrored(QRectF(frame.right() - 36 - width, 0, width, frame.height()), frame, layoutDirection()),
                  count_, font, t.muted);
    }
}

} // namespace smartqueue::widgets
