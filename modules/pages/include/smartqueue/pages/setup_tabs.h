#pragma once

#include <QTimer>

#include <smartqueue/pages/administration_tab.h>
#include <smartqueue/presentation/console.h>

namespace smartqueue::presentation {
class SetupTableModel;
}

namespace smartqueue::pages {

class EditForm;
class EditSheet;
class SetupList;

/// One of the branch's lists with the sheet in which its rows are made, changed and removed.
class SetupTab : public AdministrationTab {
    Q_OBJECT
public:
    static SetupTab *queues(presentation::Console &console, QWidget *parent = nullptr);
    static SetupTab *services(presentation::Console &console, QWidget *parent = nullptr);
    static SetupTab *counters(presentation::Console &console, QWidget *parent = nullptr);

    Kind kind() const override { return m_kind; }
    QString title() const override;
    QList<widgets::FormSheet *> sheets() const override;
    QList<QAction *> paletteActions() const override { return {m_create}; }
    void focusFilter() override;
    void showFilterKeys(const QString &keys) override;
    void activated() override { follow(); }
    bool holdsTyped() const override;
    void letGo(const std::function<void()> &then) override;

    /// Opens the sheet for something new.
    void create();

protected:
    void changeEvent(QEvent *event) override;

private:
    SetupTab(presentation::Console &console, Kind kind, SetupList *list, EditForm *form, QWidget *parent);
    void follow();
    void retranslate();

    presentation::Console &m_console;
    Kind m_kind;
    SetupList *m_list;
    EditForm *m_form;
    EditSheet *m_sheet;
    QAction *m_create;
    QTimer m_followSoon;
};

} // namespace smartqueue::pages
