#pragma once

#include <smartqueue/widgets/painted_widget.h>
#include <smartqueue/widgets/theme.h>
#include <smartqueue/widgets/icons.h>

namespace smartqueue::pages {

/// A small icon, muted unless it has a tone, beside a word that says the same; silent to assistive technology.
class IconLabel : public widgets::PaintedWidget {
    Q_OBJECT
public:
    explicit IconLabel(widgets::Icon icon, QWidget *parent = nullptr);
    void setIcon(widgets::Icon icon);
    void setTone(widgets::Tone tone);
    QSize sizeHint() const override { return {widgets::scaled(16), widgets::scaled(16)}; }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    widgets::Icon m_icon;
    widgets::Tone m_tone = widgets::Tone::neutral;
};

} // namespace smartqueue::pages
