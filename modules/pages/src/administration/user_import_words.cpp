#include "user_import_words.h"

#include <smartqueue/domain/failures.h>
#include <smartqueue/domain/limits.h>
#include <smartqueue/presentation/words.h>

#include "import_words.h"

namespace smartqueue::pages {

namespace {

QString detail(const Failure &failure, const char *key)
{
    const auto found = failure.detail.find(key);
    return found == failure.detail.end() ? QString() : QString::fromStdString(found->second);
}

} // namespace

QString UserImportWords::ofLine(const Failure &failure)
{
    namespace f = failures;
    const QString field = detail(failure, "field");
    const QString value = detail(failure, "value");
    if (failure.code.name() == "twice_in_file")
        return tr("The same e-mail as on line %1").arg(detail(failure, "line"));
    if (failure.code == f::emailTaken)
        return tr("Somebody else has this e-mail");
    if (failure.code == f::unknownTenant)
        return tr("No organisation “%1”").arg(detail(failure, "tenant"));
    if (failure.code == f::unknownSite)
        return tr("No branch “%1” there").arg(detail(failure, "site"));
    if (failure.code == f::weakPassword)
        return tr("The password is too easy to guess, or shorter than %n characters", nullptr, int(limits::passwordCodePointsMinimum));
    if (failure.code == f::limitReached)
        return tr("The limit of %1 is reached").arg(detail(failure, "maximum"));
    if (failure.code == f::missingField && field == QLatin1String("password"))
        return tr("A role on the platform needs a password in the file");
    if (failure.code == f::missingField && field == QLatin1String("tenant"))
        return tr("It does not say which organisation");
    if (failure.code == f::tooLong)
        return tr("A text is too long");
    if (failure.code == f::invalidValue) {
        if (field == QLatin1String("email"))
            return tr("This is no e-mail address");
        if (field == QLatin1String("role"))
            return tr("“%1” is no role").arg(value);
        if (field == QLatin1String("platform"))
            return tr("“%1” cannot be given by a file").arg(value);
        return tr("A text holds what cannot be used");
    }
    // How a file is read is the same for every list.
    return presentation::words::hasWords(failure.code.name()) ? presentation::words::explain(failure).what : ImportWords::reason(failure);
}

QString UserImportWords::ofFile(const Failure &failure)
{
    if (failure.code.name() == "columns_not_recognised")
        return tr("No column for the e-mail address was found. The first line must name the columns, such as email, first_name, last_name, tenant, role.");
    if (failure.code == failures::limitReached)
        return tr("The file has more than %1 lines. Split it.").arg(detail(failure, "maximum"));
    return ImportWords::reason(failure);
}

} // namespace smartqueue::pages
