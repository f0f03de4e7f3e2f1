#include "verbs/output.h"

#include <cstdio>

#include <nlohmann/json.hpp>

#include <smartqueue/exchange/failure_text.h>

namespace smartqueue::app {

namespace {

using Json = nlohmann::ordered_json;

std::string scalar(const Json &value)
{
    if (value.is_string())
        return value.get<std::string>();
    return value.is_null() ? "–" : value.dump();
}

void write(const Json &value, int indent, std::string &text)
{
    const std::string margin(std::size_t(indent) * 2, ' ');
    if (value.is_object()) {
        for (const auto &[key, item] : value.items()) {
            if (item.is_structured()) {
                text += margin + key + (item.empty() ? ": none\n" : ":\n");
                write(item, indent + 1, text);
            } else {
                text += margin + key + ": " + scalar(item) + '\n';
            }
        }
    } else if (value.is_array()) {
        for (const Json &item : value) {
            std::string block;
            write(item, indent + 1, block);
            if (item.is_object() && block.size() > margin.size())
                block[margin.size()] = '-';
            text += block;
        }
    } else {
        text += margin + scalar(value) + '\n';
    }
}

} // namespace

Output terminalOutput(bool json)
{
    const auto writeTo = [](std::FILE *file) {
        return [file](std::string_view text) {
            std::fwrite(text.data(), 1, text.size(), file);
            std::fflush(file);
        };
    };
    return {writeTo(stdout), writeTo(stderr), json};
}

std::string plainText(const std::string &jsonText)
{
    std::string text;
    write(Json::parse(jsonText), 0, text);
    return text;
}

void Output::answer(const std::string &jsonText) const
{
    out(json ? jsonText + '\n' : plainText(jsonText));
}

void Output::answer(const Json &value) const
{
    answer(value.dump(-1, ' ', false, Json::error_handler_t::replace));
}

int Output::misuse(const Failure &failed) const
{
    failure(failed);
    return wrongUsage;
}

int Output::failure(const Failure &failure) const
{
    if (!json) {
        err("smartqueue: " + exchange::sentenceFor(failure) + '\n');
        return refused;
    }
    Json object{{"ok", false}};
    exchange::addFailure(object, failure);
    err(object.dump(-1, ' ', false, Json::error_handler_t::replace) + '\n');
    return refused;
}

} // namespace smartqueue::app
