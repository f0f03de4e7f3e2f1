#pragma once

#include <QTableView>

#include <smartqueue/presentation/promise_board.h>

class QStandardItemModel;

namespace smartqueue::pages {

/// A row for each queue: the verdict, why, and how far off. As high as its rows. Enter or a double click asks for the queue's tickets.
class PromiseQueueTable : public QTableView {
    Q_OBJECT
public:
    explicit PromiseQueueTable(QWidget *parent = nullptr);
    void show(const presentation::PromiseBoard &board);

Q_SIGNALS:
    void queueChosen(smartqueue::QueueId queue);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void layOut();

    QStandardItemModel *m_rows;
};

} // namespace smartqueue::pages
