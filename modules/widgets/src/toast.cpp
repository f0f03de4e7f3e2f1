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
constexpr int aboveStatusBar = 44;

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
    row->setContentsMargins(space::s, space::s, space::s, space::s);
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
            finish();
        });
    }
    auto *close = new IconButton(Icon::close, tr("Close"));
    close->installEventFilter(this);
    row->addWidget(close);
    connect(close, &QAbstractButton::clicked, this, &Toast::finish);
    timer_.setSingleShot(true);
    connect(&timer_, &QTimer::timeout, this, &Toast::finish);
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
    if (!done_)
        timer_.start(std::max(left_, std::chrono::milliseconds(1500)));
}

void Toast::finish()
{
    if (done_)
        return;
    done_ = true;
    timer_.stop();
    Q_EMIT finished();
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
    , bottom_(aboveStatusBar)
    , trailing_(space::xl)
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
    toast->show();
    toast->raise();
    announce(toast, message.text);
    return toast;
}

void ToastHost::setMargins(int bottom, int trailing)
{
    bottom_ = bottom;
    trailing_ = trailing;
    arrange();
}

void ToastHost::arrange()
{
    int bottom = window_->height() - bottom_;
    for (qsizetype i = toasts_.size(); i-- > 0;) {
        Toast *toast = toasts_[i];
        const int width = std::min(window_->width() - space::xl - trailing_, std::max(toast->sizeHint().width(), scaled(320)));
        const int wanted = toast->hasHeightForWidth() ? toast->heightForWidth(width) : toast->sizeHint().height();
        const int height = std::max(wanted, scaled(48));
        const QRectF place(window_->width() - width - trailing_, bottom - height, width, height);
        toast->setGeometry(mirrored(place, window_->rect(), window_->layoutDirection()).toRect());
        bottom -= height + space::s;
    }
}

bool ToastHost::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == window_ && event->type() == QEvent::Resize)
        arrange();
    return QObject::eventFilter(watched, event);
}

} // namespace smartqueue::widgets
