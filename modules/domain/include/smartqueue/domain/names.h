#pragma once

#include <optional>
#include <span>
#include <string_view>

#include <smartqueue/domain/accounts.h>
#include <smartqueue/domain/values.h>

/// The words of the log, of JSON and of the command line for every enumeration.
namespace smartqueue {

std::string_view nameOf(Discipline value);
std::string_view nameOf(CallRouting value);
std::string_view nameOf(PromiseMethod value);
std::string_view nameOf(QueueStatus value);
std::string_view nameOf(AgentStatus value);
std::string_view nameOf(TicketState value);
std::string_view nameOf(LegEnd value);
std::string_view nameOf(AlertType value);
std::string_view nameOf(Severity value);
std::string_view nameOf(SuggestionKind value);
std::string_view nameOf(ReturnPlace::Kind value);
std::string_view nameOf(Role value);
std::string_view nameOf(PlatformRole value);
std::string_view nameOf(Permission value);

/// All words of an enumeration in the order of its values.
template <class Enum>
std::span<const std::string_view> namesOf();

template <class Enum>
std::optional<Enum> fromName(std::string_view name)
{
    const auto names = namesOf<Enum>();
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (names[i] == name)
            return static_cast<Enum>(i);
    }
    return std::nullopt;
}

} // namespace smartqueue
