#include "transfer_dialog.h"

#include <QBoxLayout>
#include <QListWidget>

#include <smartqueue/analytics/eta.h>
#include <smartqueue/presentation/words.h>
#include <smartqueue/widgets/action_button.h>
#include <smartqueue/widgets/choice_group.h>
#include <smartqueue/widgets/rich_cell_delegate.h>
#include <smartqueue/widgets/text_label.h>

namespace smartqueue::pages {

using namespace widgets;
namespace words = presentation::words;

namespace {
QString queueKind() { return QStringLiteral("queue"); }
QString agentKind() { return QStringLiteral("agent"); }
} // namespace

TransferDialog::TransferDialog(const engine::SharedSnapshot &snapshot, const QString &number, std::vector<QueueId> queues,
                               std::vector<AgentId> agents, Instant now, QWidget *parent)
    : QDialog(parent)
    , m_snapshot(snapshot)
    , m_queues(std::move(queues))
    , m_agents(std::move(agents))
    , m_now(now)
{
    setWindowTitle(tr("Transfer %1").arg(number));
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(true);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(space::xl, space::xl, space::xl, space::l);
    rows->setSpacing(space::m);
    rows->addWidget(new TextLabel(tr("Transfer %1 to").arg(number), TextSize::title, QFont::Bold));
    auto *keeps = new TextLabel(tr("It keeps its arrival time, so nobody waits twice."), TextSize::body, QFont::Normal, Ink::muted);
    keeps->setWordWrap(true);
    rows->addWidget(keeps);
    m_kind = new SegmentedControl(tr("Kind of target"));
    m_kind->setChoices({{queueKind(), tr("Queue"), Icon::none, int(m_queues.size()), {}},
                        {agentKind(), tr("Agent"), Icon::none, int(m_agents.size()), {}}});
    m_kind->setCurrentId(m_queues.empty() && !m_agents.empty() ? agentKind() : queueKind());
    rows->addWidget(m_kind, 0, Qt::AlignLeading);
    m_list = new QListWidget;
    m_list->setItemDelegate(new RichCellDelegate(m_list));
    m_list->setObjectName(QStringLiteral("transferTargets"));
    m_list->setAccessibleName(tr("Targets"));
    m_list->setMinimumSize(scaled(380), scaled(220));
    rows->addWidget(m_list, 1);
    m_none = new TextLabel({}, TextSize::body, QFont::Normal, Ink::muted);
    m_none->setWordWrap(true);
    rows->addWidget(m_none);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    auto *close = new ActionButton(tr("Close"));
    close->setKeyCap(tr("Esc"));
    m_send = new ActionButton(Icon::transfer, tr("Transfer"), ButtonKind::primary);
    m_send->setDefault(true);
    buttons->addWidget(close);
    buttons->addWidget(m_send);
    rows->addLayout(buttons);

    connect(m_kind, &ChoiceGroup::currentChanged, this, &TransferDialog::fill);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_send, &QPushButton::clicked, this, &TransferDialog::take);
    connect(m_list, &QListWidget::itemActivated, this, &TransferDialog::take);
    fill();
    m_list->setFocus();
}

void TransferDialog::fill()
{
    m_list->clear();
    const queueing::BranchState &state = m_snapshot->state;
    if (m_kind->currentId() == queueKind()) {
        for (QueueId id : m_queues) {
            const queueing::QueueState *queue = state.queue(id);
            const analytics::Eta eta = analytics::etaOfNewArrival(state, id, 0, m_now);
            const QString name = QString::fromStdString(queue->config.name);
            const QString waits = tr("%n waiting", nullptr, queue->waitingCount());
            auto *item = new QListWidgetItem(eta.nobodyServes
                                                 ? tr("%1 · %2 · nobody serves it now", "queue, waiting").arg(name, waits)
                                                 : tr("%1 · %2 · %3", "queue, waiting, estimate")
                                                       .arg(name, waits, words::waitRange(eta.low, eta.high)));
            item->setData(Qt::UserRole, qint64(id.value));
            m_list->addItem(item);
        }
        m_none->setText(tr("No other queue is open and able to serve this ticket."));
    } else {
        for (AgentId id : m_agents) {
            const Agent *agent = state.agent(id);
            auto *item = new QListWidgetItem(tr("%1 · %2", "agent, status")
                                                 .arg(QString::fromStdString(agent->name), words::agentStatus(agent->status)));
            item->setData(Qt::UserRole, qint64(id.value));
            m_list->addItem(item);
        }
        m_none->setText(tr("Nobody else who is signed in can serve this ticket."));
    }
    const bool any = m_list->count() > 0;
    m_none->setVisible(!any);
    m_send->setEnabled(any);
    if (any)
        m_list->setCurrentRow(0);
}

void TransferDialog::take()
{
    const QListWidgetItem *item = m_list->currentItem();
    if (!item)
        return;
    const std::int64_t id = item->data(Qt::UserRole).toLongLong();
    if (m_kind->currentId() == queueKind())
        Q_EMIT queueChosen(QueueId{id});
    else
        Q_EMIT agentChosen(AgentId{id});
    accept();
}

} // namespace smartqueue::pages
