#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "peer_codec.h"

namespace {

/// What can be read can be written and read again.
template <class T>
void readAgain(const smartqueue::Result<T> &read, smartqueue::Result<T> (*decode)(std::string_view))
{
    if (read && !decode(smartqueue::engine::encode(*read)))
        std::abort();
}

} // namespace

/// Any bytes, as what the engine of another desktop asks, answers, or has committed.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace smartqueue::engine;
    const std::string_view bytes(reinterpret_cast<const char *>(data), size);
    readAgain(decodeRequest(bytes), &decodeRequest);
    readAgain(decodeReply(bytes), &decodeReply);
    readAgain(decodeGroup(bytes), &decodeGroup);
    return 0;
}
