#include "smartqueue/pages/owner_dialog.h"

#include <QHBoxLayout>

#include <smartqueue/widgets/action_button.h>
#include <smartqueue/widgets/text_label.h>

#include "height_keeper.h"
#include "owner_form.h"

namespace smartqueue::pages {

using namespace widgets;

OwnerDialog::OwnerDialog(engine::Installation &installation, std::string device, QWidget *parent)
    : QDialog(parent),
      m_form(new OwnerForm(installation, std::move(device))),
      m_later(new ActionButton(tr("Later"))),
      m_make(new ActionButton(tr("Become the first superadmin"), ButtonKind::primary))
{
    setWindowTitle(tr("Accounts for this branch"));
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(space::xl, space::xl, space::xl, space::l);
    rows->setSpacing(space::l);
    rows->addWidget(new TextLabel(windowTitle(), TextSize::title, QFont::Bold));
    auto *why = new TextLabel(tr("Until now whoever opens this program may do everything. With an account of your own you decide who works here "
                                 "and what each of them may do, and every act is on record. What is there stays as it is."),
                              TextSize::body, QFont::Normal, Ink::muted);
    why->setWordWrap(true);
    rows->addWidget(why);
    rows->addWidget(m_form);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    m_later->setKeyCap(tr("Esc"));
    m_later->setObjectName(QStringLiteral("ownerLater"));
    m_make->setObjectName(QStringLiteral("ownerMake"));
    buttons->addWidget(m_later);
    buttons->addWidget(m_make);
    rows->addLayout(buttons);
    setMinimumWidth(scaled(520));
    new HeightKeeper(*this);
    connect(m_later, &QPushButton::clicked, this, &OwnerDialog::reject);
    connect(m_make, &QPushButton::clicked, m_form, &OwnerForm::submit);
    connect(m_form, &OwnerForm::busyChanged, this, [this](bool busy) {
        m_later->setEnabled(!busy);
        m_make->setEnabled(!busy);
    });
    connect(m_form, &OwnerForm::made, this, [this](const accounts::Session &session) {
        accept();
        Q_EMIT made(session);
    });
    m_form->firstField()->setFocus();
}

void OwnerDialog::reject()
{
    if (!m_form->isBusy())
        QDialog::reject();
}

} // namespace smartqueue::pages
