#pragma once
#include "smartqueue/widgets/theme.h"

namespace smartqueue::widgets {

/// Of the band that holds half of all cases.
inline QColor halfBand(const Tokens &t)
{
    return mixed(t.surface, t.accent, t.dark ? 0.55 : 0.38);
}

/// Of the band that holds 8 of 10.
inline QColor mostBand(const Tokens &t)
{
    return mixed(t.surface, t.accent, t.dark ? 0.28 : 0.16);
}

} // namespace smartqueue::widgets
