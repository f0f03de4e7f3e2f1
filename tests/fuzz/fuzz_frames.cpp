#include <cstdint>
#include <cstdlib>
#include <string_view>

#include <smartqueue/foundation/random_source.h>
#include <smartqueue/replication/host.h>
#include <smartqueue/replication/replica.h>
#include <smartqueue/replication/take_over.h>

/// Any bytes, as a frame from a stranger, from a replica and from a host. What can be read can be written and read again.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace smartqueue;
    using namespace smartqueue::replication;
    const std::string_view bytes(reinterpret_cast<const char *>(data), size);
    const Moment now{1000};
    if (const auto frame = decode(bytes)) {
        const std::string written = encode(*frame);
        if (written.size() <= largestFrame && !decode(written))
            std::abort();

        // The same message from one who may send it, in each state.
        const auto says = [&](const DeviceId &from, std::int64_t number, Message message) { return encode({{"branch", from, 1, number}, std::move(message)}); };
        Hello hello;
        Host host(Member{"host"}, "branch", 1, {1, 5, "hash"}, now);
        host.connected(1, "desk", now);
        host.passed(now);
        host.received(1, says("desk", 1, frame->message), now);
        host.lookedAround({}, now);
        host.connected(2, "desk", now);
        host.received(2, says("desk", 1, hello), now);
        host.received(2, says("desk", 2, frame->message), now);
        host.entriesRead(2, std::vector<Entry>{{1, {1, 5, "hash"}, "bytes"}}, now);
        host.received(2, says("desk", 3, frame->message), now);
        host.committed({6, {1, 6, "next"}, "bytes"}, now);
        host.received(2, says("desk", 4, frame->message), now);

        RandomSource random(1);
        Replica replica(Member{"desk"}, "branch", Schemas{}, {1, 5, "hash"}, random, now);
        replica.passed(now);
        replica.connected(1, "host", now);
        replica.received(1, says("host", 1, frame->message), now);
        replica.connected(2, "host", now);
        replica.received(2, says("host", 1, Welcome{1, {1, 5, "hash"}}), now);
        replica.request("id", "bytes", now);
        replica.received(2, says("host", 2, frame->message), now);
        replica.received(2, says("host", 3, frame->message), now);
        if (const auto *leads = std::get_if<Leads>(&frame->message))
            takeOverAdvice({"desk", {1, 5, "hash"}, 1, {"host"}, {}}, {{"host", *leads}});
    }
    Host host(Member{"host"}, "branch", 1, {1, 5, "hash"}, now);
    host.connected(1, "desk", now);
    host.received(1, bytes, now);
    return 0;
}
