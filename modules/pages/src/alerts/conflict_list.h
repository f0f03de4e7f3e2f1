#pragma once

#include <vector>

#include <QString>
#include <QWidget>

#include <smartqueue/domain/values.h>
#include <smartqueue/presentation/console.h>

class QVBoxLayout;

namespace smartqueue::widgets {
class TextLabel;
}

namespace smartqueue::pages {

/// What desktops did without their host and what no longer fitted when the branch heard of it: both stories, and which holds.
class ConflictList : public QWidget {
    Q_OBJECT
public:
    explicit ConflictList(presentation::Console &console, QWidget *parent = nullptr);

    void follow();
    int count() const { return m_count; }

Q_SIGNALS:
    void settled(const QString &sentence);
    void failed(const smartqueue::Failure &failure);

protected:
    void changeEvent(QEvent *event) override;

private:
    enum class Story { ofBranch, ofDesktop };
    /// What a card says.
    struct Told {
        ConflictId conflict;
        QString title;
        QString deed;
        QString standing;

        friend bool operator==(const Told &a, const Told &b) = default;
    };
    struct Labels {
        widgets::TextLabel *title;
        widgets::TextLabel *deed;
        widgets::TextLabel *standing;
    };
    /// Of those that are shown.
    std::vector<Told> told() const;
    QWidget *makeCard(ConflictId conflict);
    void settle(ConflictId conflict, Story story);
    void rebuild();
    /// The same cards, with what they say by now.
    void retell();

    presentation::Console &m_console;
    QVBoxLayout *m_rows;
    std::vector<Told> m_told;
    std::vector<Labels> m_labels;
    int m_count = 0;
    bool m_maySettle = false;
};

} // namespace smartqueue::pages
