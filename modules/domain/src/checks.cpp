#include "smartqueue/domain/checks.h"

#include <smartqueue/foundation/text.h>

#include "smartqueue/domain/failures.h"

namespace smartqueue {

Result<std::string> checkedText(std::string_view field, const std::string &text, std::size_t maximum, bool mayBeEmpty)
{
    if (text.empty() && mayBeEmpty)
        return text;
    // A text that is far too long is not worth decoding.
    if (text.size() > 4 * maximum || codePoints(text) > maximum)
        return fail(failures::tooLong, {{"field", std::string(field)}, {"maximum", std::to_string(maximum)}});
    const std::string_view plain = trimmed(text);
    if (!isPlainUtf8(plain) || plain.find_first_of("\n\t") != std::string_view::npos || (plain.empty() ? !mayBeEmpty : !hasVisibleText(plain)))
        return fail(failures::invalidValue, {{"field", std::string(field)}});
    if (hasHiddenMarks(plain))
        return fail(failures::invalidValue, {{"field", std::string(field)}, {"reason", "hidden_marks"}});
    return std::string(plain);
}

Done checkedRange(std::string_view field, std::int64_t value, std::int64_t low, std::int64_t high)
{
    if (value >= low && value <= high)
        return {};
    return fail(failures::outOfRange, {{"field", std::string(field)}, {"value", std::to_string(value)},
                                       {"minimum", std::to_string(low)}, {"maximum", std::to_string(high)}});
}

} // namespace smartqueue
