#pragma once
#include "smartqueue/widgets/icons.h"
#include "smartqueue/widgets/theme.h"

#include <QTimer>
#include <QWidget>
#include <chrono>

namespace smartqueue::widgets {

class ActionButton;
class TextLabel;

struct ToastMessage {
    QString text;
    Icon icon = Icon::info;
    Tone tone = Tone::neutral;
    QString action; ///< text of the button, such as Undo; none when empty
    std::chrono::seconds shownFor{10}; ///< at least ten
};

/// A note at the lower edge. Waits while hovered, hidden or while its button has the focus; never takes the focus itself.
class Toast : public QWidget {
    Q_OBJECT
public:
    explicit Toast(const ToastMessage &message, QWidget *parent = nullptr);
    bool waiting() const { return !timer_.isActive(); }
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
    QTimer timer_;
    std::chrono::milliseconds left_;
    bool done_ = false;
};

/// Shows the toasts of one window over its status bar, from the trailing corner on, where they cover nothing that can be
/// pressed. Three at most: the oldest gives way. What has no room beside a newer one waits until that is gone.
class ToastHost : public QObject {
    Q_OBJECT
public:
    explicit ToastHost(QWidget *window);
    /// The toast is owned by the window and removes itself.
    Toast *show(const ToastMessage &message);
    int count() const { return int(toasts_.size()); }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void arrange();
    QWidget *window_;
    QList<Toast *> toasts_;
};

} // namespace smartqueue::widgets
