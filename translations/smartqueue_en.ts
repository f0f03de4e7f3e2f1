<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AlertWords</name>
    <message numerus="yes">
        <source>%n waiting: nearly full</source>
        <translation><numerusform>%n waiting: nearly full</numerusform><numerusform>%n waiting: nearly full</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n past the promised time</source>
        <translation><numerusform>%n past the promised time</numerusform><numerusform>%n past the promised time</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Nobody serves while %n wait(s)</source>
        <translation><numerusform>Nobody serves while %n waits</numerusform><numerusform>Nobody serves while %n wait</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n wait(s), and nobody at a counter can serve them.</source>
        <translation><numerusform>%n waits, and nobody at a counter can serve them.</numerusform><numerusform>%n wait, and nobody at a counter can serve them.</numerusform></translation>
    </message>
</context>
<context>
    <name>LiveWords</name>
    <message numerus="yes">
        <source>Nobody serves while %n wait(s)</source>
        <translation><numerusform>Nobody serves while %n waits</numerusform><numerusform>Nobody serves while %n wait</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n past the promised time</source>
        <translation><numerusform>%n past the promised time</numerusform><numerusform>%n past the promised time</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n queue(s)</source>
        <translation><numerusform>%n queue</numerusform><numerusform>%n queues</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>of %n issued</source>
        <translation><numerusform>of %n issued</numerusform><numerusform>of %n issued</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s)</source>
        <translation><numerusform>%n ticket</numerusform><numerusform>%n tickets</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>of %n signed in</source>
        <translation><numerusform>of %n signed in</numerusform><numerusform>of %n signed in</numerusform></translation>
    </message>
</context>
<context>
    <name>SuggestionWords</name>
    <message numerus="yes">
        <source>%1: %n waiting</source>
        <comment>queue</comment>
        <translation>
            <numerusform>%1: %n waiting</numerusform>
            <numerusform>%1: %n waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n tickets to %1</source>
        <translation>
            <numerusform>Move %n ticket to %1</numerusform>
            <numerusform>Move %n tickets to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tickets moved to %1</source>
        <translation>
            <numerusform>%n ticket moved to %1</numerusform>
            <numerusform>%n tickets moved to %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TicketStory</name>
    <message numerus="yes">
        <source>announced %n time(s)</source>
        <translation><numerusform>announced %n time</numerusform><numerusform>announced %n times</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Announced %n time(s)</source>
        <translation><numerusform>Announced %n time</numerusform><numerusform>Announced %n times</numerusform></translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::AlertBell</name>
    <message numerus="yes">
        <source>%n alert(s) need someone. %1</source>
        <translation><numerusform>%n alert needs someone. %1</numerusform><numerusform>%n alerts need someone. %1</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>SmartQueue: %n alert(s)</source>
        <translation><numerusform>SmartQueue: %n alert</numerusform><numerusform>SmartQueue: %n alerts</numerusform></translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::AlertRulesCard</name>
    <message numerus="yes">
        <source>Would have fired %n time(s) last week</source>
        <translation><numerusform>Would have fired %n time last week</numerusform><numerusform>Would have fired %n times last week</numerusform></translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::CallBar</name>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation><numerusform>%n waiting</numerusform><numerusform>%n waiting</numerusform></translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::DeskLastCard</name>
    <message numerus="yes">
        <source>What you finished in the last half hour is listed here, with a way to take it back for %n second(s).</source>
        <translation><numerusform>What you finished in the last half hour is listed here, with a way to take it back for %n second.</numerusform><numerusform>What you finished in the last half hour is listed here, with a way to take it back for %n seconds.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>An act can be taken back for %n second(s), while nobody has gone on from it.</source>
        <translation><numerusform>An act can be taken back for %n second, while nobody has gone on from it.</numerusform><numerusform>An act can be taken back for %n seconds, while nobody has gone on from it.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Takes back everything since, %n step(s).</source>
        <translation><numerusform>Takes back everything since, %n step.</numerusform><numerusform>Takes back everything since, %n steps.</numerusform></translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::DeskTicketCard</name>
    <message numerus="yes">
        <source>%1, announced %n time(s)</source>
        <translation><numerusform>%1, announced %n time</numerusform><numerusform>%1, announced %n times</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) waiting in your queues.</source>
        <translation><numerusform>%n customer waiting in your queues.</numerusform><numerusform>%n customers waiting in your queues.</numerusform></translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::LiveAlerts</name>
    <message numerus="yes">
        <source>All %n alert(s)</source>
        <translation><numerusform>All %n alert</numerusform><numerusform>All %n alerts</numerusform></translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::MainWindow</name>
    <message numerus="yes">
        <source>%n to look at</source>
        <translation><numerusform>%n to look at</numerusform><numerusform>%n to look at</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n agent(s) online</source>
        <translation><numerusform>%n agent online</numerusform><numerusform>%n agents online</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation><numerusform>%n waiting</numerusform><numerusform>%n waiting</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Host %1 · %2 of %Ln desktop(s) in step</source>
        <translation><numerusform>Host %1 · %2 of %Ln desktop in step</numerusform><numerusform>Host %1 · %2 of %Ln desktops in step</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%Ln act(s) done here wait for it. You can finish the ticket in hand, issue tickets, and call those.</source>
        <translation><numerusform>%Ln act done here waits for it. You can finish the ticket in hand, issue tickets, and call those.</numerusform><numerusform>%Ln acts done here wait for it. You can finish the ticket in hand, issue tickets, and call those.</numerusform></translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::SetupList</name>
    <message numerus="yes">
        <source>%Ln in all</source>
        <translation><numerusform>%Ln in all</numerusform><numerusform>%Ln in all</numerusform></translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::TicketFilterBar</name>
    <message numerus="yes">
        <source>%n ticket(s)</source>
        <translation><numerusform>%n ticket</numerusform><numerusform>%n tickets</numerusform></translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::TicketsPage</name>
    <message numerus="yes">
        <source>%n ticket(s)</source>
        <translation><numerusform>%n ticket</numerusform><numerusform>%n tickets</numerusform></translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::TransferDialog</name>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation><numerusform>%n waiting</numerusform><numerusform>%n waiting</numerusform></translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::WizardDevicesStep</name>
    <message numerus="yes">
        <source>%Ln screens are connected. The test picture fills the last one.</source>
        <translation><numerusform>%Ln screen is connected. The test picture fills the last one.</numerusform><numerusform>%Ln screens are connected. The test picture fills the last one.</numerusform></translation>
    </message>
</context>
<context>
    <name>smartqueue::presentation::RecorderWords</name>
    <message numerus="yes">
        <source>%Ln minutes</source>
        <translation><numerusform>%Ln minute</numerusform><numerusform>%Ln minutes</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%Ln waiting</source>
        <translation><numerusform>%Ln waiting</numerusform><numerusform>%Ln waiting</numerusform></translation>
    </message>
</context>
<context>
    <name>smartqueue::presentation::SetupChecks</name>
    <message numerus="yes">
        <source>A name has at most %Ln characters.</source>
        <translation><numerusform>A name has at most %Ln character.</numerusform><numerusform>A name has at most %Ln characters.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>At most %Ln characters.</source>
        <translation><numerusform>At most %Ln character.</numerusform><numerusform>At most %Ln characters.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>At most %Ln reasons.</source>
        <translation><numerusform>At most %Ln reason.</numerusform><numerusform>At most %Ln reasons.</numerusform></translation>
    </message>
</context>
<context>
    <name>FailureWords</name>
    <message numerus="yes">
        <source>The organisation may have no more than %Ln branch(es).</source>
        <translation><numerusform>The organisation may have no more than %Ln branch.</numerusform><numerusform>The organisation may have no more than %Ln branches.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>The organisation may have no more than %Ln agent(s).</source>
        <translation><numerusform>The organisation may have no more than %Ln agent.</numerusform><numerusform>The organisation may have no more than %Ln agents.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>The organisation may have no more than %Ln queue(s).</source>
        <translation><numerusform>The organisation may have no more than %Ln queue.</numerusform><numerusform>The organisation may have no more than %Ln queues.</numerusform></translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::AccountDialog</name>
    <message numerus="yes">
        <source>On. %n recovery code(s) left.</source>
        <translation><numerusform>On. %n recovery code left.</numerusform><numerusform>On. %n recovery codes left.</numerusform></translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::AgentFilterBar</name>
    <message numerus="yes">
        <source>%n match(es)</source>
        <translation><numerusform>%n match</numerusform><numerusform>%n matches</numerusform></translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::AgentsPage</name>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation><numerusform>%n person</numerusform><numerusform>%n people</numerusform></translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::AuditTab</name>
    <message numerus="yes">
        <source>%Ln new entry(ies): show them</source>
        <translation><numerusform>%Ln new entry: show it</numerusform><numerusform>%Ln new entries: show them</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%Ln entry(ies), newest first</source>
        <translation><numerusform>%Ln entry, newest first</numerusform><numerusform>%Ln entries, newest first</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%Ln entry(ies) written to %1</source>
        <translation><numerusform>%Ln entry written to %1</numerusform><numerusform>%Ln entries written to %1</numerusform></translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::CustomerDialog</name>
    <message numerus="yes">
        <source>%Ln record(s). Tick those that are this person’s.</source>
        <translation><numerusform>%Ln record. Tick it if it is this person’s.</numerusform><numerusform>%Ln records. Tick those that are this person’s.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%Ln ticket(s) cannot be read with the key at hand.</source>
        <translation><numerusform>%Ln ticket cannot be read with the key at hand.</numerusform><numerusform>%Ln tickets cannot be read with the key at hand.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%Ln ticked</source>
        <translation><numerusform>%Ln ticked</numerusform><numerusform>%Ln ticked</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) written to %1</source>
        <translation><numerusform>%Ln record written to %1</numerusform><numerusform>%Ln records written to %1</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Erase what is kept in %Ln record(s)? Name, phone and notes go for good, and are in no backup made from now on. The tickets and the statistics stay. This cannot be undone.</source>
        <translation><numerusform>Erase what is kept in %Ln record? Name, phone and notes go for good, and are in no backup made from now on. The tickets and the statistics stay. This cannot be undone.</numerusform><numerusform>Erase what is kept in %Ln records? Name, phone and notes go for good, and are in no backup made from now on. The tickets and the statistics stay. This cannot be undone.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) erased. The person is gone; the statistics stay.</source>
        <translation><numerusform>%Ln record erased. The person is gone; the statistics stay.</numerusform><numerusform>%Ln records erased. The person is gone; the statistics stay.</numerusform></translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::ImportPanel</name>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <comment>line numbers</comment>
        <translation><numerusform>%1 and %Ln more</numerusform><numerusform>%1 and %Ln more</numerusform></translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::InvitationPlate</name>
    <message numerus="yes">
        <source>%n hours, one use</source>
        <translation><numerusform>%n hour, one use</numerusform><numerusform>%n hours, one use</numerusform></translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::TenantsTab</name>
    <message numerus="yes">
        <source>%Ln in all</source>
        <translation><numerusform>%Ln in all</numerusform><numerusform>%Ln in all</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>tickets kept %Ln day(s)</source>
        <translation><numerusform>tickets kept %Ln day</numerusform><numerusform>tickets kept %Ln days</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%Ln of %1 branches</source>
        <translation><numerusform>%Ln of %1 branches</numerusform><numerusform>%Ln of %1 branches</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%Ln of %1 agents</source>
        <translation><numerusform>%Ln of %1 agents</numerusform><numerusform>%Ln of %1 agents</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%Ln of %1 queues</source>
        <translation><numerusform>%Ln of %1 queues</numerusform><numerusform>%Ln of %1 queues</numerusform></translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::UserForm</name>
    <message numerus="yes">
        <source>At most %Ln characters.</source>
        <translation><numerusform>At most %Ln character.</numerusform><numerusform>At most %Ln characters.</numerusform></translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::UserImportDialog</name>
    <message numerus="yes">
        <source>%Ln people taken in.</source>
        <translation><numerusform>%Ln person taken in.</numerusform><numerusform>%Ln people taken in.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%Ln lines left out.</source>
        <translation><numerusform>%Ln line left out.</numerusform><numerusform>%Ln lines left out.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Give each one their code: it works once, for %n hours, and is shown only here.</source>
        <translation><numerusform>Give each one their code: it works once, for %n hour, and is shown only here.</numerusform><numerusform>Give each one their code: it works once, for %n hours, and is shown only here.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Import %Ln people</source>
        <translation><numerusform>Import %Ln person</numerusform><numerusform>Import %Ln people</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>leave out %Ln</source>
        <translation><numerusform>leave out %Ln</numerusform><numerusform>leave out %Ln</numerusform></translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::UserImportWords</name>
    <message numerus="yes">
        <source>The password is too easy to guess, or shorter than %n characters</source>
        <translation><numerusform>The password is too easy to guess, or shorter than %n character</numerusform><numerusform>The password is too easy to guess, or shorter than %n characters</numerusform></translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::UsersTab</name>
    <message numerus="yes">
        <source>%Ln people</source>
        <translation><numerusform>%Ln person</numerusform><numerusform>%Ln people</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%Ln active</source>
        <translation><numerusform>%Ln active</numerusform><numerusform>%Ln active</numerusform></translation>
    </message>
</context>
<context>
    <name>smartqueue::presentation::Audit</name>
    <message numerus="yes">
        <source>%Ln day(s)</source>
        <translation><numerusform>%Ln day</numerusform><numerusform>%Ln days</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Imported %Ln past ticket(s) from %1</source>
        <translation><numerusform>Imported %Ln past ticket from %1</numerusform><numerusform>Imported %Ln past tickets from %1</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Erased the data of %Ln customer record(s)</source>
        <translation><numerusform>Erased the data of %Ln customer record</numerusform><numerusform>Erased the data of %Ln customer records</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Exported the data of %Ln customer record(s)</source>
        <translation><numerusform>Exported the data of %Ln customer record</numerusform><numerusform>Exported the data of %Ln customer records</numerusform></translation>
    </message>
</context>
<context>
    <name>PeerWords</name>
    <message numerus="yes">
        <source>%Ln entry(ies)</source>
        <comment>behind the host</comment>
        <translation><numerusform>%Ln entry</numerusform><numerusform>%Ln entries</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%Ln desktop(s) cannot be reached.</source>
        <translation><numerusform>%Ln desktop cannot be reached.</numerusform><numerusform>%Ln desktops cannot be reached.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%Ln desktop(s) lag(s) behind.</source>
        <translation><numerusform>%Ln desktop lags behind.</numerusform><numerusform>%Ln desktops lag behind.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%Ln desktop(s) fetch(es) a copy of the branch.</source>
        <translation><numerusform>%Ln desktop fetches a copy of the branch.</numerusform><numerusform>%Ln desktops fetch a copy of the branch.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>The branch is one piece: %Ln desktop(s) in step.</source>
        <translation><numerusform>The branch is one piece: %Ln desktop in step.</numerusform><numerusform>The branch is one piece: %Ln desktops in step.</numerusform></translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::AsideActsCard</name>
    <message numerus="yes">
        <source>%Ln act(s) of this desktop without its host cannot be taken on by any host. They are kept here, and their numbers are not given again.</source>
        <translation><numerusform>%Ln act of this desktop without its host cannot be taken on by any host. It is kept here, and its number is not given again.</numerusform><numerusform>%Ln acts of this desktop without its host cannot be taken on by any host. They are kept here, and their numbers are not given again.</numerusform></translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::AsideCard</name>
    <message numerus="yes">
        <source>%Ln act(s) from %1 to %2 happened on this desktop while it was cut off. The branch went on without them: nothing of it was merged, and nothing is lost.</source>
        <translation><numerusform>%Ln act from %1 to %2 happened on this desktop while it was cut off. The branch went on without it: nothing of it was merged, and nothing is lost.</numerusform><numerusform>%Ln acts from %1 to %2 happened on this desktop while it was cut off. The branch went on without them: nothing of it was merged, and nothing is lost.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>About %1 and %Ln more.</source>
        <translation><numerusform>About %1 and %Ln more.</numerusform><numerusform>About %1 and %Ln more.</numerusform></translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::ConflictList</name>
    <message numerus="yes">
        <source>%Ln more conflict(s) wait.</source>
        <translation><numerusform>%Ln more conflict waits.</numerusform><numerusform>%Ln more conflicts wait.</numerusform></translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::PeerInvitationSheet</name>
    <message numerus="yes">
        <source>Somebody typed a wrong code. %Ln more try(ies), then this code holds no more.</source>
        <translation><numerusform>Somebody typed a wrong code. %Ln more try, then this code holds no more.</numerusform><numerusform>Somebody typed a wrong code. %Ln more tries, then this code holds no more.</numerusform></translation>
    </message>
</context>
<context>
    <name>DayOutlook</name>
    <message numerus="yes">
        <source>besides the %n waiting now</source>
        <translation><numerusform>besides the one waiting now</numerusform><numerusform>besides the %n waiting now</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Low confidence: the branch has %n day(s) of history, and 14 are needed.</source>
        <translation><numerusform>Low confidence: the branch has %n day of history, and 14 are needed.</numerusform><numerusform>Low confidence: the branch has %n days of history, and 14 are needed.</numerusform></translation>
    </message>
</context>
<context>
    <name>PromiseWords</name>
    <message numerus="yes">
        <source>only %n promise(s): too few to judge</source>
        <translation>
            <numerusform>only %n promise: too few to judge</numerusform>
            <numerusform>only %n promises: too few to judge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Too early to judge: %n promise(s) so far.</source>
        <translation>
            <numerusform>Too early to judge: %n promise so far.</numerusform>
            <numerusform>Too early to judge: %n promises so far.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of four figures off target; off by %1 on average.</source>
        <translation>
            <numerusform>%n of four figures off target; off by %1 on average.</numerusform>
            <numerusform>%n of four figures off target; off by %1 on average.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln promise(s) checked against the real wait</source>
        <translation>
            <numerusform>%Ln promise checked against the real wait</numerusform>
            <numerusform>%Ln promises checked against the real wait</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln left uncalled</source>
        <translation>
            <numerusform>%Ln left uncalled</numerusform>
            <numerusform>%Ln left uncalled</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: off by %2, %3; %n promise(s)</source>
        <translation>
            <numerusform>%1: off by %2, %3; %n promise</numerusform>
            <numerusform>%1: off by %2, %3; %n promises</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TwinChanges</name>
    <message numerus="yes">
        <source>%n agent(s)</source>
        <translation><numerusform>%n agent</numerusform><numerusform>%n agents</numerusform></translation>
    </message>
</context>
<context>
    <name>PriceWords</name>
    <message numerus="yes">
        <source>%n moved from %1 wait(s) %2 longer (%3 to %4)</source>
        <comment>customers, queue, span, range</comment>
        <translation>
            <numerusform>%n moved from %1 waits %2 longer (%3 to %4)</numerusform>
            <numerusform>%n moved from %1 wait %2 longer (%3 to %4)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of %1 wait(s) %2 longer (%3 to %4)</source>
        <comment>customers, queue, span, range</comment>
        <translation>
            <numerusform>%n of %1 waits %2 longer (%3 to %4)</numerusform>
            <numerusform>%n of %1 wait %2 longer (%3 to %4)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more group(s)</source>
        <comment>of customers</comment>
        <translation>
            <numerusform>%n more group</numerusform>
            <numerusform>%n more groups</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n find(s) the door shut</source>
        <comment>customers</comment>
        <translation>
            <numerusform>%n finds the door shut</numerusform>
            <numerusform>%n find the door shut</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s)</source>
        <comment>behind a verdict</comment>
        <translation><numerusform>%n customer</numerusform><numerusform>%n customers</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Too early to say whether it came true: %n customer(s) so far</source>
        <translation><numerusform>Too early to say whether it came true: %n customer so far</numerusform><numerusform>Too early to say whether it came true: %n customers so far</numerusform></translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::LiveSuggestions</name>
    <message numerus="yes">
        <source>Show all %n</source>
        <translation>
            <numerusform>Show all %n</numerusform>
            <numerusform>Show all %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Experiment</name>
    <message numerus="yes">
        <source>%n agent(s) more</source>
        <translation><numerusform>%n agent more</numerusform><numerusform>%n agents more</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n agent(s) fewer</source>
        <translation><numerusform>%n agent fewer</numerusform><numerusform>%n agents fewer</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s)</source>
        <translation><numerusform>%Ln day</numerusform><numerusform>%Ln days</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%Ln ticket(s)</source>
        <translation><numerusform>%Ln ticket</numerusform><numerusform>%Ln tickets</numerusform></translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::WayPicker</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation><numerusform>%n more</numerusform><numerusform>%n more</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n fewer</source>
        <translation><numerusform>%n fewer</numerusform><numerusform>%n fewer</numerusform></translation>
    </message>
</context>
</TS>
