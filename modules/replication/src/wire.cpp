#include "smartqueue/replication/wire.h"

#include <algorithm>
#include <array>

#include "cbor.h"

namespace smartqueue::replication {

namespace {

/// In the order of Message's alternatives; known to desktops of other versions.
constexpr std::array<std::string_view, std::variant_size_v<Message>> messageNames{
    "HELLO", "WELCOME", "NOT_HOST", "APPEND", "APPENDED", "CMD", "RESULT", "RETRY_AFTER", "SNAP_OFFER", "SNAP_WANTED", "SNAP_CHUNK",
    "WHO_LEADS", "LEADS", "NEIGHBOURS", "BYE"};

constexpr int membersOfFrame = 7;
/// A host name has 253 characters. What a desktop says of itself is kept, and goes on to all the others.
constexpr std::size_t longestAddress = 300;
constexpr std::size_t longestVersion = 100;
/// Of what stands around a message's own bytes.
constexpr std::size_t usualSize = 256;

template <std::size_t Index = 0>
bool readMessage(std::string_view bytes, std::string_view name, Message &message)
{
    if constexpr (Index < std::variant_size_v<Message>) {
        if (messageNames[Index] != name)
            return readMessage<Index + 1>(bytes, name, message);
        return cbor::Reader(bytes).read(message.emplace<Index>());
    } else {
        return false;
    }
}

template <class Said>
bool isBrief(const Said &said)
{
    bool brief = true;
    if constexpr (requires { said.address; })
        brief = said.address.size() <= longestAddress;
    if constexpr (requires { said.program; })
        brief = brief && said.program.size() <= longestVersion;
    if constexpr (requires { said.all; })
        brief = std::all_of(said.all.begin(), said.all.end(), [](const auto &each) { return isBrief(each); });
    return brief;
}

} // namespace

std::string encode(const Frame &frame)
{
    std::string bytes;
    bytes.reserve(usualSize);
    cbor::Writer writer(bytes);
    const auto member = [&](std::string_view name, const auto &value) {
        writer.write(name);
        writer.write(value);
    };
    writer.head(cbor::map, membersOfFrame);
    member("v", newestProtocol);
    member("t", messageNames[frame.message.index()]);
    member("c", frame.envelope.cluster);
    member("f", frame.envelope.from);
    member("e", frame.envelope.epoch);
    member("n", frame.envelope.number);
    std::visit([&](const auto &message) { member("m", message); }, frame.message);
    return bytes;
}

Result<Frame> decode(std::string_view bytes)
{
    if (bytes.size() > largestFrame)
        return fail(peer_failures::malformedFrame, {{"reason", "size"}});
    cbor::Reader reader(bytes);
    Frame frame;
    std::string_view name;
    std::string_view message;
    int found = 0;
    const bool isRead = reader.readMembers([&](std::string_view key) {
        ++found;
        if (key == "t")
            return reader.read(name);
        if (key == "c")
            return reader.read(frame.envelope.cluster);
        if (key == "f")
            return reader.read(frame.envelope.from);
        if (key == "e")
            return reader.read(frame.envelope.epoch);
        if (key == "n")
            return reader.read(frame.envelope.number);
        if (key == "m") {
            message = reader.rest();
            const bool isSkipped = reader.skip();
            message.remove_suffix(reader.rest().size());
            return isSkipped;
        }
        --found;
        return reader.skip();
    });
    // All six of them, each once, and nothing behind.
    if (!isRead || found != 6 || name.empty() || message.empty() || !reader.isAtEnd() || !readMessage(message, name, frame.message))
        return fail(peer_failures::malformedFrame, {{"reason", "form"}});
    if (!std::visit([](const auto &said) { return isBrief(said); }, frame.message))
        return fail(peer_failures::malformedFrame, {{"reason", "size"}});
    return frame;
}

} // namespace smartqueue::replication
