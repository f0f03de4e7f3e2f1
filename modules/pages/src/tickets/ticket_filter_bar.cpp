#include "ticket_filter_bar.h"

#include <algorithm>

#include <QBoxLayout>
#include <QComboBox>
#include <QKeySequence>
#include <QSignalBlocker>
#include <QTimer>

#include <smartqueue/domain/names.h>
#include <smartqueue/widgets/choice_group.h>
#include <smartqueue/widgets/search_field.h>
#include <smartqueue/widgets/theme.h>

#include "ticket_looks.h"

namespace smartqueue::pages {

using namespace widgets;
using presentation::TicketFilter;

namespace {

constexpr auto typingPause = std::chrono::milliseconds(80);

QString allStates() { return QStringLiteral("all"); }

QString wordOf(std::string_view name)
{
    return QString::fromUtf8(name.data(), qsizetype(name.size()));
}

/// Fills a filter box with "all" and the named ones; what was chosen stays when it is still there.
void refill(QComboBox &box, const QString &all, const QList<std::pair<QString, qint64>> &named)
{
    bool same = box.count() == named.size() + 1 && box.itemText(0) == all;
    for (int i = 0; same && i < named.size(); ++i)
        same = box.itemText(i + 1) == named[i].first && box.itemData(i + 1).toLongLong() == named[i].second;
    if (same)
        return;
    const QSignalBlocker quiet(box);
    const QVariant chosen = box.currentData();
    box.clear();
    box.addItem(all, qint64(0));
    for (const auto &[text, id] : named)
        box.addItem(text, id);
    box.setCurrentIndex(std::max(box.findData(chosen), 0));
}

} // namespace

TicketFilterBar::TicketFilterBar(engine::Engine &engine, QWidget *parent)
    : QWidget(parent)
    , m_engine(engine)
{
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(space::m);
    m_row = new QHBoxLayout;
    m_row->setSpacing(space::s);
    m_search = new SearchField(QString());
    m_search->setObjectName(QStringLiteral("ticketSearch"));
    m_search->setKeyCap(QKeySequence(QKeySequence::Find).toString(QKeySequence::NativeText));
    m_row->addWidget(m_search, 1);
    m_period = new QComboBox;
    m_queue = new QComboBox;
    m_agent = new QComboBox;
    for (QComboBox *box : {m_period, m_queue, m_agent}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        box->setMaximumWidth(scaled(160));
    }
    m_boxes = new QHBoxLayout;
    m_boxes->setSpacing(space::s);
    m_boxes->addWidget(m_period);
    m_boxes->addWidget(m_queue);
    m_boxes->addWidget(m_agent);
    m_row->addLayout(m_boxes);
    rows->addLayout(m_row);
    m_states = new ChipGroup(QString());
    rows->addWidget(m_states);

    auto *searchSoon = new QTimer(this);
    searchSoon->setSingleShot(true);
    searchSoon->setInterval(typingPause);
    connect(searchSoon, &QTimer::timeout, this, &TicketFilterBar::filterChanged);
    connect(m_search, &QLineEdit::textChanged, searchSoon, qOverload<>(&QTimer::start));
    for (QComboBox *box : {m_period, m_queue, m_agent})
        connect(box, &QComboBox::currentIndexChanged, this, &TicketFilterBar::filterChanged);
    connect(m_states, &ChoiceGroup::currentChanged, this, &TicketFilterBar::filterChanged);
}

void TicketFilterBar::fit(int width)
{
    int needed = scaled(200) + space::s;
    for (int i = 0; i < m_row->count(); ++i) {
        if (QWidget *button = m_row->itemAt(i)->widget(); button && button != m_search)
            needed += button->sizeHint().width() + space::s;
    }
    for (const QComboBox *box : {m_period, m_queue, m_agent})
        needed += std::min(box->sizeHint().width(), box->maximumWidth()) + space::s;
    auto *rows = static_cast<QVBoxLayout *>(layout());
    const bool below = needed > width;
    const bool isBelow = rows->indexOf(m_boxes) >= 0;
    if (below == isBelow)
        return;
    if (below) {
        m_row->removeItem(m_boxes);
        m_boxes->setParent(nullptr);
        rows->insertLayout(1, m_boxes);
    } else {
        rows->removeItem(m_boxes);
        m_boxes->setParent(nullptr);
        m_row->insertLayout(1, m_boxes);
    }
}

void TicketFilterBar::addButton(QWidget *button)
{
    m_row->addWidget(button);
}

TicketFilter TicketFilterBar::filter() const
{
    TicketFilter filter;
    filter.period = TicketFilter::Period(std::max(m_period->currentIndex(), 0));
    filter.text = m_search->text().trimmed();
    if (const qint64 queue = m_queue->currentData().toLongLong())
        filter.queue = QueueId{queue};
    if (const qint64 agent = m_agent->currentData().toLongLong())
        filter.agent = AgentId{agent};
    filter.state = fromName<TicketState>(m_states->currentId().toStdString());
    return filter;
}

void TicketFilterBar::narrowTo(const QString &number, std::optional<QueueId> queue)
{
    m_period->setCurrentIndex(0);
    m_search->setText(number);
    m_queue->setCurrentIndex(queue ? std::max(m_queue->findData(qint64(queue->value)), 0) : 0);
    m_agent->setCurrentIndex(0);
    m_states->setCurrentId(allStates());
    Q_EMIT filterChanged();
}

void TicketFilterBar::showCounts(const std::array<std::int64_t, 8> &counts, std::int64_t matches)
{
    m_search->setCountText(tr("%n ticket(s)", nullptr, int(matches)));
    std::int64_t all = 0;
    for (std::int64_t count : counts)
        all += count;
    QList<Choice> chips{{allStates(), tr("All"), Icon::none, int(all), {}}};
    for (std::size_t i = 0; i < counts.size(); ++i) {
        const auto state = TicketState(i);
        const QString id = wordOf(nameOf(state));
        const bool rare = state == TicketState::abandoned || state == TicketState::cancelled;
        if (rare && counts[i] == 0 && m_states->currentId() != id)
            continue;
        const PillLook look = stateLook(state);
        chips.append({id, look.text, look.icon, int(counts[i]), {}});
    }
    m_states->setChoices(chips);
    if (m_states->currentId().isEmpty())
        m_states->setCurrentId(allStates());
}

void TicketFilterBar::followBranch()
{
    const engine::SharedSnapshot snapshot = m_engine.snapshot();
    QList<std::pair<QString, qint64>> queues;
    for (const auto &[id, queue] : snapshot->state.queues)
        queues.append({QString::fromStdString(queue.config.name), id.value});
    refill(*m_queue, tr("All queues"), queues);
    QList<std::pair<QString, qint64>> agents;
    for (const auto &[id, agent] : snapshot->state.agents)
        agents.append({QString::fromStdString(agent.name), id.value});
    std::sort(agents.begin(), agents.end(),
              [](const auto &a, const auto &b) { return QString::localeAwareCompare(a.first, b.first) < 0; });
    refill(*m_agent, tr("All agents"), agents);
}

void TicketFilterBar::retranslate()
{
    const QString search = tr("Search by number");
    m_search->setAccessibleName(search);
    m_search->setPlaceholderText(search);
    m_states->setAccessibleName(tr("State"));
    {
        const QSignalBlocker quiet(m_period);
        const int chosen = std::max(m_period->currentIndex(), 0);
        m_period->clear();
        m_period->addItems({tr("Today"), tr("7 days"), tr("All")});
        m_period->setCurrentIndex(chosen);
        m_period->setAccessibleName(tr("Period"));
    }
    m_queue->setAccessibleName(tr("Queue"));
    m_agent->setAccessibleName(tr("Agent"));
    followBranch();
}

} // namespace smartqueue::pages
