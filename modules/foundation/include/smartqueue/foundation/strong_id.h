#pragma once

#include <cstdint>
#include <functional>

namespace smartqueue {

/// A row identity that cannot be mixed up with another kind's. 0 means "none".
template <class Tag>
struct StrongId {
    std::int64_t value = 0;

    explicit operator bool() const { return value != 0; }
    friend bool operator==(StrongId a, StrongId b) { return a.value == b.value; }
    friend bool operator!=(StrongId a, StrongId b) { return a.value != b.value; }
    friend bool operator<(StrongId a, StrongId b) { return a.value < b.value; }
};

} // namespace smartqueue

template <class Tag>
struct std::hash<smartqueue::StrongId<Tag>> {
    std::size_t operator()(smartqueue::StrongId<Tag> id) const noexcept
    {
        return std::hash<std::int64_t>{}(id.value);
    }
};
