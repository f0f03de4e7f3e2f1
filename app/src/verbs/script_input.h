#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>

#include <QByteArray>
#include <QIODevice>

#include "verbs/input_pieces.h"

namespace smartqueue::app {

/// A script as a device that can stop between two lines: it hands on whole lines, and ends early when it is called back. What it has not
/// handed on goes elsewhere. One thread.
class ScriptInput final : public QIODevice {
public:
    /// `calledBack` is asked between lines, also while the next one is waited for.
    ScriptInput(InputPieces pieces, std::function<bool()> calledBack);
    bool isSequential() const override { return true; }

    /// It ended early.
    bool isStopped() const { return m_stopped; }
    /// From where it stopped.
    void goOn() { m_stopped = false; }
    /// Lines handed on, blank ones too.
    std::int64_t lines() const { return m_lines; }
    /// What was not handed on, as far as it is there; an empty piece is the end.
    std::optional<QByteArray> takeRest();

protected:
    qint64 readData(char *data, qint64 size) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    bool isCalledBack();
    /// Bytes that can be handed on: whole lines where there are some, else a part of one that is too long to be kept.
    qsizetype handable(qint64 size) const;

    InputPieces m_pieces;
    std::function<bool()> m_calledBack;
    std::chrono::steady_clock::time_point m_asked;
    QByteArray m_text;
    std::int64_t m_lines = 0;
    bool m_isBetweenLines = true;
    bool m_ended = false;
    bool m_stopped = false;
};

} // namespace smartqueue::app
