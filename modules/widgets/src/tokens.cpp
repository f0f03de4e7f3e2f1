#include "smartqueue/widgets/theme.h"

#include <QPalette>
#include <QWidget>
#include <algorithm>
#include <cmath>

namespace smartqueue::widgets {

namespace {

QColor rgb(unsigned value)
{
    return QColor::fromRgb(QRgb(0xFF000000u | value));
}

std::array<QColor, 7> ramp(const std::array<unsigned, 7> &values)
{
    std::array<QColor, 7> colours;
    std::transform(values.begin(), values.end(), colours.begin(), rgb);
    return colours;
}

const std::array<unsigned, 7> lightHeat{0xEAF2FB, 0xC6DDF4, 0x95C0EA, 0x5C9CD9, 0x2F76BF, 0x14529B, 0x0B2E5C};
const std::array<unsigned, 7> darkHeat{0x17263A, 0x1C3B5E, 0x23548A, 0x2F70B5, 0x5290D6, 0x8BB9EE, 0xD2E6FC};
const std::array<unsigned, 7> cividis{0x00204D, 0x31446B, 0x575D6D, 0x7C7B78, 0xA69D75, 0xD3C164, 0xFFEA46};

Tokens makeLight()
{
    Tokens t;
    t.background = rgb(0xF4F6F9);
    t.surface = rgb(0xFFFFFF);
    t.alternate = rgb(0xEDF1F6);
    t.line = rgb(0xD3DBE6);
    t.border = rgb(0x76859A);
    t.text = rgb(0x16202E);
    t.muted = rgb(0x4C5B70);
    t.accent = rgb(0x1558B0);
    t.onAccent = rgb(0xFFFFFF);
    t.accentSoft = rgb(0xE3EDFA);
    t.focus = rgb(0x1558B0);
    t.good = {rgb(0x0B6B53), rgb(0xDDF3EB), rgb(0x0B7A75)};
    t.warning = {rgb(0x8A4B00), rgb(0xFDEFD6), rgb(0xCC7A00)};
    t.critical = {rgb(0xB3261E), rgb(0xFCE4E2), rgb(0x8F1024)};
    t.paused = {rgb(0x4C5B70), rgb(0xEDF1F6), rgb(0x76859A)};
    t.heat = ramp(lightHeat);
    return t;
}

Tokens makeDark()
{
    Tokens t;
    t.background = rgb(0x0F141B);
    t.surface = rgb(0x18202A);
    t.alternate = rgb(0x202A36);
    t.line = rgb(0x2E3A49);
    t.border = rgb(0x6F8097);
    t.text = rgb(0xE8EDF4);
    t.muted = rgb(0xA5B3C6);
    t.accent = rgb(0x7FB2F5);
    t.onAccent = rgb(0x0B1826);
    t.accentSoft = rgb(0x1B3350);
    t.focus = rgb(0x9CC6FF);
    t.good = {rgb(0x5AD1AA), rgb(0x12352C), rgb(0x2FB8A6)};
    t.warning = {rgb(0xF2B24D), rgb(0x3B2A0D), rgb(0xFFD166)};
    t.critical = {rgb(0xFF8F85), rgb(0x451B19), rgb(0xF0525C)};
    t.paused = {rgb(0xA5B3C6), rgb(0x202A36), rgb(0x7688A0)};
    t.heat = ramp(darkHeat);
    t.dark = true;
    return t;
}

// High contrast keeps the meaning of each token and moves every pair above 7:1.
Tokens makeHighContrastLight()
{
    Tokens t = makeLight();
    t.background = rgb(0xFFFFFF);
    t.alternate = rgb(0xF2F2F2);
    t.line = rgb(0x4A4A4A);
    t.border = rgb(0x000000);
    t.text = rgb(0x000000);
    t.muted = rgb(0x262626);
    t.accent = rgb(0x00378A);
    t.accentSoft = rgb(0xDCE9FF);
    t.focus = rgb(0x00378A);
    t.good = {rgb(0x00452F), rgb(0xE2F7EE), rgb(0x00563F)};
    t.warning = {rgb(0x5C3000), rgb(0xFFF2DC), rgb(0x8A4B00)};
    t.critical = {rgb(0x84000F), rgb(0xFFE9E7), rgb(0x84000F)};
    t.paused = {rgb(0x262626), rgb(0xF2F2F2), rgb(0x4A4A4A)};
    return t;
}

Tokens makeHighContrastDark()
{
    Tokens t = makeDark();
    t.background = rgb(0x000000);
    t.surface = rgb(0x000000);
    t.alternate = rgb(0x161616);
    t.line = rgb(0xB8B8B8);
    t.border = rgb(0xFFFFFF);
    t.text = rgb(0xFFFFFF);
    t.muted = rgb(0xE0E0E0);
    t.accent = rgb(0x9ECBFF);
    t.onAccent = rgb(0x000000);
    t.accentSoft = rgb(0x0A2A52);
    t.focus = rgb(0xFFE500);
    t.good = {rgb(0x7CF0C8), rgb(0x00281C), rgb(0x7CF0C8)};
    t.warning = {rgb(0xFFD27A), rgb(0x2B1D00), rgb(0xFFD27A)};
    t.critical = {rgb(0xFFB3AC), rgb(0x330806), rgb(0xFF8F85)};
    t.paused = {rgb(0xE0E0E0), rgb(0x161616), rgb(0xB8B8B8)};
    return t;
}

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &colour)
{
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

} // namespace

const Tokens &tokensFor(Look look)
{
    static const Tokens light = makeLight();
    static const Tokens dark = makeDark();
    static const Tokens contrastLight = makeHighContrastLight();
    static const Tokens contrastDark = makeHighContrastDark();
    switch (look) {
    case Look::light:
        return light;
    case Look::dark:
        return dark;
    case Look::highContrastLight:
        return contrastLight;
    case Look::highContrastDark:
        return contrastDark;
    }
    return light;
}

const Tokens &tokens(const QPalette &palette)
{
    // The accent differs in every table and lies in a role that no widget overrides.
    const QColor accent = palette.color(QPalette::Active, QPalette::Link);
    for (const Look look : {Look::light, Look::dark, Look::highContrastLight, Look::highContrastDark})
        if (tokensFor(look).accent == accent)
            return tokensFor(look);
    return tokensFor(palette.color(QPalette::Window).lightness() < 128 ? Look::dark : Look::light);
}

const Tokens &tokens(const QWidget *widget)
{
    return tokens(widget->palette());
}

ToneColours toneColours(const Tokens &table, Tone tone)
{
    switch (tone) {
    case Tone::neutral:
        return {table.muted, table.alternate, table.border};
    case Tone::accent:
        return {table.accent, table.accentSoft, table.accent};
    case Tone::good:
        return table.good;
    case Tone::warning:
        return table.warning;
    case Tone::critical:
        return table.critical;
    case Tone::paused:
        return table.paused;
    }
    return {table.muted, table.alternate, table.border};
}

QColor mixed(const QColor &from, const QColor &to, double share)
{
    const auto part = [share](float a, float b) { return float(a + (b - a) * share); };
    return QColor::fromRgbF(part(from.redF(), to.redF()), part(from.greenF(), to.greenF()),
                            part(from.blueF(), to.blueF()));
}

QColor heatColour(const Tokens &table, double share, HeatRamp chosen)
{
    static const std::array<QColor, 7> cividisRamp = ramp(cividis);
    const std::array<QColor, 7> &stops = chosen == HeatRamp::blue ? table.heat : cividisRamp;
    const double position = std::clamp(share, 0.0, 1.0) * 6.0;
    const int low = std::min(static_cast<int>(position), 5);
    return mixed(stops[std::size_t(low)], stops[std::size_t(low) + 1], position - low);
}

double contrastRatio(const QColor &first, const QColor &second)
{
    const double a = luminance(first);
    const double b = luminance(second);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

QColor inkOn(const QColor &fill)
{
    const QColor black = rgb(0x0B1016);
    const QColor white = rgb(0xFFFFFF);
    return contrastRatio(black, fill) >= contrastRatio(white, fill) ? black : white;
}

} // namespace smartqueue::widgets
