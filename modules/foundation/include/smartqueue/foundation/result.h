#pragma once

#include <map>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>

#include <tl/expected.hpp>

namespace smartqueue {

/// What went wrong, as a code that programs compare and pages translate. Points at a string literal.
class FailureCode {
public:
    constexpr FailureCode() = default;
    consteval explicit FailureCode(const char *literal) : m_name(literal) {}

    constexpr std::string_view name() const { return m_name; }
    friend constexpr bool operator==(FailureCode a, FailureCode b) { return a.m_name == b.m_name; }

private:
    std::string_view m_name;
};

/// A refused or failed operation. `detail` names the values concerned ("queue" → "Payments"), never a secret.
struct Failure {
    FailureCode code;
    std::map<std::string, std::string> detail = {};

    friend bool operator==(const Failure &a, const Failure &b) { return a.code == b.code && a.detail == b.detail; }
};

inline std::ostream &operator<<(std::ostream &out, const Failure &failure)
{
    out << failure.code.name();
    for (const auto &[key, value] : failure.detail)
        out << ' ' << key << '=' << value;
    return out;
}

template <class T>
using Result = tl::expected<T, Failure>;

/// The success of an operation that has nothing to hand back.
using Done = Result<void>;

inline tl::unexpected<Failure> fail(FailureCode code, std::map<std::string, std::string> detail = {})
{
    return tl::unexpected<Failure>(Failure{code, std::move(detail)});
}

} // namespace smartqueue
