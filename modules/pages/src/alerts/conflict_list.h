#pragma once

#include <vector>

#include <QWidget>

#include <smartqueue/domain/values.h>
#include <smartqueue/presentation/console.h>

class QVBoxLayout;

namespace smartqueue::pages {

/// What desktops did without their host and what no longer fitted when the branch heard of it: both stories, and which holds.
class ConflictList : public QWidget {
    Q_OBJECT
public:
    explicit ConflictList(presentation::Console &console, QWidget *parent = nullptr);

    void follow();
    int count() const { return int(m_shown.size()); }

Q_SIGNALS:
    void settled(const QString &sentence);
    void failed(const smartqueue::Failure &failure);

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *cardOf(const Conflict &conflict);
    void settle(ConflictId conflict, bool again);
    void rebuild();

    presentation::Console &m_console;
    QVBoxLayout *m_rows;
    std::vector<Conflict> m_shown;
};

} // namespace smartqueue::pages
