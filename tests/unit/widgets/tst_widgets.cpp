#include <smartqueue/widgets/action_button.h>
#include <smartqueue/widgets/card_flow.h>
#include <smartqueue/widgets/choice_group.h>
#include <smartqueue/widgets/command_palette.h>
#include <smartqueue/widgets/heatmap.h>
#include <smartqueue/widgets/paint.h>
#include <smartqueue/widgets/pill.h>
#include <smartqueue/widgets/rank_list.h>
#include <smartqueue/widgets/search_field.h>
#include <smartqueue/widgets/sidebar.h>
#include <smartqueue/widgets/stacked_area_timeline.h>
#include <smartqueue/widgets/status_strip.h>
#include <smartqueue/widgets/suggestion_row.h>
#include <smartqueue/widgets/text_label.h>
#include <smartqueue/widgets/toast.h>
#include <smartqueue/widgets/toggle.h>

#include <QAccessible>
#include <QApplication>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>
#include <memory>

using namespace smartqueue::widgets;

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

QString spoken(QWidget *widget, QAccessible::Text kind = QAccessible::Name)
{
    QAccessibleInterface *face = QAccessible::queryAccessibleInterface(widget);
    return face ? face->text(kind) : QString();
}

HealthCardData card(qint64 id, const char *name)
{
    HealthCardData data;
    data.id = id;
    data.name = s(name);
    data.statusWord = s("Healthy");
    data.waiting = 3;
    data.waitingLabel = s("waiting");
    return data;
}

/// The toasts of a shown window over its status bar.
struct Toasts {
    Toasts()
    {
        top.resize(900, 600);
        bar->setGeometry(0, 572, 900, 28);
        top.show();
    }
    Toast *show(const QString &text) { return host.show({text, Icon::info, Tone::neutral, s("Undo"), std::chrono::seconds(10)}); }
    /// Two of them do not fit beside each other.
    Toast *showWide(char letter) { return show(QString(60, QLatin1Char(letter))); }
    static void enter(Toast *toast)
    {
        QEnterEvent event(QPointF(1, 1), QPointF(1, 1), QPointF(1, 1));
        QCoreApplication::sendEvent(toast, &event);
    }

    QWidget top;
    StatusStrip *bar = new StatusStrip(&top);
    ToastHost host{&top, bar};
};

/// A shown window that has the focus.
std::unique_ptr<QWidget> window()
{
    auto top = std::make_unique<QWidget>();
    top->resize(900, 600);
    top->show();
    top->activateWindow();
    QApplication::setActiveWindow(top.get());
    return top;
}

} // namespace

class WidgetsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        applyTheme(*qApp, {});
        QCoreApplication::processEvents();
    }

    void everyIconHasAPicture()
    {
        QVERIFY(allIcons().size() > 70);
        for (const Icon icon : allIcons()) {
            const QImage picture = iconPixmap(icon, Qt::red, 24, 2.0).toImage();
            QCOMPARE(picture.width(), 48);
            bool inked = false;
            for (int y = 0; y < picture.height() && !inked; ++y)
                for (int x = 0; x < picture.width() && !inked; ++x)
                    inked = picture.pixelColor(x, y).alpha() > 200 && picture.pixelColor(x, y).red() > 200;
            QVERIFY2(inked, qPrintable(iconName(icon)));
        }
        QVERIFY(!applicationIcon().isNull());
    }

    void aChangeOfThemeReachesOpenWidgetsQuickly()
    {
        const auto top = window();
        auto *column = new QVBoxLayout(top.get());
        auto *flow = new CardFlow;
        QList<HealthCardData> many;
        for (int i = 0; i < 30; ++i)
            many.append(card(i, "Queue"));
        flow->setCards(many);
        column->addWidget(flow);
        auto *label = new TextLabel(s("muted"), TextSize::small, QFont::Normal, Ink::muted);
        column->addWidget(label);
        top->grab();
        QElapsedTimer timer;
        timer.start();
        applyTheme(*qApp, {Look::dark, 1.0, false});
        QCoreApplication::processEvents();
        top->grab();
        const qint64 taken = timer.elapsed();
        QCOMPARE(&tokens(top.get()), &tokensFor(Look::dark));
        QCOMPARE(label->palette().color(QPalette::WindowText), tokensFor(Look::dark).muted);
        QVERIFY2(taken < 600, qPrintable(QString::number(taken)));
    }

    void textSizeGrowsEveryPiece()
    {
        ActionButton button(s("Finish"));
        TextLabel label(s("words"), TextSize::heading);
        const int before = button.sizeHint().width();
        const double points = label.font().pointSizeF();
        applyTheme(*qApp, {Look::light, 2.0, false});
        QCOMPARE(label.font().pointSizeF(), points * 2);
        QVERIFY(button.sizeHint().width() > before * 3 / 2);
        QVERIFY(button.sizeHint().height() > 32);
    }

    void motionStopsWhenReduced()
    {
        QWidget widget;
        QVERIFY(!reducedMotion(&widget));
        applyTheme(*qApp, {Look::light, 1.0, true});
        QVERIFY(reducedMotion(&widget));
    }

    void aPillHoldsItsWholeWord()
    {
        Pill pill({Icon::checkCircle, s("comme annoncé : 28–38 minutes"), Tone::good, PillStyle::filled});
        QVERIFY(pill.sizeHint().width() >= textWidth(textFont(TextSize::small, QFont::Bold), pill.look().text) + 30);
        QCOMPARE(spoken(&pill), pill.look().text);
        QCOMPARE(QAccessible::queryAccessibleInterface(&pill)->role(), QAccessible::StaticText);
    }

    void aButtonMakesRoomForItsKeys()
    {
        ActionButton button(s("Recall"));
        const int before = button.sizeHint().width();
        button.setKeyCap(s("F7"));
        QVERIFY(button.sizeHint().width() >= before + keyCapSize(s("F7")).width());
        QCOMPARE(spoken(&button), s("Recall"));
        QVERIFY(button.sizeHint().height() >= metric::minimumTarget);
    }

    void arrowKeysMoveThroughASegmentedControl()
    {
        const auto top = window();
        auto *control = new SegmentedControl(s("Theme"), top.get());
        control->setChoices({{s("l"), s("Light"), Icon::sun, -1, {}}, {s("d"), s("Dark"), Icon::moon, -1, {}}, {s("s"), s("System"), Icon::monitor, -1, {}}});
        control->resize(control->sizeHint());
        control->show();
        QCOMPARE(control->currentId(), s("l"));
        const auto buttons = control->findChildren<QAbstractButton *>();
        QCOMPARE(buttons.size(), 3);
        QSignalSpy changed(control, &ChoiceGroup::currentChanged);
        buttons[0]->setFocus(Qt::TabFocusReason);
        QTest::keyClick(buttons[0], Qt::Key_Right);
        QCOMPARE(control->currentId(), s("d"));
        QVERIFY(buttons[1]->hasFocus());
        QTest::keyClick(buttons[1], Qt::Key_End);
        QCOMPARE(control->currentId(), s("s"));
        QCOMPARE(changed.size(), 2);
        QCOMPARE(buttons[0]->focusPolicy(), Qt::ClickFocus);
        QCOMPARE(buttons[2]->focusPolicy(), Qt::StrongFocus);
        QCOMPARE(spoken(buttons[1]), s("Dark"));
        QTest::mouseClick(buttons[0], Qt::LeftButton);
        QCOMPARE(control->currentId(), s("l"));
    }

    void mirroredLayoutsTurnTheArrows()
    {
        const auto top = window();
        top->setLayoutDirection(Qt::RightToLeft);
        auto *control = new SegmentedControl(s("Speed"), top.get());
        control->setChoices({{s("1"), s("1×"), Icon::none, -1, {}}, {s("10"), s("10×"), Icon::none, -1, {}}});
        control->resize(control->sizeHint());
        control->show();
        const auto buttons = control->findChildren<QAbstractButton *>();
        QTest::keyClick(buttons[0], Qt::Key_Left);
        QCOMPARE(control->currentId(), s("10"));
        QVERIFY(buttons[0]->x() > buttons[1]->x());
    }

    void escapeClearsTheSearchFirst()
    {
        const auto top = window();
        SearchField field(s("Find a ticket"), top.get());
        field.show();
        field.setText(s("01"));
        QTest::keyClick(&field, Qt::Key_Escape);
        QVERIFY(field.text().isEmpty());
        QSignalSpy down(&field, &SearchField::leaveDownRequested);
        QTest::keyClick(&field, Qt::Key_Down);
        QCOMPARE(down.size(), 1);
        QCOMPARE(spoken(&field), s("Find a ticket"));
    }

    void aToastWaitsAndNeverTakesTheFocus()
    {
        const auto top = window();
        auto *edit = new QLineEdit(top.get());
        edit->show();
        edit->setFocus();
        QVERIFY(edit->hasFocus());
        ToastHost host(top.get(), new StatusStrip(top.get()));
        Toast *toast = host.show({s("Counter opened"), Icon::check, Tone::good, s("Undo"), std::chrono::seconds(1)});
        QVERIFY(edit->hasFocus());
        QCOMPARE(spoken(toast), s("Counter opened"));
        QVERIFY(!toast->waiting());
        QEnterEvent enter(QPointF(1, 1), QPointF(1, 1), QPointF(1, 1));
        QCoreApplication::sendEvent(toast, &enter);
        QVERIFY(toast->waiting());
        QEvent leave(QEvent::Leave);
        QCoreApplication::sendEvent(toast, &leave);
        QVERIFY(!toast->waiting());
        QSignalSpy action(toast, &Toast::actionRequested);
        QSignalSpy finished(toast, &Toast::finished);
        const auto buttons = toast->findChildren<QPushButton *>();
        QCOMPARE(buttons.size(), 2);
        for (QPushButton *button : buttons)
            QVERIFY(!spoken(button).isEmpty());
        buttons.first()->click();
        QCOMPARE(action.size(), 1);
        QCOMPARE(finished.size(), 1);
        QCOMPARE(host.count(), 0);
    }

    void aWindowThatComesBackChangesNothingAboutItsToasts()
    {
        Toasts toasts;
        Toast *toast = toasts.show(s("Counter opened"));
        Toasts::enter(toast);
        QShowEvent shown;
        QSpontaneKeyEvent::setSpontaneous(&shown);
        qApp->notify(toast, &shown);
        QVERIFY(toast->waiting());
    }

    void aToastIsHeldWhileItsButtonHasTheFocus()
    {
        Toasts toasts;
        toasts.top.activateWindow();
        QApplication::setActiveWindow(&toasts.top);
        Toast *toast = toasts.show(s("Counter opened"));
        toast->findChildren<QPushButton *>().first()->setFocus();
        Toasts::enter(toast);
        QEvent leave(QEvent::Leave);
        QCoreApplication::sendEvent(toast, &leave);
        QVERIFY(toast->waiting());
        toast->findChildren<QPushButton *>().first()->clearFocus();
        QVERIFY(!toast->waiting());
    }

    void aShownToastKeepsItsPlace()
    {
        Toasts toasts;
        Toast *first = toasts.show(s("One"));
        const QRect corner = first->geometry();
        Toast *second = toasts.show(s("Two"));
        QCOMPARE(first->geometry(), corner);
        QVERIFY(second->isVisible() && second->geometry().right() < corner.left());
        Toast *third = toasts.show(s("Three"));
        const QRect end = third->geometry();
        const QRect middle = second->geometry();
        QVERIFY(third->isVisible() && end.right() < middle.left());
        second->dismiss();
        QCOMPARE(first->geometry(), corner);
        QCOMPARE(third->geometry(), end);
        QCOMPARE(toasts.show(s("Two"))->geometry(), middle);
    }

    void aToastWithoutRoomWaitsUntilTheOlderOneIsGone()
    {
        Toasts toasts;
        Toast *first = toasts.showWide('x');
        Toast *second = toasts.showWide('y');
        QVERIFY(first->isVisible() && !second->isVisible());
        QVERIFY(!first->waiting() && second->waiting());
        first->dismiss();
        QVERIFY(second->isVisible() && !second->waiting());
        second->dismiss();
        QCOMPARE(toasts.host.count(), 0);
    }

    void aToastThatComesLateOffersOnlyWhatStillHolds()
    {
        Toasts toasts;
        bool holds = true;
        const auto ask = [&holds] { return holds; };
        Toast *first = toasts.host.show({QString(60, QLatin1Char('x')), Icon::info, Tone::neutral, s("Undo"), std::chrono::seconds(10), ask});
        Toast *second = toasts.host.show({QString(60, QLatin1Char('y')), Icon::info, Tone::neutral, s("Undo"), std::chrono::seconds(10), ask});
        const auto undo = [](Toast *toast) { return toast->findChildren<QPushButton *>().first(); };
        QVERIFY(undo(first)->isVisible());
        holds = false;
        first->dismiss();
        QVERIFY(second->isVisible() && !undo(second)->isVisible());
    }

    void theOldestThatWasShownGivesWay()
    {
        Toasts toasts;
        QPointer<Toast> first = toasts.showWide('a');
        Toast *second = toasts.showWide('b');
        toasts.showWide('c');
        toasts.showWide('d');
        QCOMPARE(toasts.host.count(), 3);
        QVERIFY(!first->isVisible() && second->isVisible());
    }

    void aToastThatIsHeldDoesNotGiveWay()
    {
        Toasts toasts;
        Toast *first = toasts.showWide('a');
        Toasts::enter(first);
        Toast *second = toasts.showWide('b');
        toasts.showWide('c');
        toasts.showWide('d');
        QVERIFY(first->isVisible() && !second->isVisible());
        first->dismiss();
        QVERIFY(second->isVisible());
    }

    void toastsStandOnTheBarHoweverHighItIs()
    {
        Toasts toasts;
        Toast *toast = toasts.show(s("Counter opened"));
        QCOMPARE(toast->geometry().bottom(), 597);
        QCOMPARE(toast->height(), 36);
        toasts.bar->setGeometry(0, 500, 900, 70);
        QCOMPARE(toast->geometry().bottom(), 567);
        QCOMPARE(toast->height(), 78);
    }

    void aNarrowerWindowKeepsTheFirstOfItsToasts()
    {
        Toasts toasts;
        Toast *first = toasts.show(s("One"));
        Toast *second = toasts.show(s("Two"));
        QVERIFY(second->isVisible());
        toasts.top.resize(420, 600);
        toasts.bar->setGeometry(0, 572, 420, 28);
        QVERIFY(first->isVisible() && !second->isVisible());
        QVERIFY(toasts.top.rect().contains(first->geometry()));
        toasts.top.resize(900, 600);
        toasts.bar->setGeometry(0, 572, 900, 28);
        QVERIFY(first->isVisible() && second->isVisible());
    }

    void thePaletteFindsRunsAndGivesTheFocusBack()
    {
        const auto top = window();
        auto *edit = new QLineEdit(top.get());
        edit->show();
        edit->setFocus();
        CommandPalette palette(top.get());
        QList<PaletteItem> items{{s("call"), s("Desk"), s("Finish and call next"), {}, s("F8"), {}, Icon::megaphone, true},
                                 {s("recall"), s("Desk"), s("Recall"), {}, s("F7"), {}, Icon::megaphone, false},
                                 {s("prefs"), s("Pages"), s("Préférences"), {}, {}, s("settings options"), Icon::sliders, true}};
        for (int i = 0; i < 200; ++i)
            items.append({QStringLiteral("q%1").arg(i), s("Queues"), QStringLiteral("Queue number %1").arg(i), {}, {}, {}, Icon::none, true});
        palette.setItems(items);
        QElapsedTimer timer;
        timer.start();
        palette.open();
        const qint64 taken = timer.elapsed();
        QVERIFY2(taken < 250, qPrintable(QString::number(taken)));
        auto *query = palette.findChild<QLineEdit *>();
        QVERIFY(query->hasFocus());
        QCOMPARE(palette.shownIds().size(), items.size());
        QTest::keyClicks(query, s("pref"));
        QCOMPARE(palette.shownIds().first(), s("prefs"));
        query->setText(s("settings"));
        QCOMPARE(palette.shownIds().first(), s("prefs"));
        query->setText(s("zzzz"));
        QVERIFY(palette.shownIds().isEmpty());
        query->setText(s("call"));
        QSignalSpy triggered(&palette, &CommandPalette::triggered);
        QTest::keyClick(query, Qt::Key_Return);
        QCOMPARE(triggered.size(), 1);
        QCOMPARE(triggered.first().first().toString(), s("call"));
        QVERIFY(!palette.isVisible());
        QVERIFY(edit->hasFocus());
        palette.open();
        QTest::keyClick(query, Qt::Key_Escape);
        QVERIFY(!palette.isVisible());
        QVERIFY(edit->hasFocus());
    }

    void disabledCommandsAreSkipped()
    {
        const auto top = window();
        CommandPalette palette(top.get());
        palette.setItems({{s("a"), {}, s("Recall"), {}, {}, {}, Icon::none, false}, {s("b"), {}, s("Break"), {}, {}, {}, Icon::none, true}});
        palette.open();
        QSignalSpy triggered(&palette, &CommandPalette::triggered);
        QTest::keyClick(palette.findChild<QLineEdit *>(), Qt::Key_Enter);
        QCOMPARE(triggered.first().first().toString(), s("b"));
    }

    void lettersMustAppearInOrder()
    {
        PaletteItem item;
        item.title = s("Finish and call next");
        QVERIFY(fuzzyScore(s("fcn"), item) > 0);
        QCOMPARE(fuzzyScore(s("ncf"), item), 0);
        QVERIFY(fuzzyScore(s("finish"), item) > fuzzyScore(s("call"), item));
        QVERIFY(fuzzyScore(s("call"), item) > fuzzyScore(s("all"), item));
    }

    void aHealthCardSpeaksAndOpens()
    {
        const auto top = window();
        HealthCard widget(top.get());
        HealthCardData data = card(7, "Passports");
        data.statusWord = s("Critical");
        data.waiting = 34;
        widget.setData(data);
        widget.resize(widget.sizeHint());
        widget.show();
        QCOMPARE(QAccessible::queryAccessibleInterface(&widget)->role(), QAccessible::Button);
        QVERIFY(spoken(&widget).contains(s("Passports, Critical, 34 waiting")));
        QSignalSpy activated(&widget, &HealthCard::activated);
        QTest::keyClick(&widget, Qt::Key_Return);
        QCOMPARE(activated.size(), 1);
        QCOMPARE(activated.first().first().toLongLong(), 7);
        QAccessible::queryAccessibleInterface(&widget)->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(activated.size(), 2);
        QVERIFY(widget.sizeHint().width() >= 240);
        QVERIFY(widget.sizeHint().height() >= 180);
    }

    void theOrderOfCardsFreezesWhileOneHasTheFocus()
    {
        const auto top = window();
        auto *flow = new CardFlow(top.get());
        flow->resize(800, 400);
        flow->show();
        flow->setCards({card(1, "A"), card(2, "B")});
        auto *first = flow->findChildren<HealthCard *>().first();
        first->setFocus(Qt::TabFocusReason);
        QVERIFY(flow->frozen());
        flow->setCards({card(2, "B"), card(3, "C"), card(1, "A")});
        QCOMPARE(flow->order(), (QList<qint64>{1, 2, 3}));
        first->clearFocus();
        QCoreApplication::processEvents();
        QCOMPARE(flow->order(), (QList<qint64>{2, 3, 1}));
        flow->setCards({card(3, "C")});
        QCOMPARE(flow->order(), (QList<qint64>{3}));
    }

    void applyCannotBePressedTwice()
    {
        const auto top = window();
        auto *row = new SuggestionRow(top.get());
        SuggestionRowData data{4, s("Open counter 3"), s("why"), s("effect"), s("until 11:30"), SuggestionState::open, {}, false};
        row->setData(data);
        row->resize(800, 100);
        row->show();
        QSignalSpy apply(row, &SuggestionRow::applyRequested);
        QSignalSpy undo(row, &SuggestionRow::undoRequested);
        QPushButton *button = nullptr;
        for (QPushButton *candidate : row->findChildren<QPushButton *>())
            if (spoken(candidate) == s("Apply: Open counter 3"))
                button = candidate;
        QVERIFY(button);
        button->setFocus();
        QTest::keyClick(button, Qt::Key_Space);
        QCOMPARE(apply.size(), 1);
        data.state = SuggestionState::applied;
        data.stateWord = s("Applied");
        data.canUndo = true;
        row->setData(data);
        QVERIFY(!button->isVisible());
        auto *focused = qobject_cast<QPushButton *>(QApplication::focusWidget());
        QVERIFY(focused);
        QCOMPARE(spoken(focused), s("Undo: Open counter 3"));
        QTest::keyClick(focused, Qt::Key_Space);
        QCOMPARE(undo.size(), 1);
        QCOMPARE(apply.size(), 1);
    }

    void theSuggestionRowTellsItsPriceAndWhyItStandsStill()
    {
        const auto top = window();
        auto *row = new SuggestionRow(top.get());
        SuggestionRowData data{4, s("Open counter 3"), s("why"), s("2.1 min shorter"), s("until 11:30"), SuggestionState::open, {}, false};
        data.pays = s("Who pays: 3 wait longer");
        data.gain = GainBarData{2.1, 1.4, 2.8, 2.8, false};
        row->setData(data);
        row->resize(800, 100);
        row->show();
        QVERIFY(row->accessibleDescription().contains(data.pays));
        QSignalSpy apply(row, &SuggestionRow::applyRequested);
        QPushButton *button = nullptr;
        for (QPushButton *candidate : row->findChildren<QPushButton *>())
            if (spoken(candidate) == s("Apply: Open counter 3"))
                button = candidate;
        QVERIFY(button);
        button->setFocus();
        QTest::keyClick(button, Qt::Key_Return);
        QCOMPARE(apply.size(), 1);
        data.state = SuggestionState::expired;
        data.note = s("Paul has signed out.");
        row->setData(data);
        QVERIFY(!button->isEnabled());
        QVERIFY(row->accessibleDescription().contains(data.note));
        QTest::keyClick(row, Qt::Key_Return);
        QCOMPARE(apply.size(), 1);
    }

    void theHeatmapIsWalkedAndReadAloud()
    {
        Heatmap map(s("Arrivals"));
        HeatmapData data;
        data.rows = {s("Mon"), s("Tue")};
        data.columns = {s("08"), s("09")};
        data.closedLabel = s("closed");
        data.thinLabel = s("too few");
        data.cells = {{4.0, false, s("4"), s("n 13")}, {9.0, false, s("9"), {}}, {std::nullopt, true, {}, {}}, {std::nullopt, false, {}, {}}};
        map.setData(data);
        map.resize(400, 300);
        QCOMPARE(map.accessibleValue(), s("Mon 08, 4, n 13"));
        QTest::keyClick(&map, Qt::Key_Down);
        QCOMPARE(map.accessibleValue(), s("Tue 08, closed"));
        QTest::keyClick(&map, Qt::Key_Right);
        QTest::keyClick(&map, Qt::Key_Right);
        QCOMPARE(map.accessibleValue(), s("Tue 09, too few"));
        QSignalSpy activated(&map, &Heatmap::cellActivated);
        QTest::keyClick(&map, Qt::Key_Return);
        QCOMPARE(activated.size(), 1);
        QCOMPARE(map.table(), (QList<QStringList>{{QString(), s("08"), s("09")}, {s("Mon"), s("4"), s("9")}, {s("Tue"), s("closed"), s("too few")}}));
    }

    void theRankListMovesByKeyboard()
    {
        RankList list(s("Queues"));
        list.setItems({{s("a"), s("A"), true, {}}, {s("b"), s("B"), false, s("needs training")}, {s("c"), s("C"), true, {}}});
        QCOMPARE(list.ranked(), (QStringList{s("a"), s("c")}));
        QTest::keyClick(&list, Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(list.ranked(), (QStringList{s("c"), s("a")}));
        QTest::keyClick(&list, Qt::Key_Space);
        QCOMPARE(list.ranked(), (QStringList{s("c")}));
        QTest::keyClick(&list, Qt::Key_End);
        QTest::keyClick(&list, Qt::Key_Space);
        QCOMPARE(list.ranked(), (QStringList{s("c")}));
        QVERIFY(list.accessibleValue().contains(s("needs training")));
    }

    void thePlayHeadMovesByKeys()
    {
        StackedAreaTimeline line;
        TimelineData data;
        data.title = s("People waiting");
        data.start = QTime(8, 0);
        data.seconds = 3600;
        data.areas = {{s("Passports"), QList<double>(61, 5.0)}};
        data.marks = {{900, Icon::bell, Tone::critical, s("alert")}};
        line.setData(data);
        QSignalSpy moved(&line, &StackedAreaTimeline::positionRequested);
        QTest::keyClick(&line, Qt::Key_Right);
        QCOMPARE(line.position(), 60);
        QTest::keyClick(&line, Qt::Key_Left, Qt::ShiftModifier);
        QCOMPARE(line.position(), 50);
        QTest::keyClick(&line, Qt::Key_Right, Qt::ControlModifier);
        QCOMPARE(line.position(), 900);
        QTest::keyClick(&line, Qt::Key_End);
        QCOMPARE(line.position(), 3600);
        QTest::keyClick(&line, Qt::Key_Home);
        QCOMPARE(line.position(), 0);
        QCOMPARE(moved.size(), 5);
        QCOMPARE(line.accessibleValue(), s("08:00:00, Passports 5"));
    }

    void theSidebarSpeaksItsBadgesAndCollapses()
    {
        const auto top = window();
        auto *bar = new Sidebar(s("SmartQueue"), top.get());
        bar->setItems({{s("live"), s("Live"), Icon::live, 0, {}}, {s("alerts"), s("Alerts"), Icon::bell, 0, {}}});
        bar->setCurrentId(s("live"));
        bar->setBadge(s("alerts"), 2, Tone::critical, s("2 open"));
        bar->resize(bar->sizeHint().width(), 500);
        bar->show();
        const auto rows = bar->findChildren<QAbstractButton *>();
        QStringList names;
        for (QAbstractButton *row : rows) {
            names.append(spoken(row));
            QVERIFY(row->height() >= metric::minimumTarget);
        }
        QVERIFY(names.contains(s("Alerts, 2 open")));
        QSignalSpy activated(bar, &Sidebar::itemActivated);
        for (QAbstractButton *row : rows)
            if (spoken(row) == s("Live"))
                QTest::mouseClick(row, Qt::LeftButton);
        QCOMPARE(activated.size(), 1);
        QCOMPARE(bar->sizeHint().width(), 196);
        bar->setCollapsed(true);
        QCOMPARE(bar->sizeHint().width(), 56);
    }

    void aToggleCarriesItsWord()
    {
        Toggle toggle(s("Sign-in of Claire"), s("On"), s("Off"));
        QCOMPARE(spoken(&toggle), s("Sign-in of Claire"));
        QTest::keyClick(&toggle, Qt::Key_Space);
        QVERIFY(toggle.isChecked());
        QVERIFY(toggle.sizeHint().height() >= metric::minimumTarget);
    }

    void theFocusRingFollowsTheKeyboardOnly()
    {
        const auto top = window();
        auto *column = new QVBoxLayout(top.get());
        auto *button = new QPushButton(s("One"));
        auto *other = new QPushButton(s("Two"));
        column->addWidget(button);
        column->addWidget(other);
        QCoreApplication::processEvents();
        const QImage calm = top->grab().toImage();
        button->setFocus(Qt::TabFocusReason);
        const QPoint outside = button->mapTo(top.get(), QPoint(button->width() / 2, -3));
        QCOMPARE(top->grab().toImage().pixelColor(outside), tokensFor(Look::light).focus);
        other->setFocus(Qt::MouseFocusReason);
        QCOMPARE(top->grab().toImage().pixelColor(outside), calm.pixelColor(outside));
    }
};

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QApplication::setFont(QFont(QStringLiteral("Noto Sans"), 10));
    WidgetsTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_widgets.moc"
