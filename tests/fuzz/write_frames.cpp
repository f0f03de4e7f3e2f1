#include <string>

#include <smartqueue/replication/wire.h>

#include "seed_folder.h"

namespace {

using namespace smartqueue;
using namespace smartqueue::replication;

class Folder : SeedFolder {
public:
    using SeedFolder::SeedFolder;

    void add(Message message, Envelope envelope = {"branch", "desk", 1, 1}) { SeedFolder::add(encode({std::move(envelope), std::move(message)})); }
};

} // namespace

/// Writes a frame of every kind into the folder that is given: left to itself, a fuzzer finds no more of them than their first bytes.
int main(int argc, char **argv)
{
    if (argc != 2)
        return 2;
    Folder folder(argv[1]);
    const Position here{1, 5, "hash"};
    const Position next{1, 6, "next"};
    const Position elsewhere{2, 9, "other"};

    Hello hello;
    hello.last = here;
    hello.address = "127.0.0.1:7483";
    hello.program = "1.0.0";
    folder.add(hello);
    hello.wantsCopy = true;
    folder.add(hello);
    hello.last = elsewhere;
    folder.add(hello);
    hello.newest = 0;
    folder.add(hello);

    folder.add(Welcome{1, here});
    folder.add(Welcome{1, elsewhere});
    folder.add(NotHost{2, "other", "127.0.0.1:7484"});
    folder.add(Append{{}, 5, {"desk"}});
    folder.add(Append{{Entry{6, next, "bytes"}}, 6, {"desk", "other"}});
    folder.add(Append{{Entry{6, next, "bytes"}, Entry{7, {1, 9, "last"}, std::string(300, 'x')}}, 9, {}});
    folder.add(Appended{5});
    folder.add(Appended{6});
    folder.add(Appended{99});
    folder.add(Request{"id", "bytes"});
    folder.add(Reply{"id", "bytes"});
    folder.add(TryLater{"id"});
    folder.add(SnapshotOffer{600'000, std::string(32, 'd'), here});
    folder.add(SnapshotWanted{0});
    folder.add(SnapshotWanted{std::int64_t(snapshotChunk)});
    folder.add(SnapshotPiece{0, std::string(1000, 'z')});
    folder.add(WhoLeads{});
    folder.add(Leads{"host", "127.0.0.1:7483", true, 1, here});
    folder.add(Leads{"host", "", false, 3, elsewhere});
    folder.add(Neighbours{{{"host", "127.0.0.1:7483", "1.0.0", 5, true, 0}, {"desk", "127.0.0.1:7484", "1.0.0", 4, false, 12}}});
    folder.add(Bye{"closing"});

    folder.add(Bye{"closing"}, {"foreign", "desk", 1, 1});
    folder.add(Appended{5}, {"branch", "desk", 9, 2});
    folder.add(WhoLeads{}, {"branch", "host", 9, 3});
    return 0;
}
