#include "break_reasons_form.h"

#include <algorithm>

#include <QGridLayout>
#include <QLineEdit>
#include <QSpinBox>
#include <QVBoxLayout>

#include <smartqueue/domain/limits.h>
#include <smartqueue/widgets/action_button.h>

#include "field_box.h"

namespace smartqueue::pages {

using namespace widgets;

namespace {

using About = presentation::SetupField;

/// A new reason starts with the usual short break.
constexpr std::chrono::minutes firstLimit{15};

} // namespace

BreakReasonsForm::BreakReasonsForm(QWidget *parent)
    : EditForm(parent), m_list(new QWidget(this)), m_grid(new QGridLayout), m_add(new ActionButton(Icon::plus, {}, ButtonKind::secondary, this))
{
    m_add->setObjectName(QStringLiteral("breakAdd"));
    auto *rows = new QVBoxLayout(m_list);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(space::m);
    m_grid->setHorizontalSpacing(space::s);
    m_grid->setVerticalSpacing(space::s);
    m_grid->setColumnStretch(0, 1);
    rows->addLayout(m_grid);
    rows->addWidget(m_add, 0, Qt::AlignLeading);
    m_field = addField(About::breakReasons, m_list);
    column()->addStretch(1);
    connect(m_add, &QAbstractButton::clicked, this, [this] {
        addLine({{}, firstLimit});
        m_lines.last().name->setFocus(Qt::OtherFocusReason);
        touched(About::breakReasons);
    });
    retranslate();
}

void BreakReasonsForm::fill()
{
    while (!m_lines.isEmpty())
        removeLine(m_lines.last().name);
    for (const BreakReason &reason : state().branch.breakReasons)
        addLine(reason);
}

void BreakReasonsForm::addLine(const BreakReason &reason)
{
    Line line{new QLineEdit(m_list), new QSpinBox(m_list), new IconButton(Icon::trash, {}, m_list)};
    line.name->setObjectName(QStringLiteral("breakName"));
    line.name->setText(QString::fromStdString(reason.name));
    line.name->setMaxLength(int(limits::nameCodePoints));
    line.limit->setObjectName(QStringLiteral("breakLimit"));
    // The lowest value stands for no limit.
    line.limit->setRange(0, int(std::chrono::minutes(limits::breakMaximum).count()));
    line.limit->setValue(reason.limit ? int(reason.limit->count()) : 0);
    line.limit->setSingleStep(5);
    line.remove->setObjectName(QStringLiteral("breakRemove"));
    const int row = m_grid->rowCount();
    m_grid->addWidget(line.name, row, 0);
    m_grid->addWidget(line.limit, row, 1);
    m_grid->addWidget(line.remove, row, 2);
    connect(line.name, &QLineEdit::textEdited, this, touching(About::breakReasons));
    connect(line.limit, &QSpinBox::valueChanged, this, touching(About::breakReasons));
    connect(line.remove, &QAbstractButton::clicked, this, [this, name = line.name] {
        removeLine(name);
        (m_lines.isEmpty() ? static_cast<QWidget *>(m_add) : m_lines.last().name)->setFocus(Qt::OtherFocusReason);
        touched(About::breakReasons);
    });
    if (m_lines.isEmpty())
        setTabOrder(line.name, line.limit);
    else
        setTabOrder(m_lines.last().remove, line.name);
    setTabOrder(line.name, line.limit);
    setTabOrder(line.limit, line.remove);
    setTabOrder(line.remove, m_add);
    m_lines.append(line);
    nameLines();
    for (QWidget *part : {static_cast<QWidget *>(line.name), static_cast<QWidget *>(line.limit), static_cast<QWidget *>(line.remove)})
        part->show();
}

void BreakReasonsForm::removeLine(QLineEdit *name)
{
    const auto found = std::find_if(m_lines.begin(), m_lines.end(), [name](const Line &line) { return line.name == name; });
    if (found == m_lines.end())
        return;
    for (QWidget *part : {static_cast<QWidget *>(found->name), static_cast<QWidget *>(found->limit), static_cast<QWidget *>(found->remove)}) {
        m_grid->removeWidget(part);
        part->hide();
        part->deleteLater();
    }
    m_lines.erase(found);
    nameLines();
}

void BreakReasonsForm::nameLine(const Line &line, int number)
{
    line.name->setAccessibleName(tr("Reason %1").arg(number));
    line.name->setPlaceholderText(tr("Why, such as lunch"));
    line.limit->setAccessibleName(tr("Limit of reason %1").arg(number));
    line.limit->setSuffix(tr(" min"));
    line.limit->setSpecialValueText(tr("No limit"));
    const QString remove = tr("Remove reason %1").arg(number);
    line.remove->setAccessibleName(remove);
    line.remove->setToolTip(remove);
}

void BreakReasonsForm::nameLines()
{
    for (int i = 0; i < m_lines.size(); ++i)
        nameLine(m_lines.at(i), i + 1);
}

std::vector<BreakReason> BreakReasonsForm::drafted() const
{
    std::vector<BreakReason> reasons;
    for (const Line &line : m_lines) {
        BreakReason &reason = reasons.emplace_back();
        reason.name = line.name->text().trimmed().toStdString();
        if (line.limit->value() > 0)
            reason.limit = std::chrono::minutes(line.limit->value());
    }
    return reasons;
}

QList<presentation::FieldProblem> BreakReasonsForm::problems() const
{
    return presentation::SetupChecks(state()).breakReasons(drafted());
}

QString BreakReasonsForm::title() const
{
    return tr("Reasons for a break");
}

CommandBody BreakReasonsForm::command() const
{
    Branch branch = state().branch;
    branch.breakReasons = drafted();
    return DefineBranch{branch};
}

QWidget *BreakReasonsForm::firstField() const
{
    return m_lines.isEmpty() ? static_cast<QWidget *>(m_add) : m_lines.first().name;
}

void BreakReasonsForm::retranslate()
{
    m_field->setLabel(tr("What agents choose from, and for how long at most"));
    m_field->setHint(tr("Beyond the limit the break turns amber here and at the desk; nothing else happens. Without any reason the desk "
                        "offers lunch, short break, back office and meeting."));
    m_add->setText(tr("Add a reason"));
    nameLines();
}

} // namespace smartqueue::pages
