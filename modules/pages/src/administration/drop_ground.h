#pragma once

#include <QFrame>

namespace smartqueue::pages {

/// A dashed ground on which a file can be dropped.
class DropGround : public QFrame {
    Q_OBJECT
public:
    explicit DropGround(QWidget *parent = nullptr);

Q_SIGNALS:
    void dropped(const QString &path);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    bool m_over = false;
};

} // namespace smartqueue::pages
