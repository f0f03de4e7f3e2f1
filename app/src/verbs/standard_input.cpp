#include "verbs/standard_input.h"

#include <smartqueue/platform/surroundings.h>

namespace smartqueue::app {

qint64 StandardInput::readData(char *data, qint64 size)
{
    return size > 0 ? platform::readStandardInput(data, size) : 0;
}

} // namespace smartqueue::app
