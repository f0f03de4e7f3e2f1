#include <QTest>

#include <smartqueue/presentation/rule_study.h>

#include "small_branch.h"

using namespace smartqueue;
using namespace std::chrono_literals;
using testing::SmallBranch;

namespace {

int risesOf(const presentation::RuleStudy &study, AlertType type)
{
    return study.rises[std::size_t(type)];
}

presentation::RuleStudy study(SmallBranch &branch, Duration back)
{
    auto reader = branch.engine->openReader();
    const Instant now = branch.clock.now();
    const auto found = presentation::studyRules(**reader, now - back, now);
    if (!found)
        throw std::runtime_error("study");
    return *found;
}

} // namespace

class TestRuleStudy : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void countsWhatTheRulesWouldHaveRaised()
    {
        SmallBranch branch;
        // Nobody at a counter, twice for ten minutes.
        for (int round = 0; round < 2; ++round) {
            branch.issue(branch.information);
            branch.advance(4min);
            branch.must(SignIn{branch.leila, "1"});
            branch.must(CallNext{branch.leila});
            branch.must(StartService{branch.leila});
            branch.advance(1min);
            branch.must(CompleteService{branch.leila, "done"});
            branch.must(SignOut{branch.leila});
            branch.advance(30min);
        }
        branch.now();
        const auto found = study(branch, 24h);
        QCOMPARE(risesOf(found, AlertType::noAgents), 2);
        QCOMPARE(risesOf(found, AlertType::capacity), 0);
        QVERIFY(found.shorter);
    }

    void latenessCountsThoughNothingHappens()
    {
        SmallBranch branch;
        branch.must(SignIn{branch.leila, "1"});
        branch.issue(branch.information);
        branch.advance(20min);
        QCOMPARE(risesOf(study(branch, 24h), AlertType::slaBreach), 1);
    }

    void canBeStopped()
    {
        SmallBranch branch;
        branch.issue(branch.information);
        branch.advance(10h);
        branch.issue(branch.information);
        branch.now();
        auto reader = branch.engine->openReader();
        int asked = 0;
        const auto found = presentation::studyRules(**reader, branch.clock.now() - 24h, branch.clock.now(), [&](double share) {
            ++asked;
            return share < 0;
        });
        QVERIFY(found);
        QCOMPARE(asked, 1);
    }

    void anEmptyLogHasNothingToTell()
    {
        engine::MemoryStore store;
        auto reader = store.openReader(firstSite);
        const Instant now = *fromIso8601("2026-11-19T09:00:00Z");
        const auto found = presentation::studyRules(**reader, now - 24h, now);
        QVERIFY(found);
        QCOMPARE(found->rises, (std::array<int, 4>{}));
    }
};

QTEST_GUILESS_MAIN(TestRuleStudy)
#include "tst_rule_study.moc"
