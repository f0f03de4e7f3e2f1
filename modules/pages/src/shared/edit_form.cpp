#include "edit_form.h"

#include <algorithm>

#include <QStringList>
#include <QVBoxLayout>

#include "field_box.h"

#include <smartqueue/widgets/theme.h>

namespace smartqueue::pages {

EditForm::EditForm(QWidget *parent) : QWidget(parent), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(widgets::space::l);
}

void EditForm::edit(const engine::SharedSnapshot &snapshot, qint64 id)
{
    m_filling = true;
    m_snapshot = snapshot;
    m_id = id;
    m_touched.clear();
    m_submitted = false;
    fill();
    m_dirty = false;
    m_filling = false;
    showProblems(false);
}

bool EditForm::check(const engine::SharedSnapshot &snapshot)
{
    m_snapshot = snapshot;
    m_submitted = true;
    showProblems(true);
    const auto found = problems();
    if (found.isEmpty())
        return true;
    if (const auto field = m_fields.find(found.first().field); field != m_fields.end())
        field->second->control()->setFocus();
    return false;
}

bool EditForm::showRefusal(const Failure &failure, const QString &words)
{
    const auto field = m_fields.find(presentation::SetupChecks::fieldOf(failure));
    if (field == m_fields.end())
        return false;
    field->second->setProblem(words);
    field->second->control()->setFocus();
    return true;
}

const queueing::BranchState &EditForm::state() const
{
    static const queueing::BranchState none;
    return m_snapshot ? m_snapshot->state : none;
}

FieldBox *EditForm::addField(presentation::SetupField about, QWidget *control)
{
    auto *field = new FieldBox(control, this);
    m_fields[about] = field;
    m_column->addWidget(field);
    return field;
}

void EditForm::touched(presentation::SetupField about)
{
    if (m_filling)
        return;
    m_touched[about] = true;
    sayAgain();
    typed();
}

void EditForm::typed()
{
    if (m_filling)
        return;
    m_dirty = true;
    Q_EMIT edited();
}

std::vector<EditForm::Step> EditForm::steps() const
{
    return {[body = command()](qint64) { return body; }};
}

void EditForm::sayAgain()
{
    showProblems(m_submitted);
}

std::function<void()> EditForm::touching(presentation::SetupField about)
{
    return [this, about] { touched(about); };
}

void EditForm::showProblems(bool everywhere)
{
    const auto found = problems();
    for (const auto &[about, field] : m_fields) {
        const auto problem = std::find_if(found.begin(), found.end(), [about = about](const auto &p) { return p.field == about; });
        const bool shown = problem != found.end() && (everywhere || m_touched[about]);
        field->setProblem(shown ? problem->words : QString());
    }
}

std::vector<std::string> listOf(const QString &commaSeparated)
{
    QStringList words;
    const auto parts = commaSeparated.split(QLatin1Char(','), Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        const QString word = part.simplified();
        if (!word.isEmpty() && !words.contains(word, Qt::CaseInsensitive))
            words.append(word);
    }
    std::vector<std::string> list;
    for (const QString &word : words)
        list.push_back(word.toStdString());
    return list;
}

QString commaSeparated(const std::vector<std::string> &names)
{
    QStringList words;
    for (const std::string &name : names)
        words.append(QString::fromStdString(name));
    return words.join(QStringLiteral(", "));
}

} // namespace smartqueue::pages
