#pragma once

#include <concepts>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

/// CBOR (RFC 8949) of structs that list their members in `fields`, without a tree between: of definite lengths, and of what a frame
/// needs. Empty texts and lists are left out; members that are not known are passed over.
namespace smartqueue::replication::cbor {

enum Major : std::uint8_t { unsignedInteger, negativeInteger, bytes, text, array, map, tag, simple };

template <class T>
struct IsVector : std::false_type {};
template <class T>
struct IsVector<std::vector<T>> : std::true_type {};

class Writer {
public:
    explicit Writer(std::string &out) : m_out(out) {}

    void head(Major major, std::uint64_t value)
    {
        const auto first = char(major << 5);
        if (value < 24) {
            m_out += char(first | char(value));
        } else {
            const int width = value <= 0xff ? 0 : value <= 0xffff ? 1 : value <= 0xffff'ffff ? 2 : 3;
            m_out += char(first | char(24 + width));
            for (int shift = (8 << width) - 8; shift >= 0; shift -= 8)
                m_out += char(value >> shift);
        }
    }

    void write(bool value) { m_out += char(value ? 0xf5 : 0xf4); }
    template <std::signed_integral T>
    void write(T value) { value < 0 ? head(negativeInteger, std::uint64_t(-1 - value)) : head(unsignedInteger, std::uint64_t(value)); }
    void write(std::string_view value)
    {
        // What is no plain text may be no text at all, such as a hash.
        bool isText = true;
        for (std::size_t i = 0; isText && i < value.size(); ++i)
            isText = static_cast<unsigned char>(value[i]) < 0x80;
        head(isText ? text : bytes, value.size());
        m_out += value;
    }
    void write(const std::string &value) { write(std::string_view(value)); }
    template <class T>
    void write(const std::vector<T> &values)
    {
        head(array, values.size());
        for (const T &value : values)
            write(value);
    }
    template <class T>
        requires std::is_class_v<T>
    void write(const T &value)
    {
        std::uint64_t members = 0;
        T::fields(value, [&](const char *, const auto &member) { members += isEmpty(member) ? 0 : 1; });
        head(map, members);
        T::fields(value, [&](const char *name, const auto &member) {
            if (!isEmpty(member)) {
                write(std::string_view(name));
                write(member);
            }
        });
    }

private:
    template <class T>
    static bool isEmpty(const T &value)
    {
        if constexpr (IsVector<T>::value || std::is_same_v<T, std::string>)
            return value.empty();
        else
            return false;
    }

    std::string &m_out;
};

/// Everything fails, and nothing throws, where the bytes are not what is asked for. Lengths are believed as far as there are bytes.
class Reader {
public:
    explicit Reader(std::string_view in) : m_in(in) {}

    bool isAtEnd() const { return m_in.empty(); }
    std::string_view rest() const { return m_in; }

    bool head(Major &major, std::uint64_t &value)
    {
        if (m_in.empty())
            return false;
        const auto first = static_cast<unsigned char>(m_in.front());
        m_in.remove_prefix(1);
        major = Major(first >> 5);
        value = first & 0x1f;
        if (value < 24)
            return true;
        if (value > 27)
            return false;
        const std::size_t width = std::size_t(1) << (value - 24);
        if (m_in.size() < width)
            return false;
        value = 0;
        for (std::size_t i = 0; i < width; ++i)
            value = value << 8 | static_cast<unsigned char>(m_in[i]);
        m_in.remove_prefix(width);
        return true;
    }

    bool read(bool &value)
    {
        if (m_in.empty() || (m_in.front() != char(0xf4) && m_in.front() != char(0xf5)))
            return false;
        value = m_in.front() == char(0xf5);
        m_in.remove_prefix(1);
        return true;
    }
    template <std::signed_integral T>
    bool read(T &value)
    {
        Major major{};
        std::uint64_t magnitude = 0;
        if (!head(major, magnitude) || major > negativeInteger || magnitude > std::uint64_t(std::numeric_limits<T>::max()))
            return false;
        value = major == negativeInteger ? T(-1 - T(magnitude)) : T(magnitude);
        return true;
    }
    bool read(std::string_view &value)
    {
        Major major{};
        std::uint64_t size = 0;
        if (!head(major, size) || (major != text && major != bytes) || size > m_in.size())
            return false;
        value = m_in.substr(0, size);
        m_in.remove_prefix(size);
        return true;
    }
    bool read(std::string &value)
    {
        std::string_view view;
        if (!read(view))
            return false;
        value = view;
        return true;
    }
    template <class T>
    bool read(std::vector<T> &values)
    {
        std::uint64_t size = 0;
        if (!open(array, size) || size > mostItems)
            return false;
        values.clear();
        for (; size > 0; --size) {
            if (!read(values.emplace_back()))
                return false;
        }
        return true;
    }
    template <class T>
        requires std::is_class_v<T>
    bool read(T &value)
    {
        return readMembers([&](std::string_view name) {
            bool isKnown = false;
            bool isRead = true;
            T::fields(value, [&](const char *known, auto &member) {
                if (!isKnown && name == known) {
                    isKnown = true;
                    isRead = read(member);
                }
            });
            return isKnown ? isRead : skip();
        });
    }
    /// `member` reads or skips what stands under the name.
    template <class Member>
    bool readMembers(Member member)
    {
        std::uint64_t size = 0;
        std::string_view name;
        if (!open(map, size))
            return false;
        for (; size > 0; --size) {
            if (!read(name) || !member(name))
                return false;
        }
        return true;
    }

    /// Passes over one thing, whatever it is, as deep as frames of any version are nested.
    bool skip(int depth = 16)
    {
        Major major{};
        std::uint64_t value = 0;
        if (depth == 0 || !head(major, value))
            return false;
        switch (major) {
        case bytes:
        case text:
            if (value > m_in.size())
                return false;
            m_in.remove_prefix(value);
            return true;
        case array:
        case map:
            if (value > m_in.size())
                return false;
            for (std::uint64_t left = major == map ? 2 * value : value; left > 0; --left) {
                if (!skip(depth - 1))
                    return false;
            }
            return true;
        case tag:
            return skip(depth - 1);
        default:
            return true;
        }
    }

private:
    /// More than any frame lists: a byte on the wire may be a hundred in memory.
    static constexpr std::uint64_t mostItems = 16'384;

    bool open(Major wanted, std::uint64_t &size)
    {
        Major major{};
        // Each member takes a byte at least.
        return head(major, size) && major == wanted && size <= m_in.size();
    }

    std::string_view m_in;
};

} // namespace smartqueue::replication::cbor
