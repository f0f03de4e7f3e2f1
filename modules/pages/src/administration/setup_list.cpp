#include "setup_list.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <smartqueue/presentation/setup_models.h>
#include <smartqueue/widgets/action_button.h>
#include <smartqueue/widgets/empty_state.h>
#include <smartqueue/widgets/rich_cell_delegate.h>
#include <smartqueue/widgets/search_field.h>
#include <smartqueue/widgets/text_label.h>

#include "setup_cells.h"

namespace smartqueue::pages {

using namespace widgets;

SetupList::SetupList(presentation::SetupTableModel *model, int pillColumn, Words (*words)(), QWidget *parent)
    : QWidget(parent), m_model(model), m_words(words), m_filter(new SearchField(words().filter, this)),
      m_count(new TextLabel({}, TextSize::small, QFont::Normal, Ink::muted, this)),
      m_create(new ActionButton(Icon::plus, {}, ButtonKind::secondary, this)), m_table(new QTableView(this)),
      m_stack(new QStackedWidget(this))
{
    m_table->setObjectName(QStringLiteral("setupTable"));
    m_create->setObjectName(QStringLiteral("setupCreate"));
    auto *cells = new SetupCells(pillColumn, this);
    cells->setSourceModel(model);
    m_table->setModel(cells);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    styleTable(*m_table, RowHeight::normal);
    // The names take what room there is, the short facts no more than they need.
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionResizeMode(1, QHeaderView::Stretch);
    m_table->installEventFilter(this);
    m_filter->setGlyph(Icon::filter);
    m_filter->setKeyCap(QKeySequence(QKeySequence::Find).toString(QKeySequence::NativeText));

    auto *bar = new QHBoxLayout;
    bar->setSpacing(space::m);
    bar->addWidget(m_filter);
    bar->addWidget(m_count);
    bar->addStretch(1);
    bar->addWidget(m_create);

    m_stack->addWidget(m_table);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::m);
    column->addLayout(bar);
    column->addWidget(m_stack, 1);

    connect(m_filter, &QLineEdit::textChanged, m_model, &presentation::SetupTableModel::setFilter);
    connect(m_filter, &SearchField::leaveDownRequested, this, [this] {
        m_table->setFocus();
        if (!m_table->currentIndex().isValid())
            m_table->setCurrentIndex(m_table->model()->index(0, 0));
    });
    connect(m_create, &QAbstractButton::clicked, this, &SetupList::createRequested);
    connect(m_table, &QTableView::clicked, this, &SetupList::openRow);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_model, signal, this, &SetupList::showCounts);
    connect(m_filter, &QLineEdit::textChanged, this, &SetupList::showCounts);
    retranslate();
}

void SetupList::showFilterKeys(const QString &keys)
{
    m_filter->setKeyCap(keys);
}

void SetupList::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void SetupList::select(qint64 id)
{
    const int row = m_model->rowOf(id);
    if (row >= 0)
        m_table->setCurrentIndex(m_table->model()->index(row, 0));
}

void SetupList::openRow(const QModelIndex &index)
{
    if (const qint64 id = m_model->idAt(index.row()))
        Q_EMIT editRequested(id);
}

bool SetupList::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            openRow(m_table->currentIndex());
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void SetupList::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    // Beside the open sheet there is room for who, what and how it stands.
    for (int column = 2; column < m_model->columnCount() - 1; ++column)
        m_table->setColumnHidden(column, width() < scaled(column == 2 ? 640 : 720));
}

void SetupList::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void SetupList::retranslate()
{
    const Words words = m_words();
    m_filter->setPlaceholderText(words.filter);
    m_filter->setAccessibleName(words.filter);
    m_create->setText(words.create);
    m_table->setAccessibleName(words.filter);
    m_model->retranslate();
    showCounts();
}

void SetupList::showCounts()
{
    const int shown = m_model->rowCount();
    const int total = m_model->total();
    m_count->setText(shown == total ? tr("%Ln in all", nullptr, total) : tr("%L1 of %L2").arg(shown).arg(total));
    if (m_nothing) {
        m_stack->removeWidget(m_nothing);
        m_nothing->deleteLater();
        m_nothing = nullptr;
    }
    // One button for what helps: the way to the first one, or back to all.
    m_create->setVisible(total > 0);
    if (shown > 0) {
        m_stack->setCurrentWidget(m_table);
        return;
    }
    auto *nothing = total == 0 ? new EmptyState(Icon::plus, m_words().nothing, m_words().create, this)
                               : new EmptyState(Icon::search, tr("Nothing has “%1” in it.").arg(m_filter->text()), tr("Show all"), this);
    connect(nothing, &EmptyState::actionRequested, this, [this, total] {
        if (total == 0) {
            Q_EMIT createRequested();
        } else {
            m_filter->clear();
            m_filter->setFocus(Qt::OtherFocusReason);
        }
    });
    m_nothing = nothing;
    m_stack->addWidget(nothing);
    m_stack->setCurrentWidget(nothing);
}

} // namespace smartqueue::pages
