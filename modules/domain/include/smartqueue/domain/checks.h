#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include <smartqueue/foundation/result.h>

/// What the rules of every kernel ask of a value that people typed.
namespace smartqueue {

/// Plain UTF-8 without hidden marks, trimmed, not longer than `maximum` code points, not empty unless `mayBeEmpty`. Fails with
/// `too_long` or `invalid_value`, and the field; hidden marks with the reason `hidden_marks`.
Result<std::string> checkedText(std::string_view field, const std::string &text, std::size_t maximum, bool mayBeEmpty);
/// Fails with `out_of_range`, the field, the value and both ends.
Done checkedRange(std::string_view field, std::int64_t value, std::int64_t low, std::int64_t high);

/// Returns from the enclosing function when `result` failed.
#define SQ_CHECK(result)                                                       \
    if (auto sqChecked = (result); !sqChecked)                                 \
    return tl::unexpected<Failure>(std::move(sqChecked.error()))

} // namespace smartqueue
