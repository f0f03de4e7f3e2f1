#pragma once

#include <string>
#include <string_view>

namespace smartqueue::exchange {

/// Lower case without accents, everything but letters and digits as one underscore: names of columns that people take for one.
std::string plainName(std::string_view name);

} // namespace smartqueue::exchange
