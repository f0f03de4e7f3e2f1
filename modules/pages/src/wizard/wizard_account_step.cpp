#include "wizard_account_step.h"

#include <QSysInfo>
#include <QVBoxLayout>

#include <smartqueue/widgets/card.h>
#include <smartqueue/widgets/choice_group.h>
#include <smartqueue/widgets/text_label.h>

#include "owner_form.h"

namespace smartqueue::pages {

using namespace widgets;

namespace {

constexpr int formWidth = 640;

} // namespace

WizardAccountStep::WizardAccountStep(engine::Engine &engine, QWidget *parent)
    : WizardReading(parent), m_engine(engine), m_ways(new OptionGroup({}, this)), m_card(new Card(this)),
      m_form(new OwnerForm(engine.installation(), QSysInfo::machineHostName().toStdString(), this)),
      m_alone(new TextLabel({}, TextSize::body, QFont::Normal, Ink::muted, this))
{
    m_ways->setObjectName(QStringLiteral("wizardAccounts"));
    m_alone->setWordWrap(true);
    m_alone->setMaximumWidth(scaled(formWidth));
    m_card->setPadding(space::xl);
    m_card->setMaximumWidth(scaled(formWidth));
    m_card->column()->addWidget(m_form);
    column()->addWidget(m_ways);
    column()->addSpacing(space::s);
    column()->addWidget(m_card);
    column()->addWidget(m_alone);
    column()->addStretch(1);
    retranslate();
    m_ways->setCurrentId(QStringLiteral("accounts"));
    connect(m_ways, &ChoiceGroup::currentChanged, this, &WizardAccountStep::show);
    connect(m_form, &OwnerForm::busyChanged, this, &WizardAccountStep::changed);
    connect(m_form, &OwnerForm::made, this, [this](const accounts::Session &session) {
        retranslate();
        Q_EMIT made(session);
    });
    show();
}

bool WizardAccountStep::hasUsers() const
{
    return m_engine.installation().directory()->hasUsers();
}

bool WizardAccountStep::canHaveUsers() const
{
    // A branch in memory keeps no secrets.
    return m_engine.installation().vault() != nullptr;
}

bool WizardAccountStep::asks() const
{
    return canHaveUsers() && !hasUsers() && m_ways->currentId() == QLatin1String("accounts");
}

bool WizardAccountStep::isBusy() const
{
    return m_form->isBusy();
}

void WizardAccountStep::submit()
{
    m_form->submit();
}

QWidget *WizardAccountStep::firstField() const
{
    return asks() ? m_form->firstField() : nullptr;
}

void WizardAccountStep::show()
{
    WizardReading::retranslate();
    m_ways->setVisible(canHaveUsers() && !hasUsers());
    m_card->setVisible(asks());
    m_alone->setVisible(canHaveUsers() && !hasUsers() && !asks());
    Q_EMIT changed();
}

QString WizardAccountStep::headline() const
{
    if (hasUsers())
        return tr("The accounts are there");
    return canHaveUsers() ? tr("Who runs this branch?") : tr("This computer is yours");
}

QString WizardAccountStep::sentence() const
{
    if (hasUsers())
        return tr("Whom else you let in, and what each of them may do, you decide in Administration.");
    if (canHaveUsers())
        return asks() ? tr("You are the first. The others get an invitation from you.") : tr("Nobody signs in.");
    return tr("Whoever may use this computer account runs the branch. Nothing to fill in, nothing leaves the machine.");
}

void WizardAccountStep::retranslate()
{
    m_ways->setAccessibleName(tr("Who runs this branch?"));
    m_ways->setChoices({{QStringLiteral("accounts"), tr("People with an account of their own"), Icon::people, -1, {}},
                        {QStringLiteral("alone"), tr("Whoever opens this computer"), Icon::monitor, -1, {}}});
    m_alone->setText(tr("There is no password: whoever may use this computer account may do everything in the branch, and the record of acts names nobody. "
                        "Accounts can be added later, in Administration."));
    show();
}

} // namespace smartqueue::pages
