#include "wizard_steps.h"

#include <QApplication>
#include <QEvent>
#include <QGridLayout>
#include <QKeySequence>
#include <QScreen>
#include <QShortcut>
#include <QVBoxLayout>

#include <smartqueue/widgets/action_button.h>
#include <smartqueue/widgets/card.h>
#include <smartqueue/widgets/key_cap.h>
#include <smartqueue/widgets/number_plate.h>
#include <smartqueue/widgets/text_label.h>

namespace smartqueue::pages {

using namespace widgets;

WizardReading::WizardReading(QWidget *parent)
    : QWidget(parent), m_column(new QVBoxLayout(this)),
      m_headline(new TextLabel({}, TextSize::display, QFont::Bold, Ink::text, this)),
      m_sentence(new TextLabel({}, TextSize::heading, QFont::Normal, Ink::muted, this))
{
    m_headline->setWordWrap(true);
    m_sentence->setWordWrap(true);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(space::s);
    m_column->addWidget(m_headline);
    m_column->addWidget(m_sentence);
    m_column->addSpacing(space::l);
}

void WizardReading::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void WizardReading::retranslate()
{
    m_headline->setText(headline());
    m_sentence->setText(sentence());
}

WizardLookStep::WizardLookStep(QWidget *parent) : WizardReading(parent)
{
    column()->addStretch(1);
    retranslate();
}

QString WizardLookStep::headline() const
{
    return tr("Make yourself at home");
}

QString WizardLookStep::sentence() const
{
    return tr("Language and theme change at once, here and later in the settings.");
}

WizardDevicesStep::WizardDevicesStep(QWidget *parent) : WizardReading(parent)
{
    auto *cards = new QHBoxLayout;
    cards->setSpacing(space::xl);
    cards->addWidget(device(m_displayTitle, m_displayText, m_displayTest), 1);
    cards->addWidget(device(m_soundTitle, m_soundText, m_soundTest), 1);
    column()->addLayout(cards);
    column()->addStretch(1);
    m_displayTest->setGlyph(Icon::monitor);
    m_soundTest->setGlyph(Icon::speaker);
    connect(m_displayTest, &QAbstractButton::clicked, this, &WizardDevicesStep::showTestPicture);
    connect(m_soundTest, &QAbstractButton::clicked, this, [] { QApplication::beep(); });
    retranslate();
}

WizardDevicesStep::~WizardDevicesStep()
{
    delete m_picture;
}

Card *WizardDevicesStep::device(TextLabel *&title, TextLabel *&text, ActionButton *&test)
{
    auto *card = new Card(this);
    card->setPadding(space::xl);
    title = new TextLabel({}, TextSize::heading, QFont::Bold, Ink::text, card);
    text = new TextLabel({}, TextSize::body, QFont::Normal, Ink::muted, card);
    text->setWordWrap(true);
    text->setAlignment(Qt::AlignLeading | Qt::AlignTop);
    test = new ActionButton({}, ButtonKind::secondary, card);
    card->column()->setSpacing(space::m);
    card->column()->addWidget(title);
    card->column()->addWidget(text, 1);
    card->column()->addWidget(test, 0, Qt::AlignLeading);
    return card;
}

void WizardDevicesStep::showTestPicture()
{
    delete m_picture;
    // The last screen is where a second one, for the waiting room, is found.
    QScreen *screen = QApplication::screens().constLast();
    auto *picture = new QWidget(nullptr, Qt::Window);
    picture->setAttribute(Qt::WA_DeleteOnClose);
    picture->setWindowTitle(tr("Display test"));
    auto *lines = new QVBoxLayout(picture);
    lines->setContentsMargins(space::xl, space::xl, space::xl, space::xl);
    lines->addStretch(1);
    lines->addWidget(new TextLabel(tr("Now called"), TextSize::title, QFont::Normal, Ink::muted, picture), 0, Qt::AlignCenter);
    lines->addWidget(new TextLabel(QStringLiteral("A001"), TextSize::plate, QFont::Bold, Ink::text, picture), 0, Qt::AlignCenter);
    lines->addWidget(new TextLabel(tr("Counter 1"), TextSize::display, QFont::DemiBold, Ink::accent, picture), 0, Qt::AlignCenter);
    lines->addStretch(1);
    auto *close = new ActionButton(tr("I can read this"), ButtonKind::secondary, picture);
    close->setKeyCap(tr("Esc"));
    lines->addWidget(close, 0, Qt::AlignCenter);
    connect(close, &QAbstractButton::clicked, picture, &QWidget::close);
    auto *escape = new QShortcut(QKeySequence(Qt::Key_Escape), picture);
    connect(escape, &QShortcut::activated, picture, &QWidget::close);
    picture->setGeometry(screen->availableGeometry());
    m_picture = picture;
    picture->showFullScreen();
    close->setFocus();
}

QString WizardDevicesStep::headline() const
{
    return tr("Can everybody see and hear it?");
}

QString WizardDevicesStep::sentence() const
{
    return tr("A look at the screen for the waiting room and a sound for alerts. Both can wait.");
}

void WizardDevicesStep::retranslate()
{
    WizardReading::retranslate();
    const int screens = int(QApplication::screens().size());
    m_displayTitle->setText(tr("Public display"));
    m_displayText->setText(screens > 1 ? tr("%Ln screens are connected. The test picture fills the last one.", nullptr, screens)
                                       : tr("One screen is connected. The test picture fills it until you close it."));
    m_displayTest->setText(tr("Show the test picture"));
    m_soundTitle->setText(tr("Sound"));
    m_soundText->setText(tr("Critical alerts sound until somebody takes care of them. Turn the volume up if you hear nothing."));
    m_soundTest->setText(tr("Play the sound"));
}

WizardShortcutsStep::WizardShortcutsStep(const QHash<QString, QKeySequence> &keys, QWidget *parent) : WizardReading(parent), m_bound(keys)
{
    auto *card = new Card(this);
    card->setPadding(space::xl);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(space::xl);
    grid->setVerticalSpacing(space::xl);
    for (int i = 0; i < 4; ++i) {
        m_keys.append(new KeyCap({}, card));
        m_titles.append(new TextLabel({}, TextSize::heading, QFont::Bold, Ink::text, card));
        m_texts.append(new TextLabel({}, TextSize::body, QFont::Normal, Ink::muted, card));
        m_texts.last()->setWordWrap(true);
        auto *words = new QVBoxLayout;
        words->setSpacing(2);
        words->addWidget(m_titles.last());
        words->addWidget(m_texts.last());
        grid->addWidget(m_keys.last(), i, 0, Qt::AlignLeading | Qt::AlignVCenter);
        grid->addLayout(words, i, 1);
    }
    grid->setColumnStretch(1, 1);
    card->column()->addLayout(grid);
    column()->addWidget(card);
    column()->addStretch(1);
    retranslate();
}

QString WizardShortcutsStep::headline() const
{
    return tr("Four keys, and you are fast");
}

QString WizardShortcutsStep::sentence() const
{
    const QString keys = keysOf("shortcuts", Qt::CTRL | Qt::Key_Slash);
    return keys.isEmpty() ? tr("All the others stand in the list of shortcuts.") : tr("All the others stand in the list of shortcuts, %1.", "key").arg(keys);
}

QString WizardShortcutsStep::keysOf(const char *action, const QKeySequence &usual) const
{
    return m_bound.value(QString::fromLatin1(action), usual).toString(QKeySequence::NativeText);
}

void WizardShortcutsStep::retranslate()
{
    WizardReading::retranslate();
    struct Shortcut {
        QString keys;
        QString title;
        QString text;
    };
    const QList<Shortcut> shortcuts{
        {keysOf("palette", Qt::CTRL | Qt::Key_K), tr("Everything"), tr("Type what you want to do, or a ticket's number.")},
        {keysOf("desk.main", Qt::Key_F8), tr("Call the next one"), tr("Finishes with the present customer first.")},
        {keysOf("live.apply", Qt::CTRL | Qt::Key_Enter), tr("Apply"), tr("Takes the suggestion that is shown.")},
        {keysOf("undo", QKeySequence::Undo), tr("Take it back"), tr("The last call, transfer or suggestion, for half a minute.")},
    };
    for (int i = 0; i < shortcuts.size(); ++i) {
        m_keys.at(i)->setKeys(shortcuts.at(i).keys);
        m_keys.at(i)->setVisible(!shortcuts.at(i).keys.isEmpty());
        m_titles.at(i)->setText(shortcuts.at(i).title);
        m_texts.at(i)->setText(shortcuts.at(i).text);
    }
}

} // namespace smartqueue::pages
