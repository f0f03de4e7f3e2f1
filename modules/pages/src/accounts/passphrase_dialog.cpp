#include "smartqueue/pages/passphrase_dialog.h"

#include <QHBoxLayout>

#include <smartqueue/engine/when_done.h>
#include <smartqueue/widgets/action_button.h>
#include <smartqueue/widgets/text_label.h>

#include "account_fields.h"
#include "height_keeper.h"
#include "secret_words.h"

namespace smartqueue::pages {

using namespace widgets;

PassphraseDialog::PassphraseDialog(engine::Installation &installation, Purpose purpose, QWidget *parent)
    : QDialog(parent),
      m_installation(installation),
      m_purpose(purpose),
      m_without(new ActionButton(purpose == Purpose::choose ? tr("Keep the names readable") : tr("Go on without them"))),
      m_act(new ActionButton(purpose == Purpose::choose ? tr("Seal the names") : tr("Open"), ButtonKind::primary))
{
    const bool choosing = purpose == Purpose::choose;
    setWindowTitle(choosing ? tr("Customers’ names can be read in the file") : tr("Customers’ names are sealed"));
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(space::xl, space::xl, space::xl, space::l);
    rows->setSpacing(space::l);
    rows->addWidget(new TextLabel(windowTitle(), TextSize::title, QFont::Bold));
    auto *why = new TextLabel(choosing ? tr("This computer has no keychain that could hold a key, so names and telephone numbers stand in the database as they come. "
                                            "With a passphrase they are sealed, and it is asked for at every start. Nobody can find it again for you.")
                                       : tr("The passphrase opens them. Without it the branch works as usual, and names are not shown."),
                              TextSize::body, QFont::Normal, Ink::muted);
    why->setWordWrap(true);
    rows->addWidget(why);
    m_passphrase = std::make_unique<LineField>(addLine(rows, "passphrase", QLineEdit::Password));
    m_passphrase->box->setLabel(tr("Passphrase"));
    if (choosing) {
        m_again = std::make_unique<LineField>(addLine(rows, "passphraseAgain", QLineEdit::Password));
        m_again->box->setLabel(tr("The passphrase again"));
    }
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    m_without->setKeyCap(tr("Esc"));
    m_without->setObjectName(QStringLiteral("passphraseWithout"));
    m_act->setObjectName(QStringLiteral("passphraseAct"));
    m_act->setDefault(true);
    buttons->addWidget(m_without);
    buttons->addWidget(m_act);
    rows->addLayout(buttons);
    setMinimumWidth(scaled(520));
    new HeightKeeper(*this);
    connect(m_without, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_act, &QPushButton::clicked, this, &PassphraseDialog::act);
    m_passphrase->line->setFocus();
}

PassphraseDialog::~PassphraseDialog() = default;

void PassphraseDialog::act()
{
    m_passphrase->box->setProblem({});
    if (m_again) {
        const QString weak = secret_words::passwordProblem(m_passphrase->text(), m_passphrase->text());
        m_passphrase->box->setProblem(weak);
        m_again->box->setProblem(weak.isEmpty() ? secret_words::passwordProblem(m_passphrase->text(), m_again->text()) : QString());
        if (m_passphrase->box->hasProblem() || m_again->box->hasProblem())
            return;
    }
    m_act->setEnabled(false);
    engine::whenDone(m_installation.openVaultWithPassphrase(m_passphrase->plain()), this, [this](const Done &opened) {
        m_act->setEnabled(true);
        if (opened)
            return accept();
        const bool wrong = opened.error().code == engine::secret_failures::sealed;
        m_passphrase->box->setProblem(wrong ? tr("This is not the passphrase.") : secret_words::problem(opened.error()));
        m_passphrase->line->selectAll();
        m_passphrase->line->setFocus();
    });
}

} // namespace smartqueue::pages
