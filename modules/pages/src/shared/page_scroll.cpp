#include "page_scroll.h"

#include <algorithm>

#include <QEvent>
#include <QLayout>
#include <QScrollBar>

#include <smartqueue/widgets/theme.h>

namespace smartqueue::pages {

namespace {

const char usualMargin[] = "sqTrailingMargin";

} // namespace

PageScroll::PageScroll(QWidget *content, QWidget *parent)
    : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setWidgetResizable(true);
    content->setProperty(usualMargin, content->layout()->contentsMargins().right());
    setWidget(content);
    verticalScrollBar()->installEventFilter(this);
}

QSize PageScroll::sizeHint() const
{
    return {widgets::scaled(480), widgets::scaled(160)};
}

bool PageScroll::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == verticalScrollBar() && (event->type() == QEvent::Show || event->type() == QEvent::Hide))
        fitMargins();
    return QScrollArea::eventFilter(watched, event);
}

void PageScroll::fitMargins()
{
    QLayout *layout = widget() ? widget()->layout() : nullptr;
    if (!layout)
        return;
    const int usual = widget()->property(usualMargin).toInt();
    const bool shown = verticalScrollBar()->isVisibleTo(this);
    const int trailing = shown ? std::max(0, usual - verticalScrollBar()->sizeHint().width()) : usual;
    QMargins margins = layout->contentsMargins();
    // The bar stands where reading ends, and Qt does not turn margins round.
    if (isRightToLeft())
        margins.setLeft(trailing);
    else
        margins.setRight(trailing);
    if (margins != layout->contentsMargins())
        layout->setContentsMargins(margins);
}

} // namespace smartqueue::pages
