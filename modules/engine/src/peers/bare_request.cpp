#include "smartqueue/engine/bare_request.h"

#include <smartqueue/domain/codec.h>

#include "peer_codec.h"

namespace smartqueue::engine {

replication::Schemas bareSchemas()
{
    return entrySchemas;
}

std::string bareRequest(const Command &command)
{
    PeerRequest request;
    request.command = codec::encode(command);
    return encode(request);
}

Answer bareAnswer(std::string_view reply)
{
    const auto read = decodeReply(reply);
    if (!read)
        return tl::unexpected(read.error());
    return read->answer ? *read->answer : fail(codec::unreadable);
}

} // namespace smartqueue::engine
