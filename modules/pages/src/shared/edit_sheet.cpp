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
#include <smartqueue/widgets/key_cap.h>
#include <smartqueue/widgets/painted_widget.h>
#include <smartqueue/widgets/text_label.h>

#include "question_card.h"

namespace smartqueue::pages {

using namespace widgets;

namespace {

/// In place of an id: what was sent took the thing away.
constexpr qint64 removedOne = -1;

} // namespace

EditSheet::EditSheet(engine::Engine &engine, QWidget *parent)
    : FormSheet({}, parent), m_engine(engine), m_forms(new QStackedWidget(this)),
      m_refusal(new TextLabel({}, TextSize::body, QFont::DemiBold, Ink::critical, this)), m_question(new QuestionCard(QStringLiteral("setup"), this)),
      m_remove(new ActionButton(Icon::trash, {}, ButtonKind::danger, this)), m_saveKey(new KeyCap({}, this)),
      m_cancel(new ActionButton({}, ButtonKind::quiet, this)), m_save(new PrimaryButton({}, this))
{
    m_save->setObjectName(QStringLiteral("setupSave"));
    m_remove->setObjectName(QStringLiteral("setupRemove"));
    m_refusal->setObjectName(QStringLiteral("setupRefusal"));
    m_refusal->setWordWrap(true);
    m_refusal->hide();
    content()->addWidget(m_forms, 1);
    notices()->addWidget(m_refusal);
    notices()->addWidget(m_question);
    footer()->addWidget(m_remove);
    footer()->addStretch(1);
    footer()->addWidget(m_cancel);
    footer()->addWidget(m_saveKey);
    footer()->addWidget(m_save);

    connect(this, &FormSheet::closeRequested, this, &EditSheet::askToClose);
    connect(m_cancel, &QAbstractButton::clicked, this, &EditSheet::askToClose);
    connect(m_remove, &QAbstractButton::clicked, this, &EditSheet::askToRemove);
    connect(m_save, &QAbstractButton::clicked, this, &EditSheet::save);
    connect(m_question, &QuestionCard::focusLeft, this, [this] {
        if (m_form)
            m_form->firstField()->setFocus(Qt::OtherFocusReason);
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
    return !isHidden() && m_form && m_form->isDirty();
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
    m_question->withdraw();
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
    if (m_question->isAsking())
        m_question->withdraw();
    else
        letGo([this] { close(); });
}

void EditSheet::ask(const QString &question, const QString &yes, std::function<void()> then)
{
    m_question->ask(question, yes, tr("Go on here"), std::move(then));
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
    m_remove->setText(tr("Remove…"));
    m_saveKey->setKeys(QKeySequence(Qt::CTRL | Qt::Key_Enter).toString(QKeySequence::NativeText));
    m_cancel->setText(tr("Close"));
    m_save->setText(m_form && m_form->isNew() ? tr("Create") : tr("Save"));
    if (m_form)
        setTitle(m_form->title());
}

} // namespace smartqueue::pages
