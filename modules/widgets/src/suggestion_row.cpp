#include "smartqueue/widgets/suggestion_row.h"

#include "smartqueue/widgets/action_button.h"
#include "smartqueue/widgets/card.h"
#include "smartqueue/widgets/paint.h"
#include "smartqueue/widgets/pill.h"
#include "smartqueue/widgets/text_label.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QVBoxLayout>

namespace smartqueue::widgets {

SuggestionRow::SuggestionRow(QWidget *parent)
    : QWidget(parent)
    , what_(new TextLabel({}, TextSize::body, QFont::Bold))
    , why_(new TextLabel({}, TextSize::small, QFont::Normal, Ink::muted))
    , effect_(new TextLabel({}, TextSize::small, QFont::Bold, Ink::good))
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
    for (TextLabel *label : {what_, why_, effect_}) {
        label->setWordWrap(true);
        words->addWidget(label);
    }
    row->addLayout(words, 1);
    row->addSpacing(space::l);
    row->addWidget(until_);
    row->addWidget(state_);
    row->addSpacing(space::xs);
    row->addWidget(dismiss_);
    row->addWidget(apply_);
    row->addWidget(undo_);
    connect(apply_, &QAbstractButton::clicked, this, [this] { Q_EMIT applyRequested(data_.id); });
    connect(undo_, &QAbstractButton::clicked, this, [this] { Q_EMIT undoRequested(data_.id); });
    connect(dismiss_, &QAbstractButton::clicked, this, &SuggestionRow::dismiss);
    setData({});
}

void SuggestionRow::setData(const SuggestionRowData &facts)
{
    const bool focusMoves = facts.state == SuggestionState::applied && apply_->hasFocus();
    data_ = facts;
    what_->setText(facts.what);
    why_->setText(facts.why);
    why_->setVisible(!facts.why.isEmpty());
    effect_->setText(facts.effect);
    effect_->setInk(facts.quiet ? Ink::muted : Ink::good);
    effect_->setStep(TextSize::small, facts.quiet ? QFont::Normal : QFont::Bold);
    apply_->setKind(facts.quiet ? ButtonKind::secondary : ButtonKind::primary);
    dismiss_->setKind(facts.quiet ? ButtonKind::quiet : ButtonKind::secondary);
    effect_->setVisible(!facts.effect.isEmpty());
    until_->setText(facts.goodUntil);
    until_->setVisible(!facts.goodUntil.isEmpty());
    const bool open = facts.state == SuggestionState::open;
    const bool applied = facts.state == SuggestionState::applied;
    state_->setLook(applied ? PillLook{Icon::checkCircle, facts.stateWord, Tone::good}
                            : PillLook{Icon::clock, facts.stateWord, Tone::paused});
    state_->setVisible(!open && !facts.stateWord.isEmpty());
    undo_->setVisible(applied && facts.canUndo);
    if (focusMoves && facts.canUndo)
        undo_->setFocus(Qt::TabFocusReason);
    apply_->setVisible(!applied && !facts.toldOnly);
    apply_->setEnabled(open);
    dismiss_->setVisible(!applied && !facts.toldOnly);
    setAccessibleName(facts.what);
    setAccessibleDescription(facts.why + QLatin1Char(' ') + facts.effect);
    apply_->setAccessibleName(tr("Apply: %1").arg(facts.what));
    undo_->setAccessibleName(tr("Undo: %1").arg(facts.what));
    dismiss_->setAccessibleName(tr("Dismiss: %1").arg(facts.what));
    update();
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
