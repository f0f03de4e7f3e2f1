#include "agent_looks.h"

namespace smartqueue::pages {

using presentation::AgentGroup;
using widgets::Icon;
using widgets::PillStyle;
using widgets::Tone;

widgets::PillLook agentLook(AgentGroup group, bool calling, bool beyond, const QString &word)
{
    switch (group) {
    case AgentGroup::available: return {Icon::checkCircle, word, Tone::good, PillStyle::outlined};
    case AgentGroup::serving: return {calling ? Icon::megaphone : Icon::person, word, Tone::accent, PillStyle::filled};
    case AgentGroup::onBreak:
        return {beyond ? Icon::warningTriangle : Icon::coffee, word, beyond ? Tone::warning : Tone::paused, PillStyle::filled};
    case AgentGroup::noProfile: return {Icon::mail, word, Tone::neutral, PillStyle::outlined};
    default: return {Icon::minus, word, Tone::neutral, PillStyle::outlined};
    }
}

} // namespace smartqueue::pages
