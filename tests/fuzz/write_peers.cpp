#include <smartqueue/domain/codec.h>
#include <smartqueue/domain/failures.h>

#include "peer_codec.h"
#include "seed_folder.h"

/// Writes a message of every kind into the folder that is given: left to itself, a fuzzer finds no more of them than their first bytes.
int main(int argc, char **argv)
{
    using namespace smartqueue;
    using namespace smartqueue::engine;
    if (argc != 2)
        return 2;
    SeedFolder folder(argv[1]);
    const std::string issue = codec::encode(Command{"id", IssueTicket{}, {}, {}});
    const accounts::Session session{UserId{3}, 1, {}, "token"};

    PeerRequest request;
    folder.add(encode(request));
    request.command = issue;
    request.token = "token";
    folder.add(encode(request));
    PeerRequest alone;
    alone.done = {issue, codec::encode(Command{"next", CallNext{AgentId{1}}, {}, {}})};
    folder.add(encode(alone));
    PeerRequest signIn;
    signIn.email = "ann@example.org";
    signIn.password = "password";
    signIn.code = "123456";
    signIn.device = "desk";
    folder.add(encode(signIn));
    PeerRequest back;
    back.user = UserId{3};
    back.pin = "1234";
    back.kept = session;
    folder.add(encode(back));

    const Answer done = Receipt{"id", 7, {}, TicketId{2}, "P001"};
    const Answer refused = tl::unexpected(Failure{failures::tooLong, {{"field", "name"}, {"maximum", "80"}}});
    PeerReply reply;
    folder.add(encode(reply));
    reply.answer = done;
    folder.add(encode(reply));
    reply.answer = refused;
    reply.answers = {done, refused};
    folder.add(encode(reply));
    PeerReply signedIn;
    signedIn.session = session;
    folder.add(encode(signedIn));
    signedIn.session = tl::unexpected(Failure{failures::signInNeeded, {}});
    folder.add(encode(signedIn));

    CommitGroup group;
    group.end = Position{1, 7, "hash"};
    group.batches.push_back({7, {}, "id", AgentId{1}, "issue", {Event{TicketCalled{}}}, firstSite, UserId{3}});
    folder.add(encode(group));
    group.batches.front().before = {Event{AgentDefined{}}};
    group.answers.push_back({"id", {}, done, firstSite});
    group.answers.push_back({"other", {}, refused, firstSite});
    group.personal.push_back({"key", "text"});
    folder.add(encode(group));

    folder.add(std::string(200, '\x81'));
    return 0;
}
