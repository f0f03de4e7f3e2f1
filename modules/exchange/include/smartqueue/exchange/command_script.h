#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include <nlohmann/json_fwd.hpp>

#include <smartqueue/accounts/directory.h>
#include <smartqueue/domain/commands.h>
#include <smartqueue/engine/event_log.h>
#include <smartqueue/queueing/branch_state.h>

namespace smartqueue::exchange {

/// What a line asks for, by the names of one state.
struct ScriptCommand {
    /// `at` is set when the line gives one, and `refusal` when the line cannot be carried out: with an unknown name, or with
    /// `unknown_command`, `missing_field`, `unknown_field`, `invalid_value` or `out_of_range` and the field as a detail; before
    /// them with what accounts::permit() says, where the permission does not hang on an unknown name.
    Command command;
    /// Read from the tickets of the state: another moment may give another command.
    bool readsTickets = false;
    /// Refused because the state does not know a name.
    bool hasUnknownName = false;
};

/// Who writes the line, and where.
struct ScriptScope {
    /// Null: there is none.
    std::shared_ptr<const accounts::Directory> directory = {};
    UserId user = {};
    TenantId tenant = {};
    SiteId site = {};
};

/// One line of `smartqueue do`.
class ScriptLine {
public:
    /// Fails with `too_long` or `malformed`.
    static Result<ScriptLine> parse(std::string_view line);

    /// Empty when the line gives none that is sound.
    const CommandId &id() const { return m_id; }
    /// A refused command that has an id is submitted all the same: the answer to an id stays the first one, whatever was
    /// created, renamed or removed since.
    ScriptCommand command(const queueing::BranchState &state, const ScriptScope &scope = {}) const;

    /// Whether it concerns no branch; a command that nobody knows does not.
    bool isAboveBranches() const;
    bool needsSignIn() const;
    /// The slug and the name that say which branch it is for; empty when the line does not say.
    std::string tenant() const { return textOf("tenant"); }
    std::string site() const { return textOf("site"); }

private:
    explicit ScriptLine(nlohmann::json json);
    std::string textOf(const char *key) const;

    std::shared_ptr<const nlohmann::json> m_json;
    CommandId m_id;
};

/// `{"line":1,"ok":true,…}`, without a line feed. `state` is the one after the command.
std::string resultLine(std::int64_t line, const engine::Answer &answer, const queueing::BranchState &state,
                       const CommandId &id = {});

} // namespace smartqueue::exchange
