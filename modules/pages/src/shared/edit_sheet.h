#pragma once

#include <functional>

#include <smartqueue/engine/engine.h>
#include <smartqueue/widgets/form_sheet.h>

#include "edit_form.h"

class QStackedWidget;

namespace smartqueue::widgets {
class ActionButton;
class KeyCap;
class PrimaryButton;
class TextLabel;
}

namespace smartqueue::pages {

class QuestionCard;

/// The side sheet in which one thing is made, changed or removed. Ctrl+Enter saves, Esc closes and asks first
/// when something was typed.
class EditSheet : public widgets::FormSheet {
    Q_OBJECT
public:
    EditSheet(engine::Engine &engine, QWidget *parent = nullptr);

    /// The sheet owns the form.
    void addForm(EditForm *form);
    /// Asks first when something typed in the open form would be lost.
    void edit(EditForm *form, qint64 id);
    /// Whether something typed is not saved yet.
    bool holdsTyped() const;
    /// Runs `then` at once, or after the person agreed to lose what was typed.
    void letGo(const std::function<void()> &then);
    bool isBusy() const { return m_busy; }

Q_SIGNALS:
    /// It is in the log. `entity` is its id, 0 for what was removed.
    void saved(const QString &words, qint64 entity);

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void fillAndOpen(EditForm *form, qint64 id);
    void save();
    void askToRemove();
    void askToClose();
    void ask(const QString &question, const QString &yes, std::function<void()> then);
    /// Carries the steps out one after the other; `entity` is 0 while the thing has no id.
    void send(std::vector<EditForm::Step> steps, std::size_t next, const QString &done, qint64 entity);
    void finish(const QString &done, qint64 entity);
    void refuse(const Failure &failure);
    void setBusy(bool busy);
    void retranslate();

    engine::Engine &m_engine;
    EditForm *m_form = nullptr;
    bool m_busy = false;
    QStackedWidget *m_forms;
    widgets::TextLabel *m_refusal;
    QuestionCard *m_question;
    widgets::ActionButton *m_remove;
    widgets::KeyCap *m_saveKey;
    widgets::ActionButton *m_cancel;
    widgets::PrimaryButton *m_save;
};

} // namespace smartqueue::pages
