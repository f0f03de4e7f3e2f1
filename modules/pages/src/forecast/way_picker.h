#pragma once

#include <QWidget>

#include <smartqueue/simulation/replay_study.h>

class QComboBox;
class QSpinBox;

namespace smartqueue::widgets {
class TextLabel;
}

namespace smartqueue::pages {

/// One way to run the branch: who is called first, who calls from where, and how many agents. GUI thread.
class WayPicker : public QWidget {
    Q_OBJECT
public:
    /// `letter`: "A" or "B", also at the end of the names of its parts.
    WayPicker(const QString &letter, QWidget *parent = nullptr);

    simulation::ReplayWay way() const;
    void setWay(const simulation::ReplayWay &way);
    QWidget *firstField() const;

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QString m_letter;
    widgets::TextLabel *m_title;
    QComboBox *m_discipline;
    QComboBox *m_routing;
    widgets::TextLabel *m_disciplineLabel;
    widgets::TextLabel *m_routingLabel;
    widgets::TextLabel *m_agentsLabel;
    QSpinBox *m_agents;
};

} // namespace smartqueue::pages
