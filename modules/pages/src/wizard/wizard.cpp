#include "smartqueue/pages/wizard.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollArea>
#include <QScrollBar>

#include <smartqueue/widgets/action_button.h>
#include <smartqueue/widgets/choice_group.h>
#include <smartqueue/widgets/header_bar.h>
#include <smartqueue/widgets/key_cap.h>
#include <smartqueue/widgets/paint.h>
#include <smartqueue/widgets/status_strip.h>
#include <smartqueue/widgets/step_list.h>
#include <smartqueue/widgets/text_label.h>

#include "import_panel.h"
#include "wizard_account_step.h"
#include "wizard_branch_step.h"
#include "wizard_steps.h"

namespace smartqueue::pages {

using namespace widgets;

namespace {

constexpr int sideWidth = 196;

/// The ground of the steps, with the product's name on it.
class WizardSide : public QWidget {
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setLayoutDirection(layoutDirection());
        const Tokens &t = tokens(this);
        const QRectF frame(rect());
        painter.fillRect(frame, t.dark ? t.surface : t.alternate);
        painter.fillRect(mirrored(QRectF(frame.right() - 1, 0, 1, frame.height()), frame, layoutDirection()), t.line);
        paintLogo(painter, mirrored(QRectF(16, 14, 28, 28), frame, layoutDirection()), t.accent, t.onAccent);
        paintText(painter, mirrored(QRectF(54, 0, frame.width() - 58, 56), frame, layoutDirection()), QStringLiteral("SmartQueue"),
                  textFont(TextSize::heading, QFont::Bold), t.text);
    }
};

} // namespace

Wizard::Wizard(engine::Engine &engine, engine::HistoryImporter &importer, const WizardSettings &settings, QWidget *parent)
    : QWidget(parent), m_settings(settings), m_header(new HeaderBar(this)), m_scroll(new QScrollArea(this)),
      m_branch(new WizardBranchStep(engine, importer, this)), m_account(new WizardAccountStep(engine, this)),
      m_status(new StatusStrip(this))
{
    auto *ground = new QWidget(this);
    auto *content = new QVBoxLayout(ground);
    content->setContentsMargins(space::xl, space::xl, space::xl, space::xl);
    content->setSpacing(space::l);
    content->addWidget(lookBar());
    content->addWidget(new Divider(Qt::Horizontal, ground));
    content->addSpacing(space::s);
    m_pages = {new WizardLookStep(this), m_branch, m_account, new WizardDevicesStep(this), new WizardShortcutsStep(m_settings.keys, this)};
    for (QWidget *page : std::as_const(m_pages)) {
        page->hide();
        content->addWidget(page, 1);
    }
    content->addWidget(footer());
    ground->installEventFilter(this);
    m_scroll->setWidget(ground);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);

    auto *right = new QVBoxLayout;
    right->setSpacing(0);
    right->addWidget(m_header);
    right->addWidget(m_scroll, 1);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(0);
    columns->addWidget(side());
    columns->addLayout(right, 1);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addLayout(columns, 1);
    rows->addWidget(m_status);

    connect(m_branch, &WizardBranchStep::demoRequested, this, &Wizard::demoRequested);
    connect(m_branch, &WizardBranchStep::joinRequested, this, &Wizard::joinRequested);
    if (m_settings.canJoin)
        m_branch->offerJoining();
    connect(m_branch, &WizardBranchStep::founded, this, [this] { showStep(Step::account); });
    connect(m_branch, &WizardBranchStep::wayChanged, this, &Wizard::updateFrame);
    connect(m_account, &WizardAccountStep::changed, this, &Wizard::updateFrame);
    connect(m_account, &WizardAccountStep::made, this, [this](const accounts::Session &session) {
        m_ownerMade = true;
        showStep(Step::devices);
        Q_EMIT ownerMade(session);
    });
    retranslate();
    showStep(Step::branch);
}

QWidget *Wizard::side()
{
    auto *panel = new WizardSide(this);
    panel->setFixedWidth(scaled(sideWidth));
    m_sideColumn = new QVBoxLayout(panel);
    m_sideColumn->setContentsMargins(8, 70, 8, space::m);
    m_sideColumn->addStretch(1);
    m_help = new ActionButton(Icon::help, {}, ButtonKind::quiet, panel);
    m_sideColumn->addWidget(m_help, 0, Qt::AlignLeading);
    connect(m_help, &QAbstractButton::clicked, this, &Wizard::helpRequested);
    return panel;
}

QWidget *Wizard::lookBar()
{
    auto *bar = new QWidget(this);
    m_languageLabel = new TextLabel({}, TextSize::body, QFont::Normal, Ink::muted, bar);
    m_themeLabel = new TextLabel({}, TextSize::body, QFont::Normal, Ink::muted, bar);
    m_language = new QComboBox(bar);
    for (const auto &[code, name] : m_settings.languages)
        m_language->addItem(themedIcon(Icon::globe), name, code);
    m_language->setCurrentIndex(m_language->findData(m_settings.language));
    m_language->setMinimumWidth(scaled(176));
    m_theme = new SegmentedControl({}, bar);
    m_language->setObjectName(QStringLiteral("wizardLanguage"));
    m_theme->setObjectName(QStringLiteral("wizardTheme"));
    m_look = new QBoxLayout(QBoxLayout::LeftToRight, bar);
    m_look->setContentsMargins(0, 0, 0, 0);
    m_look->setSpacing(space::xl);
    const std::pair<QWidget *, QWidget *> choices[]{{m_languageLabel, m_language}, {m_themeLabel, m_theme}};
    for (const auto &[label, choice] : choices) {
        auto *pair = new QHBoxLayout;
        pair->setSpacing(space::m);
        pair->addWidget(label);
        pair->addWidget(choice);
        pair->addStretch(choice == m_theme ? 1 : 0);
        m_look->addLayout(pair, choice == m_theme ? 1 : 0);
    }
    m_languageLabel->setBuddy(m_language);
    connect(m_language, &QComboBox::activated, this, [this] {
        m_settings.language = m_language->currentData().toString();
        Q_EMIT languageChosen(m_settings.language);
    });
    connect(m_theme, &SegmentedControl::currentChanged, this, [this](const QString &id) {
        if (id == m_settings.theme)
            return;
        m_settings.theme = id;
        Q_EMIT themeChosen(id);
    });
    return bar;
}

QWidget *Wizard::footer()
{
    auto *bar = new QWidget(this);
    m_back = new ActionButton({}, ButtonKind::secondary, bar);
    m_next = new PrimaryButton({}, bar);
    m_skip = new LinkButton({}, bar);
    m_hint = new QWidget(bar);
    m_hintChoose = new TextLabel({}, TextSize::small, QFont::Normal, Ink::muted, m_hint);
    m_hintOpen = new TextLabel({}, TextSize::small, QFont::Normal, Ink::muted, m_hint);
    m_enter = new KeyCap({}, m_hint);
    auto *hints = new QHBoxLayout(m_hint);
    hints->setContentsMargins(0, 0, 0, 0);
    hints->setSpacing(space::xs);
    hints->addWidget(m_hintChoose);
    hints->addSpacing(space::xs);
    hints->addWidget(new KeyCap(QStringLiteral("←"), m_hint));
    hints->addWidget(new KeyCap(QStringLiteral("→"), m_hint));
    hints->addSpacing(space::m);
    hints->addWidget(m_hintOpen);
    hints->addSpacing(space::xs);
    hints->addWidget(m_enter);
    m_next->setObjectName(QStringLiteral("wizardNext"));
    m_skip->setObjectName(QStringLiteral("wizardSkip"));
    m_back->setObjectName(QStringLiteral("wizardBack"));
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::m);
    row->addWidget(m_back);
    row->addStretch(1);
    row->addWidget(m_hint);
    row->addStretch(1);
    row->addWidget(m_skip);
    row->addWidget(m_next);
    connect(m_back, &QAbstractButton::clicked, this, &Wizard::goBack);
    connect(m_next, &QAbstractButton::clicked, this, &Wizard::goOn);
    connect(m_skip, &QAbstractButton::clicked, this, &Wizard::skipped);
    return bar;
}

void Wizard::showStep(Step step)
{
    if (m_ownerMade && step == Step::branch)
        return;
    m_step = step;
    for (int i = 0; i < m_pages.size(); ++i)
        m_pages.at(i)->setVisible(i == int(step));
    m_scroll->verticalScrollBar()->setValue(0);
    updateFrame();
    if (step == Step::branch)
        m_branch->show(m_branch->way());
    else if (step == Step::look)
        m_language->setFocus(Qt::OtherFocusReason);
    else if (QWidget *field = step == Step::account ? m_account->firstField() : nullptr)
        field->setFocus(Qt::OtherFocusReason);
    else
        m_next->setFocus(Qt::OtherFocusReason);
}

void Wizard::setUpBranch()
{
    showStep(Step::branch);
    m_branch->show(WizardBranchStep::Way::form);
}

void Wizard::importHistory(const QString &path)
{
    showStep(Step::branch);
    m_branch->show(WizardBranchStep::Way::import);
    if (!path.isEmpty())
        m_branch->import().openFile(path);
}

void Wizard::goBack()
{
    if (m_step == Step::branch && m_branch->way() != WizardBranchStep::Way::choice)
        m_branch->show(WizardBranchStep::Way::choice);
    else if (m_step != Step::look)
        showStep(Step(int(m_step) - 1));
}

void Wizard::goOn()
{
    if (m_step == Step::branch && m_branch->way() == WizardBranchStep::Way::form)
        m_branch->found();
    else if (m_step == Step::account && m_account->asks())
        m_account->submit();
    else if (m_step == Step::shortcuts)
        Q_EMIT branchReady();
    else
        showStep(Step(int(m_step) + 1));
}

void Wizard::updateFrame()
{
    const auto way = m_branch->way();
    const bool choosing = m_step == Step::branch && way == WizardBranchStep::Way::choice;
    const bool importing = m_step == Step::branch && way == WizardBranchStep::Way::import;
    m_hint->setVisible(choosing);
    m_skip->setVisible(m_step == Step::look || choosing);
    m_next->setVisible(!choosing && !importing);
    const bool busy = m_branch->isBusy() || m_account->isBusy();
    m_next->setEnabled(!busy);
    m_back->setVisible(m_step != Step::look && !(m_ownerMade && m_step == Step::account));
    m_back->setEnabled(!busy);
    m_next->setText(m_step == Step::shortcuts                                                ? tr("Open the branch")
                        : m_step == Step::branch && way == WizardBranchStep::Way::form ? tr("Create the branch")
                        : m_step == Step::account && m_account->asks()               ? tr("Create the account")
                                                                                             : tr("Continue"));
    const int steps = int(Step::shortcuts) + 1;
    m_header->setTitle(tr("Welcome"), tr("Step %L1 of %L2").arg(int(m_step) + 1).arg(steps));
    if (m_steps)
        m_steps->setSteps({tr("Language, theme"), tr("Your branch"), tr("Your account"), tr("Display, sound"), tr("Four shortcuts")}, int(m_step));
}

void Wizard::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::FontChange)
        fit();
}

void Wizard::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

bool Wizard::eventFilter(QObject *watched, QEvent *event)
{
    // Texts and fonts reach the layouts step by step; what has room is known when they have arrived.
    if (event->type() == QEvent::LayoutRequest)
        fit();
    return QWidget::eventFilter(watched, event);
}

void Wizard::fit()
{
    m_look->activate();
    // As if the scroll bar were there: whether it is depends on what is laid out here.
    const int room = width() - scaled(sideWidth) - 2 * space::xl - m_scroll->verticalScrollBar()->sizeHint().width();
    int beside = m_look->spacing();
    for (int i = 0; i < m_look->count(); ++i)
        beside += m_look->itemAt(i)->minimumSize().width();
    m_look->setDirection(beside <= room ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_hint->setMaximumWidth(room < scaled(560) ? 0 : QWIDGETSIZE_MAX);
    m_branch->fit(room);
}

void Wizard::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_F1)
        Q_EMIT helpRequested();
    else if (event->key() == Qt::Key_Escape && m_step != Step::look && m_back->isEnabled() && m_back->isVisible())
        goBack();
    else
        QWidget::keyPressEvent(event);
}

void Wizard::retranslate()
{
    // The list of steps takes its heading when it is made.
    delete m_steps;
    m_steps = new StepList(tr("First start"), this);
    m_sideColumn->insertWidget(0, m_steps);
    connect(m_steps, &StepList::stepRequested, this, [this](int index) { showStep(Step(index)); });
    m_help->setText(tr("Help"));
    m_help->setKeyCap(tr("F1"));
    m_languageLabel->setText(tr("Language"));
    m_language->setAccessibleName(tr("Language"));
    m_themeLabel->setText(tr("Theme"));
    m_theme->setAccessibleName(tr("Theme"));
    m_theme->setChoices({{QStringLiteral("light"), tr("Light"), Icon::sun, -1, {}}, {QStringLiteral("dark"), tr("Dark"), Icon::moon, -1, {}},
                         {QStringLiteral("system"), tr("As the system"), Icon::monitor, -1, {}}});
    m_theme->setCurrentId(m_settings.theme);
    m_back->setText(tr("Back"));
    m_back->setGlyph(backChevron(layoutDirection()));
    m_skip->setText(tr("Skip the first start"));
    m_hintChoose->setText(tr("Choose with"));
    m_hintOpen->setText(tr("open with"));
    m_enter->setKeys(tr("Enter"));
    m_header->chip()->setLook({Icon::monitor, tr("Works without the Internet"), Tone::neutral, PillStyle::filled});
    m_status->setItems({{Icon::building, tr("No branch yet")}});
    m_status->setEndText(tr("SmartQueue Console %1").arg(m_settings.version));
    updateFrame();
}

} // namespace smartqueue::pages
