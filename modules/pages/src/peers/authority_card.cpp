#include "authority_card.h"

#include <algorithm>

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QRegularExpression>

#include <smartqueue/domain/limits.h>
#include <smartqueue/presentation/peer_rights.h>
#include <smartqueue/presentation/submission.h>
#include <smartqueue/presentation/words.h>
#include <smartqueue/widgets/action_button.h>
#include <smartqueue/widgets/painted_widget.h>
#include <smartqueue/widgets/text_label.h>

#include "account_fields.h"
#include "icon_label.h"

namespace smartqueue::pages {

using namespace widgets;
namespace words = presentation::words;

namespace {

/// An etcd has three members as a rule.
constexpr int linesShown = 3;

QString inLines(const std::vector<std::string> &endpoints)
{
    QStringList lines;
    for (const std::string &endpoint : endpoints)
        lines << QString::fromStdString(endpoint);
    return lines.join(QLatin1Char('\n'));
}

std::vector<std::string> endpointsIn(const QString &text)
{
    static const QRegularExpression between(QStringLiteral("[\\s,;]+"));
    std::vector<std::string> endpoints;
    for (const QString &piece : text.split(between, Qt::SkipEmptyParts)) {
        if (const std::string endpoint = piece.toStdString(); std::find(endpoints.begin(), endpoints.end(), endpoint) == endpoints.end())
            endpoints.push_back(endpoint);
    }
    return endpoints;
}

bool isAddress(const std::string &endpoint)
{
    return (endpoint.starts_with("http://") || endpoint.starts_with("https://")) && endpoint.size() <= limits::endpointBytes;
}

} // namespace

AuthorityCard::AuthorityCard(presentation::Console &console, QWidget *parent)
    : Card(parent), m_console(console), m_title(new TextLabel({}, TextSize::heading, QFont::Bold, Ink::text, this)),
      m_what(new TextLabel({}, TextSize::body, QFont::Normal, Ink::text, this)), m_members(new TextLabel({}, TextSize::small, QFont::Normal, Ink::muted, this)),
      m_locked(new TextLabel({}, TextSize::small, QFont::Normal, Ink::muted, this)), m_form(new QWidget(this)), m_edit(new QPlainTextEdit),
      m_act(new ActionButton({}, ButtonKind::secondary, this)), m_back(new ActionButton({}, ButtonKind::quiet, this)), m_undo(new ActionButton({}, ButtonKind::quiet, this))
{
    setObjectName(QStringLiteral("authorityCard"));
    m_what->setObjectName(QStringLiteral("authorityWhat"));
    m_locked->setObjectName(QStringLiteral("authorityLocked"));
    m_edit->setObjectName(QStringLiteral("authorityEndpoints"));
    m_act->setObjectName(QStringLiteral("authorityAct"));
    m_back->setObjectName(QStringLiteral("authorityBack"));
    m_undo->setObjectName(QStringLiteral("authorityUndo"));
    for (TextLabel *label : {m_title, m_what, m_members, m_locked})
        label->setWordWrap(true);
    m_edit->setTabChangesFocus(true);
    m_edit->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_edit->installEventFilter(this);
    m_field = new FieldBox(m_edit);
    rowsIn(m_form)->addWidget(m_field);
    auto *head = new QHBoxLayout;
    head->setSpacing(space::s);
    head->addWidget(new IconLabel(Icon::link, this), 0, Qt::AlignVCenter);
    head->addWidget(m_title, 1);
    auto *acts = new QHBoxLayout;
    acts->setSpacing(space::s);
    for (ActionButton *button : {m_act, m_back, m_undo})
        acts->addWidget(button);
    acts->addStretch(1);
    column()->setSpacing(space::m);
    column()->addLayout(head);
    for (QWidget *part : {static_cast<QWidget *>(m_what), static_cast<QWidget *>(m_members), m_form, static_cast<QWidget *>(m_locked)})
        column()->addWidget(part);
    column()->addLayout(acts);
    connect(m_act, &QAbstractButton::clicked, this, [this] { m_isOpen ? set() : open(); });
    connect(m_back, &QAbstractButton::clicked, this, &AuthorityCard::closeUp);
    connect(m_undo, &QAbstractButton::clicked, this, [this] { submit(*m_before, true); });
    connect(m_edit, &QPlainTextEdit::textChanged, this, [this] { m_field->setProblem({}); });
    retranslate();
}

AuthorityCard::Endpoints AuthorityCard::endpoints() const
{
    return m_console.engine().installation().directory()->authority;
}

bool AuthorityCard::isAllowed() const
{
    const engine::SharedDirectory directory = m_console.engine().installation().directory();
    return presentation::mayRunPeers(*directory, m_console.engine().user()).has_value();
}

void AuthorityCard::show(const engine::PeersStatus &status)
{
    m_status = status;
    refresh();
}

bool AuthorityCard::holdsTyped() const
{
    return m_isOpen && endpointsIn(m_edit->toPlainText()) != endpoints();
}

void AuthorityCard::refresh()
{
    const Endpoints now = endpoints();
    m_what->setText(now.empty() ? tr("By hand: when the host is gone, somebody takes over at another desktop.")
                                : tr("By themselves: when the host is gone, another desktop takes over within some seconds. An etcd of your company says who leads; the host works "
                                     "only while most of its members answer."));
    m_members->setText(inLines(now));
    m_members->setVisible(!m_isOpen && !now.empty());
    m_form->setVisible(m_isOpen);
    m_form->setEnabled(!m_isBusy);
    const bool hears = m_status.inStep;
    m_locked->setText(!isAllowed() ? tr("Whoever runs this installation may change it.") : tr("It can be changed when this desktop hears its host."));
    m_locked->setVisible(!isAllowed() || !hears);
    m_act->setVisible(isAllowed());
    m_act->setEnabled(!m_isBusy && hears);
    m_act->setKind(m_isOpen ? ButtonKind::primary : ButtonKind::secondary);
    m_act->setText(m_isOpen ? tr("Set") : now.empty() ? tr("Set up with etcd…") : tr("Change…"));
    m_back->setVisible(m_isOpen);
    m_back->setEnabled(!m_isBusy);
    m_undo->setVisible(m_before && !m_isOpen && isAllowed());
    m_undo->setEnabled(!m_isBusy && hears);
}

void AuthorityCard::open()
{
    m_edit->setPlainText(inLines(endpoints()));
    m_isOpen = true;
    refresh();
    m_edit->setFocus(Qt::OtherFocusReason);
    Q_EMIT grown();
}

void AuthorityCard::closeUp()
{
    const bool hadFocus = isAncestorOf(focusWidget());
    m_isOpen = false;
    m_field->setProblem({});
    refresh();
    if (hadFocus)
        m_act->setFocus(Qt::OtherFocusReason);
}

QString AuthorityCard::problemOf(const Endpoints &wanted) const
{
    const auto bad = std::find_if_not(wanted.begin(), wanted.end(), isAddress);
    if (bad != wanted.end())
        return tr("“%1” is no address such as http://10.0.0.5:2379.").arg(QString::fromStdString(*bad));
    return wanted.size() > limits::endpoints ? tr("At most %1 addresses.").arg(limits::endpoints) : QString();
}

void AuthorityCard::set()
{
    const Endpoints wanted = endpointsIn(m_edit->toPlainText());
    m_field->setProblem(problemOf(wanted));
    if (m_field->hasProblem())
        return m_edit->setFocus(Qt::OtherFocusReason);
    if (wanted == endpoints())
        return closeUp();
    submit(wanted, false);
}

void AuthorityCard::submit(const Endpoints &wanted, bool isUndo)
{
    m_isBusy = true;
    refresh();
    presentation::submit(m_console.engine(), SetAuthority{wanted}, AgentId{}, this, [this, wanted, isUndo, before = endpoints()](const engine::Answer &answer) {
        m_isBusy = false;
        if (!answer) {
            m_isOpen = true;
            m_edit->setPlainText(inLines(wanted));
            refresh();
            m_field->setProblem(words::failure(answer.error()));
            return m_edit->setFocus(Qt::OtherFocusReason);
        }
        m_before = isUndo ? std::nullopt : std::optional(before);
        closeUp();
        m_act->setFocus(Qt::OtherFocusReason);
        Q_EMIT changed(wanted.empty() ? tr("From now on somebody takes over by hand.") : tr("Desktops take over by themselves from now on."));
    });
}

bool AuthorityCard::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress || watched != m_edit)
        return Card::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (key->key() == Qt::Key_Escape)
        closeUp();
    else if (isEnter && key->modifiers().testFlag(Qt::ControlModifier))
        set();
    else
        return Card::eventFilter(watched, event);
    return true;
}

void AuthorityCard::retranslate()
{
    m_title->setText(tr("When the host is gone"));
    m_field->setLabel(tr("Addresses of the etcd members"));
    if (m_field->hasProblem())
        m_field->setProblem(problemOf(endpointsIn(m_edit->toPlainText())));
    m_field->setHint(tr("One a line, such as http://10.0.0.5:2379. None: by hand."));
    m_back->setText(tr("Leave it"));
    m_undo->setText(tr("Put back as it was"));
    m_edit->setFixedHeight(linesShown * m_edit->fontMetrics().lineSpacing() + 2 * scaled(space::m));
    refresh();
}

} // namespace smartqueue::pages
