#include "smartqueue/widgets/suggestion_row.h"

#include "smartqueue/widgets/action_button.h"
#include "smartqueue/widgets/card.h"
#include "smartqueue/widgets/paint.h"
#include "smartqueue/widgets/pill.h"
#include "smartqueue/widgets/text_label.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMenu>
#include <QVBoxLayout>

namespace smartqueue::widgets {

SuggestionRow::SuggestionRow(QWidget *parent)
    : QWidget(parent)
    , what_(new TextLabel({}, TextSize::body, QFont::Bold))
    , why_(new TextLabel({}, TextSize::small, QFont::Normal, Ink::muted))
    , evidence_(nullptr)
    , gain_(new GainBar)
    , effect_(new TextLabel({}, TextSize::small, QFont::Bold, Ink::good))
    , pays_(new TextLabel({}, TextSize::small))
    , note_(new TextLabel({}, TextSize::small, QFont::Normal, Ink::warning))
    , until_(new TextLabel({}, TextSize::small, QFont::Normal, Ink::muted))
    , state_(new Pill)
    , apply_(new ActionButton(Icon::check, tr("Apply"), ButtonKind::primary))
    , undo_(new ActionButton(Icon::undo, tr("Undo")))
    , dismiss_(new ActionButton(Icon::close, tr("Dismiss…")))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::m, space::m, space::m, space::m);
    row->setSpacing(space::s);
    row->addSpacing(scaled(20) + space::l);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    for (TextLabel *label : {what_, why_, effect_, pays_, note_})
        label->setWordWrap(true);
    evidence_ = makeEvidence();
    for (QWidget *part : std::initializer_list<QWidget *>{what_, why_, evidence_, pays_, note_})
        words->addWidget(part);
    words->addStretch(1);
    row->addLayout(words, 1);
    row->addSpacing(space::l);
    row->addLayout(makeDecision());
    connect(apply_, &QAbstractButton::clicked, this, [this] { Q_EMIT applyRequested(data_.id); });
    connect(undo_, &QAbstractButton::clicked, this, [this] { Q_EMIT undoRequested(data_.id); });
    connect(dismiss_, &QAbstractButton::clicked, this, &SuggestionRow::dismiss);
    setData({});
}

QWidget *SuggestionRow::makeEvidence()
{
    auto *evidence = new QWidget;
    auto *line = new QHBoxLayout(evidence);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(space::m);
    // In front, so that the bars of several rows stand below each other.
    line->addWidget(gain_);
    line->addWidget(effect_, 1);
    return evidence;
}

/// Until when on top, and what can be done about it below.
QLayout *SuggestionRow::makeDecision()
{
    auto *standing = new QHBoxLayout;
    standing->addStretch(1);
    standing->addWidget(until_);
    standing->addWidget(state_);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(space::s);
    buttons->addStretch(1);
    buttons->addWidget(dismiss_);
    buttons->addWidget(apply_);
    buttons->addWidget(undo_);
    auto *decision = new QVBoxLayout;
    decision->setSpacing(space::s);
    decision->addStretch(1);
    decision->addLayout(standing);
    decision->addLayout(buttons);
    decision->addStretch(1);
    return decision;
}

void SuggestionRow::setData(const SuggestionRowData &facts)
{
    const bool focusMoves = facts.state == SuggestionState::applied && apply_->hasFocus();
    data_ = facts;
    what_->setText(facts.what);
    const auto show = [](TextLabel *label, const QString &words) {
        label->setText(words);
        label->setVisible(!words.isEmpty());
    };
    show(why_, facts.why);
    show(pays_, facts.pays);
    show(note_, facts.note);
    note_->setInk(facts.state == SuggestionState::open ? Ink::muted : Ink::warning);
    show(until_, facts.goodUntil);
    effect_->setText(facts.effect);
    effect_->setInk(facts.quiet ? Ink::muted : Ink::good);
    effect_->setStep(TextSize::small, facts.quiet ? QFont::Normal : QFont::Bold);
    gain_->setVisible(facts.gain.has_value());
    gain_->setData(facts.gain.value_or(GainBarData()));
    gain_->setAccessibleName(facts.effect);
    evidence_->setVisible(!facts.effect.isEmpty());
    showState();
    if (focusMoves && facts.canUndo)
        undo_->setFocus(Qt::TabFocusReason);
    update();
}

void SuggestionRow::showState()
{
    const bool open = data_.state == SuggestionState::open;
    const bool applied = data_.state == SuggestionState::applied;
    apply_->setKind(data_.quiet ? ButtonKind::secondary : ButtonKind::primary);
    dismiss_->setKind(data_.quiet ? ButtonKind::quiet : ButtonKind::secondary);
    state_->setLook(applied ? PillLook{Icon::checkCircle, data_.stateWord, Tone::good}
                            : PillLook{Icon::clock, data_.stateWord, Tone::paused});
    state_->setVisible(!open && !data_.stateWord.isEmpty());
    undo_->setVisible(applied && data_.canUndo);
    apply_->setVisible(!applied && !data_.toldOnly);
    apply_->setEnabled(open);
    apply_->setToolTip(data_.note);
    dismiss_->setVisible(!applied && !data_.toldOnly);
    setAccessibleName(data_.what);
    setAccessibleDescription(QStringList{data_.why, data_.effect, data_.pays, data_.goodUntil, data_.note}.join(QLatin1Char(' ')).simplified());
    apply_->setAccessibleName(tr("Apply: %1").arg(data_.what));
    undo_->setAccessibleName(tr("Undo: %1").arg(data_.what));
    dismiss_->setAccessibleName(tr("Dismiss: %1").arg(data_.what));
}

void SuggestionRow::setDismissReasons(const QStringList &reasons)
{
    reasons_ = reasons;
}

void SuggestionRow::setApplyKeys(const QString &keys)
{
    apply_->setKeyCap(keys);
}

QList<QWidget *> SuggestionRow::stops() const
{
    return {dismiss_, apply_, undo_};
}

void SuggestionRow::dismiss()
{
    if (reasons_.isEmpty()) {
        Q_EMIT dismissRequested(data_.id, QString());
        return;
    }
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const QString &reason : reasons_)
        connect(menu->addAction(reason), &QAction::triggered, this,
                [this, reason] { Q_EMIT dismissRequested(data_.id, reason); });
    menu->popup(dismiss_->mapToGlobal(QPoint(0, dismiss_->height() + 4)));
}

void SuggestionRow::keyPressEvent(QKeyEvent *event)
{
    // Buttons leave Enter to their parent.
    auto *button = qobject_cast<QAbstractButton *>(focusWidget());
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && !(event->modifiers() & ~Qt::KeypadModifier) && !event->isAutoRepeat() && button && stops().contains(button))
        button->click();
    else
        QWidget::keyPressEvent(event);
}

void SuggestionRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = tokens(this);
    paintCard(painter, rect(), t, std::nullopt, layoutDirection());
    const int side = scaled(20);
    const QRectF box(space::l, space::m + 1, side, side);
    paintIcon(painter, mirrored(box, rect(), layoutDirection()), Icon::lightbulb,
              data_.state == SuggestionState::open && !data_.quiet ? t.accent : t.muted);
}

} // namespace smartqueue::widgets
