#include "alert_bell.h"

#include <algorithm>
#include <utility>

#include <QApplication>
#include <QPainter>
#include <QSystemTrayIcon>
#include <QWidget>

#include <smartqueue/presentation/alert_model.h>
#include <smartqueue/presentation/ticket_facts.h>
#include <smartqueue/widgets/icons.h>
#include <smartqueue/widgets/theme.h>

namespace smartqueue::pages {

using presentation::AlertStanding;

namespace {

constexpr auto lookEvery = std::chrono::seconds(1);
/// What goes wrong at one counter often trips several rules.
constexpr auto gatherFor = std::chrono::milliseconds(1200);

/// Acts that change at once what the rules measure.
bool stirsRules(const std::string &kind)
{
    return kind == "set_status" || kind == "sign_out" || kind == "set_queue_status" || kind == "unassign";
}

QIcon iconWithCount(int open, bool critical, const widgets::Tokens &table)
{
    if (open == 0)
        return widgets::applicationIcon();
    QPixmap picture = widgets::applicationIcon().pixmap(64, 64);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(Qt::white, 4));
    painter.setBrush(critical ? table.critical.fill : table.warning.fill);
    painter.drawEllipse(QRectF(34, 2, 28, 28));
    return QIcon(picture);
}

} // namespace

AlertBell::AlertBell(presentation::Console &console, presentation::ConsoleSettings &settings, QWidget *window)
    : QObject(window)
    , m_console(console)
    , m_settings(settings)
    , m_window(window)
    , m_second(this)
    , m_tellSoon(this)
{
    makeTray();
    m_uptime.start();
    m_second.setInterval(lookEvery);
    connect(&m_second, &QTimer::timeout, this, &AlertBell::look);
    m_second.start();
    m_tellSoon.setSingleShot(true);
    m_tellSoon.setInterval(gatherFor);
    connect(&m_tellSoon, &QTimer::timeout, this, &AlertBell::tell);
    connect(&console.engine(), &engine::Engine::eventsCommitted, this, &AlertBell::takeEvents);
    connect(&console.engine(), &engine::Engine::snapshotChanged, this, &AlertBell::look);
    look();
}

void AlertBell::makeTray()
{
    if (!QSystemTrayIcon::isSystemTrayAvailable())
        return;
    m_tray = new QSystemTrayIcon(widgets::applicationIcon(), this);
    connect(m_tray, &QSystemTrayIcon::activated, this, &AlertBell::alertsWanted);
    connect(m_tray, &QSystemTrayIcon::messageClicked, this, &AlertBell::alertsWanted);
    m_tray->show();
}

void AlertBell::takeEvents(const engine::SharedBatches &batches)
{
    const AgentId desk = m_console.deskAgent();
    const bool own = std::any_of(batches->begin(), batches->end(), [&](const EventBatch &batch) {
        return stirsRules(batch.kind) && (!batch.actor || (desk && batch.actor == desk));
    });
    if (own)
        m_watch.noteOwnAct(Duration(m_uptime.elapsed()));
}

bool AlertBell::isQuietNow() const
{
    const auto hours = m_settings.quietHours();
    if (!hours)
        return false;
    const auto local = m_console.engine().snapshot()->zone.toLocal(m_console.now());
    const auto sinceMidnight = local - std::chrono::floor<std::chrono::days>(local);
    return presentation::isQuiet(int(std::chrono::floor<std::chrono::minutes>(sinceMidnight).count()), hours->first, hours->second);
}

QString AlertBell::sentence(const Alert &alert) const
{
    return tr("%1: %2", "queue: what is wrong")
        .arg(presentation::queueName(*m_console.engine().snapshot(), alert.queue), presentation::alertSentence(alert));
}

void AlertBell::look()
{
    const auto snapshot = m_console.engine().snapshot();
    const auto &alerts = snapshot->state.alerts;
    const presentation::AlertWatch::Surroundings around{m_window->isActiveWindow(), isQuietNow(), m_settings.sound()};
    const auto calls = m_watch.evaluate(alerts, m_console.now(), Duration(m_uptime.elapsed()), around);
    m_untold.insert(m_untold.end(), calls.toasts.begin(), calls.toasts.end());
    if (!m_untold.empty() && !m_tellSoon.isActive())
        m_tellSoon.start();
    for (const AlertId id : calls.popUps) {
        if (m_tray)
            m_tray->showMessage(tr("SmartQueue needs someone"), sentence(alerts.at(id)), QSystemTrayIcon::Critical);
        else
            QApplication::alert(m_window);
    }
    if (calls.sound)
        QApplication::beep();

    int open = 0;
    bool critical = false;
    for (const auto &[id, alert] : alerts) {
        if (presentation::standingOf(alert, m_console.now()) != AlertStanding::open)
            continue;
        ++open;
        critical = critical || alert.severity == Severity::critical;
    }
    if (open == m_open && critical == m_critical)
        return;
    m_open = open;
    m_critical = critical;
    showInTray(open, critical);
    Q_EMIT openChanged(open, critical);
}

void AlertBell::tell()
{
    const auto snapshot = m_console.engine().snapshot();
    std::vector<const Alert *> open;
    for (const AlertId id : std::exchange(m_untold, {})) {
        const auto found = snapshot->state.alerts.find(id);
        if (found != snapshot->state.alerts.end() && presentation::standingOf(found->second, m_console.now()) == AlertStanding::open)
            open.push_back(&found->second);
    }
    if (open.empty())
        return;
    const auto worst = *std::max_element(open.begin(), open.end(), [](const Alert *a, const Alert *b) { return a->severity < b->severity; });
    const QString words = open.size() == 1 ? sentence(*worst)
                                           : tr("%n alert(s) need someone. %1", nullptr, int(open.size())).arg(sentence(*worst));
    Q_EMIT told(words, worst->severity == Severity::critical);
}

void AlertBell::retranslate()
{
    showInTray(std::max(0, m_open), m_critical);
}

void AlertBell::showInTray(int open, bool critical)
{
    if (!m_tray)
        return;
    m_tray->setIcon(iconWithCount(open, critical, widgets::tokens(m_window)));
    m_tray->setToolTip(open > 0 ? tr("SmartQueue: %n alert(s)", nullptr, open) : QStringLiteral("SmartQueue"));
}

} // namespace smartqueue::pages
