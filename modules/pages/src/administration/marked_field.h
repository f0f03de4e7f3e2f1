#pragma once

#include <QLineEdit>

#include <smartqueue/widgets/icons.h>
#include <smartqueue/widgets/theme.h>

namespace smartqueue::pages {

/// A line to type in, with an icon before the text and a mark behind it for what was found out about it. Both are pictures of what
/// stands in words elsewhere: silent to assistive technology.
class MarkedField : public QLineEdit {
    Q_OBJECT
public:
    explicit MarkedField(widgets::Icon glyph, QWidget *parent = nullptr);
    /// Icon::none takes the mark away.
    void setMark(widgets::Icon mark, widgets::Tone tone = widgets::Tone::neutral);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void arrange();

    widgets::Icon m_glyph;
    widgets::Icon m_mark = widgets::Icon::none;
    widgets::Tone m_tone = widgets::Tone::neutral;
};

} // namespace smartqueue::pages
