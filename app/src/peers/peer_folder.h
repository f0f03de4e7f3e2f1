#pragma once

#include <cstdint>
#include <string>

#include <smartqueue/foundation/result.h>

namespace smartqueue::app {

/// What this desktop keeps beside a database, for itself alone: "<database>.peer". Neither a backup nor a copy of the database
/// brings it along.
class PeerFolder {
public:
    explicit PeerFolder(const std::string &database);

    const std::string &path() const { return m_path; }
    /// The database has been, or is about to be, one of several desktops'.
    bool exists() const;
    std::string addressBook() const { return m_path + "/addresses.json"; }

    /// Whether the database that belongs here was once decided on, or followed with.
    bool knowsAny() const;
    /// Whether the database is the one that this desktop wrote last, and not a copy of before. True where nothing was noted yet.
    bool knows(std::int64_t incarnation) const;
    /// The database that comes next is this desktop's, whatever its mark.
    void forgetIncarnation() const;
    /// Whether this folder was copied from one that is still there, or from another machine. False where nothing was noted yet.
    bool isCopy() const;
    /// The folder is this desktop's where it stands.
    void notePlace() const;
    /// The database is not to be decided on any more until it was replaced; nor believed, when this desktop withdrew from leading.
    void disown(bool withdrawn) const;
    bool isWithdrawn() const;
    /// disown() was called since the database was this desktop's, and nothing else came between.
    bool isDisowned() const;
    /// Where this desktop listened last: the others look for it there. 0: nowhere yet.
    int port() const;
    void notePort(int port) const;
    /// Notes beforehand what the database is about to have: one of the two is right, whenever the program ends. Afterwards noted again
    /// with the new one as both, it alone counts.
    Done expect(std::int64_t present, std::int64_t next) const;

private:
    bool says(const char *mark) const;

    std::string m_path;
};

} // namespace smartqueue::app
