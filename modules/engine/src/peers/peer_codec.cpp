#include "peer_codec.h"

#include <smartqueue/domain/codec.h>
#include <smartqueue/domain/json_fields.h>

#include "smartqueue/engine/failure_codes.h"

namespace smartqueue::engine {

namespace {

using json::Json;

/// Ten times what a desktop offers at once: each is answered by itself.
constexpr std::size_t mostDoneAtOnce = 10'000;

Json written(const Failure &failure)
{
    return {{"code", std::string(failure.code.name())}, {"detail", failure.detail}};
}

Failure failureIn(const Json &json)
{
    Failure failure;
    failure.detail = json.at("detail").get<std::map<std::string, std::string>>();
    const std::string word = json.at("code").get<std::string>();
    if (const auto code = failureCode(word)) {
        failure.code = *code;
    } else {
        failure.code = codec::unreadable;
        failure.detail.insert_or_assign("reason", word);
    }
    return failure;
}

struct WireBatch {
    Sequence sequence = 0;
    Instant at{};
    CommandId command;
    AgentId actor;
    std::string kind;
    std::string events;
    std::string before;
    SiteId site;
    UserId user;
    Epoch epoch = 0;
    std::string device;

    SQ_FIELDS(v("seq", s.sequence); v("at", s.at); v("command", s.command); v("actor", s.actor); v("kind", s.kind); v("events", s.events);
              v("before", s.before); v("site", s.site); v("user", s.user); v("epoch", s.epoch); v("device", s.device);)
};

template <class T>
Json jsonOf(const T &value)
{
    Json json;
    json::write(json, value);
    return json;
}

template <class T>
T valueIn(const Json &json)
{
    T value;
    json::read(json, value);
    return value;
}

Json written(const Answer &answer)
{
    if (!answer)
        return {{"failure", written(answer.error())}};
    return {{"receipt", jsonOf(*answer)}};
}

Answer answerIn(const Json &json)
{
    if (json.contains("failure"))
        return tl::unexpected(failureIn(json["failure"]));
    return valueIn<Receipt>(json.at("receipt"));
}

std::string bytesOf(const Json &json)
{
    std::string bytes;
    Json::to_cbor(json, bytes);
    return bytes;
}

/// Reading a tree of CBOR calls itself for every level: what another desktop sends must not choose how often.
class DepthGauge final : public nlohmann::json_sax<Json> {
public:
    bool null() override { return true; }
    bool boolean(bool) override { return true; }
    bool number_integer(number_integer_t) override { return true; }
    bool number_unsigned(number_unsigned_t) override { return true; }
    bool number_float(number_float_t, const string_t &) override { return true; }
    bool string(string_t &) override { return true; }
    bool binary(binary_t &) override { return true; }
    bool key(string_t &) override { return true; }
    bool start_object(std::size_t) override { return ++m_depth <= deepest; }
    bool end_object() override { return leave(); }
    bool start_array(std::size_t) override { return ++m_depth <= deepest; }
    bool end_array() override { return leave(); }
    bool parse_error(std::size_t, const std::string &, const nlohmann::detail::exception &) override { return false; }

private:
    static constexpr int deepest = 32;
    bool leave()
    {
        --m_depth;
        return true;
    }

    int m_depth = 0;
};

template <class Read>
auto guarded(std::string_view bytes, Read &&read) -> decltype(read(Json()))
{
    DepthGauge gauge;
    if (!Json::sax_parse(bytes.begin(), bytes.end(), &gauge, Json::input_format_t::cbor))
        return fail(codec::unreadable, {{"reason", "malformed"}});
    try {
        return read(Json::from_cbor(bytes.begin(), bytes.end()));
    } catch (const std::exception &error) {
        return fail(codec::unreadable, {{"reason", error.what()}});
    }
}

} // namespace

std::string encode(const CommitGroup &group)
{
    Json json;
    for (const EventBatch &b : group.batches) {
        json["batches"].push_back(jsonOf(WireBatch{b.sequence, b.at, b.command, b.actor, b.kind, codec::encodeEvents(b.events),
                                                   b.before.empty() ? std::string() : codec::encodeEvents(b.before), b.site, b.user, b.epoch, b.device}));
    }
    for (const AnsweredCommand &answered : group.answers) {
        Json item = written(answered.answer);
        json::write(item["id"], answered.command);
        json::write(item["at"], answered.at);
        json::write(item["site"], answered.site);
        json["answers"].push_back(std::move(item));
    }
    for (const PersonalDatum &datum : group.personal)
        json["personal"].push_back(jsonOf(datum));
    if (group.end)
        json["end"] = jsonOf(*group.end);
    return bytesOf(json);
}

Result<CommitGroup> decodeGroup(std::string_view bytes)
{
    return guarded(bytes, [](const Json &json) -> Result<CommitGroup> {
        CommitGroup group;
        for (const Json &item : json.at("batches")) {
            auto b = valueIn<WireBatch>(item);
            auto events = codec::decodeEvents(b.events);
            if (!events)
                return tl::unexpected(events.error());
            EventBatch batch{b.sequence, b.at, std::move(b.command), b.actor, std::move(b.kind), std::move(*events), b.site, b.user};
            if (!b.before.empty()) {
                auto before = codec::decodeEvents(b.before);
                if (!before)
                    return tl::unexpected(before.error());
                batch.before = std::move(*before);
            }
            batch.epoch = b.epoch;
            batch.device = std::move(b.device);
            group.batches.push_back(std::move(batch));
        }
        if (json.contains("answers")) {
            for (const Json &item : json["answers"])
                group.answers.push_back({valueIn<CommandId>(item.at("id")), valueIn<Instant>(item.at("at")), answerIn(item), valueIn<SiteId>(item.at("site"))});
        }
        if (json.contains("personal")) {
            for (const Json &item : json["personal"])
                group.personal.push_back(valueIn<PersonalDatum>(item));
        }
        group.end = valueIn<Position>(json.at("end"));
        return group;
    });
}

std::string encode(const PeerRequest &r)
{
    Json json{{"command", r.command}, {"token", r.token}, {"email", r.email}, {"password", r.password}, {"code", r.code}, {"pin", r.pin}, {"device", r.device}};
    json::write(json["user"], r.user);
    if (!r.done.empty())
        json["done"] = r.done;
    if (r.kept)
        json["kept"] = jsonOf(*r.kept);
    return bytesOf(json);
}

Result<PeerRequest> decodeRequest(std::string_view bytes)
{
    return guarded(bytes, [](const Json &json) -> Result<PeerRequest> {
        const auto text = [&](const char *name) { return json.at(name).get<std::string>(); };
        PeerRequest request;
        request.command = text("command");
        request.token = text("token");
        request.email = text("email");
        request.password = text("password");
        request.code = text("code");
        request.pin = text("pin");
        request.user = valueIn<UserId>(json.at("user"));
        request.device = text("device");
        if (json.contains("done")) {
            if (json["done"].size() > mostDoneAtOnce)
                return fail(codec::unreadable, {{"reason", "done"}});
            request.done = json["done"].get<std::vector<std::string>>();
        }
        if (json.contains("kept"))
            request.kept = valueIn<accounts::Session>(json["kept"]);
        return request;
    });
}

std::string encode(const PeerReply &reply)
{
    Json json = Json::object();
    if (reply.answer)
        json["answer"] = written(*reply.answer);
    for (const Answer &answer : reply.answers)
        json["answers"].push_back(written(answer));
    if (reply.session)
        json["session"] = *reply.session ? Json{{"session", jsonOf(**reply.session)}}
                                         : Json{{"failure", written(reply.session->error())}};
    return bytesOf(json);
}

Result<PeerReply> decodeReply(std::string_view bytes)
{
    return guarded(bytes, [](const Json &json) -> Result<PeerReply> {
        PeerReply reply;
        if (json.contains("answer"))
            reply.answer = answerIn(json["answer"]);
        if (json.contains("answers")) {
            for (const Json &item : json["answers"])
                reply.answers.push_back(answerIn(item));
        }
        if (json.contains("session")) {
            const Json &session = json["session"];
            if (session.contains("failure"))
                reply.session = tl::unexpected(failureIn(session["failure"]));
            else
                reply.session = valueIn<accounts::Session>(session.at("session"));
        }
        return reply;
    });
}

} // namespace smartqueue::engine
