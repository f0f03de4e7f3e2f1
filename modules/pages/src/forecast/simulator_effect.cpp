#include "simulator_effect.h"

#include <QEvent>

#include <smartqueue/widgets/action_button.h>
#include <smartqueue/widgets/card.h>
#include <smartqueue/widgets/change_strip.h>
#include <smartqueue/widgets/key_cap.h>
#include <smartqueue/widgets/text_label.h>

#include "tone_of.h"

namespace smartqueue::pages {

using namespace widgets;

SimulatorEffect::SimulatorEffect(QWidget *parent) : QWidget(parent)
{
    auto *card = new Card(this);
    m_figures = new ChangeStrip(card);
    m_apply = new PrimaryButton({}, card);
    m_apply->setObjectName(QStringLiteral("simulatorApply"));
    m_keys = new KeyCap({}, card);
    m_undo = new ActionButton(Icon::undo, {}, ButtonKind::secondary, card);
    m_undo->setObjectName(QStringLiteral("simulatorUndo"));
    m_reason = new TextLabel({}, TextSize::small, QFont::Normal, Ink::muted, card);
    m_reason->setWordWrap(true);
    auto *acts = new QVBoxLayout;
    acts->setSpacing(space::xs);
    acts->addWidget(m_apply);
    acts->addWidget(m_keys, 0, Qt::AlignHCenter);
    acts->addWidget(m_undo);
    acts->addStretch(1);
    auto *row = new QHBoxLayout;
    row->setSpacing(space::l);
    row->addWidget(m_figures, 1);
    row->addLayout(acts);
    card->column()->setSpacing(space::s);
    card->column()->addLayout(row);
    card->column()->addWidget(m_reason);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(card);
    connect(m_apply, &QPushButton::clicked, this, &SimulatorEffect::applyRequested);
    connect(m_undo, &QPushButton::clicked, this, &SimulatorEffect::undoRequested);
    m_undo->hide();
    retranslate();
}

void SimulatorEffect::show(const presentation::TwinWords &words)
{
    QList<ChangeFigure> figures;
    for (const presentation::TwinFigure &figure : words.figures)
        figures.append({figure.title, figure.before, figure.after, figure.unit, figure.note, toneOf(figure.urgency)});
    m_figures->setFigures(figures);
}

void SimulatorEffect::setOld(bool old)
{
    m_figures->setOld(old);
}

void SimulatorEffect::setDecision(const SimulatorDecision &decision)
{
    if (m_decision == decision)
        return;
    m_decision = decision;
    m_apply->setEnabled(decision.canApply);
    m_apply->setAccessibleDescription(decision.reason);
    m_keys->setKeys(decision.keys);
    m_keys->setVisible(!decision.canUndo && !decision.keys.isEmpty());
    m_undo->setVisible(decision.canUndo);
    m_reason->setText(decision.reason);
    m_reason->setVisible(!decision.reason.isEmpty());
}

bool SimulatorEffect::hasApplyFocus() const
{
    return m_apply->hasFocus();
}

void SimulatorEffect::focusUndo()
{
    if (m_undo->isVisible())
        m_undo->setFocus(Qt::OtherFocusReason);
}

void SimulatorEffect::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void SimulatorEffect::retranslate()
{
    m_apply->setText(tr("Apply for real"));
    m_undo->setText(tr("Undo"));
}

} // namespace smartqueue::pages
