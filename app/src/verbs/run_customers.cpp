#include <nlohmann/json.hpp>

#include <QSaveFile>

#include <smartqueue/domain/failures.h>
#include <smartqueue/engine/customers.h>
#include <smartqueue/exchange/refusals.h>

#include "verbs/verbs.h"

namespace smartqueue::app {

namespace {

using Json = nlohmann::ordered_json;

Json recordJson(const engine::CustomerRecord &record)
{
    return {{"ticket", record.ticket.id.value},
            {"number", record.ticket.number},
            {"arrived_at", toIso8601(record.ticket.arrivedAt)},
            {"customer", record.customer},
            {"note", record.note}};
}

Done writeWhole(const std::string &path, const std::string &text)
{
    QSaveFile file(QString::fromStdString(path));
    const bool isOpen = file.open(QIODevice::WriteOnly);
    // Before anything stands in it.
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    if (isOpen && file.write(QByteArray::fromStdString(text)) == qint64(text.size()) && file.commit())
        return {};
    return fail(exchange::refusals::cannotWrite, {{"path", path}, {"reason", file.errorString().toStdString()}});
}

/// On record first: a file that nobody knows of would be worse than an entry without a file.
Done handOut(const std::vector<engine::CustomerRecord> &records, const std::string &path, engine::Engine &engine)
{
    ExportCustomer handedOut;
    for (const engine::CustomerRecord &record : records)
        handedOut.customers.push_back(record.key);
    auto recording = engine.submit(std::move(handedOut));
    recording.waitForFinished();
    if (const engine::Answer recorded = recording.result(); !recorded)
        return tl::unexpected(recorded.error());
    return writeWhole(path, engine::customerFile(records, engine.snapshot()->state));
}

} // namespace

int runCustomers(const Request &request, engine::Engine &engine, const Caller &caller)
{
    const auto match = request.exact ? engine::CustomerMatch::whole : engine::CustomerMatch::part;
    auto searching = engine::findCustomers(engine.installation(), engine.site(), engine.user(), request.find, match);
    searching.waitForFinished();
    const auto found = searching.result();
    if (!found)
        return caller.output.failure(found.error());
    if (!request.output.empty()) {
        // Whoever waits for the file shall not take its absence for an empty one.
        if (found->records.empty())
            return caller.output.failure({failures::unknownCustomer, {}});
        if (const Done handed = handOut(found->records, request.output, engine); !handed)
            return caller.output.failure(handed.error());
    }
    Json records = Json::array();
    for (const engine::CustomerRecord &record : found->records)
        records.push_back(recordJson(record));
    caller.output.answer(Json{{"customers", std::move(records)}, {"unreadable", found->unreadable}});
    return done;
}

} // namespace smartqueue::app
