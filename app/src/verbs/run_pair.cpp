#include <iostream>
#include <optional>

#include <QEventLoop>
#include <QFileInfo>

#include <nlohmann/json.hpp>

#include <smartqueue/domain/failures.h>

#include "peers/arrived_copy.h"
#include "peers/joining.h"
#include "verbs/verbs.h"

namespace smartqueue::app {

namespace {

using Json = nlohmann::ordered_json;

/// Whether whoever sits here sees the same digits at the other screen; none where nobody does.
std::optional<bool> compared(const Request &request, const Output &output, const std::string &digits, const std::string &host)
{
    if (!request.digits.empty())
        return request.digits == digits;
    output.err("The desktop “" + host + "” shows six digits. Are they " + digits + "? [y/n] ");
    std::string answer;
    if (!std::getline(std::cin, answer))
        return std::nullopt;
    return answer == "y" || answer == "yes" || answer == "o" || answer == "oui";
}

} // namespace

int runPair(const Request &request, const Output &output)
{
    const QFileInfo database(QString::fromStdString(request.database));
    if (database.exists() && database.size() > 0)
        return output.failure({engine::storage_failures::inUse, {{"path", request.database}, {"reason", "there_already"}}});
    Joining joining(request.database, request.name);
    QEventLoop loop;
    std::optional<Failure> why;
    QObject::connect(&joining, &Joining::digitsShown, &loop, [&](const QString &digits, const QString &host) {
        const std::optional<bool> same = compared(request, output, digits.toStdString(), host.toStdString());
        if (same)
            return joining.answer(*same);
        why = Failure{failures::invalidValue, {{"field", "digits"}, {"expected", "y or n from whoever compares them, or --yes-digits"}}};
        joining.cancel();
        loop.quit();
    });
    QObject::connect(&joining, &Joining::arrived, &loop, &QEventLoop::quit);
    QObject::connect(&joining, &Joining::failed, &loop, [&](const Failure &failure) {
        why = failure;
        loop.quit();
    });
    // It may fail at once, before there is a loop to leave.
    QMetaObject::invokeMethod(&joining, [&] { joining.join(QString::fromStdString(request.host), QString::fromStdString(request.pairingCode)); }, Qt::QueuedConnection);
    loop.exec();
    if (why)
        return output.failure(*why);
    if (const Done taken = takeArrivedCopy(request.database); !taken)
        return output.failure(taken.error());
    output.answer(Json{{"ok", true},
                       {"database", request.database},
                       {"device", joining.device()},
                       {"digits", joining.digits()},
                       {"host", joining.handover().host.id},
                       {"host_name", joining.handover().host.name}});
    return done;
}

} // namespace smartqueue::app
