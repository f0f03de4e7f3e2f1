#pragma once

#include <QHash>
#include <QKeySequence>
#include <QList>
#include <QPointer>
#include <QWidget>

class QVBoxLayout;

namespace smartqueue::widgets {
class ActionButton;
class Card;
class KeyCap;
class TextLabel;
}

namespace smartqueue::pages {

/// A step that is read: a headline, a sentence or two, and what a subclass adds below.
class WizardReading : public QWidget {
    Q_OBJECT
public:
    explicit WizardReading(QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;
    virtual QString headline() const = 0;
    virtual QString sentence() const = 0;
    virtual void retranslate();
    QVBoxLayout *column() const { return m_column; }

private:
    QVBoxLayout *m_column;
    widgets::TextLabel *m_headline;
    widgets::TextLabel *m_sentence;
};

class WizardLookStep final : public WizardReading {
    Q_OBJECT
public:
    explicit WizardLookStep(QWidget *parent = nullptr);

protected:
    QString headline() const override;
    QString sentence() const override;
};

/// Whether the public display and the gong can be seen and heard.
class WizardDevicesStep final : public WizardReading {
    Q_OBJECT
public:
    explicit WizardDevicesStep(QWidget *parent = nullptr);
    ~WizardDevicesStep() override;

protected:
    QString headline() const override;
    QString sentence() const override;
    void retranslate() override;

private:
    widgets::Card *device(widgets::TextLabel *&title, widgets::TextLabel *&text, widgets::ActionButton *&test);
    void showTestPicture();

    widgets::TextLabel *m_displayTitle;
    widgets::TextLabel *m_displayText;
    widgets::ActionButton *m_displayTest;
    widgets::TextLabel *m_soundTitle;
    widgets::TextLabel *m_soundText;
    widgets::ActionButton *m_soundTest;
    QPointer<QWidget> m_picture;
};

/// The four keys that are worth knowing on the first day.
class WizardShortcutsStep final : public WizardReading {
    Q_OBJECT
public:
    /// `keys` by the name of the action, see WizardSettings.
    explicit WizardShortcutsStep(const QHash<QString, QKeySequence> &keys, QWidget *parent = nullptr);

protected:
    QString headline() const override;
    QString sentence() const override;
    void retranslate() override;

private:
    QString keysOf(const char *action, const QKeySequence &usual) const;

    QHash<QString, QKeySequence> m_bound;
    QList<widgets::KeyCap *> m_keys;
    QList<widgets::TextLabel *> m_titles;
    QList<widgets::TextLabel *> m_texts;
};

} // namespace smartqueue::pages
