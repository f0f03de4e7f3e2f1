#include <QBuffer>
#include <QFile>

#include <smartqueue/domain/failures.h>
#include <smartqueue/exchange/command_script.h>
#include <smartqueue/exchange/script_lines.h>

#include "verbs.h"

namespace smartqueue::app {

namespace {

std::unique_ptr<QIODevice> openInput(const Request &request)
{
    if (request.file == "-") {
        auto buffer = std::make_unique<QBuffer>();
        buffer->setData(QByteArray::fromStdString(request.input));
        buffer->open(QIODevice::ReadOnly);
        return buffer;
    }
    auto file = std::make_unique<QFile>(QString::fromStdString(request.file));
    return file->open(QIODevice::ReadOnly) ? std::move(file) : nullptr;
}

} // namespace

int runScript(const Request &request, engine::Engine &engine, const Output &output)
{
    const auto device = openInput(request);
    if (!device)
        return output.failure({FailureCode("cannot_read"), {{"path", request.file}}});
    const auto settled = [&] {
        auto future = engine.settledSnapshot();
        future.waitForFinished();
        return future.result();
    };
    engine::SharedSnapshot snapshot = settled();
    std::optional<Instant> last;
    bool allDone = true;
    exchange::ScriptLines lines(*device);
    while (const auto *line = lines.next()) {
        engine::Answer answer = fail(failures::tooLong, {{"field", "line"}, {"maximum", std::to_string(exchange::ScriptLines::lineLimit)}});
        if (!line->tooLong) {
            const auto script = exchange::readCommand(line->text, snapshot->state);
            if (!script) {
                answer = tl::unexpected(script.error());
            } else {
                answer = exchange::answerTo(*script, [&](Command command) -> engine::Answer {
                    if (!command.at)
                        command.at = last ? *last : std::max(engine.clock().now(), snapshot->state.at);
                    const Instant at = *command.at;
                    auto future = engine.submit(std::move(command));
                    future.waitForFinished();
                    const engine::Answer given = future.result();
                    if (given || given.error().code.name() != failures::timeBackwards.name())
                        last = last ? std::max(*last, at) : at;
                    return given;
                });
            }
        }
        snapshot = settled();
        allDone = allDone && answer.has_value();
        output.out(exchange::resultLine(line->number, answer, snapshot->state, exchange::commandIdOf(line->text)) + '\n');
    }
    return allDone ? done : refused;
}

} // namespace smartqueue::app
