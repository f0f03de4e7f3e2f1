#include "secret_words.h"

#include <QCoreApplication>

#include <smartqueue/accounts/sign_in.h>
#include <smartqueue/domain/failures.h>
#include <smartqueue/presentation/words.h>

namespace smartqueue::pages::secret_words {

namespace {

struct SecretWords {
    Q_DECLARE_TR_FUNCTIONS(SecretWords)
};

} // namespace

QString problem(const Failure &failure)
{
    if (failure.code == failures::weakPassword) {
        const auto found = failure.detail.find("reason");
        const std::string reason = found == failure.detail.end() ? std::string() : found->second;
        if (reason == "short")
            return SecretWords::tr("At least 8 characters.");
        if (reason == "long")
            return SecretWords::tr("This is too long.");
        if (reason == "text")
            return SecretWords::tr("Only letters, digits, signs and spaces.");
        if (reason == "common")
            return SecretWords::tr("Many people use this one, and it is guessed first. Take another.");
        if (reason == "same")
            return SecretWords::tr("This is the one there was before. Take another.");
        if (reason == "pin")
            return SecretWords::tr("4 to 8 digits, not all the same and not in a row.");
    }
    return presentation::words::failure(failure);
}

QString passwordProblem(const QString &password, const QString &again)
{
    if (const Done good = accounts::checkedPassword(password.toStdString()); !good)
        return problem(good.error());
    return password == again ? QString() : SecretWords::tr("The two are not the same.");
}

QString pinProblem(const QString &pin)
{
    const Done good = accounts::checkedPin(pin.toStdString());
    return good ? QString() : problem(good.error());
}

} // namespace smartqueue::pages::secret_words
