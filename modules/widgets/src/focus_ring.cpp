#include "focus_ring.h"

#include "smartqueue/widgets/console_style.h"
#include "smartqueue/widgets/paint.h"

#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QFocusEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPainter>
#include <QTabBar>
#include <QTextEdit>

namespace smartqueue::widgets {

namespace {

constexpr int reach = 4;
const char shapeProperty[] = "sqRingShape";

class Frame : public QWidget {
public:
    Frame(QWidget *host, QWidget *target)
        : QWidget(host)
        , target_(target)
    {
        setAttribute(Qt::WA_TransparentForMouseEvents);
        setAttribute(Qt::WA_NoSystemBackground);
        setFocusPolicy(Qt::NoFocus);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        if (!target_)
            return;
        const auto shape = static_cast<RingShape>(target_->property(shapeProperty).toInt());
        qreal radius = metric::controlRadius;
        if (shape == RingShape::card)
            radius = metric::cardRadius;
        else if (shape == RingShape::pill)
            radius = target_->height() / 2.0;
        QPainter painter(this);
        paintFocusRing(painter, QRectF(rect()).adjusted(reach, reach, -reach, -reach), radius, tokens(this));
    }

private:
    QPointer<QWidget> target_;
};

bool takesText(const QWidget *widget)
{
    return qobject_cast<const QLineEdit *>(widget) || qobject_cast<const QTextEdit *>(widget)
           || qobject_cast<const QPlainTextEdit *>(widget) || qobject_cast<const QAbstractSpinBox *>(widget);
}

bool wantsRing(const QWidget *widget)
{
    if (!widget || widget->isWindow() || qobject_cast<const QMenu *>(widget)
        || qobject_cast<const QAbstractItemView *>(widget))
        return false;
    if (qobject_cast<const QAbstractScrollArea *>(widget) && !takesText(widget))
        return false;
    return static_cast<RingShape>(widget->property(shapeProperty).toInt()) != RingShape::none;
}

/// The control that stands for the focused widget: an editable combo or spin box instead of its inner field.
QWidget *outerControl(QWidget *widget)
{
    QWidget *parent = widget->parentWidget();
    if (qobject_cast<QComboBox *>(parent) || qobject_cast<QAbstractSpinBox *>(parent))
        return parent;
    return widget;
}

} // namespace

void setRingShape(QWidget *widget, RingShape shape)
{
    widget->setProperty(shapeProperty, static_cast<int>(shape));
}

FocusRing::FocusRing(QObject *parent)
    : QObject(parent)
{
    qApp->installEventFilter(this);
}

FocusRing::~FocusRing()
{
    leave();
}

void FocusRing::leave()
{
    for (const QPointer<QWidget> &widget : std::as_const(watched_))
        if (widget)
            widget->removeEventFilter(this);
    watched_.clear();
    target_.clear();
    if (frame_) {
        frame_->hide();
        frame_->deleteLater();
    }
    frame_.clear();
}

void FocusRing::follow(QWidget *widget)
{
    leave();
    target_ = widget;
    QWidget *host = widget->parentWidget();
    widget->installEventFilter(this);
    watched_.append(widget);
    while (host) {
        // A scroll area's viewport must cut the ring as it cuts the control.
        const bool viewport = host->parentWidget() && qobject_cast<QAbstractScrollArea *>(host->parentWidget());
        const QRect ring(widget->mapTo(host, QPoint(-reach, -reach)), widget->size() + QSize(2 * reach, 2 * reach));
        if (host->isWindow() || viewport || host->rect().contains(ring))
            break;
        host->installEventFilter(this);
        watched_.append(host);
        host = host->parentWidget();
    }
    if (!host)
        return;
    frame_ = new Frame(host, widget);
    place();
    frame_->show();
}

void FocusRing::place()
{
    if (!frame_ || !target_)
        return;
    const QPoint origin = target_->mapTo(frame_->parentWidget(), QPoint(-reach, -reach));
    frame_->setGeometry(QRect(origin, target_->size() + QSize(2 * reach, 2 * reach)));
    frame_->raise();
}

bool FocusRing::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::FocusIn: {
        auto *widget = qobject_cast<QWidget *>(watched);
        if (!widget)
            break;
        const auto reason = static_cast<QFocusEvent *>(event)->reason();
        QWidget *control = outerControl(widget);
        if (reason == Qt::PopupFocusReason && control == target_)
            break;
        // A window that is opened or comes back shows the ring only where it was before.
        const bool silent = reason == Qt::MouseFocusReason
                            || (reason == Qt::ActiveWindowFocusReason && control != returning_);
        if (wantsRing(widget) && (!silent || takesText(widget)))
            follow(control);
        else
            leave();
        break;
    }
    case QEvent::FocusOut:
        if (const auto *focus = static_cast<QFocusEvent *>(event);
            focus->reason() != Qt::PopupFocusReason && target_ && qobject_cast<QWidget *>(watched)
            && outerControl(static_cast<QWidget *>(watched)) == target_) {
            returning_ = focus->reason() == Qt::ActiveWindowFocusReason ? target_ : nullptr;
            leave();
        }
        break;
    case QEvent::Move:
    case QEvent::Resize:
        if (frame_ && watched->isWidgetType() && watched_.contains(static_cast<QWidget *>(watched)))
            place();
        break;
    case QEvent::Hide:
        if (target_ && watched == target_)
            leave();
        break;
    default:
        break;
    }
    return false;
}

} // namespace smartqueue::widgets
