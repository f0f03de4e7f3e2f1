#include "experiments_tab.h"

#include <QAction>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QGridLayout>
#include <QPointer>
#include <QStackedWidget>

#include <smartqueue/engine/when_done.h>
#include <smartqueue/presentation/words.h>
#include <smartqueue/widgets/action_button.h>
#include <smartqueue/widgets/card.h>
#include <smartqueue/widgets/choice_group.h>
#include <smartqueue/widgets/empty_state.h>
#include <smartqueue/widgets/gain_bar.h>
#include <smartqueue/widgets/progress_sheet.h>
#include <smartqueue/widgets/text_label.h>

#include "page_scroll.h"
#include "saved_file.h"
#include "way_picker.h"

namespace smartqueue::pages {

using namespace widgets;
using namespace std::chrono_literals;
using presentation::ExperimentLine;
using presentation::ExperimentModel;
using presentation::Verdict;
namespace words = presentation::words;

namespace {

constexpr int questionWidth = 340;
/// Below it the answer stands under the question.
constexpr int roomForBoth = 1020;

Ink inkOf(Verdict verdict)
{
    return verdict == Verdict::better ? Ink::good : verdict == Verdict::worse ? Ink::warning : Ink::muted;
}

Tone toneOf(Verdict verdict)
{
    return verdict == Verdict::better ? Tone::good : verdict == Verdict::worse ? Tone::warning : Tone::neutral;
}

TextLabel *wrapping(TextSize size, QFont::Weight weight, Ink ink, QWidget *parent)
{
    auto *label = new TextLabel({}, size, weight, ink, parent);
    label->setWordWrap(true);
    return label;
}

} // namespace

ExperimentsTab::ExperimentsTab(presentation::Console &console, QWidget *parent)
    : ForecastTab(parent), m_console(console), m_model(console.engine()), m_runAct(new QAction(this)),
      m_tools(new QWidget), m_save(new ActionButton(Icon::download, {}, ButtonKind::secondary, m_tools)), m_stack(new QStackedWidget(this))
{
    m_save->setObjectName(QStringLiteral("experimentSave"));
    auto *tools = new QHBoxLayout(m_tools);
    tools->setContentsMargins(0, 0, 0, 0);
    tools->addStretch(1);
    tools->addWidget(m_save);
    m_verdictView = makeVerdict();
    m_stack->addWidget(m_verdictView);
    auto *ground = new QWidget;
    m_row = new QBoxLayout(QBoxLayout::LeftToRight, ground);
    m_row->setContentsMargins(space::xl, space::m, space::xl, space::m);
    m_row->setSpacing(space::m);
    m_row->addWidget(makeQuestion(), 0, Qt::AlignTop);
    m_row->addWidget(m_stack, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(new PageScroll(ground));

    // A branch with one way to call and another to try: the usual first question.
    m_b->setWay({Discipline::priority, simulation::Routing::skills, 0});
    m_progressDelay.setSingleShot(true);
    m_progressDelay.setInterval(300ms);
    connect(&m_progressDelay, &QTimer::timeout, this, &ExperimentsTab::showProgress);
    connect(&m_model, &ExperimentModel::phaseChanged, this, &ExperimentsTab::showPhase);
    connect(&m_model, &ExperimentModel::progressChanged, this, [this] {
        const int share = int(m_model.progress() * 100);
        if (m_progress)
            m_progress->setProgress(share, 100, tr("%1 of the days").arg(words::percent(share / 100.0)));
    });
    connect(m_save, &QAbstractButton::clicked, this, &ExperimentsTab::save);
    connect(m_runAct, &QAction::triggered, this, &ExperimentsTab::run);
    retranslate();
    showPhase();
}

QWidget *ExperimentsTab::makeQuestion()
{
    auto *card = new Card(this);
    card->setFixedWidth(scaled(questionWidth));
    m_intro = wrapping(TextSize::small, QFont::Normal, Ink::muted, card);
    m_period = new SegmentedControl({}, card);
    m_period->setObjectName(QStringLiteral("experimentPeriod"));
    m_a = new WayPicker(QStringLiteral("A"), card);
    m_b = new WayPicker(QStringLiteral("B"), card);
    m_run = new PrimaryButton({}, card);
    m_run->setObjectName(QStringLiteral("experimentRun"));
    m_hint = wrapping(TextSize::small, QFont::Normal, Ink::muted, card);
    QVBoxLayout *column = card->column();
    column->setSpacing(space::m);
    column->addWidget(m_intro);
    column->addWidget(m_period);
    column->addWidget(m_a);
    column->addWidget(new Divider);
    column->addWidget(m_b);
    column->addWidget(m_run);
    column->addWidget(m_hint);
    connect(m_a, &WayPicker::changed, this, &ExperimentsTab::showWhatRuns);
    connect(m_b, &WayPicker::changed, this, &ExperimentsTab::showWhatRuns);
    connect(m_period, &ChoiceGroup::currentChanged, this, &ExperimentsTab::showWhatRuns);
    connect(m_run, &QAbstractButton::clicked, this, &ExperimentsTab::run);
    return card;
}

QWidget *ExperimentsTab::makeVerdict()
{
    m_verdictCard = new Card(this);
    m_verdict = wrapping(TextSize::heading, QFont::DemiBold, Ink::text, m_verdictCard);
    m_verdict->setObjectName(QStringLiteral("experimentVerdict"));
    m_price = wrapping(TextSize::body, QFont::Normal, Ink::warning, m_verdictCard);
    m_question = wrapping(TextSize::small, QFont::Normal, Ink::muted, m_verdictCard);
    m_made = wrapping(TextSize::small, QFont::Normal, Ink::muted, m_verdictCard);
    m_trust = wrapping(TextSize::small, QFont::Normal, Ink::muted, m_verdictCard);
    QVBoxLayout *column = m_verdictCard->column();
    column->setSpacing(space::m);
    for (QWidget *part : {m_verdict, m_price, m_question, m_made, m_trust})
        column->addWidget(part);
    column->addStretch(1);
    return m_verdictCard;
}

QString ExperimentsTab::title() const
{
    return tr("Experiments");
}

QWidget *ExperimentsTab::tools()
{
    return m_tools;
}

void ExperimentsTab::enter()
{
    m_a->firstField()->setFocus(Qt::OtherFocusReason);
}

presentation::ExperimentQuestion ExperimentsTab::asked() const
{
    return {m_period->currentId().toInt(), m_a->way(), m_b->way()};
}

void ExperimentsTab::run()
{
    if (m_a->way() != m_b->way())
        m_model.run(asked());
}

void ExperimentsTab::showWhatRuns()
{
    const bool isSame = m_a->way() == m_b->way();
    const bool isRunning = m_model.phase() == ExperimentModel::Phase::running;
    m_run->setEnabled(!isSame && !isRunning);
    m_runAct->setEnabled(m_run->isEnabled());
    const bool isOld = m_model.experiment() && m_model.experiment()->question != asked();
    m_hint->setText(isSame ? tr("A and B are the same: change one of them.") : isOld ? tr("The answer beside is to the question before.") : QString());
    m_hint->setVisible(!m_hint->text().isEmpty());
}

void ExperimentsTab::showMessage(QWidget *message)
{
    if (m_message) {
        m_stack->removeWidget(m_message);
        m_message->deleteLater();
    }
    m_progress = nullptr;
    m_message = message;
    if (message) {
        m_stack->addWidget(message);
        m_stack->setCurrentWidget(message);
    } else {
        m_stack->setCurrentWidget(m_verdictView);
    }
}

void ExperimentsTab::showPhase()
{
    using Phase = ExperimentModel::Phase;
    const Phase phase = m_model.phase();
    if (phase != Phase::running)
        m_progressDelay.stop();
    m_save->setEnabled(phase == Phase::ready);
    showWhatRuns();
    switch (phase) {
    case Phase::idle:
        return showMessage(new EmptyState(Icon::trend, tr("Choose two ways to run the branch. Both serve the same people again who came on those days; nobody is made to wait for it."), {}, this));
    case Phase::running:
        return m_progressDelay.start();
    case Phase::ready:
        showMessage(nullptr);
        return showVerdict();
    case Phase::failed: {
        const bool isTooLittle = m_model.failure().code == simulation::simulation_failures::tooLittleHistory;
        auto *failed = new EmptyState(Icon::warningTriangle,
                                      isTooLittle ? tr("There is too little on record: an experiment needs two days with customers and agents at least. Import past days, or come back later.")
                                                  : words::failure(m_model.failure()),
                                      isTooLittle ? QString() : tr("Try again"), this);
        connect(failed, &EmptyState::actionRequested, this, &ExperimentsTab::run);
        return showMessage(failed);
    }
    }
}

void ExperimentsTab::showProgress()
{
    auto *view = new QWidget(this);
    auto *progress = new ProgressSheet(tr("Serving the days again"), view);
    auto *column = new QVBoxLayout(view);
    column->addWidget(progress, 0, Qt::AlignTop | Qt::AlignHCenter);
    column->addStretch(1);
    progress->setProgress(int(m_model.progress() * 100), 100, {});
    connect(progress, &ProgressSheet::cancelRequested, &m_model, &ExperimentModel::cancel);
    showMessage(view);
    m_progress = progress;
}

void ExperimentsTab::showVerdict()
{
    const presentation::ExperimentWords said = m_model.words();
    m_verdict->setText(said.verdict);
    m_verdict->setInk(said.outcome == Verdict::unsure ? Ink::text : inkOf(said.outcome));
    m_price->setText(said.price);
    m_price->setVisible(!said.price.isEmpty());
    m_question->setText(said.question);
    m_made->setText(said.made);
    m_trust->setText(said.trust);
    showLines(said.lines);
    announce(m_verdict, said.verdict);
}

void ExperimentsTab::showLines(const QList<ExperimentLine> &lines)
{
    delete m_linesGround;
    m_linesGround = new QWidget(m_verdictCard);
    auto *grid = new QGridLayout(m_linesGround);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(space::m);
    grid->setVerticalSpacing(space::s);
    const QStringList heads{tr("Queue"), tr("Wait, A → B"), {}, tr("B adds"), tr("On time"), tr("Leave a day")};
    for (int column = 0; column < heads.size(); ++column)
        grid->addWidget(new TextLabel(heads.at(column), TextSize::small, QFont::DemiBold, Ink::muted, m_linesGround), 0, column);
    double reach = 0.1;
    for (const ExperimentLine &line : lines)
        reach = std::max({reach, std::abs(line.low), std::abs(line.high)});
    for (int i = 0; i < lines.size(); ++i) {
        const ExperimentLine &line = lines.at(i);
        const auto put = [&](int column, const QString &text, Ink ink = Ink::text) {
            grid->addWidget(new TextLabel(text, TextSize::body, i == 0 ? QFont::DemiBold : QFont::Normal, ink, m_linesGround), i + 1, column);
        };
        put(0, line.name);
        put(1, line.wait);
        auto *bar = new GainBar(m_linesGround);
        bar->setData({line.minutes, line.low, line.high, reach, -reach, toneOf(line.verdict)});
        bar->setAccessibleName(tr("%1: B adds %2, %3", "queue, difference, verdict").arg(line.name, line.difference, line.judged));
        bar->setToolTip(line.judged);
        grid->addWidget(bar, i + 1, 2);
        put(3, line.difference, inkOf(line.verdict));
        put(4, line.onTime);
        put(5, line.left);
    }
    grid->setColumnStretch(int(heads.size()), 1);
    m_verdictCard->column()->insertWidget(3, m_linesGround);
}

void ExperimentsTab::save()
{
    QString path = QFileDialog::getSaveFileName(this, tr("Keep the report"), tr("experiment.html"), tr("Web page (*.html)"));
    if (path.isEmpty())
        return;
    if (QFileInfo(path).suffix().isEmpty())
        path += QStringLiteral(".html");
    saveTo(path);
}

void ExperimentsTab::saveTo(const QString &path)
{
    if (!m_model.experiment())
        return;
    const QString branch = QString::fromStdString(m_console.engine().snapshot()->state.branch.name);
    auto saved = saveFile(m_console.engine().studyPool(), path, presentation::reportOf(m_model.words(), branch).toStdString(), Readers::asUsual);
    engine::whenDone(std::move(saved), this, [this, name = QFileInfo(path).fileName()](const QString &problem) {
        Q_EMIT toastRequested(problem.isEmpty() ? tr("The report is in %1.").arg(name) : tr("%1 could not be written: %2").arg(name, problem));
    });
}

void ExperimentsTab::resizeEvent(QResizeEvent *event)
{
    ForecastTab::resizeEvent(event);
    m_row->setDirection(width() >= scaled(roomForBoth) ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

void ExperimentsTab::changeEvent(QEvent *event)
{
    ForecastTab::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ExperimentsTab::retranslate()
{
    m_save->setText(tr("Keep the report…"));
    m_intro->setText(tr("Past days over again, with the same customers, services and patience."));
    m_period->setAccessibleName(tr("Which days"));
    const QString chosen = m_period->currentId();
    m_period->setChoices({{QStringLiteral("7"), tr("7 days"), Icon::none, -1, {}},
                          {QStringLiteral("28"), tr("4 weeks"), Icon::none, -1, {}},
                          {QStringLiteral("84"), tr("12 weeks"), Icon::none, -1, {}}});
    m_period->setCurrentId(chosen.isEmpty() ? QStringLiteral("28") : chosen);
    m_run->setText(tr("Compare A and B"));
    m_runAct->setText(tr("Experiment: compare A and B"));
    showPhase();
}

} // namespace smartqueue::pages
