#pragma once

#include <string>
#include <vector>

namespace smartqueue::coordination {

struct EtcdProbe {
    std::string endpoint;
    /// Why it cannot be used, as the system says it; empty: an etcd answers there.
    std::string reason;
};

/// Asks all of them at once whether an etcd with its HTTP gateway answers, in their order. Blocks for less than a second; any thread.
std::vector<EtcdProbe> probeEtcd(const std::vector<std::string> &endpoints);

} // namespace smartqueue::coordination
