#include "smartqueue/platform/hidden_input.h"

#include <QtGlobal>

#ifdef Q_OS_WIN
#include <conio.h>
#include <io.h>
#else
#include <fcntl.h>
#include <termios.h>
#include <unistd.h>
#endif

namespace smartqueue::platform {

#ifdef Q_OS_WIN

std::optional<std::string> readHidden(const std::string &prompt)
{
    if (!_isatty(0))
        return std::nullopt;
    _cputs(prompt.c_str());
    std::string line;
    for (int c = _getch(); c != '\r' && c != '\n'; c = _getch()) {
        if (c == '\b' && !line.empty())
            line.pop_back();
        else if (c != '\b')
            line += char(c);
    }
    _cputs("\r\n");
    return line;
}

#else

std::optional<std::string> readHidden(const std::string &prompt)
{
    // Standard input may be the script itself.
    const int terminal = open("/dev/tty", O_RDWR | O_CLOEXEC);
    if (terminal < 0)
        return std::nullopt;
    termios shown{};
    if (tcgetattr(terminal, &shown) != 0) {
        close(terminal);
        return std::nullopt;
    }
    termios hidden = shown;
    hidden.c_lflag &= ~tcflag_t(ECHO);
    std::string line;
    if (write(terminal, prompt.data(), prompt.size()) == ssize_t(prompt.size()) && tcsetattr(terminal, TCSAFLUSH, &hidden) == 0) {
        char c = 0;
        while (read(terminal, &c, 1) == 1 && c != '\n')
            line += c;
        tcsetattr(terminal, TCSAFLUSH, &shown);
        (void)!write(terminal, "\n", 1);
    }
    close(terminal);
    return line;
}

#endif

} // namespace smartqueue::platform
