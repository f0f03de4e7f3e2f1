#pragma once

#include <optional>
#include <string>

namespace smartqueue::app {

/// One call of the command line, parsed. Also what crosses the local socket, so paths are absolute.
struct Request {
    std::string verb;
    std::string database;
    /// Script, log or backup file; "-" is standard input, whose text then stands in `input`.
    std::string file;
    std::string input;
    std::string queue;
    std::string at;
    std::string map;
    std::string timeZone;
    /// "max" or a number.
    std::string speed = "max";
    bool strict = false;
    bool json = false;
    bool createDatabase = true;
};

std::string encode(const Request &request);
std::optional<Request> decodeRequest(const std::string &text);

} // namespace smartqueue::app
