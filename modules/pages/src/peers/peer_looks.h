#pragma once

#include <smartqueue/presentation/peer_facts.h>
#include <smartqueue/widgets/icons.h>
#include <smartqueue/widgets/theme.h>

/// How a desktop's standing looks: colour and icon, which always go with its word.
namespace smartqueue::pages {

inline widgets::Tone toneOf(presentation::PeerStanding standing)
{
    using presentation::PeerStanding;
    switch (standing) {
    case PeerStanding::offline: return widgets::Tone::critical;
    case PeerStanding::cutOff:
    case PeerStanding::behind: return widgets::Tone::warning;
    case PeerStanding::copying: return widgets::Tone::accent;
    case PeerStanding::inStep: return widgets::Tone::good;
    case PeerStanding::unknown:
    case PeerStanding::revoked: return widgets::Tone::paused;
    }
    return widgets::Tone::neutral;
}

inline widgets::Icon iconOf(presentation::PeerStanding standing)
{
    using presentation::PeerStanding;
    switch (standing) {
    case PeerStanding::offline: return widgets::Icon::xCircle;
    case PeerStanding::cutOff:
    case PeerStanding::behind: return widgets::Icon::warningTriangle;
    case PeerStanding::copying: return widgets::Icon::download;
    case PeerStanding::inStep: return widgets::Icon::checkCircle;
    case PeerStanding::unknown: return widgets::Icon::help;
    case PeerStanding::revoked: return widgets::Icon::lock;
    }
    return widgets::Icon::none;
}

} // namespace smartqueue::pages
