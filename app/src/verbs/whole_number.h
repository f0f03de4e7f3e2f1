#pragma once

#include <charconv>
#include <optional>
#include <string_view>

namespace smartqueue::app {

/// The number that is the whole text; nothing when anything else stands there.
template <class T>
std::optional<T> numberIn(std::string_view text)
{
    T value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

} // namespace smartqueue::app
