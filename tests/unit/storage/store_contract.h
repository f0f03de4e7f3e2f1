#pragma once

#include <memory>

#include <QObject>

#include <smartqueue/engine/history.h>

/// What every implementation of engine::Store and its log and readers must do.
class StoreContract : public QObject {
    Q_OBJECT

protected:
    /// An empty store; the former one is gone.
    virtual std::unique_ptr<smartqueue::engine::Store> makeStore() = 0;

private Q_SLOTS:
    void init();
    void cleanup();

    void anEmptyStoreHasNothing();
    void whatWasAppendedIsReadInOrder();
    void readingStopsAtTheInstantAndOnRequest();
    void aBatchOutOfSequenceLeavesNothing();
    void anEmptyGroupChangesNothing();
    void aSecondBatchOfOneCommandLeavesNothing();
    void anAcceptedCommandHasItsReceipt();
    void anAcceptedCommandWithoutEffectHasItsReceipt();
    void aRefusedCommandHasItsRefusal();
    void answersAreForgottenAfterSevenDays();
    void anAcceptedCommandIsRecognisedForEver();
    void theCheckpointOfATimeIsFound();
    void fewCheckpointsAreKept();
    void aCheckpointAheadOfTheLogIsRefused();
    void aTicketComesBackWhole();
    void anUndoneTransferTakesItsLegBack();
    void ticketsAreFilteredAndSorted();
    void windowsNeverOverlap();
    void wildcardsInASearchAreLetters();
    void countsByStateLeaveTheStatesAside();
    void aStoryHasEveryBatchThatTouchedTheTicket();
    void aNoteLiesBesideTheLogAndCanBeErased();
    void figuresOfAQueueCountItsTickets();
    void arrivalsAreCountedByHour();
    void theSpanOfTheLogIsKnown();
    void aReaderSeesWhatWasCommittedMeanwhile();
    void importingTwiceAddsNothing();
    void importedTicketsAreReadLikeOthers();
    void cleanUpLeavesOpenAndRecentTickets();
    void namesInAnyScriptComeBack();
    void anotherStoreTakesTheTailAndEndsAlike();
    void whoAsksAgainIsToldTheirConflictEverywhereAndForEver();
    void whatDoesNotFollowLeavesNothing();
    void aHigherEpochIsTakenAndALowerOneRefused();
    void theIncarnationIsKept();

private:
    std::unique_ptr<smartqueue::engine::HistoryReader> reader();
    void append(const smartqueue::engine::CommitGroup &group);

    std::unique_ptr<smartqueue::engine::Store> m_store;
};
