#include "import_columns.h"

#include <algorithm>

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QSignalBlocker>

#include <smartqueue/widgets/rich_cell_delegate.h>
#include <smartqueue/widgets/theme.h>

#include "import_words.h"

namespace smartqueue::pages {

namespace {

using engine::HistoryField;

constexpr HistoryField allFields[] = {HistoryField::ticket,   HistoryField::queue,     HistoryField::priority, HistoryField::channel,
                                      HistoryField::arrivedAt, HistoryField::calledAt, HistoryField::startedAt, HistoryField::endedAt,
                                      HistoryField::agent,     HistoryField::outcome,  HistoryField::date};
constexpr int leftOut = -1;

} // namespace

ImportColumns::ImportColumns(QWidget *parent) : QTableWidget(parent)
{
    setObjectName(QStringLiteral("importColumns"));
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setHorizontalScrollMode(ScrollPerPixel);
    widgets::styleTable(*this, widgets::RowHeight::compact);
    setSelectionMode(NoSelection);
    setFocusPolicy(Qt::NoFocus);
    horizontalHeader()->setSectionsClickable(false);
    horizontalHeader()->setStretchLastSection(false);
}

void ImportColumns::setPreview(const engine::HistoryImporter::Preview &preview)
{
    m_preview = preview;
    m_assignment = preview.assignment;
    m_meanings.clear();
    clear();
    const int columns = int(preview.columns.size());
    setColumnCount(columns);
    setRowCount(int(preview.rows.size()) + 1);
    setRowHeight(0, widgets::scaled(widgets::metric::control) + 2 * widgets::space::s);
    QStringList names;
    for (int column = 0; column < columns; ++column) {
        names.append(QString::fromStdString(preview.columns[std::size_t(column)]));
        auto *cell = new QWidget(this);
        auto *room = new QHBoxLayout(cell);
        room->setContentsMargins(widgets::space::s, widgets::space::xs, widgets::space::s, widgets::space::xs);
        auto *meaning = new QComboBox(cell);
        meaning->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        room->addWidget(meaning);
        meaning->addItem({}, leftOut);
        for (const HistoryField field : allFields)
            meaning->addItem({}, int(field));
        connect(meaning, &QComboBox::currentIndexChanged, this, [this, column] { choose(column); });
        meaning->installEventFilter(this);
        setCellWidget(0, column, cell);
        m_meanings.append(meaning);
    }
    setHorizontalHeaderLabels(names);
    for (int row = 0; row < int(preview.rows.size()); ++row) {
        const auto &values = preview.rows[std::size_t(row)];
        for (int column = 0; column < columns && column < int(values.size()); ++column)
            setItem(row + 1, column, new QTableWidgetItem(QString::fromStdString(values[std::size_t(column)])));
    }
    retranslate();
    Q_EMIT assignmentChanged();
}

void ImportColumns::retranslate()
{
    for (int column = 0; column < m_meanings.size(); ++column) {
        QComboBox *meaning = m_meanings.at(column);
        const QSignalBlocker quiet(meaning);
        meaning->setItemText(0, tr("Leave out"));
        for (int i = 1; i < meaning->count(); ++i)
            meaning->setItemText(i, ImportWords::field(HistoryField(meaning->itemData(i).toInt())));
        meaning->setAccessibleName(tr("Meaning of column %1").arg(QString::fromStdString(m_preview.columns[std::size_t(column)])));
        show(column);
    }
    // The words of a language decide how wide a column has to be.
    resizeColumnsToContents();
    for (int column = 0; column < m_meanings.size(); ++column)
        setColumnWidth(column, std::max(columnWidth(column), m_meanings.at(column)->sizeHint().width() + 2 * widgets::space::s + 2));
}

bool ImportColumns::eventFilter(QObject *watched, QEvent *event)
{
    // With the keyboard one comes to columns that lie outside of the view.
    if (event->type() == QEvent::FocusIn) {
        const auto column = std::find(m_meanings.cbegin(), m_meanings.cend(), watched);
        if (column != m_meanings.cend())
            scrollTo(model()->index(0, int(column - m_meanings.cbegin())));
    }
    return QTableWidget::eventFilter(watched, event);
}

void ImportColumns::choose(int column)
{
    const std::string &name = m_preview.columns[std::size_t(column)];
    std::erase_if(m_assignment, [&](const auto &entry) { return entry.second == name; });
    const int chosen = m_meanings.at(column)->currentData().toInt();
    if (chosen != leftOut)
        m_assignment[HistoryField(chosen)] = name;
    for (int other = 0; other < m_meanings.size(); ++other)
        show(other);
    Q_EMIT assignmentChanged();
}

void ImportColumns::show(int column)
{
    int chosen = leftOut;
    for (const auto &[field, name] : m_assignment) {
        if (name == m_preview.columns[std::size_t(column)])
            chosen = int(field);
    }
    const QSignalBlocker quiet(m_meanings.at(column));
    m_meanings.at(column)->setCurrentIndex(m_meanings.at(column)->findData(chosen));
    // A column without a meaning stays readable but steps back.
    for (int row = 1; row < rowCount(); ++row) {
        if (QTableWidgetItem *cell = item(row, column))
            cell->setData(widgets::cell::muted, chosen == leftOut);
    }
}

} // namespace smartqueue::pages
