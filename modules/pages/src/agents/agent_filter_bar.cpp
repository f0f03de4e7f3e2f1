#include "agent_filter_bar.h"

#include <QBoxLayout>
#include <QSignalBlocker>

#include <smartqueue/presentation/words.h>
#include <smartqueue/widgets/action_button.h>
#include <smartqueue/widgets/choice_group.h>
#include <smartqueue/widgets/search_field.h>

#include "agent_looks.h"

namespace smartqueue::pages {

using namespace widgets;
using presentation::AgentGroup;
namespace words = presentation::words;

namespace {

QString idOf(AgentGroup group)
{
    return QString::number(int(group));
}

} // namespace

AgentFilterBar::AgentFilterBar(QWidget *parent)
    : QWidget(parent), m_row(new QBoxLayout(QBoxLayout::LeftToRight)), m_search(new SearchField({}, this)),
      m_breaks(new ActionButton(Icon::coffee, {}, ButtonKind::secondary, this)), m_new(new ActionButton(Icon::plus, {}, ButtonKind::secondary, this)),
      m_groups(new ChipGroup({}, this))
{
    m_search->setObjectName(QStringLiteral("agentSearch"));
    m_breaks->setObjectName(QStringLiteral("agentBreaks"));
    m_new->setObjectName(QStringLiteral("agentNew"));
    m_groups->setObjectName(QStringLiteral("agentGroups"));
    m_row->setSpacing(space::s);
    m_row->addWidget(m_search, 1);
    m_row->addWidget(m_breaks);
    m_row->addWidget(m_new);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(space::m);
    rows->addLayout(m_row);
    rows->addWidget(m_groups);
    connect(m_search, &QLineEdit::textChanged, this, &AgentFilterBar::filterChanged);
    connect(m_groups, &ChoiceGroup::currentChanged, this, &AgentFilterBar::filterChanged);
    connect(m_new, &QPushButton::clicked, this, &AgentFilterBar::newRequested);
    connect(m_breaks, &QPushButton::clicked, this, &AgentFilterBar::breaksRequested);
}

QString AgentFilterBar::text() const
{
    return m_search->text();
}

AgentGroup AgentFilterBar::group() const
{
    return AgentGroup(m_groups->currentId().toInt());
}

void AgentFilterBar::clear()
{
    {
        const QSignalBlocker quiet(this);
        m_search->clear();
        m_groups->setCurrentId(idOf(AgentGroup::all));
    }
    Q_EMIT filterChanged();
}

void AgentFilterBar::showCounts(const presentation::AgentTableModel &model)
{
    const std::pair<AgentGroup, QString> groups[]{{AgentGroup::available, words::agentStatus(AgentStatus::available)},
                                                  {AgentGroup::serving, tr("With a customer")},
                                                  {AgentGroup::onBreak, words::agentStatus(AgentStatus::paused)},
                                                  {AgentGroup::signedOut, words::agentStatus(AgentStatus::offline)},
                                                  {AgentGroup::noProfile, tr("No profile here")}};
    QList<Choice> chips{{idOf(AgentGroup::all), tr("All"), Icon::none, model.count(AgentGroup::all), {}}};
    for (const auto &[group, word] : groups) {
        const int count = model.count(group);
        if (group == AgentGroup::noProfile && count == 0 && m_groups->currentId() != idOf(group))
            continue;
        chips.append({idOf(group), word, agentLook(group, false, false, {}).icon, count, {}});
    }
    m_groups->setChoices(chips);
    if (m_groups->currentId().isEmpty())
        m_groups->setCurrentId(idOf(AgentGroup::all));
    m_search->setCountText(m_search->text().isEmpty() ? QString() : tr("%n match(es)", nullptr, model.count(AgentGroup::all)));
}

void AgentFilterBar::setActs(bool agents, bool breaks)
{
    m_new->setVisible(agents);
    m_breaks->setVisible(breaks);
}

void AgentFilterBar::fit(int width)
{
    int needed = scaled(200);
    for (const ActionButton *button : {m_new, m_breaks})
        needed += button->isHidden() ? 0 : button->sizeHint().width() + space::s;
    m_row->setDirection(width < needed ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void AgentFilterBar::retranslate()
{
    const QString search = tr("Search people");
    m_search->setAccessibleName(search);
    m_search->setPlaceholderText(search);
    m_groups->setAccessibleName(tr("Status"));
    m_breaks->setText(tr("Breaks…"));
    m_new->setText(tr("New agent"));
}

} // namespace smartqueue::pages
