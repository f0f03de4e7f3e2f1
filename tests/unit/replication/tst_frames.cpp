#include <QTest>

#include <smartqueue/foundation/random_source.h>

#include "talk.h"

using namespace smartqueue;
using namespace smartqueue::replication;

class TestFrames : public QObject {
    Q_OBJECT

    static std::uint64_t seed()
    {
        bool given = false;
        const auto seed = qEnvironmentVariable("SQ_SEED").toULongLong(&given);
        return given ? seed : std::uint64_t(std::chrono::system_clock::now().time_since_epoch().count());
    }

    static std::vector<Message> everyMessage()
    {
        Hello hello = helloAt(at(3, 70'000, std::string("\x00\xff\x80hash", 7)));
        hello.address = "Zürich:7483";
        hello.wantsCopy = true;
        Leads leads{"d1", "there:1", true, 4, at(4, -1)};
        return {hello, Welcome{1, at(2, 5)}, NotHost{2, "d2", "x"}, Append{{entryAt(1, 1), entryAt(2, 2)}, 2, {"d1", "d2"}}, Append{}, Appended{7},
                Request{"id", std::string(300, '\x01')}, Reply{"id", {}}, TryLater{"id"}, SnapshotOffer{1'000'000'000'000, std::string(32, '\x9f'), at(1, 9)},
                SnapshotWanted{262'144}, SnapshotPiece{0, std::string(snapshotChunk, '\xee')}, WhoLeads{}, leads, Neighbours{{{"d1", "a", "0.4.0", 5, true, 0}, {"d2", "b", "0.3.0", 3, false, 1200}}}, Bye{"ends"}};
    }

    static std::string framed(const Message &message) { return encode({{cluster, "d0", 5, 12}, message}); }

    static std::string random(RandomSource &source, std::size_t size)
    {
        std::string bytes(size, '\0');
        for (char &byte : bytes)
            byte = char(source.between(0, 255));
        return bytes;
    }

private Q_SLOTS:
    void whatIsSentIsWhatIsRead()
    {
        for (const Message &message : everyMessage()) {
            const std::string bytes = framed(message);
            const auto frame = decode(bytes);
            QVERIFY(frame);
            QCOMPARE(frame->envelope.cluster, cluster);
            QCOMPARE(frame->envelope.from, DeviceId("d0"));
            QCOMPARE(frame->envelope.epoch, Epoch(5));
            QCOMPARE(frame->envelope.number, std::int64_t(12));
            QCOMPARE(frame->message.index(), message.index());
            QCOMPARE(encode(*frame), bytes);
        }
    }

    void numbersKeepTheirValue()
    {
        for (const std::int64_t value : {std::int64_t(0), std::int64_t(23), std::int64_t(24), std::int64_t(255), std::int64_t(256), std::int64_t(65'536),
                                         std::int64_t(1) << 32, std::numeric_limits<std::int64_t>::max(), std::int64_t(-1),
                                         std::numeric_limits<std::int64_t>::min()}) {
            const auto frame = decode(framed(SnapshotWanted{value}));
            QVERIFY(frame);
            QCOMPARE(std::get<SnapshotWanted>(frame->message).offset, value);
        }
    }

    void whatANewerProgramAddsIsPassedOver()
    {
        // {"v":1,"new":[1,{"a":-1.5}],"t":"APPENDED","c":"c","f":"f","e":1,"n":1,"m":{"more":null,"up_to":7}}
        const std::string bytes = std::string("\xa8") + "\x61v\x01" + "\x63new\x82\x01\xa1\x61" "a\xf9\xbe\x00"
            + std::string("\x00", 0) + "\x61t\x68" "APPENDED\x61" "c\x61" "c\x61" "f\x61" "f\x61" "e\x01\x61n\x01\x61m\xa2\x64more\xf6\x65up_to\x07";
        std::string whole = bytes;
        // The half-precision number ends in a zero byte, which a literal would end at.
        whole.insert(whole.find(std::string("\xf9\xbe")) + 2, 1, '\0');
        const auto frame = decode(whole);
        QVERIFY(frame);
        QCOMPARE(std::get<Appended>(frame->message).upTo, Sequence(7));
    }

    void everyPieceOfAFrameIsRefused()
    {
        for (const Message &message : everyMessage()) {
            const std::string bytes = framed(message);
            const std::size_t step = std::max<std::size_t>(1, bytes.size() / 500);
            for (std::size_t size = 0; size < bytes.size(); size += step)
                QVERIFY(!decode(std::string_view(bytes).substr(0, size)));
            QVERIFY(!decode(bytes + '\0'));
        }
    }

    void tooLargeAndTooDeepIsRefused()
    {
        QVERIFY(!decode(framed(SnapshotPiece{0, std::string(largestFrame, 'x')})));
        QVERIFY(!decode(std::string(largestFrame, '\x81')));
        // Lists of lists behind an unknown name.
        std::string deep = framed(WhoLeads{});
        deep[0] = char(deep[0] + 1);
        QVERIFY(decode(deep + "\x61z" + std::string(10, '\x81') + "\x01"));
        QVERIFY(!decode(deep + "\x61z" + std::string(100, '\x81') + "\x01"));
    }

    void whatADesktopSaysOfItselfIsBrief()
    {
        const std::string address(300, 'a');
        const std::string program(100, '1');
        Hello hello = helloAt(at(1, 5));
        hello.address = address;
        hello.program = program;
        QVERIFY(decode(framed(hello)));
        hello.address += 'a';
        QVERIFY(!decode(framed(hello)));
        hello.address = address;
        hello.program += '1';
        QVERIFY(!decode(framed(hello)));
        QVERIFY(decode(framed(WhoLeads{address})));
        for (const Message &message : {Message(WhoLeads{address + 'a'}), Message(NotHost{2, "d2", address + 'a'}), Message(Leads{"d1", address + 'a', true, 4, at(4, 1)}),
                                       Message(Neighbours{{{"d1", "a", "1", 5, true, 0}, {"d2", address + 'a', "1", 5, true, 0}}})})
            QVERIFY(!decode(framed(message)));
    }

    void lengthsThatAreNotThereAreNotBelieved()
    {
        // A list, a map and a text of 2^62, where a message stands.
        for (const char head : {'\x9b', '\xbb', '\x7b', '\x5b'}) {
            std::string bytes = framed(Append{});
            bytes.resize(bytes.find("\x61m") + 2);
            bytes += head;
            bytes += std::string("\x40\0\0\0\0\0\0\0", 8);
            QVERIFY(!decode(bytes));
        }
    }

    void aListOfNothingDoesNotFillTheMemory()
    {
        std::string bytes = framed(Neighbours{});
        bytes.resize(bytes.find("\x61m") + 2);
        const std::string list = "\xa1\x63" "all";
        QVERIFY(decode(bytes + list + std::string("\x99\x40\x00", 3) + std::string(16'384, '\xa0')));
        QVERIFY(!decode(bytes + list + std::string("\x99\x40\x01", 3) + std::string(16'385, '\xa0')));
    }

    void anyBytesAreReadOrRefused()
    {
        const std::uint64_t first = seed();
        RandomSource source(first);
        for (int i = 0; i < 50'000; ++i) {
            const auto frame = decode(random(source, std::size_t(source.between(0, 200))));
            QVERIFY2(!frame || decode(encode(*frame)), qPrintable(QString::number(first)));
        }
    }

    void changedFramesAreReadOrRefused()
    {
        const std::uint64_t first = seed();
        RandomSource source(first);
        std::vector<std::string> frames;
        for (const Message &message : everyMessage()) {
            if (std::string bytes = framed(message); bytes.size() < 2000)
                frames.push_back(std::move(bytes));
        }
        for (int i = 0; i < 100'000; ++i) {
            std::string bytes = frames[std::size_t(source.between(0, std::int64_t(frames.size()) - 1))];
            for (auto changes = source.between(1, 4); changes > 0; --changes) {
                const auto where = std::size_t(source.between(0, std::int64_t(bytes.size()) - 1));
                switch (source.between(0, 3)) {
                case 0: bytes[where] = char(source.between(0, 255)); break;
                case 1: bytes.erase(where, std::size_t(source.between(1, 8))); break;
                case 2: bytes.insert(where, random(source, std::size_t(source.between(1, 8)))); break;
                default: bytes += bytes.substr(where); break;
                }
                if (bytes.empty())
                    break;
            }
            const auto frame = decode(bytes);
            QVERIFY2(!frame || decode(encode(*frame)), qPrintable(QString::number(first)));
        }
    }
};

QTEST_GUILESS_MAIN(TestFrames)
#include "tst_frames.moc"
