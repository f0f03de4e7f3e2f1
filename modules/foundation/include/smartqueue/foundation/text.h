#pragma once

#include <string>
#include <string_view>

namespace smartqueue {

/// Whether the bytes are well-formed UTF-8 without control characters (line breaks and tabs excepted).
bool isPlainUtf8(std::string_view text);

/// Whether anything of it can be seen on a screen; well-formed UTF-8.
bool hasVisibleText(std::string_view utf8);

/// Whether every code point can be seen, plain spaces excepted: two such texts that look alike are not told apart by
/// something hidden. Well-formed UTF-8.
bool isVisibleThroughout(std::string_view utf8);

/// Whether it holds a mark that nobody sees and that makes two names look like one, or turns the letters round: zero-width
/// characters, marks and overrides of direction, breaks of lines. Joiners may stand between letters that are joined, as in
/// Persian and in emoji. Well-formed UTF-8.
bool hasHiddenMarks(std::string_view utf8);

/// Number of code points of well-formed UTF-8.
std::size_t codePoints(std::string_view utf8);

/// The text, or where it is longer its first code points, `maximum` in all, and "…" for the last of them.
std::string shortened(std::string_view utf8, std::size_t maximum);

/// Without leading and trailing white space.
std::string_view trimmed(std::string_view text);

/// Whether two names are the same but for the case of ASCII letters and surrounding white space.
bool sameName(std::string_view a, std::string_view b);

/// Equal for the names that sameName() takes for one.
std::string foldedName(std::string_view name);

} // namespace smartqueue
