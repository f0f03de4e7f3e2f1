#pragma once
#include "smartqueue/widgets/icons.h"
#include "smartqueue/widgets/painted_widget.h"

#include <QList>

namespace smartqueue::widgets {

struct StatusItem {
    Icon icon = Icon::none;
    QString text;
    bool strong = false; ///< read more often than the others
    bool operator==(const StatusItem &) const = default;
};

/// The lower edge of the window, 28 px: who, connected to what, and the version at the other end.
/// Items that do not fit are left out from the right, never clipped.
class StatusStrip : public PaintedWidget {
    Q_OBJECT
public:
    explicit StatusStrip(QWidget *parent = nullptr);
    void setItems(const QList<StatusItem> &items);
    void setEndText(const QString &text);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {120, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void describe();
    QList<StatusItem> items_;
    QString end_;
};

} // namespace smartqueue::widgets
