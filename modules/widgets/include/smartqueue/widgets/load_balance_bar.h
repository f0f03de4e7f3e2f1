#pragma once
#include "smartqueue/widgets/painted_widget.h"
#include "smartqueue/widgets/theme.h"

#include <QList>

namespace smartqueue::widgets {

/// One queue's load against the branch's mean: 1.0 is even.
struct LoadBar {
    QString name;
    double ratio = 0;
    QString valueText;
    Tone tone = Tone::neutral;
    bool operator==(const LoadBar &) const = default;
};

struct LoadBalanceData {
    QString scoreText;
    QString sentence;
    QList<LoadBar> bars;
    double attentionMark = 1.5;
    double crisisMark = 3.0;
    bool operator==(const LoadBalanceData &) const = default;
};

/// How evenly the queues are loaded: one bar each, with marks where balancing and where a crisis begins.
class LoadBalanceBar : public PaintedWidget {
    Q_OBJECT
public:
    explicit LoadBalanceBar(const QString &title, QWidget *parent = nullptr);
    void setData(const LoadBalanceData &facts);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int rowHeight() const;
    QString title_;
    LoadBalanceData data_;
};

} // namespace smartqueue::widgets
