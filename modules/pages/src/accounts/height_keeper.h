#pragma once

#include <QDialog>

namespace smartqueue::pages {

/// Keeps a dialog as high as its wrapped sentences need, which a layout does not ask for by itself. Lives as long as the dialog.
class HeightKeeper : public QObject {
public:
    explicit HeightKeeper(QDialog &dialog);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QDialog &m_dialog;
};

} // namespace smartqueue::pages
