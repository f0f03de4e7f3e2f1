#include "setup_queue_form.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSpinBox>

#include <smartqueue/domain/limits.h>
#include <smartqueue/presentation/words.h>
#include <smartqueue/widgets/theme.h>

#include "field_box.h"

namespace smartqueue::pages {

namespace {

using About = presentation::SetupField;

QWidget *inRow(std::initializer_list<QWidget *> controls, QWidget *parent)
{
    auto *row = new QWidget(parent);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(widgets::space::s);
    for (QWidget *control : controls)
        layout->addWidget(control, 1);
    row->setFocusProxy(*controls.begin());
    return row;
}

void select(QComboBox *box, const QVariant &data)
{
    box->setCurrentIndex(std::max(0, box->findData(data)));
}

} // namespace

QueueForm::QueueForm(QWidget *parent)
    : EditForm(parent), m_name(new QLineEdit(this)), m_service(new QComboBox(this)), m_discipline(new QComboBox(this)),
      m_prefix(new QLineEdit(this)), m_first(new QSpinBox(this)), m_last(new QSpinBox(this)), m_limited(new QCheckBox(this)),
      m_capacity(new QSpinBox(this)), m_status(new QComboBox(this))
{
    m_name->setObjectName(QStringLiteral("queueName"));
    m_prefix->setObjectName(QStringLiteral("queuePrefix"));
    m_prefix->setMaxLength(int(limits::prefixCodePoints));
    m_first->setRange(1, limits::number);
    m_last->setRange(1, limits::number);
    m_capacity->setRange(1, limits::capacity);
    for (const Discipline discipline : {Discipline::fifo, Discipline::priority, Discipline::sla})
        m_discipline->addItem({}, int(discipline));
    for (const QueueStatus status : {QueueStatus::active, QueueStatus::paused, QueueStatus::closed})
        m_status->addItem({}, int(status));

    m_nameField = addField(About::name, m_name);
    m_serviceField = addField(About::service, m_service);
    m_disciplineField = new FieldBox(m_discipline, this);
    column()->addWidget(m_disciplineField);
    m_prefixField = addField(About::prefix, m_prefix);
    m_numbersField = addField(About::numbers, inRow({m_first, m_last}, this));
    m_capacityField = addField(About::capacity, inRow({m_limited, m_capacity}, this));
    m_statusField = new FieldBox(m_status, this);
    column()->addWidget(m_statusField);
    column()->addStretch(1);

    connect(m_name, &QLineEdit::textEdited, this, touching(About::name));
    connect(m_service, &QComboBox::currentIndexChanged, this, touching(About::service));
    connect(m_discipline, &QComboBox::currentIndexChanged, this, touching(About::none));
    connect(m_prefix, &QLineEdit::textEdited, this, touching(About::prefix));
    connect(m_first, &QSpinBox::valueChanged, this, touching(About::numbers));
    connect(m_last, &QSpinBox::valueChanged, this, touching(About::numbers));
    connect(m_limited, &QCheckBox::toggled, m_capacity, &QWidget::setEnabled);
    connect(m_limited, &QCheckBox::toggled, this, touching(About::capacity));
    connect(m_capacity, &QSpinBox::valueChanged, this, touching(About::capacity));
    connect(m_status, &QComboBox::currentIndexChanged, this, touching(About::none));
    retranslate();
}

void QueueForm::fill()
{
    const auto *known = state().queue(QueueId{id()});
    m_queue = known ? known->config : Queue{};
    if (!known)
        m_queue.lastNumber = 999;
    m_name->setText(QString::fromStdString(m_queue.name));
    m_service->clear();
    for (const auto &[serviceId, service] : state().services)
        m_service->addItem(QString::fromStdString(service.name), qlonglong(serviceId.value));
    select(m_service, qlonglong(m_queue.service.value));
    select(m_discipline, int(m_queue.discipline));
    m_prefix->setText(QString::fromStdString(m_queue.prefix));
    m_first->setValue(m_queue.firstNumber);
    m_last->setValue(m_queue.lastNumber);
    m_limited->setChecked(m_queue.maxCapacity.has_value());
    m_capacity->setEnabled(m_queue.maxCapacity.has_value());
    m_capacity->setValue(m_queue.maxCapacity.value_or(50));
    select(m_status, int(m_queue.status));
}

Queue QueueForm::drafted() const
{
    Queue queue = m_queue;
    queue.name = m_name->text().trimmed().toStdString();
    queue.service = ServiceId{m_service->currentData().toLongLong()};
    queue.discipline = Discipline(m_discipline->currentData().toInt());
    queue.prefix = m_prefix->text().trimmed().toUpper().toStdString();
    queue.firstNumber = m_first->value();
    queue.lastNumber = m_last->value();
    queue.maxCapacity = m_limited->isChecked() ? std::optional(m_capacity->value()) : std::nullopt;
    queue.status = QueueStatus(m_status->currentData().toInt());
    return queue;
}

QList<presentation::FieldProblem> QueueForm::problems() const
{
    return presentation::SetupChecks(state()).queue(drafted());
}

QString QueueForm::title() const
{
    return isNew() ? tr("New queue") : QString::fromStdString(m_queue.name);
}

CommandBody QueueForm::command() const
{
    return DefineQueue{drafted()};
}

std::optional<CommandBody> QueueForm::removal() const
{
    return isNew() ? std::nullopt : std::optional<CommandBody>(RemoveQueue{m_queue.id});
}

QString QueueForm::removalQuestion() const
{
    return tr("Remove the queue %1? Its past tickets stay in the history.").arg(QString::fromStdString(m_queue.name));
}

QWidget *QueueForm::firstField() const
{
    return m_name;
}

void QueueForm::retranslate()
{
    m_nameField->setLabel(tr("Name"));
    m_serviceField->setLabel(tr("Service"));
    m_disciplineField->setLabel(tr("Who is called first"));
    for (int i = 0; i < m_discipline->count(); ++i)
        m_discipline->setItemText(i, presentation::words::discipline(Discipline(m_discipline->itemData(i).toInt())));
    m_prefixField->setLabel(tr("Letter in front of the number"));
    m_prefixField->setHint(tr("Empty: the next free letter."));
    m_numbersField->setLabel(tr("Numbers from – to"));
    m_first->setAccessibleName(tr("First number"));
    m_last->setAccessibleName(tr("Last number"));
    m_capacityField->setLabel(tr("Room for"));
    m_limited->setText(tr("Limited"));
    m_limited->setAccessibleName(tr("Limit how many may wait"));
    m_capacity->setAccessibleName(tr("How many may wait"));
    m_statusField->setLabel(tr("State"));
    m_status->setItemText(0, tr("Open"));
    m_status->setItemText(1, tr("Paused: no tickets, no calls"));
    m_status->setItemText(2, tr("Closed: no tickets, those waiting are called"));
}

} // namespace smartqueue::pages
