#pragma once

#include <cstdint>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace smartqueue::app {

/// How far a script has come.
struct ScriptProgress {
    /// Of its input, blank ones too; those that are commands; of these the refused ones.
    std::int64_t lines = 0;
    std::int64_t commands = 0;
    std::int64_t refused = 0;
};

/// One call of the command line, parsed. Also what crosses the local socket, so paths are absolute.
struct Request {
    std::string verb;
    std::string database;
    /// Script, log or backup file; "-" is the standard input of whoever calls.
    std::string file;
    std::string queue;
    std::string at;
    std::string map;
    std::string timeZone;
    /// "max" or a number.
    std::string speed = "max";
    /// Who acts, and what proves it; the local socket is this user's alone.
    std::string as;
    std::string password;
    std::string code;
    /// Which branch: a tenant's slug and a site's name; empty where there is only one.
    std::string tenant;
    std::string site;
    /// Filters of the lists of users and of the audit.
    std::string user;
    std::string kind;
    std::string from;
    std::string until;
    /// A name, a telephone number or a ticket's number; `output`: the file that gets what was found, absolute.
    std::string find;
    std::string output;
    /// serve: where to be found. pair: the host, and the code that it shows; the digits that are expected.
    std::string listen;
    /// serve, pair: what people call this desktop.
    std::string name;
    bool withoutEtcd = false;
    std::string host;
    std::string pairingCode;
    std::string digits;
    /// peers: another desktop may join.
    bool invite = false;
    bool withoutSilent = false;
    /// staff: mean service time and mean patience, in seconds; what is to be achieved; how long shifts may be.
    double serviceSeconds = 0;
    double patienceSeconds = 0;
    std::string target;
    std::string shifts;
    /// simulate: how many days are played through, by which seed; what would be different.
    int replications = 1'000;
    std::uint64_t seed = 1;
    std::vector<std::string> changes;
    /// suggestions: what came of those that were applied; otherwise what is to get better, and how much longer nobody may wait for it.
    bool applied = false;
    std::string objective = "mean-wait";
    double fairnessSeconds = 300;
    bool exact = false;
    int limit = 200;
    /// do: what was carried out elsewhere of the script that goes on with this one.
    ScriptProgress before;
    bool strict = false;
    bool json = false;
};

std::string encode(const Request &request);
std::optional<Request> decodeRequest(const std::string &text);

} // namespace smartqueue::app
