#include "bench/bench_sign_in.h"

#include <chrono>
#include <vector>

#include <smartqueue/engine/installation.h>
#include <smartqueue/engine/memory_store.h>

#include "branch/database.h"
#include "bench/percentile.h"

namespace smartqueue::app {

Result<double> unknownOverWrong()
{
    constexpr int people = 5;
    constexpr int attemptsEach = 3;
    auto tools = makeSecretTools();
    if (!tools)
        return tl::unexpected(tools.error());
    const SystemClock clock;
    engine::EngineOptions options;
    options.regularWork = false;
    auto installation = engine::Installation::start(std::make_unique<engine::MemoryStore>(), clock, options, tools->ports());
    if (!installation)
        return tl::unexpected(installation.error());
    const auto addressOf = [](const char *who, int i) { return who + std::to_string(i) + "@example.org"; };
    for (int i = 0; i < people; ++i) {
        CreateUser create;
        create.profile.email = addressOf("known", i);
        create.platform = PlatformRole::superadmin;
        create.password.plain = "Granite-Kestrel-41";
        Command command{{}, std::move(create), {}, {}};
        command.user = i == 0 ? UserId{} : UserId{1};
        auto making = (*installation)->submit(std::move(command));
        making.waitForFinished();
        if (const engine::Answer made = making.result(); !made)
            return tl::unexpected(made.error());
    }
    const auto attempt = [&](const std::string &email) {
        const auto start = std::chrono::steady_clock::now();
        (*installation)->signIn(email, "wrong", {}, {}).waitForFinished();
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    };
    std::vector<double> wrong;
    std::vector<double> unknown;
    for (int round = 0; round < attemptsEach; ++round) {
        for (int i = 0; i < people; ++i) {
            wrong.push_back(attempt(addressOf("known", i)));
            unknown.push_back(attempt(addressOf("nobody", i)));
        }
    }
    return percentile(unknown, 0.5) / percentile(wrong, 0.5);
}

} // namespace smartqueue::app
