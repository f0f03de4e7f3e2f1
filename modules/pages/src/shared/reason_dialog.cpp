#include "reason_dialog.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QLineEdit>

#include <smartqueue/domain/limits.h>
#include <smartqueue/widgets/action_button.h>
#include <smartqueue/widgets/text_label.h>

namespace smartqueue::pages {

using namespace widgets;

ReasonDialog::ReasonDialog(const QString &title, const QString &question, const QStringList &usual, const QString &act,
                           QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(title);
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(true);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(space::xl, space::xl, space::xl, space::l);
    rows->setSpacing(space::m);
    rows->addWidget(new TextLabel(title, TextSize::title, QFont::Bold));
    auto *label = new TextLabel(question, TextSize::body, QFont::Normal, Ink::muted);
    label->setWordWrap(true);
    rows->addWidget(label);
    m_reason = new QComboBox;
    m_reason->setObjectName(QStringLiteral("reason"));
    m_reason->setAccessibleName(question);
    m_reason->setEditable(true);
    m_reason->setInsertPolicy(QComboBox::NoInsert);
    // It would take the Enter that is meant for the dialog.
    m_reason->setCompleter(nullptr);
    m_reason->addItems(usual);
    m_reason->lineEdit()->setMaxLength(int(limits::reasonCodePoints));
    m_reason->lineEdit()->selectAll();
    m_reason->setMinimumWidth(scaled(360));
    rows->addWidget(m_reason);
    rows->addSpacing(space::s);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    auto *close = new ActionButton(tr("Close"));
    close->setKeyCap(tr("Esc"));
    auto *accepted = new ActionButton(act, ButtonKind::primary);
    accepted->setObjectName(QStringLiteral("reasonAct"));
    accepted->setDefault(true);
    buttons->addWidget(close);
    buttons->addWidget(accepted);
    rows->addLayout(buttons);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(accepted, &QPushButton::clicked, this, [this] {
        Q_EMIT reasonGiven(m_reason->currentText().trimmed());
        accept();
    });
    m_reason->setFocus();
}

} // namespace smartqueue::pages
