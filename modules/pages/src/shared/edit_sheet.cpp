#include "edit_sheet.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QKeySequence>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <smartqueue/engine/when_done.h>
#include <smartqueue/presentation/words.h>
#include <smartqueue/widgets/action_button.h>
#include <smartqueue/widgets/card.h>
#include <smartqueue/widgets/key_cap.h>
#include <smartqueue/widgets/painted_widget.h>
#include <smartqueue/widgets/text_label.h>

namespace smartqueue::pages {

using namespace widgets;

namespace {

/// In place of an id: what was sent took the thing away.
constexpr qint64 removedOne = -1;

} // namespace

EditSheet::EditSheet(engine::Engine &engine, QWidget *parent)
    : FormSheet({}, parent), m_engine(engine), m_forms(new QStackedWidget(this)),
      m_refusal(new TextLabel({}, TextSize::body, QFont::DemiBold, Ink::critical, this)), m_question(new Card(this)),
      m_questionText(new TextLabel({}, TextSize::body, QFont::DemiBold, Ink::text, m_question)),
      m_yes(new ActionButton({}, ButtonKind::danger, m_question)), m_no(new ActionButton({}, ButtonKind::secondary, m_question)),
      m_remove(new ActionButton(Icon::trash, {}, ButtonKind::danger, this)), m_saveKey(new KeyCap({}, this)),
      m_cancel(new ActionButton({}, ButtonKind::quiet, this)), m_save(new PrimaryButton({}, this))
{
    m_save->setObjectName(QStringLiteral("setupSave"));
    m_remove->setObjectName(QStringLiteral("setupRemove"));
    m_yes->setObjectName(QStringLiteral("setupYes"));
    m_refusal->setObjectName(QStringLiteral("setupRefusal"));
    m_refusal->setWordWrap(true);
    m_refusal->hide();
    m_questionText->setWordWrap(true);
    m_question->setInset(true);
    m_question->column()->setSpacing(space::m);
    m_question->column()->addWidget(m_questionText);
    auto *answers = new QHBoxLayout;
    answers->setSpacing(space::s);
    answers->addStretch(1);
    answers->addWidget(m_no);
    answers->addWidget(m_yes);
    m_question->column()->addLayout(answers);
    m_question->hide();

    content()->addWidget(m_forms, 1);
    notices()->addWidget(m_refusal);
    notices()->addWidget(m_question);
    footer()->addWidget(m_remove);
    footer()->addStretch(1);
    footer()->addWidget(m_saveKey);
    footer()->addWidget(m_cancel);
    footer()->addWidget(m_save);

    connect(this, &FormSheet::closeRequested, this, &EditSheet::askToClose);
    connect(m_cancel, &QAbstractButton::clicked, this, &EditSheet::askToClose);
    connect(m_remove, &QAbstractButton::clicked, this, &EditSheet::askToRemove);
    connect(m_save, &QAbstractButton::clicked, this, &EditSheet::save);
    connect(m_no, &QAbstractButton::clicked, this, &EditSheet::hideQuestion);
    connect(m_yes, &QAbstractButton::clicked, this, [this] {
        const auto then = std::move(m_then);
        hideQuestion();
        if (then)
            then();
    });
    retranslate();
}

void EditSheet::addForm(EditForm *form)
{
    m_forms->addWidget(form);
    connect(form, &EditForm::actRequested, this, [this](const QString &question, const QString &yes, const CommandBody &command, const QString &done) {
        if (m_busy)
            return;
        m_refusal->hide();
        ask(question, yes, [this, command, done] { send({[command](qint64) { return command; }}, 0, done, m_form->id()); });
    });
}

void EditSheet::edit(EditForm *form, qint64 id)
{
    letGo([this, form, id] { fillAndOpen(form, id); });
}

bool EditSheet::holdsTyped() const
{
    return isVisible() && m_form && m_form->isDirty();
}

void EditSheet::letGo(const std::function<void()> &then)
{
    // What is being saved comes to its end here first.
    if (m_busy)
        return;
    if (!holdsTyped()) {
        then();
        return;
    }
    ask(tr("Leave without saving what you typed?"), tr("Leave"), [this, then] {
        close();
        then();
    });
}

void EditSheet::fillAndOpen(EditForm *form, qint64 id)
{
    hideQuestion();
    m_refusal->hide();
    m_form = form;
    m_forms->setCurrentWidget(form);
    form->edit(m_engine.snapshot(), id);
    setTitle(form->title());
    m_remove->setVisible(form->removal().has_value());
    m_save->setText(form->isNew() ? tr("Create") : tr("Save"));
    m_save->setVisible(!form->isReadOnly());
    m_saveKey->setVisible(!form->isReadOnly());
    open(form->firstField());
}

void EditSheet::save()
{
    if (m_busy || !m_form || m_form->isReadOnly())
        return;
    m_refusal->hide();
    if (!m_form->check(m_engine.snapshot()))
        return;
    if (!m_form->isNew() && !m_form->isDirty()) {
        close();
        return;
    }
    auto steps = m_form->steps();
    if (steps.empty()) {
        close();
        return;
    }
    send(std::move(steps), 0, m_form->isNew() ? tr("Created.") : tr("Saved."), m_form->id());
}

void EditSheet::askToRemove()
{
    if (!m_form || !m_form->removal())
        return;
    ask(m_form->removalQuestion(), tr("Remove"), [this] {
        send({[body = *m_form->removal()](qint64) { return body; }}, 0, tr("Removed."), removedOne);
    });
}

void EditSheet::askToClose()
{
    if (m_question->isVisible())
        hideQuestion();
    else
        letGo([this] { close(); });
}

void EditSheet::ask(const QString &question, const QString &yes, std::function<void()> then)
{
    m_then = std::move(then);
    m_questionText->setText(question);
    m_yes->setText(yes);
    m_question->show();
    announce(m_question, question);
    m_no->setFocus(Qt::OtherFocusReason);
}

void EditSheet::hideQuestion()
{
    const bool hadFocus = m_yes->hasFocus() || m_no->hasFocus();
    m_question->hide();
    m_then = {};
    if (hadFocus && m_form)
        m_form->firstField()->setFocus(Qt::OtherFocusReason);
}

void EditSheet::send(std::vector<EditForm::Step> steps, std::size_t next, const QString &done, qint64 entity)
{
    setBusy(true);
    engine::whenDone(m_engine.submit(steps.at(next)(entity)), this, [this, steps, next, done, entity](const engine::Answer &answer) {
        const qint64 known = entity == 0 && answer ? answer->entity : entity;
        if (answer && next + 1 < steps.size()) {
            send(steps, next + 1, done, known);
            return;
        }
        // What shows it is to know it already.
        engine::whenDone(m_engine.settledSnapshot(), this, [this, answer, next, done, known](const engine::SharedSnapshot &snapshot) {
            setBusy(false);
            if (answer) {
                finish(done, known);
                return;
            }
            if (next > 0) {
                // A part is in the log: the form shows how far it came.
                m_form->edit(snapshot, known);
                retranslate();
                m_remove->setVisible(m_form->removal().has_value());
            }
            refuse(answer.error());
        });
    });
}

void EditSheet::finish(const QString &done, qint64 entity)
{
    close();
    Q_EMIT saved(done, entity == removedOne ? 0 : entity);
}

void EditSheet::refuse(const Failure &failure)
{
    const QString words = presentation::words::failure(failure);
    if (m_form->showRefusal(failure, words))
        return;
    m_refusal->setText(words);
    m_refusal->show();
    announce(m_refusal, words);
}

void EditSheet::setBusy(bool busy)
{
    m_busy = busy;
    m_save->setEnabled(!busy);
}

void EditSheet::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->modifiers().testFlag(Qt::ControlModifier))
        save();
    else
        FormSheet::keyPressEvent(event);
}

void EditSheet::changeEvent(QEvent *event)
{
    FormSheet::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void EditSheet::retranslate()
{
    m_no->setText(tr("Go on here"));
    m_remove->setText(tr("Remove…"));
    m_saveKey->setKeys(QKeySequence(Qt::CTRL | Qt::Key_Enter).toString(QKeySequence::NativeText));
    m_cancel->setText(tr("Close"));
    m_save->setText(m_form && m_form->isNew() ? tr("Create") : tr("Save"));
    if (m_form)
        setTitle(m_form->title());
}

} // namespace smartqueue::pages
