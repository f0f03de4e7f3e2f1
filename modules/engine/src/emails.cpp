#include "smartqueue/engine/emails.h"

#include <algorithm>

#include <QString>
#include <QStringList>

#include <smartqueue/domain/failures.h>
#include <smartqueue/domain/limits.h>
#include <smartqueue/foundation/text.h>

namespace smartqueue::engine {

namespace {

constexpr qsizetype longestLocalPart = 64;
constexpr qsizetype longestLabel = 63;

bool isForeign(QChar c)
{
    return c.isSpace() || c.category() == QChar::Other_Control || c.category() == QChar::Other_Format || QStringLiteral("<>()[]\\,;:\"").contains(c);
}

bool isDomain(const QString &domain)
{
    const QStringList labels = domain.split(QLatin1Char('.'));
    return std::all_of(labels.begin(), labels.end(), [](const QString &label) {
        return !label.isEmpty() && label.size() <= longestLabel && !label.startsWith(QLatin1Char('-')) && !label.endsWith(QLatin1Char('-'))
            && std::all_of(label.begin(), label.end(), [](QChar c) { return c.isLetterOrNumber() || c == QLatin1Char('-') || c.isMark() || c.isSurrogate(); });
    });
}

} // namespace

Result<std::string> normalisedEmail(std::string_view text)
{
    const auto refused = fail(failures::invalidValue, {{"field", "email"}});
    const std::string_view plain = trimmed(text);
    if (plain.size() > limits::emailBytes)
        return fail(failures::tooLong, {{"field", "email"}, {"maximum", std::to_string(limits::emailBytes)}});
    if (!isPlainUtf8(plain) || !isVisibleThroughout(plain))
        return refused;
    const QString folded = QString::fromUtf8(plain.data(), qsizetype(plain.size())).normalized(QString::NormalizationForm_KC).toCaseFolded().normalized(QString::NormalizationForm_C);
    const qsizetype at = folded.lastIndexOf(QLatin1Char('@'));
    const QString local = folded.left(at);
    if (at < 1 || local.size() > longestLocalPart || local.contains(QLatin1Char('@')) || local.startsWith(QLatin1Char('.')) || local.endsWith(QLatin1Char('.'))
        || local.contains(QLatin1String("..")) || std::any_of(folded.begin(), folded.end(), isForeign) || !isDomain(folded.mid(at + 1)))
        return refused;
    return folded.toStdString();
}

} // namespace smartqueue::engine
