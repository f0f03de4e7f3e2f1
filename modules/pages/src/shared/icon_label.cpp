#include "icon_label.h"

#include <QPainter>

namespace smartqueue::pages {

IconLabel::IconLabel(widgets::Icon icon, QWidget *parent)
    : PaintedWidget(QAccessible::Graphic, parent)
    , m_icon(icon)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void IconLabel::setIcon(widgets::Icon icon)
{
    if (icon == m_icon)
        return;
    m_icon = icon;
    update();
}

void IconLabel::setTone(widgets::Tone tone)
{
    m_tone = tone;
    update();
}

void IconLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const widgets::Tokens &t = widgets::tokens(this);
    widgets::paintIcon(painter, rect(), m_icon,
                       m_tone == widgets::Tone::neutral ? t.muted : widgets::toneColours(t, m_tone).text);
}

} // namespace smartqueue::pages
