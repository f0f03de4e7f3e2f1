#include "second_factor_panel.h"

#include <QClipboard>
#include <QFileDialog>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPainter>
#include <QPrintDialog>
#include <QPrinter>
#include <QStackedWidget>
#include <QStandardPaths>

#include <smartqueue/engine/when_done.h>
#include <smartqueue/widgets/action_button.h>
#include <smartqueue/widgets/card.h>
#include <smartqueue/widgets/painted_widget.h>
#include <smartqueue/widgets/qr_code.h>
#include <smartqueue/widgets/text_label.h>

#include "saved_file.h"
#include "secret_words.h"

namespace smartqueue::pages {

using namespace widgets;

namespace {

/// In groups of four, as people copy it.
QString grouped(const std::string &secret)
{
    QString text;
    for (std::size_t i = 0; i < secret.size(); i += 4)
        text += (i > 0 ? QStringLiteral(" ") : QString()) + QString::fromStdString(secret.substr(i, 4));
    return text;
}

/// In place: what is only cleared stays in memory until something else needs the room.
void wipe(std::string &secret)
{
    volatile char *at = secret.data();
    for (std::size_t i = 0; i < secret.size(); ++i)
        at[i] = 0;
    secret.clear();
}

TextLabel *readable(const QString &name)
{
    auto *label = new TextLabel({}, TextSize::body, QFont::DemiBold);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setAccessibleName(name);
    return label;
}

} // namespace

SecondFactorPanel::SecondFactorPanel(engine::Engine &door, QWidget *parent) : QWidget(parent), m_door(door), m_stages(new QStackedWidget)
{
    rowsIn(this)->addWidget(m_stages);
    m_stages->addWidget(makeScan());
    m_stages->addWidget(makeCodes());
    m_stages->addWidget(makeShut());
}

SecondFactorPanel::~SecondFactorPanel()
{
    forget();
}

void SecondFactorPanel::forget()
{
    wipe(m_draft.secret);
    wipe(m_draft.address);
    for (std::string &code : m_draft.recoveryCodes)
        wipe(code);
    m_draft = {};
    m_picture->setText({});
    m_secret->clear();
    m_code.line->clear();
    for (TextLabel *column : m_codes)
        column->clear();
    m_saved->clear();
}

SecondFactorPanel::Stage SecondFactorPanel::stage() const
{
    return Stage(m_stages->currentIndex());
}

QWidget *SecondFactorPanel::makeScan()
{
    auto *step = new QWidget;
    auto *columns = new QHBoxLayout(step);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(space::xl);
    m_picture = new QrCode(tr("QR code for the app on your telephone"));
    m_picture->setObjectName(QStringLiteral("secondFactorPicture"));
    columns->addWidget(m_picture, 0, Qt::AlignTop);
    auto *rows = new QVBoxLayout;
    rows->setSpacing(space::m);
    auto *how = new TextLabel(tr("Scan this with an app for one-time passwords, on a telephone that only you use."));
    how->setWordWrap(true);
    rows->addWidget(how);
    rows->addWidget(new TextLabel(tr("Or type this into the app"), TextSize::small, QFont::DemiBold, Ink::muted));
    m_secret = readable(tr("Secret for the app"));
    m_secret->setObjectName(QStringLiteral("secondFactorSecret"));
    m_secret->setWordWrap(true);
    rows->addWidget(m_secret);
    m_code = addLine(rows, "secondFactorCode");
    m_code.box->setLabel(tr("The code that the app shows now"));
    m_code.line->setMaxLength(12);
    rows->addStretch();
    columns->addLayout(rows, 1);
    connect(m_code.line, &QLineEdit::textEdited, this, [this] { m_code.box->setProblem({}); });
    return step;
}

QWidget *SecondFactorPanel::makeCodes()
{
    auto *step = new QWidget;
    auto *rows = rowsIn(step);
    auto *why = new TextLabel(tr("One-time passwords are on. Each of these codes lets you in once, for the day the telephone is lost. They are "
                                 "shown only now: keep them somewhere else than on that telephone."));
    why->setWordWrap(true);
    rows->addWidget(why);
    auto *card = new Card;
    card->setInset(true);
    auto *columns = new QHBoxLayout;
    for (TextLabel *&column : m_codes) {
        column = readable(tr("Recovery codes"));
        column->setObjectName(QStringLiteral("recoveryCodes"));
        QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
        fixed.setPointSizeF(textFont(TextSize::body).pointSizeF());
        column->setFont(fixed);
        columns->addWidget(column, 1, Qt::AlignHCenter);
    }
    card->column()->addLayout(columns);
    rows->addWidget(card);
    auto *acts = new QHBoxLayout;
    acts->setSpacing(space::s);
    m_saved = new TextLabel({}, TextSize::small, QFont::Normal, Ink::muted);
    const auto act = [&](Icon icon, const QString &text, const char *name, auto slot) {
        auto *button = new ActionButton(icon, text);
        button->setObjectName(QString::fromLatin1(name));
        connect(button, &QPushButton::clicked, this, slot);
        acts->addWidget(button);
    };
    act(Icon::copy, tr("Copy"), "copyCodes", [this] {
        QGuiApplication::clipboard()->setText(codesAsText());
        m_saved->setText(tr("Copied."));
        announce(m_saved, m_saved->text());
    });
    act(Icon::printer, tr("Print…"), "printCodes", [this] { print(); });
    act(Icon::download, tr("Save…"), "saveCodes", [this] { save(); });
    acts->addWidget(m_saved, 1);
    rows->addLayout(acts);
    rows->addStretch();
    return step;
}

QWidget *SecondFactorPanel::makeShut()
{
    auto *step = new QWidget;
    auto *rows = rowsIn(step);
    auto *why = new TextLabel(tr("The second factor cannot be set up yet. Its secret is sealed with the key to the customers’ data, and your password "
                                 "does not open that key."));
    why->setObjectName(QStringLiteral("secondFactorShut"));
    why->setWordWrap(true);
    auto *help = new TextLabel(tr("Let somebody who reads customers’ data sign in here with their password, for example an administrator. Then "
                                  "sign in again with yours: the key is open until the program closes."),
                               TextSize::body, QFont::Normal, Ink::muted);
    help->setWordWrap(true);
    rows->addWidget(why);
    rows->addWidget(help);
    rows->addStretch();
    return step;
}

void SecondFactorPanel::begin()
{
    forget();
    const engine::Vault *vault = m_door.installation().vault();
    if (!vault || !vault->isOpen()) {
        m_stages->setCurrentIndex(int(Stage::shut));
        Q_EMIT stageChanged();
        return;
    }
    m_draft = m_door.installation().draftSecondFactor(m_door.user());
    m_picture->setText(QString::fromStdString(m_draft.address));
    m_secret->setText(grouped(m_draft.secret));
    m_code.line->clear();
    m_stages->setCurrentIndex(int(Stage::scan));
    m_code.line->setFocus(Qt::OtherFocusReason);
    Q_EMIT stageChanged();
}

void SecondFactorPanel::confirm()
{
    if (m_busy)
        return;
    const QString typed = m_code.text().remove(QLatin1Char(' '));
    if (!m_door.installation().fits(m_draft, typed.toStdString())) {
        m_code.box->setProblem(tr("This is not the code of the moment. Wait for the next one and type that."));
        m_code.line->selectAll();
        m_code.line->setFocus(Qt::OtherFocusReason);
        return;
    }
    SetSecondFactor set{m_door.user(), {m_draft.secret}, {}};
    for (const std::string &code : m_draft.recoveryCodes)
        set.recoveryCodes.push_back({code});
    m_busy = true;
    Q_EMIT busyChanged(true);
    engine::whenDone(m_door.submit(std::move(set)), this, [this](const engine::Answer &answer) {
        m_busy = false;
        Q_EMIT busyChanged(false);
        if (answer)
            showCodes();
        else
            m_code.box->setProblem(secret_words::problem(answer.error()));
    });
}

void SecondFactorPanel::showCodes()
{
    QStringList halves[2];
    for (std::size_t i = 0; i < m_draft.recoveryCodes.size(); ++i)
        halves[i * 2 / m_draft.recoveryCodes.size()] << QString::fromStdString(m_draft.recoveryCodes[i]);
    for (int i = 0; i < 2; ++i)
        m_codes[i]->setText(halves[i].join(QLatin1Char('\n')));
    m_picture->setText({});
    m_secret->clear();
    wipe(m_draft.secret);
    wipe(m_draft.address);
    m_stages->setCurrentIndex(int(Stage::codes));
    Q_EMIT stageChanged();
}

QString SecondFactorPanel::codesAsText() const
{
    QStringList codes;
    for (const std::string &code : m_draft.recoveryCodes)
        codes << QString::fromStdString(code);
    return codes.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

void SecondFactorPanel::save()
{
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString path = QFileDialog::getSaveFileName(this, tr("Save the recovery codes"), documents + QStringLiteral("/smartqueue-recovery-codes.txt"));
    if (path.isEmpty())
        return;
    auto saved = saveFile(m_door.installation().studyPool(), path, codesAsText().toStdString(), Readers::ownerAlone);
    engine::whenDone(std::move(saved), this, [this](const QString &hindrance) {
        m_saved->setText(hindrance.isEmpty() ? tr("Saved.") : tr("The file could not be written: %1").arg(hindrance));
        announce(m_saved, m_saved->text());
    });
}

void SecondFactorPanel::print()
{
    QPrinter printer;
    QPrintDialog dialog(&printer, this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    QPainter painter(&printer);
    painter.setFont(textFont(TextSize::heading));
    painter.drawText(printer.pageLayout().paintRectPixels(printer.resolution()), Qt::AlignTop | Qt::AlignLeft,
                     tr("Recovery codes for SmartQueue") + QStringLiteral("\n\n") + codesAsText());
}

} // namespace smartqueue::pages
