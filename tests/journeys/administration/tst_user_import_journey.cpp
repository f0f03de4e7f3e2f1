#include <QAbstractButton>
#include <QDragEnterEvent>
#include <QFile>
#include <QLabel>
#include <QMimeData>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <smartqueue/engine/monitor.h>
#include <smartqueue/exchange/user_file.h>
#include <smartqueue/presentation/console.h>
#include <smartqueue/widgets/choice_group.h>

#include "gallery.h"
#include "staffed_house.h"
#include "user_export.h"
#include "user_import_dialog.h"
#include "user_import_model.h"
#include "walk.h"

using namespace smartqueue;
using pages::UserImportDialog;
using pages::UserImportModel;
using testing::StaffedHouse;

namespace {

constexpr char list[] = "Prénom;Nom;E-mail;Organisation;Rôle;Mot de passe\n"
                        "Inès;Morel;ines@ville.example;ville;agent;\n"
                        "Omar;Diallo;omar@ville.example;ville;superviseur;Basalt-Heron-58\n"
                        "Karim;Haddad;karim@;ville;agent;\n"
                        "Claire;Dupont;c.dupont@ville.example;ville;admin;\n"
                        "Paul;Girard;c.dupont@ville.example;ville;agent;\n"
                        "Marc;Petit;marc@ville.example;autre;agent;\n"
                        "Nadia;Roy;nadia@ville.example;ville;agent;court\n"
                        "Sofia;Costa;sofia@ville.example;ville;agent;\n";

struct Import {
    explicit Import(UserId user, StaffedHouse &with) : house(with), door(with.installation->door(with.site, user)), monitor(door), console(door, monitor, false)
    {
        console.setUserFiles(files);
        dialog = std::make_unique<UserImportDialog>(console);
        dialog->resize(960, 620);
        dialog->show();
    }

    QString write(const char *text)
    {
        const QString path = folder.filePath(QStringLiteral("people.csv"));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(text) < 0)
            qFatal("the list could not be written");
        return path;
    }
    QAbstractButton *button(const char *name) { return dialog->findChild<QAbstractButton *>(QString::fromLatin1(name)); }
    QTableView *table() { return dialog->findChild<QTableView *>(QStringLiteral("userImportTable")); }
    QString cell(int row, int column) { return table()->model()->index(row, column).data().toString(); }
    /// The verdict of a line of the file, as the table says it.
    QString verdict(const QString &line)
    {
        for (int row = 0; row < table()->model()->rowCount(); ++row) {
            if (cell(row, UserImportModel::line) == line)
                return cell(row, UserImportModel::verdict);
        }
        return {};
    }

    StaffedHouse &house;
    engine::Engine &door;
    engine::Monitor monitor;
    exchange::UserFile files;
    presentation::Console console;
    QTemporaryDir folder;
    std::unique_ptr<UserImportDialog> dialog;
};

} // namespace

class TestUserImportJourney : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { testing::prepareConsole(); }

    void aListComesInAndTheReportHasTheCodes()
    {
        StaffedHouse house;
        Import import(house.root, house);
        testing::picture(*import.dialog, QStringLiteral("people-file"));
        QMimeData drop;
        drop.setUrls({QUrl::fromLocalFile(import.write(list))});
        QWidget *ground = import.button("userImportChoose")->parentWidget();
        QDragEnterEvent entered(QPoint(10, 10), Qt::CopyAction, &drop, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(ground, &entered);
        QVERIFY(entered.isAccepted());
        QDropEvent dropped(QPointF(10, 10), Qt::CopyAction, &drop, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(ground, &dropped);
        QTRY_VERIFY(import.table()->isVisible());

        // Nothing has happened yet; the bad lines stand first and say why.
        QCOMPARE(house.installation->directory()->users.size(), std::size_t(2));
        QCOMPARE(import.table()->model()->rowCount(), 8);
        QCOMPARE(import.cell(0, UserImportModel::line), QStringLiteral("4"));
        QVERIFY(import.verdict(QStringLiteral("4")).contains(QStringLiteral("no e-mail address")));
        QVERIFY(import.verdict(QStringLiteral("5")).contains(QStringLiteral("nothing to do")));
        QVERIFY(import.verdict(QStringLiteral("6")).contains(QStringLiteral("line 5")));
        QVERIFY(import.verdict(QStringLiteral("7")).contains(QStringLiteral("autre")));
        QVERIFY(import.verdict(QStringLiteral("8")).contains(QStringLiteral("password")));
        QVERIFY(import.verdict(QStringLiteral("2")).contains(QStringLiteral("code")));
        testing::picture(*import.dialog, QStringLiteral("people-preview"));
        QCOMPARE(testing::withoutName(*import.dialog), QStringList());
        QVERIFY(import.button("userImportAct")->text().contains(QStringLiteral("3")));
        QVERIFY(import.button("userImportAct")->text().contains(QStringLiteral("4")));
        auto *filter = import.dialog->findChild<widgets::ChipGroup *>(QStringLiteral("userImportFilter"));
        filter->setCurrentId(QString::number(int(UserImportModel::Filter::leftOut)));
        QCOMPARE(import.table()->model()->rowCount(), 4);
        filter->setCurrentId(QString::number(int(UserImportModel::Filter::all)));

        QSignalSpy came(import.dialog.get(), &UserImportDialog::imported);
        import.button("userImportAct")->click();
        QTRY_COMPARE_WITH_TIMEOUT(came.size(), 1, 20'000);
        testing::picture(*import.dialog, QStringLiteral("people-report"));
        QCOMPARE(testing::withoutName(*import.dialog), QStringList());
        QTRY_COMPARE(house.installation->directory()->users.size(), std::size_t(5));
        const engine::SharedDirectory directory = house.installation->directory();
        const User *omar = directory->userByEmail("omar@ville.example");
        QVERIFY(omar && omar->hasPassword && omar->mustChangePassword);
        QCOMPARE(directory->role(omar->id, house.tenant), std::optional(Role::manager));

        // The code in the table lets its person in, and goes into the report.
        QString code;
        for (int row = 0; row < import.table()->model()->rowCount(); ++row) {
            if (import.cell(row, UserImportModel::line) == QStringLiteral("2"))
                code = import.cell(row, UserImportModel::code);
        }
        QCOMPARE(code.size(), 14);
        QVERIFY(house.tell(AcceptInvitation{{code.toStdString()}, {"Basalt-Heron-58"}}, {}, {}).has_value());
        // It does not go away unasked while nobody has saved it.
        import.dialog->reject();
        QVERIFY(import.dialog->isVisible());
        testing::picture(*import.dialog, QStringLiteral("people-unsaved"));
        const QString report = import.folder.filePath(QStringLiteral("report.csv"));
        import.dialog->saveReportTo(report);
        QFile saved(report);
        QTRY_VERIFY(saved.exists());
        QVERIFY(saved.open(QIODevice::ReadOnly));
        const QByteArray text = saved.readAll();
        QVERIFY(text.contains(code.toUtf8()) && !text.contains("Basalt"));
        QVERIFY((saved.permissions() & (QFileDevice::ReadGroup | QFileDevice::ReadOther)) == 0);
        QTRY_VERIFY(import.button("userImportSave")->isEnabled());
        import.dialog->reject();
        QVERIFY(!import.dialog->isVisible());
    }

    void whatTheAdminMayNotDoIsSaidBefore()
    {
        StaffedHouse house;
        Import import(house.admin, house);
        import.dialog->openFile(import.write(list));
        QTRY_VERIFY(import.table()->isVisible());
        // A password for somebody else is the platform's to set.
        QVERIFY(import.verdict(QStringLiteral("3")).contains(QStringLiteral("manage_platform")));
        QVERIFY(import.button("userImportAct")->text().contains(QStringLiteral("2")));
    }

    void aFileThatIsNoListIsExplained()
    {
        StaffedHouse house;
        Import import(house.root, house);
        import.dialog->openFile(import.write("queue,arrived\nA,1\n"));
        auto *problem = import.dialog->findChild<QLabel *>(QStringLiteral("userImportProblem"));
        QTRY_VERIFY(problem->isVisible());
        QVERIFY(problem->text().contains(QStringLiteral("e-mail")));
        testing::picture(*import.dialog, QStringLiteral("people-no-list"));
        import.dialog->openFile(import.write("email\nnobody\n"));
        QTRY_VERIFY(import.table()->isVisible());
        QVERIFY(!import.button("userImportAct")->isEnabled());
        import.dialog->reject();
        QVERIFY(!import.dialog->isVisible());
    }

    void stoppingKeepsWhoHasComeIn()
    {
        StaffedHouse house;
        Import import(house.root, house);
        QByteArray many = "email,tenant,role\n";
        for (int i = 0; i < 60; ++i)
            many += "p" + QByteArray::number(i) + "@ville.example,ville,agent\n";
        import.dialog->openFile(import.write(many.constData()));
        QTRY_VERIFY(import.table()->isVisible());
        import.button("userImportAct")->click();
        QTRY_VERIFY(house.installation->directory()->users.size() > 2);
        import.dialog->reject();
        QTRY_VERIFY(import.button("userImportSave")->isVisible());
        const auto *model = qobject_cast<const UserImportModel *>(import.table()->model());
        const int came = model->count(UserImportModel::Filter::comesIn);
        QVERIFY(came > 0 && came < 60);
        QTRY_COMPARE(house.installation->directory()->users.size(), std::size_t(2 + came));
        QVERIFY(import.verdict(QStringLiteral("61")).contains(QStringLiteral("stopped")));
    }

    void theDialogReadsWellInBothLanguages()
    {
        StaffedHouse house;
        Import import(house.root, house);
        QCOMPARE(testing::faultsOf(*import.dialog), QString());
        import.dialog->openFile(import.write(list));
        QTRY_VERIFY(import.table()->isVisible());
        QCOMPARE(testing::faultsOf(*import.dialog), QString());
        import.button("userImportAct")->click();
        QTRY_VERIFY_WITH_TIMEOUT(import.button("userImportSave")->isVisible(), 20'000);
        QCOMPARE(testing::faultsOf(*import.dialog), QString());
    }

    void whatIsExportedIsReadAgain()
    {
        StaffedHouse house;
        Import import(house.root, house);
        const QString path = import.folder.filePath(QStringLiteral("out.csv"));
        QStringList said;
        pages::exportUsersTo(import.console, path, import.dialog.get(), [&](const QString &words) { said.append(words); });
        QTRY_COMPARE(said.size(), 1);
        QVERIFY(said.first().contains(QStringLiteral("out.csv")));
        import.dialog->openFile(path);
        QTRY_VERIFY(import.table()->isVisible());
        QCOMPARE(import.table()->model()->rowCount(), 2);
        QVERIFY(!import.button("userImportAct")->isEnabled());
        pages::exportUsersTo(import.console, import.folder.filePath(QStringLiteral("none/out.csv")), import.dialog.get(), [&](const QString &words) { said.append(words); });
        QTRY_COMPARE(said.size(), 2);
        QVERIFY(said.last().contains(QStringLiteral("could not be written")));
    }
};

QTEST_MAIN(TestUserImportJourney)
#include "tst_user_import_journey.moc"
