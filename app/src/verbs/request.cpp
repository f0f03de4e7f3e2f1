#include "verbs/request.h"

#include <nlohmann/json.hpp>

namespace smartqueue::app {

namespace {

template <class S, class V>
void fields(S &s, V &&v)
{
    v("verb", s.verb);
    v("database", s.database);
    v("file", s.file);
    v("queue", s.queue);
    v("at", s.at);
    v("map", s.map);
    v("time_zone", s.timeZone);
    v("speed", s.speed);
    v("as", s.as);
    v("password", s.password);
    v("code", s.code);
    v("tenant", s.tenant);
    v("site", s.site);
    v("user", s.user);
    v("kind", s.kind);
    v("from", s.from);
    v("until", s.until);
    v("find", s.find);
    v("output", s.output);
    v("listen", s.listen);
    v("name", s.name);
    v("host", s.host);
    v("pairing_code", s.pairingCode);
    v("digits", s.digits);
    v("service_seconds", s.serviceSeconds);
    v("patience_seconds", s.patienceSeconds);
    v("target", s.target);
    v("shifts", s.shifts);
    v("replications", s.replications);
    v("seed", s.seed);
    v("changes", s.changes);
    v("applied", s.applied);
    v("objective", s.objective);
    v("fairness_seconds", s.fairnessSeconds);
    v("invite", s.invite);
    v("without_silent", s.withoutSilent);
    v("exact", s.exact);
    v("limit", s.limit);
    v("lines_before", s.before.lines);
    v("commands_before", s.before.commands);
    v("refused_before", s.before.refused);
    v("strict", s.strict);
    v("json", s.json);
}

} // namespace

std::string encode(const Request &request)
{
    nlohmann::json json;
    fields(request, [&](const char *name, const auto &value) { json[name] = value; });
    return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::optional<Request> decodeRequest(const std::string &text)
{
    try {
        const auto json = nlohmann::json::parse(text);
        Request request;
        fields(request, [&](const char *name, auto &value) { json.at(name).get_to(value); });
        return request;
    } catch (const std::exception &) {
        return std::nullopt;
    }
}

} // namespace smartqueue::app
