#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <QFuture>

#include <smartqueue/domain/values.h>
#include <smartqueue/engine/history.h>
#include <smartqueue/engine/vault.h>
#include <smartqueue/queueing/branch_state.h>

/// What a branch keeps of the people who came, for their right to know it and to have it gone.
namespace smartqueue::engine {

class Installation;

/// What one ticket holds of a person.
struct CustomerRecord {
    /// Names it in EraseCustomer and ExportCustomer.
    std::string key;
    Ticket ticket;
    /// The name or telephone number as it was given; empty when there is a note alone.
    std::string customer;
    std::string note;
};

struct CustomerRecords {
    /// The newest ticket first.
    std::vector<CustomerRecord> records;
    /// Tickets whose data the vault's key does not open: a person asked for may be among them.
    int unreadable = 0;
};

enum class CustomerMatch {
    /// Part of the name, of the number or of the note; or the whole number of the ticket.
    part,
    /// The whole name or number as it was given.
    whole
};

/// Capitals, accents and blanks do not count, nor what people put between the digits of a telephone number. At most `limit`
/// records. On the calling thread, which is no GUI thread. Fails with `locked` while the vault is shut on sealed data.
Result<CustomerRecords> findCustomers(HistoryReader &reader, const Vault *vault, const std::string &text, CustomerMatch match, std::size_t limit);

/// The same in the study pool for a user; fails with `permission_denied` besides (`read_customer`).
QFuture<Result<CustomerRecords>> findCustomers(Installation &installation, SiteId site, UserId user, std::string text, CustomerMatch match,
                                               std::size_t limit = 500);

/// The records as JSON that a person can be handed: what was kept and what happened to each ticket, with the names that `state`
/// has for queues, services and agents, and times in UTC. Whoever hands it out puts that on record with ExportCustomer first.
std::string customerFile(const std::vector<CustomerRecord> &records, const queueing::BranchState &state);

} // namespace smartqueue::engine
