#pragma once

#include <functional>
#include <map>
#include <optional>

#include <QList>
#include <QWidget>

#include <smartqueue/domain/commands.h>
#include <smartqueue/engine/engine.h>
#include <smartqueue/presentation/setup_checks.h>

class QVBoxLayout;

namespace smartqueue::pages {

class FieldBox;

/// The fields of one kind of thing: filled from the branch, turned into commands. Checks while typing, but complains about
/// an untouched field only when it is submitted.
class EditForm : public QWidget {
    Q_OBJECT
public:
    explicit EditForm(QWidget *parent = nullptr);

    /// Fills the fields; id 0 is a new one.
    void edit(const engine::SharedSnapshot &snapshot, qint64 id);
    qint64 id() const { return m_id; }
    bool isNew() const { return m_id == 0; }
    bool isDirty() const { return m_dirty; }
    /// Says what has to be mended and focuses the first such field; false if there is something.
    bool check(const engine::SharedSnapshot &snapshot);
    /// Puts a refusal next to its field; false when it belongs to none.
    bool showRefusal(const Failure &failure, const QString &words);

    /// Says what is complained about again, in the language of now.
    void sayAgain();

    /// A command that saves a part, made when those before it are in the log; it is handed the id of the thing by then.
    using Step = std::function<CommandBody(qint64 id)>;

    virtual QString title() const = 0;
    virtual CommandBody command() const = 0;
    /// What saves it, one after the other; the first is command() where one is enough.
    virtual std::vector<Step> steps() const;
    /// Nothing of it may be changed by the one who looks at it.
    virtual bool isReadOnly() const { return false; }
    /// None where nothing is left to remove.
    virtual std::optional<CommandBody> removal() const = 0;
    /// "Remove the queue Payments? …"
    virtual QString removalQuestion() const = 0;
    virtual QWidget *firstField() const = 0;
    virtual void retranslate() = 0;

Q_SIGNALS:
    void edited();
    /// Something besides the fields is asked for, at once after the question was answered by `yes`; `done` says that it happened.
    void actRequested(const QString &question, const QString &yes, const smartqueue::CommandBody &command, const QString &done);

protected:
    virtual void fill() = 0;
    virtual QList<presentation::FieldProblem> problems() const = 0;
    /// The branch that the fields were filled from.
    const queueing::BranchState &state() const;

    FieldBox *addField(presentation::SetupField about, QWidget *control);
    QVBoxLayout *column() const { return m_column; }
    void touched(presentation::SetupField about);
    /// Something was typed that is not to be judged yet.
    void typed();
    /// Connect a control's change signal to this.
    std::function<void()> touching(presentation::SetupField about);

private:
    void showProblems(bool everywhere);

    QVBoxLayout *m_column;
    std::map<presentation::SetupField, FieldBox *> m_fields;
    std::map<presentation::SetupField, bool> m_touched;
    engine::SharedSnapshot m_snapshot;
    qint64 m_id = 0;
    bool m_dirty = false;
    bool m_filling = false;
    /// It was submitted, so that untouched fields are complained about too.
    bool m_submitted = false;
};

/// "a, b" as a list without blanks and repetitions.
std::vector<std::string> listOf(const QString &commaSeparated);
QString commaSeparated(const std::vector<std::string> &names);

} // namespace smartqueue::pages
