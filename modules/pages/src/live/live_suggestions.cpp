#include "live_suggestions.h"

#include <algorithm>

#include <QAction>
#include <QVBoxLayout>

#include <smartqueue/domain/failures.h>
#include <smartqueue/presentation/own_undo.h>
#include <smartqueue/presentation/submission.h>
#include <smartqueue/presentation/suggestion_text.h>
#include <smartqueue/presentation/words.h>
#include <smartqueue/widgets/action_button.h>
#include <smartqueue/widgets/text_label.h>

#include "shown_keys.h"
#include "suggestion_aim.h"
#include "suggestion_rows.h"

namespace smartqueue::pages {

using presentation::ProvenSuggestionsModel;
using presentation::SuggestionOffer;
using widgets::SuggestionRow;
using widgets::SuggestionRowData;
using widgets::SuggestionState;
using widgets::TextLabel;
using widgets::TextSize;
using Phase = ProvenSuggestionsModel::Phase;
namespace words = presentation::words;

namespace {

/// A supervisor decides on one or two, not on a list.
constexpr qsizetype shownSuggestions = 2;

bool holds(const std::vector<SuggestionId> &ids, const SuggestionId &id)
{
    return std::find(ids.begin(), ids.end(), id) != ids.end();
}

} // namespace

LiveSuggestions::LiveSuggestions(presentation::Console &console, QWidget *parent)
    : QWidget(parent), m_console(console), m_model(console.engine()), m_title(new TextLabel({}, TextSize::heading, QFont::Bold)),
      m_aim(new SuggestionAim), m_more(new widgets::LinkButton), m_state(new TextLabel({}, TextSize::small, QFont::Normal, widgets::Ink::muted)),
      m_again(new widgets::LinkButton), m_caution(new TextLabel({}, TextSize::small, QFont::Normal, widgets::Ink::warning)), m_column(new QVBoxLayout),
      m_apply(new QAction(this)), m_all(new QAction(this))
{
    auto *head = new QHBoxLayout;
    head->addWidget(m_title);
    head->addStretch(1);
    head->addWidget(m_aim);
    head->addWidget(m_more);
    m_state->setWordWrap(true);
    m_caution->setWordWrap(true);
    auto *state = new QHBoxLayout;
    state->addWidget(m_state, 1);
    state->addWidget(m_again);
    m_column->setSpacing(widgets::space::s);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(widgets::space::s);
    rows->addLayout(head);
    rows->addLayout(state);
    rows->addWidget(m_caution);
    rows->addLayout(m_column);
    makeActions();
    m_aim->setWish(m_model.wish());
    connect(m_aim, &SuggestionAim::wishChosen, this, &LiveSuggestions::setWish);
    connect(m_again, &QPushButton::clicked, &m_model, &ProvenSuggestionsModel::look);
    connect(&m_model, &ProvenSuggestionsModel::changed, this, &LiveSuggestions::refresh);
}

void LiveSuggestions::makeActions()
{
    m_apply->setObjectName(QStringLiteral("live.apply"));
    m_apply->setShortcut(Qt::CTRL | Qt::Key_Return);
    // Wherever the focus is, as long as the page is in front: the key stands on the button.
    m_apply->setShortcutContext(Qt::WindowShortcut);
    addAction(m_apply);
    connect(m_apply, &QAction::triggered, this, &LiveSuggestions::applyFocused);
    m_all->setObjectName(QStringLiteral("live.all"));
    connect(m_all, &QAction::triggered, this, [this] {
        m_showAll = !m_showAll;
        refresh();
    });
    connect(m_more, &QPushButton::clicked, m_all, &QAction::trigger);
}

void LiveSuggestions::setStale(bool stale)
{
    m_stale = stale;
    refresh();
}

void LiveSuggestions::setWish(const presentation::SuggestionWish &wish)
{
    m_aim->setWish(wish);
    m_model.setWish(wish);
}

void LiveSuggestions::retranslate()
{
    m_title->setText(tr("What would help now"));
    m_again->setText(tr("Try again"));
    m_apply->setText(tr("Apply the chosen suggestion, or the first"));
    m_all->setText(tr("Show all suggestions, or the first two"));
    m_aim->retranslate();
    for (const auto &[id, row] : m_rows)
        row->deleteLater();
    m_rows.clear();
    m_order.clear();
    refresh();
}

QList<QWidget *> LiveSuggestions::stops() const
{
    QList<QWidget *> stops{m_aim, m_more, m_again};
    for (const SuggestionId &id : m_order)
        stops += m_rows.at(id)->stops();
    return stops;
}

bool LiveSuggestions::isHeld(const SuggestionRow &row) const
{
    const QWidget *focused = focusWidget();
    return row.underMouse() || (focused && focused->hasFocus() && row.isAncestorOf(focused));
}

bool LiveSuggestions::isAnyHeld() const
{
    return std::any_of(m_rows.begin(), m_rows.end(), [&](const auto &known) { return isHeld(*known.second); });
}

SuggestionRow *LiveSuggestions::rowOf(const SuggestionId &id)
{
    SuggestionRow *&row = m_rows[id];
    if (row)
        return row;
    row = new SuggestionRow;
    row->setDismissReasons({tr("Already arranged otherwise"), tr("The agent is needed here"), tr("Promised to a customer"), tr("Another reason")});
    connect(row, &SuggestionRow::applyRequested, this, [this, id] { apply(id); });
    connect(row, &SuggestionRow::undoRequested, this, [this, id] { undo(id); });
    connect(row, &SuggestionRow::dismissRequested, this, [this, id](qint64, const QString &reason) { dismiss(id, reason); });
    return row;
}

/// What was just applied keeps its row while it can be taken back; after that it is history.
LiveSuggestions::Rows LiveSuggestions::appliedRows() const
{
    const engine::SharedSnapshot snapshot = m_console.engine().snapshot();
    Rows rows;
    for (const presentation::DecidedText &decided : presentation::decisionsOf(snapshot->state)) {
        if (!decided.isDismissed && !decided.isUndone && presentation::undoOfSuggestion(*snapshot, decided.id, snapshot->at))
            rows.emplace_back(decided.id, appliedRow(decided, snapshot->zone, m_console.may(Permission::manageQueue)));
    }
    return rows;
}

LiveSuggestions::Rows LiveSuggestions::offeredRows() const
{
    auto offers = m_model.offers();
    double axisHigh = 0;
    for (const SuggestionOffer &offer : std::as_const(offers))
        axisHigh = std::max(axisHigh, offer.gain.high);
    if (isAnyHeld())
        std::stable_partition(offers.begin(), offers.end(), [&](const SuggestionOffer &offer) { return holds(m_order, offer.text.id); });
    if (!m_showAll)
        offers = offers.mid(0, shownSuggestions);
    const bool mayDecide = m_console.may(Permission::manageQueue);
    Rows rows;
    for (const SuggestionOffer &offer : std::as_const(offers))
        rows.emplace_back(offer.text.id, m_stale ? staleRow(offer, axisHigh, mayDecide) : offeredRow(offer, axisHigh, mayDecide));
    return rows;
}

LiveSuggestions::Rows LiveSuggestions::wantedRows() const
{
    Rows wanted = appliedRows();
    const auto isThere = [&](const SuggestionId &id) { return std::any_of(wanted.begin(), wanted.end(), [&](const auto &item) { return item.first == id; }); };
    for (auto &offered : offeredRows()) {
        if (!isThere(offered.first))
            wanted.push_back(std::move(offered));
    }
    // Nothing else slips under a hand that is about to press.
    for (const auto &[id, row] : m_rows) {
        if (isThere(id) || !isHeld(*row) || row->data().state == SuggestionState::applied)
            continue;
        wanted.emplace_back(id, overRow(row->data()));
    }
    const bool held = isAnyHeld();
    const auto placeOf = [&](const SuggestionId &id) { return std::find(m_order.begin(), m_order.end(), id) - m_order.begin(); };
    std::stable_sort(wanted.begin(), wanted.end(), [&](const auto &a, const auto &b) {
        if (held)
            return placeOf(a.first) < placeOf(b.first);
        return !a.second.quiet && b.second.quiet;
    });
    return wanted;
}

void LiveSuggestions::refresh()
{
    showRows(wantedRows());
    showState();
    Q_EMIT refreshed();
}

void LiveSuggestions::showRows(const Rows &wanted)
{
    std::erase_if(m_rows, [&](const auto &known) {
        if (std::any_of(wanted.begin(), wanted.end(), [&](const auto &item) { return item.first == known.first; }))
            return false;
        m_column->removeWidget(known.second);
        known.second->hide();
        known.second->deleteLater();
        return true;
    });
    m_order.clear();
    bool firstOpen = true;
    for (const auto &[id, data] : wanted) {
        SuggestionRow *row = rowOf(id);
        const int place = int(m_order.size());
        if (m_column->indexOf(row) != place) {
            m_column->removeWidget(row);
            m_column->insertWidget(place, row);
        }
        if (row->data() != data)
            row->setData(data);
        const bool isFirst = firstOpen && isOpen(id);
        row->setApplyKeys(isFirst ? shownKeys(m_apply) : QString());
        firstOpen = firstOpen && !isFirst;
        row->show();
        m_order.push_back(id);
    }
    m_apply->setEnabled(!firstOpen);
}

void LiveSuggestions::showState()
{
    const qsizetype offered = m_model.offers().size();
    m_more->setText(m_showAll ? tr("Show the first two") : tr("Show all %n", nullptr, int(offered)));
    m_more->setVisible(offered > shownSuggestions);
    m_again->setVisible(m_model.phase() == Phase::failed);
    const QString caution = m_model.caution();
    m_caution->setText(caution);
    m_caution->setVisible(m_model.phase() == Phase::ready && !caution.isEmpty());
    switch (m_model.phase()) {
    case Phase::idle:
    case Phase::trying: m_state->setText(tr("Trying what could be done on the rest of the day…")); break;
    case Phase::closed: m_state->setText(tr("The branch is closed: nothing has to be done about the day any more.")); break;
    case Phase::failed: m_state->setText(words::failure(m_model.failure())); break;
    case Phase::ready:
        if (offered > 0)
            m_state->setText(tr("%1. Each gains beyond chance (99%).", "ways tried").arg(m_model.effort()));
        else if (m_model.foundNothing())
            m_state->setText(tr("Nothing that could be done beats leaving it as it is. %1.", "ways tried").arg(m_model.effort()));
        else
            m_state->setText(tr("Nothing more to suggest for now. %1.", "ways tried").arg(m_model.effort()));
        break;
    }
}

bool LiveSuggestions::isOpen(const SuggestionId &id) const
{
    const SuggestionRowData &data = m_rows.at(id)->data();
    return data.state == SuggestionState::open && !data.toldOnly;
}

void LiveSuggestions::applyFocused()
{
    const QWidget *focused = focusWidget();
    auto chosen = std::find_if(m_order.begin(), m_order.end(), [&](const SuggestionId &id) { return isOpen(id) && focused && m_rows.at(id)->isAncestorOf(focused); });
    if (chosen == m_order.end())
        chosen = std::find_if(m_order.begin(), m_order.end(), [&](const SuggestionId &id) { return isOpen(id); });
    if (chosen != m_order.end())
        apply(*chosen);
}

void LiveSuggestions::apply(const SuggestionId &id)
{
    const auto offers = m_model.offers();
    const auto offer = std::find_if(offers.begin(), offers.end(), [&](const SuggestionOffer &each) { return each.text.id == id; });
    if (offer == offers.end() || !offer->whyNot.isEmpty()) {
        // The branch moved on between the look and the key.
        Q_EMIT failed(Failure{failures::suggestionOutdated, {{"suggestion", id}}});
        return refresh();
    }
    if (offer->actions.empty() || !m_applying.insert(id).second)
        return;
    const QString done = tr("Applied: %1", "what").arg(offer->text.what);
    presentation::submit(m_console.engine(), ApplySuggestion{id, offer->actions}, AgentId{}, this, [this, id, done](const engine::Answer &answer) {
        m_applying.erase(id);
        if (answer)
            Q_EMIT toastRequested(done, answer->sequence);
        else
            Q_EMIT failed(answer.error());
        refresh();
    });
}

void LiveSuggestions::dismiss(const SuggestionId &id, const QString &reason)
{
    submitFor(DismissSuggestion{id, reason.toStdString()}, tr("Dismissed for today."));
}

void LiveSuggestions::undo(const SuggestionId &id)
{
    const auto command = presentation::undoOfSuggestion(*m_console.engine().snapshot(), id, m_console.now());
    if (command)
        submitFor(*command, tr("Taken back."));
    else
        Q_EMIT failed(command.error());
}

void LiveSuggestions::submitFor(CommandBody body, const QString &done)
{
    presentation::submit(m_console.engine(), std::move(body), AgentId{}, this, [this, done](const engine::Answer &answer) {
        if (answer)
            Q_EMIT toastRequested(done, 0);
        else
            Q_EMIT failed(answer.error());
        refresh();
    });
}

} // namespace smartqueue::pages
