#include "plain_name.h"

namespace smartqueue::exchange {

std::string plainName(std::string_view name)
{
    struct Accent {
        std::string_view written;
        char plain;
    };
    static constexpr Accent accents[]{{"é", 'e'}, {"è", 'e'}, {"ê", 'e'}, {"ë", 'e'}, {"É", 'e'}, {"È", 'e'}, {"à", 'a'},
                                      {"â", 'a'}, {"À", 'a'}, {"ç", 'c'}, {"î", 'i'}, {"ï", 'i'}, {"ô", 'o'}, {"û", 'u'},
                                      {"ù", 'u'}, {"°", '_'}};
    std::string plain;
    for (std::size_t i = 0; i < name.size();) {
        char c = name[i];
        std::size_t length = 1;
        for (const Accent &accent : accents) {
            if (name.substr(i, accent.written.size()) == accent.written) {
                c = accent.plain;
                length = accent.written.size();
                break;
            }
        }
        i += length;
        if (c >= 'A' && c <= 'Z')
            c = char(c - 'A' + 'a');
        const bool kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (kept)
            plain += c;
        else if (!plain.empty() && plain.back() != '_')
            plain += '_';
    }
    while (!plain.empty() && plain.back() == '_')
        plain.pop_back();
    return plain;
}

} // namespace smartqueue::exchange
