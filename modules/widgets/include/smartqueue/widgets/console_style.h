#pragma once
#include <QPointer>
#include <QProxyStyle>

namespace smartqueue::widgets {

class FocusRing;

/// Fusion with the product's controls: 32 px high, radius 6, a focus ring 2 px outside the focused control,
/// underlined tabs and slim scroll bars. All colours come from the palette of the widget being painted.
class ConsoleStyle : public QProxyStyle {
    Q_OBJECT
public:
    ConsoleStyle();
    ~ConsoleStyle() override;

    void setReducedMotion(bool reduced) { reducedMotion_ = reduced; }

    using QProxyStyle::polish;
    void polish(QWidget *widget) override;
    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *data) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                           const QWidget *widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                         const QWidget *widget) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const override;

private:
    bool reducedMotion_ = false;
    FocusRing *ring_;
};

/// Where and whether the style draws the focus ring round a widget; default: yes, radius of a control.
enum class RingShape { control, card, pill, none };
void setRingShape(QWidget *widget, RingShape shape);

} // namespace smartqueue::widgets
