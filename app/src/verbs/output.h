#pragma once

#include <functional>
#include <string>
#include <string_view>

#include <nlohmann/json_fwd.hpp>

#include <smartqueue/foundation/result.h>

namespace smartqueue::app {

enum ExitCode { done = 0, refused = 1, wrongUsage = 2 };

/// Where a verb writes: the terminal, or the other end of the local socket. Used by one thread.
struct Output {
    std::function<void(std::string_view)> out;
    std::function<void(std::string_view)> err;
    bool json = false;

    /// A finished answer as JSON or, without --json, as aligned text.
    void answer(const std::string &jsonText) const;
    /// The same; text in it that is no UTF-8, such as a path, is shown as far as it is.
    void answer(const nlohmann::ordered_json &json) const;
    /// A failure on stderr; with --json as an object with `ok`, `code`, `message`, `detail`. Returns ExitCode::refused.
    int failure(const Failure &failure) const;
    /// The same for a call that makes no sense. Returns ExitCode::wrongUsage.
    int misuse(const Failure &failure) const;
};

/// Standard output and standard error of this process.
Output terminalOutput(bool json);

/// JSON as text for people: "key: value" lines, lists indented.
std::string plainText(const std::string &jsonText);

} // namespace smartqueue::app
