<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>AlertWords</name>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snoozed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n waiting: nearly full</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n past the promised time</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nobody serves while %n wait(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Those in front will wait about %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snoozed until %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Severity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owner</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>kept for you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was due by %1</source>
        <comment>time of day</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>priority %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first in rank %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in order of arrival</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your rank, then those past their target, then priority, then arrival.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your rank, then priority, then arrival.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your rank, then arrival.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Those kept for you first. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 F8 always takes the first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transferred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Returned</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FailureWords</name>
    <message>
        <source>This service is no longer there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This queue is no longer there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This agent is no longer there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This ticket was closed a while ago.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its story is under Tickets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This alert is already over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This suggestion is no longer there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The time zone “%1” is not known on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one from the list, such as Europe/Paris.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is already in use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The prefix “%1” is already in use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The value for “%1” cannot be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check it and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The value for “%1” must be between %2 and %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text for “%1” is too long: at most %2 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The branch has reached its limit of %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove what is no longer used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is still needed by %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finish or move that first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is paused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the queue to go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is closed and takes nobody new.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is full: %2 people are waiting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serve or move someone first, or raise the capacity.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has given its last number of the day, %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Widen the range of numbers under Administration.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is waiting in your queues.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not serve %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assign the queue first, or choose someone who serves it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody there can serve ticket %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a queue whose agents have the skills.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 lacks a skill that %2 needs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not signed in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in at a counter first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is on a break.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the break with F6.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 still has a customer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finish with this customer first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is signed in already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign out there first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 works at counter %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another counter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no customer at this desk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call the next one with F8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ticket %1 has moved on: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ticket %1 is kept for %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More than %1 seconds have gone by, so this is final.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be undone any more: %1 has gone on since.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The branch has moved on since this was suggested, so nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new suggestion appears when there is one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The branch already holds events up to %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the clock of this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program holds the database %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close it, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another SmartQueue has the database %1 open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use that window, or close it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database %1 cannot be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give yourself the right to write the file and its folder, or choose another place with --db.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk that holds %1 is full. Everything confirmed so far is safe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some space; the branch then goes on by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database %1 is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore the newest backup; the damaged file is kept beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database %1 was written by a newer SmartQueue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update this program, or open another database.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a SmartQueue database.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database %1 cannot be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the folder exists and that you may write in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk that holds %1 reported an error.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the disk and its cable; make a backup as soon as it answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” does not start at the root of a disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the whole path, such as /home/me/branch.db.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This did not work (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed. Try again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LiveWords</name>
    <message>
        <source>Healthy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At risk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Critical</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody waits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everyone within the promised time</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Nobody serves while %n wait(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody serves this queue now</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n past the promised time</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 places taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More arrive than are served</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused: nobody is called</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed: the last ones are served</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting now</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n queue(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Longest wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>since arrival</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Called on time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>target %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Served today</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>of %n issued</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Left unserved</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Agents at work</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>of %n signed in</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>On time %1 (target %2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1/%2 agents</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SuggestionWords</name>
    <message>
        <source>Lend %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n waiting in %1, %2 per agent.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 comes from %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected: wait for newcomers %1 → %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected: the queue is served again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move ticket %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 wait in %2, %3 in %4, for the same service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected: called about %1 sooner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call %1 by “%2”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of the last week&apos;s customers were called late.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of the last week&apos;s customers had a high priority.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Few late customers and few priorities in the last week: the simple order is enough.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today: “%1”. The effect is not measured yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A suggestion was dismissed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a queue that is gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ticket %1 moved to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A ticket moved to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 helps in %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is called by “%2”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TicketStory</name>
    <message>
        <source>“%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put on hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken up again by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its place counts from %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transferred to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps its place: waiting since %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Priority changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Again: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ticket issued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, for %2</source>
        <comment>channel, queue</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Told: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Between %1 and %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chosen by hand: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Called</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Called by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Called by %1, %2</source>
        <comment>agent, counter</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Came after %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>announced %n time(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>came after, announced</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Served</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcome: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Did not come</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Announced %n time(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Left without service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier than told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later than told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Within what was told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waited %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>called %1 ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in service for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>served %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on hold for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>held %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, then </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · here for %2</source>
        <comment>queues, duration</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2 in all</source>
        <comment>queues, duration</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>%1 h %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First come, first served</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Priority, then arrival</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Late ones first, then priority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Available</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Busy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On a break</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Called</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Served</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No-show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Low</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Critical</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nearly full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customers past the promised time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody serves the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Long wait ahead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kiosk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Web</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>App</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>QR code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Document missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To follow up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counter %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt; 1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1–%2</source>
        <comment>range of times</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1–%2 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1%</source>
        <comment>percent</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>smartqueue::pages</name>
    <message>
        <source>Starting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finishing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finish, then break</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calling…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finish and call next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call next</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::AgentForm</name>
    <message>
        <source>Queues, first choice on top</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove %1? What they did stays in the history.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skills</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Separate them with commas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space ticks, Alt+↑ and Alt+↓ move.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::AlertsPage</name>
    <message>
        <source>Nothing needs you now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alerts of today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owner…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acknowledge the alert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snooze the alert for 15 minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When you are alerted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of a queue&apos;s places are taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Someone waits longer than promised; high above %1 of those waiting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People wait and nobody signed in can serve them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first %1 in line will wait more than %2 times the promised time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counting last week…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Would have fired %n time(s) in the last 7 days</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Acknowledged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snoozed for %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owner of the alert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who takes care of it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 takes care of it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::BranchForm</name>
    <message>
        <source>Branch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a city to find it. Days and hours are the branch&apos;s own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open from – to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closes at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ticket numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start again every day at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers start again every day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>:00</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hour at which numbers start again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On-time target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of people to be called within their service&apos;s SLA.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep closed tickets for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> days</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::CallBar</name>
    <message>
        <source>short break</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recall</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No-show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transfer…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger call bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller call bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>queue, timer</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not signed in</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · next %2 · %3</source>
        <comment>waiting, number, waited</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No break</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::CounterForm</name>
    <message>
        <source>New counter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counter %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove counter %1? Whoever is signed in there stays until they sign out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As it stands over the counter and is announced: 3, or Window B.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::DeskActionBar</name>
    <message>
        <source>Recall</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No-show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transfer…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lunch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>short break</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>back office</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>meeting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason of the break</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Break</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No break after all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to work</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::DeskHeldCard</name>
    <message>
        <source>On hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finish the ticket in hand first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · for %2</source>
        <comment>queue, duration</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::DeskLastCard</name>
    <message>
        <source>Your last tickets</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>What you finish today is listed here, with a way to take it back for %n second(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Final</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>An act can be taken back for %n second(s), while nobody has gone on from it.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1–%2</source>
        <comment>from, until</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo back to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Takes back everything since, %n step(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::DeskPage</name>
    <message>
        <source>Nobody is waiting in your queues.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>counter, branch</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your queues</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in rank order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Est. wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are not assigned to any queue yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next tickets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is waiting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recall</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No-show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transfer…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo your last act</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcome %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Break</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put %1 on hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is the customer doing meanwhile?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetches a document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fills in a form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photo booth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asks a colleague</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::DeskSignIn</name>
    <message>
        <source>Who is at this desk?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set up agents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · signed in at %2</source>
        <comment>agent, counter</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no counter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no agents yet. Add them with their queues, then sign in here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose yourself and the counter you sit at. Your queues come with you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take over this desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::DeskTicketCard</name>
    <message>
        <source>Customer waited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Called at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Came to the desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes on this ticket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was the outcome?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Document missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To follow up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>since %1</source>
        <comment>time of day</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>queue, priority</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no priority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as told: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>told: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1, announced %n time(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>after %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>usually %1</source>
        <comment>range of minutes</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>since the call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>timer, usual range</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Break</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since %1. You get no tickets until you come back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No queue is yours yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the supervisor to assign you to a queue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As soon as somebody comes, F8 calls them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) waiting in your queues.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::HelpWindow</name>
    <message>
        <source>Manual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SmartQueue manual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The manual is missing from this build of the program.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::ImportColumns</name>
    <message>
        <source>Leave out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meaning of column %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::ImportDialog</name>
    <message>
        <source>Import a history</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::ImportPanel</name>
    <message>
        <source>tabs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>semicolons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>commas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a ticket log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ticket logs (*.csv *.tsv *.txt);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a time zone from the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still to choose above a column: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importing %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping… what is imported so far stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%L1 % read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The import was cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The import did not work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importing the same file again adds only what is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The import was stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The history is in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tickets imported: %L1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there already: %L1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lines left out: %L1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first %L1 of them are listed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the file with your past tickets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A table with one ticket a line: when people came, when they were called and when they left. CSV, tabs and semicolons are read. Customers&apos; names are left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What do the columns mean?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2, columns set apart by %3. The first rows are shown; what is recognised is already chosen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First rows of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time zone of the times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days are written as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty: recognised by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Times are written as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why it was left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::ImportWords</name>
    <message>
        <source>Ticket number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Priority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrived at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Called at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service began</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ended at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A line or a value is too long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The line holds bytes that are no text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some letters cannot be read. Save the file as UTF-8 and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A quotation mark stands in the middle of a value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A quotation mark is never closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The line has more or fewer columns than the header.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The line holds control characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No queue is given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No time of arrival is given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Served, but it does not say when it was called.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Served, but it does not say when service began.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It does not say when it ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No day is given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A time cannot be read as written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The priority is not a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A time lies too far away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The outcome is none of served, abandoned or no-show.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out, as the columns were chosen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Called before it arrived.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service began before it arrived.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service began before it was called.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It ends before it starts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It ends before it arrived.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Abandoned, yet service had begun.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No-show, yet service had begun.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are more queues than a branch can have. Is the right column chosen?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are more agents than a branch can have. Is the right column chosen?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is compressed. Unpack it and choose the file inside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file cannot be read. Check that it is still there and that you may open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The columns could not be recognised. Choose what each of them means.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A chosen column is not in the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The way times are written is not understood, such as dd/MM/yyyy HH:mm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The times have no day. Choose the column that holds it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some lines cannot be read, so nothing was imported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled. What was imported until then stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No such time zone. Choose one from the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full. Make room and import again: what is there already is not doubled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program holds the database. Close it and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database cannot be written to. Check the rights of its folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is refused: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 It reads “%2”.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::LivePage</name>
    <message>
        <source>This branch has no queue yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set up the branch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What would help now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing needs to change: the work lies evenly enough.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply the first suggestion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load balance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Est. wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Already arranged otherwise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The agent is needed here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Promised to a customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Applied at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Applied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of 100</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The work lies evenly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some queues carry more than others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One queue carries far more than another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 per agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Applied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismissed for today.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken back.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::MainWindow</name>
    <message numerus="yes">
        <source>%n to look at</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>SmartQueue: %n alert(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>SmartQueue Console</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search or run a command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo the last act</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter the page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First start again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Demo: invented people at thirty times the speed. In two minutes a queue gets into trouble; one suggestion resolves it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not live · %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live · %1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The branch has not answered for %1. The figures are from before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This desktop alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n agent(s) online</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>SmartQueue Console %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queues</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Agents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Console</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken back: ticket %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything shown is as it stands now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::NewTicketDialog</name>
    <message>
        <source>New ticket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name or reference, if it is needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;hannel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Priority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cus&amp;tomer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No queue is open. Open one under Administration.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody serves this queue now, so no waiting time is told.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The customer is told: %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::QueueForm</name>
    <message>
        <source>New queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the queue %1? Its past tickets stay in the history.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who is called first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letter in front of the number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty: the next free letter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers from – to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Room for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limit how many may wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many may wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused: no tickets, no calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed: no tickets, those waiting are called</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::ReasonDialog</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::RecorderPage</name>
    <message>
        <source>waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Critical</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At risk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Healthy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody serves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SLA %1, target %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%L1 % of the day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recorder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replay, not live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is recorded yet. As soon as tickets are drawn, every minute can be seen again here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to Live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the recorded day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is recomputed: every step is taken from the log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The branch at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play or pause the recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the recorded day again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::RecorderTransport</name>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the event before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the event before (Ctrl+←)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the next event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the next event (Ctrl+→)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1×</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>10×</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>100×</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moment shown</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::RecorderWhyPanel</name>
    <message>
        <source>Rules, in order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ticket called first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ticket called later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swap the two tickets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow the moment</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::ServiceForm</name>
    <message>
        <source>New service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the service %1? Queues that offer it keep it from being removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To be called within (SLA)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits longer than this count as late.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skills needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An agent needs all of them. Separate them with commas; leave it empty when anybody can do it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger (125%)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Large (150%)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Very large (200%)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound for critical alerts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::SetupDatabaseCard</name>
    <message>
        <source>Back up to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Databases (*.db);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copying the database…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The copy is complete: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking every entry of the log…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything is sound: nothing is missing, nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database is damaged: %1. Go back to the last backup, and keep this file for those who help you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything the branch knows lies in one file on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In memory: gone when the program closes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back up…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a history…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Past tickets from a CSV file, for the first estimates and the ticket list.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::SetupList</name>
    <message numerus="yes">
        <source>%Ln in all</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%L1 of %L2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has “%1” in it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::SetupPage</name>
    <message>
        <source>Filter queues</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No queue yet. A service comes first: it says how long people may wait.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter services</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No service yet. What do people come for?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter counters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New counter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No counter yet. Where are people served?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter agents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No agent yet. Who calls and serves?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Administration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The branch is saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Branch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queues</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Services</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts of the setup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create a queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create a service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create a counter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create an agent</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::SetupSheet</name>
    <message>
        <source>Create</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Created.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave without saving what you typed?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::TicketActs</name>
    <message>
        <source>%1 is called to %2.</source>
        <comment>number, agent</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call %1 now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why this ticket before the others? The reason is kept with the ticket.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs help to wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Was called by mistake before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked for this agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appointment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 now waits in %2.</source>
        <comment>number, queue</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 now waits for %2.</source>
        <comment>number, agent</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 waits again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Return %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Behind how many who wait?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Priority of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Higher is called sooner; 0 is normal, 5 and more is high.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <comment>number, priority in words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 left without service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call now by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transfer…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Return to the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change priority…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left without service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel the ticket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo the last act</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>agent, counter</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To its own place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Behind the first…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::TicketStoryPanel</name>
    <message>
        <source>Story of the ticket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call by…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transfer…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Return…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No ticket chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a ticket in the list: its story appears here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::TicketsPage</name>
    <message>
        <source>Tickets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search by number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New ticket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New ticket (%1)</source>
        <comment>key</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2 min left to call on time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New ticket…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transfer the chosen ticket…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change its priority…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It left without service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel the chosen ticket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo the last act</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy its number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>7 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No ticket yet in this period.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No ticket matches the search and the filters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all of today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All queues</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All agents</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>newest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sorted by %1</source>
        <comment>column</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>tickets, order</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is issued.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::TransferDialog</name>
    <message>
        <source>Transfer %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transfer %1 to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It keeps its arrival time, so nobody waits twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Targets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2 · nobody serves it now</source>
        <comment>queue, waiting</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <comment>queue, waiting, estimate</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No other queue is open and able to serve this ticket.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>agent, status</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody else who is signed in can serve this ticket.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::Wizard</name>
    <message>
        <source>Open the branch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create the branch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step %L1 of %L2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language, theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your branch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Display, sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Four shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip the first start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Works without the Internet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No branch yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SmartQueue Console %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::WizardAccountStep</name>
    <message>
        <source>This computer is yours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whoever may use this computer account runs the branch. Nothing to fill in, nothing leaves the machine.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::WizardBranchForm</name>
    <message>
        <source>Cash desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Advice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accounts and cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reception</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blood tests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Consultation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Information</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vehicle titles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready-made queues</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of queue %L1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To be called within, queue %L1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove queue %L1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agent %L1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give every queue a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two queues are called %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At least one person calls tickets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your branch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the branch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open from – to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closes at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who serves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names with commas between them. Everybody calls from every queue at first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your queues</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name, and within how many minutes people are to be called.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clinic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Town hall</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::WizardBranchStep</name>
    <message>
        <source>3 minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try the demo branch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A busy day at thirty times its speed. Two minutes in, a queue gets into trouble and one suggestion resolves it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to prepare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invented people, invented data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept apart from your own branch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>10 minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New branch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name your queues and counters, set the opening hours and the wait you promise. The first ticket can follow at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your opening hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names of queues and counters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every answer can be changed later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set up a branch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>5 minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring months of tickets from a file. The first estimates are there before you open the doors.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A CSV file, or any table as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns are recognised, you confirm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customers’ names are left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How would you like to start?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is final. You can come back here from Help at any time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new branch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take ready-made queues and change what is different with you.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::WizardDevicesStep</name>
    <message>
        <source>Display test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now called</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counter 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I can read this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Can everybody see and hear it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A look at the screen for the waiting room and a sound for alerts. Both can wait.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Public display</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln screens are connected. The test picture fills the last one.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>One screen is connected. The test picture fills it until you close it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the test picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Critical alerts sound until somebody takes care of them. Turn the volume up if you hear nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play the sound</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::WizardLookStep</name>
    <message>
        <source>Make yourself at home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language and theme change at once, here and later in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::WizardShortcutsStep</name>
    <message>
        <source>Four keys, and you are fast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All the others stand in the list of shortcuts, Ctrl+/.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type what you want to do, or a ticket&apos;s number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call the next one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finishes with the present customer first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes the suggestion that is shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last call, transfer or suggestion, for half a minute.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>smartqueue::presentation::AgentSetupModel</name>
    <message>
        <source>Agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls from, first choice first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skills</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>smartqueue::presentation::CounterSetupModel</name>
    <message>
        <source>Counter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who is there now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>smartqueue::presentation::OwnQueueModel</name>
    <message>
        <source>no estimate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rank %1, %2: %3 waiting, %4</source>
        <comment>rank, queue, count, estimate</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>smartqueue::presentation::QueueSetupModel</name>
    <message>
        <source>Queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Called</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Room for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1–%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No limit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>smartqueue::presentation::RecorderWords</name>
    <message>
        <source>less than a minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln minutes</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>a counter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>counter %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this counter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 chose %2 by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 chose %2 by hand: “%3”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not call from %2, where %3 was waiting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 calls from %2 before %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 had waited longer than the %2 promised. %3 still had %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has priority %L2, %3 has %L4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 came first: at %2, %3 at %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 stood further back in the line at %2, after it was returned or moved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 had not arrived yet at %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was on hold at %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was already at a counter at %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was no longer waiting at %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was kept for %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was kept for another agent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was not: %1 was called first, at %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was not: %1 was called first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chosen by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept for an agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rank, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Late for its SLA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Priority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrival</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>decided here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the same for both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By rank, %1 would have gone first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By its SLA, %1 would have gone first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By priority, %1 would have gone first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By arrival alone, %1 would have gone first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was called at %2, in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was called at %2, %3 late.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was not called in this recording.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why was one ticket called before another?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why was %1 called before %2?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until now nobody was called out of the order of arrival. Choose two tickets to compare them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no ticket %1 on this day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose two different tickets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was not called on this day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As recorded then · entry %L1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A ticket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in order of arrival</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by priority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>late ones first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alert: %1 is nearly full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alert: people in %1 wait longer than promised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alert: nobody serves %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alert: long waits in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suggestion applied: %1 moves to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suggestion applied: %1 helps in %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suggestion applied: %1 is called %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is busy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 takes a break</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 leaves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 arrives for %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is called to %2 by %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is called once more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 comes to %2, service begins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is put on hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 goes on with %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has finished with %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not come</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 goes back to waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 moves from %2 to %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 leaves without being served</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 gets priority %L2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A note is saved for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 opens %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 signs out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 asks for a break after this ticket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 no longer asks for a break</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is called %2 from now on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 calls from %2, rank %L3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 no longer calls from %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A suggestion is dismissed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The alert for %1 changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An alert is over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The alert for %1 is acknowledged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The alert for %1 is snoozed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 takes the alert for %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last action is taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new day begins, numbers start again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A history is imported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The setup of the branch changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serving %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On a break</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>smartqueue::presentation::ServiceSetupModel</name>
    <message>
        <source>Service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To be called within</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skills needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queues</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%L1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>smartqueue::presentation::SetupChecks</name>
    <message>
        <source>Give it a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>A name has at most %Ln characters.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>This name is taken. Choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No such time zone. Choose one from the list, such as Europe/Paris.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closing comes after opening.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Between 1 and 100 %.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At least one day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Between one second and 24 hours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create a service first: it says how long people may wait.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>At most %Ln characters.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>It ends with a letter: A1 and 001 would read A1001.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last number comes after the first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At least one, or no limit.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>smartqueue::presentation::SetupTableModel</name>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>smartqueue::presentation::TicketTableModel</name>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Priority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waited / told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, told %2</source>
        <comment>waited, promised range</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>smartqueue::presentation::UpcomingModel</name>
    <message>
        <source>%1, %2, %3, waited %4</source>
        <comment>number, queue, reason, duration</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>smartqueue::widgets::CommandPalette</name>
    <message>
        <source>Search or run a command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing matches. Try fewer letters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matching commands</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>smartqueue::widgets::FormSheet</name>
    <message>
        <source>Esc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>smartqueue::widgets::ProgressSheet</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esc</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>smartqueue::widgets::RankList</name>
    <message>
        <source>Space ticks, Alt+Up and Alt+Down move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, choice %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, not chosen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>smartqueue::widgets::SearchField</name>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>smartqueue::widgets::Sidebar</name>
    <message>
        <source>current page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Collapse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expand</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>smartqueue::widgets::Skeleton</name>
    <message>
        <source>Loading</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>smartqueue::widgets::StepList</name>
    <message>
        <source>%1: step %2 of %3, %4</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>smartqueue::widgets::SuggestionRow</name>
    <message>
        <source>Apply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>smartqueue::widgets::Toast</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
