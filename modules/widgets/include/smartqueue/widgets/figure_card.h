#pragma once
#include "smartqueue/widgets/icons.h"
#include "smartqueue/widgets/painted_widget.h"
#include "smartqueue/widgets/target_strip.h"

#include <QString>

namespace smartqueue::widgets {

struct FigureCardData {
    QString title;
    QString value;
    QString unit;
    QString note;
    /// What the figure is: the tool tip, and what Enter shows.
    QString definition;
    QString verdict;
    Icon verdictIcon = Icon::none;
    Tone verdictTone = Tone::neutral;
    TargetStrip strip;
    bool operator==(const FigureCardData &) const = default;
};

/// One large figure with its verdict, and where it stands between the ends of an axis. Enter shows what it is.
class FigureCard : public PaintedWidget {
    Q_OBJECT
public:
    explicit FigureCard(QWidget *parent = nullptr);
    void setData(const FigureCardData &facts);
    void press() override;
    bool pressable() const override { return true; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    FigureCardData data_;
};

} // namespace smartqueue::widgets
