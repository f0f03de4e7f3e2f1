#pragma once

#include <QCoreApplication>
#include <QString>

#include <smartqueue/foundation/result.h>

namespace smartqueue::pages {

/// Why a line of a list of people stays out, or the whole list, in the language of now.
class UserImportWords {
    Q_DECLARE_TR_FUNCTIONS(smartqueue::pages::UserImportWords)
public:
    static QString ofLine(const Failure &failure);
    static QString ofFile(const Failure &failure);
};

} // namespace smartqueue::pages
