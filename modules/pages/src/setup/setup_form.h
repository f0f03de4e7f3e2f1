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

class SetupFieldBox;

/// The fields of one kind of thing: filled from the branch, turned into a command. Checks while typing, but complains about
/// an untouched field only when it is submitted.
class SetupForm : public QWidget {
    Q_OBJECT
public:
    explicit SetupForm(QWidget *parent = nullptr);

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

    virtual QString title() const = 0;
    virtual CommandBody command() const = 0;
    /// None where nothing is left to remove.
    virtual std::optional<CommandBody> removal() const = 0;
    /// "Remove the queue Payments? …"
    virtual QString removalQuestion() const = 0;
    virtual QWidget *firstField() const = 0;
    virtual void retranslate() = 0;

Q_SIGNALS:
    void edited();

protected:
    virtual void fill() = 0;
    virtual QList<presentation::FieldProblem> problems() const = 0;
    /// The branch that the fields were filled from.
    const queueing::BranchState &state() const;

    SetupFieldBox *addField(presentation::SetupField about, QWidget *control);
    QVBoxLayout *column() const { return m_column; }
    void touched(presentation::SetupField about);
    /// Connect a control's change signal to this.
    std::function<void()> touching(presentation::SetupField about);

private:
    void showProblems(bool everywhere);

    QVBoxLayout *m_column;
    std::map<presentation::SetupField, SetupFieldBox *> m_fields;
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
