#pragma once
#include "smartqueue/widgets/painted_widget.h"

#include <chrono>

namespace smartqueue::widgets {

struct DurationBarData {
    std::chrono::seconds elapsed{0};
    std::chrono::seconds usualFrom{0};
    std::chrono::seconds usualTo{0};
    bool operator==(const DurationBarData &) const = default;
};

/// Time running over the range that is usual. Never red: it is seen in front of the customer.
class DurationBar : public PaintedWidget {
    Q_OBJECT
public:
    explicit DurationBar(QWidget *parent = nullptr);
    /// `words` says the same to those who do not see the bar.
    void setData(const DurationBarData &facts, const QString &words);
    QSize sizeHint() const override { return {180, 8}; }
    QSize minimumSizeHint() const override { return {80, 8}; }
    QString accessibleValue() const override { return words_; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    DurationBarData data_;
    QString words_;
};

} // namespace smartqueue::widgets
