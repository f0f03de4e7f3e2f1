#include "verbs/input_pieces.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

#include "verbs/frame_channel.h"
#include "verbs/standard_input.h"

namespace smartqueue::app {

namespace {

constexpr std::size_t mostWaiting = 4;

} // namespace

struct InputPieces::Shared {
    std::mutex mutex;
    std::condition_variable came;
    std::condition_variable taken;
    std::deque<QByteArray> pieces;
};

InputPieces::InputPieces(std::function<QByteArray()> read) : m_shared(std::make_shared<Shared>())
{
    std::thread([shared = m_shared, read = std::move(read)] {
        for (;;) {
            QByteArray piece = read();
            std::unique_lock lock(shared->mutex);
            shared->taken.wait(lock, [&] { return shared->pieces.size() < mostWaiting; });
            const bool last = piece.isEmpty();
            shared->pieces.push_back(std::move(piece));
            shared->came.notify_one();
            if (last)
                return;
        }
    }).detach();
}

InputPieces InputPieces::standard()
{
    return InputPieces([input = std::make_shared<StandardInput>()] { return input->read(FrameChannel::largestFrame); });
}

std::optional<QByteArray> InputPieces::take(std::chrono::milliseconds patience)
{
    std::unique_lock lock(m_shared->mutex);
    if (!m_shared->came.wait_for(lock, patience, [this] { return !m_shared->pieces.empty(); }))
        return std::nullopt;
    QByteArray piece = std::move(m_shared->pieces.front());
    m_shared->pieces.pop_front();
    m_shared->taken.notify_one();
    return piece;
}

} // namespace smartqueue::app
