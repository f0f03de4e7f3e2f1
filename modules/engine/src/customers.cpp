#include "smartqueue/engine/customers.h"

#include <algorithm>
#include <map>
#include <set>

#include <QString>

#include <nlohmann/json.hpp>

#include <smartqueue/accounts/permissions.h>
#include <smartqueue/domain/failures.h>
#include <smartqueue/domain/names.h>
#include <smartqueue/domain/personal_keys.h>

#include "smartqueue/engine/installation.h"
#include "smartqueue/engine/when_done.h"

namespace smartqueue::engine {

namespace {

/// Without capitals, accents and double blanks.
QString folded(const std::string &text)
{
    QString plain;
    for (const QChar c : QString::fromStdString(text).normalized(QString::NormalizationForm_KD).toCaseFolded()) {
        if (c.category() != QChar::Mark_NonSpacing)
            plain += c;
    }
    return plain.simplified();
}

QString digitsOf(const QString &text)
{
    QString digits;
    std::copy_if(text.begin(), text.end(), std::back_inserter(digits), [](QChar c) { return c.isDigit(); });
    return digits;
}

/// What is typed as a telephone number: digits, and what people put between them.
bool isTelephone(const QString &text)
{
    constexpr int fewestDigits = 4;
    const QString between = QStringLiteral("+()./- ");
    return digitsOf(text).size() >= fewestDigits
        && std::all_of(text.begin(), text.end(), [&](QChar c) { return c.isDigit() || between.contains(c); });
}

class Search {
public:
    Search(const std::string &text, CustomerMatch match) : m_text(folded(text)), m_match(match)
    {
        if (isTelephone(m_text))
            m_digits = digitsOf(m_text);
    }

    bool isEmpty() const { return m_text.isEmpty(); }

    bool hits(const std::string &kept, bool isNote) const
    {
        const QString text = folded(kept);
        if (m_match == CustomerMatch::whole)
            return !isNote && (text == m_text || (!m_digits.isEmpty() && isTelephone(text) && digitsOf(text) == m_digits));
        return text.contains(m_text) || (!m_digits.isEmpty() && digitsOf(text).contains(m_digits));
    }

    bool isNumber(const std::string &number) const { return folded(number) == m_text; }

private:
    QString m_text;
    QString m_digits;
    CustomerMatch m_match;
};

/// What stands beside the log of one ticket, readable.
struct Kept {
    std::string customer;
    std::string note;
    bool readable = true;
};

nlohmann::ordered_json legJson(const Leg &leg, const queueing::BranchState &state)
{
    const auto time = [](const std::optional<Instant> &at) { return at ? nlohmann::ordered_json(toIso8601(*at)) : nlohmann::ordered_json(); };
    const auto *queue = state.queue(leg.queue);
    const Agent *agent = state.agent(leg.agent);
    return {{"queue", queue ? queue->config.name : std::string()},
            {"waiting_since", toIso8601(leg.waitingSince)},
            {"called_at", time(leg.calledAt)},
            {"started_at", time(leg.startedAt)},
            {"ended_at", time(leg.endedAt)},
            {"agent", agent ? agent->name : std::string()},
            {"counter", leg.counter},
            {"end", std::string(nameOf(leg.end))}};
}

} // namespace

Result<CustomerRecords> findCustomers(HistoryReader &reader, const Vault *vault, const std::string &text, CustomerMatch match, std::size_t limit)
{
    const Search search(text, match);
    CustomerRecords found;
    if (search.isEmpty())
        return found;
    std::map<TicketId, Kept> tickets;
    bool locked = false;
    const Done read = reader.readPersonal([&](TicketId ticket, const PersonalDatum &datum) {
        auto plain = vault ? vault->read(datum.text) : Result<std::string>(datum.text);
        Kept &kept = tickets[ticket];
        locked = locked || (!plain && plain.error().code == failures::locked);
        if (!plain)
            kept.readable = false;
        else
            (ticketOfKey(notePrefix, datum.key) ? kept.note : kept.customer) = std::move(*plain);
        return true;
    });
    if (!read)
        return tl::unexpected(read.error());
    if (locked)
        return fail(failures::locked);
    std::set<TicketId> numbered;
    if (match == CustomerMatch::part) {
        TicketQuery query;
        query.text = text;
        const auto rows = reader.tickets(query);
        if (!rows)
            return tl::unexpected(rows.error());
        for (const TicketRow &row : *rows) {
            if (search.isNumber(row.number))
                numbered.insert(row.id);
        }
    }
    for (auto each = tickets.rbegin(); each != tickets.rend(); ++each) {
        auto &[id, kept] = *each;
        found.unreadable += !kept.readable;
        const bool hit = search.hits(kept.customer, false) || search.hits(kept.note, true) || numbered.contains(id);
        if (!hit || found.records.size() >= limit)
            continue;
        auto ticket = reader.ticket(id);
        if (!ticket)
            return tl::unexpected(ticket.error());
        // Of an archived ticket the person's data are left, and its id.
        Ticket known = ticket->value_or(Ticket());
        known.id = id;
        found.records.push_back({customerKey(id), std::move(known), std::move(kept.customer), std::move(kept.note)});
    }
    return found;
}

QFuture<Result<CustomerRecords>> findCustomers(Installation &installation, SiteId site, UserId user, std::string text, CustomerMatch match, std::size_t limit)
{
    return inPool(installation.studyPool(), [&installation, site, user, text = std::move(text), match, limit]() -> Result<CustomerRecords> {
        // What was committed before the question counts.
        installation.settledSnapshot(site).waitForFinished();
        if (const Done may = accounts::require(*installation.directory(), user, site, Permission::readCustomer); !may)
            return tl::unexpected(may.error());
        const auto reader = installation.openReader(site);
        if (!reader)
            return tl::unexpected(reader.error());
        return findCustomers(**reader, installation.vault(), text, match, limit);
    });
}

std::string customerFile(const std::vector<CustomerRecord> &records, const queueing::BranchState &state)
{
    nlohmann::ordered_json tickets = nlohmann::ordered_json::array();
    for (const CustomerRecord &record : records) {
        const Ticket &ticket = record.ticket;
        const Service *service = state.service(ticket.service);
        nlohmann::ordered_json each{{"number", ticket.number},
                                    {"customer", record.customer},
                                    {"note", record.note},
                                    {"arrived_at", toIso8601(ticket.arrivedAt)},
                                    {"channel", ticket.channel},
                                    {"service", service ? service->name : std::string()},
                                    {"state", std::string(nameOf(ticket.state))},
                                    {"outcome", ticket.outcome},
                                    {"legs", nlohmann::ordered_json::array()}};
        if (ticket.promise)
            each["promised_seconds"] = {{"likely", ticket.promise->likely.count()}, {"low", ticket.promise->low.count()}, {"high", ticket.promise->high.count()}};
        for (const Leg &leg : ticket.legs)
            each["legs"].push_back(legJson(leg, state));
        tickets.push_back(std::move(each));
    }
    return nlohmann::ordered_json{{"branch", state.branch.name}, {"tickets", std::move(tickets)}}.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + '\n';
}

} // namespace smartqueue::engine
