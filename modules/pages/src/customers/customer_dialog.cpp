#include "smartqueue/pages/customer_dialog.h"

#include <QBoxLayout>
#include <QDir>
#include <QFileDialog>
#include <QHeaderView>
#include <QLineEdit>
#include <QStandardPaths>
#include <QStyledItemDelegate>
#include <QTableView>

#include <smartqueue/presentation/submission.h>
#include <smartqueue/presentation/words.h>
#include <smartqueue/widgets/action_button.h>
#include <smartqueue/widgets/painted_widget.h>
#include <smartqueue/widgets/rich_cell_delegate.h>
#include <smartqueue/widgets/text_label.h>

#include "customer_record_model.h"
#include "question_card.h"
#include "saved_file.h"

namespace smartqueue::pages {

using namespace widgets;
namespace words = presentation::words;

CustomerDialog::CustomerDialog(presentation::Console &console, QWidget *parent)
    : QDialog(parent), m_console(console), m_text(new QLineEdit), m_find(new ActionButton(Icon::search, tr("Find"))), m_records(new CustomerRecordModel(this)),
      m_table(new QTableView), m_result(new TextLabel({}, TextSize::body)), m_chosen(new TextLabel({}, TextSize::small, QFont::Normal, Ink::muted)),
      m_question(new QuestionCard(QStringLiteral("customer"))), m_export(new ActionButton(Icon::download, tr("Export…"))),
      m_erase(new ActionButton(Icon::trash, tr("Erase…"), ButtonKind::danger))
{
    setWindowTitle(tr("A customer’s data"));
    setModal(true);
    m_text->setObjectName(QStringLiteral("customerText"));
    m_find->setObjectName(QStringLiteral("customerFind"));
    m_table->setObjectName(QStringLiteral("customerTable"));
    m_result->setObjectName(QStringLiteral("customerResult"));
    m_export->setObjectName(QStringLiteral("customerExport"));
    m_erase->setObjectName(QStringLiteral("customerErase"));

    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(space::xl, space::xl, space::xl, space::l);
    rows->setSpacing(space::m);
    rows->addWidget(new TextLabel(tr("A customer’s data"), TextSize::title, QFont::Bold));
    auto *note = new TextLabel(tr("What %1 keeps of a person: find it, hand it out, erase it. Each of these is written in the audit, without the name.")
                                   .arg(QString::fromStdString(console.engine().snapshot()->state.branch.name)),
                               TextSize::body, QFont::Normal, Ink::muted);
    note->setWordWrap(true);
    rows->addWidget(note);
    auto *ask = new QHBoxLayout;
    ask->setSpacing(space::s);
    m_text->setPlaceholderText(tr("Name, phone, or number of a ticket"));
    m_text->setAccessibleName(m_text->placeholderText());
    m_find->setDefault(true);
    ask->addWidget(m_text, 1);
    ask->addWidget(m_find);
    rows->addLayout(ask);
    m_result->setWordWrap(true);
    rows->addWidget(m_result);

    m_table->setModel(m_records);
    styleTable(*m_table);
    // The boxes are the style's own.
    m_table->setItemDelegateForColumn(CustomerRecordModel::number, new QStyledItemDelegate(m_table));
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(CustomerRecordModel::number, QHeaderView::Interactive);
    m_table->setColumnWidth(CustomerRecordModel::number, scaled(96));
    m_table->horizontalHeader()->setSectionResizeMode(CustomerRecordModel::note, QHeaderView::Stretch);
    m_table->setAccessibleName(tr("Records"));
    m_table->hide();
    rows->addWidget(m_table, 1000);
    // Where the table is not, the rest stays together above.
    rows->addStretch(1);
    auto *ticks = new QHBoxLayout;
    auto *all = new ActionButton(tr("All are theirs"), ButtonKind::link);
    all->setObjectName(QStringLiteral("customerAll"));
    ticks->addWidget(m_chosen, 1);
    ticks->addWidget(all);
    rows->addLayout(ticks);

    m_question->setGlyph(Icon::trash);
    rows->addWidget(m_question);

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(space::s);
    buttons->addWidget(m_erase);
    buttons->addStretch(1);
    auto *close = new ActionButton(tr("Close"));
    close->setKeyCap(tr("Esc"));
    buttons->addWidget(close);
    buttons->addWidget(m_export);
    rows->addLayout(buttons);
    // What the role does not include is left out.
    m_erase->setVisible(console.may(Permission::manageTicket) && console.may(Permission::writeCustomer));
    for (QPushButton *button : {static_cast<QPushButton *>(all), static_cast<QPushButton *>(m_export), static_cast<QPushButton *>(m_erase), static_cast<QPushButton *>(close)})
        button->setAutoDefault(false);

    connect(m_find, &QAbstractButton::clicked, this, &CustomerDialog::search);
    connect(close, &QAbstractButton::clicked, this, &QDialog::reject);
    connect(all, &QAbstractButton::clicked, this, [this] { m_records->tickAll(true); });
    connect(m_records, &CustomerRecordModel::ticksChanged, this, [this, all] {
        all->setVisible(m_records->rowCount() > 0);
        showChosen();
    });
    connect(m_export, &QAbstractButton::clicked, this, &CustomerDialog::askForFile);
    connect(m_erase, &QAbstractButton::clicked, this, &CustomerDialog::askToErase);
    connect(m_question, &QuestionCard::focusLeft, m_erase, [this] { m_erase->setFocus(Qt::OtherFocusReason); });
    // Enter ticks the record wherever in its row the person stands.
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex &index) {
        const QModelIndex box = index.siblingAtColumn(CustomerRecordModel::number);
        m_records->setData(box, box.data(Qt::CheckStateRole).toInt() == Qt::Checked ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
    });
    all->hide();
    showChosen();
    const engine::Vault *vault = console.engine().installation().vault();
    if (vault && !vault->isOpen())
        say(false, tr("The key to the customers’ data is not at hand: sign in with your password. Until then what is sealed can be neither read nor handed out."));
    resize(scaled(760), scaled(480));
    m_text->setFocus();
}

void CustomerDialog::find(const QString &text)
{
    m_text->setText(text);
    search();
}

void CustomerDialog::search()
{
    const QString text = m_text->text().trimmed();
    m_question->withdraw();
    if (text.isEmpty()) {
        say(false, tr("Type a name, a phone number or the number of a ticket."));
        return;
    }
    const int question = ++m_asked;
    m_result->setInk(Ink::muted);
    m_result->setText(tr("Searching…"));
    engine::Engine &engine = m_console.engine();
    engine::whenDone(engine::findCustomers(engine.installation(), engine.site(), engine.user(), text.toStdString(), engine::CustomerMatch::part), this,
                     [this, question](const Result<engine::CustomerRecords> &found) {
                         if (question == m_asked)
                             adopt(found);
                     });
}

void CustomerDialog::adopt(const Result<engine::CustomerRecords> &found)
{
    m_records->show(found ? found->records : std::vector<engine::CustomerRecord>(), m_console.engine().snapshot());
    m_table->setVisible(m_records->rowCount() > 0);
    if (!found) {
        say(false, words::failure(found.error()));
        return;
    }
    QString said = found->records.empty() ? tr("Nothing is kept under this.") : tr("%Ln record(s). Tick those that are this person’s.", nullptr, int(found->records.size()));
    if (found->unreadable > 0)
        said += QLatin1Char(' ') + tr("%Ln ticket(s) cannot be read with the key at hand.", nullptr, found->unreadable);
    m_result->setInk(found->unreadable > 0 ? Ink::warning : Ink::text);
    m_result->setText(said);
    announce(m_result, said);
    if (!found->records.empty()) {
        m_table->setCurrentIndex(m_records->index(0, 0));
        m_table->setFocus(Qt::OtherFocusReason);
    }
}

std::vector<std::string> CustomerDialog::chosenKeys() const
{
    std::vector<std::string> keys;
    for (const engine::CustomerRecord &record : m_records->ticked())
        keys.push_back(record.key);
    return keys;
}

void CustomerDialog::showChosen()
{
    const int chosen = int(m_records->ticked().size());
    m_chosen->setText(m_records->rowCount() == 0 ? QString() : tr("%Ln ticked", nullptr, chosen));
    m_export->setEnabled(chosen > 0);
    m_erase->setEnabled(chosen > 0);
    if (chosen == 0)
        m_question->withdraw();
}

void CustomerDialog::askForFile()
{
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString path = QFileDialog::getSaveFileName(this, tr("Export"), documents + QStringLiteral("/customer.json"), tr("JSON (*.json);;All files (*)"));
    if (!path.isEmpty())
        exportTo(path);
}

void CustomerDialog::exportTo(const QString &path)
{
    const std::vector<engine::CustomerRecord> records = m_records->ticked();
    if (records.empty())
        return;
    // What is handed out is on record before there is a file.
    presentation::submit(m_console.engine(), ExportCustomer{chosenKeys()}, {}, this, [this, records, path](const engine::Answer &answer) {
        if (!answer) {
            say(false, words::failure(answer.error()));
            return;
        }
        write(records, path);
    });
}

void CustomerDialog::write(const std::vector<engine::CustomerRecord> &records, const QString &path)
{
    auto saved = saveFile(m_console.engine().studyPool(), path, engine::customerFile(records, m_console.engine().snapshot()->state), Readers::ownerAlone);
    engine::whenDone(std::move(saved), this, [this, path, count = int(records.size())](const QString &hindrance) {
        if (!hindrance.isEmpty()) {
            say(false, tr("The file could not be written: %1.").arg(hindrance));
            return;
        }
        const QString said = tr("%Ln record(s) written to %1", nullptr, count).arg(QDir::toNativeSeparators(path));
        say(true, said);
        Q_EMIT carriedOut(said);
    });
}

void CustomerDialog::askToErase()
{
    const QString question = tr("Erase what is kept in %Ln record(s)? Name, phone and notes go for good, and are in no backup made from now on. The tickets and "
                               "the statistics stay. This cannot be undone.",
                               nullptr, int(m_records->ticked().size()));
    // Those that the question names, whatever is ticked when it is answered.
    m_question->ask(question, tr("Erase"), tr("Keep them"), [this, keys = chosenKeys()] { erase(keys); });
}

void CustomerDialog::erase(std::vector<std::string> keys)
{
    const int count = int(keys.size());
    presentation::submit(m_console.engine(), EraseCustomer{std::move(keys)}, {}, this, [this, count](const engine::Answer &answer) {
        if (!answer) {
            say(false, words::failure(answer.error()));
            return;
        }
        ++m_asked;
        m_records->show({}, m_console.engine().snapshot());
        m_table->hide();
        const QString said = tr("%Ln record(s) erased. The person is gone; the statistics stay.", nullptr, count);
        say(true, said);
        m_text->setFocus(Qt::OtherFocusReason);
        Q_EMIT carriedOut(said);
    });
}

void CustomerDialog::say(bool good, const QString &text)
{
    m_result->setInk(good ? Ink::good : Ink::critical);
    m_result->setText(text);
    announce(m_result, text);
}

} // namespace smartqueue::pages
