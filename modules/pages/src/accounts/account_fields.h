#pragma once

#include <QBoxLayout>
#include <QLineEdit>

#include <smartqueue/widgets/theme.h>

#include "field_box.h"

namespace smartqueue::pages {

/// A line under its label, with room for what has to be mended.
struct LineField {
    FieldBox *box = nullptr;
    QLineEdit *line = nullptr;

    QString text() const { return line->text(); }
    std::string plain() const { return line->text().toStdString(); }
};

inline LineField addLine(QBoxLayout *rows, const char *name, QLineEdit::EchoMode echo = QLineEdit::Normal)
{
    LineField field;
    field.line = new QLineEdit;
    field.line->setObjectName(QString::fromLatin1(name));
    field.line->setEchoMode(echo);
    field.line->setMinimumHeight(widgets::scaled(widgets::metric::control));
    field.box = new FieldBox(field.line);
    rows->addWidget(field.box);
    return field;
}

/// The rows of a step, without margins of its own.
inline QVBoxLayout *rowsIn(QWidget *step)
{
    auto *rows = new QVBoxLayout(step);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(widgets::space::m);
    return rows;
}

} // namespace smartqueue::pages
