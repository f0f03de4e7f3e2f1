#include <smartqueue/widgets/action_button.h>
#include <smartqueue/widgets/banner.h>
#include <smartqueue/widgets/card.h>
#include <smartqueue/widgets/card_flow.h>
#include <smartqueue/widgets/choice_card.h>
#include <smartqueue/widgets/choice_group.h>
#include <smartqueue/widgets/command_palette.h>
#include <smartqueue/widgets/duration_bar.h>
#include <smartqueue/widgets/empty_state.h>
#include <smartqueue/widgets/form_sheet.h>
#include <smartqueue/widgets/header_bar.h>
#include <smartqueue/widgets/heatmap.h>
#include <smartqueue/widgets/key_cap.h>
#include <smartqueue/widgets/kpi_strip.h>
#include <smartqueue/widgets/load_balance_bar.h>
#include <smartqueue/widgets/number_plate.h>
#include <smartqueue/widgets/paint.h>
#include <smartqueue/widgets/pill.h>
#include <smartqueue/widgets/progress_sheet.h>
#include <smartqueue/widgets/qr_code.h>
#include <smartqueue/widgets/rank_list.h>
#include <smartqueue/widgets/rich_cell_delegate.h>
#include <smartqueue/widgets/search_field.h>
#include <smartqueue/widgets/sidebar.h>
#include <smartqueue/widgets/skeleton.h>
#include <smartqueue/widgets/sparkline.h>
#include <smartqueue/widgets/stacked_area_timeline.h>
#include <smartqueue/widgets/status_strip.h>
#include <smartqueue/widgets/step_list.h>
#include <smartqueue/widgets/story_timeline.h>
#include <smartqueue/widgets/suggestion_row.h>
#include <smartqueue/widgets/text_label.h>
#include <smartqueue/widgets/toast.h>
#include <smartqueue/widgets/toggle.h>

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QProgressBar>
#include <QRadioButton>
#include <QSlider>
#include <QSpinBox>
#include <QStandardItemModel>
#include <QTabBar>
#include <QTableView>
#include <QTest>
#include <QTextEdit>
#include <QVBoxLayout>
#include <cmath>
#include <memory>

using namespace smartqueue::widgets;

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

QList<double> wave(double from, double to)
{
    QList<double> values;
    for (int i = 0; i < 30; ++i)
        values.append(from + (to - from) * i / 29.0 + std::sin(i * 1.7) * (from + to) / 30);
    return values;
}

HealthCardData passports()
{
    HealthCardData d;
    d.id = 1;
    d.name = s("Passports");
    d.statusTone = Tone::critical;
    d.statusWord = s("Critical");
    d.waiting = 34;
    d.waitingLabel = s("waiting");
    d.etaLabel = s("ETA");
    d.etaText = s("38–52 min");
    d.sparkline = wave(12, 45);
    d.target = 30;
    d.slaText = s("SLA 61%, target 80%");
    d.countersText = s("2/4 counters");
    d.cause = s("Wait doubled in 20 min: two counters closed for training since this morning");
    d.causeTone = Tone::critical;
    return d;
}

QList<HealthCardData> cards()
{
    HealthCardData pay = passports();
    pay.id = 2;
    pay.name = s("Payments");
    pay.statusTone = Tone::warning;
    pay.statusWord = s("At risk");
    pay.waiting = 12;
    pay.etaText = s("14–19 min");
    pay.sparkline = wave(12, 15);
    pay.target = 15;
    pay.slaText = s("SLA 77%, target 80%");
    pay.cause = s("Arrivals 30% above forecast");
    pay.causeTone = Tone::warning;
    HealthCardData info = pay;
    info.id = 3;
    info.name = s("Information");
    info.statusTone = Tone::good;
    info.statusWord = s("Healthy");
    info.waiting = 3;
    info.etaText = s("2–4 min");
    info.sparkline = wave(3, 3);
    info.target = 10;
    info.cause = s("Within target since opening");
    info.causeTone = Tone::neutral;
    HealthCardData titles = info;
    titles.id = 4;
    titles.name = s("Vehicle titles");
    titles.statusTone = Tone::paused;
    titles.statusWord = s("Paused");
    titles.waiting = 0;
    titles.etaText = s("–");
    titles.cause = s("Opens at 13:00");
    titles.sparkline = wave(2, 1);
    HealthCardData french = passports();
    french.id = 5;
    french.name = s("Renseignements généraux et orientation");
    french.statusWord = s("Situation critique");
    french.waitingLabel = s("en attente");
    french.etaLabel = s("Attente prévue");
    french.waiting = 128;
    french.etaText = s("138–152 min");
    french.stale = true;
    return {passports(), pay, info, titles, french};
}

HeatmapData heat()
{
    HeatmapData d;
    d.rows = {s("Mon"), s("Tue"), s("Wed"), s("Thu"), s("Fri"), s("Sat"), s("Sun")};
    for (int hour = 8; hour < 18; ++hour)
        d.columns.append(QStringLiteral("%1:00").arg(hour, 2, 10, QLatin1Char('0')));
    for (int row = 0; row < 7; ++row) {
        for (int column = 0; column < 10; ++column) {
            HeatCell cell;
            cell.closed = row == 6 || (row == 5 && column > 5);
            if (!cell.closed && !(row == 5 && column == 5)) {
                const double value = 42 - std::abs(column - 2) * 4 - row * 1.5 + (column > 5 ? 9 : 0);
                cell.value = value;
                cell.text = QString::number(qRound(value));
                cell.details = s("usually 36–47 · 13 weeks");
            }
            d.cells.append(cell);
        }
        d.rowTotals.append(row == 6 ? QString() : QString::number(290 - row * 20));
    }
    d.totalsLabel = s("per day");
    d.meanLabel = s("mean");
    d.closedLabel = s("closed");
    d.thinLabel = s("under 8 weeks");
    return d;
}

TimelineData day()
{
    TimelineData d;
    d.title = s("People waiting");
    d.start = QTime(8, 0);
    d.seconds = 10 * 3600 + 600;
    d.step = 300;
    const char *names[] = {"Passports", "Payments", "Information", "Vehicle titles"};
    for (int area = 0; area < 4; ++area) {
        TimelineArea entry;
        entry.name = s(names[area]);
        for (int i = 0; i <= d.seconds / 300; ++i)
            entry.values.append(std::max(0.0, (18.0 - area * 4) * (std::exp(-std::pow((i - 32) / 12.0, 2)) * 1.8 + std::exp(-std::pow((i - 78) / 14.0, 2)))
                                                  + std::sin(i * 0.9 + area) * 0.8));
        d.areas.append(entry);
    }
    d.marks = {{5000, Icon::warningTriangle, Tone::warning, s("At risk")}, {5700, Icon::lightbulb, Tone::accent, s("Applied")},
               {9100, Icon::xCircle, Tone::critical, s("Critical")},       {21300, Icon::warningTriangle, Tone::warning, s("At risk")}};
    return d;
}

QWidget *row(std::initializer_list<QWidget *> widgets)
{
    auto *box = new QWidget;
    auto *layout = new QHBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    for (QWidget *widget : widgets)
        layout->addWidget(widget);
    layout->addStretch();
    return box;
}

template <typename T, typename Change>
T *with(T *widget, Change change)
{
    change(widget);
    return widget;
}

QWidget *controls()
{
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(24, 24, 24, 24);
    column->setSpacing(14);
    column->addWidget(row({new Pill({Icon::clock, s("Waiting"), Tone::neutral, PillStyle::filled}),
                           new Pill({Icon::megaphone, s("Called"), Tone::accent, PillStyle::filled}),
                           new Pill({Icon::hourglass, s("On hold"), Tone::warning, PillStyle::filled}),
                           new Pill({Icon::xCircle, s("Critical"), Tone::critical, PillStyle::filled}),
                           new Pill({Icon::checkCircle, s("comme annoncé : 28–38"), Tone::good, PillStyle::filled}),
                           new Pill({Icon::pauseCircle, s("Paused"), Tone::paused, PillStyle::filled}),
                           new Pill({Icon::checkCircle, s("Served"), Tone::good, PillStyle::outlined}),
                           new KeyCap(s("Ctrl+K"))}));
    auto *call = with(new PrimaryButton(s("Finish and call next")), [](PrimaryButton *b) {
        b->setGlyph(Icon::megaphone);
        b->setKeyCap(s("F8"));
        b->setObjectName(QStringLiteral("focusMe"));
    });
    auto *recall = with(new ActionButton(s("Recall")), [](ActionButton *b) {
        b->setKeyCap(s("F7"));
        b->setTall(true);
        b->setEnabled(false);
    });
    auto *transfer = with(new ActionButton(s("Transfer…")), [](ActionButton *b) {
        b->setKeyCap(s("F10"));
        b->setTall(true);
    });
    auto *undo = with(new ActionButton(Icon::undo, s("Undo")), [](ActionButton *b) { b->setKeyCap(s("Ctrl+Z")); });
    column->addWidget(row({call, recall, transfer, undo, new LinkButton(s("See the history")),
                           new ActionButton(Icon::trash, s("Delete"), ButtonKind::danger), new IconButton(Icon::refresh, s("Refresh"))}));
    auto *segments = new SegmentedControl(s("Theme"));
    segments->setChoices({{s("l"), s("Light"), Icon::sun, -1, {}}, {s("d"), s("Dark"), Icon::moon, -1, {}}, {s("s"), s("As the system"), Icon::monitor, -1, {}}});
    auto *speed = new SegmentedControl(s("Speed"));
    speed->setChoices({{s("1"), s("1×"), Icon::none, -1, {}}, {s("10"), s("10×"), Icon::none, -1, {}}, {s("100"), s("100×"), Icon::none, -1, {}}});
    speed->setCurrentId(s("10"));
    column->addWidget(row({segments, speed}));
    auto *chips = new ChipGroup(s("State"));
    chips->setChoices({{s("a"), s("All"), Icon::none, 30, {}}, {s("w"), s("Waiting"), Icon::clock, 4, {}}, {s("c"), s("Called"), Icon::megaphone, 1, {}},
                       {s("s"), s("Serving"), Icon::person, 1, {}}, {s("h"), s("On hold"), Icon::hourglass, 1, {}}, {s("n"), s("No-show"), Icon::personX, 2, {}}});
    column->addWidget(chips);
    auto *options = new OptionGroup(s("Outcome"));
    options->setChoices({{s("1"), s("Done"), Icon::none, -1, s("1")}, {s("2"), s("Document missing"), Icon::none, -1, s("2")}, {s("3"), s("To follow up"), Icon::none, -1, s("3")}});
    column->addWidget(options);
    auto *search = new SearchField(s("Find a ticket"));
    search->setText(s("01"));
    search->setCountText(s("30 tickets"));
    auto *empty = new SearchField(s("Filter people"));
    empty->setGlyph(Icon::filter);
    empty->setKeyCap(s("Ctrl+F"));
    auto *combo = new QComboBox;
    combo->addItems({s("All queues"), s("Passports")});
    auto *branch = new QComboBox;
    branch->addItem(themedIcon(Icon::building), s("Downtown"));
    auto *off = new QComboBox;
    off->addItem(s("Disabled"));
    off->setEnabled(false);
    column->addWidget(row({search, empty, combo, branch, off}));
    auto *on = new Toggle(s("Sign-in"), s("On"), s("Off"));
    on->setChecked(true);
    auto *check = new QCheckBox(s("Remember"));
    check->setChecked(true);
    auto *radio = new QRadioButton(s("Every day"));
    radio->setChecked(true);
    auto *slider = new QSlider(Qt::Horizontal);
    slider->setValue(40);
    slider->setMinimumWidth(140);
    auto *spin = new QSpinBox;
    spin->setValue(15);
    auto *progress = new QProgressBar;
    progress->setValue(60);
    progress->setFixedHeight(8);
    progress->setTextVisible(false);
    column->addWidget(row({on, new Toggle(s("Sign-in"), s("On"), s("Off")), check, new QCheckBox(s("Not yet")), radio, new QRadioButton(s("Never")), spin, slider}));
    auto *bar = new DurationBar;
    bar->setData({std::chrono::seconds(252), std::chrono::seconds(360), std::chrono::seconds(540)}, s("4 min, usually 6 to 9"));
    bar->setFixedWidth(180);
    auto *spark = new Sparkline(s("Last hour"));
    spark->setValues(wave(5, 12), 10, Tone::accent);
    spark->setFixedSize(180, 36);
    auto *line = new QLineEdit(s("Inès"));
    line->setFixedWidth(140);
    auto *standard = new QPushButton(s("Plain"));
    auto *plainDefault = new QPushButton(s("Default"));
    plainDefault->setDefault(true);
    column->addWidget(row({bar, spark, line, standard, plainDefault, progress}));
    auto *tabs = new QTabBar;
    for (const char *name : {"Users", "Branches", "Queues", "Peers", "Audit"})
        tabs->addTab(s(name));
    tabs->setDrawBase(false);
    tabs->setExpanding(false);
    column->addWidget(tabs);
    auto *notes = new QTextEdit(s("Second photo to be taken again at the booth."));
    notes->setFixedHeight(56);
    column->addWidget(notes);
    column->addWidget(row({new NumberPlate(s("A016")), with(new FreshnessChip, [](FreshnessChip *c) { c->setFreshness(Freshness::live, s("Live · 2 s")); }),
                           with(new FreshnessChip, [](FreshnessChip *c) { c->setFreshness(Freshness::stale, s("34 s old")); }),
                           with(new FreshnessChip, [](FreshnessChip *c) { c->setFreshness(Freshness::offline, s("Offline")); }),
                           with(new QrCode(s("Invitation code")), [](QrCode *c) { c->setText(s("7K3Q-9XWM-VB2R-D5TN")); })}));
    column->addStretch();
    return page;
}

QWidget *live()
{
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(24, 16, 24, 16);
    column->setSpacing(16);
    auto *banner = new Banner;
    banner->showMessage(Tone::warning, Icon::offline, s("The branch server does not answer since 10:42. Figures are from then."), s("Try again"), s("Details"));
    column->addWidget(banner);
    auto *strip = new KpiStrip;
    strip->setKpis({{s("Waiting"), s("49"), s("usually 30–40"), Tone::neutral}, {s("On time"), s("72 %"), s("target 80 %"), Tone::warning},
                    {s("Median wait"), s("18 min"), s("target 15 min"), Tone::neutral}, {s("Left without service"), s("3"), s("today"), Tone::neutral},
                    {s("Counters open"), s("7 / 11"), s("two on break"), Tone::neutral}});
    column->addWidget(strip);
    auto *flow = new CardFlow;
    flow->setCards(cards());
    column->addWidget(flow);
    auto *suggestion = new SuggestionRow;
    suggestion->setData({1, s("Open counter 3 for Passports until 11:30"), s("Queue grows by 1.4 people a minute; Information has 2 agents and 3 people waiting."),
                         s("Expected: wait 45 → 22 min (80% range 17–28)"), s("good until 10:58"), SuggestionState::open, {}, false});
    column->addWidget(suggestion);
    auto *applied = new SuggestionRow;
    applied->setData({2, s("Move Leïla from Information to Payments for 40 min"), s("Payments is about to miss its 15 min target."),
                      s("Expected: SLA 77% → 86%"), {}, SuggestionState::applied, s("Applied"), true});
    column->addWidget(applied);
    auto *balance = new LoadBalanceBar(s("Load between queues"));
    balance->setData({s("62 / 100"), s("Passports carries 3.2 times the mean."), {{s("Passports"), 3.2, s("3.2×"), Tone::critical}, {s("Payments"), 1.6, s("1.6×"), Tone::warning}, {s("Information"), 0.6, s("0.6×"), Tone::neutral}}, 1.5, 3.0});
    column->addWidget(balance);
    column->addStretch();
    return page;
}

QWidget *charts()
{
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(24, 16, 24, 16);
    column->setSpacing(16);
    auto *timeline = new StackedAreaTimeline;
    timeline->setData(day());
    timeline->setPosition(9720);
    column->addWidget(timeline);
    auto *line = new QHBoxLayout;
    auto *map = new Heatmap(s("Arrivals by weekday and hour"));
    map->setData(heat());
    auto *card = new Card;
    card->column()->addWidget(new TextLabel(s("Arrivals by weekday and hour"), TextSize::heading, QFont::Bold));
    card->column()->addWidget(map, 1);
    line->addWidget(card, 2);
    auto *storyCard = new Card;
    auto *story = new StoryTimeline(s("Story of B013"));
    story->setEntries({{s("10:02"), Icon::printer, Tone::neutral, s("Ticket issued"), s("At the kiosk, for Payments"), {}, StorySpan::waiting},
                       {s("10:02"), Icon::flag, Tone::accent, s("Told: 14–19 min"), s("Between 10:16 and 10:21"), s("waited 16 min"), StorySpan::waiting},
                       {s("10:18"), Icon::megaphone, Tone::accent, s("Called by Omar, counter 2"), s("Within what was told"), s("served 2 min"), StorySpan::withAgent},
                       {s("10:20"), Icon::hourglass, Tone::warning, s("Put on hold"), s("“Fetches a document from the car”"), s("held 5 min"), StorySpan::waiting},
                       {s("10:36"), Icon::checkCircle, Tone::good, s("Served"), s("Outcome: done"), {}, StorySpan::none}});
    storyCard->column()->addWidget(story);
    storyCard->column()->addStretch();
    line->addWidget(storyCard, 1);
    column->addLayout(line, 1);
    return page;
}

QWidget *shell()
{
    auto *page = new QWidget;
    auto *outer = new QVBoxLayout(page);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    auto *line = new QHBoxLayout;
    line->setSpacing(0);
    auto *sidebar = new Sidebar(s("SmartQueue"));
    sidebar->setItems({{s("live"), s("Live"), Icon::live, 0, s("Ctrl+1")}, {s("alerts"), s("Alerts"), Icon::bell, 0, {}},
                       {s("sug"), s("Suggestions"), Icon::lightbulb, 0, {}}, {s("desk"), s("Desk"), Icon::headset, 0, {}},
                       {s("tickets"), s("Tickets"), Icon::ticket, 0, {}}, {s("pat"), s("Patterns"), Icon::table, 1, {}},
                       {s("fc"), s("Forecast"), Icon::trend, 1, {}}, {s("rec"), s("Recorder"), Icon::history, 1, {}},
                       {s("rep"), s("Reports"), Icon::report, 1, {}}, {s("ag"), s("Agents"), Icon::people, 2, {}},
                       {s("adm"), s("Administration"), Icon::sliders, 2, {}}});
    sidebar->setFooterItems({{s("help"), s("Help"), Icon::help, 0, s("F1")}});
    sidebar->setCurrentId(s("tickets"));
    sidebar->setBadge(s("alerts"), 2, Tone::critical, s("2 open"));
    sidebar->setBadge(s("sug"), 2, Tone::accent, s("2 to decide"));
    line->addWidget(sidebar);
    auto *main = new QVBoxLayout;
    main->setSpacing(0);
    auto *header = new HeaderBar;
    header->setTitle(s("Tickets"), s("Downtown branch"));
    header->setCommandField(new CommandField(s("Search or run a command"), s("Ctrl+K")));
    header->chip()->setFreshness(Freshness::live, s("Live · 2 s"));
    main->addWidget(header);
    auto *body = new QHBoxLayout;
    body->setContentsMargins(0, 0, 0, 0);
    auto *content = new QVBoxLayout;
    content->setContentsMargins(24, 16, 16, 16);
    content->setSpacing(12);
    auto *model = new QStandardItemModel(7, 6, page);
    model->setHorizontalHeaderLabels({s("Number"), s("Queue"), s("State"), s("Priority"), s("Waited / ETA"), s("Channel")});
    const char *states[] = {"Waiting", "Called", "Served", "On hold", "No-show", "Serving", "Served"};
    const Icon icons[] = {Icon::clock, Icon::megaphone, Icon::checkCircle, Icon::hourglass, Icon::personX, Icon::person, Icon::checkCircle};
    const Tone tones[] = {Tone::neutral, Tone::accent, Tone::good, Tone::warning, Tone::neutral, Tone::accent, Tone::good};
    for (int i = 0; i < 7; ++i) {
        const auto set = [&](int column, const QString &text, std::initializer_list<std::pair<int, QVariant>> roles) {
            auto *item = new QStandardItem(text);
            for (const auto &[role, value] : roles)
                item->setData(value, role);
            model->setItem(i, column, item);
        };
        set(0, QStringLiteral("B01%1").arg(9 - i), {{cell::bold, true}, {cell::matchStart, 1}, {cell::matchLength, 2}});
        set(1, i % 2 ? s("Passports") : s("Payments"), {});
        set(2, s(states[i]), {{cell::pillTone, int(tones[i])}, {cell::icon, int(icons[i])}, {cell::pillFilled, i == 0 || i == 1 || i == 3 || i == 5}});
        if (i == 1)
            set(3, s("Priority"), {{cell::icon, int(Icon::wheelchair)}, {cell::bold, true}});
        else
            set(3, s("Normal"), {{cell::muted, true}});
        set(4, QString::number(17 + i), {{cell::bold, true}, {cell::secondary, s("/ 14–19 min")}, {Qt::TextAlignmentRole, int(Qt::AlignRight)},
                                       {cell::warningIcon, i == 0 ? int(Icon::warningTriangle) : 0}});
        set(5, s("Kiosk"), {{cell::icon, int(Icon::printer)}});
    }
    auto *table = new QTableView;
    table->setModel(model);
    table->setAccessibleName(s("Tickets"));
    styleTable(*table);
    table->resizeColumnsToContents();
    table->selectRow(6);
    content->addWidget(table);
    auto *people = new QStandardItemModel(2, 3, page);
    people->setHorizontalHeaderLabels({s("Name"), s("Branches"), s("Last seen")});
    for (int i = 0; i < 2; ++i) {
        auto *name = new QStandardItem(i ? s("Emma Laurent") : s("Claire Dupont"));
        name->setData(true, cell::bold);
        name->setData(i ? s("EL") : s("CD"), cell::initials);
        name->setData(s("c.dupont@ville.example"), cell::secondary);
        name->setData(true, cell::secondaryBelow);
        people->setItem(i, 0, name);
        auto *where = new QStandardItem;
        where->setData(QStringList{s("Downtown"), s("+1")}, cell::chips);
        people->setItem(i, 1, where);
        auto *seen = new QStandardItem(s("Today 08:52"));
        seen->setData(s("counter 6"), cell::secondary);
        seen->setData(true, cell::secondaryBelow);
        people->setItem(i, 2, seen);
    }
    auto *second = new QTableView;
    second->setModel(people);
    second->setAccessibleName(s("People"));
    styleTable(*second, RowHeight::twoLines);
    second->resizeColumnsToContents();
    second->setFixedHeight(140);
    content->addWidget(second);
    body->addLayout(content, 1);
    auto *sheet = new FormSheet(s("Invite an agent"));
    sheet->content()->addWidget(new TextLabel(s("Queues, first choice on top"), TextSize::small, QFont::Bold));
    auto *ranks = new RankList(s("Queues"));
    ranks->setItems({{s("p"), s("Passports"), true, {}}, {s("v"), s("Vehicle titles"), true, {}}, {s("i"), s("Information"), true, {}},
                     {s("y"), s("Payments"), false, s("needs cash training")}, {s("c"), s("Civil weddings"), false, {}}});
    sheet->content()->addWidget(ranks);
    sheet->content()->addStretch();
    sheet->footer()->addStretch();
    sheet->footer()->addWidget(new LinkButton(s("Cancel")));
    auto *send = new PrimaryButton(s("Send invitation"));
    send->setGlyph(Icon::mail);
    sheet->footer()->addWidget(send);
    sheet->open();
    body->addWidget(sheet);
    main->addLayout(body, 1);
    line->addLayout(main, 1);
    outer->addLayout(line, 1);
    auto *status = new StatusStrip;
    status->setItems({{Icon::person, s("Supervisor · Anna Keller")}, {Icon::server, s("Branch server connected")}, {Icon::people, s("5 agents online")}});
    status->setEndText(s("SmartQueue Console 0.4.0"));
    outer->addWidget(status);
    auto *host = new ToastHost(page, status);
    host->show({s("Counter 3 opened for Passports."), Icon::checkCircle, Tone::good, s("Undo"), std::chrono::seconds(10)});
    return page;
}

QWidget *palette()
{
    auto *page = live();
    auto *commands = new CommandPalette(page);
    commands->setItems({{s("live"), s("Pages"), s("Live"), {}, s("Ctrl+1"), {}, Icon::live, true}, {s("tickets"), s("Pages"), s("Tickets"), s("everyone who waits or waited"), s("Ctrl+5"), {}, Icon::ticket, true},
                        {s("call"), s("Desk"), s("Finish and call next"), {}, s("F8"), {}, Icon::megaphone, true}, {s("pause"), s("Desk"), s("Pause Passports"), s("queue"), {}, {}, Icon::pauseCircle, true},
                        {s("off"), s("Desk"), s("Recall"), s("no ticket is called"), s("F7"), {}, Icon::megaphone, false}});
    QMetaObject::invokeMethod(commands, [commands] { commands->open(); }, Qt::QueuedConnection);
    return page;
}

QWidget *firstStart()
{
    auto *page = new QWidget;
    auto *line = new QHBoxLayout(page);
    line->setContentsMargins(12, 24, 24, 24);
    line->setSpacing(24);
    auto *steps = new StepList(s("First start"));
    steps->setSteps({s("Language, theme"), s("Your branch"), s("Your account"), s("Printer, voice"), s("Four shortcuts")}, 1);
    auto *left = new QVBoxLayout;
    left->addWidget(steps);
    auto *skeleton = new Skeleton(3);
    left->addWidget(skeleton);
    auto *progress = new ProgressSheet(s("Reading the file"));
    progress->setProgress(30, 100, s("12,400 of 41,000 rows"));
    left->addWidget(progress);
    left->addStretch();
    line->addLayout(left);
    const struct {
        ChoicePicture picture;
        const char *title, *text, *duration, *button;
    } choices[] = {{ChoicePicture::demo, "Try the demo branch", "A busy day at thirty times its speed. Two minutes in, a queue gets into trouble and one suggestion resolves it.", "3 minutes", "Start the demo"},
                   {ChoicePicture::newBranch, "New branch", "Name your queues and counters, set the opening hours and the wait you promise.", "10 minutes", "Set up a branch"},
                   {ChoicePicture::importHistory, "Import a history", "Bring months of tickets from a file.", "5 minutes", "Choose a file…"}};
    for (const auto &choice : choices)
        line->addWidget(new ChoiceCard({choice.picture, s(choice.duration), s(choice.title), s(choice.text),
                                        {s("Nothing to prepare"), s("Invented people, invented data"), s("Leaves no trace when you close it")},
                                        s(choice.button), choice.picture == ChoicePicture::demo}));
    line->addWidget(new EmptyState(Icon::ticket, s("No ticket today yet. They appear here as soon as the first one is issued."), s("Issue a ticket")));
    return page;
}

class IconSheet : public QWidget {
protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const Tokens &t = tokens(this);
        int at = 0;
        for (const Icon icon : allIcons()) {
            const QRectF box((at % 14) * 74 + 8, (at / 14) * 70 + 8, 66, 62);
            paintIcon(painter, QRectF(box.center().x() - 16, box.top() + 4, 32, 32), icon, t.text);
            paintIcon(painter, QRectF(box.left() + 2, box.top() + 4, 16, 16), icon, t.accent);
            paintText(painter, QRectF(box.left(), box.bottom() - 20, box.width(), 18), iconName(icon), textFont(TextSize::small), t.muted, Qt::AlignCenter);
            ++at;
        }
        paintLogo(painter, QRectF(980, 420, 48, 48), t.accent, t.onAccent);
    }
};

} // namespace

class GalleryTest : public QObject {
    Q_OBJECT

private:
    static void shoot(QWidget *page, const QSize &size, const QString &name)
    {
        const std::unique_ptr<QWidget> owner(page);
        page->resize(size);
        page->show();
        if (auto *focus = page->findChild<QWidget *>(QStringLiteral("focusMe")))
            focus->setFocus(Qt::TabFocusReason);
        QCoreApplication::processEvents();
        QCoreApplication::processEvents();
        const QImage image = page->grab().toImage();
        QSet<QRgb> colours;
        for (int y = 0; y < image.height(); y += 3)
            for (int x = 0; x < image.width(); x += 3)
                colours.insert(image.pixel(x, y));
        QVERIFY2(colours.size() > 8, qPrintable(name));
        const QString folder = qEnvironmentVariable("SQ_GALLERY");
        if (!folder.isEmpty()) {
            QDir().mkpath(folder);
            QVERIFY(image.save(QDir(folder).filePath(name + QStringLiteral(".png"))));
        }
    }

private Q_SLOTS:
    void everyWidgetPaintsInEveryLook_data()
    {
        QTest::addColumn<int>("look");
        QTest::addColumn<bool>("mirrored");
        QTest::addColumn<double>("scale");
        QTest::newRow("light") << int(Look::light) << false << 1.0;
        QTest::newRow("dark") << int(Look::dark) << false << 1.0;
        QTest::newRow("contrast") << int(Look::highContrastDark) << false << 1.0;
        QTest::newRow("mirrored") << int(Look::light) << true << 1.0;
        QTest::newRow("large") << int(Look::light) << false << 1.5;
    }
    void everyWidgetPaintsInEveryLook()
    {
        QFETCH(int, look);
        QFETCH(bool, mirrored);
        QFETCH(double, scale);
        applyTheme(*qApp, {static_cast<Look>(look), scale, true});
        QApplication::setLayoutDirection(mirrored ? Qt::RightToLeft : Qt::LeftToRight);
        const QString suffix = QLatin1Char('-') + QString::fromLatin1(QTest::currentDataTag());
        const QSize size(1100, 800);
        shoot(controls(), size, QStringLiteral("controls") + suffix);
        shoot(live(), QSize(1100, 900), QStringLiteral("live") + suffix);
        shoot(charts(), size, QStringLiteral("charts") + suffix);
        shoot(shell(), QSize(1280, 800), QStringLiteral("shell") + suffix);
        shoot(palette(), size, QStringLiteral("palette") + suffix);
        shoot(firstStart(), QSize(1500, 560), QStringLiteral("first") + suffix);
        shoot(new IconSheet, QSize(1060, 500), QStringLiteral("icons") + suffix);
        QApplication::setLayoutDirection(Qt::LeftToRight);
    }
};

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QApplication::setFont(QFont(QStringLiteral("Noto Sans"), 10));
    GalleryTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_gallery.moc"
