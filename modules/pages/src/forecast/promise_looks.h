#pragma once

#include <QMetaType>

#include <smartqueue/presentation/promise_board.h>
#include <smartqueue/widgets/icons.h>
#include <smartqueue/widgets/target_strip.h>
#include <smartqueue/widgets/theme.h>

Q_DECLARE_METATYPE(smartqueue::widgets::TargetStrip)

namespace smartqueue::pages {

inline widgets::Tone toneOf(presentation::PromiseVerdict verdict)
{
    switch (verdict) {
    case presentation::PromiseVerdict::kept: return widgets::Tone::good;
    case presentation::PromiseVerdict::watch: return widgets::Tone::warning;
    case presentation::PromiseVerdict::tooEarly: break;
    }
    return widgets::Tone::paused;
}

inline widgets::Icon iconOf(presentation::PromiseVerdict verdict)
{
    switch (verdict) {
    case presentation::PromiseVerdict::kept: return widgets::Icon::checkCircle;
    case presentation::PromiseVerdict::watch: return widgets::Icon::warningTriangle;
    case presentation::PromiseVerdict::tooEarly: break;
    }
    return widgets::Icon::hourglass;
}

} // namespace smartqueue::pages
