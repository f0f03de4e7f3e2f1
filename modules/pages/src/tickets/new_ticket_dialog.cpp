#include "new_ticket_dialog.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QSpinBox>

#include <smartqueue/analytics/eta.h>
#include <smartqueue/domain/limits.h>
#include <smartqueue/presentation/ticket_facts.h>
#include <smartqueue/presentation/words.h>
#include <smartqueue/widgets/action_button.h>
#include <smartqueue/widgets/text_label.h>

namespace smartqueue::pages {

using namespace widgets;
namespace words = presentation::words;

NewTicketDialog::NewTicketDialog(engine::Engine &engine, QWidget *parent)
    : QDialog(parent)
    , m_engine(engine)
{
    setWindowTitle(tr("New ticket"));
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(true);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(space::xl, space::xl, space::xl, space::l);
    rows->setSpacing(space::m);
    rows->addWidget(new TextLabel(tr("New ticket"), TextSize::title, QFont::Bold));

    m_queue = new QComboBox;
    m_queue->setObjectName(QStringLiteral("newTicketQueue"));
    const engine::SharedSnapshot snapshot = engine.snapshot();
    for (const auto &[id, queue] : snapshot->state.queues) {
        if (presentation::wouldAccept(*snapshot, IssueTicket{.queue = id}, {}, engine.clock().now()))
            m_queue->addItem(QString::fromStdString(queue.config.name), qint64(id.value));
    }
    m_channel = new QComboBox;
    for (const char *channel : {"desk", "kiosk", "web", "app", "qr", "whatsapp"})
        m_channel->addItem(words::channel(channel), QString::fromLatin1(channel));
    m_priority = new QSpinBox;
    m_priority->setRange(-limits::priority, limits::priority);
    m_customer = new QLineEdit;
    m_customer->setMaxLength(int(limits::reasonCodePoints));
    m_customer->setPlaceholderText(tr("Name or reference, if it is needed"));
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(space::l);
    form->setVerticalSpacing(space::m);
    form->addRow(tr("&Queue"), m_queue);
    form->addRow(tr("C&hannel"), m_channel);
    form->addRow(tr("&Priority"), m_priority);
    form->addRow(tr("Cus&tomer"), m_customer);
    rows->addLayout(form);
    m_told = new TextLabel({}, TextSize::body, QFont::Normal, Ink::muted);
    m_told->setWordWrap(true);
    m_told->setMinimumWidth(scaled(340));
    rows->addWidget(m_told);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    auto *close = new ActionButton(tr("Close"));
    close->setKeyCap(tr("Esc"));
    m_issue = new ActionButton(Icon::ticket, tr("Issue"), ButtonKind::primary);
    m_issue->setObjectName(QStringLiteral("newTicketIssue"));
    m_issue->setDefault(true);
    buttons->addWidget(close);
    buttons->addWidget(m_issue);
    rows->addLayout(buttons);

    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_issue, &QPushButton::clicked, this, &NewTicketDialog::take);
    connect(m_queue, &QComboBox::currentIndexChanged, this, &NewTicketDialog::estimate);
    connect(m_priority, &QSpinBox::valueChanged, this, &NewTicketDialog::estimate);
    estimate();
    m_queue->setFocus();
}

void NewTicketDialog::estimate()
{
    m_promise.reset();
    m_issue->setEnabled(m_queue->count() > 0);
    if (m_queue->count() == 0) {
        m_told->setText(tr("No queue is open. Open one under Administration."));
        return;
    }
    const engine::SharedSnapshot snapshot = m_engine.snapshot();
    const QueueId queue{m_queue->currentData().toLongLong()};
    const analytics::Eta eta = analytics::etaOfNewArrival(snapshot->state, queue, m_priority->value(), m_engine.clock().now());
    if (eta.nobodyServes) {
        m_told->setText(tr("Nobody serves this queue now, so no waiting time is told."));
        return;
    }
    m_promise = analytics::promiseOf(eta);
    m_told->setText(tr("The customer is told: %1.").arg(words::waitRange(eta.low, eta.high)));
}

void NewTicketDialog::take()
{
    IssueTicket ticket;
    ticket.queue = QueueId{m_queue->currentData().toLongLong()};
    ticket.channel = m_channel->currentData().toString().toStdString();
    ticket.priority = m_priority->value();
    ticket.customer = m_customer->text().trimmed().toStdString();
    ticket.promise = m_promise;
    Q_EMIT requested(ticket);
    accept();
}

} // namespace smartqueue::pages
