#pragma once

#include <memory>

#include <QObject>

#include <smartqueue/engine/peer_network.h>

/// What every implementation of engine::PeerNetwork must do.
class NetworkContract : public QObject {
    Q_OBJECT

protected:
    /// A desktop of that number, 0 to 3, with the certificate that goes with it; the same one each time.
    virtual smartqueue::Device device(int number) = 0;
    /// Its network, with an empty roster.
    virtual std::unique_ptr<smartqueue::engine::PeerNetwork> network(int number) = 0;

private Q_SLOTS:
    void twoOfTheRosterAreLinked();
    void framesComeInOrderAndWhole_data();
    void framesComeInOrderAndWhole();
    void severalLinksAreKeptApart();
    void linkNumbersAreNeverGivenTwice();
    void nobodyThereIsUnreachable_data();
    void nobodyThereIsUnreachable();
    void whoIsNotInTheDialersRosterIsUnknown();
    void whoIsNotInTheHostsRosterIsRefused();
    void aRevokedDeviceIsNotLinked();
    void anotherCertificateOfTheSameNameIsNotBelieved();
    void itselfIsNoPeer();
    void revokingEndsTheLinkAtOnce();
    void theOthersStayWhenOneIsRevoked();
    void whatWasSentBeforeClosingStillComes();
    void bothMaySendWhileOneCloses();
    void closingIsNotToldToWhoCloses();
    void closingWhileDialingIsSilent();
    void whatIsSentAfterTheEndGoesNowhere();
    void aFrameThatIsTooLargeEndsTheLink();
    void tooMuchUnsentEndsTheLink();
    void theEndOfANetworkEndsItsLinks();
    void aPlaceThatIsTakenCannotBeListenedAt();
    void anAddressThatIsNoneCannotBeListenedAt();
    void callsOnlyCauseSignalsLater();
};
