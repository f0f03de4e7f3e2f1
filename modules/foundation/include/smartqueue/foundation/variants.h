#pragma once

#include <type_traits>
#include <variant>

namespace smartqueue {

template <class First, class Second>
struct Joined;
template <class... First, class... Second>
struct Joined<std::variant<First...>, std::variant<Second...>> {
    using Type = std::variant<First..., Second...>;
};
/// One variant with the alternatives of both, in their order.
template <class First, class Second>
using JoinedVariant = typename Joined<First, Second>::Type;

template <class T, class Variant>
inline constexpr bool isOneOf = false;
template <class T, class... Alternatives>
inline constexpr bool isOneOf<T, std::variant<Alternatives...>> = (std::is_same_v<T, Alternatives> || ...);

} // namespace smartqueue
