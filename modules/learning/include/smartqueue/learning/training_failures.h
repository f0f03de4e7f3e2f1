#pragma once

#include <smartqueue/foundation/result.h>

/// Why a model could not be trained, read or asked.
namespace smartqueue::learning::training_failures {

/// Detail `rows` and `needed`.
inline constexpr FailureCode tooFewRows{"too_few_rows"};
/// Rows and labels, or the columns of a table and of a model, do not fit each other. Detail `given` and `expected`.
inline constexpr FailureCode shapeMismatch{"shape_mismatch"};
/// Detail `reason`, in the words of the library.
inline constexpr FailureCode trainingFailed{"training_failed"};
inline constexpr FailureCode trainingCancelled{"training_cancelled"};
/// The bytes are no model of this program. Detail `reason`.
inline constexpr FailureCode damagedModel{"damaged_model"};

} // namespace smartqueue::learning::training_failures
