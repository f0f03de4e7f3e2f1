#pragma once

#include <chrono>
#include <concepts>
#include <optional>
#include <stdexcept>
#include <string>
#include <type_traits>
#include <vector>

#include <nlohmann/json.hpp>

#include <smartqueue/domain/ids.h>
#include <smartqueue/domain/names.h>

/// Reads and writes any struct that lists its members in `fields`. Empty members (no value, no id, no text, an empty list)
/// are left out of the JSON and unknown ones are passed over, so rows stay small and a newer program can add members.
/// Readers throw std::runtime_error and nlohmann's exceptions; only codecs include this header, and they turn them into a
/// Failure.
namespace smartqueue::json {

using Json = nlohmann::json;

template <class T>
void write(Json &json, const T &value);
template <class T>
void read(const Json &json, T &value);

namespace detail {

template <class T>
struct IsOptional : std::false_type {};
template <class T>
struct IsOptional<std::optional<T>> : std::true_type {};
template <class T>
struct IsVector : std::false_type {};
template <class T>
struct IsVector<std::vector<T>> : std::true_type {};
template <class T>
struct IsStrongId : std::false_type {};
template <class Tag>
struct IsStrongId<StrongId<Tag>> : std::true_type {};
template <class T>
struct IsDuration : std::false_type {};
template <class R, class P>
struct IsDuration<std::chrono::duration<R, P>> : std::true_type {};

template <class T>
bool isEmpty(const T &value)
{
    if constexpr (IsOptional<T>::value)
        return !value.has_value();
    else if constexpr (IsVector<T>::value || std::is_same_v<T, std::string>)
        return value.empty();
    else if constexpr (IsStrongId<T>::value)
        return !value;
    else
        return false;
}

} // namespace detail

template <class T>
void write(Json &json, const T &value)
{
    if constexpr (detail::IsOptional<T>::value) {
        if (value)
            write(json, *value);
    } else if constexpr (detail::IsVector<T>::value) {
        json = Json::array();
        for (const auto &item : value)
            write(json.emplace_back(), item);
    } else if constexpr (detail::IsStrongId<T>::value) {
        json = value.value;
    } else if constexpr (std::is_same_v<T, Instant>) {
        json = value.time_since_epoch().count();
    } else if constexpr (detail::IsDuration<T>::value) {
        json = value.count();
    } else if constexpr (std::is_enum_v<T>) {
        json = std::string(nameOf(value));
    } else if constexpr (std::is_arithmetic_v<T> || std::is_same_v<T, std::string>) {
        json = value;
    } else {
        json = Json::object();
        T::fields(value, [&](const char *name, const auto &member) {
            if (!detail::isEmpty(member))
                write(json[name], member);
        });
    }
}

template <class T>
void read(const Json &json, T &value)
{
    if constexpr (detail::IsOptional<T>::value) {
        read(json, value.emplace());
    } else if constexpr (detail::IsVector<T>::value) {
        if (!json.is_array())
            throw std::runtime_error("not a list");
        value.clear();
        value.reserve(json.size());
        for (const auto &item : json)
            read(item, value.emplace_back());
    } else if constexpr (detail::IsStrongId<T>::value) {
        value.value = json.get<std::int64_t>();
    } else if constexpr (std::is_same_v<T, Instant>) {
        value = Instant(Duration(json.get<std::int64_t>()));
    } else if constexpr (detail::IsDuration<T>::value) {
        value = T(json.get<typename T::rep>());
    } else if constexpr (std::is_enum_v<T>) {
        const auto parsed = fromName<T>(json.get_ref<const std::string &>());
        if (!parsed)
            throw std::runtime_error("unknown word " + json.get<std::string>());
        value = *parsed;
    } else if constexpr (std::is_arithmetic_v<T> || std::is_same_v<T, std::string>) {
        value = json.get<T>();
    } else {
        if (!json.is_object())
            throw std::runtime_error("not an object");
        T::fields(value, [&](const char *name, auto &member) {
            if (const auto found = json.find(name); found != json.end())
                read(*found, member);
        });
    }
}

} // namespace smartqueue::json
