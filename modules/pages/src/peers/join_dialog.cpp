#include "smartqueue/pages/join_dialog.h"

#include <QHBoxLayout>
#include <QListWidget>
#include <QLocale>
#include <QProgressBar>
#include <QStackedWidget>

#include <smartqueue/presentation/words.h>
#include <smartqueue/widgets/action_button.h>
#include <smartqueue/widgets/number_plate.h>
#include <smartqueue/widgets/painted_widget.h>
#include <smartqueue/widgets/text_label.h>

#include "account_fields.h"
#include "height_keeper.h"

namespace smartqueue::pages {

using namespace widgets;
using presentation::FoundBranch;
namespace words = presentation::words;

namespace {

TextLabel *paragraph(const QString &text, Ink ink = Ink::text)
{
    auto *label = new TextLabel(text, TextSize::body, QFont::Normal, ink);
    label->setWordWrap(true);
    return label;
}

} // namespace

JoinDialog::JoinDialog(presentation::BranchJoiner &joiner, QWidget *parent)
    : QDialog(parent), m_joiner(joiner), m_pages(new QStackedWidget), m_problem(new TextLabel({}, TextSize::body, QFont::DemiBold, Ink::critical)),
      m_close(new ActionButton(tr("Close"))), m_other(new ActionButton(tr("No, they differ"))), m_act(new ActionButton({}, ButtonKind::primary))
{
    setObjectName(QStringLiteral("joinDialog"));
    setWindowTitle(tr("Join a branch that runs already"));
    m_problem->setObjectName(QStringLiteral("joinProblem"));
    m_close->setObjectName(QStringLiteral("joinClose"));
    m_other->setObjectName(QStringLiteral("joinDiffer"));
    m_act->setObjectName(QStringLiteral("joinAct"));
    m_problem->setWordWrap(true);
    m_problem->hide();
    m_close->setKeyCap(tr("Esc"));
    m_close->setAutoDefault(false);
    m_other->setAutoDefault(false);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(space::xl, space::xl, space::xl, space::l);
    rows->setSpacing(space::l);
    rows->addWidget(new TextLabel(windowTitle(), TextSize::title, QFont::Bold));
    m_pages->addWidget(makeChoice());
    m_pages->addWidget(makeDigits());
    m_pages->addWidget(makeCopy());
    rows->addWidget(m_pages, 1);
    rows->addWidget(m_problem);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(space::s);
    buttons->addWidget(m_close);
    buttons->addStretch(1);
    buttons->addWidget(m_other);
    buttons->addWidget(m_act);
    rows->addLayout(buttons);
    setMinimumWidth(scaled(520));
    new HeightKeeper(*this);

    connect(m_close, &QAbstractButton::clicked, this, &JoinDialog::reject);
    connect(m_act, &QAbstractButton::clicked, this, &JoinDialog::act);
    connect(m_other, &QAbstractButton::clicked, this, [this] { m_joiner.answer(false); });
    using presentation::BranchJoiner;
    connect(&joiner, &BranchJoiner::foundChanged, this, &JoinDialog::showFound);
    connect(&joiner, &BranchJoiner::digitsShown, this, [this](const QString &digits, const QString &host) {
        m_digits->setNumber(digits.left(3) + QChar(0x2007) + digits.mid(3));
        m_question->setText(tr("Does the screen of %1 show the same six digits?").arg(host));
        setStage(Stage::comparing);
        announce(m_question, m_question->text() + QLatin1Char(' ') + digits);
    });
    connect(&joiner, &BranchJoiner::admitted, this, [this](const QString &host) {
        m_copying->setText(tr("%1 has let this desktop in. A copy of the branch is on its way.").arg(host));
        m_progress->setRange(0, 0);
        setStage(Stage::copying);
    });
    connect(&joiner, &BranchJoiner::copied, this, &JoinDialog::showCopied);
    connect(&joiner, &BranchJoiner::arrived, this, [this] {
        m_copying->setText(tr("This desktop is one of the branch now."));
        m_progress->setRange(0, 1);
        m_progress->setValue(1);
        setStage(Stage::arrived);
        announce(m_copying, m_copying->text());
    });
    connect(&joiner, &BranchJoiner::failed, this, &JoinDialog::refuse);
    m_address->line->setText(joiner.rememberedAddress());
    joiner.look();
    showFound();
    setStage(Stage::choosing);
}

JoinDialog::~JoinDialog() = default;

QWidget *JoinDialog::makeChoice()
{
    auto *page = new QWidget;
    auto *rows = rowsIn(page);
    rows->addWidget(paragraph(tr("At a desktop of that branch, choose Administration, Peers, Add a desktop. It shows a code that holds for five minutes."), Ink::muted));
    m_found = new QListWidget;
    m_found->setObjectName(QStringLiteral("joinFound"));
    m_found->setAccessibleName(tr("Desktops that can be joined"));
    m_found->setFixedHeight(scaled(96));
    m_foundNote = new TextLabel(tr("Looking for desktops in this network…"), TextSize::small, QFont::Normal, Ink::muted);
    m_foundNote->setWordWrap(true);
    rows->addWidget(m_found);
    rows->addWidget(m_foundNote);
    m_address = std::make_unique<LineField>(addLine(rows, "joinAddress"));
    m_address->box->setLabel(tr("Its address"));
    m_address->box->setHint(tr("As its screen shows it, such as 192.168.1.20:52100"));
    m_code = std::make_unique<LineField>(addLine(rows, "joinCode"));
    m_code->box->setLabel(tr("The code"));
    m_code->box->setHint(tr("Eight letters and digits"));
    rows->addWidget(paragraph(tr("What stands in the database of this desktop now is kept, in a file beside it."), Ink::muted));
    connect(m_found, &QListWidget::currentItemChanged, this, [this](const QListWidgetItem *now) {
        if (now) {
            m_address->line->setText(now->data(Qt::UserRole).toString());
            m_address->box->setProblem({});
        }
    });
    connect(m_found, &QListWidget::itemActivated, m_code->line, [this] { m_code->line->setFocus(); });
    return page;
}

QWidget *JoinDialog::makeDigits()
{
    auto *page = new QWidget;
    auto *rows = rowsIn(page);
    m_question = paragraph({});
    m_question->setObjectName(QStringLiteral("joinQuestion"));
    m_digits = new NumberPlate;
    m_digits->setObjectName(QStringLiteral("joinDigits"));
    rows->addWidget(m_question);
    rows->addWidget(m_digits);
    rows->addWidget(paragraph(tr("If they differ, somebody else answered: say no, and nothing happens."), Ink::muted));
    rows->addStretch(1);
    return page;
}

QWidget *JoinDialog::makeCopy()
{
    auto *page = new QWidget;
    auto *rows = rowsIn(page);
    m_copying = paragraph({});
    m_copying->setObjectName(QStringLiteral("joinCopying"));
    m_progress = new QProgressBar;
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Copy of the branch"));
    rows->addWidget(m_copying);
    rows->addWidget(m_progress);
    rows->addStretch(1);
    return page;
}

void JoinDialog::showFound()
{
    const QString chosen = m_found->currentItem() ? m_found->currentItem()->data(Qt::UserRole).toString() : QString();
    const QList<FoundBranch> found = m_joiner.found();
    m_found->clear();
    for (const FoundBranch &branch : found) {
        auto *item = new QListWidgetItem(tr("%1 · %2", "desktop, address").arg(branch.name, branch.address), m_found);
        item->setData(Qt::UserRole, branch.address);
        item->setSizeHint(QSize(0, scaled(metric::compactRow)));
        if (branch.address == chosen)
            m_found->setCurrentItem(item);
    }
    m_found->setVisible(!found.isEmpty());
    m_foundNote->setText(found.isEmpty() ? tr("Looking for desktops in this network… Without one in sight, type the address.") : tr("These say that they can be joined."));
    if (found.size() == 1 && m_address->text().isEmpty())
        m_found->setCurrentRow(0);
}

void JoinDialog::setStage(Stage stage)
{
    m_stage = stage;
    const bool chooses = stage == Stage::choosing || stage == Stage::asking;
    m_pages->setCurrentIndex(chooses ? 0 : stage == Stage::comparing ? 1 : 2);
    m_pages->currentWidget()->setEnabled(stage != Stage::asking);
    m_other->setVisible(stage == Stage::comparing);
    m_act->setVisible(stage != Stage::copying);
    m_act->setEnabled(stage != Stage::asking);
    m_act->setText(stage == Stage::asking          ? tr("Asking…")
                       : stage == Stage::comparing ? tr("Yes, the same")
                       : stage == Stage::arrived   ? tr("Open the branch")
                                                   : tr("Join"));
    if (stage != Stage::choosing)
        m_problem->hide();
    if (stage == Stage::choosing)
        (m_address->text().isEmpty() ? m_address->line : m_code->line)->setFocus();
    else if (stage == Stage::comparing)
        m_other->setFocus();
    else if (stage == Stage::arrived)
        m_act->setFocus();
    m_act->setDefault(stage != Stage::comparing);
}

void JoinDialog::act()
{
    switch (m_stage) {
    case Stage::choosing: return join();
    case Stage::comparing:
        m_joiner.answer(true);
        m_act->setEnabled(false);
        m_other->setEnabled(false);
        return;
    case Stage::arrived:
        accept();
        return m_joiner.open();
    case Stage::asking:
    case Stage::copying: return;
    }
}

void JoinDialog::join()
{
    m_address->box->setProblem(m_address->text().trimmed().isEmpty() ? tr("Where is it? Choose one above, or type its address.") : QString());
    m_code->box->setProblem(m_code->text().trimmed().isEmpty() ? tr("The code that the other desktop shows.") : QString());
    if (m_address->box->hasProblem())
        return m_address->line->setFocus();
    if (m_code->box->hasProblem())
        return m_code->line->setFocus();
    m_other->setEnabled(true);
    setStage(Stage::asking);
    m_joiner.join(m_address->text().trimmed(), m_code->text());
}

void JoinDialog::refuse(const Failure &why)
{
    setStage(Stage::choosing);
    m_problem->setText(words::failure(why));
    m_problem->show();
    announce(m_problem, m_problem->text());
    m_code->line->selectAll();
}

void JoinDialog::showCopied(qint64 there, qint64 all)
{
    m_progress->setRange(0, all > 0 ? 1000 : 0);
    m_progress->setValue(all > 0 ? int(there * 1000 / all) : 0);
    if (all > 0)
        m_copying->setText(tr("A copy of the branch is on its way: %1 of %2.")
                               .arg(QLocale().formattedDataSize(there, 1, QLocale::DataSizeTraditionalFormat), QLocale().formattedDataSize(all, 1, QLocale::DataSizeTraditionalFormat)));
}

void JoinDialog::reject()
{
    if (m_stage != Stage::arrived)
        m_joiner.cancel();
    QDialog::reject();
}

} // namespace smartqueue::pages
