#include "keychain_contract.h"

#include <thread>

#include <QTest>

using namespace smartqueue;

using Text = std::optional<std::string>;

std::optional<std::string> kept(engine::Keychain &keychain, const std::string &name)
{
    const auto read = keychain.read(name);
    return read ? *read : Text("failed: " + std::string(read.error().code.name()));
}

void KeychainContract::nothingIsThereAtFirst()
{
    QVERIFY(kept(keychain(), "first") == Text());
}

void KeychainContract::whatWasWrittenIsRead_data()
{
    QTest::addColumn<QByteArray>("secret");
    QByteArray everyByte;
    for (int byte = 0; byte < 256; ++byte)
        everyByte.append(char(byte));
    QTest::newRow("a word") << QByteArray("correct horse");
    QTest::newRow("every byte") << everyByte;
    QTest::newRow("nothing") << QByteArray("");
    QTest::newRow("only zeros") << QByteArray(32, '\0');
    QTest::newRow("the longest") << QByteArray(int(engine::Keychain::longestSecret), '\xff');
}

void KeychainContract::whatWasWrittenIsRead()
{
    QFETCH(QByteArray, secret);
    const std::string given = secret.toStdString();
    QVERIFY(keychain().write("read", given).has_value());
    QVERIFY(kept(keychain(), "read") == Text(given));
}

void KeychainContract::aSecondWriteReplacesTheFirst()
{
    QVERIFY(keychain().write("replaced", "one").has_value());
    QVERIFY(keychain().write("replaced", "two").has_value());
    QVERIFY(kept(keychain(), "replaced") == Text("two"));
}

void KeychainContract::namesAreKeptApart()
{
    QVERIFY(keychain().write("branch one", "1").has_value());
    QVERIFY(keychain().write("Branch One", "2").has_value());
    QVERIFY(keychain().write("branch/été", "3").has_value());
    QVERIFY(kept(keychain(), "branch one") == Text("1"));
    QVERIFY(kept(keychain(), "Branch One") == Text("2"));
    QVERIFY(kept(keychain(), "branch/été") == Text("3"));
}

void KeychainContract::whatWasRemovedIsGone()
{
    QVERIFY(keychain().write("removed", "one").has_value());
    QVERIFY(keychain().write("kept", "two").has_value());
    QVERIFY(keychain().remove("removed").has_value());
    QVERIFY(kept(keychain(), "removed") == Text());
    QVERIFY(kept(keychain(), "kept") == Text("two"));
}

void KeychainContract::removingNothingIsDone()
{
    QVERIFY(keychain().remove("never there").has_value());
}

void KeychainContract::severalThreadsMayCall()
{
    constexpr int callers = 4;
    std::vector<std::string> read(callers);
    std::vector<std::thread> threads;
    for (int i = 0; i < callers; ++i) {
        threads.emplace_back([&, i] {
            const std::string name = "thread " + std::to_string(i);
            for (int round = 0; round < 5; ++round) {
                if (!keychain().write(name, name + " " + std::to_string(round)))
                    return;
            }
            read[std::size_t(i)] = kept(keychain(), name).value_or("nothing");
        });
    }
    for (auto &thread : threads)
        thread.join();
    for (int i = 0; i < callers; ++i)
        QCOMPARE(read[std::size_t(i)], "thread " + std::to_string(i) + " 4");
}
