#include "smartqueue/replication/take_over.h"

#include <algorithm>

namespace smartqueue::replication {

TakeOverAdvice takeOverAdvice(const DeviceId &self, const Position &end, Epoch known, const std::vector<DeviceId> &live,
                              const std::map<DeviceId, Leads> &answers)
{
    TakeOverAdvice advice;
    Position freshest = end;
    Epoch highest = std::max(known, end.epoch);
    for (const auto &[device, answer] : answers) {
        highest = std::max({highest, answer.epoch, answer.last.epoch});
        if (answer.isAlive)
            advice.verdict = TakeOverAdvice::Verdict::hostIsAlive;
        if (isAhead(answer.last, freshest)) {
            freshest = answer.last;
            advice.fresher = device;
        }
    }
    if (advice.verdict != TakeOverAdvice::Verdict::hostIsAlive && !advice.fresher.empty())
        advice.verdict = TakeOverAdvice::Verdict::fresherElsewhere;
    advice.epoch = highest + 1;
    for (const DeviceId &device : live) {
        if (device != self && !answers.contains(device))
            advice.unreached.push_back(device);
    }
    return advice;
}

} // namespace smartqueue::replication
