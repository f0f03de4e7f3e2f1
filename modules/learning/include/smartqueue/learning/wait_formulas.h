#pragma once

#include <smartqueue/learning/wait_situation.h>

/// Waiting times from the state of the line alone (Ibrahim & Whitt 2009). Seconds.
namespace smartqueue::learning {

/// QLS: (ahead + 1) × mean / agents.
double qls(const LineFigures &line, double meanService);
/// QLr, Erlang A: Σ 1/(sμ + iθ) for i = 0…ahead. QLS while θ is not known.
double qlr(const LineFigures &line, double meanService);

} // namespace smartqueue::learning
