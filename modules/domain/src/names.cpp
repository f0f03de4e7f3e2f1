#include "smartqueue/domain/names.h"

#include <array>

namespace smartqueue {

using namespace std::string_view_literals;

#define SQ_NAMES(Enum, ...)                                                    \
    template <>                                                                \
    std::span<const std::string_view> namesOf<Enum>()                          \
    {                                                                          \
        static constexpr std::array names{__VA_ARGS__};                        \
        return names;                                                          \
    }                                                                          \
    std::string_view nameOf(Enum value) { return namesOf<Enum>()[std::size_t(value)]; }

SQ_NAMES(Discipline, "fifo"sv, "priority"sv, "sla"sv)
SQ_NAMES(CallRouting, "ranks"sv, "longest_queue"sv, "costed_delay"sv, "deadline"sv)
SQ_NAMES(PromiseMethod, "qls"sv, "qlr"sv)
SQ_NAMES(QueueStatus, "active"sv, "paused"sv, "closed"sv)
SQ_NAMES(AgentStatus, "available"sv, "busy"sv, "paused"sv, "offline"sv)
SQ_NAMES(TicketState, "waiting"sv, "called"sv, "serving"sv, "held"sv, "completed"sv, "no_show"sv, "abandoned"sv,
         "cancelled"sv)
SQ_NAMES(LegEnd, "open"sv, "completed"sv, "no_show"sv, "transferred"sv, "returned"sv, "abandoned"sv, "cancelled"sv)
SQ_NAMES(AlertType, "capacity"sv, "sla_breach"sv, "no_agents"sv, "high_wait_time"sv)
SQ_NAMES(Severity, "low"sv, "medium"sv, "high"sv, "critical"sv)
SQ_NAMES(ReturnPlace::Kind, "own"sv, "end"sv, "after"sv)
SQ_NAMES(SuggestionKind, "transfer"sv, "reallocation"sv, "discipline"sv)
SQ_NAMES(Role, "agent"sv, "manager"sv, "admin"sv)
SQ_NAMES(PlatformRole, "none"sv, "staff"sv, "superadmin"sv)
SQ_NAMES(Permission, "read_queue"sv, "write_queue"sv, "manage_queue"sv, "read_ticket"sv, "write_ticket"sv, "manage_ticket"sv,
         "read_agent"sv, "manage_agent"sv, "read_customer"sv, "write_customer"sv, "read_reports"sv, "manage_settings"sv,
         "send_notification"sv, "read_feedback"sv, "manage_members"sv, "read_audit"sv, "read_platform"sv, "manage_platform"sv)

#undef SQ_NAMES

} // namespace smartqueue
