#include "smartqueue/exchange/column_map.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include <smartqueue/domain/failures.h>
#include <smartqueue/exchange/refusals.h>
#include <smartqueue/exchange/time_pattern.h>

namespace smartqueue::exchange {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t mapLimit = 1024 * 1024;

tl::unexpected<Failure> invalid(const std::string &place, const char *expected)
{
    return fail(FailureCode("invalid_value"), {{"field", place}, {"expected", expected}});
}

Result<std::string> readText(const Json &json, const std::string &place)
{
    if (!json.is_string())
        return invalid(place, "a text");
    return json.get<std::string>();
}

/// A text, or a list of texts.
Result<std::vector<std::string>> readTexts(const Json &json, const std::string &place)
{
    std::vector<std::string> texts;
    if (json.is_string()) {
        texts.push_back(json.get<std::string>());
        return texts;
    }
    if (!json.is_array() || json.size() > 100)
        return invalid(place, "a text or a list of texts");
    for (const Json &item : json) {
        if (!item.is_string())
            return invalid(place, "a text or a list of texts");
        texts.push_back(item.get<std::string>());
    }
    return texts;
}

Done checkKeys(const Json &json, std::initializer_list<std::string_view> known, const std::string &place)
{
    for (const auto &item : json.items()) {
        if (std::find(known.begin(), known.end(), item.key()) == known.end())
            return fail(failures::unknownField, {{"field", place.empty() ? item.key() : place + '.' + item.key()}});
    }
    return {};
}

Done readSource(const Json &json, const std::string &place, FieldSource &source)
{
    if (!json.is_object()) {
        auto columns = readTexts(json, place);
        if (!columns)
            return tl::unexpected(columns.error());
        source.columns = *columns;
        return {};
    }
    if (Done keys = checkKeys(json, {"column", "constant", "translate"}, place); !keys)
        return keys;
    if (const auto found = json.find("column"); found != json.end()) {
        auto columns = readTexts(*found, place + ".column");
        if (!columns)
            return tl::unexpected(columns.error());
        source.columns = *columns;
    }
    if (const auto found = json.find("constant"); found != json.end()) {
        auto constant = readText(*found, place + ".constant");
        if (!constant)
            return tl::unexpected(constant.error());
        source.constant = *constant;
    }
    if (const auto found = json.find("translate"); found != json.end()) {
        if (!found->is_object())
            return invalid(place + ".translate", "an object of texts");
        for (const auto &item : found->items()) {
            auto word = readText(item.value(), place + ".translate." + item.key());
            if (!word)
                return tl::unexpected(word.error());
            source.translate.emplace_back(item.key(), *word);
        }
    }
    return {};
}

Done readFields(const Json &json, ColumnMap &map)
{
    if (!json.is_object())
        return invalid("columns", "an object");
    for (const auto &item : json.items()) {
        bool known = false;
        for (std::size_t i = 0; i < logFieldCount && !known; ++i) {
            const auto field = LogField(i);
            if (item.key() != nameOf(field))
                continue;
            known = true;
            if (Done done = readSource(item.value(), "columns." + item.key(), map[field]); !done)
                return done;
        }
        if (!known)
            return fail(failures::unknownField, {{"field", "columns." + item.key()}});
    }
    return {};
}

Done readDate(const Json &json, ColumnMap &map)
{
    if (json.is_string()) {
        map.dateColumn = json.get<std::string>();
        return {};
    }
    if (!json.is_object())
        return invalid("date", "a column name or an object");
    if (Done keys = checkKeys(json, {"column", "format", "of"}, "date"); !keys)
        return keys;
    if (!json.contains("column"))
        return fail(failures::missingField, {{"field", "date.column"}});
    for (const auto &[key, target] : {std::pair{"column", &map.dateColumn}, {"format", &map.dateFormat}, {"of", &map.dateOf}}) {
        if (const auto found = json.find(key); found != json.end()) {
            auto text = readText(*found, std::string("date.") + key);
            if (!text)
                return tl::unexpected(text.error());
            *target = *text;
        }
    }
    return {};
}

/// What the parts must give together.
Done checkWhole(const ColumnMap &map)
{
    if (map.timeFormats.empty())
        return invalid("time_format", "at least one format");
    for (const std::string &format : map.timeFormats) {
        const auto pattern = TimePattern::compile(format);
        if (!pattern)
            return tl::unexpected(pattern.error());
        if (!pattern->givesTime())
            return fail(refusals::badTimeFormat, {{"format", format}});
        if (!pattern->givesDay() && map.dateColumn.empty())
            return fail(refusals::needsDateColumn, {{"format", format}});
    }
    const auto date = TimePattern::compile(map.dateFormat);
    if (!date)
        return tl::unexpected(date.error());
    if (!date->givesDay())
        return fail(refusals::badTimeFormat, {{"format", map.dateFormat}});
    const std::vector<LogField> missing = missingFields(map);
    if (!missing.empty())
        return fail(failures::missingField, {{"field", "columns." + std::string(nameOf(missing.front()))}});
    return {};
}

Result<ColumnMap> readMap(const Json &json)
{
    if (!json.is_object())
        return fail(refusals::malformed, {{"reason", "the map is not a JSON object"}});
    if (Done keys = checkKeys(json, {"name", "columns", "date", "time_format", "no_value", "tolerance_seconds", "header"}, {}); !keys)
        return tl::unexpected(keys.error());
    ColumnMap map;
    Done done;
    if (!json.contains("columns"))
        return fail(failures::missingField, {{"field", "columns"}});
    done = readFields(json["columns"], map);
    if (done && json.contains("date"))
        done = readDate(json["date"], map);
    for (const auto &[key, target] : {std::pair{"time_format", &map.timeFormats}, {"no_value", &map.noValue}}) {
        if (!done || !json.contains(key))
            continue;
        auto texts = readTexts(json[key], key);
        if (texts)
            *target = *texts;
        else
            done = tl::unexpected(texts.error());
    }
    if (!done)
        return tl::unexpected(done.error());
    if (const auto found = json.find("tolerance_seconds"); found != json.end()) {
        if (!found->is_number_integer() || found->get<std::int64_t>() < 0 || found->get<std::int64_t>() > 3600)
            return invalid("tolerance_seconds", "a whole number from 0 to 3600");
        map.tolerance = std::chrono::seconds(found->get<std::int64_t>());
    }
    if (const auto found = json.find("header"); found != json.end()) {
        if (!found->is_boolean())
            return invalid("header", "true or false");
        map.header = found->get<bool>();
    }
    if (Done whole = checkWhole(map); !whole)
        return tl::unexpected(whole.error());
    return map;
}

} // namespace

Result<ColumnMap> readColumnMap(std::string_view text)
{
    if (text.size() > mapLimit)
        return fail(refusals::lineTooLong, {{"limit", std::to_string(mapLimit)}});
    if (text.substr(0, 3) == "\xef\xbb\xbf")
        text.remove_prefix(3);
    try {
        return readMap(Json::parse(text));
    } catch (const nlohmann::json::parse_error &error) {
        const auto read = text.substr(0, std::min(error.byte, text.size()));
        return fail(refusals::malformed, {{"line", std::to_string(1 + std::count(read.begin(), read.end(), '\n'))}});
    } catch (const nlohmann::json::exception &) {
        return fail(refusals::malformed, {});
    }
}

std::string writeColumnMap(const ColumnMap &map)
{
    const auto list = [](const std::vector<std::string> &texts) { return texts.size() == 1 ? Json(texts.front()) : Json(texts); };
    Json json;
    Json &columns = json["columns"] = Json::object();
    for (std::size_t i = 0; i < logFieldCount; ++i) {
        const FieldSource &source = map.fields[i];
        if (source.empty())
            continue;
        Json &field = columns[std::string(nameOf(LogField(i)))];
        if (source.constant.empty() && source.translate.empty()) {
            field = list(source.columns);
            continue;
        }
        if (!source.columns.empty())
            field["column"] = list(source.columns);
        if (!source.constant.empty())
            field["constant"] = source.constant;
        for (const auto &[from, to] : source.translate)
            field["translate"][from] = to;
    }
    if (!map.dateColumn.empty()) {
        json["date"] = {{"column", map.dateColumn}, {"format", map.dateFormat}};
        if (!map.dateOf.empty())
            json["date"]["of"] = map.dateOf;
    }
    json["time_format"] = list(map.timeFormats);
    if (!map.noValue.empty())
        json["no_value"] = map.noValue;
    if (map.tolerance.count() != 0)
        json["tolerance_seconds"] = map.tolerance.count();
    if (!map.header)
        json["header"] = false;
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

} // namespace smartqueue::exchange
