#include "recorder_phrases.h"

#include <smartqueue/presentation/recorder_words.h>

namespace smartqueue::presentation {

QString spanPhrase(Duration span)
{
    const auto minutes = int(std::chrono::floor<std::chrono::minutes>(std::chrono::abs(span)).count());
    return minutes == 0   ? RecorderWords::tr("less than a minute")
        : minutes == 1 ? RecorderWords::tr("1 minute")
                       : RecorderWords::tr("%Ln minutes", nullptr, minutes);
}

QString counterPhrase(const std::string &counter)
{
    const QString name = QString::fromStdString(counter);
    bool isNumber = false;
    name.toInt(&isNumber);
    if (name.isEmpty())
        return RecorderWords::tr("a counter");
    return isNumber ? RecorderWords::tr("counter %1").arg(name) : name;
}

} // namespace smartqueue::presentation
