#include "setup_branch_form.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QRegularExpression>
#include <QSpinBox>
#include <QTimeEdit>

#include <smartqueue/domain/names.h>
#include <smartqueue/engine/time_zones.h>
#include <smartqueue/presentation/words.h>
#include <smartqueue/widgets/theme.h>

#include "field_box.h"

namespace smartqueue::pages {

namespace {

using About = presentation::SetupField;

QWidget *sideBySide(QWidget *first, QWidget *second, QWidget *parent, Qt::Alignment alignment = {})
{
    auto *row = new QWidget(parent);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(widgets::space::s);
    layout->addWidget(first, 1, alignment);
    layout->addWidget(second, 1, alignment);
    row->setFocusProxy(first);
    return row;
}

/// The day's last minute stands for midnight, which a time field cannot tell from the morning's.
QTime timeOf(int minutes)
{
    return minutes >= 24 * 60 ? QTime(23, 59) : QTime(minutes / 60, minutes % 60);
}

int minutesOf(const QTime &time)
{
    return time == QTime(23, 59) ? 24 * 60 : time.hour() * 60 + time.minute();
}

/// Whole hours, written as the times beside them are: "04:00".
class HourBox : public QSpinBox {
public:
    explicit HourBox(QWidget *parent) : QSpinBox(parent) { setRange(0, 23); }

    QString textFromValue(int value) const override { return QTime(value, 0).toString(QStringLiteral("HH:mm")); }
    int valueFromText(const QString &text) const override { return text.section(QLatin1Char(':'), 0, 0).toInt(); }

    QValidator::State validate(QString &text, int &) const override
    {
        static const QRegularExpression whole(QStringLiteral("^([01]?[0-9]|2[0-3])(:00)?$"));
        static const QRegularExpression begun(QStringLiteral("^[0-9]{0,2}(:0{0,2})?$"));
        if (whole.match(text).hasMatch())
            return QValidator::Acceptable;
        return begun.match(text).hasMatch() ? QValidator::Intermediate : QValidator::Invalid;
    }
};

} // namespace

QComboBox *timeZoneBox(QWidget *parent)
{
    auto *box = new QComboBox(parent);
    box->setEditable(true);
    box->setInsertPolicy(QComboBox::NoInsert);
    for (const std::string &zone : engine::timeZoneNames())
        box->addItem(QString::fromStdString(zone));
    box->completer()->setFilterMode(Qt::MatchContains);
    box->completer()->setCompletionMode(QCompleter::PopupCompletion);
    box->completer()->setCaseSensitivity(Qt::CaseInsensitive);
    // A city that was typed and left stands for the one zone that has it.
    QObject::connect(box->lineEdit(), &QLineEdit::editingFinished, box, [box] {
        const QString typed = box->currentText().trimmed().replace(QLatin1Char(' '), QLatin1Char('_'));
        QStringList fitting;
        for (int i = 0; i < box->count(); ++i) {
            if (box->itemText(i).compare(typed, Qt::CaseInsensitive) == 0 || box->itemText(i).endsWith(QLatin1Char('/') + typed, Qt::CaseInsensitive))
                fitting.append(box->itemText(i));
        }
        if (fitting.size() == 1)
            box->setCurrentText(fitting.first());
    });
    box->setMinimumContentsLength(16);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    return box;
}

BranchForm::BranchForm(QWidget *parent)
    : EditForm(parent), m_name(new QLineEdit(this)), m_zone(timeZoneBox(this)), m_opens(new QTimeEdit(this)),
      m_closes(new QTimeEdit(this)), m_resets(new QCheckBox(this)), m_resetHour(new HourBox(this)),
      m_routing(new QComboBox(this)), m_target(new QSpinBox(this)), m_retention(new QSpinBox(this))
{
    m_name->setObjectName(QStringLiteral("branchName"));
    m_zone->setObjectName(QStringLiteral("branchZone"));
    m_opens->setDisplayFormat(QStringLiteral("HH:mm"));
    m_closes->setDisplayFormat(QStringLiteral("HH:mm"));
    m_routing->setObjectName(QStringLiteral("branchRouting"));
    for (std::size_t i = 0; i < namesOf<CallRouting>().size(); ++i)
        m_routing->addItem({});
    m_target->setRange(1, 100);
    m_retention->setRange(1, 36500);

    m_nameField = addField(About::name, m_name);
    m_zoneField = addField(About::timeZone, m_zone);
    m_hoursField = addField(About::hours, sideBySide(m_opens, m_closes, this));
    m_resetField = new FieldBox(sideBySide(m_resets, m_resetHour, this), this);
    column()->addWidget(m_resetField);
    m_routingField = addField(About::none, m_routing);
    m_targetField = addField(About::onTimeTarget, m_target);
    m_retentionField = addField(About::retention, m_retention);
    // Two short numbers in one line: the whole form fits a small screen.
    column()->addWidget(sideBySide(m_targetField, m_retentionField, this, Qt::AlignTop));

    connect(m_name, &QLineEdit::textEdited, this, touching(About::name));
    connect(m_zone, &QComboBox::currentTextChanged, this, touching(About::timeZone));
    connect(m_opens, &QTimeEdit::timeChanged, this, touching(About::hours));
    connect(m_closes, &QTimeEdit::timeChanged, this, touching(About::hours));
    connect(m_resets, &QCheckBox::toggled, m_resetHour, &QWidget::setEnabled);
    connect(m_resets, &QCheckBox::toggled, this, touching(About::none));
    connect(m_resetHour, &QSpinBox::valueChanged, this, touching(About::none));
    connect(m_target, &QSpinBox::valueChanged, this, touching(About::onTimeTarget));
    connect(m_routing, &QComboBox::currentIndexChanged, this, touching(About::none));
    connect(m_retention, &QSpinBox::valueChanged, this, touching(About::retention));
    retranslate();
}

void BranchForm::fill()
{
    const Branch &branch = state().branch;
    m_name->setText(QString::fromStdString(branch.name));
    m_zone->setCurrentText(QString::fromStdString(branch.timeZone));
    m_opens->setTime(timeOf(branch.opensAt));
    m_closes->setTime(timeOf(branch.closesAt));
    m_resets->setChecked(!branch.numberReset.never);
    m_resetHour->setValue(branch.numberReset.hour);
    m_resetHour->setEnabled(!branch.numberReset.never);
    m_target->setValue(qRound(branch.onTimeTarget * 100));
    m_routing->setCurrentIndex(int(branch.routing));
    m_retention->setValue(branch.retentionDays);
}

Branch BranchForm::drafted() const
{
    Branch branch = state().branch;
    branch.name = m_name->text().trimmed().toStdString();
    branch.timeZone = m_zone->currentText().trimmed().toStdString();
    branch.opensAt = minutesOf(m_opens->time());
    branch.closesAt = minutesOf(m_closes->time());
    branch.numberReset = {!m_resets->isChecked(), m_resetHour->value()};
    branch.onTimeTarget = m_target->value() / 100.0;
    branch.routing = CallRouting(m_routing->currentIndex());
    branch.retentionDays = m_retention->value();
    return branch;
}

QList<presentation::FieldProblem> BranchForm::problems() const
{
    return presentation::SetupChecks(state()).branch(drafted());
}

QString BranchForm::title() const
{
    return tr("Branch");
}

CommandBody BranchForm::command() const
{
    return DefineBranch{drafted()};
}

QWidget *BranchForm::firstField() const
{
    return m_name;
}

void BranchForm::retranslate()
{
    m_nameField->setLabel(tr("Name"));
    m_zoneField->setLabel(tr("Time zone"));
    m_zoneField->setHint(tr("Type a city to find it. Days and hours are the branch's own."));
    m_hoursField->setLabel(tr("Open from – to"));
    m_opens->setAccessibleName(tr("Opens at"));
    m_closes->setAccessibleName(tr("Closes at"));
    m_resetField->setLabel(tr("Ticket numbers"));
    m_resets->setText(tr("Start again every day at"));
    m_resets->setAccessibleName(tr("Numbers start again every day"));
    m_resetHour->setAccessibleName(tr("Hour at which numbers start again"));
    m_targetField->setLabel(tr("On-time target"));
    m_targetField->setHint(tr("Share of people to be called within their service's SLA."));
    m_target->setSuffix(tr(" %"));
    m_routingField->setLabel(tr("Which queue goes first"));
    m_routingField->setHint(tr("For an agent with several. Try it first under Forecast, Simulator: it shows what it would do today."));
    for (int i = 0; i < m_routing->count(); ++i)
        m_routing->setItemText(i, presentation::words::routing(CallRouting(i)));
    m_retentionField->setLabel(tr("Keep closed tickets for"));
    m_retention->setSuffix(tr(" days"));
}

} // namespace smartqueue::pages
