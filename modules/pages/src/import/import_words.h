#pragma once

#include <QCoreApplication>
#include <QString>

#include <smartqueue/engine/history_import.h>

namespace smartqueue::pages {

/// What the import says, in the language of now.
class ImportWords {
    Q_DECLARE_TR_FUNCTIONS(smartqueue::pages::ImportWords)
public:
    static QString field(engine::HistoryField field);
    /// Why a line or a file does not come in.
    static QString reason(const Failure &failure);
    /// The same of several lines that failed alike; `failure` is the first of them.
    static QString reasonOfMany(const Failure &failure);

private:
    static QString sentence(const Failure &failure);
};

} // namespace smartqueue::pages
