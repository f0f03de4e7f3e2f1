#pragma once
#include "smartqueue/widgets/painted_widget.h"
#include "smartqueue/widgets/theme.h"

namespace smartqueue::widgets {

/// What something brings, on an axis with a tick at nothing: the likeliest and the range that holds it. Same unit for all.
struct GainBarData {
    double at = 0;
    double low = 0;
    double high = 0;
    /// Where the axis ends; bars beside each other share it.
    double axisHigh = 1;
    /// Where it begins, below 0 where something can be lost.
    double axisLow = 0;
    Tone tone = Tone::good;
    bool operator==(const GainBarData &) const = default;
};

class GainBar : public PaintedWidget {
public:
    explicit GainBar(QWidget *parent = nullptr);
    void setData(const GainBarData &facts);
    const GainBarData &data() const { return data_; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    GainBarData data_;
};

} // namespace smartqueue::widgets
