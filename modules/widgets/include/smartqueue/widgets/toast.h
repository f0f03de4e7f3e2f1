#pragma once
#include "smartqueue/widgets/icons.h"
#include "smartqueue/widgets/theme.h"

#include <QTimer>
#include <QWidget>
#include <chrono>
#include <functional>
#include <optional>

namespace smartqueue::widgets {

class ActionButton;
class TextLabel;

struct ToastMessage {
    QString text;
    Icon icon = Icon::info;
    Tone tone = Tone::neutral;
    QString action; ///< text of the button, such as Undo; none when empty
    std::chrono::seconds shownFor{10}; ///< at least ten
    /// Asked when the toast comes into sight, which may be late: false leaves the button out. None: it always stands.
    std::function<bool()> actionHolds = {};
};

/// A note at the lower edge. Waits while hovered, hidden or while its button has the focus; never takes the focus itself.
class Toast : public QWidget {
    Q_OBJECT
public:
    explicit Toast(const ToastMessage &message, QWidget *parent = nullptr);
    bool waiting() const { return !timer_.isActive(); }
    /// Before it comes into sight: leaves out a button whose time is over.
    void freshen();
    /// What it says is over: it goes at once.
    void dismiss();

Q_SIGNALS:
    void actionRequested();
    /// Sent once, whether by time, by the close button, after the action or by dismiss().
    void finished();

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void hold();
    void resume();
    ToastMessage message_;
    ActionButton *action_ = nullptr;
    QTimer timer_;
    std::chrono::milliseconds left_;
    bool done_ = false;
};

/// Shows the toasts of one window over its status bar, from the trailing corner on, where they cover nothing that can be
/// pressed. One that is shown keeps its place; a newer one comes beside it, or waits until there is room. Three at most:
/// the oldest that is shown gives way, but none that is held under the pointer or by the focus.
class ToastHost : public QObject {
    Q_OBJECT
public:
    /// Both must outlive the host; the toasts are as high as the bar and the margin that every page keeps above it.
    ToastHost(QWidget *window, QWidget *bar);
    /// The toast is owned by the window and removes itself.
    Toast *show(const ToastMessage &message);
    int count() const { return int(places_.size()); }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Place {
        Toast *toast;
        int width = 0;
        /// From the trailing edge of the window; none: it waits for room.
        std::optional<int> trailing = {};
    };
    void giveWay();
    void remove(Toast *toast);
    /// From the trailing edge on.
    QList<Place *> inSight();
    void arrange();
    void arrangeAnew();
    /// False: there is no room.
    bool bring(Place &place);
    std::optional<int> roomFor(int width);
    void put(const Place &place);
    QWidget *window_;
    QWidget *bar_;
    /// Oldest first.
    QList<Place> places_;
};

} // namespace smartqueue::widgets
