#pragma once

#include <functional>

#include <QStringList>

class QWidget;

namespace smartqueue::testing {

/// Every text that a person or a screen reader meets in what `root` shows, sorted, each once. Data in tables included.
QStringList visibleTexts(QWidget &root);

/// Visible widgets that take the focus or a press and have no name for assistive technology.
QStringList withoutName(QWidget &root);

/// Visible texts that do not fit where they stand, and no tool tip says them whole.
QStringList cutOff(QWidget &root);

/// Walks what `root` shows in English and in French: nameless widgets, texts cut off, texts left in English. One line a
/// fault, empty when there is none. The language is the source's again afterwards.
QString faultsOf(QWidget &root);

/// The same for what is opened anew in each language, such as a dialog.
QString faultsOf(const std::function<QWidget *()> &open);

} // namespace smartqueue::testing
