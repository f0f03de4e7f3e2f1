#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include <smartqueue/replication/host.h>
#include <smartqueue/replication/replica.h>

/// Frames in and effects out, without a network.
namespace smartqueue::replication {

inline const std::string cluster = "branch";
inline const Moment start{1'000'000};

inline Position at(Epoch epoch, Sequence sequence, const std::string &hash = {})
{
    return {epoch, sequence, hash.empty() ? "h" + std::to_string(epoch) + "." + std::to_string(sequence) : hash};
}

inline Entry entryAt(Epoch epoch, Sequence sequence)
{
    return {sequence, at(epoch, sequence), "bytes of " + std::to_string(sequence)};
}

/// One end of a link, as the other end sees it.
struct Speaker {
    DeviceId device;
    Epoch epoch = 1;
    std::string of = cluster;
    std::int64_t number = 0;

    std::string says(Message message) { return encode({{of, device, epoch, ++number}, std::move(message)}); }
};

inline Hello helloAt(Position last)
{
    Hello hello;
    hello.last = std::move(last);
    return hello;
}

template <class Wanted, class Effect>
std::optional<Wanted> first(const std::vector<Effect> &effects)
{
    for (const Effect &effect : effects) {
        if (const auto *wanted = std::get_if<Wanted>(&effect))
            return *wanted;
    }
    return std::nullopt;
}

/// The first message of that kind that is sent.
template <class Wanted, class Effect>
std::optional<Wanted> sent(const std::vector<Effect> &effects)
{
    for (const Effect &effect : effects) {
        const auto *send = std::get_if<Send>(&effect);
        if (!send)
            continue;
        const auto frame = decode(send->bytes);
        if (frame && std::holds_alternative<Wanted>(frame->message))
            return std::get<Wanted>(frame->message);
    }
    return std::nullopt;
}

template <class Effect>
std::string closedFor(const std::vector<Effect> &effects)
{
    const auto closed = first<Close>(effects);
    return closed ? std::string(closed->why.code.name()) : std::string();
}

} // namespace smartqueue::replication
