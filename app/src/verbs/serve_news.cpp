#include "verbs/serve_news.h"

#include <utility>

#include <nlohmann/json.hpp>

namespace smartqueue::app {

namespace {

using Json = nlohmann::ordered_json;

void write(const Output &output, const Json &line)
{
    output.out(line.dump(-1, ' ', false, Json::error_handler_t::replace) + '\n');
}

Json lineOf(const char *event, const Device &device)
{
    return {{"event", event}, {"name", device.name}, {"device", device.id}};
}

} // namespace

ServeNews::ServeNews(PeerDesktop &desktop, const Output &output) : m_desktop(desktop), m_output(output)
{
    connect(&desktop, &PeerDesktop::joining, this, [this](const Device &device, const QString &digits) {
        Json line = lineOf("joining", device);
        line["digits"] = digits.toStdString();
        write(m_output, line);
    });
    connect(&desktop, &PeerDesktop::joined, this, [this](const Device &device) {
        Json line = lineOf("joined", device);
        // The next one needs another code.
        if (const auto code = m_desktop.invite())
            line["pairing_code"] = m_code = *code;
        write(m_output, line);
    });
    connect(&desktop, &PeerDesktop::joiningFailed, this, [this](const Device &device, const Failure &why) {
        Json line = lineOf("not_joined", device);
        line["code"] = std::string(why.code.name());
        write(m_output, line);
    });
    connect(&desktop, &PeerDesktop::wrongCodeTried, this, [this](int triesLeft) { write(m_output, {{"event", "wrong_code"}, {"tries_left", triesLeft}}); });
    connect(&desktop, &PeerDesktop::invited, this, &ServeNews::sayInvitation);
    connect(&desktop, &PeerDesktop::invitationClosed, this, &ServeNews::sayInvitationEnd);
    connect(desktop.peers(), &engine::Peers::statusChanged, this, &ServeNews::followStatus, Qt::QueuedConnection);
    connect(desktop.peers(), &engine::Peers::tookOver, this, [this] {
        write(m_output, {{"event", "took_over"}, {"epoch", m_desktop.peers()->status().end.epoch}});
    }, Qt::QueuedConnection);
}

void ServeNews::say(const Output &output, const char *event, const std::optional<Failure> &why)
{
    Json line{{"event", event}};
    if (why)
        line["code"] = std::string(why->code.name());
    write(output, line);
}

void ServeNews::sayWhere()
{
    const engine::PeersStatus status = m_desktop.peers()->status();
    Json line{{"event", "listening"},
              {"role", status.role == engine::PeersStatus::Role::host ? "host" : "replica"},
              {"address", status.address},
              {"device", status.self},
              {"epoch", m_desktop.installation().directory()->epoch}};
    if (const auto code = m_desktop.invite())
        line["pairing_code"] = m_code = *code;
    write(m_output, line);
}

void ServeNews::followStatus()
{
    const engine::PeersStatus status = m_desktop.peers()->status();
    const std::string trouble = status.trouble ? std::string(status.trouble->code.name()) : std::string();
    if (std::exchange(m_trouble, trouble) != trouble)
        write(m_output, {{"event", trouble.empty() ? "trouble_over" : "trouble"}, {"code", trouble}});
    if (status.role == engine::PeersStatus::Role::host)
        return;
    const bool wasInStep = std::exchange(m_inStep, status.inStep).value_or(false);
    if (status.inStep != wasInStep)
        write(m_output, {{"event", status.inStep ? "in_step" : "host_lost"}, {"host", status.host}, {"epoch", m_desktop.installation().directory()->epoch}});
}

void ServeNews::sayInvitation(const std::string &code)
{
    if (code.empty() || code == m_code)
        return;
    m_code = code;
    write(m_output, {{"event", "invitation"}, {"pairing_code", code}});
}

void ServeNews::sayInvitationEnd(transport::PairingDesk::End why)
{
    using End = transport::PairingDesk::End;
    const char *word = why == End::expired ? "expired" : why == End::tooManyTries ? "too_many_tries" : why == End::digitsDiffered ? "digits_differ" : nullptr;
    // The others are followed by what was asked for.
    if (word)
        write(m_output, {{"event", "invitation_closed"}, {"why", word}});
}

} // namespace smartqueue::app
