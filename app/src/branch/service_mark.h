#pragma once

#include <memory>
#include <string>

class QLockFile;

namespace smartqueue::app {

/// Beside a database of several desktops, in its PeerFolder: a program is there to stay, though it may be between two lives of the
/// database or wait for it. Whoever comes for a few commands asks that program, and leaves it the database. Ends with the
/// program, however it ends. Any thread.
class ServiceMark {
public:
    /// None where another program has set it, or the database is nobody else's (yet).
    static std::unique_ptr<ServiceMark> set(const std::string &database);
    static bool isSet(const std::string &database);
    ~ServiceMark();

private:
    explicit ServiceMark(std::unique_ptr<QLockFile> file);

    std::unique_ptr<QLockFile> m_file;
};

} // namespace smartqueue::app
