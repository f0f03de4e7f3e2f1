#pragma once

#include <QWidget>

#include <smartqueue/presentation/recorder_model.h>

class QBoxLayout;
class QComboBox;

namespace smartqueue::widgets {
class IconButton;
class PrimaryButton;
class SegmentedControl;
class TextLabel;
}

namespace smartqueue::pages {

/// Play, step, speed, day, and the moment shown.
class RecorderTransport : public QWidget {
    Q_OBJECT
public:
    explicit RecorderTransport(presentation::RecorderModel &model, QWidget *parent = nullptr);
    /// The moment below the knobs instead of behind them.
    void setNarrow(bool narrow);

protected:
    void changeEvent(QEvent *event) override;

private:
    QBoxLayout *m_rows;
    void showMoment();
    void showPlaying();
    void showDays();
    void retranslate();

    presentation::RecorderModel &m_model;
    widgets::PrimaryButton *m_play;
    widgets::IconButton *m_back;
    widgets::IconButton *m_forward;
    widgets::SegmentedControl *m_speed;
    QComboBox *m_day;
    widgets::TextLabel *m_momentLabel;
    widgets::TextLabel *m_moment;
};

} // namespace smartqueue::pages
