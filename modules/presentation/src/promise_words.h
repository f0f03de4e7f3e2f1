#pragma once

#include <smartqueue/presentation/promise_board.h>

/// The sentences of the scoreboard, in the language of now.
namespace smartqueue::presentation::promise_words {

// Each fills in the words of what is placed already.
void describeMiss(PromiseFigureWords &words);
void describeBias(PromiseFigureWords &words);
void describeInRange(PromiseFigureWords &words, std::size_t withRange);
void describeWithinFive(PromiseFigureWords &words);
void describeQueue(PromiseQueueWords &words, const analytics::PromiseFigures &figures, const engine::BranchSnapshot &snapshot);
void describeHour(PromiseHourWords &words, int hour, const analytics::PromiseFigures &figures);

PromiseLevelWords levelWords(const analytics::PromisedLevel &level);
/// What was checked, the summary, and what to look into.
void advise(PromiseBoard &board, const PromiseFacts &facts, const engine::BranchSnapshot &snapshot);
void tabulate(PromiseBoard &board, const analytics::PromiseScoreboard &scores, const engine::BranchSnapshot &snapshot);

} // namespace smartqueue::presentation::promise_words
