#pragma once
#include <QAbstractButton>

namespace smartqueue::widgets {

/// A switch that carries its state as a word.
class Toggle : public QAbstractButton {
    Q_OBJECT
public:
    /// `name` says what is switched; on and off words stand beside the switch.
    Toggle(const QString &name, const QString &onWord, const QString &offWord, QWidget *parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QString on_;
    QString off_;
};

} // namespace smartqueue::widgets
