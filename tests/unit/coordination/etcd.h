#pragma once

#include <memory>
#include <string>
#include <vector>

#include <QProcess>
#include <QTemporaryDir>

/// A real etcd of some members on this machine, with a folder of its own; it ends with this.
class Etcd {
public:
    /// Whether the server is installed.
    static bool isThere();

    explicit Etcd(int members);
    ~Etcd();

    /// Blocks until it answers; false when it does not in half a minute.
    bool start();
    std::vector<std::string> endpoints() const { return m_endpoints; }
    void kill(int member);

private:
    bool answers(const std::string &endpoint) const;

    QTemporaryDir m_folder;
    std::vector<std::string> m_endpoints;
    std::vector<std::string> m_neighbours;
    std::vector<std::unique_ptr<QProcess>> m_members;
};
