#pragma once
#include <QColor>
#include <QFont>
#include <QStringList>
#include <array>

class QApplication;
class QPalette;
class QWidget;

namespace smartqueue::widgets {

/// The looks the product is painted in.
enum class Look { light, dark, highContrastLight, highContrastDark };

/// What a colour says; icon and word always go with it.
enum class Tone { neutral, accent, good, warning, critical, paused };

/// `text` stands on surface, background or `soft`; `fill` is for edges, lines and dots.
struct ToneColours {
    QColor text;
    QColor soft;
    QColor fill;
};

/// One look's colours. Text pairs reach 5.4:1, control borders, focus and fills 3:1.
struct Tokens {
    QColor background;
    QColor surface;
    QColor alternate;
    QColor line;   ///< separators, decorative
    QColor border; ///< edges of controls
    QColor text;
    QColor muted;
    QColor accent;
    QColor onAccent;
    QColor accentSoft;
    QColor focus;
    ToneColours good;
    ToneColours warning;
    ToneColours critical;
    ToneColours paused;
    std::array<QColor, 7> heat; ///< low to high
    bool dark = false;
};

const Tokens &tokensFor(Look look);

/// The table a widget is painted with. Read from its palette, so a palette change is a change of theme.
const Tokens &tokens(const QWidget *widget);
const Tokens &tokens(const QPalette &palette);
ToneColours toneColours(const Tokens &table, Tone tone);

enum class HeatRamp { blue, cividis };
/// Colour at `share` (0 to 1, clamped) of the ramp.
QColor heatColour(const Tokens &table, double share, HeatRamp ramp = HeatRamp::blue);

/// Contrast as defined by WCAG 2.1, 1 to 21.
double contrastRatio(const QColor &first, const QColor &second);
/// Near-black or white, whichever reads better on `fill`.
QColor inkOn(const QColor &fill);
QColor mixed(const QColor &from, const QColor &to, double share);

namespace space {
inline constexpr int xs = 4;
inline constexpr int s = 8;
inline constexpr int m = 12;
inline constexpr int l = 16;
inline constexpr int xl = 24;
} // namespace space

namespace metric {
inline constexpr int controlRadius = 6;
inline constexpr int cardRadius = 10;
inline constexpr int control = 32;
inline constexpr int primaryControl = 40;
inline constexpr int row = 36;
inline constexpr int compactRow = 28;
inline constexpr int minimumTarget = 24;
} // namespace metric

/// Steps of the type scale: 8.5, 10, 12, 16, 24 and 44 pt at 100 %.
enum class TextSize { small, body, heading, title, display, plate };

/// The application's family at a step of the scale; follows the text size chosen by the user.
QFont textFont(TextSize size, QFont::Weight weight = QFont::Normal);
/// A layout length that grows with the text, never below its value at 100 %.
int scaled(int pixels);

/// What the user or the system chose; "as the system" is resolved by the caller.
struct ThemeChoice {
    Look look = Look::light;
    double textScale = 1.0; ///< 1.0 to 2.0, clamped
    bool reducedMotion = false;
    bool operator==(const ThemeChoice &) const = default;
};

QPalette paletteFor(Look look);

/// Sets style, palette and font; may be called again while windows are open. GUI thread.
void applyTheme(QApplication &application, const ThemeChoice &choice);

/// True when nothing should move by itself.
bool reducedMotion(const QWidget *widget);

/// Registers the Noto Sans files found in `folders` and returns the families in order of preference.
/// Without files the system's fonts stay in use. Call before the first applyTheme.
QStringList loadFonts(const QStringList &folders);

} // namespace smartqueue::widgets
