#include "demo_parts.h"

#include <smartqueue/storage/sqlite_store.h>

#include "demo_words.h"

namespace smartqueue::app {

Result<std::unique_ptr<DemoParts>> openDemo(Instant until)
{
    auto parts = std::make_unique<DemoParts>();
    storage::Options options;
    options.path = parts->database();
    auto store = storage::SqliteStore::open(options);
    if (!store)
        return tl::unexpected(store.error());
    auto engine = engine::Engine::start(std::move(*store), parts->clock);
    if (!engine)
        return tl::unexpected(engine.error());
    parts->engine = std::move(*engine);
    parts->demo = std::make_unique<engine::DemoBranch>(*parts->engine, parts->clock, 1, demoWords());
    if (const Done furnished = parts->demo->furnish(); !furnished)
        return tl::unexpected(furnished.error());
    parts->demo->fastForward(until);
    return parts;
}

} // namespace smartqueue::app
