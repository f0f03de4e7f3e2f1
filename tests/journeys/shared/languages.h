#pragma once

#include <QString>
#include <QStringList>
#include <QTranslator>

namespace smartqueue::testing {

/// The program in one language ("en", "fr"), from its compiled translation, for as long as this lives. GUI thread.
class Language {
public:
    explicit Language(const QString &code);
    ~Language();
    Language(const Language &) = delete;
    Language &operator=(const Language &) = delete;

    bool isLoaded() const { return m_loaded; }

private:
    QTranslator m_texts;
    bool m_loaded;
};

/// Lets everything posted, deletions included, reach the widgets.
void settle();

/// Those of `texts` that are English sources whose French reads otherwise.
QStringList leftInEnglish(const QStringList &texts);

} // namespace smartqueue::testing
