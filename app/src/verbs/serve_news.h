#pragma once

#include <optional>
#include <string>

#include <QObject>

#include "peers/peer_desktop.h"
#include "verbs/output.h"

namespace smartqueue::app {

/// What `serve` says while it runs: a JSON object a line, each with an `event`. In the desktop's thread, and ends before it.
class ServeNews : public QObject {
    Q_OBJECT
public:
    ServeNews(PeerDesktop &desktop, const Output &output);

    static void say(const Output &output, const char *event, const std::optional<Failure> &why = {});
    void sayWhere();

private:
    void followStatus();
    void sayInvitation(const std::string &code);
    void sayInvitationEnd(transport::PairingDesk::End why);

    PeerDesktop &m_desktop;
    const Output &m_output;
    /// As it was said last.
    std::string m_code;
    std::optional<bool> m_inStep;
    std::string m_trouble;
};

} // namespace smartqueue::app
