#include "smartqueue/foundation/csv.h"

#include "smartqueue/foundation/text.h"

namespace smartqueue {

namespace {

bool startsFormula(char c)
{
    return c == '=' || c == '+' || c == '-' || c == '@' || c == '\t' || c == '\r';
}

/// Whether the text is a formula behind any number of apostrophes.
bool isFormula(std::string_view text)
{
    const auto begin = text.find_first_not_of('\'');
    return begin != std::string_view::npos && startsFormula(text[begin]);
}

} // namespace

std::string csvCell(std::string_view text)
{
    const std::string cell = guardedCell(text);
    const bool isPlain = cell.find_first_of(",;\"\t\r\n|") == std::string::npos && trimmed(cell).size() == cell.size();
    if (isPlain)
        return cell;
    std::string quoted = "\"";
    for (const char c : cell) {
        if (c == '"')
            quoted += '"';
        quoted += c;
    }
    return quoted + '"';
}

std::string guardedCell(std::string_view text)
{
    return isFormula(text) ? '\'' + std::string(text) : std::string(text);
}

std::string_view unguardedCell(std::string_view cell)
{
    return !cell.empty() && cell.front() == '\'' && isFormula(cell) ? cell.substr(1) : cell;
}

} // namespace smartqueue
