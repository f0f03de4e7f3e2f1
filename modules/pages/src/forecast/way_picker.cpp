#include "way_picker.h"

#include <QComboBox>
#include <QEvent>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

#include <smartqueue/domain/names.h>
#include <smartqueue/presentation/experiment.h>
#include <smartqueue/presentation/words.h>
#include <smartqueue/widgets/text_label.h>
#include <smartqueue/widgets/theme.h>

namespace smartqueue::pages {

using namespace widgets;
using simulation::Routing;

namespace {

/// More would be another branch.
constexpr int mostAgents = 20;

/// Says "1 more", "as recorded".
class AgentsBox final : public QSpinBox {
public:
    using QSpinBox::QSpinBox;

protected:
    QString textFromValue(int value) const override
    {
        return value == 0 ? WayPicker::tr("as recorded") : value > 0 ? WayPicker::tr("%n more", nullptr, value) : WayPicker::tr("%n fewer", nullptr, -value);
    }
    // Only the arrows and keys change it: what is shown is words.
    int valueFromText(const QString &) const override { return value(); }
    QValidator::State validate(QString &, int &) const override { return QValidator::Acceptable; }
};

TextLabel *label(QWidget *parent)
{
    return new TextLabel({}, TextSize::small, QFont::Normal, Ink::muted, parent);
}

} // namespace

WayPicker::WayPicker(const QString &letter, QWidget *parent)
    : QWidget(parent), m_letter(letter), m_title(new TextLabel({}, TextSize::heading, QFont::DemiBold, Ink::text, this)), m_discipline(new QComboBox(this)),
      m_routing(new QComboBox(this)), m_disciplineLabel(label(this)), m_routingLabel(label(this)), m_agentsLabel(label(this)), m_agents(new AgentsBox(this))
{
    m_discipline->setObjectName(QStringLiteral("experimentDiscipline") + letter);
    m_routing->setObjectName(QStringLiteral("experimentRouting") + letter);
    m_agents->setObjectName(QStringLiteral("experimentAgents") + letter);
    for (QComboBox *box : {m_discipline, m_routing}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(12);
    }
    for (std::size_t i = 0; i < namesOf<Discipline>().size(); ++i)
        m_discipline->addItem({});
    for (int i = 0; i < simulation::routings; ++i)
        m_routing->addItem({});
    m_agents->setRange(-mostAgents, mostAgents);
    m_agents->setAlignment(Qt::AlignLeading);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::xs);
    column->addWidget(m_title);
    const QList<std::pair<TextLabel *, QWidget *>> rows{{m_disciplineLabel, m_discipline}, {m_routingLabel, m_routing}, {m_agentsLabel, m_agents}};
    for (int row = 0; row < rows.size(); ++row) {
        column->addSpacing(space::s);
        column->addWidget(rows.at(row).first);
        column->addWidget(rows.at(row).second);
    }

    connect(m_discipline, &QComboBox::currentIndexChanged, this, &WayPicker::changed);
    connect(m_routing, &QComboBox::currentIndexChanged, this, &WayPicker::changed);
    connect(m_agents, &QSpinBox::valueChanged, this, &WayPicker::changed);
    retranslate();
}

simulation::ReplayWay WayPicker::way() const
{
    return {Discipline(m_discipline->currentIndex()), Routing(m_routing->currentIndex()), m_agents->value()};
}

void WayPicker::setWay(const simulation::ReplayWay &way)
{
    const QSignalBlocker quiet(this);
    m_discipline->setCurrentIndex(int(way.discipline));
    m_routing->setCurrentIndex(int(way.routing));
    m_agents->setValue(way.extraAgents);
}

QWidget *WayPicker::firstField() const
{
    return m_discipline;
}

void WayPicker::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void WayPicker::retranslate()
{
    m_title->setText(m_letter);
    m_disciplineLabel->setText(tr("First called"));
    m_routingLabel->setText(tr("Agents call from"));
    m_agentsLabel->setText(tr("Agents"));
    const auto named = [this](const QString &what) { return tr("%1: %2", "way, part").arg(m_letter, what); };
    m_discipline->setAccessibleName(named(m_disciplineLabel->text()));
    m_routing->setAccessibleName(named(m_routingLabel->text()));
    m_agents->setAccessibleName(named(m_agentsLabel->text()));
    for (int i = 0; i < m_discipline->count(); ++i)
        m_discipline->setItemText(i, presentation::words::discipline(Discipline(i)));
    for (int i = 0; i < m_routing->count(); ++i)
        m_routing->setItemText(i, presentation::routingWords(Routing(i)));
    // The words of the number are those of the language.
    const QSignalBlocker quiet(m_agents);
    const int value = m_agents->value();
    m_agents->setValue(value == 0 ? 1 : 0);
    m_agents->setValue(value);
}

} // namespace smartqueue::pages
