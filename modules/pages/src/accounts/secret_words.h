#pragma once

#include <QString>

#include <smartqueue/foundation/result.h>

/// What is wrong with a secret that somebody chose, in words.
namespace smartqueue::pages::secret_words {

/// Of a `weak_password`, by its reason; any other failure as it is said everywhere.
QString problem(const Failure &failure);
/// Empty when both are the same and may be a password; whether it is too common only the engine knows.
QString passwordProblem(const QString &password, const QString &again);
QString pinProblem(const QString &pin);

} // namespace smartqueue::pages::secret_words
