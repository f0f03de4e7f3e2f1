#include <QTest>

#include <smartqueue/domain/codec.h>

#include "peer_codec.h"

using namespace smartqueue;
using namespace smartqueue::engine;

namespace {

/// CBOR: an array of one item, of one item, …, of nothing.
std::string nested(int levels)
{
    return std::string(std::size_t(levels - 1), '\x81') + '\x80';
}

/// A map with one field of this name.
std::string field(const std::string &name, const std::string &value)
{
    return '\xa1' + std::string(1, char(0x60 + name.size())) + name + value;
}

std::string reasonOf(const Failure &failure)
{
    return failure.code == codec::unreadable ? failure.detail.at("reason") : std::string();
}

} // namespace

/// What another desktop sends: it may be paired and still send anything.
class TestPeerCodec final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsNestedWithoutEndIsRefused();
    void theLevelsThatAreReadAreBounded();
    void whatIsCutOffIsRefused();
    void moreThanADesktopCanHaveDoneIsRefused();
    void whatIsWrittenIsRead();
    void aSuggestionTravelsWithItsActions();
};

void TestPeerCodec::whatIsNestedWithoutEndIsRefused()
{
    // As many levels as one frame holds.
    const std::string deep = nested(900'000);
    for (const std::string &bytes : {deep, field("command", deep), field("answer", deep), field("batches", deep), std::string(900'000, '\x9f')}) {
        QCOMPARE(reasonOf(decodeRequest(bytes).error()), std::string("malformed"));
        QCOMPARE(reasonOf(decodeReply(bytes).error()), std::string("malformed"));
        QCOMPARE(reasonOf(decodeGroup(bytes).error()), std::string("malformed"));
    }
}

void TestPeerCodec::theLevelsThatAreReadAreBounded()
{
    constexpr int most = 32;
    QVERIFY(decodeReply(field("beside", nested(most - 1))));
    QVERIFY(!decodeReply(field("beside", nested(most))));
    // Beside each other there may be many.
    std::string wide = "\x98\xc8";
    for (int i = 0; i < 200; ++i)
        wide += '\x80';
    QVERIFY(decodeReply(field("beside", wide)));
}

void TestPeerCodec::whatIsCutOffIsRefused()
{
    PeerRequest request;
    request.email = "ann@example.org";
    request.done = {"one", "two"};
    const std::string whole = encode(request);
    for (std::size_t size = 0; size < whole.size(); ++size)
        QVERIFY(!decodeRequest(std::string_view(whole).substr(0, size)));
}

void TestPeerCodec::moreThanADesktopCanHaveDoneIsRefused()
{
    PeerRequest request;
    request.done.assign(10'000, {});
    QVERIFY(decodeRequest(encode(request)));
    request.done.push_back({});
    QVERIFY(!decodeRequest(encode(request)));
}

void TestPeerCodec::whatIsWrittenIsRead()
{
    PeerRequest request;
    request.email = "ann@example.org";
    request.done = {"one", "two"};
    const auto asked = decodeRequest(encode(request));
    QVERIFY(asked);
    QCOMPARE(asked->email, request.email);
    QVERIFY(asked->done == request.done);

    PeerReply reply;
    reply.answers = {Receipt{"id", 7, {}, TicketId{2}, "P001"}, tl::unexpected(Failure{codec::unreadable, {{"reason", "cut"}}})};
    const auto told = decodeReply(encode(reply));
    QVERIFY(told && told->answers.size() == 2);
    QCOMPARE(told->answers[0]->number, std::string("P001"));
    QCOMPARE(reasonOf(told->answers[1].error()), std::string("cut"));
}

/// The host may have no suggestion under the id that the other desktop shows.
void TestPeerCodec::aSuggestionTravelsWithItsActions()
{
    SuggestedAction move;
    move.kind = SuggestionKind::transfer;
    move.ticket = TicketId{7};
    move.fromQueue = QueueId{2};
    move.toQueue = QueueId{3};
    PeerRequest request;
    request.command = codec::encode(Command{"one", ApplySuggestion{"bundle-1", {move}}, {}, {}});
    const auto asked = decodeRequest(encode(request));
    QVERIFY(asked);
    const auto command = codec::decodeCommand(asked->command);
    QVERIFY(command);
    const auto *apply = std::get_if<ApplySuggestion>(&command->body);
    QVERIFY(apply && apply->actions.size() == 1);
    QCOMPARE(apply->suggestion, std::string("bundle-1"));
    QCOMPARE(apply->actions[0].ticket.value, 7);
    QCOMPARE(apply->actions[0].toQueue.value, 3);
}

QTEST_APPLESS_MAIN(TestPeerCodec)
#include "tst_peer_codec.moc"
