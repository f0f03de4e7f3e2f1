#pragma once

#include <string>
#include <vector>

namespace smartqueue::exchange {

/// One command that a line of a script may carry.
struct ListedCommand {
    std::string name;
    /// Its fields besides those of every line; one in [brackets] may be left out.
    std::string fields;
    /// What it does, in a sentence without a full stop.
    std::string summary;
};

/// Every command of `smartqueue do`: those of a branch in the order of a day's work, then those above the branches.
std::vector<ListedCommand> commandList();

/// The fields that every line may carry, and those of a branch alone.
std::string commonFields();

} // namespace smartqueue::exchange
