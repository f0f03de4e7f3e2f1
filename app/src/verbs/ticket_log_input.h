#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <unordered_map>
#include <vector>

#include <smartqueue/exchange/ticket_log.h>

namespace smartqueue::app {

/// Names as the numbers that the studies count by, from 0, in the order in which they come.
class Numbering {
public:
    std::size_t operator()(const std::string &name)
    {
        const auto [found, isNew] = m_numbers.try_emplace(name, m_names.size());
        if (isNew)
            m_names.push_back(name);
        return found->second;
    }
    const std::vector<std::string> &names() const { return m_names; }

private:
    std::unordered_map<std::string, std::size_t> m_numbers;
    std::vector<std::string> m_names;
};

/// The tickets of a log, in the order of the file, `most` of them at most. Days and hours are the log's: its local times are taken as they
/// stand. `map` is a file with the columns; empty: guessed. Gives how many rows were refused. Fails, with `path` in the detail, where a file
/// cannot be read, no row is a ticket, or there are more than `most`.
Result<std::int64_t> readTicketLog(const std::string &path, const std::string &map, std::size_t most,
                                   const std::function<void(const exchange::LogTicket &)> &take);

} // namespace smartqueue::app
