#include "wizard_branch_form.h"

#include <map>

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSpinBox>
#include <QTimeEdit>
#include <QVBoxLayout>

#include <smartqueue/domain/limits.h>
#include <smartqueue/engine/time_zones.h>
#include <smartqueue/foundation/text.h>
#include <smartqueue/presentation/setup_checks.h>
#include <smartqueue/widgets/action_button.h>
#include <smartqueue/widgets/card.h>
#include <smartqueue/widgets/choice_group.h>
#include <smartqueue/widgets/text_label.h>

#include "setup_branch_form.h"
#include "field_box.h"
#include "edit_form.h"
#include "minutes_box.h"

namespace smartqueue::pages {

using namespace widgets;

namespace {

/// A field of the form with its label and a sentence below still reads well.
constexpr int leastCard = 380;

QWidget *pairOf(QWidget *first, QWidget *second, QWidget *parent)
{
    auto *row = new QWidget(parent);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::s);
    layout->addWidget(first, 1);
    layout->addWidget(second, 1);
    row->setFocusProxy(first);
    return row;
}

struct QueueTemplate {
    QString name;
    double minutes;
};

QList<QueueTemplate> queuesOf(const QString &id)
{
    if (id == QLatin1String("bank")) {
        return {{WizardBranchForm::tr("Cash desk"), 5}, {WizardBranchForm::tr("Advice"), 15}, {WizardBranchForm::tr("Accounts and cards"), 10}};
    }
    if (id == QLatin1String("clinic")) {
        return {{WizardBranchForm::tr("Reception"), 5}, {WizardBranchForm::tr("Blood tests"), 15}, {WizardBranchForm::tr("Consultation"), 20}};
    }
    return {{WizardBranchForm::tr("Information"), 5}, {WizardBranchForm::tr("Passports"), 15}, {WizardBranchForm::tr("Payments"), 10},
            {WizardBranchForm::tr("Vehicle titles"), 20}};
}

} // namespace

WizardBranchForm::WizardBranchForm(QWidget *parent)
    : QWidget(parent), m_name(new QLineEdit(this)), m_zone(timeZoneBox(this)), m_opens(new QTimeEdit(QTime(9, 0), this)),
      m_closes(new QTimeEdit(QTime(17, 0), this)), m_counters(new QSpinBox(this)), m_agents(new QLineEdit(this)),
      m_templates(new ChipGroup(tr("Ready-made queues"), this)), m_template(QStringLiteral("townhall"))
{
    m_zone->setCurrentText(QString::fromStdString(engine::localTimeZoneName()));
    m_opens->setDisplayFormat(QStringLiteral("HH:mm"));
    m_closes->setDisplayFormat(QStringLiteral("HH:mm"));
    m_name->setObjectName(QStringLiteral("newBranchName"));
    m_counters->setObjectName(QStringLiteral("newBranchCounters"));
    m_counters->setRange(1, 200);
    m_counters->setValue(3);

    auto *branch = new Card(this);
    branch->setPadding(space::xl);
    m_branchTitle = new TextLabel({}, TextSize::heading, QFont::Bold, Ink::text, branch);
    m_nameField = new FieldBox(m_name, branch);
    m_zoneField = new FieldBox(m_zone, branch);
    m_hoursField = new FieldBox(pairOf(m_opens, m_closes, branch), branch);
    m_countersField = new FieldBox(m_counters, branch);
    m_agentsField = new FieldBox(m_agents, branch);
    branch->column()->setSpacing(space::m);
    branch->column()->addWidget(m_branchTitle);
    for (FieldBox *field : {m_nameField, m_zoneField, m_hoursField, m_countersField, m_agentsField})
        branch->column()->addWidget(field);
    branch->column()->addStretch(1);

    auto *queues = new Card(this);
    queues->setPadding(space::xl);
    m_queuesTitle = new TextLabel({}, TextSize::heading, QFont::Bold, Ink::text, queues);
    m_queuesHint = new TextLabel({}, TextSize::small, QFont::Normal, Ink::muted, queues);
    m_queuesHint->setWordWrap(true);
    m_queuesProblem = new TextLabel({}, TextSize::small, QFont::Normal, Ink::critical, queues);
    m_queuesProblem->setWordWrap(true);
    m_queuesProblem->hide();
    auto *rows = new QWidget(queues);
    m_queueColumn = new QVBoxLayout(rows);
    m_queueColumn->setContentsMargins(0, 0, 0, 0);
    m_queueColumn->setSpacing(space::s);
    m_add = new ActionButton(Icon::plus, {}, ButtonKind::secondary, queues);
    queues->column()->setSpacing(space::m);
    queues->column()->addWidget(m_queuesTitle);
    queues->column()->addWidget(m_templates);
    queues->column()->addWidget(m_queuesHint);
    queues->column()->addWidget(rows);
    queues->column()->addWidget(m_queuesProblem);
    queues->column()->addWidget(m_add, 0, Qt::AlignLeading);
    queues->column()->addStretch(1);

    m_sides = new QBoxLayout(QBoxLayout::LeftToRight, this);
    m_sides->setContentsMargins(0, 0, 0, 0);
    m_sides->setSpacing(space::l);
    m_sides->addWidget(branch, 1);
    m_sides->addWidget(queues, 1);

    connect(m_templates, &ChipGroup::currentChanged, this, &WizardBranchForm::useTemplate);
    connect(m_add, &QAbstractButton::clicked, this, [this] {
        addQueue({}, 10);
        m_queuesTyped = true;
        m_rows.last().name->setFocus();
    });
    connect(m_counters, &QSpinBox::valueChanged, this, &WizardBranchForm::nameAgents);
    connect(m_agents, &QLineEdit::textEdited, this, [this] { m_agentsTyped = true; });
    for (QLineEdit *field : {m_name, m_agents})
        connect(field, &QLineEdit::textChanged, this, &WizardBranchForm::sayAgain);
    for (QTimeEdit *field : {m_opens, m_closes})
        connect(field, &QTimeEdit::timeChanged, this, &WizardBranchForm::sayAgain);
    connect(m_zone, &QComboBox::currentTextChanged, this, &WizardBranchForm::sayAgain);
    retranslate();
    m_templates->setCurrentId(m_template);
    useTemplate(m_template);
}

void WizardBranchForm::useTemplate(const QString &id)
{
    m_template = id;
    m_queuesTyped = false;
    while (!m_rows.isEmpty())
        removeQueue(m_rows.last().widget);
    for (const QueueTemplate &queue : queuesOf(id))
        addQueue(queue.name, queue.minutes);
}

void WizardBranchForm::addQueue(const QString &name, double minutes)
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::s);
    QueueRow queue{row, new QLineEdit(name, row), new MinutesBox(row), new IconButton(Icon::trash, {}, row)};
    queue.name->setMaxLength(int(limits::nameCodePoints));
    queue.minutes->setValue(minutes);
    layout->addWidget(queue.name, 1);
    layout->addWidget(queue.minutes);
    layout->addWidget(queue.remove);
    connect(queue.name, &QLineEdit::textEdited, this, [this] { m_queuesTyped = true; });
    connect(queue.name, &QLineEdit::textChanged, this, &WizardBranchForm::sayAgain);
    connect(queue.remove, &QAbstractButton::clicked, this, [this, row] {
        m_queuesTyped = true;
        removeQueue(row);
    });
    m_queueColumn->addWidget(row);
    m_rows.append(queue);
    nameRows();
}

void WizardBranchForm::removeQueue(QWidget *row)
{
    m_rows.removeIf([row](const QueueRow &queue) { return queue.widget == row; });
    row->hide();
    row->deleteLater();
    nameRows();
    sayAgain();
}

void WizardBranchForm::nameRows()
{
    for (int i = 0; i < m_rows.size(); ++i) {
        m_rows.at(i).name->setAccessibleName(tr("Name of queue %L1").arg(i + 1));
        m_rows.at(i).minutes->setAccessibleName(tr("To be called within, queue %L1").arg(i + 1));
        m_rows.at(i).minutes->setSuffix(tr(" min"));
        const QString remove = tr("Remove queue %L1").arg(i + 1);
        m_rows.at(i).remove->setAccessibleName(remove);
        m_rows.at(i).remove->setToolTip(remove);
        m_rows.at(i).remove->setEnabled(m_rows.size() > 1);
    }
}

void WizardBranchForm::nameAgents()
{
    if (m_agentsTyped)
        return;
    QStringList names;
    for (int i = 1; i <= m_counters->value(); ++i)
        names.append(tr("Agent %L1").arg(i));
    m_agents->setText(names.join(QStringLiteral(", ")));
    m_agents->setCursorPosition(0);
}

void WizardBranchForm::fit(int width)
{
    m_sides->setDirection(width >= 2 * scaled(leastCard) + m_sides->spacing() ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

BranchPlan WizardBranchForm::plan() const
{
    BranchPlan plan;
    plan.branch.name = m_name->text().trimmed().toStdString();
    plan.branch.timeZone = m_zone->currentText().trimmed().toStdString();
    const auto minutes = [](const QTime &time) { return time.hour() * 60 + time.minute(); };
    plan.branch.opensAt = minutes(m_opens->time());
    plan.branch.closesAt = minutes(m_closes->time());
    for (int i = 1; i <= m_counters->value(); ++i)
        plan.branch.counters.push_back(std::to_string(i));
    for (const QueueRow &row : m_rows)
        plan.queues.push_back({row.name->text().trimmed().toStdString(), std::chrono::seconds(qRound(row.minutes->value() * 60))});
    plan.agents = listOf(m_agents->text());
    return plan;
}

bool WizardBranchForm::check()
{
    m_checked = true;
    QWidget *first = showProblems();
    if (first)
        first->setFocus();
    return first == nullptr;
}

void WizardBranchForm::sayAgain()
{
    if (m_checked)
        showProblems();
}

QWidget *WizardBranchForm::showProblems()
{
    using About = presentation::SetupField;
    const BranchPlan planned = plan();
    QWidget *first = nullptr;
    std::map<FieldBox *, QString> said{{m_nameField, {}}, {m_zoneField, {}}, {m_hoursField, {}}};
    const queueing::BranchState none;
    const QList<presentation::FieldProblem> problems = presentation::SetupChecks(none).branch(planned.branch);
    for (const presentation::FieldProblem &problem : problems) {
        FieldBox *field = problem.field == About::timeZone ? m_zoneField : problem.field == About::hours ? m_hoursField : m_nameField;
        said[field] = problem.words;
        first = first ? first : field->control();
    }
    for (const auto &[field, words] : said)
        field->setProblem(words);
    QString queueProblem;
    for (int i = 0; i < m_rows.size(); ++i) {
        const QString name = m_rows.at(i).name->text().trimmed();
        const bool visible = hasVisibleText(name.toStdString());
        bool taken = false;
        for (int other = 0; other < i; ++other)
            taken = taken || m_rows.at(other).name->text().trimmed().compare(name, Qt::CaseInsensitive) == 0;
        if (queueProblem.isEmpty() && (!visible || taken)) {
            queueProblem = !visible ? tr("Give every queue a name.") : tr("Two queues are called %1.").arg(name);
            first = first ? first : m_rows.at(i).name;
        }
    }
    m_queuesProblem->setText(queueProblem);
    m_queuesProblem->setVisible(!queueProblem.isEmpty());
    m_agentsField->setProblem(planned.agents.empty() ? tr("At least one person calls tickets.") : QString());
    if (planned.agents.empty())
        first = first ? first : m_agents;
    return first;
}

QWidget *WizardBranchForm::firstField() const
{
    return m_name;
}

void WizardBranchForm::retranslate()
{
    m_branchTitle->setText(tr("Your branch"));
    m_nameField->setLabel(tr("Name of the branch"));
    m_zoneField->setLabel(tr("Time zone"));
    m_hoursField->setLabel(tr("Open from – to"));
    m_opens->setAccessibleName(tr("Opens at"));
    m_closes->setAccessibleName(tr("Closes at"));
    m_countersField->setLabel(tr("Counters"));
    m_agentsField->setLabel(tr("Who serves"));
    m_agentsField->setHint(tr("Names with commas between them. Everybody calls from every queue at first."));
    m_queuesTitle->setText(tr("Your queues"));
    m_queuesHint->setText(tr("Name, and within how many minutes people are to be called."));
    m_add->setText(tr("Add a queue"));
    m_templates->setAccessibleName(tr("Ready-made queues"));
    m_templates->setChoices({{QStringLiteral("bank"), tr("Bank"), Icon::none, -1, {}},
                             {QStringLiteral("clinic"), tr("Clinic"), Icon::none, -1, {}},
                             {QStringLiteral("townhall"), tr("Town hall"), Icon::none, -1, {}}});
    nameAgents();
    nameRows();
    if (!m_queuesTyped && !m_rows.isEmpty())
        useTemplate(m_template);
    sayAgain();
}

} // namespace smartqueue::pages
