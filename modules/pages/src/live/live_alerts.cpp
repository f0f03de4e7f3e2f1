#include "live_alerts.h"

#include <algorithm>

#include <QVBoxLayout>

#include <smartqueue/presentation/alert_model.h>
#include <smartqueue/presentation/ticket_facts.h>
#include <smartqueue/presentation/words.h>
#include <smartqueue/widgets/action_button.h>
#include <smartqueue/widgets/pill.h>
#include <smartqueue/widgets/text_label.h>

#include "tone_of.h"

namespace smartqueue::pages {

using namespace widgets;
using presentation::AlertStanding;
namespace words = presentation::words;

namespace {

/// More stand on their own page.
constexpr std::size_t shownAlerts = 2;

} // namespace

LiveAlerts::LiveAlerts(bool mayAct, QWidget *parent)
    : Card(parent)
    , m_mayAct(mayAct)
    , m_all(new LinkButton)
{
    column()->setContentsMargins(space::l, 6, space::s, 6);
    column()->setSpacing(0);
    column()->addWidget(m_all, 0, Qt::AlignTrailing);
    connect(m_all, &QPushButton::clicked, this, &LiveAlerts::allRequested);
    retranslate();
    hide();
}

LiveAlerts::Row &LiveAlerts::rowAt(std::size_t at)
{
    while (m_rows.size() <= at) {
        Row row{new QWidget, new Pill, new TextLabel, new TextLabel({}, TextSize::small, QFont::Normal, Ink::muted),
                new ActionButton(Icon::check, tr("Acknowledge"), ButtonKind::quiet), {}};
        auto *line = new QHBoxLayout(row.box);
        line->setContentsMargins(0, 0, 0, 0);
        line->setSpacing(space::m);
        row.sentence->setWordWrap(true);
        line->addWidget(row.severity);
        line->addWidget(row.sentence, 1);
        line->addWidget(row.since);
        line->addWidget(row.acknowledge);
        row.acknowledge->setVisible(m_mayAct);
        column()->insertWidget(int(m_rows.size()), row.box);
        connect(row.acknowledge, &QPushButton::clicked, this,
                [this, index = m_rows.size()] { Q_EMIT acknowledgeRequested(m_rows[index].alert); });
        m_rows.push_back(row);
    }
    return m_rows[at];
}

void LiveAlerts::show(const engine::BranchSnapshot &snapshot)
{
    std::vector<const Alert *> open;
    for (const auto &[id, alert] : snapshot.state.alerts) {
        if (presentation::standingOf(alert, snapshot.at) == AlertStanding::open)
            open.push_back(&alert);
    }
    std::stable_sort(open.begin(), open.end(), [](const Alert *a, const Alert *b) {
        return a->severity != b->severity ? a->severity > b->severity : a->raisedAt < b->raisedAt;
    });
    const std::size_t shown = std::min(open.size(), shownAlerts);
    for (std::size_t i = 0; i < shown; ++i) {
        Row &row = rowAt(i);
        const Alert &alert = *open[i];
        row.alert = alert.id;
        const QString queue = presentation::queueName(snapshot, alert.queue);
        row.severity->setLook({alert.severity == Severity::critical ? Icon::xCircle : Icon::warningTriangle,
                               words::severity(alert.severity), toneOf(alert.severity), PillStyle::filled});
        row.sentence->setText(tr("%1: %2", "queue: what is wrong").arg(queue, presentation::alertCause(alert, snapshot)));
        row.since->setText(tr("since %1").arg(words::timeOfDay(alert.raisedAt, snapshot.zone)));
        row.acknowledge->setAccessibleName(tr("Acknowledge: %1").arg(row.sentence->text()));
    }
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        m_rows[i].box->setVisible(i < shown);
    m_all->setText(tr("All %n alert(s)", nullptr, int(open.size())));
    m_all->setVisible(open.size() > shown);
    setEdge(open.empty() ? std::nullopt : std::optional(toneOf(open.front()->severity)));
    setVisible(!open.empty());
}

QList<QWidget *> LiveAlerts::stops() const
{
    QList<QWidget *> stops;
    for (const Row &row : m_rows)
        stops.append(row.acknowledge);
    stops.append(m_all);
    return stops;
}

void LiveAlerts::retranslate()
{
    setAccessibleName(tr("Alerts that need someone"));
    for (const Row &row : m_rows)
        row.acknowledge->setText(tr("Acknowledge"));
}

} // namespace smartqueue::pages
