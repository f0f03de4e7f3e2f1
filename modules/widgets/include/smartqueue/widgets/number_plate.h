#pragma once
#include "smartqueue/widgets/painted_widget.h"

#include <QString>

namespace smartqueue::widgets {

/// A ticket's number at 44 pt; shrinks only when its column is too narrow.
class NumberPlate : public PaintedWidget {
    Q_OBJECT
public:
    explicit NumberPlate(const QString &number = {}, QWidget *parent = nullptr);
    void setNumber(const QString &number);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString number_;
};

} // namespace smartqueue::widgets
