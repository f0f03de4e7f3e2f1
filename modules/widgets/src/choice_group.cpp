#include "smartqueue/widgets/choice_group.h"

#include "smartqueue/widgets/console_style.h"
#include "smartqueue/widgets/paint.h"

#include <QAbstractButton>
#include <QKeyEvent>
#include <QLocale>
#include <algorithm>

namespace smartqueue::widgets {

/// One choice; its group owns it and lays it out.
class ChoiceButton : public QAbstractButton {
public:
    ChoiceButton(ChoiceGroup *group, int index)
        : QAbstractButton(group)
        , group_(group)
        , index_(index)
    {
        setCheckable(true);
        setAttribute(Qt::WA_Hover);
        setRingShape(this, group->shape() == ChoiceGroup::Shape::chips ? RingShape::pill : RingShape::control);
    }

    void describe(const Choice &choice)
    {
        choice_ = choice;
        setText(choice.text);
        const QString count = choice.count >= 0 ? QStringLiteral(" ") + QLocale().toString(choice.count) : QString();
        setAccessibleName(choice.text + count);
        setAccessibleDescription(choice.keys);
        update();
    }

    QSize sizeHint() const override
    {
        int width = textWidth(labelFont(), choice_.text);
        if (choice_.icon != Icon::none)
            width += scaled(16) + space::s;
        if (group_->shape() == ChoiceGroup::Shape::options)
            width += scaled(16) + space::s;
        if (choice_.count >= 0)
            width += space::s + textWidth(labelFont(), QLocale().toString(choice_.count));
        if (!choice_.keys.isEmpty())
            width += space::m + keyCapSize(choice_.keys).width();
        const bool chip = group_->shape() == ChoiceGroup::Shape::chips;
        const int height = std::max(chip ? metric::compactRow : metric::control, textHeight(labelFont()) + 10);
        const int padding = group_->shape() == ChoiceGroup::Shape::segments ? 28 : 24;
        return {width + padding, height};
    }

protected:
    bool hitButton(const QPoint &at) const override { return rect().contains(at); }

    void nextCheckState() override { group_->select(index_); }

    void keyPressEvent(QKeyEvent *event) override
    {
        const bool mirroredLayout = layoutDirection() == Qt::RightToLeft;
        switch (event->key()) {
        case Qt::Key_Right:
            group_->step(mirroredLayout ? -1 : 1);
            return;
        case Qt::Key_Left:
            group_->step(mirroredLayout ? 1 : -1);
            return;
        case Qt::Key_Down:
            group_->step(1);
            return;
        case Qt::Key_Up:
            group_->step(-1);
            return;
        case Qt::Key_Home:
            group_->step(-1000);
            return;
        case Qt::Key_End:
            group_->step(1000);
            return;
        default:
            QAbstractButton::keyPressEvent(event);
        }
    }

    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const Tokens &t = tokens(this);
        const bool on = isChecked();
        const bool segment = group_->shape() == ChoiceGroup::Shape::segments;
        const bool chip = group_->shape() == ChoiceGroup::Shape::chips;
        const qreal radius = chip ? height() / 2.0 : metric::controlRadius;
        QColor ink = on ? t.accent : t.text;
        if (!isEnabled())
            ink = t.muted;
        if (on)
            paintBox(painter, rect(), radius, t.accentSoft, isEnabled() ? t.accent : t.border, 1.5);
        else if (!segment)
            paintBox(painter, rect(), radius, underMouse() ? t.alternate : t.surface, chip ? t.line : t.border);
        else if (underMouse())
            paintBox(painter, QRectF(rect()).adjusted(2, 2, -2, -2), radius - 2, t.alternate, QColor());

        const Qt::LayoutDirection direction = layoutDirection();
        const QRectF frame(rect());
        qreal left = segment ? 14 : 12;
        const int side = scaled(16);
        const auto square = [&](qreal x) {
            return mirrored(QRectF(x, frame.center().y() - side / 2.0, side, side), frame, direction);
        };
        if (group_->shape() == ChoiceGroup::Shape::options) {
            const QRectF dot = square(left);
            paintBox(painter, dot, side / 2.0, t.surface, on ? t.accent : t.border, on ? 2.0 : 1.5);
            if (on)
                paintBox(painter, dot.adjusted(4, 4, -4, -4), side, t.accent, QColor());
            left += side + space::s;
        }
        if (choice_.icon != Icon::none) {
            paintIcon(painter, square(left), choice_.icon, ink);
            left += side + space::s;
        }
        painter.setLayoutDirection(direction);
        // Bold is reserved for the chosen one; the room is that of the bold text everywhere.
        QFont font = labelFont();
        if (!on)
            font.setWeight(QFont::Normal);
        const qreal words = textWidth(labelFont(), choice_.text);
        paintText(painter, mirrored(QRectF(left, 0, words + 1, frame.height()), frame, direction), choice_.text, font,
                  ink);
        left += words + space::s;
        if (choice_.count >= 0) {
            const QString count = QLocale().toString(choice_.count);
            const qreal width = textWidth(labelFont(), count) + 1;
            paintText(painter, mirrored(QRectF(left, 0, width, frame.height()), frame, direction), count, labelFont(),
                      ink);
        }
        if (!choice_.keys.isEmpty()) {
            const QSize cap = keyCapSize(choice_.keys);
            const QRectF box(frame.right() - 10 - cap.width(), frame.center().y() - cap.height() / 2.0, cap.width(),
                             cap.height());
            paintKeyCap(painter, mirrored(box, frame, direction), choice_.keys, on ? t.accent : t.muted,
                        on ? t.accent : t.border);
        }
    }

private:
    QFont labelFont() const
    {
        return textFont(group_->shape() == ChoiceGroup::Shape::chips ? TextSize::small : TextSize::body, QFont::Bold);
    }

    ChoiceGroup *group_;
    int index_;
    Choice choice_;
};

ChoiceGroup::ChoiceGroup(Shape shape, const QString &accessibleName, QWidget *parent)
    : QWidget(parent)
    , shape_(shape)
{
    setAccessibleName(accessibleName);
    const bool wraps = shape != Shape::segments;
    // A second row needs its height, which a fixed policy would cut to the first.
    QSizePolicy policy(wraps ? QSizePolicy::Preferred : QSizePolicy::Fixed, wraps ? QSizePolicy::Minimum : QSizePolicy::Fixed);
    policy.setHeightForWidth(wraps);
    setSizePolicy(policy);
}

void ChoiceGroup::setChoices(const QList<Choice> &choices)
{
    if (choices_ == choices)
        return;
    choices_ = choices;
    while (buttons_.size() > choices.size())
        delete buttons_.takeLast();
    while (buttons_.size() < choices.size()) {
        auto *button = new ChoiceButton(this, int(buttons_.size()));
        button->show();
        buttons_.append(button);
    }
    for (qsizetype i = 0; i < choices.size(); ++i)
        buttons_[i]->describe(choices[i]);
    const bool known = std::any_of(choices.begin(), choices.end(), [this](const Choice &c) { return c.id == current_; });
    if (!known && !choices.isEmpty())
        current_ = choices.first().id;
    refresh();
    updateGeometry();
    arrange(width(), true);
}

void ChoiceGroup::setCurrentId(const QString &id)
{
    if (current_ == id)
        return;
    current_ = id;
    refresh();
    Q_EMIT currentChanged(id);
}

void ChoiceGroup::select(int index)
{
    if (index >= 0 && index < choices_.size())
        setCurrentId(choices_[index].id);
    refresh();
}

void ChoiceGroup::step(int by)
{
    if (choices_.isEmpty())
        return;
    qsizetype at = 0;
    for (qsizetype i = 0; i < choices_.size(); ++i)
        if (choices_[i].id == current_)
            at = i;
    at = std::clamp<qsizetype>(at + by, 0, choices_.size() - 1);
    select(int(at));
    buttons_[at]->setFocus(Qt::TabFocusReason);
}

void ChoiceGroup::refresh()
{
    bool any = false;
    for (qsizetype i = 0; i < choices_.size(); ++i) {
        const bool on = choices_[i].id == current_;
        any = any || on;
        buttons_[i]->setChecked(on);
        buttons_[i]->setFocusPolicy(on ? Qt::StrongFocus : Qt::ClickFocus);
    }
    if (!any && !buttons_.isEmpty())
        buttons_.first()->setFocusPolicy(Qt::StrongFocus);
    update();
}

int ChoiceGroup::arrange(int width, bool move) const
{
    const int gap = shape_ == Shape::segments ? 0 : (shape_ == Shape::chips ? space::xs : space::s);
    int x = 0;
    int y = 0;
    int rowHeight = 0;
    for (ChoiceButton *button : buttons_) {
        const QSize size = button->sizeHint();
        if (x > 0 && shape_ != Shape::segments && x + size.width() > width) {
            x = 0;
            y += rowHeight + space::s;
        }
        if (move) {
            const QRect place(x, y, size.width(), size.height());
            button->setGeometry(mirrored(place, QRectF(0, 0, this->width(), height()), layoutDirection()).toRect());
        }
        x += size.width() + gap;
        rowHeight = std::max(rowHeight, size.height());
    }
    return y + rowHeight;
}

QSize ChoiceGroup::sizeHint() const
{
    const int gap = shape_ == Shape::segments ? 0 : (shape_ == Shape::chips ? space::xs : space::s);
    int width = 0;
    int height = 0;
    for (const ChoiceButton *button : buttons_) {
        width += button->sizeHint().width() + (width ? gap : 0);
        height = std::max(height, button->sizeHint().height());
    }
    return {width, height};
}

QSize ChoiceGroup::minimumSizeHint() const
{
    if (shape_ == Shape::segments)
        return sizeHint();
    int width = 0;
    int height = 0;
    for (const ChoiceButton *button : buttons_) {
        width = std::max(width, button->sizeHint().width());
        height = std::max(height, button->sizeHint().height());
    }
    return {width, height};
}

int ChoiceGroup::heightForWidth(int width) const
{
    return arrange(width, false);
}

void ChoiceGroup::resizeEvent(QResizeEvent *)
{
    arrange(width(), true);
}

void ChoiceGroup::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    switch (event->type()) {
    case QEvent::FontChange:
    case QEvent::LayoutDirectionChange:
        updateGeometry();
        arrange(width(), true);
        break;
    default:
        break;
    }
}

void ChoiceGroup::paintEvent(QPaintEvent *)
{
    if (shape_ != Shape::segments)
        return;
    QPainter painter(this);
    const Tokens &t = tokens(this);
    const int width = sizeHint().width();
    const QRectF whole = mirrored(QRectF(0, 0, width, height()), rect(), layoutDirection());
    paintBox(painter, whole, metric::controlRadius, t.surface, t.border);
    // A hairline between two segments that are both off.
    for (qsizetype i = 1; i < buttons_.size(); ++i) {
        if (buttons_[i]->isChecked() || buttons_[i - 1]->isChecked())
            continue;
        const int x = layoutDirection() == Qt::RightToLeft ? buttons_[i]->geometry().right() + 1 : buttons_[i]->x();
        painter.fillRect(QRectF(x, 8, 1, height() - 16), t.line);
    }
}

} // namespace smartqueue::widgets
