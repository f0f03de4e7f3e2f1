#pragma once
#include "smartqueue/widgets/painted_widget.h"

#include <QString>

namespace smartqueue::widgets {

/// The keys that do what stands beside them, such as "Ctrl+K".
class KeyCap : public PaintedWidget {
    Q_OBJECT
public:
    explicit KeyCap(const QString &keys = {}, QWidget *parent = nullptr);
    void setKeys(const QString &keys);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString keys_;
};

} // namespace smartqueue::widgets
