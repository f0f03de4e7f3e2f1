#include "setup_sheet.h"

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

#include "setup_form.h"

namespace smartqueue::pages {

using namespace widgets;

SetupSheet::SetupSheet(engine::Engine &engine, QWidget *parent)
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

    connect(this, &FormSheet::closeRequested, this, &SetupSheet::askToClose);
    connect(m_cancel, &QAbstractButton::clicked, this, &SetupSheet::askToClose);
    connect(m_remove, &QAbstractButton::clicked, this, &SetupSheet::askToRemove);
    connect(m_save, &QAbstractButton::clicked, this, &SetupSheet::save);
    connect(m_no, &QAbstractButton::clicked, this, &SetupSheet::hideQuestion);
    connect(m_yes, &QAbstractButton::clicked, this, [this] {
        const auto then = std::move(m_then);
        hideQuestion();
        if (then)
            then();
    });
    retranslate();
}

void SetupSheet::addForm(SetupForm *form)
{
    m_forms->addWidget(form);
}

void SetupSheet::edit(SetupForm *form, qint64 id)
{
    letGo([this, form, id] { fillAndOpen(form, id); });
}

bool SetupSheet::holdsTyped() const
{
    return isVisible() && m_form && m_form->isDirty();
}

void SetupSheet::letGo(const std::function<void()> &then)
{
    if (!holdsTyped()) {
        then();
        return;
    }
    ask(tr("Leave without saving what you typed?"), tr("Leave"), [this, then] {
        close();
        then();
    });
}

void SetupSheet::fillAndOpen(SetupForm *form, qint64 id)
{
    hideQuestion();
    m_refusal->hide();
    m_form = form;
    m_forms->setCurrentWidget(form);
    form->edit(m_engine.snapshot(), id);
    setTitle(form->title());
    m_remove->setVisible(form->removal().has_value());
    m_save->setText(form->isNew() ? tr("Create") : tr("Save"));
    open(form->firstField());
}

void SetupSheet::save()
{
    if (m_busy || !m_form)
        return;
    m_refusal->hide();
    if (!m_form->check(m_engine.snapshot()))
        return;
    if (!m_form->isNew() && !m_form->isDirty()) {
        close();
        return;
    }
    send(m_form->command(), m_form->isNew() ? tr("Created.") : tr("Saved."), m_form->id());
}

void SetupSheet::askToRemove()
{
    if (!m_form || !m_form->removal())
        return;
    ask(m_form->removalQuestion(), tr("Remove"), [this] { send(*m_form->removal(), tr("Removed."), 0); });
}

void SetupSheet::askToClose()
{
    if (m_question->isVisible())
        hideQuestion();
    else
        letGo([this] { close(); });
}

void SetupSheet::ask(const QString &question, const QString &yes, std::function<void()> then)
{
    m_then = std::move(then);
    m_questionText->setText(question);
    m_yes->setText(yes);
    m_question->show();
    announce(m_question, question);
    m_no->setFocus(Qt::OtherFocusReason);
}

void SetupSheet::hideQuestion()
{
    const bool hadFocus = m_yes->hasFocus() || m_no->hasFocus();
    m_question->hide();
    m_then = {};
    if (hadFocus && m_form)
        m_form->firstField()->setFocus(Qt::OtherFocusReason);
}

void SetupSheet::send(CommandBody command, const QString &done, qint64 entity)
{
    m_busy = true;
    m_save->setEnabled(false);
    engine::whenDone(m_engine.submit(std::move(command)), this, [this, done, entity](const engine::Answer &answer) {
        m_busy = false;
        m_save->setEnabled(true);
        if (!answer) {
            const QString words = presentation::words::failure(answer.error());
            if (!m_form->showRefusal(answer.error(), words)) {
                m_refusal->setText(words);
                m_refusal->show();
                announce(m_refusal, words);
            }
            return;
        }
        close();
        Q_EMIT saved(done, entity != 0 ? entity : answer->entity);
    });
}

void SetupSheet::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->modifiers().testFlag(Qt::ControlModifier))
        save();
    else
        FormSheet::keyPressEvent(event);
}

void SetupSheet::changeEvent(QEvent *event)
{
    FormSheet::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void SetupSheet::retranslate()
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
