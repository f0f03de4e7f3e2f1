#include "person_avatar.h"

#include <QPainter>

#include <smartqueue/presentation/people.h>
#include <smartqueue/widgets/paint.h>

namespace smartqueue::pages {

using namespace widgets;

PersonAvatar::PersonAvatar(const QString &name, int side, QWidget *parent) : PaintedWidget(QAccessible::Graphic, parent), m_side(side)
{
    setFocusPolicy(Qt::NoFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setPerson(name);
}

void PersonAvatar::setPerson(const QString &name)
{
    m_letters = presentation::people::initials(name);
    setAccessibleName(name);
    update();
}

QSize PersonAvatar::sizeHint() const
{
    return {scaled(m_side), scaled(m_side)};
}

void PersonAvatar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens &t = tokens(this);
    const QRectF disc(rect());
    paintBox(painter, disc, disc.height() / 2, t.accentSoft, QColor());
    paintText(painter, disc, m_letters, textFont(m_side > 40 ? TextSize::title : TextSize::small, QFont::Bold), t.accent, Qt::AlignCenter);
}

} // namespace smartqueue::pages
