#include "shortcuts_dialog.h"

#include <QGridLayout>
#include <QKeySequenceEdit>
#include <QLineEdit>
#include <QScreen>
#include <QScrollArea>

#include <smartqueue/widgets/action_button.h>
#include <smartqueue/widgets/text_label.h>

namespace smartqueue::pages {

using namespace widgets;

ShortcutsDialog::ShortcutsDialog(ActionRegistry &actions, const QMap<QString, QString> &places, QWidget *parent)
    : QDialog(parent)
    , m_actions(actions)
    , m_answer(new TextLabel({}, TextSize::small, QFont::Normal, Ink::muted))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Keyboard shortcuts"));
    auto *list = new QWidget;
    auto *grid = new QGridLayout(list);
    grid->setContentsMargins(space::xs, 0, space::l, 0);
    grid->setHorizontalSpacing(space::xl);
    grid->setVerticalSpacing(space::s);
    grid->setColumnStretch(0, 1);
    for (auto where = places.begin(); where != places.end(); ++where) {
        bool first = true;
        for (const ActionRegistry::Entry &entry : m_actions.entries()) {
            if (entry.scope != where.key() || !entry.action || entry.action->text().isEmpty())
                continue;
            if (first) {
                auto *head = new TextLabel(where.value(), TextSize::heading, QFont::Bold);
                head->setContentsMargins(0, grid->rowCount() > 1 ? space::l : 0, 0, 0);
                grid->addWidget(head, grid->rowCount(), 0, 1, 2);
                first = false;
            }
            addRow(grid, entry);
        }
    }
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(list);

    m_answer->setWordWrap(true);
    m_answer->setText(tr("Click into a field and press the keys you want."));
    auto *reset = new ActionButton(Icon::undo, tr("As delivered"));
    auto *close = new ActionButton(tr("Close"));
    close->setKeyCap(tr("Esc"));
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_answer, 1);
    buttons->addWidget(reset);
    buttons->addWidget(close);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(space::xl, space::xl, space::xl, space::l);
    rows->setSpacing(space::l);
    rows->addWidget(new TextLabel(windowTitle(), TextSize::title, QFont::Bold));
    rows->addWidget(scroll, 1);
    rows->addLayout(buttons);
    resize(QSize(scaled(620), scaled(560)).boundedTo(screen()->availableSize()));

    connect(close, &QPushButton::clicked, this, &QDialog::close);
    connect(reset, &QPushButton::clicked, this, [this] {
        m_actions.resetAll();
        for (auto field = m_fields.begin(); field != m_fields.end(); ++field)
            field.value()->setKeySequence(m_actions.action(field.key())->shortcut());
        m_answer->setText(tr("All keys are as delivered."));
    });
}

void ShortcutsDialog::addRow(QGridLayout *grid, const ActionRegistry::Entry &entry)
{
    const int row = grid->rowCount();
    QString text = entry.action->text();
    text.remove(QLatin1Char('&'));
    auto *label = new TextLabel(text);
    auto *field = new QKeySequenceEdit(entry.action->shortcut());
    field->setObjectName(entry.id);
    field->setAccessibleName(tr("Keys for: %1").arg(text));
    field->setMaximumWidth(scaled(200));
    // The words of Qt are longer than the field.
    if (auto *line = field->findChild<QLineEdit *>())
        line->setPlaceholderText(tr("No keys"));
    label->setBuddy(field);
    grid->addWidget(label, row, 0);
    grid->addWidget(field, row, 1);
    m_fields.insert(entry.id, field);
    connect(field, &QKeySequenceEdit::editingFinished, this, [this, id = entry.id, field] { take(id, field); });
}

void ShortcutsDialog::take(const QString &id, QKeySequenceEdit *field)
{
    // A sequence of several strokes would keep the program waiting for the rest of it.
    const QKeySequence wanted = field->keySequence();
    const QKeySequence keys = wanted.isEmpty() ? wanted : QKeySequence(wanted[0]);
    const QString shown = keys.toString(QKeySequence::NativeText);
    if (m_actions.rebind(id, keys)) {
        m_answer->setText(keys.isEmpty() ? tr("No keys for it any more.") : tr("%1 is kept.", "keys").arg(shown));
        field->setKeySequence(keys);
        return;
    }
    if (const ActionRegistry::Entry *other = m_actions.inTheWay(id, keys))
        m_answer->setText(tr("%1 already means “%2”.", "keys, action").arg(shown, other->action->text()));
    field->setKeySequence(m_actions.action(id)->shortcut());
}

} // namespace smartqueue::pages
