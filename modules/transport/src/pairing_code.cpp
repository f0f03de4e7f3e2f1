#include "smartqueue/transport/pairing.h"

#include "pairing_proof.h"

namespace smartqueue::transport {

namespace {

constexpr std::string_view alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t codeLength = 8;

char readSymbol(char typed)
{
    const char symbol = typed >= 'a' && typed <= 'z' ? char(typed - 'a' + 'A') : typed;
    switch (symbol) {
    case 'O': return '0';
    case 'I':
    case 'L': return '1';
    default: return symbol;
    }
}

} // namespace

std::optional<std::string> readPairingCode(std::string_view typed)
{
    std::string code;
    for (const char each : typed) {
        if (each == ' ' || each == '-' || each == '\t')
            continue;
        const char symbol = readSymbol(each);
        if (alphabet.find(symbol) == std::string_view::npos || code.size() == codeLength)
            return std::nullopt;
        code += symbol;
    }
    if (code.size() != codeLength)
        return std::nullopt;
    return code;
}

std::string shownPairingCode(const std::string &code)
{
    return code.substr(0, codeLength / 2) + '-' + code.substr(codeLength / 2);
}

std::string pairingCodeFrom(const std::string &random)
{
    std::string code;
    // The alphabet has 32 symbols, so that every one is as likely.
    for (std::size_t i = 0; i < codeLength; ++i)
        code += alphabet[static_cast<unsigned char>(random.at(i)) % alphabet.size()];
    return code;
}

} // namespace smartqueue::transport
