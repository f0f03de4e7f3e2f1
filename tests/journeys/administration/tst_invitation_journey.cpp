#include <QAbstractButton>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPrintDialog>
#include <QPrinter>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <zbar.h>

#include <smartqueue/domain/failures.h>
#include <smartqueue/engine/monitor.h>
#include <smartqueue/pages/sign_in_dialog.h>
#include <smartqueue/presentation/console.h>
#include <smartqueue/widgets/number_plate.h>
#include <smartqueue/widgets/qr_code.h>
#include <smartqueue/widgets/rank_list.h>

#include "gallery.h"
#include "invitation_paper.h"
#include "invitation_sheet.h"
#include "staffed_house.h"
#include "walk.h"

using namespace std::chrono_literals;
using namespace smartqueue;
using pages::InvitationSheet;
using testing::StaffedHouse;

namespace {

/// What a camera's program reads; null when it reads nothing.
QString readBack(const QImage &picture)
{
    const QImage grey = picture.convertToFormat(QImage::Format_Grayscale8);
    QByteArray pixels;
    for (int y = 0; y < grey.height(); ++y)
        pixels.append(reinterpret_cast<const char *>(grey.constScanLine(y)), grey.width());
    zbar::Image image(unsigned(grey.width()), unsigned(grey.height()), "Y800", pixels.constData(), static_cast<unsigned long>(pixels.size()));
    zbar::ImageScanner scanner;
    scanner.set_config(zbar::ZBAR_NONE, zbar::ZBAR_CFG_ENABLE, 0);
    scanner.set_config(zbar::ZBAR_QRCODE, zbar::ZBAR_CFG_ENABLE, 1);
    return scanner.scan(image) < 1 ? QString() : QString::fromStdString(image.symbol_begin()->get_data());
}

/// The sheet beside an empty page, for one user.
struct Office {
    explicit Office(StaffedHouse &with, UserId user)
        : house(with), door(with.installation->door(with.site, user)), monitor(door), console(door, monitor, false), sheet(new InvitationSheet(console, &page))
    {
        auto *row = new QHBoxLayout(&page);
        row->setContentsMargins(0, 0, 0, 0);
        row->addStretch(1);
        row->addWidget(sheet);
        page.resize(1084, 716);
        page.show();
        page.activateWindow();
        invited = std::make_unique<QSignalSpy>(sheet, &InvitationSheet::invited);
    }

    template <class W>
    W *find(const char *name)
    {
        auto *found = page.findChild<W *>(QString::fromLatin1(name));
        return found && found->isVisible() ? found : nullptr;
    }
    QString words(const char *name)
    {
        const auto *label = find<QLabel>(name);
        return label ? label->text() : QString();
    }
    void type(const char *name, const QString &text)
    {
        auto *field = find<QLineEdit>(name);
        QVERIFY(field);
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, text);
    }
    void fill(const QString &email)
    {
        type("invitationEmail", email);
        type("invitationFirstName", QStringLiteral("Ines"));
        type("invitationLastName", QStringLiteral("Morel"));
    }
    void send() { QTest::keyClick(find<QLineEdit>("invitationFirstName"), Qt::Key_Return, Qt::ControlModifier); }
    bool hasCode() { return find<widgets::NumberPlate>("invitationCodePlate") != nullptr; }
    QString code() { return hasCode() ? find<widgets::NumberPlate>("invitationCodePlate")->accessibleName() : QString(); }
    bool says(const QString &text)
    {
        for (const QLabel *label : page.findChildren<QLabel *>()) {
            if (label->isVisible() && label->text().contains(text))
                return true;
        }
        return false;
    }

    StaffedHouse &house;
    engine::Engine &door;
    engine::Monitor monitor;
    presentation::Console console;
    QWidget page;
    InvitationSheet *sheet;
    std::unique_ptr<QSignalSpy> invited;
};

void typeInto(QWidget &dialog, const char *name, const QString &text)
{
    auto *field = dialog.findChild<QLineEdit *>(QString::fromLatin1(name));
    QVERIFY2(field && field->isVisible(), name);
    field->setFocus();
    QTest::keyClicks(field, text);
}

} // namespace

class TestInvitationJourney : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { testing::prepareConsole(); }

    void theAdminInvitesAndTheAgentCallsATicket()
    {
        StaffedHouse house;
        Office office(house, house.admin);
        QVERIFY(QTest::qWaitForWindowActive(&office.page));
        office.sheet->begin();
        QTRY_VERIFY(office.find<QLineEdit>("invitationEmail")->hasFocus());

        // Said while typing, after a pause: whose it is, then that it is free.
        office.type("invitationEmail", QStringLiteral("C.DUPONT@ville.example"));
        QTRY_VERIFY(office.words("invitationEmailState").contains(QStringLiteral("Claire Dupont")));
        testing::picture(office.page, QStringLiteral("invitation-taken"));
        office.fill(QStringLiteral("ines.morel@ville.example"));
        QTRY_VERIFY(office.words("invitationEmailState").startsWith(QStringLiteral("Free")));

        // Two queues by keyboard: the second one then goes before the first. One that takes a skill cannot be ticked.
        auto *queues = office.find<widgets::RankList>("invitationQueues");
        QVERIFY(queues);
        QStringList names;
        for (const widgets::RankItem &item : queues->items())
            names.append(item.text);
        QCOMPARE(names, (QStringList{QStringLiteral("Civil weddings"), QStringLiteral("Passports"), QStringLiteral("Payments"), QStringLiteral("Vehicle titles")}));
        queues->setFocus();
        QTest::keyClick(queues, Qt::Key_Down);
        QTest::keyClick(queues, Qt::Key_Space);
        QTest::keyClick(queues, Qt::Key_End);
        QTest::keyClick(queues, Qt::Key_Space);
        QTest::keyClick(queues, Qt::Key_Up, Qt::AltModifier);
        QTest::keyClick(queues, Qt::Key_End);
        QTest::keyClick(queues, Qt::Key_Space);
        const QStringList wanted{QString::number(house.titles.value), QString::number(house.passports.value)};
        QCOMPARE(queues->ranked(), wanted);
        testing::picture(office.page, QStringLiteral("invitation-form"));
        QCOMPARE(testing::withoutName(office.page), QStringList());
        QCOMPARE(testing::cutOff(office.page), QStringList());

        office.send();
        QTRY_VERIFY(office.hasCode());
        QCOMPARE(office.invited->size(), 1);
        const QString code = office.code();
        QCOMPARE(code.size(), 14);
        auto *picture = office.find<widgets::QrCode>("invitationQr");
        QCOMPARE(readBack(picture->grab().toImage()), code);
        testing::picture(office.page, QStringLiteral("invitation-code"));
        QCOMPARE(testing::withoutName(office.page), QStringList());
        QCOMPARE(testing::cutOff(office.page), QStringList());
        const UserId ines = office.invited->first().first().value<UserId>();
        QTRY_VERIFY(house.installation->directory()->profile(ines));
        QCOMPARE(house.installation->directory()->profile(ines)->email, std::string("ines.morel@ville.example"));

        // The code is not lost by an Esc; copied, it may go.
        QTest::keyClick(office.sheet, Qt::Key_Escape);
        QVERIFY(office.hasCode() && !office.words("invitationQuestion").isEmpty());
        QTest::keyClick(office.sheet, Qt::Key_Escape);
        QVERIFY(office.words("invitationQuestion").isEmpty());
        office.find<QAbstractButton>("invitationCopy")->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), code);
        QTest::keyClick(office.sheet, Qt::Key_Escape);
        QVERIFY(!office.sheet->isVisible());
        QVERIFY(office.page.findChild<widgets::NumberPlate *>(QStringLiteral("invitationCodePlate"))->accessibleName().isEmpty());

        // The agent at the counter: the code, a password, and in.
        pages::SignInDialog dialog(*house.installation, "counter 1");
        dialog.show();
        dialog.findChild<QAbstractButton *>(QStringLiteral("signInOther"))->click();
        typeInto(dialog, "invitationCode", code.toLower().remove(QLatin1Char('-')));
        typeInto(dialog, "firstPassword", QStringLiteral("Basalt-Heron-58"));
        typeInto(dialog, "firstPasswordAgain", QStringLiteral("Basalt-Heron-58"));
        dialog.findChild<QAbstractButton *>(QStringLiteral("signInAct"))->click();
        QTRY_VERIFY(dialog.findChild<QLineEdit *>(QStringLiteral("email"))->isVisible());
        auto *email = dialog.findChild<QLineEdit *>(QStringLiteral("email"));
        email->setText(QStringLiteral("ines.morel@ville.example"));
        typeInto(dialog, "password", QStringLiteral("Basalt-Heron-58"));
        QSignalSpy in(&dialog, &QDialog::accepted);
        dialog.findChild<QAbstractButton *>(QStringLiteral("signInAct"))->click();
        QTRY_COMPARE(in.size(), 1);
        QCOMPARE(dialog.session().user, ines);
        QCOMPARE(dialog.scope().site, house.site);

        // Through the door of that user: signs in at the counter and calls who waits in the second-choice queue.
        const auto snapshot = house.settled(house.site);
        const Agent *agent = nullptr;
        for (const auto &[id, each] : snapshot->state.agents)
            agent = each.user == ines ? &each : agent;
        QVERIFY(agent);
        QCOMPARE(agent->assignments.size(), std::size_t(2));
        QCOMPARE(agent->assignments[0].queue, house.titles);
        QCOMPARE(agent->assignments[1].queue, house.passports);
        IssueTicket issue;
        issue.queue = house.passports;
        const auto ticket = house.must(issue, house.admin, house.site).ticket;
        engine::Engine &desk = house.installation->door(dialog.scope().site, dialog.session().user);
        desk.submit(SignIn{agent->id, "1"}, agent->id).waitForFinished();
        auto called = desk.submit(CallNext{agent->id}, agent->id);
        called.waitForFinished();
        QVERIFY(called.result().has_value());
        QCOMPARE(called.result()->ticket, ticket);
        // And no further than an agent goes.
        auto refused = desk.submit(SetQueueStatus{house.passports, QueueStatus::paused});
        refused.waitForFinished();
        QVERIFY(!refused.result() && refused.result().error().code == failures::permissionDenied);
    }

    void aRefusalStandsNextToItsField()
    {
        StaffedHouse house;
        Office office(house, house.admin);
        QVERIFY(QTest::qWaitForWindowActive(&office.page));
        office.sheet->begin();
        QTest::keyClick(office.find<QLineEdit>("invitationFirstName"), Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(office.says(QStringLiteral("Type the person’s e-mail address.")));
        QVERIFY(office.says(QStringLiteral("Type at least one name.")));
        QVERIFY(office.find<QLineEdit>("invitationEmail")->hasFocus());
        // Half an address is no fault while it is typed, and one when it is sent.
        office.fill(QStringLiteral("ines@"));
        QTRY_VERIFY(office.words("invitationEmailState").contains(QStringLiteral("no whole e-mail address")));
        office.send();
        QVERIFY(!office.hasCode());
        QVERIFY(office.find<QLineEdit>("invitationEmail")->hasFocus());

        // Somebody else takes it between the check and the sending.
        Tenant full = *house.installation->directory()->tenant(house.tenant);
        full.limits.agents = 0;
        house.must(UpdateTenant{full}, house.root, {});
        office.fill(QStringLiteral("ines@ville.example"));
        office.send();
        QTRY_VERIFY(office.says(QStringLiteral("no more than 0 agent")));
        testing::picture(office.page, QStringLiteral("invitation-refused"));
        QVERIFY(!office.hasCode());
        // A supervisor is no agent.
        auto *role = office.find<QComboBox>("invitationRole");
        role->setCurrentIndex(1);
        office.send();
        QTRY_VERIFY(office.hasCode());
        const UserId user = office.invited->first().first().value<UserId>();
        QTRY_COMPARE(house.installation->directory()->role(user, house.tenant), std::optional(Role::manager));
        // Nobody who serves: no desk in the branch was made for them.
        const auto snapshot = house.settled(house.site);
        for (const auto &[id, agent] : snapshot->state.agents)
            QVERIFY(agent.user != user);
    }

    void whatWasTypedIsNotLostUnasked()
    {
        StaffedHouse house;
        Office office(house, house.admin);
        QVERIFY(QTest::qWaitForWindowActive(&office.page));
        office.sheet->begin();
        QTest::keyClick(office.sheet, Qt::Key_Escape);
        QVERIFY(!office.sheet->isVisible());
        office.sheet->begin();
        office.fill(QStringLiteral("ines@ville.example"));
        QTest::keyClick(office.sheet, Qt::Key_Escape);
        QVERIFY(office.sheet->isVisible() && office.sheet->holdsTyped());
        testing::picture(office.page, QStringLiteral("invitation-question"));
        office.find<QAbstractButton>("invitationYes")->click();
        QVERIFY(!office.sheet->isVisible());
        office.sheet->begin();
        QVERIFY(office.find<QLineEdit>("invitationEmail")->text().isEmpty());
    }

    void aNewCodeMakesTheOneBeforeWorthless()
    {
        StaffedHouse house;
        Office office(house, house.admin);
        QVERIFY(QTest::qWaitForWindowActive(&office.page));
        InviteAgent invite{{"ines@ville.example", "Inès", "Morel", ""}, house.tenant, {}};
        const engine::Receipt first = house.must(invite, house.admin, house.site);
        engine::SharedDirectory directory;
        QTRY_VERIFY((directory = house.installation->directory())->userByEmail("ines@ville.example"));
        const User *ines = directory->userByEmail("ines@ville.example");
        office.sheet->beginAgain(ines->id);
        QVERIFY(office.says(QStringLiteral("Inès Morel")) && !office.hasCode());
        testing::picture(office.page, QStringLiteral("invitation-again"));
        QTest::keyClick(office.sheet, Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(office.hasCode());
        QVERIFY(office.code() != QString::fromStdString(first.code));
        QVERIFY(!house.tell(AcceptInvitation{{first.code}, {"Basalt-Heron-58"}}, {}, {}));
        QVERIFY(house.tell(AcceptInvitation{{office.code().toStdString()}, {"Basalt-Heron-58"}}, {}, {}).has_value());
    }

    void theBranchIsOneWhereOneMayInvite()
    {
        StaffedHouse house;
        const SiteId lakeside = house.addSite("Lakeside");
        Tenant elsewhere;
        elsewhere.slug = "elsewhere";
        elsewhere.name = "Autre ville";
        house.must(CreateTenant{elsewhere}, house.root, {});
        Office office(house, house.admin);
        office.sheet->begin();
        auto *places = office.find<QComboBox>("invitationPlace");
        QCOMPARE(places->count(), 2);
        QCOMPARE(places->currentText(), QStringLiteral("Downtown"));
        // One that is founded meanwhile joins the others, and what was chosen stays.
        auto *queues = office.find<widgets::RankList>("invitationQueues");
        queues->setFocus();
        QTest::keyClick(queues, Qt::Key_Space);
        const QStringList ranked = queues->ranked();
        QCOMPARE(ranked.size(), 1);
        const SiteId harbour = house.addSite("Harbour");
        QTRY_COMPARE(places->count(), 3);
        QCOMPARE(queues->ranked(), ranked);
        QCOMPARE(places->currentText(), QStringLiteral("Downtown"));
        // Another branch has other queues.
        places->setCurrentIndex(places->findText(QStringLiteral("Lakeside")));
        QVERIFY(!office.find<widgets::RankList>("invitationQueues"));
        office.fill(QStringLiteral("ines@ville.example"));
        office.send();
        QTRY_VERIFY(office.hasCode());
        QCOMPARE(house.settled(lakeside)->state.agents.size(), std::size_t(1));
        for (const SiteId other : {house.site, harbour})
            QCOMPARE(house.settled(other)->state.agents.size(), std::size_t(0));

        Office platform(house, house.root);
        platform.sheet->begin();
        QCOMPARE(platform.find<QComboBox>("invitationPlace")->count(), 4);
    }

    void theSheetReadsWellInBothLanguages()
    {
        StaffedHouse house;
        Office office(house, house.admin);
        QVERIFY(QTest::qWaitForWindowActive(&office.page));
        office.sheet->begin();
        office.fill(QStringLiteral("ines@ville.example"));
        QTRY_VERIFY(!office.words("invitationEmailState").isEmpty());
        QCOMPARE(testing::faultsOf(office.page), QString());
        office.send();
        QTRY_VERIFY(office.hasCode());
        QCOMPARE(testing::faultsOf(office.page), QString());
    }

    void theInvitationIsPrintedOnOneSheet()
    {
        StaffedHouse house;
        Office office(house, house.admin);
        office.sheet->begin();
        office.fill(QStringLiteral("ines@ville.example"));
        office.send();
        QTRY_VERIFY(office.hasCode());
        const QTemporaryDir folder;
        const auto printTo = [&](const QString &path) {
            office.find<QAbstractButton>("invitationPrint")->click();
            auto *dialog = office.page.findChild<QPrintDialog *>();
            QVERIFY(dialog);
            dialog->printer()->setOutputFormat(QPrinter::PdfFormat);
            dialog->printer()->setOutputFileName(path);
            Q_EMIT static_cast<QDialog *>(dialog)->accepted();
            delete dialog;
        };
        printTo(folder.filePath(QStringLiteral("no such folder/invitation.pdf")));
        QVERIFY(office.says(QStringLiteral("The printer does not answer.")));
        // What did not reach the paper is not let go.
        QTest::keyClick(office.sheet, Qt::Key_Escape);
        QVERIFY(office.hasCode() && !office.words("invitationQuestion").isEmpty());
        QTest::keyClick(office.sheet, Qt::Key_Escape);

        printTo(folder.filePath(QStringLiteral("invitation.pdf")));
        QFile file(folder.filePath(QStringLiteral("invitation.pdf")));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray pdf = file.readAll();
        QVERIFY(pdf.startsWith("%PDF-") && pdf.trimmed().endsWith("%%EOF"));
        QCOMPARE(pdf.count("/Type /Page\n"), 1);
        QTest::keyClick(office.sheet, Qt::Key_Escape);
        QVERIFY(!office.sheet->isVisible());
    }

    void thePageThatIsPrintedCanBeScanned()
    {
        const pages::InvitationPaper paper{QStringLiteral("Inès Morel"), QStringLiteral("ines.morel@ville.example"), QStringLiteral("Downtown"),
                                           QStringLiteral("Agent"), QStringLiteral("K7QM-4TZB-20PX"), QStringLiteral("Sunday 22 November 2026, 10:00")};
        // A5 and A4, at the resolution of a plain printer.
        for (const QSizeF &points : {QSizeF(420, 595), QSizeF(595, 842)}) {
            constexpr qreal scale = 150.0 / 72;
            QImage sheet((points * scale).toSize(), QImage::Format_RGB32);
            QPainter painter(&sheet);
            painter.scale(scale, scale);
            const qreal end = pages::paintInvitation(painter, QRectF(QPointF(), points), paper);
            painter.end();
            QVERIFY(end < points.height() - 18);
            QCOMPARE(readBack(sheet), paper.code);
            const QString folder = qEnvironmentVariable("SQ_GALLERY");
            if (!folder.isEmpty())
                sheet.save(QStringLiteral("%1/invitation-paper-%2.png").arg(folder).arg(int(points.width())));
        }
    }
};

QTEST_MAIN(TestInvitationJourney)
#include "tst_invitation_journey.moc"
