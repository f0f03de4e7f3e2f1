#pragma once
#include <QList>
#include <QObject>
#include <QPointer>
#include <QWidget>

namespace smartqueue::widgets {

/// Follows the keyboard focus of the application with a ring drawn outside the focused control.
/// A press of the mouse shows the ring in text fields only.
class FocusRing : public QObject {
    Q_OBJECT
public:
    explicit FocusRing(QObject *parent);
    ~FocusRing() override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void follow(QWidget *widget);
    void leave();
    void place();

    QPointer<QWidget> target_;
    QPointer<QWidget> returning_;
    QPointer<QWidget> frame_;
    QList<QPointer<QWidget>> watched_;
};

} // namespace smartqueue::widgets
