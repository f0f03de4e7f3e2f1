#include "walk.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QComboBox>
#include <QGroupBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMainWindow>
#include <QMenu>
#include <QScrollArea>
#include <QScrollBar>
#include <QSet>
#include <QStyle>
#include <QStyleOptionComboBox>
#include <QTabBar>

#include <smartqueue/widgets/painted_widget.h>
#include <smartqueue/widgets/toast.h>

#include "languages.h"

namespace smartqueue::testing {

namespace {

constexpr int rowsRead = 30;

/// A toast was spoken when it came and goes by itself.
bool isInToast(QWidget *widget)
{
    for (QWidget *each = widget; each; each = each->parentWidget()) {
        if (qobject_cast<widgets::Toast *>(each))
            return true;
    }
    return false;
}

QList<QWidget *> visibleWidgets(QWidget &root)
{
    QList<QWidget *> found;
    if (root.isVisible())
        found.append(&root);
    for (QWidget *each : root.findChildren<QWidget *>()) {
        if (each->isVisible() && each->window() == root.window() && !each->size().isEmpty() && !isInToast(each))
            found.append(each);
    }
    return found;
}

QString spoken(QWidget *widget, QAccessible::Text kind)
{
    QAccessibleInterface *face = QAccessible::queryAccessibleInterface(widget);
    return face ? face->text(kind) : QString();
}

/// The parts that Qt's own composed widgets are made of: the whole speaks for them.
bool isInnerPart(const QWidget *widget)
{
    const QWidget *parent = widget->parentWidget();
    return widget->objectName().startsWith(QLatin1String("qt_")) || qobject_cast<const QScrollBar *>(widget)
        || qobject_cast<const QHeaderView *>(widget) || qobject_cast<const QComboBox *>(parent)
        || qobject_cast<const QAbstractSpinBox *>(parent) || qobject_cast<const QTabBar *>(parent)
        || qobject_cast<const QAbstractItemView *>(parent) || qobject_cast<const QLineEdit *>(parent);
}

bool isInteractive(QWidget *widget)
{
    if (isInnerPart(widget) || widget->isWindow())
        return false;
    // A scroll area that takes the focus only to be scrolled is a frame.
    if (qobject_cast<QScrollArea *>(widget))
        return false;
    if (const auto *painted = dynamic_cast<widgets::PaintedWidget *>(widget); painted && painted->pressable())
        return true;
    return qobject_cast<QAbstractButton *>(widget) || qobject_cast<QAbstractItemView *>(widget) || widget->focusPolicy() != Qt::NoFocus;
}

/// Where a fault is: the class, the object's name or its nearest named ancestor, and what it says.
QString place(const QWidget *widget, const QString &text)
{
    QString name;
    for (const QWidget *each = widget; each && name.isEmpty(); each = each->parentWidget())
        name = each->objectName();
    const QWidget *parent = widget->parentWidget();
    return QStringLiteral("%1 in %2 (%3) “%4” %5×%6")
        .arg(QLatin1String(widget->metaObject()->className()), QLatin1String(parent ? parent->metaObject()->className() : "-"), name, text)
        .arg(widget->width())
        .arg(widget->height());
}

bool tipSays(const QWidget *widget, const QString &text)
{
    return widget->toolTip().contains(text);
}

bool labelIsCut(const QLabel *label)
{
    if (label->text().isEmpty() || !label->pixmap(Qt::ReturnByValue).isNull())
        return false;
    return label->wordWrap() ? label->heightForWidth(label->width()) > label->height() + 1 || label->minimumSizeHint().width() > label->width()
                             : label->sizeHint().width() > label->width() || label->sizeHint().height() > label->height() + 1;
}

bool comboIsCut(const QComboBox *box)
{
    QStyleOptionComboBox option;
    option.initFrom(box);
    option.editable = box->isEditable();
    const int room = box->style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, box).width();
    return box->fontMetrics().horizontalAdvance(box->currentText()) > room;
}

void addHeaderTexts(const QHeaderView *header, QStringList &texts)
{
    for (int i = 0; header->model() && i < header->count(); ++i) {
        if (!header->isSectionHidden(i))
            texts.append(header->model()->headerData(i, header->orientation()).toString());
    }
}

void addModelTexts(const QAbstractItemView *view, QStringList &texts)
{
    const QAbstractItemModel *model = view->model();
    if (!model || qobject_cast<const QHeaderView *>(view))
        return;
    for (int row = 0; row < std::min(model->rowCount(), rowsRead); ++row) {
        for (int column = 0; column < model->columnCount(); ++column) {
            const QModelIndex index = model->index(row, column);
            texts.append(index.data(Qt::DisplayRole).toString());
            texts.append(index.data(Qt::AccessibleTextRole).toString());
        }
    }
}

} // namespace

QStringList visibleTexts(QWidget &root)
{
    QStringList texts;
    for (QWidget *widget : visibleWidgets(root)) {
        texts << widget->accessibleName() << widget->accessibleDescription() << widget->toolTip();
        if (dynamic_cast<widgets::PaintedWidget *>(widget))
            texts << spoken(widget, QAccessible::Value);
        if (widget->isWindow())
            texts << widget->windowTitle();
        if (const auto *label = qobject_cast<QLabel *>(widget))
            texts << label->text();
        else if (const auto *button = qobject_cast<QAbstractButton *>(widget))
            texts << button->text();
        else if (const auto *field = qobject_cast<QLineEdit *>(widget))
            texts << field->placeholderText();
        else if (const auto *group = qobject_cast<QGroupBox *>(widget))
            texts << group->title();
        else if (const auto *header = qobject_cast<QHeaderView *>(widget))
            addHeaderTexts(header, texts);
        else if (const auto *view = qobject_cast<QAbstractItemView *>(widget))
            addModelTexts(view, texts);
        if (const auto *box = qobject_cast<QComboBox *>(widget)) {
            for (int i = 0; i < box->count(); ++i)
                texts << box->itemText(i);
        }
        if (const auto *tabs = qobject_cast<QTabBar *>(widget)) {
            for (int i = 0; i < tabs->count(); ++i)
                texts << tabs->tabText(i);
        }
        if (const auto *menu = qobject_cast<QMenu *>(widget)) {
            for (const QAction *act : menu->actions())
                texts << act->text();
        }
    }
    texts.removeAll(QString());
    texts.sort();
    texts.removeDuplicates();
    return texts;
}

QStringList withoutName(QWidget &root)
{
    QStringList faults;
    for (QWidget *widget : visibleWidgets(root)) {
        if (!isInteractive(widget))
            continue;
        if (spoken(widget, QAccessible::Name).trimmed().isEmpty())
            faults.append(QStringLiteral("no name: ") + place(widget, spoken(widget, QAccessible::Value)));
    }
    return faults;
}

QStringList cutOff(QWidget &root)
{
    QStringList faults;
    const auto add = [&faults](const QWidget *widget, const QString &text) {
        if (!tipSays(widget, text))
            faults.append(QStringLiteral("cut off: ") + place(widget, text));
    };
    for (QWidget *widget : visibleWidgets(root)) {
        if (const auto *label = qobject_cast<QLabel *>(widget); label && labelIsCut(label)) {
            add(label, label->text());
        } else if (const auto *button = qobject_cast<QAbstractButton *>(widget);
                   button && !button->text().isEmpty() && !isInnerPart(button)
                   && (button->sizeHint().width() > button->width() || button->sizeHint().height() > button->height() + 1)) {
            add(button, button->text());
        } else if (const auto *field = qobject_cast<QLineEdit *>(widget);
                   field && field->fontMetrics().horizontalAdvance(field->placeholderText()) > field->width() - 8) {
            add(field, field->placeholderText());
        } else if (const auto *box = qobject_cast<QComboBox *>(widget); box && comboIsCut(box)) {
            add(box, box->currentText());
        } else if (const auto *painted = dynamic_cast<widgets::PaintedWidget *>(widget);
                   painted && painted->minimumSizeHint().width() > painted->width()) {
            add(painted, spoken(widget, QAccessible::Name));
        } else if (const auto *header = qobject_cast<QHeaderView *>(widget);
                   header && header->model() && header->orientation() == Qt::Horizontal) {
            for (int i = 0; i < header->count(); ++i) {
                const QString text = header->model()->headerData(i, Qt::Horizontal).toString();
                const bool told = header->model()->headerData(i, Qt::Horizontal, Qt::ToolTipRole).toString() == text;
                if (!told && !header->isSectionHidden(i) && header->fontMetrics().horizontalAdvance(text) + 8 > header->sectionSize(i))
                    add(header, text);
            }
        } else if (const auto *tabs = qobject_cast<QTabBar *>(widget)) {
            for (int i = 0; i < tabs->count(); ++i) {
                if (tabs->fontMetrics().horizontalAdvance(tabs->tabText(i)) > tabs->tabRect(i).width())
                    add(tabs, tabs->tabText(i));
            }
        }
    }
    return faults;
}

QString faultsOf(QWidget &root)
{
    return faultsOf([&root] { return &root; });
}

QString faultsOf(const std::function<QWidget *()> &open)
{
    QStringList faults;
    for (const QString &code : {QStringLiteral("en"), QStringLiteral("fr")}) {
        const Language language(code);
        if (!language.isLoaded())
            return QStringLiteral("the translation %1 is missing").arg(code);
        QWidget *root = open();
        if (!root)
            return QStringLiteral("nothing opened in %1").arg(code);
        settle();
        QStringList found = withoutName(*root) + cutOff(*root);
        if (code == QLatin1String("fr")) {
            for (const QString &text : leftInEnglish(visibleTexts(*root)))
                found.append(QStringLiteral("in English: “%1”").arg(text));
        }
        for (const QString &fault : std::as_const(found))
            faults.append(code + QStringLiteral(" ") + fault);
    }
    return faults.join(QLatin1Char('\n'));
}

} // namespace smartqueue::testing
