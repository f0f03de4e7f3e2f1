#include "minutes_box.h"

#include <QLocale>

namespace smartqueue::pages {

MinutesBox::MinutesBox(QWidget *parent) : QDoubleSpinBox(parent)
{
    setDecimals(1);
    setRange(0.1, 24 * 60);
}

QString MinutesBox::textFromValue(double value) const
{
    const bool whole = qRound(value * 10) % 10 == 0;
    return locale().toString(value, 'f', whole ? 0 : 1);
}

} // namespace smartqueue::pages
