#include "smartqueue/widgets/toast.h"

#include "smartqueue/widgets/action_button.h"
#include "smartqueue/widgets/paint.h"
#include "smartqueue/widgets/painted_widget.h"
#include "smartqueue/widgets/text_label.h"

#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <algorithm>

namespace smartqueue::widgets {

namespace {

constexpr int mostToasts = 3;
/// Every page keeps it above the bar.
constexpr int pageMargin = space::s;
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
        action_ = new ActionButton(message.action, ButtonKind::link);
        action_->installEventFilter(this);
        row->addSpacing(space::s);
        row->addWidget(action_);
        connect(action_, &QAbstractButton::clicked, this, [this] {
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
}

void Toast::freshen()
{
    if (action_ && message_.actionHolds && !message_.actionHolds())
        action_->hide();
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
    if (!done_ && !isHidden() && !timer_.isActive() && !isAncestorOf(QApplication::focusWidget()))
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

void Toast::showEvent(QShowEvent *event)
{
    // A window that comes back into sight has changed nothing about its notes.
    if (!event->spontaneous())
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

ToastHost::ToastHost(QWidget *window, QWidget *bar)
    : QObject(window)
    , window_(window)
    , bar_(bar)
{
    bar->installEventFilter(this);
}

Toast *ToastHost::show(const ToastMessage &message)
{
    giveWay();
    auto *toast = new Toast(message, window_);
    places_.append({toast});
    connect(toast, &Toast::finished, this, [this, toast] {
        remove(toast);
        arrange();
    });
    arrange();
    announce(toast, message.text);
    return toast;
}

void ToastHost::giveWay()
{
    while (places_.size() >= mostToasts) {
        // What waits has not been read, and what is held is just being read.
        const auto read = std::find_if(places_.cbegin(), places_.cend(), [](const Place &place) { return place.trailing && !place.toast->waiting(); });
        if (read == places_.cend())
            return;
        remove(read->toast);
    }
}

void ToastHost::remove(Toast *toast)
{
    places_.removeIf([toast](const Place &place) { return place.toast == toast; });
    toast->hide();
    toast->deleteLater();
}

QList<ToastHost::Place *> ToastHost::inSight()
{
    QList<Place *> shown;
    for (Place &place : places_) {
        if (place.trailing)
            shown.append(&place);
    }
    std::sort(shown.begin(), shown.end(), [](const Place *a, const Place *b) { return *a->trailing < *b->trailing; });
    return shown;
}

void ToastHost::arrange()
{
    // In the order in which they came: what has no room lets nothing pass.
    for (Place &place : places_) {
        if (!place.trailing && !bring(place))
            return;
    }
}

void ToastHost::arrangeAnew()
{
    const QList<Place *> shown = inSight();
    for (Place *place : shown)
        place->trailing.reset();
    for (Place *place : shown) {
        if (!bring(*place))
            place->toast->hide();
    }
    arrange();
}

bool ToastHost::bring(Place &place)
{
    Toast *toast = place.toast;
    if (toast->isHidden())
        toast->freshen();
    place.width = std::min(window_->width() - 2 * space::s, std::max(toast->sizeHint().width(), scaled(240)));
    place.trailing = roomFor(place.width);
    if (!place.trailing)
        return false;
    put(place);
    toast->show();
    toast->raise();
    return true;
}

std::optional<int> ToastHost::roomFor(int width)
{
    int trailing = space::s;
    const QList<Place *> shown = inSight();
    for (const Place *place : shown) {
        if (trailing + width + space::s <= *place->trailing)
            return trailing;
        trailing = *place->trailing + place->width + space::s;
    }
    return trailing + width + space::s <= window_->width() || shown.isEmpty() ? std::optional(trailing) : std::nullopt;
}

void ToastHost::put(const Place &place)
{
    Toast *toast = place.toast;
    const int words = toast->hasHeightForWidth() ? toast->heightForWidth(place.width) : toast->sizeHint().height();
    const int height = std::max(words, bar_->height() + pageMargin);
    const int below = bar_->mapTo(window_, QPoint(0, bar_->height())).y() - aboveEdge;
    const QRectF wanted(window_->width() - *place.trailing - place.width, below - height, place.width, height);
    toast->setGeometry(mirrored(wanted, window_->rect(), window_->layoutDirection()).toRect());
}

bool ToastHost::eventFilter(QObject *watched, QEvent *event)
{
    // The bar is as wide as the window and stands at its edge, so it moves or grows with every change of the window.
    if (watched == bar_ && (event->type() == QEvent::Resize || event->type() == QEvent::Move))
        arrangeAnew();
    return QObject::eventFilter(watched, event);
}

} // namespace smartqueue::widgets
