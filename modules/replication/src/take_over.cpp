#include "smartqueue/replication/take_over.h"

#include <algorithm>

namespace smartqueue::replication {

TakeOverAdvice takeOverAdvice(const LastKnown &known, const std::map<DeviceId, Leads> &answers)
{
    TakeOverAdvice advice;
    Position freshest = known.end;
    Epoch highest = std::max(known.epoch, known.end.epoch);
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
    for (const DeviceId &device : known.roster) {
        if (device == known.self || answers.contains(device))
            continue;
        advice.unreached.push_back(device);
        if (!known.counted || std::find(known.counted->begin(), known.counted->end(), device) != known.counted->end())
            advice.missed.push_back(device);
    }
    return advice;
}

} // namespace smartqueue::replication
