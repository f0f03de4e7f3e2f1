#pragma once

#include <smartqueue/domain/values.h>
#include <smartqueue/presentation/live_figures.h>
#include <smartqueue/widgets/theme.h>

namespace smartqueue::pages {

/// The colour that goes with an urgency or a severity; icon and word always go with it.
inline widgets::Tone toneOf(presentation::Urgency urgency)
{
    using presentation::Urgency;
    switch (urgency) {
    case Urgency::rest: return widgets::Tone::neutral;
    case Urgency::good: return widgets::Tone::good;
    case Urgency::warning: return widgets::Tone::warning;
    case Urgency::critical: return widgets::Tone::critical;
    case Urgency::paused: return widgets::Tone::paused;
    }
    return widgets::Tone::neutral;
}

inline widgets::Tone toneOf(Severity severity)
{
    switch (severity) {
    case Severity::low: return widgets::Tone::neutral;
    case Severity::medium:
    case Severity::high: return widgets::Tone::warning;
    case Severity::critical: return widgets::Tone::critical;
    }
    return widgets::Tone::neutral;
}

} // namespace smartqueue::pages
