#include "smartqueue/widgets/toast.h"

#include "smartqueue/widgets/action_button.h"
#include "smartqueue/widgets/paint.h"
#include "smartqueue/widgets/painted_widget.h"
#include "smartqueue/widgets/text_label.h"

#include <QEvent>
#include <QHBoxLayout>
#include <algorithm>

namespace smartqueue::widgets {

namespace {

constexpr int mostToasts = 3;
/// The status bar and the margin that every page keeps above it.
constexpr int usualHeight = 36;
constexpr int aboveEdge = 2;

} // namespace

Toast::Toast(const ToastMessage &message, QWidget *parent)
    : QWidget(parent)
    , message_(message)
    , left_(std::max(message.shownFor, std::chrono::seconds(10)))
{
    setFocusPolicy(Qt::NoFocus);
    setAttribute(Qt::WA_ShowWithoutActivating);
    setAccessibleName(message.text);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::s, 2, space::s, 2);
    row->setSpacing(space::s);
    row->addSpacing(scaled(18) + space::m + space::s);
    auto *text = new TextLabel(message.text);
    text->setWordWrap(true);
    text->setMinimumWidth(std::min(scaled(360), textWidth(textFont(TextSize::body), message.text) + 2));
    row->addWidget(text, 1);
    if (!message.action.isEmpty()) {
        auto *action = new ActionButton(message.action, ButtonKind::link);
        action->installEventFilter(this);
        row->addSpacing(space::s);
        row->addWidget(action);
        connect(action, &QAbstractButton::clicked, this, [this] {
            Q_EMIT actionRequested();
            dismiss();
        });
    }
    auto *close = new IconButton(Icon::close, tr("Close"));
    close->installEventFilter(this);
    row->addWidget(close);
    connect(close, &QAbstractButton::clicked, this, &Toast::dismiss);
    timer_.setSingleShot(true);
    connect(&timer_, &QTimer::timeout, this, &Toast::dismiss);
    resume();
}

void Toast::hold()
{
    if (!timer_.isActive())
        return;
    left_ = timer_.remainingTimeAsDuration();
    timer_.stop();
}

void Toast::resume()
{
    if (!done_ && !isHidden())
        timer_.start(std::max(left_, std::chrono::milliseconds(1500)));
}

void Toast::dismiss()
{
    if (done_)
        return;
    done_ = true;
    timer_.stop();
    Q_EMIT finished();
}

void Toast::showEvent(QShowEvent *)
{
    resume();
}

void Toast::hideEvent(QHideEvent *event)
{
    // A window that is out of sight still lets its notes go by; one that gives way to a newer note has not been read.
    if (!event->spontaneous() && isHidden())
        hold();
}

void Toast::enterEvent(QEnterEvent *)
{
    hold();
}

void Toast::leaveEvent(QEvent *)
{
    resume();
}

bool Toast::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn)
        hold();
    else if (event->type() == QEvent::FocusOut && !underMouse())
        resume();
    return QWidget::eventFilter(watched, event);
}

void Toast::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = tokens(this);
    const ToneColours colours = toneColours(t, message_.tone);
    paintBox(painter, rect(), metric::cardRadius, t.surface, t.border);
    const int side = scaled(18);
    const QRectF box(space::l, (height() - side) / 2.0, side, side);
    paintIcon(painter, mirrored(box, rect(), layoutDirection()), message_.icon, colours.text);
}

ToastHost::ToastHost(QWidget *window)
    : QObject(window)
    , window_(window)
{
    window->installEventFilter(this);
}

Toast *ToastHost::show(const ToastMessage &message)
{
    while (toasts_.size() >= mostToasts) {
        Toast *oldest = toasts_.takeFirst();
        oldest->hide();
        oldest->deleteLater();
    }
    auto *toast = new Toast(message, window_);
    toasts_.append(toast);
    connect(toast, &Toast::finished, this, [this, toast] {
        toasts_.removeAll(toast);
        toast->hide();
        toast->deleteLater();
        arrange();
    });
    arrange();
    toast->raise();
    announce(toast, message.text);
    return toast;
}

void ToastHost::arrange()
{
    int free = window_->width() - 2 * space::s;
    int trailing = space::s;
    bool room = true;
    for (qsizetype i = toasts_.size(); i-- > 0;) {
        Toast *toast = toasts_[i];
        const int wanted = std::max(toast->sizeHint().width(), scaled(240));
        room = room && (i + 1 == toasts_.size() || wanted <= free);
        if (room) {
            const int width = std::min(free, wanted);
            const int words = toast->hasHeightForWidth() ? toast->heightForWidth(width) : toast->sizeHint().height();
            const int height = std::max(words, scaled(usualHeight));
            const QRectF place(window_->width() - trailing - width, window_->height() - aboveEdge - height, width, height);
            toast->setGeometry(mirrored(place, window_->rect(), window_->layoutDirection()).toRect());
            free -= width + space::s;
            trailing += width + space::s;
        }
        toast->setVisible(room);
    }
}

bool ToastHost::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == window_ && event->type() == QEvent::Resize)
        arrange();
    return QObject::eventFilter(watched, event);
}

} // namespace smartqueue::widgets
