#pragma once

#include <optional>
#include <string>

namespace smartqueue::app {

/// One call of the command line, parsed. Also what crosses the local socket, so paths are absolute.
struct Request {
    std::string verb;
    std::string database;
    /// Script, log or backup file; "-" is the standard input of whoever calls.
    std::string file;
    std::string queue;
    std::string at;
    std::string map;
    std::string timeZone;
    /// "max" or a number.
    std::string speed = "max";
    bool strict = false;
    bool json = false;
};

std::string encode(const Request &request);
std::optional<Request> decodeRequest(const std::string &text);

} // namespace smartqueue::app
