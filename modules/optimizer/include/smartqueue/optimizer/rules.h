#pragma once

#include <cstddef>

/// The figures of the baseline rules, named so that a page can show them.
namespace smartqueue::optimizer::rules {

inline constexpr std::size_t transfersAtMost = 10;
/// The longest-waiting tickets of an overloaded queue that are looked at.
inline constexpr std::size_t candidatesPerQueue = 5;
/// Seconds to be saved at least for a transfer to be worth the walk: more than this.
inline constexpr double worthwhileSaving = 60;
inline constexpr double mediumSaving = 120;
inline constexpr double highSaving = 300;
/// Mean service in seconds of a target that has not finished one yet.
inline constexpr double unknownTargetService = 300;

/// An agent goes where more than `needyRatio` wait per agent and more than `needyWaiting` in all …
inline constexpr double needyRatio = 3.0;
inline constexpr int needyWaiting = 5;
/// … from where fewer than this wait.
inline constexpr int spareWaiting = 2;
inline constexpr double impactPerRatio = 10;
inline constexpr int impactAtMost = 100;

inline constexpr int adviceTickets = 10;
inline constexpr double lateShare = 0.20;
inline constexpr double priorityShare = 0.30;

} // namespace smartqueue::optimizer::rules
