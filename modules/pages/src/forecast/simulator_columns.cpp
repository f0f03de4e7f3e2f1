#include "simulator_columns.h"

#include <QApplication>
#include <QEvent>

#include <smartqueue/widgets/theme.h>

#include "page_scroll.h"

namespace smartqueue::pages {

using namespace widgets;

namespace {

constexpr int causesWidth = 300;
constexpr int narrowestEffects = 340;

int besideWidth()
{
    return scaled(causesWidth) + space::xl + space::l;
}

} // namespace

SimulatorColumns::SimulatorColumns(QWidget *causes, QWidget *head, QWidget *effects, QWidget *parent)
    : QStackedWidget(parent), m_causes(causes), m_head(head), m_effects(effects), m_beside(new QWidget)
{
    setBesideMargins();
    m_causesScroll = new PageScroll(causes);
    m_effectsScroll = new PageScroll(effects);
    m_effectsColumn = new QVBoxLayout;
    m_effectsColumn->setSpacing(space::s);
    m_effectsColumn->addWidget(head);
    m_effectsColumn->addWidget(m_effectsScroll, 1);
    auto *row = new QHBoxLayout(m_beside);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_causesScroll);
    row->addLayout(m_effectsColumn, 1);
    auto *ground = new QWidget;
    m_belowColumn = new QVBoxLayout(ground);
    m_belowColumn->setContentsMargins(space::xl, 0, space::xl, 0);
    m_belowColumn->setSpacing(space::s);
    m_below = new PageScroll(ground);
    addWidget(m_beside);
    addWidget(m_below);
    m_causesScroll->setFixedWidth(besideWidth());
}

QSize SimulatorColumns::sizeHint() const
{
    return m_below->sizeHint();
}

QSize SimulatorColumns::minimumSizeHint() const
{
    return {scaled(280), m_below->minimumSizeHint().height()};
}

bool SimulatorColumns::hasRoom() const
{
    return width() >= besideWidth() + scaled(narrowestEffects);
}

void SimulatorColumns::setBesideMargins()
{
    m_causes->layout()->setContentsMargins(space::xl, space::m, space::l, space::m);
    m_head->layout()->setContentsMargins(0, space::m, space::xl, 0);
    m_effects->layout()->setContentsMargins(0, 0, space::xl, space::m);
}

void SimulatorColumns::putBeside()
{
    setBesideMargins();
    m_causesScroll->setWidget(m_causes);
    m_effectsScroll->setWidget(m_effects);
    m_effectsColumn->insertWidget(0, m_head);
    setCurrentWidget(m_beside);
}

void SimulatorColumns::putBelow()
{
    m_causesScroll->takeWidget();
    m_effectsScroll->takeWidget();
    for (QWidget *part : {m_causes, m_head, m_effects}) {
        part->layout()->setContentsMargins(0, space::m, 0, 0);
        m_belowColumn->addWidget(part);
        part->show();
    }
    setCurrentWidget(m_below);
}

void SimulatorColumns::fit()
{
    m_causesScroll->setFixedWidth(besideWidth());
    if (hasRoom() == m_isBeside)
        return;
    m_isBeside = !m_isBeside;
    // What changes its parent loses the focus.
    QWidget *focused = QApplication::focusWidget();
    const bool isInside = focused && isAncestorOf(focused);
    m_isBeside ? putBeside() : putBelow();
    if (isInside)
        focused->setFocus(Qt::OtherFocusReason);
}

void SimulatorColumns::resizeEvent(QResizeEvent *event)
{
    QStackedWidget::resizeEvent(event);
    fit();
}

void SimulatorColumns::changeEvent(QEvent *event)
{
    QStackedWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fit();
}

} // namespace smartqueue::pages
