#pragma once

#include <QDoubleSpinBox>

namespace smartqueue::pages {

/// Minutes, with a decimal only where there is one: "5 min", "7.5 min".
class MinutesBox : public QDoubleSpinBox {
    Q_OBJECT
public:
    explicit MinutesBox(QWidget *parent = nullptr);
    QString textFromValue(double value) const override;
};

} // namespace smartqueue::pages
