<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>AgentFacts</name>
    <message>
        <source>%1 of %2 min</source>
        <comment>minutes of a break, its limit</comment>
        <translation>%1 min sur %2</translation>
    </message>
    <message>
        <source>%1, %2 over</source>
        <comment>length of a break, beyond its limit</comment>
        <translation>%1, %2 de trop</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>reason of a break, its limit</comment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>AlertWords</name>
    <message>
        <source>Open</source>
        <translation>Ouverte</translation>
    </message>
    <message>
        <source>Snoozed</source>
        <translation>Reportée</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>Acte pris</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>Terminée</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting: nearly full</source>
        <translation>
            <numerusform>%n en attente : presque pleine</numerusform>
            <numerusform>%n en attente : presque pleine</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n past the promised time</source>
        <translation>
            <numerusform>%n personne hors délai promis</numerusform>
            <numerusform>%n personnes hors délai promis</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nobody serves while %n wait(s)</source>
        <translation>
            <numerusform>Personne ne sert alors que %n personne attend</numerusform>
            <numerusform>Personne ne sert alors que %n personnes attendent</numerusform>
        </translation>
    </message>
    <message>
        <source>Those in front will wait about %1</source>
        <translation>Les premiers de la file attendront environ %1</translation>
    </message>
    <message>
        <source>Snoozed until %1</source>
        <translation>Reportée à %1</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Gravité</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Ce qui se passe</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Depuis</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Responsable</translation>
    </message>
    <message>
        <source>It was over at %1, after %2.</source>
        <translation>Terminé à %1, après %2.</translation>
    </message>
    <message>
        <source>The queue is no longer there.</source>
        <translation>La file n’existe plus.</translation>
    </message>
    <message>
        <source>%1 of %2 places are taken. When they are gone, nobody more gets a ticket.</source>
        <translation>%1 places sur %2 sont prises. Quand il n’y en aura plus, plus personne ne recevra de ticket.</translation>
    </message>
    <message>
        <source>%1 of the %2 who wait have waited longer than the promised %3.</source>
        <translation>Délai promis de %3 dépassé pour %1 des %2 personnes en attente.</translation>
    </message>
    <message numerus="yes">
        <source>%n wait(s), and nobody at a counter can serve them.</source>
        <translation>
            <numerusform>%n personne attend et aucun guichet ne peut la servir.</numerusform>
            <numerusform>%n personnes attendent et aucun guichet ne peut les servir.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody at a counter can serve this queue.</source>
        <translation>Aucun guichet ne peut servir cette file.</translation>
    </message>
    <message>
        <source>Those in front will wait %1 on average; promised are %2.</source>
        <translation>Les premiers attendront %1 en moyenne ; %2 sont promises.</translation>
    </message>
    <message>
        <source>%1 of a queue’s places are taken.</source>
        <translation>%1 des places d’une file sont prises.</translation>
    </message>
    <message>
        <source>Someone has waited longer than promised. High when it is more than %1 of those waiting.</source>
        <translation>Quelqu’un a dépassé le délai promis. Élevée au-delà de %1 des personnes en attente.</translation>
    </message>
    <message>
        <source>People wait and nobody at a counter can serve them.</source>
        <translation>Des personnes attendent et aucun guichet ne peut les servir.</translation>
    </message>
    <message>
        <source>The first %1 in line will wait more than %2 times the promised time.</source>
        <translation>Les %1 premiers attendront plus de %2 fois le délai promis.</translation>
    </message>
</context>
<context>
    <name>DemoNames</name>
    <message>
        <source>Downtown branch</source>
        <translation>Agence du centre-ville</translation>
    </message>
    <message>
        <source>Passport renewal</source>
        <translation>Demande de passeport</translation>
    </message>
    <message>
        <source>Passports</source>
        <translation>Passeports</translation>
    </message>
    <message>
        <source>Tax payment</source>
        <translation>Paiement des impôts</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>Paiements</translation>
    </message>
    <message>
        <source>Information</source>
        <comment>service</comment>
        <translation>Renseignements</translation>
    </message>
    <message>
        <source>Information</source>
        <comment>queue</comment>
        <translation>Renseignements</translation>
    </message>
    <message>
        <source>Vehicle registration</source>
        <translation>Carte grise</translation>
    </message>
    <message>
        <source>Vehicle titles</source>
        <translation>Cartes grises</translation>
    </message>
    <message>
        <source>Fire drill</source>
        <translation>Évacuation</translation>
    </message>
    <message>
        <source>Town hall</source>
        <translation>Mairie</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>kept for you</source>
        <translation>réservé pour vous</translation>
    </message>
    <message>
        <source>was due by %1</source>
        <comment>time of day</comment>
        <translation>devait être appelé avant %1</translation>
    </message>
    <message>
        <source>priority %1</source>
        <translation>priorité %1</translation>
    </message>
    <message>
        <source>first in rank %1</source>
        <translation>premier du rang %1</translation>
    </message>
    <message>
        <source>in order of arrival</source>
        <translation>par ordre d’arrivée</translation>
    </message>
    <message>
        <source>Your rank, then those past their target, then priority, then arrival.</source>
        <translation>Votre rang, puis les clients hors délai, puis la priorité, puis l’arrivée.</translation>
    </message>
    <message>
        <source>Your rank, then priority, then arrival.</source>
        <translation>Votre rang, puis la priorité, puis l’arrivée.</translation>
    </message>
    <message>
        <source>Your rank, then arrival.</source>
        <translation>Votre rang, puis l’arrivée.</translation>
    </message>
    <message>
        <source>Those kept for you first. %1</source>
        <translation>D’abord ceux qui vous sont réservés. %1</translation>
    </message>
    <message>
        <source>Transferred</source>
        <translation>Transféré</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>Remis en file</translation>
    </message>
</context>
<context>
    <name>DeskActs</name>
    <message>
        <source>Starting…</source>
        <translation>Début…</translation>
    </message>
    <message>
        <source>Start service</source>
        <translation>Commencer le service</translation>
    </message>
    <message>
        <source>Finishing…</source>
        <translation>Fin…</translation>
    </message>
    <message>
        <source>Finish, then break</source>
        <translation>Terminer, puis pause</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Terminer</translation>
    </message>
    <message>
        <source>Calling…</source>
        <translation>Appel…</translation>
    </message>
    <message>
        <source>Finish and call next</source>
        <translation>Terminer et appeler</translation>
    </message>
    <message>
        <source>Call next</source>
        <translation>Appeler le suivant</translation>
    </message>
</context>
<context>
    <name>FailureWords</name>
    <message>
        <source>This service is no longer there.</source>
        <translation>Ce service n’existe plus.</translation>
    </message>
    <message>
        <source>Choose another one.</source>
        <translation>Choisissez-en un autre.</translation>
    </message>
    <message>
        <source>This queue is no longer there.</source>
        <translation>Cette file n’existe plus.</translation>
    </message>
    <message>
        <source>This agent is no longer there.</source>
        <translation>Cet agent n’existe plus.</translation>
    </message>
    <message>
        <source>This ticket was closed a while ago.</source>
        <translation>Ce ticket est clos depuis un moment.</translation>
    </message>
    <message>
        <source>Its story is under Tickets.</source>
        <translation>Son historique se trouve dans Tickets.</translation>
    </message>
    <message>
        <source>This alert is already over.</source>
        <translation>Cette alerte est déjà terminée.</translation>
    </message>
    <message>
        <source>This suggestion is no longer there.</source>
        <translation>Cette suggestion n’existe plus.</translation>
    </message>
    <message>
        <source>The time zone “%1” is not known on this computer.</source>
        <translation>Le fuseau horaire « %1 » est inconnu de cet ordinateur.</translation>
    </message>
    <message>
        <source>Choose one from the list, such as Europe/Paris.</source>
        <translation>Choisissez-en un dans la liste, par exemple Europe/Paris.</translation>
    </message>
    <message>
        <source>“%1” is already in use.</source>
        <translation>« %1 » est déjà utilisé.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Choisissez un autre nom.</translation>
    </message>
    <message>
        <source>The prefix “%1” is already in use.</source>
        <translation>Le préfixe « %1 » est déjà utilisé.</translation>
    </message>
    <message>
        <source>The value for “%1” cannot be used.</source>
        <translation>La valeur de « %1 » ne convient pas.</translation>
    </message>
    <message>
        <source>Check it and try again.</source>
        <translation>Vérifiez-la et réessayez.</translation>
    </message>
    <message>
        <source>The value for “%1” must be between %2 and %3.</source>
        <translation>La valeur de « %1 » doit être comprise entre %2 et %3.</translation>
    </message>
    <message>
        <source>The text for “%1” is too long: at most %2 characters.</source>
        <translation>Le texte de « %1 » est trop long : %2 caractères au plus.</translation>
    </message>
    <message>
        <source>The branch has reached its limit of %1.</source>
        <translation>L’agence a atteint sa limite de %1.</translation>
    </message>
    <message>
        <source>Remove what is no longer used.</source>
        <translation>Retirez ce qui ne sert plus.</translation>
    </message>
    <message>
        <source>“%1” is still needed by %2.</source>
        <translation>%2 a encore besoin de « %1 ».</translation>
    </message>
    <message>
        <source>Finish or move that first.</source>
        <translation>Terminez ou déplacez cela d’abord.</translation>
    </message>
    <message>
        <source>%1 is paused.</source>
        <translation>%1 est en pause.</translation>
    </message>
    <message>
        <source>Open the queue to go on.</source>
        <translation>Ouvrez la file pour continuer.</translation>
    </message>
    <message>
        <source>%1 is closed and takes nobody new.</source>
        <translation>%1 est fermée et n’accepte plus personne.</translation>
    </message>
    <message>
        <source>%1 is full: %2 people are waiting.</source>
        <translation>%1 est pleine : %2 personnes attendent.</translation>
    </message>
    <message>
        <source>Serve or move someone first, or raise the capacity.</source>
        <translation>Servez ou déplacez d’abord quelqu’un, ou augmentez la capacité.</translation>
    </message>
    <message>
        <source>%1 has given its last number of the day, %2.</source>
        <translation>%1 a donné son dernier numéro du jour, %2.</translation>
    </message>
    <message>
        <source>Widen the range of numbers under Administration.</source>
        <translation>Élargissez la plage de numéros dans Administration.</translation>
    </message>
    <message>
        <source>Nobody is waiting in your queues.</source>
        <translation>Personne n’attend dans vos files.</translation>
    </message>
    <message>
        <source>%1 does not serve %2.</source>
        <translation>%1 ne sert pas %2.</translation>
    </message>
    <message>
        <source>Assign the queue first, or choose someone who serves it.</source>
        <translation>Affectez d’abord la file, ou choisissez quelqu’un qui la sert.</translation>
    </message>
    <message>
        <source>Nobody there can serve ticket %1.</source>
        <translation>Personne là-bas ne peut servir le ticket %1.</translation>
    </message>
    <message>
        <source>Choose a queue whose agents have the skills.</source>
        <translation>Choisissez une file dont les agents ont les compétences.</translation>
    </message>
    <message>
        <source>%1 lacks a skill that %2 needs.</source>
        <translation>Il manque à %1 une compétence que demande %2.</translation>
    </message>
    <message>
        <source>%1 is not signed in.</source>
        <translation>%1 n’est pas en poste.</translation>
    </message>
    <message>
        <source>Sign in at a counter first.</source>
        <translation>Prenez d’abord le poste à un guichet.</translation>
    </message>
    <message>
        <source>%1 is on a break.</source>
        <translation>%1 est en pause.</translation>
    </message>
    <message>
        <source>%1 still has a customer.</source>
        <translation>%1 a encore un client.</translation>
    </message>
    <message>
        <source>Finish with this customer first.</source>
        <translation>Terminez d’abord avec ce client.</translation>
    </message>
    <message>
        <source>%1 is signed in already.</source>
        <translation>%1 est déjà en poste.</translation>
    </message>
    <message>
        <source>Sign out there first.</source>
        <translation>Quittez d’abord l’autre poste.</translation>
    </message>
    <message>
        <source>%1 works at counter %2.</source>
        <translation>%1 travaille au guichet %2.</translation>
    </message>
    <message>
        <source>Choose another counter.</source>
        <translation>Choisissez un autre guichet.</translation>
    </message>
    <message>
        <source>There is no customer at this desk.</source>
        <translation>Il n’y a aucun client à ce poste.</translation>
    </message>
    <message>
        <source>Ticket %1 has moved on: %2.</source>
        <translation>Le ticket %1 a changé d’état : %2.</translation>
    </message>
    <message>
        <source>Ticket %1 is kept for %2.</source>
        <translation>Le ticket %1 est réservé à %2.</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>Il n’y a rien à annuler.</translation>
    </message>
    <message>
        <source>More than %1 seconds have gone by, so this is final.</source>
        <translation>Plus de %1 secondes se sont écoulées : c’est définitif.</translation>
    </message>
    <message>
        <source>This cannot be undone any more: %1 has gone on since.</source>
        <translation>Annulation devenue impossible : %1 a continué depuis.</translation>
    </message>
    <message>
        <source>The branch has moved on since this was suggested, so nothing was changed.</source>
        <translation>L’agence a évolué depuis cette suggestion : rien n’a été modifié.</translation>
    </message>
    <message>
        <source>A new suggestion appears when there is one.</source>
        <translation>Une nouvelle suggestion apparaît dès qu’il y en a une.</translation>
    </message>
    <message>
        <source>The branch already holds events up to %1.</source>
        <translation>L’agence contient déjà des événements jusqu’à %1.</translation>
    </message>
    <message>
        <source>Check the clock of this computer.</source>
        <translation>Vérifiez l’horloge de cet ordinateur.</translation>
    </message>
    <message>
        <source>Another program holds the database %1.</source>
        <translation>Un autre programme occupe la base de données %1.</translation>
    </message>
    <message>
        <source>Close it, then try again.</source>
        <translation>Fermez-le, puis réessayez.</translation>
    </message>
    <message>
        <source>Another SmartQueue has the database %1 open.</source>
        <translation>Un autre SmartQueue a ouvert la base de données %1.</translation>
    </message>
    <message>
        <source>Use that window, or close it first.</source>
        <translation>Utilisez cette autre fenêtre, ou fermez-la d’abord.</translation>
    </message>
    <message>
        <source>The database %1 cannot be written.</source>
        <translation>Impossible d’écrire dans la base de données %1.</translation>
    </message>
    <message>
        <source>Give yourself the right to write the file and its folder, or choose another place with --db.</source>
        <translation>Donnez-vous le droit d’écrire le fichier et son dossier, ou choisissez un autre emplacement avec --db.</translation>
    </message>
    <message>
        <source>The disk that holds %1 is full. Everything confirmed so far is safe.</source>
        <translation>Le disque qui contient %1 est plein. Tout ce qui a été confirmé est en sûreté.</translation>
    </message>
    <message>
        <source>Free some space; the branch then goes on by itself.</source>
        <translation>Libérez de l’espace ; l’agence reprendra d’elle-même.</translation>
    </message>
    <message>
        <source>The database %1 is damaged.</source>
        <translation>La base de données %1 est endommagée.</translation>
    </message>
    <message>
        <source>Restore the newest backup; the damaged file is kept beside it.</source>
        <translation>Restaurez la sauvegarde la plus récente ; le fichier endommagé est conservé à côté.</translation>
    </message>
    <message>
        <source>The database %1 was written by a newer SmartQueue.</source>
        <translation>La base de données %1 a été écrite par un SmartQueue plus récent.</translation>
    </message>
    <message>
        <source>Update this program, or open another database.</source>
        <translation>Mettez ce programme à jour, ou ouvrez une autre base de données.</translation>
    </message>
    <message>
        <source>%1 is not a SmartQueue database.</source>
        <translation>%1 n’est pas une base de données SmartQueue.</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>Choisissez un autre fichier.</translation>
    </message>
    <message>
        <source>There is no database at %1.</source>
        <translation>Il n’y a pas de base de données à l’emplacement %1.</translation>
    </message>
    <message>
        <source>Check the path, or open the console without one: it makes its own.</source>
        <translation>Vérifiez le chemin, ou ouvrez la console sans chemin : elle crée la sienne.</translation>
    </message>
    <message>
        <source>The database %1 cannot be opened.</source>
        <translation>Impossible d’ouvrir la base de données %1.</translation>
    </message>
    <message>
        <source>Check that the folder exists and that you may write in it.</source>
        <translation>Vérifiez que le dossier existe et que vous pouvez y écrire.</translation>
    </message>
    <message>
        <source>The disk that holds %1 reported an error.</source>
        <translation>Le disque qui contient %1 a signalé une erreur.</translation>
    </message>
    <message>
        <source>Check the disk and its cable; make a backup as soon as it answers.</source>
        <translation>Vérifiez le disque et son câble ; faites une sauvegarde dès qu’il répond.</translation>
    </message>
    <message>
        <source>“%1” does not start at the root of a disk.</source>
        <translation>« %1 » ne part pas de la racine d’un disque.</translation>
    </message>
    <message>
        <source>Write the whole path, such as /home/me/branch.db.</source>
        <translation>Écrivez le chemin complet, par exemple /home/me/branch.db.</translation>
    </message>
    <message>
        <source>This did not work (%1).</source>
        <translation>Cela n’a pas fonctionné (%1).</translation>
    </message>
    <message>
        <source>Nothing was changed. Try again.</source>
        <translation>Rien n’a été modifié. Réessayez.</translation>
    </message>
    <message>
        <source>Too much is waiting to be carried out; nothing happened.</source>
        <translation>Trop de choses attendent d’être faites ; rien ne s’est passé.</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Réessayez dans un instant.</translation>
    </message>
    <message>
        <source>The database holds something this program does not understand.</source>
        <translation>La base de données contient quelque chose que ce programme ne comprend pas.</translation>
    </message>
    <message>
        <source>Update this program, or restore the newest backup.</source>
        <translation>Mettez ce programme à jour, ou restaurez la dernière sauvegarde.</translation>
    </message>
    <message>
        <source>There is no command “%1”.</source>
        <translation>Il n’existe pas de commande « %1 ».</translation>
    </message>
    <message>
        <source>“%1” is missing.</source>
        <translation>« %1 » manque.</translation>
    </message>
    <message>
        <source>There is no field “%1” here.</source>
        <translation>Il n’y a pas de champ « %1 » ici.</translation>
    </message>
    <message>
        <source>End the break first.</source>
        <translation>Terminez d’abord la pause.</translation>
    </message>
    <message>
        <source>Call the next one first.</source>
        <translation>Appelez d’abord le suivant.</translation>
    </message>
    <message>
        <source>This organisation is no longer there.</source>
        <translation>Cette organisation n’est plus là.</translation>
    </message>
    <message>
        <source>This branch is no longer there.</source>
        <translation>Cette agence n’est plus là.</translation>
    </message>
    <message>
        <source>This person is no longer there.</source>
        <translation>Cette personne n’est plus là.</translation>
    </message>
    <message>
        <source>Nothing is kept of this customer.</source>
        <translation>Rien n’est gardé de ce client.</translation>
    </message>
    <message>
        <source>Another organisation has this short name.</source>
        <translation>Une autre organisation porte ce nom court.</translation>
    </message>
    <message>
        <source>Somebody has this e-mail address already.</source>
        <translation>Quelqu’un a déjà cette adresse.</translation>
    </message>
    <message>
        <source>Your role does not include this (%1).</source>
        <translation>Votre rôle ne comprend pas cela (%1).</translation>
    </message>
    <message>
        <source>Ask an administrator of your organisation.</source>
        <translation>Demandez à un administrateur de votre organisation.</translation>
    </message>
    <message>
        <source>The first person is the superadmin.</source>
        <translation>La première personne est le superadmin.</translation>
    </message>
    <message>
        <source>This is the last superadmin.</source>
        <translation>C’est le dernier superadmin.</translation>
    </message>
    <message>
        <source>Name another one first.</source>
        <translation>Nommez-en d’abord un autre.</translation>
    </message>
    <message>
        <source>The e-mail address, the password or the code is not right.</source>
        <translation>L’adresse, le mot de passe ou le code n’est pas le bon.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Réessayez.</translation>
    </message>
    <message>
        <source>Too many attempts failed.</source>
        <translation>Trop d’essais ont échoué.</translation>
    </message>
    <message>
        <source>Try again in %1 seconds.</source>
        <translation>Réessayez dans %1 secondes.</translation>
    </message>
    <message>
        <source>You are no longer signed in.</source>
        <translation>Votre session est terminée.</translation>
    </message>
    <message>
        <source>Sign in again; what you had begun is still there.</source>
        <translation>Connectez-vous de nouveau ; ce que vous aviez commencé est toujours là.</translation>
    </message>
    <message>
        <source>The code of your second factor is needed.</source>
        <translation>Le code de votre second facteur est nécessaire.</translation>
    </message>
    <message>
        <source>Open the app on your telephone and type the six digits.</source>
        <translation>Ouvrez l’application sur votre téléphone et saisissez les six chiffres.</translation>
    </message>
    <message>
        <source>A new password is needed first.</source>
        <translation>Il faut d’abord un nouveau mot de passe.</translation>
    </message>
    <message>
        <source>This code is not valid, or not any more.</source>
        <translation>Ce code n’est pas valable, ou ne l’est plus.</translation>
    </message>
    <message>
        <source>Check it, or ask for a new one.</source>
        <translation>Vérifiez-le, ou demandez-en un nouveau.</translation>
    </message>
    <message>
        <source>This is too easy to guess.</source>
        <translation>C’est trop facile à deviner.</translation>
    </message>
    <message>
        <source>Take at least 8 characters, and no common word with a digit behind it.</source>
        <translation>Prenez au moins 8 caractères, et pas un mot courant suivi d’un chiffre.</translation>
    </message>
    <message>
        <source>Your organisation is suspended.</source>
        <translation>Votre organisation est suspendue.</translation>
    </message>
    <message>
        <source>Ask the people who run this installation.</source>
        <translation>Demandez à ceux qui gèrent cette installation.</translation>
    </message>
    <message>
        <source>Ticket %1 is still in their hands.</source>
        <translation>Le ticket %1 est encore entre ses mains.</translation>
    </message>
    <message>
        <source>Finish it or give it to somebody else first.</source>
        <translation>Terminez-le ou confiez-le d’abord à quelqu’un d’autre.</translation>
    </message>
    <message>
        <source>The key to the customers’ data is not at hand.</source>
        <translation>La clé des données des clients n’est pas disponible.</translation>
    </message>
    <message>
        <source>Sign in with your password.</source>
        <translation>Connectez-vous avec votre mot de passe.</translation>
    </message>
    <message numerus="yes">
        <source>The organisation may have no more than %Ln branch(es).</source>
        <translation>
            <numerusform>L’organisation n’a pas droit à plus de %Ln agence.</numerusform>
            <numerusform>L’organisation n’a pas droit à plus de %Ln agences.</numerusform>
        </translation>
    </message>
    <message>
        <source>Ask the people who run this installation for more.</source>
        <translation>Demandez-en plus à ceux qui gèrent cette installation.</translation>
    </message>
    <message numerus="yes">
        <source>The organisation may have no more than %Ln agent(s).</source>
        <translation>
            <numerusform>L’organisation n’a pas droit à plus de %Ln agent.</numerusform>
            <numerusform>L’organisation n’a pas droit à plus de %Ln agents.</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove those who are gone, or ask the people who run this installation for more.</source>
        <translation>Retirez ceux qui sont partis, ou demandez-en plus à ceux qui gèrent cette installation.</translation>
    </message>
    <message numerus="yes">
        <source>The organisation may have no more than %Ln queue(s).</source>
        <translation>
            <numerusform>L’organisation n’a pas droit à plus de %Ln file.</numerusform>
            <numerusform>L’organisation n’a pas droit à plus de %Ln files.</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove those no longer used, or ask the people who run this installation for more.</source>
        <translation>Retirez celles qui ne servent plus, ou demandez-en plus à ceux qui gèrent cette installation.</translation>
    </message>
    <message>
        <source>The file %1 could not be written.</source>
        <translation>Le fichier %1 n’a pas pu être écrit.</translation>
    </message>
    <message>
        <source>Choose another place, or make room on the disk.</source>
        <translation>Choisissez un autre emplacement, ou libérez de l’espace sur le disque.</translation>
    </message>
    <message>
        <source>The text for “%1” holds marks that nobody sees, or that turn letters round.</source>
        <translation>Le texte de « %1 » contient des marques que personne ne voit, ou qui retournent les lettres.</translation>
    </message>
    <message>
        <source>Type it anew.</source>
        <translation>Retapez-le.</translation>
    </message>
    <message>
        <source>Nobody has given you a branch to work in yet.</source>
        <translation>Personne ne vous a encore donné d’agence où travailler.</translation>
    </message>
    <message>
        <source>Ask the person who invited you.</source>
        <translation>Demandez à la personne qui vous a invité.</translation>
    </message>
    <message>
        <source>This desktop is no longer one of the branch’s.</source>
        <translation>Ce poste n’est plus de l’agence.</translation>
    </message>
    <message>
        <source>Another desktop leads this branch by now; nothing was changed.</source>
        <translation>Un autre poste dirige désormais cette agence ; rien n’a changé.</translation>
    </message>
    <message>
        <source>The desktop that leads this branch cannot be reached.</source>
        <translation>Le poste qui dirige cette agence est injoignable.</translation>
    </message>
    <message>
        <source>Check that it runs, and the network. What was asked may have been done: look before you repeat it.</source>
        <translation>Vérifiez qu’il est en marche, et le réseau. Ce qui a été demandé l’est peut-être déjà : regardez avant de recommencer.</translation>
    </message>
    <message>
        <source>The desktops of this branch are getting in step.</source>
        <translation>Les postes de cette agence se mettent d’accord.</translation>
    </message>
    <message>
        <source>This PIN is too easy to guess.</source>
        <translation>Ce code PIN est trop facile à deviner.</translation>
    </message>
    <message>
        <source>Take 4 to 8 digits, not all the same and not in a row.</source>
        <translation>Prenez 4 à 8 chiffres, ni tous pareils ni à la suite.</translation>
    </message>
    <message>
        <source>This is the password of before.</source>
        <translation>C’est le mot de passe d’avant.</translation>
    </message>
    <message>
        <source>This desktop’s log is not the branch’s any more.</source>
        <translation>Le journal de ce poste n’est plus celui de l’agence.</translation>
    </message>
    <message>
        <source>It fetches a copy from the desktop that leads; wait a moment.</source>
        <translation>Il en demande une copie au poste qui dirige ; attendez un instant.</translation>
    </message>
    <message>
        <source>The host of this branch answers.</source>
        <translation>Le poste hôte de cette agence répond.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>Another desktop has more of the log than this one.</source>
        <translation>Un autre poste a plus d’entrées du journal que celui-ci.</translation>
    </message>
    <message>
        <source>Take over there: nothing is lost then.</source>
        <translation>Reprenez le rôle là-bas : rien n’est alors perdu.</translation>
    </message>
    <message>
        <source>Another desktop does not answer any more, and may hold what was done last.</source>
        <translation>Un autre poste ne répond plus et détient peut-être les derniers actes.</translation>
    </message>
    <message>
        <source>Start it, or look once more and take over without it.</source>
        <translation>Démarrez-le, ou regardez à nouveau et prenez le relais sans lui.</translation>
    </message>
    <message>
        <source>A take-over is under way at this desktop.</source>
        <translation>Ce poste est déjà en train de prendre le relais.</translation>
    </message>
    <message>
        <source>Wait a moment.</source>
        <translation>Attendez un instant.</translation>
    </message>
    <message>
        <source>Another desktop leads this branch, or has led it since.</source>
        <translation>Un autre poste dirige ce site, ou l’a dirigé depuis.</translation>
    </message>
    <message>
        <source>The etcd that says who leads this branch does not answer.</source>
        <translation>L’etcd qui dit qui dirige ce site ne répond pas.</translation>
    </message>
    <message>
        <source>Check that most of its members run, and the network. Where it is gone for good, start one desktop with “serve --without-etcd”.</source>
        <translation>Vérifiez que la plupart de ses membres fonctionnent, et le réseau. S’il est perdu pour de bon, lancez un seul poste avec « serve --without-etcd ».</translation>
    </message>
    <message>
        <source>This desktop cannot be reached by others (%1).</source>
        <translation>Les autres postes ne peuvent pas joindre celui-ci (%1).</translation>
    </message>
    <message>
        <source>Another program may use the address; close it, or start this one again.</source>
        <translation>Un autre programme occupe peut-être l’adresse ; fermez-le, ou relancez celui-ci.</translation>
    </message>
    <message>
        <source>Nothing answers at this address.</source>
        <translation>Rien ne répond à cette adresse.</translation>
    </message>
    <message>
        <source>Check the address, that the program runs there, and that both are in the same network.</source>
        <translation>Vérifiez l’adresse, que le programme y tourne et que les deux sont sur le même réseau.</translation>
    </message>
    <message>
        <source>Nobody can join there at the moment.</source>
        <translation>Personne ne peut s’y joindre en ce moment.</translation>
    </message>
    <message>
        <source>Choose “Add a desktop” there, and type the code that it shows.</source>
        <translation>Choisissez-y « Ajouter un poste » et saisissez le code affiché.</translation>
    </message>
    <message>
        <source>This is not the code.</source>
        <translation>Ce n’est pas le code.</translation>
    </message>
    <message>
        <source>Choose “New code” at the other desktop, and type that one.</source>
        <translation>Choisissez « Nouveau code » sur l’autre poste, et saisissez celui-là.</translation>
    </message>
    <message>
        <source>Somebody said that the digits on the two screens differ.</source>
        <translation>Quelqu’un a dit que les chiffres des deux écrans diffèrent.</translation>
    </message>
    <message>
        <source>Nothing was changed. Ask for a new code, and compare again.</source>
        <translation>Rien n’a été modifié. Demandez un nouveau code et comparez encore.</translation>
    </message>
    <message>
        <source>The other desktop took too long.</source>
        <translation>L’autre poste a trop tardé.</translation>
    </message>
    <message>
        <source>The other desktop runs another version of the program.</source>
        <translation>L’autre poste a une autre version du programme.</translation>
    </message>
    <message>
        <source>Give both the same one, and try again.</source>
        <translation>Donnez la même aux deux et réessayez.</translation>
    </message>
    <message>
        <source>A wrong code was typed here before, so this one holds no more.</source>
        <translation>Un mauvais code a été saisi ici auparavant : celui-ci ne vaut plus.</translation>
    </message>
    <message>
        <source>The other desktop turned this one away (%1).</source>
        <translation>L’autre poste a refusé celui-ci (%1).</translation>
    </message>
    <message>
        <source>Ask for a new code there, and try again.</source>
        <translation>Demandez-y un nouveau code et réessayez.</translation>
    </message>
    <message>
        <source>What this desktop proves itself with cannot be read (%1).</source>
        <translation>Ce qui prouve l’identité de ce poste est illisible (%1).</translation>
    </message>
    <message>
        <source>Put the folder back from a backup, or move it away: this desktop then joins as a new one.</source>
        <translation>Rétablissez le dossier depuis une sauvegarde, ou déplacez-le : ce poste se joindra alors comme un nouveau.</translation>
    </message>
    <message>
        <source>What this desktop proves itself with cannot be written (%1).</source>
        <translation>Ce qui prouve l’identité de ce poste ne peut pas être écrit (%1).</translation>
    </message>
    <message>
        <source>Check that you may write in the folder of the database.</source>
        <translation>Vérifiez que vous avez le droit d’écrire dans le dossier de la base.</translation>
    </message>
    <message>
        <source>%1 has %2 in hand, another ticket than was meant.</source>
        <comment>agent, ticket</comment>
        <translation>%1 a %2 en main, un autre ticket que celui dont il s’agit.</translation>
    </message>
    <message>
        <source>This has to wait for the host.</source>
        <translation>Cela doit attendre le poste hôte.</translation>
    </message>
    <message>
        <source>The desktop did this before it joined the branch anew.</source>
        <translation>Le poste l’a fait avant de rejoindre l’agence à nouveau.</translation>
    </message>
    <message>
        <source>The host does not answer, and this desktop has done as much without it as it can keep.</source>
        <translation>Le poste hôte ne répond pas, et ce poste a fait sans lui tout ce qu’il peut garder.</translation>
    </message>
    <message>
        <source>Bring the host back, or let this desktop take over.</source>
        <translation>Remettez le poste hôte en service, ou laissez ce poste prendre le relais.</translation>
    </message>
    <message>
        <source>This conflict is settled already.</source>
        <translation>Ce conflit est déjà réglé.</translation>
    </message>
    <message>
        <source>The host does not answer, and this desktop has no numbers left for this queue.</source>
        <translation>Le poste hôte ne répond pas, et ce poste n’a plus de numéros pour cette file.</translation>
    </message>
    <message>
        <source>Take a number from another queue, or wait for the host.</source>
        <translation>Prenez un numéro d’une autre file, ou attendez le poste hôte.</translation>
    </message>
    <message>
        <source>The host does not answer. This desktop may call only tickets that nobody else can call, and none waits.</source>
        <translation>Le poste hôte ne répond pas. Ce poste ne peut appeler que des tickets que personne d’autre ne peut appeler, et aucun n’attend.</translation>
    </message>
    <message>
        <source>Tickets that you issue here meanwhile are yours to call.</source>
        <translation>Les tickets que vous émettez ici entre-temps, vous pouvez les appeler.</translation>
    </message>
    <message>
        <source>The host does not answer, and this has to wait for it.</source>
        <translation>Le poste hôte ne répond pas, et cela doit l’attendre.</translation>
    </message>
    <message>
        <source>You can finish the ticket in hand, issue tickets, and call those.</source>
        <translation>Vous pouvez terminer le ticket en main, émettre des tickets et les appeler.</translation>
    </message>
    <message>
        <source>Look for them in the list. If they are of another organisation, the people who run this installation can add them.</source>
        <translation>Cherchez cette personne dans la liste. Si elle est d’une autre organisation, les personnes qui gèrent cette installation peuvent l’ajouter.</translation>
    </message>
    <message>
        <source>This is the last administrator of the organisation.</source>
        <translation>C’est le dernier administrateur de l’organisation.</translation>
    </message>
    <message>
        <source>This is not the code, and it was typed wrong too often.</source>
        <translation>Ce n’est pas le code, et il a été mal saisi trop souvent.</translation>
    </message>
    <message>
        <source>Type it once more, as the other screen shows it.</source>
        <translation>Saisissez-le encore une fois, comme l’autre écran le montre.</translation>
    </message>
    <message>
        <source>Too many desktops try to join there at the same moment.</source>
        <translation>Trop de postes essaient de s’y joindre au même moment.</translation>
    </message>
    <message>
        <source>Try again in a few seconds.</source>
        <translation>Réessayez dans quelques secondes.</translation>
    </message>
    <message>
        <source>The database %1 was moved or deleted while the program runs, so nothing is written.</source>
        <translation>La base de données %1 a été déplacée ou supprimée pendant que le programme tourne : rien n’est plus écrit.</translation>
    </message>
    <message>
        <source>Put the file back; the branch then goes on by itself.</source>
        <translation>Remettez le fichier en place ; l’agence reprend alors d’elle-même.</translation>
    </message>
</context>
<context>
    <name>LiveWords</name>
    <message>
        <source>Healthy</source>
        <translation>Sain</translation>
    </message>
    <message>
        <source>At risk</source>
        <translation>À risque</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>Critique</translation>
    </message>
    <message>
        <source>Nobody waits</source>
        <translation>Personne n’attend</translation>
    </message>
    <message>
        <source>Everyone within the promised time</source>
        <translation>Tout le monde dans le délai promis</translation>
    </message>
    <message numerus="yes">
        <source>Nobody serves while %n wait(s)</source>
        <translation>
            <numerusform>Personne ne sert alors que %n personne attend</numerusform>
            <numerusform>Personne ne sert alors que %n personnes attendent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n past the promised time</source>
        <translation>
            <numerusform>%n personne hors délai promis</numerusform>
            <numerusform>%n personnes hors délai promis</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 places taken</source>
        <translation>%1 places prises sur %2</translation>
    </message>
    <message>
        <source>More arrive than are served</source>
        <translation>Plus d’arrivées que de clients servis</translation>
    </message>
    <message>
        <source>Paused: nobody is called</source>
        <translation>En pause : personne n’est appelé</translation>
    </message>
    <message>
        <source>Closed: the last ones are served</source>
        <translation>Fermée : les derniers sont servis</translation>
    </message>
    <message>
        <source>Waiting now</source>
        <translation>En attente maintenant</translation>
    </message>
    <message numerus="yes">
        <source>%n queue(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message>
        <source>Longest wait</source>
        <translation>Attente la plus longue</translation>
    </message>
    <message>
        <source>since arrival</source>
        <translation>depuis l’arrivée</translation>
    </message>
    <message>
        <source>Called on time</source>
        <translation>Appelés à temps</translation>
    </message>
    <message>
        <source>target %1</source>
        <translation>cible %1</translation>
    </message>
    <message>
        <source>Served today</source>
        <translation>Servis aujourd’hui</translation>
    </message>
    <message numerus="yes">
        <source>of %n issued</source>
        <translation>
            <numerusform>sur %n émis</numerusform>
            <numerusform>sur %n émis</numerusform>
        </translation>
    </message>
    <message>
        <source>Left unserved</source>
        <translation>Partis sans être servis</translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s)</source>
        <translation>
            <numerusform>%n ticket</numerusform>
            <numerusform>%n tickets</numerusform>
        </translation>
    </message>
    <message>
        <source>Agents at work</source>
        <translation>Agents au travail</translation>
    </message>
    <message numerus="yes">
        <source>of %n signed in</source>
        <translation>
            <numerusform>sur %n en poste</numerusform>
            <numerusform>sur %n en poste</numerusform>
        </translation>
    </message>
    <message>
        <source>On time %1 (target %2)</source>
        <translation>À temps %1 (cible %2)</translation>
    </message>
    <message>
        <source>%1/%2 agents</source>
        <translation>%1/%2 agents</translation>
    </message>
    <message>
        <source>Nobody serves this queue yet</source>
        <translation>Personne ne sert encore cette file</translation>
    </message>
    <message>
        <source>No agent</source>
        <translation>Sans agent</translation>
    </message>
</context>
<context>
    <name>PeerWords</name>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Hors ligne</translation>
    </message>
    <message>
        <source>Cut off</source>
        <translation>Coupé</translation>
    </message>
    <message>
        <source>Behind</source>
        <translation>En retard</translation>
    </message>
    <message>
        <source>Copying</source>
        <translation>Copie en cours</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Inconnu</translation>
    </message>
    <message>
        <source>In step</source>
        <translation>À jour</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>Révoqué</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Hôte</translation>
    </message>
    <message>
        <source>Desktop</source>
        <translation>Poste</translation>
    </message>
    <message numerus="yes">
        <source>%Ln entry(ies)</source>
        <comment>behind the host</comment>
        <translation>
            <numerusform>%Ln entrée</numerusform>
            <numerusform>%Ln entrées</numerusform>
        </translation>
    </message>
    <message>
        <source>This desktop does not hear the host.</source>
        <translation>Ce poste n’entend pas le poste hôte.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln desktop(s) cannot be reached.</source>
        <translation>
            <numerusform>%Ln poste est injoignable.</numerusform>
            <numerusform>%Ln postes sont injoignables.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln desktop(s) lag(s) behind.</source>
        <translation>
            <numerusform>%Ln poste est en retard.</numerusform>
            <numerusform>%Ln postes sont en retard.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln desktop(s) fetch(es) a copy of the branch.</source>
        <translation>
            <numerusform>%Ln poste récupère une copie de l’agence.</numerusform>
            <numerusform>%Ln postes récupèrent une copie de l’agence.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The branch is one piece: %Ln desktop(s) in step.</source>
        <translation>
            <numerusform>L’agence est d’un seul tenant : %Ln poste à jour.</numerusform>
            <numerusform>L’agence est d’un seul tenant : %Ln postes à jour.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing answers there.</source>
        <translation>Rien n’y répond.</translation>
    </message>
    <message>
        <source>Nothing answers at %1.</source>
        <translation>Rien ne répond à l’adresse %1.</translation>
    </message>
    <message>
        <source>See whether it is switched on, and whether both are in the same network.</source>
        <translation>Vérifiez qu’il est allumé et que les deux sont sur le même réseau.</translation>
    </message>
    <message>
        <source>It answers, but its certificate changed: it is not the desktop that was admitted.</source>
        <translation>Il répond, mais son certificat a changé : ce n’est pas le poste qui a été admis.</translation>
    </message>
    <message>
        <source>If it was set up anew, revoke it here and add it again. If nobody did, find out who answers there.</source>
        <translation>S’il a été réinstallé, révoquez-le ici et ajoutez-le de nouveau. Sinon, cherchez qui répond à sa place.</translation>
    </message>
    <message>
        <source>It answers, and turns this desktop away.</source>
        <translation>Il répond, et refuse ce poste.</translation>
    </message>
    <message>
        <source>See on its own list whether this desktop was revoked there.</source>
        <translation>Regardez dans sa propre liste si ce poste y a été révoqué.</translation>
    </message>
    <message>
        <source>It takes in less than is sent to it, so the line was ended.</source>
        <translation>Il reçoit moins vite qu’on ne lui envoie : la liaison a été coupée.</translation>
    </message>
    <message>
        <source>It comes back by itself. If this goes on, look at its network and at its disk.</source>
        <translation>Il revient de lui-même. Si cela dure, vérifiez son réseau et son disque.</translation>
    </message>
    <message>
        <source>The line stands, but nothing comes over it.</source>
        <translation>La liaison tient, mais rien n’en vient.</translation>
    </message>
    <message>
        <source>It sleeps, it hangs, or a cable is out. It comes back by itself.</source>
        <translation>Il est en veille, il est bloqué, ou un câble est débranché. Il revient de lui-même.</translation>
    </message>
    <message>
        <source>The program was closed there, or the line went down.</source>
        <translation>Le programme y a été fermé, ou la liaison est tombée.</translation>
    </message>
    <message>
        <source>It comes back when the program runs again.</source>
        <translation>Il revient dès que le programme y tourne de nouveau.</translation>
    </message>
    <message>
        <source>Its program is too old to speak with this one.</source>
        <translation>Son programme est trop ancien pour parler avec celui-ci.</translation>
    </message>
    <message>
        <source>Update SmartQueue there.</source>
        <translation>Mettez SmartQueue à jour sur ce poste.</translation>
    </message>
    <message>
        <source>Its program is newer than this one can understand.</source>
        <translation>Son programme est trop récent pour celui-ci.</translation>
    </message>
    <message>
        <source>Update SmartQueue here.</source>
        <translation>Mettez SmartQueue à jour ici.</translation>
    </message>
    <message>
        <source>It belongs to another branch by now.</source>
        <translation>Il appartient désormais à une autre agence.</translation>
    </message>
    <message>
        <source>Revoke it here if that is meant to stay so.</source>
        <translation>Révoquez-le ici si cela doit rester ainsi.</translation>
    </message>
    <message>
        <source>It sent what makes no sense, so the line was ended.</source>
        <translation>Il a envoyé des données incompréhensibles : la liaison a été coupée.</translation>
    </message>
    <message>
        <source>It comes back by itself. If this goes on, update SmartQueue there.</source>
        <translation>Il revient de lui-même. Si cela dure, mettez-y SmartQueue à jour.</translation>
    </message>
    <message>
        <source>It is finding out who leads the branch.</source>
        <translation>Il cherche qui conduit l’agence.</translation>
    </message>
    <message>
        <source>Wait a moment.</source>
        <translation>Attendez un instant.</translation>
    </message>
    <message>
        <source>The line to it ended (%1).</source>
        <translation>La liaison avec lui s’est terminée (%1).</translation>
    </message>
    <message>
        <source>It comes back by itself when it can.</source>
        <translation>Il revient de lui-même dès qu’il le peut.</translation>
    </message>
    <message>
        <source>It was revoked and can connect no more.</source>
        <translation>Il a été révoqué et ne peut plus se connecter.</translation>
    </message>
    <message>
        <source>To have it back, add it again as a new desktop.</source>
        <translation>Pour le reprendre, ajoutez-le comme un nouveau poste.</translation>
    </message>
    <message>
        <source>A whole copy of the branch is on its way to it.</source>
        <translation>Une copie entière de l’agence est en route vers lui.</translation>
    </message>
    <message>
        <source>It is in step when the copy is there.</source>
        <translation>Il sera à jour dès que la copie sera arrivée.</translation>
    </message>
    <message>
        <source>Only the host knows how this desktop stands, and the host does not answer.</source>
        <translation>Seul le poste hôte connaît l’état de ce poste, et il ne répond pas.</translation>
    </message>
    <message>
        <source>It receives what happens, but late: %1 behind the host.</source>
        <translation>Il reçoit ce qui se passe, mais en retard : %1 derrière l’hôte.</translation>
    </message>
    <message>
        <source>Its network or its disk is slow. People see there what was, not what is.</source>
        <translation>Son réseau ou son disque est lent. On y voit ce qui était, pas ce qui est.</translation>
    </message>
    <message>
        <source>This desktop puts in order what all the others do.</source>
        <translation>Ce poste met en ordre ce que font tous les autres.</translation>
    </message>
    <message>
        <source>It puts in order what all the others do.</source>
        <translation>Il met en ordre ce que font tous les autres.</translation>
    </message>
    <message>
        <source>It is in step.</source>
        <translation>Il est à jour.</translation>
    </message>
    <message>
        <source>Another version of the program runs there; give all desktops the same one when you can.</source>
        <translation>Une autre version du programme y tourne ; donnez la même à tous les postes dès que possible.</translation>
    </message>
    <message>
        <source>It is in step: people see there what happens as it happens.</source>
        <translation>Il est à jour : on y voit ce qui se passe au moment où cela se passe.</translation>
    </message>
    <message>
        <source>It has not been heard since this program started.</source>
        <translation>On ne l’a pas entendu depuis le démarrage de ce programme.</translation>
    </message>
    <message>
        <source>See whether the program runs there, and whether both are in the same network.</source>
        <translation>Vérifiez que le programme y tourne et que les deux sont sur le même réseau.</translation>
    </message>
    <message>
        <source>Another desktop leads this branch by now.</source>
        <translation>Un autre poste conduit désormais cette agence.</translation>
    </message>
    <message>
        <source>This one follows it as soon as it hears it.</source>
        <translation>Celui-ci le suit dès qu’il l’entend.</translation>
    </message>
    <message>
        <source>The files of this desktop are a copy: another one has the same key, or they come from another machine.</source>
        <translation>Les fichiers de ce poste sont une copie : un autre a la même clé, ou ils viennent d’une autre machine.</translation>
    </message>
    <message>
        <source>If they were moved here for good, wait for the host or take over. Otherwise delete them and let this desktop join as a new one.</source>
        <translation>S’ils ont été déplacés ici pour de bon, attendez le poste hôte ou prenez la relève. Sinon, supprimez-les et faites rejoindre ce poste comme un nouveau.</translation>
    </message>
    <message>
        <source>The database was put back from a copy.</source>
        <translation>La base de données a été remise d’après une copie.</translation>
    </message>
    <message>
        <source>It is brought up to date as soon as the host is heard; until then nothing is done on it.</source>
        <translation>Elle sera mise à jour dès que le poste hôte répond ; d’ici là, rien n’y est fait.</translation>
    </message>
    <message>
        <source>It is in step. Another desktop that has a copy of its files was turned away.</source>
        <translation>Il est à jour. Un autre poste, qui a une copie de ses fichiers, a été refusé.</translation>
    </message>
    <message>
        <source>Delete the copy there, and let that desktop join as a new one.</source>
        <translation>Supprimez-y la copie et faites rejoindre ce poste comme un nouveau.</translation>
    </message>
    <message>
        <source>The host runs a version that this program cannot follow.</source>
        <translation>Le poste hôte a une version que ce programme ne peut pas suivre.</translation>
    </message>
    <message>
        <source>Update SmartQueue on this desktop.</source>
        <translation>Mettez SmartQueue à jour sur ce poste-ci.</translation>
    </message>
    <message>
        <source>The host runs a version too old for this program.</source>
        <translation>La version du poste hôte est trop ancienne pour ce programme.</translation>
    </message>
    <message>
        <source>Update SmartQueue on the host.</source>
        <translation>Mettez SmartQueue à jour sur le poste hôte.</translation>
    </message>
    <message>
        <source>You can finish the ticket in hand, issue tickets, and call those; the rest waits for the host.</source>
        <translation>Vous pouvez terminer le ticket en main, émettre des tickets et les appeler ; le reste attend le poste hôte.</translation>
    </message>
    <message>
        <source>a moment ago</source>
        <translation>à l’instant</translation>
    </message>
    <message>
        <source>now</source>
        <translation>maintenant</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>il y a %1</translation>
    </message>
</context>
<context>
    <name>People</name>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>Superviseur</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>Administrateur</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Propriétaire</translation>
    </message>
    <message>
        <source>Superadmin</source>
        <translation>Superadmin</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Équipe technique</translation>
    </message>
    <message>
        <source>No role here</source>
        <translation>Aucun rôle ici</translation>
    </message>
    <message>
        <source>Somebody who left</source>
        <translation>Quelqu’un qui est parti</translation>
    </message>
</context>
<context>
    <name>RankedQueues</name>
    <message>
        <source>needs %1</source>
        <comment>a skill</comment>
        <translation>demande %1</translation>
    </message>
</context>
<context>
    <name>RestoreWords</name>
    <message>
        <source>Putting the backup in its place…</source>
        <translation>Mise en place de la sauvegarde…</translation>
    </message>
    <message>
        <source>The backup is in its place. What stood there before is kept beside it, under the same name with “.replaced”.</source>
        <translation>La sauvegarde est en place. Ce qui s’y trouvait est conservé à côté, sous le même nom suivi de « .replaced ».</translation>
    </message>
    <message>
        <source>Opening the branch as the host has it…</source>
        <translation>Ouverture de l’agence telle que l’hôte la connaît…</translation>
    </message>
    <message>
        <source>Opening the branch that this desktop has joined…</source>
        <translation>Ouverture de l’agence que ce poste vient de rejoindre…</translation>
    </message>
</context>
<context>
    <name>SecretWords</name>
    <message>
        <source>At least 8 characters.</source>
        <translation>Au moins 8 caractères.</translation>
    </message>
    <message>
        <source>This is too long.</source>
        <translation>C’est trop long.</translation>
    </message>
    <message>
        <source>Only letters, digits, signs and spaces.</source>
        <translation>Seulement des lettres, des chiffres, des signes et des espaces.</translation>
    </message>
    <message>
        <source>Many people use this one, and it is guessed first. Take another.</source>
        <translation>Beaucoup de gens l’utilisent, et on l’essaie en premier. Prenez-en un autre.</translation>
    </message>
    <message>
        <source>4 to 8 digits, not all the same and not in a row.</source>
        <translation>4 à 8 chiffres, ni tous pareils ni à la suite.</translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>Les deux ne sont pas identiques.</translation>
    </message>
    <message>
        <source>This is the one there was before. Take another.</source>
        <translation>C’est celui d’avant. Prenez-en un autre.</translation>
    </message>
</context>
<context>
    <name>SuggestionWords</name>
    <message>
        <source>Move ticket %1 to %2</source>
        <translation>Déplacer le ticket %1 vers %2</translation>
    </message>
    <message>
        <source>Call %1 by “%2”</source>
        <translation>Appeler %1 selon « %2 »</translation>
    </message>
    <message>
        <source>A suggestion was dismissed</source>
        <translation>Une suggestion a été écartée</translation>
    </message>
    <message>
        <source>a queue that is gone</source>
        <translation>une file qui n’existe plus</translation>
    </message>
    <message>
        <source>Ticket %1 moved to %2</source>
        <translation>Ticket %1 déplacé vers %2</translation>
    </message>
    <message>
        <source>A ticket moved to %1</source>
        <translation>Un ticket a été déplacé vers %1</translation>
    </message>
    <message>
        <source>%1 helps in %2</source>
        <translation>%1 vient aider dans %2</translation>
    </message>
    <message>
        <source>An agent</source>
        <translation>Un agent</translation>
    </message>
    <message>
        <source>%1 is called by “%2”</source>
        <translation>%1 est appelée selon « %2 »</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>agents, queue</comment>
        <translation>%1 à %2</translation>
    </message>
    <message>
        <source>Lend %1</source>
        <comment>agents to queues</comment>
        <translation>Prêter %1</translation>
    </message>
    <message numerus="yes">
        <source>Move %n tickets to %1</source>
        <translation>
            <numerusform>Déplacer %n ticket vers %1</numerusform>
            <numerusform>Déplacer %n tickets vers %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tickets moved to %1</source>
        <translation>
            <numerusform>%n ticket déplacé vers %1</numerusform>
            <numerusform>%n tickets déplacés vers %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Open one more counter for %1</source>
        <translation>Ouvrir un guichet de plus pour %1</translation>
    </message>
    <message>
        <source>Stop giving out tickets for %1</source>
        <translation>Ne plus donner de tickets pour %1</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n waiting</source>
        <comment>queue</comment>
        <translation>
            <numerusform>%1 : %n en attente</numerusform>
            <numerusform>%1 : %n en attente</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: nobody waits</source>
        <comment>queue</comment>
        <translation>%1 : personne n’attend</translation>
    </message>
    <message>
        <source>%1, nobody serves</source>
        <comment>queue: people</comment>
        <translation>%1, personne ne sert</translation>
    </message>
    <message>
        <source>%1, %2 per agent</source>
        <comment>queue: people, how many</comment>
        <translation>%1, %2 par agent</translation>
    </message>
    <message>
        <source>%1 no longer waits in %2.</source>
        <comment>ticket, queue</comment>
        <translation>%1 n’attend plus dans %2.</translation>
    </message>
    <message>
        <source>A ticket</source>
        <translation>Un ticket</translation>
    </message>
    <message>
        <source>%1 has signed out.</source>
        <comment>agent</comment>
        <translation>%1 a fermé sa session.</translation>
    </message>
    <message>
        <source>%1 serves other queues by now.</source>
        <comment>agent</comment>
        <translation>%1 sert d’autres files à présent.</translation>
    </message>
    <message>
        <source>%1 is paused.</source>
        <comment>queue</comment>
        <translation>%1 est en pause.</translation>
    </message>
    <message>
        <source>good until %1</source>
        <translation>valable jusqu’à %1</translation>
    </message>
    <message>
        <source>Mean wait</source>
        <translation>Attente moyenne</translation>
    </message>
    <message>
        <source>Longest waits (1 in 10)</source>
        <translation>Plus longues attentes (1 sur 10)</translation>
    </message>
    <message>
        <source>Called on time</source>
        <translation>Appelés à temps</translation>
    </message>
    <message>
        <source>Wait weighed by target</source>
        <translation>Attente pondérée par la cible</translation>
    </message>
    <message>
        <source>%1 ways tried on %2 possible rests of the day at %3</source>
        <translation>%1 possibilités essayées sur %2 fins de journée possibles à %3</translation>
    </message>
    <message>
        <source>“%1”</source>
        <comment>reason of a dismissal</comment>
        <translation>« %1 »</translation>
    </message>
</context>
<context>
    <name>TicketStory</name>
    <message>
        <source>“%1”</source>
        <translation>« %1 »</translation>
    </message>
    <message>
        <source>Put on hold</source>
        <translation>Mis en attente</translation>
    </message>
    <message>
        <source>Taken up again by %1</source>
        <translation>Repris par %1</translation>
    </message>
    <message>
        <source>Back to the queue</source>
        <translation>Retour dans la file</translation>
    </message>
    <message>
        <source>Its place counts from %1</source>
        <translation>Sa place compte à partir de %1</translation>
    </message>
    <message>
        <source>Transferred to %1</source>
        <translation>Transféré vers %1</translation>
    </message>
    <message>
        <source>Keeps its place: waiting since %1</source>
        <translation>Garde sa place : en attente depuis %1</translation>
    </message>
    <message>
        <source>Priority changed</source>
        <translation>Priorité modifiée</translation>
    </message>
    <message>
        <source>Now: %1</source>
        <translation>Maintenant : %1</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Action annulée</translation>
    </message>
    <message>
        <source>Again: %1</source>
        <translation>De nouveau : %1</translation>
    </message>
    <message>
        <source>Ticket issued</source>
        <translation>Ticket émis</translation>
    </message>
    <message>
        <source>%1, for %2</source>
        <comment>channel, queue</comment>
        <translation>%1, pour %2</translation>
    </message>
    <message>
        <source>Told: %1</source>
        <translation>Attente indiquée : %1</translation>
    </message>
    <message>
        <source>Around %1</source>
        <translation>Vers %1</translation>
    </message>
    <message>
        <source>Between %1 and %2</source>
        <translation>Entre %1 et %2</translation>
    </message>
    <message>
        <source>Chosen by hand: %1</source>
        <translation>Choisi à la main : %1</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>Appelé</translation>
    </message>
    <message>
        <source>Called by %1</source>
        <translation>Appelé par %1</translation>
    </message>
    <message>
        <source>Called by %1, %2</source>
        <comment>agent, counter</comment>
        <translation>Appelé par %1, %2</translation>
    </message>
    <message>
        <source>Service started</source>
        <translation>Service commencé</translation>
    </message>
    <message>
        <source>Came after %1</source>
        <translation>Venu après %1</translation>
    </message>
    <message numerus="yes">
        <source>announced %n time(s)</source>
        <translation>
            <numerusform>annoncé %n fois</numerusform>
            <numerusform>annoncé %n fois</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>came after, announced</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Served</source>
        <translation>Servi</translation>
    </message>
    <message>
        <source>Outcome: %1</source>
        <translation>Résultat : %1</translation>
    </message>
    <message>
        <source>Did not come</source>
        <translation>Ne s’est pas présenté</translation>
    </message>
    <message numerus="yes">
        <source>Announced %n time(s)</source>
        <translation>
            <numerusform>Annoncé %n fois</numerusform>
            <numerusform>Annoncé %n fois</numerusform>
        </translation>
    </message>
    <message>
        <source>Left without service</source>
        <translation>Parti sans être servi</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Annulé</translation>
    </message>
    <message>
        <source>Earlier than told</source>
        <translation>Plus tôt qu’indiqué</translation>
    </message>
    <message>
        <source>Later than told</source>
        <translation>Plus tard qu’indiqué</translation>
    </message>
    <message>
        <source>Within what was told</source>
        <translation>Conforme à ce qui était indiqué</translation>
    </message>
    <message>
        <source>waiting for %1</source>
        <translation>en attente depuis %1</translation>
    </message>
    <message>
        <source>waited %1</source>
        <translation>a attendu %1</translation>
    </message>
    <message>
        <source>called %1 ago</source>
        <translation>appelé il y a %1</translation>
    </message>
    <message>
        <source>in service for %1</source>
        <translation>en service depuis %1</translation>
    </message>
    <message>
        <source>served %1</source>
        <translation>servi pendant %1</translation>
    </message>
    <message>
        <source>on hold for %1</source>
        <translation>en suspens depuis %1</translation>
    </message>
    <message>
        <source>held %1</source>
        <translation>en suspens pendant %1</translation>
    </message>
    <message>
        <source>, then </source>
        <translation>, puis </translation>
    </message>
    <message>
        <source>%1 · here for %2</source>
        <comment>queues, duration</comment>
        <translation>%1 · ici depuis %2</translation>
    </message>
    <message>
        <source>%1 · %2 in all</source>
        <comment>queues, duration</comment>
        <translation>%1 · %2 en tout</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>%1 h %2</source>
        <translation>%1 h %2</translation>
    </message>
    <message>
        <source>First come, first served</source>
        <translation>Par ordre d’arrivée</translation>
    </message>
    <message>
        <source>Priority, then arrival</source>
        <translation>Priorité, puis arrivée</translation>
    </message>
    <message>
        <source>Late ones first, then priority</source>
        <translation>Retards d’abord, puis priorité</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouverte</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pause</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Fermée</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>Disponible</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>Occupé</translation>
    </message>
    <message>
        <source>On a break</source>
        <translation>En pause</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>Hors poste</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>Appelé</translation>
    </message>
    <message>
        <source>Serving</source>
        <translation>En service</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>En suspens</translation>
    </message>
    <message>
        <source>Served</source>
        <translation>Servi</translation>
    </message>
    <message>
        <source>No-show</source>
        <translation>Absent</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Parti</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Annulé</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Faible</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Moyenne</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Élevée</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>Critique</translation>
    </message>
    <message>
        <source>Nearly full</source>
        <translation>Presque pleine</translation>
    </message>
    <message>
        <source>Customers past the promised time</source>
        <translation>Clients hors délai promis</translation>
    </message>
    <message>
        <source>Nobody serves the queue</source>
        <translation>Personne ne sert la file</translation>
    </message>
    <message>
        <source>Long wait ahead</source>
        <translation>Longue attente à venir</translation>
    </message>
    <message>
        <source>Kiosk</source>
        <translation>Borne</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>Accueil</translation>
    </message>
    <message>
        <source>Web</source>
        <translation>Web</translation>
    </message>
    <message>
        <source>App</source>
        <translation>Appli</translation>
    </message>
    <message>
        <source>QR code</source>
        <translation>Code QR</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Téléphone</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fait</translation>
    </message>
    <message>
        <source>Document missing</source>
        <translation>Document manquant</translation>
    </message>
    <message>
        <source>To follow up</source>
        <translation>À suivre</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normale</translation>
    </message>
    <message>
        <source>High (%1)</source>
        <translation>Élevée (%1)</translation>
    </message>
    <message>
        <source>Counter %1</source>
        <translation>Guichet %1</translation>
    </message>
    <message>
        <source>&lt; 1 min</source>
        <translation>&lt; 1 min</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1–%2</source>
        <comment>range of times</comment>
        <translation>%1–%2</translation>
    </message>
    <message>
        <source>%1–%2 min</source>
        <translation>%1–%2 min</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1%</source>
        <comment>percent</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>By the agent's ranks</source>
        <translation>Selon les rangs de l’agent</translation>
    </message>
    <message>
        <source>The longest line first</source>
        <translation>La plus longue file d’abord</translation>
    </message>
    <message>
        <source>The dearest delay first</source>
        <translation>L’attente la plus coûteuse d’abord</translation>
    </message>
    <message>
        <source>The nearest deadline first</source>
        <translation>L’échéance la plus proche d’abord</translation>
    </message>
</context>
<context>
    <name>smartqueue::app::Sitting</name>
    <message>
        <source>This computer has no keychain that could remember you.</source>
        <translation>Cet ordinateur n’a pas de trousseau qui pourrait se souvenir de vous.</translation>
    </message>
    <message>
        <source>Asking the keychain…</source>
        <translation>Interrogation du trousseau…</translation>
    </message>
    <message>
        <source>The keychain of this computer is locked.</source>
        <translation>Le trousseau de cet ordinateur est verrouillé.</translation>
    </message>
    <message>
        <source>The keychain did not take it: you will be asked at the next start.</source>
        <translation>Le trousseau ne l’a pas accepté : vous serez interrogé au prochain démarrage.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>date, time</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Your last sign-in: %1.</source>
        <translation>Votre dernière connexion : %1.</translation>
    </message>
    <message>
        <source>Your last sign-in: %1, at %2.</source>
        <comment>moment, computer</comment>
        <translation>Votre dernière connexion : %1, sur %2.</translation>
    </message>
    <message>
        <source>You are signed out.</source>
        <translation>Vous êtes déconnecté.</translation>
    </message>
    <message>
        <source>There are accounts in this database now. Sign in with yours.</source>
        <translation>Il y a maintenant des comptes dans cette base. Connectez-vous avec le vôtre.</translation>
    </message>
    <message>
        <source>This account was removed.</source>
        <translation>Ce compte a été supprimé.</translation>
    </message>
    <message>
        <source>This account was switched off. Ask the person who runs this installation.</source>
        <translation>Ce compte a été désactivé. Adressez-vous à la personne qui gère cette installation.</translation>
    </message>
    <message>
        <source>You were signed out everywhere. Sign in again.</source>
        <translation>Vous avez été déconnecté partout. Connectez-vous à nouveau.</translation>
    </message>
    <message>
        <source>You have no role in this branch any more.</source>
        <translation>Vous n’avez plus de rôle dans cette agence.</translation>
    </message>
    <message>
        <source>Your organisation is suspended. Ask the people who run this installation.</source>
        <translation>Votre organisation est suspendue. Adressez-vous aux personnes qui gèrent cette installation.</translation>
    </message>
    <message>
        <source>Your role is now: %1.</source>
        <translation>Votre rôle est maintenant : %1.</translation>
    </message>
    <message>
        <source>The console is locked. Whoever signs in takes over.</source>
        <translation>La console est verrouillée. Qui se connecte prend la suite.</translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::AccountDialog</name>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>My account</source>
        <translation>Mon compte</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Échap</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>role, e-mail</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mot de passe</translation>
    </message>
    <message>
        <source>A new one signs you out on every other computer.</source>
        <translation>Un nouveau vous déconnecte de tous les autres ordinateurs.</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>Code PIN</translation>
    </message>
    <message>
        <source>For a quick change at a shared counter, once you have signed in there with the password that day.</source>
        <translation>Pour changer vite de personne à un guichet partagé, une fois que vous vous y êtes connecté avec le mot de passe ce jour-là.</translation>
    </message>
    <message>
        <source>Second factor</source>
        <translation>Second facteur</translation>
    </message>
    <message>
        <source>Current password</source>
        <translation>Mot de passe actuel</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>Nouveau mot de passe</translation>
    </message>
    <message>
        <source>At least 8 characters</source>
        <translation>Au moins 8 caractères</translation>
    </message>
    <message>
        <source>The password again</source>
        <translation>Le mot de passe, encore une fois</translation>
    </message>
    <message>
        <source>Change the password</source>
        <translation>Changer le mot de passe</translation>
    </message>
    <message>
        <source>New PIN</source>
        <translation>Nouveau code PIN</translation>
    </message>
    <message>
        <source>4 to 8 digits</source>
        <translation>4 à 8 chiffres</translation>
    </message>
    <message>
        <source>Set the PIN</source>
        <translation>Définir le code PIN</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>Le retirer</translation>
    </message>
    <message>
        <source>Switch it off</source>
        <translation>Le désactiver</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation>Activer</translation>
    </message>
    <message>
        <source>I have kept them</source>
        <translation>Je les ai gardés</translation>
    </message>
    <message>
        <source>Change the PIN</source>
        <translation>Changer le code PIN</translation>
    </message>
    <message numerus="yes">
        <source>On. %n recovery code(s) left.</source>
        <translation>
            <numerusform>Activé. Il reste %n code de secours.</numerusform>
            <numerusform>Activé. Il reste %n codes de secours.</numerusform>
        </translation>
    </message>
    <message>
        <source>Off. With it, a code from your telephone is asked for besides the password.</source>
        <translation>Désactivé. Avec lui, un code de votre téléphone est demandé en plus du mot de passe.</translation>
    </message>
    <message>
        <source>Set up anew…</source>
        <translation>Configurer à nouveau…</translation>
    </message>
    <message>
        <source>Set up…</source>
        <translation>Configurer…</translation>
    </message>
    <message>
        <source>The password you have now, please.</source>
        <translation>Votre mot de passe actuel, s’il vous plaît.</translation>
    </message>
    <message>
        <source>This is not your password.</source>
        <translation>Ce n’est pas votre mot de passe.</translation>
    </message>
    <message>
        <source>Your password is changed.</source>
        <translation>Votre mot de passe est changé.</translation>
    </message>
    <message>
        <source>Your PIN is set.</source>
        <translation>Votre code PIN est défini.</translation>
    </message>
    <message>
        <source>You have no PIN any more.</source>
        <translation>Vous n’avez plus de code PIN.</translation>
    </message>
    <message>
        <source>Your second factor is on.</source>
        <translation>Votre second facteur est activé.</translation>
    </message>
    <message>
        <source>Your second factor is off.</source>
        <translation>Votre second facteur est désactivé.</translation>
    </message>
    <message>
        <source>Remove the PIN</source>
        <translation>Retirer le code PIN</translation>
    </message>
    <message>
        <source>Set up the second factor</source>
        <translation>Configurer le second facteur</translation>
    </message>
    <message>
        <source>Switch the second factor off</source>
        <translation>Désactiver le second facteur</translation>
    </message>
    <message>
        <source>Your password, so that nobody else does this at a desk you left open.</source>
        <translation>Votre mot de passe, pour que personne d’autre ne le fasse à un poste laissé ouvert.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuer</translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::AdministrationPage</name>
    <message>
        <source>Administration</source>
        <translation>Administration</translation>
    </message>
    <message>
        <source>Parts of the administration</source>
        <translation>Parties de l’administration</translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::AgentActs</name>
    <message>
        <source>%1 is signed out.</source>
        <comment>agent</comment>
        <translation>%1 est déconnecté.</translation>
    </message>
    <message>
        <source>Back to the front of %1</source>
        <comment>queue</comment>
        <translation>En tête de %1</translation>
    </message>
    <message>
        <source>Hand it to</source>
        <translation>Le confier à</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>agent, status</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Put it on hold…</source>
        <translation>Le suspendre…</translation>
    </message>
    <message>
        <source>%1 is first in %2 again.</source>
        <comment>number, queue</comment>
        <translation>%1 est de nouveau en tête de %2.</translation>
    </message>
    <message>
        <source>%1 now waits for %2.</source>
        <comment>number, agent</comment>
        <translation>%1 attend maintenant %2.</translation>
    </message>
    <message>
        <source>Put %1 on hold</source>
        <translation>Suspendre %1</translation>
    </message>
    <message>
        <source>Why is it taken out of %1’s hand? The reason is kept with the ticket.</source>
        <comment>agent</comment>
        <translation>Pourquoi le retirer à %1 ? Le motif reste avec le ticket.</translation>
    </message>
    <message>
        <source>Left open by mistake</source>
        <translation>Laissé ouvert par erreur</translation>
    </message>
    <message>
        <source>The agent is not there</source>
        <translation>L’agent n’est pas là</translation>
    </message>
    <message>
        <source>The customer is not there</source>
        <translation>Le client n’est pas là</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Suspendre</translation>
    </message>
    <message>
        <source>%1 is on hold.</source>
        <comment>number</comment>
        <translation>%1 est suspendu.</translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::AgentFiguresBox</name>
    <message>
        <source>none</source>
        <comment>breaks</comment>
        <translation>aucune</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>number of breaks, time in them</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>On time (target %1)</source>
        <translation>À temps (cible %1)</translation>
    </message>
    <message>
        <source>Performance</source>
        <translation>Performance</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 jours</translation>
    </message>
    <message>
        <source>Served</source>
        <translation>Servi</translation>
    </message>
    <message>
        <source>Mean service</source>
        <translation>Service moyen</translation>
    </message>
    <message>
        <source>Breaks</source>
        <translation>Pauses</translation>
    </message>
    <message>
        <source>Cost of a ticket</source>
        <translation>Coût d’un ticket</translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::AgentFilterBar</name>
    <message>
        <source>With a customer</source>
        <translation>Avec un client</translation>
    </message>
    <message>
        <source>No profile here</source>
        <translation>Sans profil ici</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tous</translation>
    </message>
    <message numerus="yes">
        <source>%n match(es)</source>
        <translation>
            <numerusform>%n résultat</numerusform>
            <numerusform>%n résultats</numerusform>
        </translation>
    </message>
    <message>
        <source>Search people</source>
        <translation>Chercher une personne</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Breaks…</source>
        <translation>Pauses…</translation>
    </message>
    <message>
        <source>New agent</source>
        <translation>Nouvel agent</translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::AgentForm</name>
    <message>
        <source>Queues, first choice on top</source>
        <translation>Files, premier choix en haut</translation>
    </message>
    <message>
        <source>New agent</source>
        <translation>Nouvel agent</translation>
    </message>
    <message>
        <source>Remove %1? What they did stays in the history.</source>
        <translation>Retirer %1 ? Ce que cette personne a fait reste dans l’historique.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Skills</source>
        <translation>Compétences</translation>
    </message>
    <message>
        <source>Space ticks, Alt+↑ and Alt+↓ move.</source>
        <translation>Espace coche, Alt+↑ et Alt+↓ déplacent.</translation>
    </message>
    <message>
        <source>Separate them with commas. A queue whose service needs others stays locked.</source>
        <translation>Séparez-les par des virgules. Une file dont le service en demande d’autres reste verrouillée.</translation>
    </message>
    <message>
        <source>Cost of an hour</source>
        <translation>Coût d’une heure</translation>
    </message>
    <message>
        <source>In your currency, for the cost of a ticket. Leave it empty when it is not known.</source>
        <translation>Dans votre monnaie, pour le coût d’un ticket. Laissez vide s’il n’est pas connu.</translation>
    </message>
    <message>
        <source>The name of the account.</source>
        <translation>Le nom du compte.</translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::AgentPanel</name>
    <message>
        <source>No account</source>
        <translation>Sans compte</translation>
    </message>
    <message>
        <source>none</source>
        <comment>skills</comment>
        <translation>aucune</translation>
    </message>
    <message>
        <source>not known</source>
        <comment>cost</comment>
        <translation>inconnu</translation>
    </message>
    <message>
        <source>Nobody chosen</source>
        <translation>Personne n’est choisi</translation>
    </message>
    <message>
        <source>Choose somebody in the list: how they stand and what they did appears here.</source>
        <translation>Choisissez quelqu’un dans la liste : son état et son activité apparaissent ici.</translation>
    </message>
    <message>
        <source>No profile here</source>
        <translation>Sans profil ici</translation>
    </message>
    <message>
        <source>Has an account, and no profile in this branch. With a profile they can have queues and call tickets here.</source>
        <translation>A un compte, mais pas de profil dans cette agence. Avec un profil, cette personne peut y avoir des files et appeler des tickets.</translation>
    </message>
    <message>
        <source>Is invited and has not set a password yet. With a profile they can have queues and call tickets here.</source>
        <translation>Invité, sans mot de passe pour l’instant. Avec un profil, cette personne peut avoir des files ici et appeler des tickets.</translation>
    </message>
    <message>
        <source>Has never signed in here.</source>
        <translation>Ne s’est jamais connecté ici.</translation>
    </message>
    <message>
        <source>Signed out for %1.</source>
        <comment>how long</comment>
        <translation>Déconnecté depuis %1.</translation>
    </message>
    <message>
        <source>On a break: %1.</source>
        <comment>how long</comment>
        <translation>En pause : %1.</translation>
    </message>
    <message>
        <source>On a break, %1: %2.</source>
        <comment>reason, how long</comment>
        <translation>En pause, %1 : %2.</translation>
    </message>
    <message>
        <source>%1 for %2.</source>
        <comment>status, how long</comment>
        <translation>%1 depuis %2.</translation>
    </message>
    <message>
        <source>A break comes after this ticket.</source>
        <translation>Une pause suit ce ticket.</translation>
    </message>
    <message>
        <source>A break comes after this ticket: %1.</source>
        <comment>reason</comment>
        <translation>Une pause suit ce ticket : %1.</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>counter, sentence</comment>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>number, queue</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Served for %1</source>
        <comment>timer</comment>
        <translation>Servi depuis %1</translation>
    </message>
    <message>
        <source>Called %1 ago</source>
        <comment>timer</comment>
        <translation>Appelé il y a %1</translation>
    </message>
    <message>
        <source>%1, usually %2</source>
        <comment>time, range</comment>
        <translation>%1, d’habitude %2</translation>
    </message>
    <message>
        <source>%1. It seems to be forgotten.</source>
        <comment>sentence about the time</comment>
        <translation>%1. Il semble oublié.</translation>
    </message>
    <message>
        <source>Take over %1…</source>
        <comment>number</comment>
        <translation>Reprendre %1…</translation>
    </message>
    <message>
        <source>To sign %1 out, take over %2 first.</source>
        <comment>agent, number</comment>
        <translation>Pour déconnecter %1, reprenez d’abord %2.</translation>
    </message>
    <message>
        <source>In hand</source>
        <translation>En main</translation>
    </message>
    <message>
        <source>Skills</source>
        <translation>Compétences</translation>
    </message>
    <message>
        <source>Cost of an hour</source>
        <translation>Coût d’une heure</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Modifier…</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Se déconnecter</translation>
    </message>
    <message>
        <source>Give a profile in this branch</source>
        <translation>Donner un profil dans cette agence</translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::AgentQueuesBox</name>
    <message>
        <source>%1. %2</source>
        <comment>rank, queue</comment>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>None: no ticket can be called.</source>
        <translation>Aucune : aucun ticket ne peut être appelé.</translation>
    </message>
    <message>
        <source>Taken back.</source>
        <translation>Action annulée.</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Enregistré.</translation>
    </message>
    <message>
        <source>Queues, first choice on top</source>
        <translation>Files, la première d’abord</translation>
    </message>
    <message>
        <source>Queues</source>
        <translation>Files</translation>
    </message>
    <message>
        <source>Alt+↑ ↓ moves</source>
        <translation>Alt+↑ ↓ déplace</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::AgentsPage</name>
    <message>
        <source>The profile is there. Tick the queues.</source>
        <translation>Le profil est créé. Cochez les files.</translation>
    </message>
    <message>
        <source>Agents</source>
        <translation>Agents</translation>
    </message>
    <message>
        <source>needs somebody</source>
        <translation>demande quelqu’un</translation>
    </message>
    <message>
        <source>Create an agent</source>
        <translation>Créer un agent</translation>
    </message>
    <message>
        <source>Reasons and limits of breaks…</source>
        <translation>Motifs et limites des pauses…</translation>
    </message>
    <message>
        <source>No agent yet. Who calls and serves?</source>
        <translation>Aucun agent pour l’instant. Qui appelle et sert ?</translation>
    </message>
    <message>
        <source>New agent</source>
        <translation>Nouvel agent</translation>
    </message>
    <message>
        <source>Nobody matches the search and the status.</source>
        <translation>Personne ne correspond à la recherche et à l’état.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Tout afficher</translation>
    </message>
    <message>
        <source>by name</source>
        <translation>par nom</translation>
    </message>
    <message>
        <source>by what they served</source>
        <translation>par tickets servis</translation>
    </message>
    <message>
        <source>urgent ones first</source>
        <translation>les cas pressants d’abord</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>agents, order</comment>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n personne</numerusform>
            <numerusform>%n personnes</numerusform>
        </translation>
    </message>
    <message>
        <source>Take over the ticket</source>
        <translation>Reprendre le ticket</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Se déconnecter</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Modifier…</translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::AlertBell</name>
    <message>
        <source>%1: %2</source>
        <comment>queue: what is wrong</comment>
        <translation>%1 : %2</translation>
    </message>
    <message>
        <source>SmartQueue needs someone</source>
        <translation>SmartQueue a besoin de quelqu’un</translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) need someone. %1</source>
        <translation>
            <numerusform>%n alerte attend quelqu’un. %1</numerusform>
            <numerusform>%n alertes attendent quelqu’un. %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>SmartQueue: %n alert(s)</source>
        <translation>
            <numerusform>SmartQueue : %n alerte</numerusform>
            <numerusform>SmartQueue : %n alertes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::AlertRulesCard</name>
    <message numerus="yes">
        <source>Would have fired %n time(s) last week</source>
        <translation>
            <numerusform>Se serait déclenchée %n fois la semaine dernière</numerusform>
            <numerusform>Se serait déclenchée %n fois la semaine dernière</numerusform>
        </translation>
    </message>
    <message>
        <source>Counting how often each would have fired last week: %1</source>
        <translation>Calcul des déclenchements de la semaine dernière : %1</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Count again</source>
        <translation>Recompter</translation>
    </message>
    <message>
        <source>Counted from %1, %2, where the log begins.</source>
        <comment>date, time</comment>
        <translation>Compté depuis le %1, %2, où commence le journal.</translation>
    </message>
    <message>
        <source>Count last week</source>
        <translation>Compter la semaine dernière</translation>
    </message>
    <message>
        <source>When you are alerted</source>
        <translation>Quand vous êtes alerté</translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::AlertsPage</name>
    <message>
        <source>For %1</source>
        <translation>Pendant %1</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Alertes</translation>
    </message>
    <message>
        <source>Alerts of today</source>
        <translation>Alertes du jour</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>Prendre acte</translation>
    </message>
    <message>
        <source>Owner…</source>
        <translation>Responsable…</translation>
    </message>
    <message>
        <source>Show the queue</source>
        <translation>Voir la file</translation>
    </message>
    <message>
        <source>Acknowledge the alert</source>
        <translation>Prendre acte de l’alerte</translation>
    </message>
    <message>
        <source>Acknowledged.</source>
        <translation>Acte pris.</translation>
    </message>
    <message>
        <source>Snoozed for %1.</source>
        <translation>Reportée de %1.</translation>
    </message>
    <message>
        <source>Owner of the alert</source>
        <translation>Responsable de l’alerte</translation>
    </message>
    <message>
        <source>Who takes care of it?</source>
        <translation>Qui s’en occupe ?</translation>
    </message>
    <message>
        <source>%1 takes care of it.</source>
        <translation>%1 s’en occupe.</translation>
    </message>
    <message>
        <source>Nothing needs you now. Alerts of the day stay here, also when they are over.</source>
        <translation>Rien ne vous attend. Les alertes du jour restent ici, même terminées.</translation>
    </message>
    <message>
        <source>No alerts besides. Alerts of the day stay here, also when they are over.</source>
        <translation>Aucune alerte par ailleurs. Les alertes du jour restent ici, même terminées.</translation>
    </message>
    <message>
        <source>Snooze…</source>
        <translation>Reporter…</translation>
    </message>
    <message>
        <source>Snooze the alert…</source>
        <translation>Reporter l’alerte…</translation>
    </message>
    <message>
        <source>Who takes care of the alert…</source>
        <translation>Qui s’occupe de l’alerte…</translation>
    </message>
    <message>
        <source>Show the queue of the alert</source>
        <translation>Afficher la file de l’alerte</translation>
    </message>
    <message>
        <source>Take care</source>
        <translation>S’en occuper</translation>
    </message>
    <message>
        <source>Nobody in particular takes care of it.</source>
        <translation>Personne en particulier ne s’en occupe.</translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::AsideActsCard</name>
    <message numerus="yes">
        <source>And %Ln more before. All of them stand in the exported diagnostics.</source>
        <translation>
            <numerusform>Et %Ln autre avant. Tous figurent dans le diagnostic exporté.</numerusform>
            <numerusform>Et %Ln autres avant. Tous figurent dans le diagnostic exporté.</numerusform>
        </translation>
    </message>
    <message>
        <source>Done here, and nowhere else</source>
        <translation>Fait ici, et nulle part ailleurs</translation>
    </message>
    <message numerus="yes">
        <source>%Ln act(s) of this desktop without its host cannot be taken on by any host. They are kept here, and their numbers are not given again.</source>
        <translation>
            <numerusform>%Ln acte de ce poste sans son hôte ne peut être repris par aucun hôte. Il est conservé ici, et son numéro n’est plus donné.</numerusform>
            <numerusform>%Ln actes de ce poste sans son hôte ne peuvent être repris par aucun hôte. Ils sont conservés ici, et leurs numéros ne sont plus donnés.</numerusform>
        </translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>illisible</translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::AsideCard</name>
    <message>
        <source>Decided here alone</source>
        <translation>Décidé ici seul</translation>
    </message>
    <message>
        <source>A former database of this desktop was put aside, and what it holds cannot be read: %1</source>
        <translation>Une ancienne base de ce poste a été mise de côté, et son contenu est illisible : %1</translation>
    </message>
    <message>
        <source>A former database of this desktop was put aside; it holds nothing that the branch does not.</source>
        <translation>Une ancienne base de ce poste a été mise de côté ; elle ne contient rien que l’agence n’ait pas.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln act(s) from %1 to %2 happened on this desktop while it was cut off. The branch went on without them: nothing of it was merged, and nothing is lost.</source>
        <translation>
            <numerusform>%Ln acte, de %1 à %2, a eu lieu sur ce poste pendant qu’il était coupé. L’agence a continué sans lui : rien n’en a été fusionné, et rien n’est perdu.</numerusform>
            <numerusform>%Ln actes, de %1 à %2, ont eu lieu sur ce poste pendant qu’il était coupé. L’agence a continué sans eux : rien n’en a été fusionné, et rien n’est perdu.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>About %1 and %Ln more.</source>
        <translation>
            <numerusform>Concerne %1 et %Ln autre.</numerusform>
            <numerusform>Concerne %1 et %Ln autres.</numerusform>
        </translation>
    </message>
    <message>
        <source>About %1. See under Tickets what became of them.</source>
        <translation>Concerne %1. Voyez sous Tickets ce qu’il en est.</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Afficher le dossier</translation>
    </message>
    <message>
        <source>Mark as settled</source>
        <translation>Marquer comme réglé</translation>
    </message>
    <message>
        <source>Has somebody dealt with what stands in it? The file stays where it is, under a name that ends in “settled”, and is not shown here any more.</source>
        <translation>Quelqu’un s’est-il occupé de son contenu ? Le fichier reste où il est, sous un nom avec « settled », et n’est plus montré ici.</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>Pas encore</translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::AuthorityCard</name>
    <message>
        <source>By hand: when the host is gone, somebody takes over at another desktop.</source>
        <translation>À la main : quand l’hôte a disparu, quelqu’un reprend son rôle sur un autre poste.</translation>
    </message>
    <message>
        <source>By themselves: when the host is gone, another desktop takes over within some seconds. An etcd of your company says who leads; the host works only while most of its members answer.</source>
        <translation>D’eux-mêmes : quand l’hôte a disparu, un autre poste prend le relais en quelques secondes. Un etcd de votre entreprise dit qui mène ; l’hôte ne travaille que tant que la plupart de ses membres répondent.</translation>
    </message>
    <message>
        <source>Whoever runs this installation may change it.</source>
        <translation>Seul qui gère cette installation peut le changer.</translation>
    </message>
    <message>
        <source>It can be changed when this desktop hears its host.</source>
        <translation>Cela se change quand ce poste entend son hôte.</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Appliquer</translation>
    </message>
    <message>
        <source>Set up with etcd…</source>
        <translation>Mettre en place avec etcd…</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Modifier…</translation>
    </message>
    <message>
        <source>“%1” is no address such as http://10.0.0.5:2379.</source>
        <translation>« %1 » n’est pas une adresse telle que http://10.0.0.5:2379.</translation>
    </message>
    <message>
        <source>At most %1 addresses.</source>
        <translation>%1 adresses au plus.</translation>
    </message>
    <message>
        <source>From now on somebody takes over by hand.</source>
        <translation>Le rôle d’hôte se reprend désormais à la main.</translation>
    </message>
    <message>
        <source>Desktops take over by themselves from now on.</source>
        <translation>Les postes prennent désormais le relais d’eux-mêmes.</translation>
    </message>
    <message>
        <source>When the host is gone</source>
        <translation>Quand l’hôte a disparu</translation>
    </message>
    <message>
        <source>Addresses of the etcd members</source>
        <translation>Adresses des membres d’etcd</translation>
    </message>
    <message>
        <source>One a line, such as http://10.0.0.5:2379. None: by hand.</source>
        <translation>Une par ligne, telle que http://10.0.0.5:2379. Aucune : à la main.</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Laisser tel quel</translation>
    </message>
    <message>
        <source>Put back as it was</source>
        <translation>Rétablir l’état d’avant</translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::AuditFilterBar</name>
    <message>
        <source>The owner</source>
        <translation>Le propriétaire</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Tout le monde</translation>
    </message>
    <message>
        <source>All branches</source>
        <translation>Toutes les agences</translation>
    </message>
    <message>
        <source>Search the audit</source>
        <translation>Chercher dans le journal</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Personne</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>Agence</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Période</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Du</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Au</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 jours</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tous</translation>
    </message>
    <message>
        <source>From – to…</source>
        <translation>Du – au…</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Genre</translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::AuditPanel</name>
    <message>
        <source>Choose an entry</source>
        <translation>Choisissez une entrée</translation>
    </message>
    <message>
        <source>This entry cannot be shown</source>
        <translation>Cette entrée ne peut être affichée</translation>
    </message>
    <message>
        <source>Its before and after stand here.</source>
        <translation>Son avant et son après s’affichent ici.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>day, time</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Qui</translation>
    </message>
    <message>
        <source>Act</source>
        <translation>Acte</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>Agence</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Appareil</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Entrée</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>Avant et après</translation>
    </message>
    <message>
        <source>All that happened with it</source>
        <translation>Tout ce qui s’est passé avec</translation>
    </message>
    <message>
        <source>The chosen entry</source>
        <translation>L’entrée choisie</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::AuditTab</name>
    <message>
        <source>Audit</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>%L1+</source>
        <comment>at least so many</comment>
        <translation>%L1+</translation>
    </message>
    <message>
        <source>%1 new</source>
        <comment>entries</comment>
        <translation>%1 de plus</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new entry(ies): show them</source>
        <translation>
            <numerusform>%Ln nouvelle entrée : l’afficher</numerusform>
            <numerusform>%Ln nouvelles entrées : les afficher</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading the log…</source>
        <translation>Lecture du journal…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln entry(ies), newest first</source>
        <translation>
            <numerusform>%Ln entrée, la plus récente d’abord</numerusform>
            <numerusform>%Ln entrées, les plus récentes d’abord</numerusform>
        </translation>
    </message>
    <message>
        <source>The newest %L1 are shown. Narrow the period to see older ones.</source>
        <translation>Les %L1 plus récentes sont affichées. Réduisez la période pour voir les plus anciennes.</translation>
    </message>
    <message>
        <source>%L1 shown, older ones follow below</source>
        <translation>%L1 affichées, les plus anciennes suivent plus bas</translation>
    </message>
    <message>
        <source>Nothing on record matches this.</source>
        <translation>Rien dans le journal ne correspond.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Tout afficher</translation>
    </message>
    <message>
        <source>Export the audit</source>
        <translation>Exporter le journal</translation>
    </message>
    <message>
        <source>Tables (*.csv);;All files (*)</source>
        <translation>Tableaux (*.csv);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>JSON (*.json);;All files (*)</source>
        <translation>JSON (*.json);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Writing the file…</source>
        <translation>Écriture du fichier…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Stopped: no file was written.</source>
        <translation>Arrêté : aucun fichier n’a été écrit.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln entry(ies) written to %1</source>
        <translation>
            <numerusform>%Ln entrée écrite dans %1</numerusform>
            <numerusform>%Ln entrées écrites dans %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Checking every entry of the log…</source>
        <translation>Vérification de chaque entrée du journal…</translation>
    </message>
    <message>
        <source>Checked at %1: the chain is whole. No entry is missing, none was changed.</source>
        <translation>Vérifié à %1 : la chaîne est intacte. Aucune entrée ne manque, aucune n’a été modifiée.</translation>
    </message>
    <message>
        <source>Checked at %1: the chain is broken (%2). Keep this file for those who help you, and go back to the last backup.</source>
        <translation>Vérifié à %1 : la chaîne est rompue (%2). Gardez ce fichier pour ceux qui vous aident, et revenez à la dernière sauvegarde.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exporter</translation>
    </message>
    <message>
        <source>Check the chain</source>
        <translation>Vérifier la chaîne</translation>
    </message>
    <message>
        <source>Check the chain of the audit</source>
        <translation>Vérifier la chaîne du journal</translation>
    </message>
    <message>
        <source>Export the audit as a table (CSV)…</source>
        <translation>Exporter le journal en tableau (CSV)…</translation>
    </message>
    <message>
        <source>Export the audit as JSON…</source>
        <translation>Exporter le journal en JSON…</translation>
    </message>
    <message>
        <source>Entries of the audit</source>
        <translation>Entrées du journal</translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::BranchForm</name>
    <message>
        <source>Branch</source>
        <translation>Agence</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Fuseau horaire</translation>
    </message>
    <message>
        <source>Type a city to find it. Days and hours are the branch's own.</source>
        <translation>Saisissez une ville pour le trouver. Les jours et les heures sont ceux de l’agence.</translation>
    </message>
    <message>
        <source>Open from – to</source>
        <translation>Ouverte de – à</translation>
    </message>
    <message>
        <source>Opens at</source>
        <translation>Ouvre à</translation>
    </message>
    <message>
        <source>Closes at</source>
        <translation>Ferme à</translation>
    </message>
    <message>
        <source>Ticket numbers</source>
        <translation>Numéros de ticket</translation>
    </message>
    <message>
        <source>Start again every day at</source>
        <translation>Repartir chaque jour à</translation>
    </message>
    <message>
        <source>Numbers start again every day</source>
        <translation>La numérotation repart chaque jour</translation>
    </message>
    <message>
        <source>Hour at which numbers start again</source>
        <translation>Heure à laquelle la numérotation repart</translation>
    </message>
    <message>
        <source>On-time target</source>
        <translation>Objectif à temps</translation>
    </message>
    <message>
        <source>Share of people to be called within their service's SLA.</source>
        <translation>Part des personnes à appeler dans le délai promis de leur service.</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Keep closed tickets for</source>
        <translation>Garder les tickets clos pendant</translation>
    </message>
    <message>
        <source> days</source>
        <translation> jours</translation>
    </message>
    <message>
        <source>Which queue goes first</source>
        <translation>File servie d’abord</translation>
    </message>
    <message>
        <source>For an agent with several. Try it first under Forecast, Simulator: it shows what it would do today.</source>
        <translation>Pour un agent qui en a plusieurs. À essayer d’abord sous Prévision, Simulateur, qui montre l’effet sur aujourd’hui.</translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::BranchTab</name>
    <message>
        <source>Branch</source>
        <translation>Agence</translation>
    </message>
    <message>
        <source>The branch is saved.</source>
        <translation>L’agence est enregistrée.</translation>
    </message>
    <message>
        <source>Save changes</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Leave without saving what you typed?</source>
        <translation>Quitter sans enregistrer votre saisie ?</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Go on here</source>
        <translation>Continuer ici</translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::BreakReasonsForm</name>
    <message>
        <source>Reason %1</source>
        <translation>Motif %1</translation>
    </message>
    <message>
        <source>Why, such as lunch</source>
        <translation>Pourquoi, par ex. déjeuner</translation>
    </message>
    <message>
        <source>Limit of reason %1</source>
        <translation>Limite du motif %1</translation>
    </message>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>Sans limite</translation>
    </message>
    <message>
        <source>Remove reason %1</source>
        <translation>Supprimer le motif %1</translation>
    </message>
    <message>
        <source>Reasons for a break</source>
        <translation>Motifs de pause</translation>
    </message>
    <message>
        <source>What agents choose from, and for how long at most</source>
        <translation>Ce que les agents choisissent, et pour combien de temps au plus</translation>
    </message>
    <message>
        <source>Beyond the limit the break turns amber here and at the desk; nothing else happens. Without any reason the desk offers lunch, short break, back office and meeting.</source>
        <translation>Au-delà de la limite, la pause devient ambre ici et au poste ; rien d’autre ne se passe. Sans aucun motif, le poste propose déjeuner, courte pause, administratif et réunion.</translation>
    </message>
    <message>
        <source>Add a reason</source>
        <translation>Ajouter un motif</translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::CallBar</name>
    <message>
        <source>short break</source>
        <translation>courte pause</translation>
    </message>
    <message>
        <source>Call bar</source>
        <translation>Barre d’appel</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>Rappeler</translation>
    </message>
    <message>
        <source>No-show</source>
        <translation>Absent</translation>
    </message>
    <message>
        <source>Transfer…</source>
        <translation>Transférer…</translation>
    </message>
    <message>
        <source>Larger call bar</source>
        <translation>Agrandir la barre d’appel</translation>
    </message>
    <message>
        <source>Smaller call bar</source>
        <translation>Réduire la barre d’appel</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>queue, timer</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Not signed in</source>
        <translation>Aucun agent en poste</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n en attente</numerusform>
            <numerusform>%n en attente</numerusform>
        </translation>
    </message>
    <message>
        <source>No break</source>
        <translation>Pas de pause</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>%1 · next %2</source>
        <comment>waiting, number</comment>
        <translation>%1 · puis %2</translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::ConflictList</name>
    <message>
        <source>%1 is now: %2, %3.</source>
        <comment>ticket, state, agent</comment>
        <translation>%1 est maintenant : %2, %3.</translation>
    </message>
    <message>
        <source>%1 is now: %2.</source>
        <comment>ticket, state</comment>
        <translation>%1 est maintenant : %2.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more conflict(s) wait.</source>
        <translation>
            <numerusform>Encore %Ln conflit attend.</numerusform>
            <numerusform>Encore %Ln conflits attendent.</numerusform>
        </translation>
    </message>
    <message>
        <source>Two stories of one act</source>
        <translation>Deux versions d’un même acte</translation>
    </message>
    <message>
        <source>%1: two stories</source>
        <comment>ticket</comment>
        <translation>%1 : deux versions</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <comment>agent, desktop</comment>
        <translation>%1 au poste %2</translation>
    </message>
    <message>
        <source>%1, %2, without the host: %3.</source>
        <comment>who, time, the deed</comment>
        <translation>%1, %2, sans le poste hôte : %3.</translation>
    </message>
    <message>
        <source>The branch, when it heard of it at %1: %2</source>
        <translation>L’agence, quand elle l’a appris à %1 : %2</translation>
    </message>
    <message>
        <source>Leave it as the branch has it</source>
        <translation>S’en tenir à l’agence</translation>
    </message>
    <message>
        <source>Do it now as well</source>
        <translation>Le faire maintenant aussi</translation>
    </message>
    <message>
        <source>Done now; the conflict is settled.</source>
        <translation>C’est fait ; le conflit est réglé.</translation>
    </message>
    <message>
        <source>The conflict is settled.</source>
        <translation>Le conflit est réglé.</translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::CounterForm</name>
    <message>
        <source>New counter</source>
        <translation>Nouveau guichet</translation>
    </message>
    <message>
        <source>Counter %1</source>
        <translation>Guichet %1</translation>
    </message>
    <message>
        <source>Remove counter %1? Whoever is signed in there stays until they sign out.</source>
        <translation>Supprimer le guichet %1 ? La personne en poste y reste jusqu’à ce qu’elle quitte le poste.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>As it stands over the counter and is announced: 3, or Window B.</source>
        <translation>Tel qu’il est affiché au guichet et annoncé : 3, ou Guichet B.</translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::CustomerDialog</name>
    <message>
        <source>Find</source>
        <translation>Chercher</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Effacer</translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>Les garder</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporter…</translation>
    </message>
    <message>
        <source>Erase…</source>
        <translation>Effacer…</translation>
    </message>
    <message>
        <source>A customer’s data</source>
        <translation>Données d’un client</translation>
    </message>
    <message>
        <source>What %1 keeps of a person: find it, hand it out, erase it. Each of these is written in the audit, without the name.</source>
        <translation>Ce que %1 garde d’une personne : le trouver, le remettre, l’effacer. Chacun de ces actes s’inscrit au journal, sans le nom.</translation>
    </message>
    <message>
        <source>Name, phone, or number of a ticket</source>
        <translation>Nom, téléphone ou numéro d’un ticket</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Fiches</translation>
    </message>
    <message>
        <source>All are theirs</source>
        <translation>Toutes sont les siennes</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Échap</translation>
    </message>
    <message>
        <source>The key to the customers’ data is not at hand: sign in with your password. Until then what is sealed can be neither read nor handed out.</source>
        <translation>La clé des données des clients n’est pas disponible : connectez-vous avec votre mot de passe. D’ici là, ce qui est scellé ne peut être ni lu ni remis.</translation>
    </message>
    <message>
        <source>Type a name, a phone number or the number of a ticket.</source>
        <translation>Saisissez un nom, un numéro de téléphone ou un numéro de ticket.</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Recherche…</translation>
    </message>
    <message>
        <source>Nothing is kept under this.</source>
        <translation>Rien n’est gardé sous ce nom.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s). Tick those that are this person’s.</source>
        <translation>
            <numerusform>%Ln fiche. Cochez-la si c’est celle de la personne.</numerusform>
            <numerusform>%Ln fiches. Cochez celles de cette personne.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln ticket(s) cannot be read with the key at hand.</source>
        <translation>
            <numerusform>%Ln ticket ne peut être lu avec la clé disponible.</numerusform>
            <numerusform>%Ln tickets ne peuvent être lus avec la clé disponible.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln ticked</source>
        <translation>
            <numerusform>%Ln cochée</numerusform>
            <numerusform>%Ln cochées</numerusform>
        </translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exporter</translation>
    </message>
    <message>
        <source>JSON (*.json);;All files (*)</source>
        <translation>JSON (*.json);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>The file could not be written: %1.</source>
        <translation>Le fichier n’a pas pu être écrit : %1.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) written to %1</source>
        <translation>
            <numerusform>%Ln fiche écrite dans %1</numerusform>
            <numerusform>%Ln fiches écrites dans %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Erase what is kept in %Ln record(s)? Name, phone and notes go for good, and are in no backup made from now on. The tickets and the statistics stay. This cannot be undone.</source>
        <translation>
            <numerusform>Effacer ce que garde %Ln fiche ? Nom, téléphone et notes disparaissent pour de bon et ne seront dans aucune sauvegarde faite désormais. Les tickets et les statistiques restent. C’est irréversible.</numerusform>
            <numerusform>Effacer ce que gardent %Ln fiches ? Nom, téléphone et notes disparaissent pour de bon et ne seront dans aucune sauvegarde faite désormais. Les tickets et les statistiques restent. C’est irréversible.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) erased. The person is gone; the statistics stay.</source>
        <translation>
            <numerusform>%Ln fiche effacée. La personne n’y est plus ; les statistiques restent.</numerusform>
            <numerusform>%Ln fiches effacées. La personne n’y est plus ; les statistiques restent.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::CustomerRecordModel</name>
    <message>
        <source>%1, theirs</source>
        <translation>%1, à cette personne</translation>
    </message>
    <message>
        <source>cleaned up</source>
        <translation>nettoyé</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Jour</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Name or number</source>
        <translation>Nom ou numéro</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::DeskActionBar</name>
    <message>
        <source>Recall</source>
        <translation>Rappeler</translation>
    </message>
    <message>
        <source>No-show</source>
        <translation>Absent</translation>
    </message>
    <message>
        <source>Transfer…</source>
        <translation>Transférer…</translation>
    </message>
    <message>
        <source>Hold…</source>
        <translation>Suspendre…</translation>
    </message>
    <message>
        <source>lunch</source>
        <translation>déjeuner</translation>
    </message>
    <message>
        <source>short break</source>
        <translation>courte pause</translation>
    </message>
    <message>
        <source>back office</source>
        <translation>administratif</translation>
    </message>
    <message>
        <source>meeting</source>
        <translation>réunion</translation>
    </message>
    <message>
        <source>Reason: %1</source>
        <translation>Motif : %1</translation>
    </message>
    <message>
        <source>Reason of the break</source>
        <translation>Motif de la pause</translation>
    </message>
    <message>
        <source>Break</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>No break after all</source>
        <translation>Pas de pause</translation>
    </message>
    <message>
        <source>Back to work</source>
        <translation>Reprendre</translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::DeskHeldCard</name>
    <message>
        <source>On hold</source>
        <translation>En suspens</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Resume %1</source>
        <translation>Reprendre %1</translation>
    </message>
    <message>
        <source>Finish the ticket in hand first.</source>
        <translation>Terminez d’abord le ticket en cours.</translation>
    </message>
    <message>
        <source>%1 · for %2</source>
        <comment>queue, duration</comment>
        <translation>%1 · depuis %2</translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::DeskLastCard</name>
    <message>
        <source>Your last tickets</source>
        <translation>Vos derniers tickets</translation>
    </message>
    <message numerus="yes">
        <source>What you finished in the last half hour is listed here, with a way to take it back for %n second(s).</source>
        <translation>
            <numerusform>Ce que vous avez terminé depuis une demi-heure s’affiche ici et peut être annulé pendant %n seconde.</numerusform>
            <numerusform>Ce que vous avez terminé depuis une demi-heure s’affiche ici et peut être annulé pendant %n secondes.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Final</source>
        <translation>Définitif</translation>
    </message>
    <message numerus="yes">
        <source>An act can be taken back for %n second(s), while nobody has gone on from it.</source>
        <translation>
            <numerusform>Une action peut être annulée pendant %n seconde, tant que personne n’a poursuivi à partir d’elle.</numerusform>
            <numerusform>Une action peut être annulée pendant %n secondes, tant que personne n’a poursuivi à partir d’elle.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1–%2</source>
        <comment>from, until</comment>
        <translation>%1–%2</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>Annuler : %1</translation>
    </message>
    <message>
        <source>Undo back to %1</source>
        <translation>Annuler jusqu’à %1</translation>
    </message>
    <message numerus="yes">
        <source>Takes back everything since, %n step(s).</source>
        <translation>
            <numerusform>Annule tout ce qui a suivi, %n étape.</numerusform>
            <numerusform>Annule tout ce qui a suivi, %n étapes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::DeskNextCard</name>
    <message>
        <source>Next tickets</source>
        <translation>Prochains tickets</translation>
    </message>
    <message>
        <source>waited</source>
        <translation>a attendu</translation>
    </message>
    <message>
        <source>Nobody is waiting.</source>
        <translation>Personne n’attend.</translation>
    </message>
    <message>
        <source>%1 %2 always takes the first.</source>
        <comment>sentence, key</comment>
        <translation>%1 %2 prend toujours le premier.</translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::DeskPage</name>
    <message>
        <source>Nobody is waiting in your queues.</source>
        <translation>Personne n’attend dans vos files.</translation>
    </message>
    <message>
        <source>Taken back.</source>
        <translation>Action annulée.</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>Poste d’appel</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>counter, branch</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>Rappeler</translation>
    </message>
    <message>
        <source>No-show</source>
        <translation>Absent</translation>
    </message>
    <message>
        <source>Transfer…</source>
        <translation>Transférer…</translation>
    </message>
    <message>
        <source>Hold…</source>
        <translation>Suspendre…</translation>
    </message>
    <message>
        <source>Undo your last act</source>
        <translation>Annuler votre dernière action</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Quitter le poste</translation>
    </message>
    <message>
        <source>Call bar</source>
        <translation>Barre d’appel</translation>
    </message>
    <message>
        <source>Outcome %1</source>
        <translation>Résultat %1</translation>
    </message>
    <message>
        <source>Back to work</source>
        <translation>Reprendre le travail</translation>
    </message>
    <message>
        <source>Break</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Put %1 on hold</source>
        <translation>Suspendre %1</translation>
    </message>
    <message>
        <source>What is the customer doing meanwhile?</source>
        <translation>Que fait le client entre-temps ?</translation>
    </message>
    <message>
        <source>Fetches a document</source>
        <translation>Va chercher un document</translation>
    </message>
    <message>
        <source>Fills in a form</source>
        <translation>Remplit un formulaire</translation>
    </message>
    <message>
        <source>Photo booth</source>
        <translation>Photomaton</translation>
    </message>
    <message>
        <source>Asks a colleague</source>
        <translation>Demande à un collègue</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Suspendre</translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::DeskQueuesCard</name>
    <message>
        <source>Your queues</source>
        <translation>Vos files</translation>
    </message>
    <message>
        <source>in rank order</source>
        <translation>par ordre de rang</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>Est. wait</source>
        <translation>Attente est.</translation>
    </message>
    <message>
        <source>You are not assigned to any queue yet.</source>
        <translation>Aucune file ne vous est encore affectée.</translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::DeskSignIn</name>
    <message>
        <source>Who is at this desk?</source>
        <translation>Qui est à ce poste ?</translation>
    </message>
    <message>
        <source>Agents</source>
        <translation>Agents</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>Guichet</translation>
    </message>
    <message>
        <source>Set up agents</source>
        <translation>Configurer les agents</translation>
    </message>
    <message>
        <source>%1 · signed in at %2</source>
        <comment>agent, counter</comment>
        <translation>%1 · en poste : %2</translation>
    </message>
    <message>
        <source>no counter</source>
        <translation>sans guichet</translation>
    </message>
    <message>
        <source>There are no agents yet. Add them with their queues, then sign in here.</source>
        <translation>Il n’y a pas encore d’agents. Ajoutez-les avec leurs files, puis prenez le poste ici.</translation>
    </message>
    <message>
        <source>Choose yourself and the counter you sit at. Your queues come with you.</source>
        <translation>Choisissez votre nom et le guichet où vous êtes. Vos files vous suivent.</translation>
    </message>
    <message>
        <source>Take over this desk</source>
        <translation>Reprendre ce poste</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Prendre le poste</translation>
    </message>
    <message>
        <source>You have no place in this branch yet. Ask the person who invited you.</source>
        <translation>Vous n’avez pas encore de place dans cette agence. Demandez à la personne qui vous a invité.</translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::DeskTicketCard</name>
    <message>
        <source>Customer waited</source>
        <translation>Attente du client</translation>
    </message>
    <message>
        <source>Called at</source>
        <translation>Appelé à</translation>
    </message>
    <message>
        <source>Came to the desk</source>
        <translation>Arrivé au guichet</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>Notes on this ticket</source>
        <translation>Notes sur ce ticket</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Enregistré</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>What was the outcome?</source>
        <translation>Quel est le résultat ?</translation>
    </message>
    <message>
        <source>Other outcome</source>
        <translation>Autre résultat</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Réglé</translation>
    </message>
    <message>
        <source>Document missing</source>
        <translation>Document manquant</translation>
    </message>
    <message>
        <source>To follow up</source>
        <translation>À suivre</translation>
    </message>
    <message>
        <source>Other…</source>
        <translation>Autre…</translation>
    </message>
    <message>
        <source>since %1</source>
        <comment>time of day</comment>
        <translation>depuis %1</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>queue, priority</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>no priority</source>
        <translation>sans priorité</translation>
    </message>
    <message>
        <source>as told: %1</source>
        <translation>comme annoncé : %1</translation>
    </message>
    <message>
        <source>told: %1</source>
        <translation>annoncé : %1</translation>
    </message>
    <message numerus="yes">
        <source>%1, announced %n time(s)</source>
        <translation>
            <numerusform>%1, annoncé %n fois</numerusform>
            <numerusform>%1, annoncé %n fois</numerusform>
        </translation>
    </message>
    <message>
        <source>after %1</source>
        <translation>après %1</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>pas encore</translation>
    </message>
    <message>
        <source>usually %1</source>
        <comment>range of minutes</comment>
        <translation>d’habitude %1</translation>
    </message>
    <message>
        <source>since the call</source>
        <translation>depuis l’appel</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>timer, usual range</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Break</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>No queue is yours yet</source>
        <translation>Vous n’avez pas encore de file</translation>
    </message>
    <message>
        <source>Ask the supervisor to assign you to a queue.</source>
        <translation>Demandez au superviseur de vous affecter à une file.</translation>
    </message>
    <message>
        <source>Nobody is waiting</source>
        <translation>Personne n’attend</translation>
    </message>
    <message>
        <source>Ready for %1</source>
        <translation>Prêt pour %1</translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) waiting in your queues.</source>
        <translation>
            <numerusform>%n client en attente dans vos files.</numerusform>
            <numerusform>%n clients en attente dans vos files.</numerusform>
        </translation>
    </message>
    <message>
        <source>As soon as somebody comes, you can call them.</source>
        <translation>Dès que quelqu’un arrive, vous pouvez l’appeler.</translation>
    </message>
    <message>
        <source>As soon as somebody comes, %1 calls them.</source>
        <comment>key</comment>
        <translation>Dès que quelqu’un arrive, %1 l’appelle.</translation>
    </message>
    <message>
        <source>Since %1: %2. You get no tickets until you come back.</source>
        <comment>time of day, how long</comment>
        <translation>Depuis %1 : %2. Aucun ticket ne vous parvient avant votre retour.</translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::EditSheet</name>
    <message>
        <source>Leave without saving what you typed?</source>
        <translation>Quitter sans enregistrer votre saisie ?</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Créer</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Created.</source>
        <translation>Création effectuée.</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Enregistré.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Removed.</source>
        <translation>Suppression effectuée.</translation>
    </message>
    <message>
        <source>Go on here</source>
        <translation>Continuer ici</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Supprimer…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::HelpWindow</name>
    <message>
        <source>Manual</source>
        <translation>Manuel</translation>
    </message>
    <message>
        <source>SmartQueue manual</source>
        <translation>Manuel de SmartQueue</translation>
    </message>
    <message>
        <source>The manual is missing from this build of the program.</source>
        <translation>Le manuel est absent de cette version du programme.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Sommaire</translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::ImportColumns</name>
    <message>
        <source>Leave out</source>
        <translation>Ignorer</translation>
    </message>
    <message>
        <source>Meaning of column %1</source>
        <translation>Signification de la colonne %1</translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::ImportDialog</name>
    <message>
        <source>Import a history</source>
        <translation>Importer un historique</translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::ImportPanel</name>
    <message>
        <source>tabs</source>
        <translation>tabulations</translation>
    </message>
    <message>
        <source>semicolons</source>
        <translation>points-virgules</translation>
    </message>
    <message>
        <source>bars</source>
        <translation>barres verticales</translation>
    </message>
    <message>
        <source>commas</source>
        <translation>virgules</translation>
    </message>
    <message>
        <source>Choose a ticket log</source>
        <translation>Choisir un journal de tickets</translation>
    </message>
    <message>
        <source>Ticket logs (*.csv *.tsv *.txt);;All files (*)</source>
        <translation>Journaux de tickets (*.csv *.tsv *.txt);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Choose a time zone from the list.</source>
        <translation>Choisissez un fuseau horaire dans la liste.</translation>
    </message>
    <message>
        <source>Still to choose above a column: %1.</source>
        <translation>Reste à choisir au-dessus d’une colonne : %1.</translation>
    </message>
    <message>
        <source>Importing %1</source>
        <translation>Importation de %1</translation>
    </message>
    <message>
        <source>Stopping… what is imported so far stays.</source>
        <translation>Arrêt en cours… ce qui est déjà importé est conservé.</translation>
    </message>
    <message>
        <source>%L1 % read</source>
        <translation>%L1 % lu</translation>
    </message>
    <message>
        <source>The import was cancelled</source>
        <translation>L’importation a été annulée</translation>
    </message>
    <message>
        <source>The import did not work</source>
        <translation>L’importation a échoué</translation>
    </message>
    <message>
        <source>Importing the same file again adds only what is missing.</source>
        <translation>Réimporter le même fichier n’ajoute que ce qui manque.</translation>
    </message>
    <message>
        <source>The import was stopped</source>
        <translation>L’importation a été arrêtée</translation>
    </message>
    <message>
        <source>The history is in</source>
        <translation>L’historique est importé</translation>
    </message>
    <message>
        <source>Tickets imported: %L1</source>
        <translation>Tickets importés : %L1</translation>
    </message>
    <message>
        <source>there already: %L1</source>
        <translation>déjà présents : %L1</translation>
    </message>
    <message>
        <source>lines left out: %L1</source>
        <translation>lignes ignorées : %L1</translation>
    </message>
    <message>
        <source>Choose the file with your past tickets</source>
        <translation>Choisissez le fichier de vos anciens tickets</translation>
    </message>
    <message>
        <source>A table with one ticket a line: when people came, when they were called and when they left. CSV, tabs and semicolons are read. Customers' names are left out.</source>
        <translation>Un tableau avec un ticket par ligne : quand les gens sont arrivés, ont été appelés et sont partis. Les CSV, tabulations et points-virgules sont acceptés. Les noms des clients sont ignorés.</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Choisir un fichier…</translation>
    </message>
    <message>
        <source>What do the columns mean?</source>
        <translation>Que signifient les colonnes ?</translation>
    </message>
    <message>
        <source>%1 · %2, columns set apart by %3. The first rows are shown; what is recognised is already chosen.</source>
        <translation>%1 · %2, colonnes séparées par des %3. Les premières lignes sont affichées ; ce qui est reconnu est déjà choisi.</translation>
    </message>
    <message>
        <source>First rows of the file</source>
        <translation>Premières lignes du fichier</translation>
    </message>
    <message>
        <source>Time zone of the times</source>
        <translation>Fuseau horaire des heures</translation>
    </message>
    <message>
        <source>Days are written as</source>
        <translation>Format des jours</translation>
    </message>
    <message>
        <source>Empty: recognised by itself.</source>
        <translation>Vide : reconnu automatiquement.</translation>
    </message>
    <message>
        <source>Times are written as</source>
        <translation>Format des heures</translation>
    </message>
    <message>
        <source>Another file…</source>
        <translation>Autre fichier…</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importer</translation>
    </message>
    <message>
        <source>Why it was left out</source>
        <translation>Pourquoi elle a été ignorée</translation>
    </message>
    <message>
        <source>Refused lines</source>
        <translation>Lignes refusées</translation>
    </message>
    <message>
        <source>Back to the columns</source>
        <translation>Revenir aux colonnes</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>Combien</translation>
    </message>
    <message>
        <source>First lines</source>
        <translation>Premières lignes</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <comment>line numbers</comment>
        <translation>
            <numerusform>%1 et %Ln autre</numerusform>
            <numerusform>%1 et %Ln autres</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::ImportWords</name>
    <message>
        <source>Ticket number</source>
        <translation>Numéro de ticket</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorité</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Canal</translation>
    </message>
    <message>
        <source>Arrived at</source>
        <translation>Arrivé à</translation>
    </message>
    <message>
        <source>Called at</source>
        <translation>Appelé à</translation>
    </message>
    <message>
        <source>Service began</source>
        <translation>Début du service</translation>
    </message>
    <message>
        <source>Ended at</source>
        <translation>Terminé à</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Jour</translation>
    </message>
    <message>
        <source>A line or a value is too long.</source>
        <translation>Une ligne ou une valeur est trop longue.</translation>
    </message>
    <message>
        <source>The line holds bytes that are no text.</source>
        <translation>La ligne contient des octets qui ne sont pas du texte.</translation>
    </message>
    <message>
        <source>Some letters cannot be read. Save the file as UTF-8 and try again.</source>
        <translation>Certaines lettres sont illisibles. Enregistrez le fichier en UTF-8 et réessayez.</translation>
    </message>
    <message>
        <source>A quotation mark stands in the middle of a value.</source>
        <translation>Un guillemet se trouve au milieu d’une valeur.</translation>
    </message>
    <message>
        <source>A quotation mark is never closed.</source>
        <translation>Un guillemet n’est jamais fermé.</translation>
    </message>
    <message>
        <source>The line has more or fewer columns than the header.</source>
        <translation>La ligne a plus ou moins de colonnes que l’en-tête.</translation>
    </message>
    <message>
        <source>The name has nothing that can be seen.</source>
        <translation>Le nom ne contient rien de visible.</translation>
    </message>
    <message>
        <source>The line holds control characters.</source>
        <translation>La ligne contient des caractères de contrôle.</translation>
    </message>
    <message>
        <source>No queue is given.</source>
        <translation>Aucune file n’est indiquée.</translation>
    </message>
    <message>
        <source>No time of arrival is given.</source>
        <translation>Aucune heure d’arrivée n’est indiquée.</translation>
    </message>
    <message>
        <source>Served, but it does not say when it was called.</source>
        <translation>Servi, mais l’heure d’appel n’est pas indiquée.</translation>
    </message>
    <message>
        <source>Served, but it does not say when service began.</source>
        <translation>Servi, mais l’heure de début du service n’est pas indiquée.</translation>
    </message>
    <message>
        <source>It does not say when it ended.</source>
        <translation>L’heure de fin n’est pas indiquée.</translation>
    </message>
    <message>
        <source>No day is given.</source>
        <translation>Aucun jour n’est indiqué.</translation>
    </message>
    <message>
        <source>A time cannot be read as written.</source>
        <translation>Une heure est illisible telle qu’elle est écrite.</translation>
    </message>
    <message>
        <source>The priority is not a number.</source>
        <translation>La priorité n’est pas un nombre.</translation>
    </message>
    <message>
        <source>A time lies too far away.</source>
        <translation>Une heure est trop éloignée.</translation>
    </message>
    <message>
        <source>The outcome is none of served, abandoned or no-show.</source>
        <translation>Le résultat n’est ni servi, ni abandonné, ni absent.</translation>
    </message>
    <message>
        <source>Called before it arrived.</source>
        <translation>Appelé avant son arrivée.</translation>
    </message>
    <message>
        <source>Service began before it arrived.</source>
        <translation>Service commencé avant l’arrivée.</translation>
    </message>
    <message>
        <source>Service began before it was called.</source>
        <translation>Service commencé avant l’appel.</translation>
    </message>
    <message>
        <source>It ends before it starts.</source>
        <translation>La fin précède le début.</translation>
    </message>
    <message>
        <source>It ends before it arrived.</source>
        <translation>La fin précède l’arrivée.</translation>
    </message>
    <message>
        <source>Abandoned, yet service had begun.</source>
        <translation>Abandonné, alors que le service avait commencé.</translation>
    </message>
    <message>
        <source>No-show, yet service had begun.</source>
        <translation>Absent, alors que le service avait commencé.</translation>
    </message>
    <message>
        <source>There are more queues than a branch can have. Is the right column chosen?</source>
        <translation>Il y a plus de files qu’une agence ne peut en avoir. La bonne colonne est-elle choisie ?</translation>
    </message>
    <message>
        <source>There are more agents than a branch can have. Is the right column chosen?</source>
        <translation>Il y a plus d’agents qu’une agence ne peut en avoir. La bonne colonne est-elle choisie ?</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>Le fichier est vide.</translation>
    </message>
    <message>
        <source>The file is compressed. Unpack it and choose the file inside.</source>
        <translation>Le fichier est compressé. Décompressez-le et choisissez le fichier qu’il contient.</translation>
    </message>
    <message>
        <source>The file cannot be read. Check that it is still there and that you may open it.</source>
        <translation>Impossible de lire le fichier. Vérifiez qu’il est toujours là et que vous pouvez l’ouvrir.</translation>
    </message>
    <message>
        <source>The columns could not be recognised. Choose what each of them means.</source>
        <translation>Les colonnes n’ont pas été reconnues. Choisissez ce que signifie chacune.</translation>
    </message>
    <message>
        <source>The file has several columns of the same name. Rename them in the file.</source>
        <translation>Le fichier a plusieurs colonnes du même nom. Renommez-les dans le fichier.</translation>
    </message>
    <message>
        <source>A chosen column is not in the file.</source>
        <translation>Une colonne choisie n’est pas dans le fichier.</translation>
    </message>
    <message>
        <source>The way times are written is not understood, such as dd/MM/yyyy HH:mm.</source>
        <translation>Le format des heures n’est pas compris ; exemple : dd/MM/yyyy HH:mm.</translation>
    </message>
    <message>
        <source>The times have no day. Choose the column that holds it.</source>
        <translation>Les heures n’ont pas de jour. Choisissez la colonne qui le contient.</translation>
    </message>
    <message>
        <source>Some lines cannot be read, so nothing was imported.</source>
        <translation>Certaines lignes sont illisibles, rien n’a donc été importé.</translation>
    </message>
    <message>
        <source>Cancelled. What was imported until then stays.</source>
        <translation>Annulé. Ce qui était déjà importé est conservé.</translation>
    </message>
    <message>
        <source>No such time zone. Choose one from the list.</source>
        <translation>Fuseau horaire inconnu. Choisissez-en un dans la liste.</translation>
    </message>
    <message>
        <source>The disk is full. Make room and import again: what is there already is not doubled.</source>
        <translation>Le disque est plein. Libérez de la place et réimportez : ce qui est déjà là n’est pas doublé.</translation>
    </message>
    <message>
        <source>Another program holds the database. Close it and try again.</source>
        <translation>Un autre programme utilise la base de données. Fermez-le et réessayez.</translation>
    </message>
    <message>
        <source>The database cannot be written to. Check the rights of its folder.</source>
        <translation>Impossible d’écrire dans la base de données. Vérifiez les droits de son dossier.</translation>
    </message>
    <message>
        <source>It is refused: %1.</source>
        <translation>Refusé : %1.</translation>
    </message>
    <message>
        <source>%1 It reads “%2”.</source>
        <translation>%1 On y lit « %2 ».</translation>
    </message>
    <message>
        <source>The outcome does not stand for a customer.</source>
        <translation>Ce résultat ne correspond pas à un client.</translation>
    </message>
    <message>
        <source>%1 For instance “%2”.</source>
        <translation>%1 Par exemple « %2 ».</translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::InvitationForm</name>
    <message>
        <source>There is no branch where your role lets you invite somebody.</source>
        <translation>Votre rôle ne vous permet d’inviter personne, dans aucune agence.</translation>
    </message>
    <message>
        <source>no branch yet</source>
        <translation>pas encore d’agence</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>organisation, branch</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>needs %1</source>
        <translation>demande %1</translation>
    </message>
    <message>
        <source>This branch has no queues yet.</source>
        <translation>Cette agence n’a pas encore de file.</translation>
    </message>
    <message>
        <source>Only if they serve customers too.</source>
        <translation>Seulement si la personne sert aussi des clients.</translation>
    </message>
    <message>
        <source>Type the person’s e-mail address.</source>
        <translation>Saisissez l’adresse e-mail de la personne.</translation>
    </message>
    <message>
        <source>Type at least one name.</source>
        <translation>Saisissez au moins un nom.</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Prénom</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>Agence</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rôle</translation>
    </message>
    <message>
        <source>Queues, first choice on top</source>
        <translation>Files, la première d’abord</translation>
    </message>
    <message>
        <source>Space ticks, Alt+↑ and Alt+↓ move.</source>
        <translation>Espace coche, Alt+↑ et Alt+↓ déplacent.</translation>
    </message>
    <message>
        <source>Alt+↑ ↓ to move</source>
        <translation>Alt+↑ ↓ pour déplacer</translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::InvitationPaper</name>
    <message>
        <source>Your invitation to SmartQueue</source>
        <translation>Votre invitation à SmartQueue</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>e-mail, role</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>One-time code</source>
        <translation>Code à usage unique</translation>
    </message>
    <message>
        <source>Works once, until %1.</source>
        <translation>Valable une fois, jusqu’au %1.</translation>
    </message>
    <message>
        <source>How to begin</source>
        <translation>Pour commencer</translation>
    </message>
    <message>
        <source>Open SmartQueue at your counter and choose “I have an invitation code”.</source>
        <translation>Ouvrez SmartQueue à votre guichet et choisissez « J’ai un code d’invitation ».</translation>
    </message>
    <message>
        <source>Type the code, or scan it at the desk, and choose a password of at least 8 characters that only you know.</source>
        <translation>Saisissez le code, ou scannez-le au poste, et choisissez un mot de passe d’au moins 8 caractères que vous seul connaissez.</translation>
    </message>
    <message>
        <source>From then on sign in with %1 and that password.</source>
        <translation>Ensuite, connectez-vous avec %1 et ce mot de passe.</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1.</translation>
    </message>
    <message>
        <source>Keep this page to yourself, and throw it away when you have signed in.</source>
        <translation>Gardez cette page pour vous, et jetez-la une fois connecté.</translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::InvitationPlate</name>
    <message>
        <source>The code is copied.</source>
        <translation>Le code est copié.</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copié</translation>
    </message>
    <message>
        <source>One-time code</source>
        <translation>Code à usage unique</translation>
    </message>
    <message numerus="yes">
        <source>%n hours, one use</source>
        <translation>
            <numerusform>%n heure, une fois</numerusform>
            <numerusform>%n heures, une fois</numerusform>
        </translation>
    </message>
    <message>
        <source>shown only here</source>
        <translation>affiché ici seulement</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Imprimer…</translation>
    </message>
    <message>
        <source>scan at the desk</source>
        <translation>à scanner au poste</translation>
    </message>
    <message>
        <source>The one-time code as a QR code</source>
        <translation>Le code à usage unique en QR code</translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::InvitationSheet</name>
    <message>
        <source>The code is on its way. Leave without seeing it?</source>
        <translation>Le code arrive. Partir sans l’avoir vu ?</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>Attendre</translation>
    </message>
    <message>
        <source>Has the code been noted? It is shown only here.</source>
        <translation>Le code est-il noté ? Il n’est affiché qu’ici.</translation>
    </message>
    <message>
        <source>It is noted</source>
        <translation>Il est noté</translation>
    </message>
    <message>
        <source>Back to the code</source>
        <translation>Revenir au code</translation>
    </message>
    <message>
        <source>Leave without inviting anybody?</source>
        <translation>Quitter sans inviter personne ?</translation>
    </message>
    <message>
        <source>Go on here</source>
        <translation>Continuer ici</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>date, time</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>The one-time code is %1.</source>
        <translation>Le code à usage unique est %1.</translation>
    </message>
    <message>
        <source>%1 has a new code.</source>
        <translation>%1 a un nouveau code.</translation>
    </message>
    <message>
        <source>%1 is invited.</source>
        <translation>Invitation de %1 faite.</translation>
    </message>
    <message>
        <source>%1 has signed in meanwhile and needs no code any more.</source>
        <translation>%1 s’est connecté entre-temps et n’a plus besoin de code.</translation>
    </message>
    <message>
        <source>Invitation</source>
        <translation>Invitation</translation>
    </message>
    <message>
        <source>Print the invitation</source>
        <translation>Imprimer l’invitation</translation>
    </message>
    <message>
        <source>The printer does not answer. Check it, or copy the code.</source>
        <translation>L’imprimante ne répond pas. Vérifiez-la, ou copiez le code.</translation>
    </message>
    <message>
        <source>Invite somebody</source>
        <translation>Inviter quelqu’un</translation>
    </message>
    <message>
        <source>A new code</source>
        <translation>Un nouveau code</translation>
    </message>
    <message>
        <source>Hand over the code</source>
        <translation>Remettre le code</translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <comment>e-mail, branch, role</comment>
        <translation>%1 · %2 · %3</translation>
    </message>
    <message>
        <source>A new one-time code is made. The one before no longer works.</source>
        <translation>Un nouveau code à usage unique est créé. Le précédent ne fonctionne plus.</translation>
    </message>
    <message>
        <source>Give it to %1 in person. At the first start they choose “I have an invitation code”, type it and set their own password.</source>
        <translation>À remettre en main propre à %1. Au premier démarrage, choisir « J’ai un code d’invitation », le saisir et définir son propre mot de passe.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Invite another</source>
        <translation>Inviter une autre personne</translation>
    </message>
    <message>
        <source>Making the code…</source>
        <translation>Création du code…</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>Make a new code</source>
        <translation>Créer un nouveau code</translation>
    </message>
    <message>
        <source>Invite</source>
        <translation>Inviter</translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::JoinDialog</name>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>No, they differ</source>
        <translation>Non, ils diffèrent</translation>
    </message>
    <message>
        <source>Join a branch that runs already</source>
        <translation>Rejoindre une agence qui fonctionne déjà</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Échap</translation>
    </message>
    <message>
        <source>Does the screen of %1 show the same six digits?</source>
        <translation>L’écran de %1 montre-t-il les mêmes six chiffres ?</translation>
    </message>
    <message>
        <source>%1 has let this desktop in. A copy of the branch is on its way.</source>
        <translation>%1 a admis ce poste. Une copie de l’agence est en route.</translation>
    </message>
    <message>
        <source>This desktop is one of the branch now.</source>
        <translation>Ce poste fait maintenant partie de l’agence.</translation>
    </message>
    <message>
        <source>At a desktop of that branch, choose Administration, Peers, Add a desktop. It shows a code that holds for five minutes.</source>
        <translation>Sur le poste hôte de cette agence, choisissez Administration, Pairs, Ajouter un poste. Un code valable cinq minutes s’affiche.</translation>
    </message>
    <message>
        <source>Desktops that can be joined</source>
        <translation>Postes à rejoindre</translation>
    </message>
    <message>
        <source>Looking for desktops in this network…</source>
        <translation>Recherche de postes sur ce réseau…</translation>
    </message>
    <message>
        <source>Its address</source>
        <translation>Son adresse</translation>
    </message>
    <message>
        <source>As its screen shows it, such as 192.168.1.20:52100</source>
        <translation>Telle que son écran la montre, par exemple 192.168.1.20:52100</translation>
    </message>
    <message>
        <source>The code</source>
        <translation>Le code</translation>
    </message>
    <message>
        <source>Eight letters and digits</source>
        <translation>Huit lettres et chiffres</translation>
    </message>
    <message>
        <source>What stands in the database of this desktop now is kept, in a file beside it.</source>
        <translation>Ce que contient maintenant la base de ce poste est conservé dans un fichier à côté d’elle.</translation>
    </message>
    <message>
        <source>If they differ, somebody else answered: say no, and nothing happens.</source>
        <translation>S’ils diffèrent, quelqu’un d’autre a répondu : dites non, et rien ne se passe.</translation>
    </message>
    <message>
        <source>Copy of the branch</source>
        <translation>Copie de l’agence</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>desktop, address</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Looking for desktops in this network… Without one in sight, type the address.</source>
        <translation>Recherche de postes sur ce réseau… Si aucun n’apparaît, saisissez l’adresse.</translation>
    </message>
    <message>
        <source>These say that they can be joined.</source>
        <translation>Ceux-ci disent qu’on peut les rejoindre.</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>Demande en cours…</translation>
    </message>
    <message>
        <source>Yes, the same</source>
        <translation>Oui, les mêmes</translation>
    </message>
    <message>
        <source>Open the branch</source>
        <translation>Ouvrir l’agence</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Rejoindre</translation>
    </message>
    <message>
        <source>Where is it? Choose one above, or type its address.</source>
        <translation>Où est-il ? Choisissez-en un ci-dessus, ou saisissez son adresse.</translation>
    </message>
    <message>
        <source>The code that the other desktop shows.</source>
        <translation>Le code que montre l’autre poste.</translation>
    </message>
    <message>
        <source>A copy of the branch is on its way: %1 of %2.</source>
        <translation>Une copie de l’agence est en route : %1 sur %2.</translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::LiveAlerts</name>
    <message>
        <source>Acknowledge</source>
        <translation>Prendre acte</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>queue: what is wrong</comment>
        <translation>%1 : %2</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>depuis %1</translation>
    </message>
    <message>
        <source>Acknowledge: %1</source>
        <translation>Prendre acte : %1</translation>
    </message>
    <message numerus="yes">
        <source>All %n alert(s)</source>
        <translation>
            <numerusform>Voir l’alerte</numerusform>
            <numerusform>Les %n alertes</numerusform>
        </translation>
    </message>
    <message>
        <source>Alerts that need someone</source>
        <translation>Alertes qui attendent quelqu’un</translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::LiveHistory</name>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Dismissed</source>
        <translation>Écartée</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>Annulée</translation>
    </message>
    <message>
        <source>Applied</source>
        <translation>Appliquée</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>Annuler : %1</translation>
    </message>
    <message>
        <source>Decided today</source>
        <translation>Décidé aujourd’hui</translation>
    </message>
    <message>
        <source>What you apply or dismiss is listed here, and can be taken back for half a minute.</source>
        <translation>Ce que vous appliquez ou écartez est listé ici et peut être annulé pendant une demi-minute.</translation>
    </message>
    <message>
        <source>The time since was played again with the customers who really came, with it and without it. 95 of 100 orders of their services lie in the range.</source>
        <translation>Le temps écoulé depuis a été rejoué avec les clients réellement venus, avec et sans elle. 95 ordres de leurs services sur 100 sont dans l’intervalle.</translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::LivePage</name>
    <message>
        <source>This branch has no queue yet.</source>
        <translation>Cette agence n’a pas encore de file.</translation>
    </message>
    <message>
        <source>Set up the branch</source>
        <translation>Configurer l’agence</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>En direct</translation>
    </message>
    <message>
        <source>Load balance</source>
        <translation>Équilibre de la charge</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>en attente</translation>
    </message>
    <message>
        <source>Est. wait</source>
        <translation>Attente est.</translation>
    </message>
    <message>
        <source>%1 of 100</source>
        <translation>%1 sur 100</translation>
    </message>
    <message>
        <source>The work lies evenly.</source>
        <translation>Le travail est bien réparti.</translation>
    </message>
    <message>
        <source>Some queues carry more than others.</source>
        <translation>Certaines files sont plus chargées que d’autres.</translation>
    </message>
    <message>
        <source>One queue carries far more than another.</source>
        <translation>Une file est bien plus chargée qu’une autre.</translation>
    </message>
    <message>
        <source>%1 per agent</source>
        <translation>%1 par agent</translation>
    </message>
    <message>
        <source>Acknowledged.</source>
        <translation>Acte pris.</translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::LockScreen</name>
    <message>
        <source>SmartQueue Console, locked</source>
        <translation>SmartQueue Console, verrouillée</translation>
    </message>
    <message>
        <source>Locked since %1 · %2</source>
        <comment>time of day, branch</comment>
        <translation>Verrouillée depuis %1 · %2</translation>
    </message>
    <message>
        <source>takes over at this desktop</source>
        <translation>prend la suite à ce poste</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mot de passe</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>Code PIN</translation>
    </message>
    <message>
        <source>Code of the second factor</source>
        <translation>Code du second facteur</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Déverrouiller</translation>
    </message>
    <message>
        <source>Go on as %1</source>
        <translation>Continuer en tant que %1</translation>
    </message>
    <message>
        <source>Use the PIN</source>
        <translation>Utiliser le code PIN</translation>
    </message>
    <message>
        <source>Use the password</source>
        <translation>Utiliser le mot de passe</translation>
    </message>
    <message>
        <source>Somebody else…</source>
        <translation>Quelqu’un d’autre…</translation>
    </message>
    <message>
        <source>Signed in here today</source>
        <translation>Connectés ici aujourd’hui</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>name, role</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>This is not the password.</source>
        <translation>Ce n’est pas le mot de passe.</translation>
    </message>
    <message>
        <source>This is not the PIN.</source>
        <translation>Ce n’est pas le code PIN.</translation>
    </message>
    <message>
        <source>The PIN serves again once you have signed in here with the password today.</source>
        <translation>Le code PIN servira de nouveau quand vous vous serez connecté ici avec le mot de passe aujourd’hui.</translation>
    </message>
    <message>
        <source>A new day begins with the password.</source>
        <translation>Une nouvelle journée commence par le mot de passe.</translation>
    </message>
    <message>
        <source>Stay here</source>
        <translation>Rester ici</translation>
    </message>
    <message>
        <source>%1 has not saved what they typed here. Whoever takes over throws it away.</source>
        <translation>%1 n’a pas enregistré sa saisie. Prendre la suite l’efface.</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Prendre la suite</translation>
    </message>
    <message>
        <source>%1 has not saved what they typed here. Whoever quits throws it away.</source>
        <translation>%1 n’a pas enregistré sa saisie. Quitter l’efface.</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::MainWindow</name>
    <message numerus="yes">
        <source>%n to look at</source>
        <translation>
            <numerusform>%n à voir</numerusform>
            <numerusform>%n à voir</numerusform>
        </translation>
    </message>
    <message>
        <source>SmartQueue Console</source>
        <translation>Console SmartQueue</translation>
    </message>
    <message>
        <source>Search or run a command</source>
        <translation>Rechercher ou lancer une commande</translation>
    </message>
    <message>
        <source>Undo the last act</source>
        <translation>Annuler la dernière action</translation>
    </message>
    <message>
        <source>Filter the page</source>
        <translation>Filtrer la page</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Actualiser</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Aide</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Plein écran</translation>
    </message>
    <message>
        <source>First start again</source>
        <translation>Relancer le premier démarrage</translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation>Aller à « %1 »</translation>
    </message>
    <message>
        <source>Demo: invented people at thirty times the speed. In two minutes a queue gets into trouble; see what helps it.</source>
        <translation>Démo : des personnes inventées, à trente fois la vitesse réelle. En deux minutes, une file se retrouve en difficulté ; voyez ce qui l’aiderait.</translation>
    </message>
    <message>
        <source>Not live · %1</source>
        <translation>Pas en direct · %1</translation>
    </message>
    <message>
        <source>Live · %1 s</source>
        <translation>En direct · %1 s</translation>
    </message>
    <message>
        <source>This desktop alone</source>
        <translation>Ce poste seul</translation>
    </message>
    <message numerus="yes">
        <source>%n agent(s) online</source>
        <translation>
            <numerusform>%n agent connecté</numerusform>
            <numerusform>%n agents connectés</numerusform>
        </translation>
    </message>
    <message>
        <source>SmartQueue Console %1</source>
        <translation>SmartQueue Console %1</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>Queues</source>
        <translation>Files</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n en attente</numerusform>
            <numerusform>%n en attente</numerusform>
        </translation>
    </message>
    <message>
        <source>Console</source>
        <translation>Console</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Afficher</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Not saving</source>
        <translation>Rien n’est enregistré</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Copier les détails</translation>
    </message>
    <message>
        <source>The branch gives no sign of life. The figures are from %1.</source>
        <translation>L’agence ne donne plus signe de vie. Les chiffres datent de %1.</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Partout</translation>
    </message>
    <message>
        <source>Up to date as of %1.</source>
        <translation>À jour à %1.</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>Tickets</translation>
    </message>
    <message>
        <source>Pause %1</source>
        <translation>Mettre %1 en pause</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>Ouvrir %1</translation>
    </message>
    <message>
        <source>Desks</source>
        <translation>Postes</translation>
    </message>
    <message>
        <source>Desk of %1</source>
        <translation>Poste de %1</translation>
    </message>
    <message>
        <source>%1 is open.</source>
        <translation>%1 est ouverte.</translation>
    </message>
    <message>
        <source>%1 is paused: nobody is called.</source>
        <translation>%1 est en pause : personne n’est appelé.</translation>
    </message>
    <message>
        <source>Demo · %1×</source>
        <comment>times the speed</comment>
        <translation>Démo · ×%1</translation>
    </message>
    <message>
        <source>As of %1</source>
        <comment>time of day</comment>
        <translation>État à %1</translation>
    </message>
    <message>
        <source>Demo time %1</source>
        <translation>Heure de la démo %1</translation>
    </message>
    <message>
        <source>Branch time %1</source>
        <translation>Heure de l’agence %1</translation>
    </message>
    <message>
        <source>Theme: light</source>
        <translation>Thème : clair</translation>
    </message>
    <message>
        <source>Theme: dark</source>
        <translation>Thème : sombre</translation>
    </message>
    <message>
        <source>Theme: as the system</source>
        <translation>Thème : comme le système</translation>
    </message>
    <message>
        <source>Language: %1</source>
        <translation>Langue : %1</translation>
    </message>
    <message>
        <source>Demo · %1 ▾</source>
        <comment>role</comment>
        <translation>Démo · %1 ▾</translation>
    </message>
    <message>
        <source>Demo: choose who you are</source>
        <translation>Démo : choisissez qui vous êtes</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>role, name</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Compte</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>tenant, branch</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Account menu</source>
        <translation>Menu du compte</translation>
    </message>
    <message>
        <source>My account…</source>
        <translation>Mon compte…</translation>
    </message>
    <message>
        <source>Lock the console</source>
        <translation>Verrouiller la console</translation>
    </message>
    <message>
        <source>Switch person…</source>
        <translation>Changer de personne…</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Se déconnecter</translation>
    </message>
    <message>
        <source>Other branch</source>
        <translation>Autre agence</translation>
    </message>
    <message>
        <source>Be %1 · %2</source>
        <comment>name, role</comment>
        <translation>Être %1 · %2</translation>
    </message>
    <message>
        <source>Who are you in the demo?</source>
        <translation>Qui êtes-vous dans la démo ?</translation>
    </message>
    <message>
        <source>What the demo is</source>
        <translation>Ce qu’est la démo</translation>
    </message>
    <message>
        <source>Branches</source>
        <translation>Agences</translation>
    </message>
    <message>
        <source>A copy of the branch comes from %1: %2. The windows open again on it when it is there.</source>
        <translation>Une copie de l’agence arrive de %1 : %2. Les fenêtres se rouvrent dessus dès qu’elle est là.</translation>
    </message>
    <message>
        <source>Copy of the branch</source>
        <translation>Copie de l’agence</translation>
    </message>
    <message>
        <source>The host %1 has not answered for %2. What you see is from %3.</source>
        <translation>Le poste hôte %1 ne répond pas depuis %2. Ce que vous voyez date de %3.</translation>
    </message>
    <message>
        <source>The host %1 has not been found yet. What you see is from %2.</source>
        <translation>Le poste hôte %1 n’a pas encore été trouvé. Ce que vous voyez date de %2.</translation>
    </message>
    <message>
        <source>This desktop leads and hears none of the others any more. If it is cut off, somebody may take over elsewhere: look at the other desktops before you call on.</source>
        <translation>Ce poste est l’hôte et n’entend plus aucun des autres. S’il est coupé du réseau, quelqu’un peut prendre le relais ailleurs : regardez les autres postes avant de continuer à appeler.</translation>
    </message>
    <message>
        <source>See the desktops</source>
        <translation>Voir les postes</translation>
    </message>
    <message>
        <source>Host %1 does not answer</source>
        <translation>L’hôte %1 ne répond pas</translation>
    </message>
    <message numerus="yes">
        <source>Host %1 · %2 of %Ln desktop(s) in step</source>
        <translation>
            <numerusform>Hôte %1 · %2 sur %Ln à jour</numerusform>
            <numerusform>Hôte %1 · %2 sur %Ln à jour</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln act(s) done here wait for it. You can finish the ticket in hand, issue tickets, and call those.</source>
        <translation>
            <numerusform>%Ln acte fait ici l’attend. Vous pouvez terminer le ticket en main, émettre des tickets et les appeler.</numerusform>
            <numerusform>%Ln actes faits ici l’attendent. Vous pouvez terminer le ticket en main, émettre des tickets et les appeler.</numerusform>
        </translation>
    </message>
    <message>
        <source>You can finish the ticket in hand, issue tickets, and call those; the rest waits for the host.</source>
        <translation>Vous pouvez terminer le ticket en main, émettre des tickets et les appeler ; le reste attend le poste hôte.</translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::MembershipRows</name>
    <message>
        <source>Add an organisation</source>
        <translation>Ajouter une organisation</translation>
    </message>
    <message>
        <source>Add another organisation</source>
        <translation>Ajouter une autre organisation</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Role in %1</source>
        <translation>Rôle dans %1</translation>
    </message>
    <message>
        <source>Take out of %1</source>
        <translation>Retirer de %1</translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::NewTicketDialog</name>
    <message>
        <source>Esc</source>
        <translation>Échap</translation>
    </message>
    <message>
        <source>New ticket</source>
        <translation>Nouveau ticket</translation>
    </message>
    <message>
        <source>Name or reference, if it is needed</source>
        <translation>Nom ou référence, si nécessaire</translation>
    </message>
    <message>
        <source>&amp;Queue</source>
        <translation>&amp;File</translation>
    </message>
    <message>
        <source>C&amp;hannel</source>
        <translation>C&amp;anal</translation>
    </message>
    <message>
        <source>&amp;Priority</source>
        <translation>&amp;Priorité</translation>
    </message>
    <message>
        <source>Cus&amp;tomer</source>
        <translation>C&amp;lient</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Issue</source>
        <translation>Émettre</translation>
    </message>
    <message>
        <source>No queue is open. Open one under Administration.</source>
        <translation>Aucune file n’est ouverte. Ouvrez-en une dans Administration.</translation>
    </message>
    <message>
        <source>Nobody serves this queue now, so no waiting time is told.</source>
        <translation>Personne ne sert cette file pour l’instant : aucune attente n’est annoncée.</translation>
    </message>
    <message>
        <source>The customer is told: %1.</source>
        <translation>Annoncé au client : %1.</translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::OwnerDialog</name>
    <message>
        <source>Later</source>
        <translation>Plus tard</translation>
    </message>
    <message>
        <source>Become the first superadmin</source>
        <translation>Devenir le premier superadmin</translation>
    </message>
    <message>
        <source>Accounts for this branch</source>
        <translation>Des comptes pour cette agence</translation>
    </message>
    <message>
        <source>Until now whoever opens this program may do everything. With an account of your own you decide who works here and what each of them may do, and every act is on record. What is there stays as it is.</source>
        <translation>Jusqu’ici, quiconque ouvre ce programme peut tout faire. Avec un compte à vous, vous décidez qui travaille ici et ce que chacun peut faire, et chaque acte est consigné. Ce qui existe reste en l’état.</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Échap</translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::OwnerForm</name>
    <message>
        <source>E-mail address</source>
        <translation>Adresse e-mail</translation>
    </message>
    <message>
        <source>You sign in with it. Nothing is sent to it.</source>
        <translation>Elle sert à vous connecter. Rien n’y est envoyé.</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Prénom</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mot de passe</translation>
    </message>
    <message>
        <source>At least 8 characters</source>
        <translation>Au moins 8 caractères</translation>
    </message>
    <message>
        <source>The password again</source>
        <translation>Le mot de passe, encore une fois</translation>
    </message>
    <message>
        <source>This is no e-mail address.</source>
        <translation>Ce n’est pas une adresse e-mail.</translation>
    </message>
    <message>
        <source>A name, please.</source>
        <translation>Un nom, s’il vous plaît.</translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::PassphraseDialog</name>
    <message>
        <source>Keep the names readable</source>
        <translation>Laisser les noms lisibles</translation>
    </message>
    <message>
        <source>Go on without them</source>
        <translation>Continuer sans eux</translation>
    </message>
    <message>
        <source>Seal the names</source>
        <translation>Sceller les noms</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Customers’ names can be read in the file</source>
        <translation>Les noms des clients sont lisibles dans le fichier</translation>
    </message>
    <message>
        <source>Customers’ names are sealed</source>
        <translation>Les noms des clients sont scellés</translation>
    </message>
    <message>
        <source>This computer has no keychain that could hold a key, so names and telephone numbers stand in the database as they come. With a passphrase they are sealed, and it is asked for at every start. Nobody can find it again for you.</source>
        <translation>Cet ordinateur n’a pas de trousseau qui pourrait garder une clé, donc les noms et les numéros de téléphone sont dans la base tels quels. Avec une phrase secrète ils sont scellés, et elle est demandée à chaque démarrage. Personne ne peut la retrouver pour vous.</translation>
    </message>
    <message>
        <source>The passphrase opens them. Without it the branch works as usual, and names are not shown.</source>
        <translation>La phrase secrète les ouvre. Sans elle l’agence fonctionne comme d’habitude, et les noms ne sont pas affichés.</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Phrase secrète</translation>
    </message>
    <message>
        <source>The passphrase again</source>
        <translation>La phrase secrète, encore une fois</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Échap</translation>
    </message>
    <message>
        <source>This is not the passphrase.</source>
        <translation>Ce n’est pas la phrase secrète.</translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::PeerCells</name>
    <message>
        <source>here</source>
        <translation>ici</translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::PeerDiagnosisCard</name>
    <message>
        <source>Address %1</source>
        <translation>Adresse %1</translation>
    </message>
    <message>
        <source>In the branch since %1</source>
        <translation>Dans l’agence depuis le %1</translation>
    </message>
    <message>
        <source>Received %1, sent %2</source>
        <translation>Reçu %1, envoyé %2</translation>
    </message>
    <message>
        <source>Revoke %1? Its connection ends at once, whoever works there is cut off, and it cannot come back by itself: it would have to be added anew. What it holds of the branch stays on its disk.</source>
        <translation>Révoquer %1 ? Sa liaison se termine aussitôt, ceux qui y travaillent sont coupés, et il ne peut pas revenir de lui-même : il faudrait l’ajouter de nouveau. Ce qu’il sait de l’agence reste sur son disque.</translation>
    </message>
    <message>
        <source>Revoke at once</source>
        <translation>Révoquer tout de suite</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Le laisser</translation>
    </message>
    <message>
        <source>Revoke…</source>
        <translation>Révoquer…</translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::PeerInvitationSheet</name>
    <message>
        <source>Holds for %1 more</source>
        <comment>time</comment>
        <translation>Encore valable pendant %1</translation>
    </message>
    <message>
        <source>Add another</source>
        <translation>En ajouter un autre</translation>
    </message>
    <message>
        <source>New code</source>
        <translation>Nouveau code</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Both screens must show</source>
        <translation>Les deux écrans doivent montrer</translation>
    </message>
    <message>
        <source>The code</source>
        <translation>Le code</translation>
    </message>
    <message>
        <source>If this desktop does not appear there, type its address: %1</source>
        <translation>Si ce poste n’y apparaît pas, saisissez son adresse : %1</translation>
    </message>
    <message>
        <source>Making a code…</source>
        <translation>Préparation d’un code…</translation>
    </message>
    <message>
        <source>%1 has the right code.</source>
        <translation>%1 a le bon code.</translation>
    </message>
    <message>
        <source>Compare them there, and say yes there if they are the same.</source>
        <translation>Comparez-les là-bas, et dites-y oui s’ils sont identiques.</translation>
    </message>
    <message>
        <source>%1 is in. It fetches a copy of the branch now and is ready when that is there.</source>
        <translation>%1 est admis. Il récupère une copie de l’agence et sera prêt dès qu’elle sera là.</translation>
    </message>
    <message>
        <source>Add a desktop</source>
        <translation>Ajouter un poste</translation>
    </message>
    <message>
        <source>1. Open SmartQueue on the new desktop.
2. Choose “Join a branch that runs already”.
3. Choose this desktop there, and type the code.</source>
        <translation>1. Ouvrez SmartQueue sur le nouveau poste.
2. Choisissez « Rejoindre une agence qui fonctionne déjà ».
3. Choisissez-y ce poste, et saisissez le code.</translation>
    </message>
    <message>
        <source>%1 was not let in: it was said there that the digits differ. Try it once more with a new code. If they differ again, somebody is in between: do not add it in this network.</source>
        <translation>%1 n’a pas été admis : on y a répondu que les chiffres diffèrent. Réessayez avec un nouveau code. S’ils diffèrent encore, quelqu’un est entre les deux : ne l’ajoutez pas dans ce réseau.</translation>
    </message>
    <message>
        <source>%1 went away before it was in. The code still holds: type it there once more.</source>
        <translation>%1 est parti avant d’être admis. Le code vaut toujours : saisissez-le là-bas encore une fois.</translation>
    </message>
    <message>
        <source>Nobody at %1 said in time whether the digits are the same. The code still holds: type it there once more.</source>
        <translation>Personne sur %1 n’a dit à temps si les chiffres sont les mêmes. Le code vaut toujours : saisissez-le là-bas encore une fois.</translation>
    </message>
    <message>
        <source>%1 was not let in. %2</source>
        <translation>%1 n’a pas été admis. %2</translation>
    </message>
    <message>
        <source>The code holds no more: its time is over. Nobody has joined with it.</source>
        <translation>Le code ne vaut plus : son temps est écoulé. Personne ne s’est joint avec lui.</translation>
    </message>
    <message>
        <source>The code holds no more: it was typed wrong too often. Look who tries to join, and make a new one.</source>
        <translation>Le code ne vaut plus : il a été mal saisi trop souvent. Voyez qui essaie de se joindre, puis faites-en un nouveau.</translation>
    </message>
    <message>
        <source>The invitation is closed. The code holds no more, and nobody has joined with it.</source>
        <translation>L’invitation est fermée. Le code ne vaut plus, et personne ne s’est joint avec lui.</translation>
    </message>
    <message numerus="yes">
        <source>Somebody typed a wrong code. %Ln more try(ies), then this code holds no more.</source>
        <translation>
            <numerusform>Quelqu’un a saisi un mauvais code. Encore %Ln essai, puis ce code ne vaudra plus.</numerusform>
            <numerusform>Quelqu’un a saisi un mauvais code. Encore %Ln essais, puis ce code ne vaudra plus.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::PeerStar</name>
    <message>
        <source>#%1</source>
        <comment>entry of the log</comment>
        <translation>nº %1</translation>
    </message>
    <message>
        <source>v%1</source>
        <comment>version</comment>
        <translation>v%1</translation>
    </message>
    <message>
        <source>Picture of the branch</source>
        <translation>Image de l’agence</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <comment>desktop, role, state</comment>
        <translation>%1 : %2, %3</translation>
    </message>
    <message>
        <source>This desktop</source>
        <translation>Ce poste</translation>
    </message>
    <message>
        <source>Host · does not answer</source>
        <translation>Hôte · ne répond pas</translation>
    </message>
    <message>
        <source>Host, here · #%1</source>
        <translation>Hôte, ici · n° %1</translation>
    </message>
    <message>
        <source>Host · #%1</source>
        <translation>Hôte · n° %1</translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::PeersTab</name>
    <message>
        <source>%1 is revoked: it can connect no more.</source>
        <translation>%1 est révoqué : il ne peut plus se connecter.</translation>
    </message>
    <message>
        <source>This desktop is the host now. The others find it by themselves.</source>
        <translation>Ce poste est maintenant l’hôte. Les autres le trouvent d’eux-mêmes.</translation>
    </message>
    <message>
        <source>Peers</source>
        <translation>Pairs</translation>
    </message>
    <message>
        <source>Add a desktop</source>
        <translation>Ajouter un poste</translation>
    </message>
    <message>
        <source>ticket %1</source>
        <translation>ticket %1</translation>
    </message>
    <message>
        <source>Marked as settled. The file stays where it is.</source>
        <translation>Marqué comme réglé. Le fichier reste où il est.</translation>
    </message>
    <message>
        <source>Export diagnostics</source>
        <translation>Exporter un diagnostic</translation>
    </message>
    <message>
        <source>JSON (*.json);;All files (*)</source>
        <translation>JSON (*.json);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Written to %1. It holds names and addresses of desktops, and no secrets.</source>
        <translation>Écrit dans %1. Il contient des noms et adresses de postes, et aucun secret.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>The file could not be written: %1</source>
        <translation>Le fichier n’a pas pu être écrit : %1</translation>
    </message>
    <message>
        <source>Add a desktop…</source>
        <translation>Ajouter un poste…</translation>
    </message>
    <message>
        <source>Export diagnostics of the desktops…</source>
        <translation>Exporter un diagnostic des postes…</translation>
    </message>
    <message>
        <source>Join a branch that runs already…</source>
        <translation>Rejoindre une agence qui fonctionne déjà…</translation>
    </message>
    <message>
        <source>Or join a branch that runs already</source>
        <translation>Ou rejoindre une agence qui fonctionne déjà</translation>
    </message>
    <message>
        <source>This desktop runs the branch alone. Add a second one, and both show and do the same.</source>
        <translation>Ce poste fait tourner l’agence à lui seul. Ajoutez-en un second : les deux montreront et feront la même chose.</translation>
    </message>
    <message>
        <source>Every desktop writes, the host puts it in order. On each line: how far behind the host.</source>
        <translation>Chaque poste écrit, l’hôte met en ordre. Sur chaque trait : le retard sur l’hôte.</translation>
    </message>
    <message>
        <source>Desktops of the branch</source>
        <translation>Postes de l’agence</translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::QueueForm</name>
    <message>
        <source>New queue</source>
        <translation>Nouvelle file</translation>
    </message>
    <message>
        <source>Remove the queue %1? Its past tickets stay in the history.</source>
        <translation>Supprimer la file %1 ? Ses anciens tickets restent dans l’historique.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>Who is called first</source>
        <translation>Qui est appelé en premier</translation>
    </message>
    <message>
        <source>Letter in front of the number</source>
        <translation>Lettre devant le numéro</translation>
    </message>
    <message>
        <source>Empty: the next free letter.</source>
        <translation>Vide : la prochaine lettre libre.</translation>
    </message>
    <message>
        <source>Numbers from – to</source>
        <translation>Numéros de – à</translation>
    </message>
    <message>
        <source>First number</source>
        <translation>Premier numéro</translation>
    </message>
    <message>
        <source>Last number</source>
        <translation>Dernier numéro</translation>
    </message>
    <message>
        <source>Room for</source>
        <translation>Capacité</translation>
    </message>
    <message>
        <source>Limited</source>
        <translation>Limitée</translation>
    </message>
    <message>
        <source>Limit how many may wait</source>
        <translation>Limiter le nombre de personnes en attente</translation>
    </message>
    <message>
        <source>How many may wait</source>
        <translation>Nombre maximal en attente</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouverte</translation>
    </message>
    <message>
        <source>Paused: no tickets, no calls</source>
        <translation>En pause : ni tickets, ni appels</translation>
    </message>
    <message>
        <source>Closed: no tickets, those waiting are called</source>
        <translation>Fermée : plus de tickets, ceux en attente sont appelés</translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::ReasonDialog</name>
    <message>
        <source>Esc</source>
        <translation>Échap</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::RecorderPage</name>
    <message>
        <source>waiting</source>
        <translation>en attente</translation>
    </message>
    <message>
        <source>Nobody serves</source>
        <translation>Personne ne sert</translation>
    </message>
    <message>
        <source>%L1 % of the day</source>
        <translation>%L1 % de la journée</translation>
    </message>
    <message>
        <source>Recorder</source>
        <translation>Enregistreur</translation>
    </message>
    <message>
        <source>Replay, not live</source>
        <translation>Rejeu, pas en direct</translation>
    </message>
    <message>
        <source>Nothing is recorded yet. As soon as tickets are drawn, every minute can be seen again here.</source>
        <translation>Rien n’est encore enregistré. Dès que des tickets seront pris, chaque minute pourra être revue ici.</translation>
    </message>
    <message>
        <source>Back to Live</source>
        <translation>Revenir au direct</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Reading the recorded day</source>
        <translation>Lecture de la journée enregistrée</translation>
    </message>
    <message>
        <source>Critical alert</source>
        <translation>Alerte critique</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Avertissement</translation>
    </message>
    <message>
        <source>Applied</source>
        <translation>Appliquée</translation>
    </message>
    <message>
        <source>Nothing is recomputed: every step is taken from the log.</source>
        <translation>Rien n’est recalculé : chaque étape vient du journal.</translation>
    </message>
    <message>
        <source>People waiting</source>
        <translation>Personnes en attente</translation>
    </message>
    <message>
        <source>The branch at %1</source>
        <translation>L’agence à %1</translation>
    </message>
    <message>
        <source>Back to live</source>
        <translation>Revenir au direct</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Échap</translation>
    </message>
    <message>
        <source>Counters</source>
        <translation>Guichets</translation>
    </message>
    <message>
        <source>Play or pause the recording</source>
        <translation>Lire ou mettre en pause l’enregistrement</translation>
    </message>
    <message>
        <source>Read the recorded day again</source>
        <translation>Relire la journée enregistrée</translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::RecorderTransport</name>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Lire</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Espace</translation>
    </message>
    <message>
        <source>To the event before</source>
        <translation>À l’événement précédent</translation>
    </message>
    <message>
        <source>To the event before (Ctrl+←)</source>
        <translation>À l’événement précédent (Ctrl+←)</translation>
    </message>
    <message>
        <source>To the next event</source>
        <translation>À l’événement suivant</translation>
    </message>
    <message>
        <source>To the next event (Ctrl+→)</source>
        <translation>À l’événement suivant (Ctrl+→)</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Vitesse</translation>
    </message>
    <message>
        <source>1×</source>
        <translation>1×</translation>
    </message>
    <message>
        <source>10×</source>
        <translation>10×</translation>
    </message>
    <message>
        <source>100×</source>
        <translation>100×</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Jour</translation>
    </message>
    <message>
        <source>Moment shown</source>
        <translation>Instant affiché</translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::RecorderWhyPanel</name>
    <message>
        <source>Rules, in order</source>
        <translation>Règles, dans l’ordre</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparer</translation>
    </message>
    <message>
        <source>Ticket called first</source>
        <translation>Ticket appelé en premier</translation>
    </message>
    <message>
        <source>Ticket called later</source>
        <translation>Ticket appelé ensuite</translation>
    </message>
    <message>
        <source>Swap the two tickets</source>
        <translation>Échanger les deux tickets</translation>
    </message>
    <message>
        <source>Follow the moment</source>
        <translation>Suivre l’instant affiché</translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::SecondFactorPanel</name>
    <message>
        <source>QR code for the app on your telephone</source>
        <translation>Code QR pour l’application de votre téléphone</translation>
    </message>
    <message>
        <source>Scan this with an app for one-time passwords, on a telephone that only you use.</source>
        <translation>Scannez ceci avec une application de mots de passe à usage unique, sur un téléphone que vous seul utilisez.</translation>
    </message>
    <message>
        <source>Or type this into the app</source>
        <translation>Ou tapez ceci dans l’application</translation>
    </message>
    <message>
        <source>Secret for the app</source>
        <translation>Secret pour l’application</translation>
    </message>
    <message>
        <source>The code that the app shows now</source>
        <translation>Le code que l’application affiche maintenant</translation>
    </message>
    <message>
        <source>One-time passwords are on. Each of these codes lets you in once, for the day the telephone is lost. They are shown only now: keep them somewhere else than on that telephone.</source>
        <translation>Les mots de passe à usage unique sont actifs. Chacun de ces codes vous laisse entrer une fois, pour le jour où le téléphone est perdu. Ils ne sont montrés que maintenant : gardez-les ailleurs que sur ce téléphone.</translation>
    </message>
    <message>
        <source>Recovery codes</source>
        <translation>Codes de secours</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Copié.</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Imprimer…</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Enregistrer…</translation>
    </message>
    <message>
        <source>This is not the code of the moment. Wait for the next one and type that.</source>
        <translation>Ce n’est pas le code du moment. Attendez le suivant et tapez-le.</translation>
    </message>
    <message>
        <source>Save the recovery codes</source>
        <translation>Enregistrer les codes de secours</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Enregistré.</translation>
    </message>
    <message>
        <source>The file could not be written: %1</source>
        <translation>Le fichier n’a pas pu être écrit : %1</translation>
    </message>
    <message>
        <source>Recovery codes for SmartQueue</source>
        <translation>Codes de secours pour SmartQueue</translation>
    </message>
    <message>
        <source>The second factor cannot be set up yet. Its secret is sealed with the key to the customers’ data, and your password does not open that key.</source>
        <translation>Le second facteur ne peut pas encore être configuré. Son secret est scellé par la clé des données des clients, et votre mot de passe n’ouvre pas cette clé.</translation>
    </message>
    <message>
        <source>Let somebody who reads customers’ data sign in here with their password, for example an administrator. Then sign in again with yours: the key is open until the program closes.</source>
        <translation>Faites d’abord se connecter ici, avec son mot de passe, une personne qui lit les données des clients, par exemple un administrateur. Reconnectez-vous ensuite avec le vôtre : la clé reste ouverte jusqu’à la fermeture du programme.</translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::ServiceForm</name>
    <message>
        <source>New service</source>
        <translation>Nouveau service</translation>
    </message>
    <message>
        <source>Remove the service %1? Queues that offer it keep it from being removed.</source>
        <translation>Supprimer le service %1 ? Impossible tant que des files le proposent.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>To be called within (SLA)</source>
        <translation>À appeler sous (délai promis)</translation>
    </message>
    <message>
        <source>Waits longer than this count as late.</source>
        <translation>Au-delà, l’attente compte comme un retard.</translation>
    </message>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>Skills needed</source>
        <translation>Compétences requises</translation>
    </message>
    <message>
        <source>An agent needs all of them. Separate them with commas; leave it empty when anybody can do it.</source>
        <translation>Un agent doit toutes les avoir. Séparez-les par des virgules ; laissez vide si tout le monde peut le faire.</translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::SettingsDialog</name>
    <message>
        <source>Esc</source>
        <translation>Échap</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Thème</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Taille du texte</translation>
    </message>
    <message>
        <source>Sound for critical alerts</source>
        <translation>Son pour les alertes critiques</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>%1%</source>
        <comment>percent</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Movement</source>
        <translation>Animations</translation>
    </message>
    <message>
        <source>Reduced</source>
        <translation>Réduites</translation>
    </message>
    <message>
        <source>As drawn</source>
        <translation>Normales</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Oui</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Non</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation>Heures calmes</translation>
    </message>
    <message>
        <source>From</source>
        <translation>De</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucune</translation>
    </message>
    <message>
        <source>Quiet from</source>
        <translation>Calme à partir de</translation>
    </message>
    <message>
        <source>Quiet until</source>
        <translation>Calme jusqu’à</translation>
    </message>
    <message>
        <source>until</source>
        <comment>quiet hours</comment>
        <translation>à</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>Contraste</translation>
    </message>
    <message>
        <source>High</source>
        <comment>contrast</comment>
        <translation>Élevé</translation>
    </message>
    <message>
        <source>As drawn</source>
        <comment>contrast</comment>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Lock when nobody touches it for</source>
        <translation>Verrouiller quand personne n’y touche pendant</translation>
    </message>
    <message>
        <source> min</source>
        <comment>minutes</comment>
        <translation> min</translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::SetupDatabaseCard</name>
    <message>
        <source>Back up to</source>
        <translation>Sauvegarder dans</translation>
    </message>
    <message>
        <source>Databases (*.db);;All files (*)</source>
        <translation>Bases de données (*.db);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Copying the database…</source>
        <translation>Copie de la base de données…</translation>
    </message>
    <message>
        <source>The copy is complete: %1</source>
        <translation>La copie est terminée : %1</translation>
    </message>
    <message>
        <source>Checking every entry of the log…</source>
        <translation>Vérification de chaque entrée du journal…</translation>
    </message>
    <message>
        <source>Everything is sound: nothing is missing, nothing was changed.</source>
        <translation>Tout est intact : rien ne manque, rien n’a été modifié.</translation>
    </message>
    <message>
        <source>The database is damaged: %1. Go back to the last backup, and keep this file for those who help you.</source>
        <translation>La base de données est endommagée : %1. Revenez à la dernière sauvegarde et gardez ce fichier pour ceux qui vous aident.</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Base de données</translation>
    </message>
    <message>
        <source>Everything the branch knows lies in one file on this computer.</source>
        <translation>Toutes les données de l’agence sont dans un seul fichier sur cet ordinateur.</translation>
    </message>
    <message>
        <source>Where it is</source>
        <translation>Emplacement</translation>
    </message>
    <message>
        <source>In memory: gone when the program closes</source>
        <translation>En mémoire : perdue à la fermeture du programme</translation>
    </message>
    <message>
        <source>Back up…</source>
        <translation>Sauvegarder…</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Vérifier</translation>
    </message>
    <message>
        <source>Import a history…</source>
        <translation>Importer un historique…</translation>
    </message>
    <message>
        <source>Past tickets from a CSV file, for the first estimates and the ticket list.</source>
        <translation>Anciens tickets d’un fichier CSV, pour les premières estimations et la liste des tickets.</translation>
    </message>
    <message>
        <source>Restore from</source>
        <translation>Restaurer depuis</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Restaurer</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>Restaurer…</translation>
    </message>
    <message>
        <source>Put this backup in the place of the branch's database?</source>
        <translation>Mettre cette sauvegarde à la place de la base de l’agence ?</translation>
    </message>
    <message>
        <source>Everything that happened after the backup is no longer seen here. The database of now is kept beside it.</source>
        <translation>Tout ce qui s’est passé après la sauvegarde ne se verra plus ici. La base actuelle est conservée à côté.</translation>
    </message>
    <message>
        <source>Back up the database…</source>
        <translation>Sauvegarder la base de données…</translation>
    </message>
    <message>
        <source>Check the database</source>
        <translation>Vérifier la base de données</translation>
    </message>
    <message>
        <source>Restore a backup…</source>
        <translation>Restaurer une sauvegarde…</translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::SetupList</name>
    <message numerus="yes">
        <source>%Ln in all</source>
        <translation>
            <numerusform>%Ln au total</numerusform>
            <numerusform>%Ln au total</numerusform>
        </translation>
    </message>
    <message>
        <source>%L1 of %L2</source>
        <translation>%L1 sur %L2</translation>
    </message>
    <message>
        <source>Nothing has “%1” in it.</source>
        <translation>Rien ne contient « %1 ».</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Tout afficher</translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::SetupTab</name>
    <message>
        <source>Filter queues</source>
        <translation>Filtrer les files</translation>
    </message>
    <message>
        <source>New queue</source>
        <translation>Nouvelle file</translation>
    </message>
    <message>
        <source>No queue yet. A service comes first: it says how long people may wait.</source>
        <translation>Aucune file pour l’instant. Créez d’abord un service : il fixe l’attente maximale.</translation>
    </message>
    <message>
        <source>Filter services</source>
        <translation>Filtrer les services</translation>
    </message>
    <message>
        <source>New service</source>
        <translation>Nouveau service</translation>
    </message>
    <message>
        <source>No service yet. What do people come for?</source>
        <translation>Aucun service pour l’instant. Pourquoi les gens viennent-ils ?</translation>
    </message>
    <message>
        <source>Filter counters</source>
        <translation>Filtrer les guichets</translation>
    </message>
    <message>
        <source>New counter</source>
        <translation>Nouveau guichet</translation>
    </message>
    <message>
        <source>No counter yet. Where are people served?</source>
        <translation>Aucun guichet pour l’instant. Où les gens sont-ils servis ?</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Services</translation>
    </message>
    <message>
        <source>Counters</source>
        <translation>Guichets</translation>
    </message>
    <message>
        <source>Queues</source>
        <translation>Files</translation>
    </message>
    <message>
        <source>Create a service</source>
        <translation>Créer un service</translation>
    </message>
    <message>
        <source>Create a counter</source>
        <translation>Créer un guichet</translation>
    </message>
    <message>
        <source>Create a queue</source>
        <translation>Créer une file</translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::ShortcutsDialog</name>
    <message>
        <source>Esc</source>
        <translation>Échap</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <source>Click into a field and press the keys you want.</source>
        <translation>Cliquez dans un champ et appuyez sur les touches voulues.</translation>
    </message>
    <message>
        <source>As delivered</source>
        <translation>Par défaut</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>All keys are as delivered.</source>
        <translation>Tous les raccourcis sont ceux par défaut.</translation>
    </message>
    <message>
        <source>Keys for: %1</source>
        <translation>Touches pour : %1</translation>
    </message>
    <message>
        <source>No keys for it any more.</source>
        <translation>Plus de raccourci pour cette action.</translation>
    </message>
    <message>
        <source>%1 is kept.</source>
        <comment>keys</comment>
        <translation>%1 est gardé.</translation>
    </message>
    <message>
        <source>%1 already means “%2”.</source>
        <comment>keys, action</comment>
        <translation>%1 sert déjà à « %2 ».</translation>
    </message>
    <message>
        <source>No keys</source>
        <translation>Aucune touche</translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::SignInDialog</name>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Échap</translation>
    </message>
    <message>
        <source>E-mail address</source>
        <translation>Adresse e-mail</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mot de passe</translation>
    </message>
    <message>
        <source>Code of the second factor</source>
        <translation>Code du second facteur</translation>
    </message>
    <message>
        <source>Code of the invitation</source>
        <translation>Code de l’invitation</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>Nouveau mot de passe</translation>
    </message>
    <message>
        <source>Branches</source>
        <translation>Agences</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Se connecter</translation>
    </message>
    <message>
        <source>This database belongs to several people. Say who you are.</source>
        <translation>Cette base appartient à plusieurs personnes. Dites qui vous êtes.</translation>
    </message>
    <message>
        <source>I have an invitation code</source>
        <translation>J’ai un code d’invitation</translation>
    </message>
    <message>
        <source>Your invitation</source>
        <translation>Votre invitation</translation>
    </message>
    <message>
        <source>Type the code you were given, and choose the password you will sign in with: at least 8 characters.</source>
        <translation>Saisissez le code reçu et choisissez le mot de passe avec lequel vous vous connecterez : au moins 8 caractères.</translation>
    </message>
    <message>
        <source>Set the password</source>
        <translation>Choisir ce mot de passe</translation>
    </message>
    <message>
        <source>Back to signing in</source>
        <translation>Revenir à la connexion</translation>
    </message>
    <message>
        <source>A new password</source>
        <translation>Un nouveau mot de passe</translation>
    </message>
    <message>
        <source>Your password was set by somebody else. Choose one that only you know: at least 8 characters.</source>
        <translation>Votre mot de passe a été choisi par quelqu’un d’autre. Prenez-en un que vous seul connaissez : au moins 8 caractères.</translation>
    </message>
    <message>
        <source>Your branch</source>
        <translation>Votre agence</translation>
    </message>
    <message>
        <source>Where do you work today?</source>
        <translation>Où travaillez-vous aujourd’hui ?</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Your password is set. Sign in with it now.</source>
        <translation>Votre mot de passe est choisi. Connectez-vous avec lui maintenant.</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>tenant, branch</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>You belong to no branch yet. Ask the person who invited you.</source>
        <translation>Vous n’appartenez encore à aucune agence. Demandez à la personne qui vous a invité.</translation>
    </message>
    <message>
        <source>Six digits from the app on your telephone, or one of your recovery codes</source>
        <translation>Six chiffres de l’application de votre téléphone, ou l’un de vos codes de secours</translation>
    </message>
    <message>
        <source>Keep me signed in on this computer</source>
        <translation>Rester connecté sur cet ordinateur</translation>
    </message>
    <message>
        <source>The password again</source>
        <translation>Le mot de passe, encore une fois</translation>
    </message>
    <message>
        <source>A second factor</source>
        <translation>Un second facteur</translation>
    </message>
    <message>
        <source>Your role signs in with a code from your telephone besides the password.</source>
        <translation>Votre rôle se connecte avec un code de votre téléphone en plus du mot de passe.</translation>
    </message>
    <message>
        <source>I have kept them, go on</source>
        <translation>Je les ai gardés, continuer</translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation>Activer</translation>
    </message>
    <message>
        <source>The e-mail address or the password is not right. Try again.</source>
        <translation>L’adresse e-mail ou le mot de passe n’est pas le bon. Réessayez.</translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::SiteCells</name>
    <message>
        <source>open here</source>
        <translation>ouverte ici</translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::SiteForm</name>
    <message>
        <source>Give it a name.</source>
        <translation>Donnez-lui un nom.</translation>
    </message>
    <message>
        <source>This name is taken. Choose another one.</source>
        <translation>Ce nom est déjà pris. Choisissez-en un autre.</translation>
    </message>
    <message>
        <source>No such time zone. Choose one from the list, such as Europe/Paris.</source>
        <translation>Ce fuseau horaire n’existe pas. Choisissez-en un dans la liste, par exemple Europe/Paris.</translation>
    </message>
    <message>
        <source>New branch</source>
        <translation>Nouvelle agence</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Fuseau horaire</translation>
    </message>
    <message>
        <source>Type a city to find it. Days and hours are the branch's own.</source>
        <translation>Saisissez une ville pour le trouver. Les jours et les heures sont ceux de l’agence.</translation>
    </message>
    <message>
        <source>Keep closed tickets for</source>
        <translation>Garder les tickets clos pendant</translation>
    </message>
    <message>
        <source> days</source>
        <translation> jours</translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::TakeOverCard</name>
    <message>
        <source>Not heard: %1. What was confirmed last may be at %2 alone, and would be set aside: start it first, if you can.</source>
        <translation>Pas entendus : %1. Ce qui a été confirmé en dernier n’est peut-être que sur %2 et serait mis de côté : démarrez d’abord ce poste si vous le pouvez.</translation>
    </message>
    <message>
        <source>This desktop is the host.</source>
        <translation>Ce poste est l’hôte.</translation>
    </message>
    <message>
        <source>There is nothing to take over. Should it be gone one day, another desktop of the branch can do it from this page.</source>
        <translation>Il n’y a rien à reprendre. S’il venait à disparaître, un autre poste de l’agence pourrait le faire depuis cette page.</translation>
    </message>
    <message>
        <source>Not with this account.</source>
        <translation>Pas avec ce compte.</translation>
    </message>
    <message>
        <source>Whoever runs this installation may make another desktop the host.</source>
        <translation>Seul qui gère cette installation peut désigner un autre poste hôte.</translation>
    </message>
    <message>
        <source>Not now: a copy is on its way.</source>
        <translation>Pas maintenant : une copie est en route.</translation>
    </message>
    <message>
        <source>This desktop fetches the branch from %1 first.</source>
        <translation>Ce poste récupère d’abord l’agence depuis %1.</translation>
    </message>
    <message>
        <source>Not now: the host answers.</source>
        <translation>Pas maintenant : l’hôte répond.</translation>
    </message>
    <message>
        <source>%1 was heard a moment ago. You can take over when it is silent.</source>
        <translation>%1 vient d’être entendu. Vous pourrez reprendre le rôle s’il se tait.</translation>
    </message>
    <message>
        <source>%1 does not answer.</source>
        <translation>%1 ne répond pas.</translation>
    </message>
    <message>
        <source>When it cannot be brought back soon, this desktop can lead the branch in its place. What nobody else has received from it is then set aside.</source>
        <translation>S’il ne revient pas bientôt, ce poste peut conduire l’agence à sa place. Ce que personne d’autre n’a reçu de lui est alors mis de côté.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>title, reason</comment>
        <translation>%1 : %2</translation>
    </message>
    <message>
        <source>Asking the others…</source>
        <translation>On interroge les autres…</translation>
    </message>
    <message>
        <source>Taking over…</source>
        <translation>Reprise en cours…</translation>
    </message>
    <message>
        <source>Take over now</source>
        <translation>Reprendre maintenant</translation>
    </message>
    <message>
        <source>Take over…</source>
        <translation>Reprendre…</translation>
    </message>
    <message>
        <source>Another desktop hears %1: it is only the line from here that is cut. Look at this desktop’s network.</source>
        <translation>Un autre poste entend %1 : seule la liaison d’ici est coupée. Vérifiez le réseau de ce poste.</translation>
    </message>
    <message>
        <source>%1 has more of the log than this desktop. Take over there: nothing is lost then.</source>
        <translation>%1 a plus d’entrées du journal que ce poste. Reprenez le rôle là-bas : rien n’est alors perdu.</translation>
    </message>
    <message>
        <source>No desktop that answers has more than this one. Not heard: %1. What they alone hold would be set aside.</source>
        <translation>Aucun poste qui répond n’en a plus que celui-ci. Pas entendus : %1. Ce qu’eux seuls détiennent serait mis de côté.</translation>
    </message>
    <message>
        <source>No desktop has more of the log than this one.</source>
        <translation>Aucun poste n’a plus d’entrées du journal que celui-ci.</translation>
    </message>
    <message>
        <source>last entry %1</source>
        <translation>dernière entrée %1</translation>
    </message>
    <message>
        <source>last entry not known</source>
        <translation>dernière entrée inconnue</translation>
    </message>
    <message>
        <source>%1 (here): %2</source>
        <comment>desktop, entry</comment>
        <translation>%1 (ici) : %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>desktop, entry</comment>
        <translation>%1 : %2</translation>
    </message>
    <message>
        <source>Your password, please.</source>
        <translation>Votre mot de passe, s’il vous plaît.</translation>
    </message>
    <message>
        <source>This is not your password, or not the code.</source>
        <translation>Ce n’est pas votre mot de passe, ou pas le code.</translation>
    </message>
    <message>
        <source>The host answers again. Nothing was changed.</source>
        <translation>Le poste hôte répond de nouveau. Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>%1 has more of the log. Take over there.</source>
        <translation>%1 a plus d’entrées du journal. Reprenez le rôle là-bas.</translation>
    </message>
    <message>
        <source>Take over as host</source>
        <translation>Reprendre le rôle d’hôte</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Pas maintenant</translation>
    </message>
    <message>
        <source>Your password, once more</source>
        <translation>Votre mot de passe, encore une fois</translation>
    </message>
    <message>
        <source>Code of your second factor</source>
        <translation>Code de votre second facteur</translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::TenantForm</name>
    <message>
        <source>Give it a name.</source>
        <translation>Donnez-lui un nom.</translation>
    </message>
    <message>
        <source>Give it a short name, such as city-hall.</source>
        <translation>Donnez-lui un nom court, par exemple mairie.</translation>
    </message>
    <message>
        <source>Small letters a–z, digits and hyphens, such as city-hall.</source>
        <translation>Minuscules a–z, chiffres et traits d’union, par exemple mairie-sud.</translation>
    </message>
    <message>
        <source>Another organisation has this short name.</source>
        <translation>Une autre organisation porte ce nom court.</translation>
    </message>
    <message>
        <source>No such time zone. Choose one from the list, such as Europe/Paris.</source>
        <translation>Ce fuseau horaire n’existe pas. Choisissez-en un dans la liste, par exemple Europe/Paris.</translation>
    </message>
    <message>
        <source>New organisation</source>
        <translation>Nouvelle organisation</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Short name</source>
        <translation>Nom court</translation>
    </message>
    <message>
        <source>Stands in addresses and on the command line.</source>
        <translation>Figure dans les adresses et sur la ligne de commande.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Fuseau horaire</translation>
    </message>
    <message>
        <source>What a new branch starts with. Type a city to find it.</source>
        <translation>Celui d’une nouvelle agence. Saisissez une ville pour le trouver.</translation>
    </message>
    <message>
        <source>Keep closed tickets for</source>
        <translation>Garder les tickets clos pendant</translation>
    </message>
    <message>
        <source> days</source>
        <translation> jours</translation>
    </message>
    <message>
        <source>At most: branches, agents, queues</source>
        <translation>Au plus : agences, agents, files</translation>
    </message>
    <message>
        <source>Branches at most</source>
        <translation>Agences au plus</translation>
    </message>
    <message>
        <source>Agents at most</source>
        <translation>Agents au plus</translation>
    </message>
    <message>
        <source>Queues at most</source>
        <translation>Files au plus</translation>
    </message>
    <message>
        <source>Sign in with a second factor</source>
        <translation>Se connectent avec un second facteur</translation>
    </message>
    <message>
        <source>They set it up at their next sign-in.</source>
        <translation>Ils le mettent en place à leur prochaine connexion.</translation>
    </message>
    <message>
        <source>Agents</source>
        <translation>Agents</translation>
    </message>
    <message>
        <source>Supervisors</source>
        <translation>Superviseurs</translation>
    </message>
    <message>
        <source>Administrators</source>
        <translation>Administrateurs</translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::TenantsTab</name>
    <message>
        <source>Organisations and branches</source>
        <translation>Organisations et agences</translation>
    </message>
    <message>
        <source>Branches</source>
        <translation>Agences</translation>
    </message>
    <message numerus="yes">
        <source>%Ln in all</source>
        <translation>
            <numerusform>%Ln au total</numerusform>
            <numerusform>%Ln au total</numerusform>
        </translation>
    </message>
    <message>
        <source>%L1 of %L2</source>
        <translation>%L1 sur %L2</translation>
    </message>
    <message>
        <source>Branches of %1</source>
        <translation>Agences de %1</translation>
    </message>
    <message numerus="yes">
        <source>tickets kept %Ln day(s)</source>
        <translation>
            <numerusform>tickets gardés %Ln jour</numerusform>
            <numerusform>tickets gardés %Ln jours</numerusform>
        </translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>Suspendue</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Suspend…</source>
        <translation>Suspendre…</translation>
    </message>
    <message>
        <source>No branch yet. Where are people received?</source>
        <translation>Aucune agence encore. Où reçoit-on les gens ?</translation>
    </message>
    <message>
        <source>New branch</source>
        <translation>Nouvelle agence</translation>
    </message>
    <message>
        <source>No organisation is chosen.</source>
        <translation>Aucune organisation n’est choisie.</translation>
    </message>
    <message>
        <source>This branch is open</source>
        <translation>Cette agence est ouverte ici</translation>
    </message>
    <message>
        <source>Open this branch</source>
        <translation>Ouvrir cette agence</translation>
    </message>
    <message>
        <source>Suspend %1? Nobody of it can sign in or work any more, in any of its branches, until you resume it. Nothing is deleted: tickets, people and settings stay as they are.</source>
        <translation>Suspendre %1 ? Personne n’y pourra plus se connecter ni travailler, dans aucune de ses agences, jusqu’à ce que vous la rétablissiez. Rien n’est supprimé : tickets, personnes et réglages restent tels quels.</translation>
    </message>
    <message>
        <source>%1 is suspended.</source>
        <translation>%1 est suspendue.</translation>
    </message>
    <message>
        <source>%1 may work again.</source>
        <translation>%1 peut de nouveau travailler.</translation>
    </message>
    <message>
        <source>Filter organisations</source>
        <translation>Filtrer les organisations</translation>
    </message>
    <message>
        <source>New organisation</source>
        <translation>Nouvelle organisation</translation>
    </message>
    <message>
        <source>A customer’s data…</source>
        <translation>Données d’un client…</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Modifier…</translation>
    </message>
    <message>
        <source>Suspend</source>
        <translation>Suspendre</translation>
    </message>
    <message>
        <source>Go on as it is</source>
        <translation>Laisser tel quel</translation>
    </message>
    <message>
        <source>Organisations</source>
        <translation>Organisations</translation>
    </message>
    <message>
        <source>Create an organisation</source>
        <translation>Créer une organisation</translation>
    </message>
    <message>
        <source>Create a branch</source>
        <translation>Créer une agence</translation>
    </message>
    <message numerus="yes">
        <source>%Ln of %1 branches</source>
        <translation>
            <numerusform>%Ln agence sur %1</numerusform>
            <numerusform>%Ln agences sur %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of %1 agents</source>
        <translation>
            <numerusform>%Ln agent sur %1</numerusform>
            <numerusform>%Ln agents sur %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of %1 queues</source>
        <translation>
            <numerusform>%Ln file sur %1</numerusform>
            <numerusform>%Ln files sur %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::TicketActs</name>
    <message>
        <source>%1 is called to %2.</source>
        <comment>number, agent</comment>
        <translation>%1 est appelé par %2.</translation>
    </message>
    <message>
        <source>Call %1 now</source>
        <translation>Appeler %1 maintenant</translation>
    </message>
    <message>
        <source>Why this ticket before the others? The reason is kept with the ticket.</source>
        <translation>Pourquoi ce ticket avant les autres ? Le motif est conservé avec le ticket.</translation>
    </message>
    <message>
        <source>Needs help to wait</source>
        <translation>A besoin d’aide pour attendre</translation>
    </message>
    <message>
        <source>Was called by mistake before</source>
        <translation>Déjà appelé par erreur</translation>
    </message>
    <message>
        <source>Asked for this agent</source>
        <translation>A demandé cet agent</translation>
    </message>
    <message>
        <source>Appointment</source>
        <translation>Rendez-vous</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Appeler</translation>
    </message>
    <message>
        <source>%1 now waits in %2.</source>
        <comment>number, queue</comment>
        <translation>%1 attend maintenant dans %2.</translation>
    </message>
    <message>
        <source>%1 now waits for %2.</source>
        <comment>number, agent</comment>
        <translation>%1 attend maintenant %2.</translation>
    </message>
    <message>
        <source>%1 waits again.</source>
        <translation>%1 est de nouveau en attente.</translation>
    </message>
    <message>
        <source>Return %1</source>
        <translation>Remettre %1 en file</translation>
    </message>
    <message>
        <source>Behind how many who wait?</source>
        <translation>Derrière combien de personnes en attente ?</translation>
    </message>
    <message>
        <source>Priority of %1</source>
        <translation>Priorité du ticket %1</translation>
    </message>
    <message>
        <source>Higher is called sooner; 0 is normal, 5 and more is high.</source>
        <translation>Plus elle est élevée, plus l’appel est rapide ; 0 est normale, 5 et plus est haute.</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <comment>number, priority in words</comment>
        <translation>%1 : %2.</translation>
    </message>
    <message>
        <source>%1 left without service.</source>
        <translation>%1 est parti sans être servi.</translation>
    </message>
    <message>
        <source>%1 is cancelled.</source>
        <translation>%1 est annulé.</translation>
    </message>
    <message>
        <source>Taken back.</source>
        <translation>Action annulée.</translation>
    </message>
    <message>
        <source>Call now by</source>
        <translation>Faire appeler maintenant par</translation>
    </message>
    <message>
        <source>Transfer…</source>
        <translation>Transférer…</translation>
    </message>
    <message>
        <source>Return to the queue</source>
        <translation>Remettre en file</translation>
    </message>
    <message>
        <source>Change priority…</source>
        <translation>Changer la priorité…</translation>
    </message>
    <message>
        <source>Left without service</source>
        <translation>Parti sans être servi</translation>
    </message>
    <message>
        <source>Cancel the ticket</source>
        <translation>Annuler le ticket</translation>
    </message>
    <message>
        <source>Undo the last act</source>
        <translation>Annuler la dernière action</translation>
    </message>
    <message>
        <source>Copy the number</source>
        <translation>Copier le numéro</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>agent, counter</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>To its own place</source>
        <translation>À sa place</translation>
    </message>
    <message>
        <source>To the end</source>
        <translation>À la fin</translation>
    </message>
    <message>
        <source>Behind the first…</source>
        <translation>Derrière les premiers…</translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::TicketFilterBar</name>
    <message numerus="yes">
        <source>%n ticket(s)</source>
        <translation>
            <numerusform>%n ticket</numerusform>
            <numerusform>%n tickets</numerusform>
        </translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tous</translation>
    </message>
    <message>
        <source>All queues</source>
        <translation>Toutes les files</translation>
    </message>
    <message>
        <source>All agents</source>
        <translation>Tous les agents</translation>
    </message>
    <message>
        <source>Search by number</source>
        <translation>Chercher par numéro</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 jours</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Période</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::TicketStoryPanel</name>
    <message>
        <source>Story of the ticket</source>
        <translation>Parcours du ticket</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Call by…</source>
        <translation>Faire appeler par…</translation>
    </message>
    <message>
        <source>Transfer…</source>
        <translation>Transférer…</translation>
    </message>
    <message>
        <source>Return…</source>
        <translation>Remettre en file…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>More…</source>
        <translation>Plus…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>No ticket chosen</source>
        <translation>Aucun ticket choisi</translation>
    </message>
    <message>
        <source>Choose a ticket in the list: its story appears here.</source>
        <translation>Choisissez un ticket dans la liste : son parcours s’affiche ici.</translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::TicketsPage</name>
    <message>
        <source>Tickets</source>
        <translation>Tickets</translation>
    </message>
    <message>
        <source>New ticket</source>
        <translation>Nouveau ticket</translation>
    </message>
    <message>
        <source>New ticket (%1)</source>
        <comment>key</comment>
        <translation>Nouveau ticket (%1)</translation>
    </message>
    <message>
        <source>2 min left to call on time</source>
        <translation>Encore 2 min pour appeler à temps</translation>
    </message>
    <message>
        <source>New ticket…</source>
        <translation>Nouveau ticket…</translation>
    </message>
    <message>
        <source>Transfer the chosen ticket…</source>
        <translation>Transférer le ticket choisi…</translation>
    </message>
    <message>
        <source>Change its priority…</source>
        <translation>Changer sa priorité…</translation>
    </message>
    <message>
        <source>It left without service</source>
        <translation>Parti sans être servi</translation>
    </message>
    <message>
        <source>Cancel the chosen ticket</source>
        <translation>Annuler le ticket choisi</translation>
    </message>
    <message>
        <source>Undo the last act</source>
        <translation>Annuler la dernière action</translation>
    </message>
    <message>
        <source>Copy its number</source>
        <translation>Copier son numéro</translation>
    </message>
    <message>
        <source>No ticket yet in this period.</source>
        <translation>Aucun ticket sur cette période pour l’instant.</translation>
    </message>
    <message>
        <source>No ticket matches the search and the filters.</source>
        <translation>Aucun ticket ne correspond à la recherche et aux filtres.</translation>
    </message>
    <message>
        <source>Show all of today</source>
        <translation>Afficher tout aujourd’hui</translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s)</source>
        <translation>
            <numerusform>%n ticket</numerusform>
            <numerusform>%n tickets</numerusform>
        </translation>
    </message>
    <message>
        <source>newest first</source>
        <translation>plus récents d’abord</translation>
    </message>
    <message>
        <source>sorted by %1</source>
        <comment>column</comment>
        <translation>tri par %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>tickets, order</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>%1 is issued.</source>
        <translation>%1 est émis.</translation>
    </message>
    <message>
        <source>A customer’s data…</source>
        <translation>Données d’un client…</translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::TransferDialog</name>
    <message>
        <source>Esc</source>
        <translation>Échap</translation>
    </message>
    <message>
        <source>Transfer %1</source>
        <translation>Transférer %1</translation>
    </message>
    <message>
        <source>Transfer %1 to</source>
        <translation>Transférer %1 vers</translation>
    </message>
    <message>
        <source>It keeps its arrival time, so nobody waits twice.</source>
        <translation>Il garde son heure d’arrivée : personne n’attend deux fois.</translation>
    </message>
    <message>
        <source>Kind of target</source>
        <translation>Type de destination</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>Destinations</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>Transférer</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n en attente</numerusform>
            <numerusform>%n en attente</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2 · nobody serves it now</source>
        <comment>queue, waiting</comment>
        <translation>%1 · %2 · personne ne la sert pour l’instant</translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <comment>queue, waiting, estimate</comment>
        <translation>%1 · %2 · %3</translation>
    </message>
    <message>
        <source>No other queue is open and able to serve this ticket.</source>
        <translation>Aucune autre file ouverte ne peut servir ce ticket.</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>agent, status</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Nobody else who is signed in can serve this ticket.</source>
        <translation>Aucun autre agent en poste ne peut servir ce ticket.</translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::UndoToasts</name>
    <message>
        <source>Taken back.</source>
        <translation>Action annulée.</translation>
    </message>
    <message>
        <source>Taken back: ticket %1.</source>
        <translation>Action annulée : ticket %1.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::UserExport</name>
    <message>
        <source>Export the people</source>
        <translation>Exporter les personnes</translation>
    </message>
    <message>
        <source>people.csv</source>
        <translation>personnes.csv</translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation>Valeurs séparées par des virgules (*.csv)</translation>
    </message>
    <message>
        <source>The people are in %1.</source>
        <translation>Les personnes sont dans %1.</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 n’a pas pu être écrit : %2</translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::UserForm</name>
    <message>
        <source>Sign %1 out everywhere? What they have open is locked until they sign in again.</source>
        <translation>Déconnecter %1 partout ? Ce qui est ouvert reste verrouillé jusqu’à la prochaine connexion.</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Se déconnecter</translation>
    </message>
    <message>
        <source>%1 is signed out everywhere.</source>
        <translation>%1 est déconnecté partout.</translation>
    </message>
    <message>
        <source>Take the PIN of %1 away? They sign in with the password until they choose another.</source>
        <translation>Retirer le code PIN de %1 ? La connexion se fait par mot de passe jusqu’au choix d’un autre.</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>%1 has no PIN any more.</source>
        <translation>%1 n’a plus de code PIN.</translation>
    </message>
    <message>
        <source>Take the second factor of %1 away? The password alone is enough then, until they set up another.</source>
        <translation>Retirer le second facteur de %1 ? Le mot de passe suffit alors, jusqu’à la mise en place d’un autre.</translation>
    </message>
    <message>
        <source>%1 has no second factor any more.</source>
        <translation>%1 n’a plus de second facteur.</translation>
    </message>
    <message>
        <source>Nobody signs in without an e-mail address.</source>
        <translation>Personne ne se connecte sans adresse e-mail.</translation>
    </message>
    <message numerus="yes">
        <source>At most %Ln characters.</source>
        <translation>
            <numerusform>Au plus %Ln caractère.</numerusform>
            <numerusform>Au plus %Ln caractères.</numerusform>
        </translation>
    </message>
    <message>
        <source>New user</source>
        <translation>Nouvel utilisateur</translation>
    </message>
    <message>
        <source>Remove %1? They are signed out everywhere and never sign in again; their roles and invitations go. What they did stays in the history under their name until its retention ends. With a ticket in their hands they cannot go.</source>
        <translation>Supprimer %1 ? La personne est déconnectée partout et ne se connectera plus ; ses rôles et ses invitations disparaissent. Ce qu’elle a fait reste dans l’historique sous son nom jusqu’au bout de sa conservation. Avec un ticket en main, elle ne peut pas partir.</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Prénom</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Téléphone</translation>
    </message>
    <message>
        <source>Organisations and roles</source>
        <translation>Organisations et rôles</translation>
    </message>
    <message>
        <source>Role on the platform</source>
        <translation>Rôle sur la plateforme</translation>
    </message>
    <message>
        <source>Staff read everything, a superadmin does everything, in every organisation.</source>
        <translation>Le personnel lit tout, un superadmin fait tout, dans toutes les organisations.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mot de passe</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>Nouveau mot de passe</translation>
    </message>
    <message>
        <source>Left empty, the one they have stays. A new one ends what they have open elsewhere.</source>
        <translation>Laissé vide, le mot de passe actuel reste. Un nouveau met fin à ce qui est ouvert ailleurs.</translation>
    </message>
    <message>
        <source>The same password again</source>
        <translation>Le même mot de passe encore</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>Le même encore</translation>
    </message>
    <message>
        <source>Generate one</source>
        <translation>En générer un</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Asks for another one at the next sign-in</source>
        <translation>En demande un autre à la prochaine connexion</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucun</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>Accès</translation>
    </message>
    <message>
        <source>New invitation code…</source>
        <translation>Nouveau code d’invitation…</translation>
    </message>
    <message>
        <source>Sign out everywhere…</source>
        <translation>Déconnecter partout…</translation>
    </message>
    <message>
        <source>Take the PIN away…</source>
        <translation>Retirer le code PIN…</translation>
    </message>
    <message>
        <source>Take the second factor away…</source>
        <translation>Retirer le second facteur…</translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::UserImportDialog</name>
    <message>
        <source>Lines</source>
        <translation>Lignes</translation>
    </message>
    <message>
        <source>Choose a list of people</source>
        <translation>Choisir une liste de personnes</translation>
    </message>
    <message>
        <source>Lists (*.csv *.tsv *.txt);;All files (*)</source>
        <translation>Listes (*.csv *.tsv *.txt);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Taking people in</source>
        <translation>Ajout des personnes</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln people taken in.</source>
        <translation>
            <numerusform>%Ln personne ajoutée.</numerusform>
            <numerusform>%Ln personnes ajoutées.</numerusform>
        </translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Enregistrer le rapport</translation>
    </message>
    <message>
        <source>people-report.csv</source>
        <translation>rapport-personnes.csv</translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation>Valeurs séparées par des virgules (*.csv)</translation>
    </message>
    <message>
        <source>The report is in %1. Whoever reads it can use the codes: delete it when they are handed over.</source>
        <translation>Le rapport est dans %1. Qui le lit peut utiliser les codes : supprimez-le une fois les codes remis.</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 n’a pas pu être écrit : %2</translation>
    </message>
    <message>
        <source>Save elsewhere…</source>
        <translation>Enregistrer ailleurs…</translation>
    </message>
    <message>
        <source>The one-time codes are shown only here. Save the report first, or leave if you have noted them.</source>
        <translation>Les codes à usage unique ne sont affichés qu’ici. Enregistrez d’abord le rapport, ou quittez si vous les avez notés.</translation>
    </message>
    <message>
        <source>Save the report…</source>
        <translation>Enregistrer le rapport…</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Stopping… who has come in stays.</source>
        <translation>Arrêt… les personnes déjà ajoutées restent.</translation>
    </message>
    <message>
        <source>All lines</source>
        <translation>Toutes les lignes</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Laissées de côté</translation>
    </message>
    <message>
        <source>Taken in</source>
        <translation>Ajoutées</translation>
    </message>
    <message>
        <source>Come in</source>
        <translation>À ajouter</translation>
    </message>
    <message>
        <source>Nothing to do</source>
        <translation>Rien à faire</translation>
    </message>
    <message>
        <source>Import people</source>
        <translation>Importer des personnes</translation>
    </message>
    <message>
        <source>A table with one person a line. The first line names the columns: email, first_name, last_name, phone, tenant, role, branch, superadmin, password, in any order, in French too. Whoever has no password in it gets a one-time code.</source>
        <translation>Un tableau, une personne par ligne. La première ligne nomme les colonnes : e-mail, prénom, nom, téléphone, organisation, rôle, agence, superadmin, mot de passe, dans n’importe quel ordre, en anglais aussi. Sans mot de passe dans le fichier, la personne reçoit un code à usage unique.</translation>
    </message>
    <message>
        <source>What will happen to %1</source>
        <comment>file</comment>
        <translation>Ce qu’il adviendra de %1</translation>
    </message>
    <message>
        <source>Nobody in it is new, and nobody can be taken in.</source>
        <translation>Personne n’y est nouveau, et personne ne peut être ajouté.</translation>
    </message>
    <message>
        <source>Nothing is done yet. Every line is fine.</source>
        <translation>Rien n’est encore fait. Toutes les lignes conviennent.</translation>
    </message>
    <message>
        <source>Nothing is done yet. What is left out can be mended in the file and imported again: nobody comes in twice.</source>
        <translation>Rien n’est encore fait. Ce qui est laissé de côté peut être corrigé dans le fichier et importé de nouveau : personne n’est ajouté deux fois.</translation>
    </message>
    <message>
        <source>A password or a code takes about half a second each.</source>
        <translation>Chaque mot de passe ou code demande environ une demi-seconde.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two sentences</comment>
        <translation>%1 %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln lines left out.</source>
        <translation>
            <numerusform>%Ln ligne laissée de côté.</numerusform>
            <numerusform>%Ln lignes laissées de côté.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Give each one their code: it works once, for %n hours, and is shown only here.</source>
        <translation>
            <numerusform>Remettez à chacun son code : il sert une fois, pendant %n heure, et n’est affiché qu’ici.</numerusform>
            <numerusform>Remettez à chacun son code : il sert une fois, pendant %n heures, et n’est affiché qu’ici.</numerusform>
        </translation>
    </message>
    <message>
        <source>The report says what became of each line.</source>
        <translation>Le rapport dit ce qu’il est advenu de chaque ligne.</translation>
    </message>
    <message>
        <source>or drop it here: CSV, tabs or semicolons</source>
        <translation>ou déposez-le ici : CSV, tabulations ou points-virgules</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Choisir un fichier…</translation>
    </message>
    <message>
        <source>Lines of the file</source>
        <translation>Lignes du fichier</translation>
    </message>
    <message>
        <source>Which lines are shown</source>
        <translation>Lignes affichées</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Another file…</source>
        <translation>Autre fichier…</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message numerus="yes">
        <source>Import %Ln people</source>
        <translation>
            <numerusform>Importer %Ln personne</numerusform>
            <numerusform>Importer %Ln personnes</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>import, leave out</comment>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>leave out %Ln</source>
        <translation>
            <numerusform>en laisser %Ln de côté</numerusform>
            <numerusform>en laisser %Ln de côté</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::UserImportModel</name>
    <message>
        <source>%1 · %2</source>
        <comment>organisation, role</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Superadmin</source>
        <translation>Superadmin</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Équipe technique</translation>
    </message>
    <message>
        <source>There already, nothing to do</source>
        <translation>Déjà là, rien à faire</translation>
    </message>
    <message>
        <source>Not taken in: it was stopped</source>
        <translation>Pas ajoutée : l’import a été arrêté</translation>
    </message>
    <message>
        <source>There, but without every role: %1</source>
        <translation>Ajoutée, mais sans tous ses rôles : %1</translation>
    </message>
    <message>
        <source>Created, with the password of the file</source>
        <translation>Créée, avec le mot de passe du fichier</translation>
    </message>
    <message>
        <source>New, with the password of the file</source>
        <translation>Nouvelle, avec le mot de passe du fichier</translation>
    </message>
    <message>
        <source>Invited, with the code beside</source>
        <translation>Invitée, avec le code ci-contre</translation>
    </message>
    <message>
        <source>New, gets a one-time code</source>
        <translation>Nouvelle, reçoit un code à usage unique</translation>
    </message>
    <message>
        <source>There already, has the role now</source>
        <translation>Déjà là, a maintenant le rôle</translation>
    </message>
    <message>
        <source>There already, gets the role</source>
        <translation>Déjà là, reçoit le rôle</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>name, e-mail</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Ligne</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Personne</translation>
    </message>
    <message>
        <source>Organisation and role</source>
        <translation>Organisation et rôle</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Ce qui s’est passé</translation>
    </message>
    <message>
        <source>What will happen</source>
        <translation>Ce qui va se passer</translation>
    </message>
    <message>
        <source>One-time code</source>
        <translation>Code à usage unique</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::UserImportWords</name>
    <message>
        <source>The same e-mail as on line %1</source>
        <translation>Le même e-mail qu’à la ligne %1</translation>
    </message>
    <message>
        <source>Somebody else has this e-mail</source>
        <translation>Quelqu’un d’autre a cet e-mail</translation>
    </message>
    <message>
        <source>No organisation “%1”</source>
        <translation>Pas d’organisation « %1 »</translation>
    </message>
    <message>
        <source>No branch “%1” there</source>
        <translation>Pas d’agence « %1 » là</translation>
    </message>
    <message numerus="yes">
        <source>The password is too easy to guess, or shorter than %n characters</source>
        <translation>
            <numerusform>Le mot de passe est trop facile à deviner, ou plus court que %n caractère</numerusform>
            <numerusform>Le mot de passe est trop facile à deviner, ou plus court que %n caractères</numerusform>
        </translation>
    </message>
    <message>
        <source>The limit of %1 is reached</source>
        <translation>La limite de %1 est atteinte</translation>
    </message>
    <message>
        <source>A role on the platform needs a password in the file</source>
        <translation>Un rôle sur la plateforme demande un mot de passe dans le fichier</translation>
    </message>
    <message>
        <source>It does not say which organisation</source>
        <translation>L’organisation n’est pas indiquée</translation>
    </message>
    <message>
        <source>A text is too long</source>
        <translation>Un texte est trop long</translation>
    </message>
    <message>
        <source>This is no e-mail address</source>
        <translation>Ce n’est pas une adresse e-mail</translation>
    </message>
    <message>
        <source>“%1” is no role</source>
        <translation>« %1 » n’est pas un rôle</translation>
    </message>
    <message>
        <source>“%1” cannot be given by a file</source>
        <translation>« %1 » ne se donne pas par un fichier</translation>
    </message>
    <message>
        <source>A text holds what cannot be used</source>
        <translation>Un texte contient des signes inutilisables</translation>
    </message>
    <message>
        <source>No column for the e-mail address was found. The first line must name the columns, such as email, first_name, last_name, tenant, role.</source>
        <translation>Aucune colonne pour l’adresse e-mail. La première ligne doit nommer les colonnes, par exemple email, prénom, nom, organisation, rôle.</translation>
    </message>
    <message>
        <source>The file has more than %1 lines. Split it.</source>
        <translation>Le fichier a plus de %1 lignes. Partagez-le.</translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::UsersTab</name>
    <message>
        <source>Users</source>
        <translation>Utilisateurs</translation>
    </message>
    <message>
        <source>%1 can sign in again.</source>
        <translation>%1 peut de nouveau se connecter.</translation>
    </message>
    <message>
        <source>%1 can no longer sign in.</source>
        <translation>%1 ne peut plus se connecter.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln people</source>
        <translation>
            <numerusform>%Ln personne</numerusform>
            <numerusform>%Ln personnes</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>how many people, how many of them are active</comment>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln active</source>
        <translation>
            <numerusform>%Ln active</numerusform>
            <numerusform>%Ln actives</numerusform>
        </translation>
    </message>
    <message>
        <source>%L1 of %L2</source>
        <comment>people shown of all</comment>
        <translation>%L1 sur %L2</translation>
    </message>
    <message>
        <source>Nobody has an account yet: whoever opens this database is its owner and may do everything. With the first superadmin everybody signs in, and each sees and may do what is theirs.</source>
        <translation>Personne n’a encore de compte : qui ouvre cette base en est propriétaire et peut tout. Avec le premier superadmin, chacun se connecte, voit et fait ce qui lui revient.</translation>
    </message>
    <message>
        <source>Nobody fits these filters.</source>
        <translation>Personne ne répond à ces filtres.</translation>
    </message>
    <message>
        <source>Nobody has “%1” in name, e-mail or phone.</source>
        <translation>Personne n’a « %1 » dans le nom, l’e-mail ou le téléphone.</translation>
    </message>
    <message>
        <source>Show everybody</source>
        <translation>Montrer tout le monde</translation>
    </message>
    <message>
        <source>Become the first superadmin</source>
        <translation>Devenir le premier superadmin</translation>
    </message>
    <message>
        <source>All roles</source>
        <translation>Tous les rôles</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rôle</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Every state</source>
        <translation>Tous les états</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Active</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Coupé</translation>
    </message>
    <message>
        <source>Invited</source>
        <translation>Invités</translation>
    </message>
    <message>
        <source>Code expired</source>
        <translation>Code expiré</translation>
    </message>
    <message>
        <source>No password</source>
        <translation>Sans mot de passe</translation>
    </message>
    <message>
        <source>Filter people</source>
        <translation>Filtrer les personnes</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personnes</translation>
    </message>
    <message>
        <source>Invite</source>
        <translation>Inviter</translation>
    </message>
    <message>
        <source>New user</source>
        <translation>Nouvel utilisateur</translation>
    </message>
    <message>
        <source>Create a user</source>
        <translation>Créer un utilisateur</translation>
    </message>
    <message>
        <source>Invite an agent</source>
        <translation>Inviter un agent</translation>
    </message>
    <message>
        <source>Import people…</source>
        <translation>Importer des personnes…</translation>
    </message>
    <message>
        <source>Export people…</source>
        <translation>Exporter les personnes…</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Plus</translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::Wizard</name>
    <message>
        <source>Open the branch</source>
        <translation>Ouvrir l’agence</translation>
    </message>
    <message>
        <source>Create the branch</source>
        <translation>Créer l’agence</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Bienvenue</translation>
    </message>
    <message>
        <source>Step %L1 of %L2</source>
        <translation>Étape %L1 sur %L2</translation>
    </message>
    <message>
        <source>Language, theme</source>
        <translation>Langue, thème</translation>
    </message>
    <message>
        <source>Your branch</source>
        <translation>Votre agence</translation>
    </message>
    <message>
        <source>Your account</source>
        <translation>Votre compte</translation>
    </message>
    <message>
        <source>Display, sound</source>
        <translation>Affichage, son</translation>
    </message>
    <message>
        <source>Four shortcuts</source>
        <translation>Quatre raccourcis</translation>
    </message>
    <message>
        <source>First start</source>
        <translation>Premier démarrage</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Aide</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Thème</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Skip the first start</source>
        <translation>Passer le premier démarrage</translation>
    </message>
    <message>
        <source>Choose with</source>
        <translation>Choisir avec</translation>
    </message>
    <message>
        <source>open with</source>
        <translation>ouvrir avec</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Entrée</translation>
    </message>
    <message>
        <source>Works without the Internet</source>
        <translation>Fonctionne sans Internet</translation>
    </message>
    <message>
        <source>No branch yet</source>
        <translation>Pas encore d’agence</translation>
    </message>
    <message>
        <source>SmartQueue Console %1</source>
        <translation>SmartQueue Console %1</translation>
    </message>
    <message>
        <source>Create the account</source>
        <translation>Créer le compte</translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::WizardAccountStep</name>
    <message>
        <source>This computer is yours</source>
        <translation>Cet ordinateur est le vôtre</translation>
    </message>
    <message>
        <source>Whoever may use this computer account runs the branch. Nothing to fill in, nothing leaves the machine.</source>
        <translation>Quiconque a accès à cette session gère l’agence. Rien à remplir, rien ne quitte la machine.</translation>
    </message>
    <message>
        <source>The accounts are there</source>
        <translation>Les comptes sont là</translation>
    </message>
    <message>
        <source>Who runs this branch?</source>
        <translation>Qui fait tourner cette agence ?</translation>
    </message>
    <message>
        <source>Whom else you let in, and what each of them may do, you decide in Administration.</source>
        <translation>Qui d’autre vous laissez entrer, et ce que chacun peut faire, vous le décidez dans Administration.</translation>
    </message>
    <message>
        <source>You are the first. The others get an invitation from you.</source>
        <translation>Vous êtes le premier. Les autres reçoivent une invitation de vous.</translation>
    </message>
    <message>
        <source>Nobody signs in.</source>
        <translation>Personne ne se connecte.</translation>
    </message>
    <message>
        <source>People with an account of their own</source>
        <translation>Des personnes avec leur propre compte</translation>
    </message>
    <message>
        <source>Whoever opens this computer</source>
        <translation>Qui ouvre cet ordinateur</translation>
    </message>
    <message>
        <source>There is no password: whoever may use this computer account may do everything in the branch, and the record of acts names nobody. Accounts can be added later, in Administration.</source>
        <translation>Il n’y a pas de mot de passe : qui peut utiliser cette session peut tout faire dans l’agence, et le registre des actes ne nomme personne. Des comptes peuvent être ajoutés plus tard, dans Administration.</translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::WizardBranchForm</name>
    <message>
        <source>Cash desk</source>
        <translation>Caisse</translation>
    </message>
    <message>
        <source>Advice</source>
        <translation>Conseil</translation>
    </message>
    <message>
        <source>Accounts and cards</source>
        <translation>Comptes et cartes</translation>
    </message>
    <message>
        <source>Reception</source>
        <translation>Accueil</translation>
    </message>
    <message>
        <source>Blood tests</source>
        <translation>Prises de sang</translation>
    </message>
    <message>
        <source>Consultation</source>
        <translation>Consultation</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>Renseignements</translation>
    </message>
    <message>
        <source>Passports</source>
        <translation>Passeports</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>Paiements</translation>
    </message>
    <message>
        <source>Vehicle titles</source>
        <translation>Cartes grises</translation>
    </message>
    <message>
        <source>Ready-made queues</source>
        <translation>Files toutes prêtes</translation>
    </message>
    <message>
        <source>Name of queue %L1</source>
        <translation>Nom de la file %L1</translation>
    </message>
    <message>
        <source>To be called within, queue %L1</source>
        <translation>Délai d’appel, file %L1</translation>
    </message>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>Remove queue %L1</source>
        <translation>Retirer la file %L1</translation>
    </message>
    <message>
        <source>Agent %L1</source>
        <translation>Agent %L1</translation>
    </message>
    <message>
        <source>Give every queue a name.</source>
        <translation>Donnez un nom à chaque file.</translation>
    </message>
    <message>
        <source>Two queues are called %1.</source>
        <translation>Deux files s’appellent %1.</translation>
    </message>
    <message>
        <source>At least one person calls tickets.</source>
        <translation>Il faut au moins une personne pour appeler les tickets.</translation>
    </message>
    <message>
        <source>Your branch</source>
        <translation>Votre agence</translation>
    </message>
    <message>
        <source>Name of the branch</source>
        <translation>Nom de l’agence</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Fuseau horaire</translation>
    </message>
    <message>
        <source>Open from – to</source>
        <translation>Ouverte de – à</translation>
    </message>
    <message>
        <source>Opens at</source>
        <translation>Ouvre à</translation>
    </message>
    <message>
        <source>Closes at</source>
        <translation>Ferme à</translation>
    </message>
    <message>
        <source>Counters</source>
        <translation>Guichets</translation>
    </message>
    <message>
        <source>Who serves</source>
        <translation>Qui sert au guichet</translation>
    </message>
    <message>
        <source>Names with commas between them. Everybody calls from every queue at first.</source>
        <translation>Des noms séparés par des virgules. Au départ, chacun appelle dans toutes les files.</translation>
    </message>
    <message>
        <source>Your queues</source>
        <translation>Vos files</translation>
    </message>
    <message>
        <source>Name, and within how many minutes people are to be called.</source>
        <translation>Le nom, et en combien de minutes les gens doivent être appelés.</translation>
    </message>
    <message>
        <source>Add a queue</source>
        <translation>Ajouter une file</translation>
    </message>
    <message>
        <source>Bank</source>
        <translation>Banque</translation>
    </message>
    <message>
        <source>Clinic</source>
        <translation>Clinique</translation>
    </message>
    <message>
        <source>Town hall</source>
        <translation>Mairie</translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::WizardBranchStep</name>
    <message>
        <source>3 minutes</source>
        <translation>3 minutes</translation>
    </message>
    <message>
        <source>Try the demo branch</source>
        <translation>Essayer la démo</translation>
    </message>
    <message>
        <source>A busy day at thirty times its speed. Two minutes in, a queue gets into trouble and a suggestion says what would help.</source>
        <translation>Une journée chargée, trente fois plus vite. Au bout de deux minutes, une file se trouve en difficulté et une suggestion dit ce qui aiderait.</translation>
    </message>
    <message>
        <source>Nothing to prepare</source>
        <translation>Rien à préparer</translation>
    </message>
    <message>
        <source>Invented people, invented data</source>
        <translation>Personnes et données inventées</translation>
    </message>
    <message>
        <source>Kept apart from your own branch</source>
        <translation>Séparée de votre propre agence</translation>
    </message>
    <message>
        <source>Start the demo</source>
        <translation>Lancer la démonstration</translation>
    </message>
    <message>
        <source>10 minutes</source>
        <translation>10 minutes</translation>
    </message>
    <message>
        <source>New branch</source>
        <translation>Nouvelle agence</translation>
    </message>
    <message>
        <source>Name your queues and counters, set the opening hours and the wait you promise. The first ticket can follow at once.</source>
        <translation>Nommez vos files et vos guichets, fixez les horaires d’ouverture et l’attente promise. Le premier ticket peut suivre aussitôt.</translation>
    </message>
    <message>
        <source>Your opening hours</source>
        <translation>Vos horaires d’ouverture</translation>
    </message>
    <message>
        <source>Names of queues and counters</source>
        <translation>Les noms des files et des guichets</translation>
    </message>
    <message>
        <source>Every answer can be changed later</source>
        <translation>Chaque réponse peut encore changer</translation>
    </message>
    <message>
        <source>Set up a branch</source>
        <translation>Configurer une agence</translation>
    </message>
    <message>
        <source>5 minutes</source>
        <translation>5 minutes</translation>
    </message>
    <message>
        <source>Import a history</source>
        <translation>Importer un historique</translation>
    </message>
    <message>
        <source>Bring months of tickets from a file. The first estimates are there before you open the doors.</source>
        <translation>Apportez des mois de tickets depuis un fichier. Les premières estimations sont là avant l’ouverture des portes.</translation>
    </message>
    <message>
        <source>A CSV file, or any table as text</source>
        <translation>Un fichier CSV, ou tout tableau en texte</translation>
    </message>
    <message>
        <source>Columns are recognised, you confirm</source>
        <translation>Colonnes reconnues, à confirmer</translation>
    </message>
    <message>
        <source>Customers’ names are left out</source>
        <translation>Les noms des clients sont laissés de côté</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Choisir un fichier…</translation>
    </message>
    <message>
        <source>How would you like to start?</source>
        <translation>Comment voulez-vous commencer ?</translation>
    </message>
    <message>
        <source>Nothing is final. You can come back here from Help at any time.</source>
        <translation>Rien n’est définitif. Vous pouvez revenir ici à tout moment depuis l’aide.</translation>
    </message>
    <message>
        <source>A new branch</source>
        <translation>Une nouvelle agence</translation>
    </message>
    <message>
        <source>Take ready-made queues and change what is different with you.</source>
        <translation>Prenez des files toutes prêtes et changez ce qui est différent chez vous.</translation>
    </message>
    <message>
        <source>Or join a branch that runs already</source>
        <translation>Ou rejoindre une agence qui fonctionne déjà</translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::WizardDevicesStep</name>
    <message>
        <source>Display test</source>
        <translation>Test de l’affichage</translation>
    </message>
    <message>
        <source>Now called</source>
        <translation>Appel en cours</translation>
    </message>
    <message>
        <source>Counter 1</source>
        <translation>Guichet 1</translation>
    </message>
    <message>
        <source>I can read this</source>
        <translation>J’arrive à lire</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Échap</translation>
    </message>
    <message>
        <source>Can everybody see and hear it?</source>
        <translation>Tout le monde voit et entend ?</translation>
    </message>
    <message>
        <source>A look at the screen for the waiting room and a sound for alerts. Both can wait.</source>
        <translation>Un coup d’œil à l’écran de la salle d’attente et un son pour les alertes. Les deux peuvent attendre.</translation>
    </message>
    <message>
        <source>Public display</source>
        <translation>Affichage public</translation>
    </message>
    <message numerus="yes">
        <source>%Ln screens are connected. The test picture fills the last one.</source>
        <translation>
            <numerusform>%Ln écran est connecté. L’image de test remplit le dernier.</numerusform>
            <numerusform>%Ln écrans sont connectés. L’image de test remplit le dernier.</numerusform>
        </translation>
    </message>
    <message>
        <source>One screen is connected. The test picture fills it until you close it.</source>
        <translation>Un écran est connecté. L’image de test le remplit jusqu’à ce que vous la fermiez.</translation>
    </message>
    <message>
        <source>Show the test picture</source>
        <translation>Afficher l’image de test</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Son</translation>
    </message>
    <message>
        <source>Critical alerts sound until somebody takes care of them. Turn the volume up if you hear nothing.</source>
        <translation>Les alertes critiques sonnent jusqu’à ce que quelqu’un s’en occupe. Montez le volume si vous n’entendez rien.</translation>
    </message>
    <message>
        <source>Play the sound</source>
        <translation>Jouer le son</translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::WizardLookStep</name>
    <message>
        <source>Make yourself at home</source>
        <translation>Faites comme chez vous</translation>
    </message>
    <message>
        <source>Language and theme change at once, here and later in the settings.</source>
        <translation>La langue et le thème changent aussitôt, ici et plus tard dans les réglages.</translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::WizardShortcutsStep</name>
    <message>
        <source>Four keys, and you are fast</source>
        <translation>Quatre touches pour aller vite</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Tout</translation>
    </message>
    <message>
        <source>Type what you want to do, or a ticket's number.</source>
        <translation>Tapez ce que vous voulez faire, ou un numéro de ticket.</translation>
    </message>
    <message>
        <source>Call the next one</source>
        <translation>Appeler le suivant</translation>
    </message>
    <message>
        <source>Finishes with the present customer first.</source>
        <translation>Termine d’abord avec le client présent.</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Appliquer</translation>
    </message>
    <message>
        <source>Takes the suggestion that is shown.</source>
        <translation>Applique la suggestion affichée.</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>The last call, transfer or suggestion, for half a minute.</source>
        <translation>Le dernier appel, transfert ou suggestion, pendant trente secondes.</translation>
    </message>
    <message>
        <source>All the others stand in the list of shortcuts.</source>
        <translation>Toutes les autres sont dans la liste des raccourcis.</translation>
    </message>
    <message>
        <source>All the others stand in the list of shortcuts, %1.</source>
        <comment>key</comment>
        <translation>Toutes les autres sont dans la liste des raccourcis, %1.</translation>
    </message>
</context>
<context>
    <name>smartqueue::presentation::AgentSetupModel</name>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Calls from, first choice first</source>
        <translation>Appelle dans, par choix</translation>
    </message>
    <message>
        <source>Skills</source>
        <translation>Compétences</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>No queue</source>
        <translation>Aucune file</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucune</translation>
    </message>
</context>
<context>
    <name>smartqueue::presentation::AgentTableModel</name>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>Guichet</translation>
    </message>
    <message>
        <source>In hand</source>
        <translation>En main</translation>
    </message>
    <message>
        <source>Queues</source>
        <translation>Files</translation>
    </message>
    <message>
        <source>Served today</source>
        <translation>Servis aujourd’hui</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a cell's two lines</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>No profile here</source>
        <translation>Sans profil ici</translation>
    </message>
    <message>
        <source>No queue</source>
        <translation>Aucune file</translation>
    </message>
    <message>
        <source>only an account</source>
        <translation>seulement un compte</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>reason of a break, how long</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>since %1</source>
        <comment>date</comment>
        <translation>depuis le %1</translation>
    </message>
    <message>
        <source>for %1</source>
        <comment>how long</comment>
        <translation>depuis %1</translation>
    </message>
    <message>
        <source>%1 · %2 on time</source>
        <comment>mean service, share</comment>
        <translation>%1 · %2 à temps</translation>
    </message>
</context>
<context>
    <name>smartqueue::presentation::Audit</name>
    <message>
        <source>“%1”</source>
        <comment>quotation</comment>
        <translation>« %1 »</translation>
    </message>
    <message>
        <source>None</source>
        <comment>role on the platform</comment>
        <translation>Aucun</translation>
    </message>
    <message>
        <source>Platform staff</source>
        <translation>Équipe de la plateforme</translation>
    </message>
    <message>
        <source>Superadmin</source>
        <translation>Superadmin</translation>
    </message>
    <message>
        <source>The owner</source>
        <translation>Le propriétaire</translation>
    </message>
    <message>
        <source>Somebody unknown</source>
        <translation>Une personne inconnue</translation>
    </message>
    <message>
        <source>Somebody of another organisation</source>
        <translation>Quelqu’un d’une autre organisation</translation>
    </message>
    <message>
        <source>The platform’s people</source>
        <translation>L’équipe de la plateforme</translation>
    </message>
    <message>
        <source>Somebody who is gone</source>
        <translation>Quelqu’un qui n’est plus là</translation>
    </message>
    <message>
        <source>an organisation</source>
        <translation>une organisation</translation>
    </message>
    <message>
        <source>a queue that is gone</source>
        <translation>une file qui n’existe plus</translation>
    </message>
    <message>
        <source>a service that is gone</source>
        <translation>un service qui n’existe plus</translation>
    </message>
    <message>
        <source>an agent who is gone</source>
        <translation>un agent qui n’est plus là</translation>
    </message>
    <message>
        <source>a ticket that is gone</source>
        <translation>un ticket qui n’existe plus</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Short name</source>
        <translation>Nom court</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Fuseau horaire</translation>
    </message>
    <message>
        <source>Keep closed tickets for</source>
        <translation>Garder les tickets clos pendant</translation>
    </message>
    <message>
        <source>Branches at most</source>
        <translation>Agences au plus</translation>
    </message>
    <message>
        <source>Agents at most</source>
        <translation>Agents au plus</translation>
    </message>
    <message>
        <source>Queues at most</source>
        <translation>Files au plus</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>Suspendue</translation>
    </message>
    <message>
        <source>Second factor asked of</source>
        <translation>Second facteur demandé à</translation>
    </message>
    <message>
        <source>Numbers count on</source>
        <translation>Numérotation continue</translation>
    </message>
    <message>
        <source>Numbers start again at</source>
        <translation>Numérotation reprise à</translation>
    </message>
    <message>
        <source>On-time target</source>
        <translation>Objectif à temps</translation>
    </message>
    <message>
        <source>Opens at</source>
        <translation>Ouvre à</translation>
    </message>
    <message>
        <source>Closes at</source>
        <translation>Ferme à</translation>
    </message>
    <message>
        <source>Counters</source>
        <translation>Guichets</translation>
    </message>
    <message>
        <source>Reasons for a break</source>
        <translation>Motifs de pause</translation>
    </message>
    <message>
        <source>Time to undo</source>
        <translation>Délai pour annuler</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Wait at most (SLA)</source>
        <translation>Attente au plus (SLA)</translation>
    </message>
    <message>
        <source>Skills needed</source>
        <translation>Compétences requises</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>Who is called first</source>
        <translation>Qui est appelé en premier</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Prefix</source>
        <translation>Préfixe</translation>
    </message>
    <message>
        <source>First number</source>
        <translation>Premier numéro</translation>
    </message>
    <message>
        <source>Last number</source>
        <translation>Dernier numéro</translation>
    </message>
    <message>
        <source>Waiting at most</source>
        <translation>En attente au plus</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Compte</translation>
    </message>
    <message>
        <source>Skills</source>
        <translation>Compétences</translation>
    </message>
    <message>
        <source>Cost of an hour</source>
        <translation>Coût d’une heure</translation>
    </message>
    <message>
        <source>Queues</source>
        <translation>Files</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorité</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rôle</translation>
    </message>
    <message>
        <source>Role on the platform</source>
        <translation>Rôle sur la plateforme</translation>
    </message>
    <message>
        <source>May sign in</source>
        <translation>Peut se connecter</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Prénom</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Téléphone</translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s)</source>
        <translation>
            <numerusform>%Ln jour</numerusform>
            <numerusform>%Ln jours</numerusform>
        </translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Oui</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Non</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>queue, rank</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>reason for a break, at most</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what happened: the reason given</comment>
        <translation>%1 : %2</translation>
    </message>
    <message>
        <source>Set up the branch %1</source>
        <translation>A réglé l’agence %1</translation>
    </message>
    <message>
        <source>Set up the service %1</source>
        <translation>A réglé le service %1</translation>
    </message>
    <message>
        <source>Set up the queue %1</source>
        <translation>A réglé la file %1</translation>
    </message>
    <message>
        <source>Set up the agent %1</source>
        <translation>A réglé la fiche de l’agent %1</translation>
    </message>
    <message>
        <source>Removed the service %1</source>
        <translation>A retiré le service %1</translation>
    </message>
    <message>
        <source>Removed the queue %1</source>
        <translation>A retiré la file %1</translation>
    </message>
    <message>
        <source>Removed the agent %1</source>
        <translation>A retiré l’agent %1</translation>
    </message>
    <message>
        <source>%1 is now called by: %2</source>
        <comment>queue, discipline</comment>
        <translation>%1 suit désormais l’ordre : %2</translation>
    </message>
    <message>
        <source>Opened %1</source>
        <comment>a queue</comment>
        <translation>A ouvert %1</translation>
    </message>
    <message>
        <source>Paused %1</source>
        <comment>a queue</comment>
        <translation>A mis %1 en pause</translation>
    </message>
    <message>
        <source>Closed %1</source>
        <comment>a queue</comment>
        <translation>A fermé %1</translation>
    </message>
    <message>
        <source>%1 serves %2, rank %3</source>
        <translation>%1 sert %2, rang %3</translation>
    </message>
    <message>
        <source>%1 no longer serves %2</source>
        <translation>%1 ne sert plus %2</translation>
    </message>
    <message>
        <source>%1 began to work</source>
        <translation>%1 a pris son poste</translation>
    </message>
    <message>
        <source>%1 began to work: %2</source>
        <comment>agent, counter</comment>
        <translation>%1 a pris son poste : %2</translation>
    </message>
    <message>
        <source>%1 left the counter</source>
        <translation>%1 a quitté le guichet</translation>
    </message>
    <message>
        <source>%1 is now: %2</source>
        <comment>agent, status</comment>
        <translation>%1, nouvel état : %2</translation>
    </message>
    <message>
        <source>%1 asked for a break after this customer</source>
        <translation>%1 demande une pause après ce client</translation>
    </message>
    <message>
        <source>%1 no longer asks for a break</source>
        <translation>%1 ne demande plus de pause</translation>
    </message>
    <message>
        <source>A new business day began</source>
        <translation>Une nouvelle journée a commencé</translation>
    </message>
    <message>
        <source>Issued %1 for %2</source>
        <comment>ticket, queue</comment>
        <translation>A délivré %1 pour %2</translation>
    </message>
    <message>
        <source>Called %1</source>
        <comment>ticket</comment>
        <translation>A appelé %1</translation>
    </message>
    <message>
        <source>Called %1: %2</source>
        <comment>ticket, counter</comment>
        <translation>A appelé %1 : %2</translation>
    </message>
    <message>
        <source>%1, chosen by hand</source>
        <translation>%1, choisi à la main</translation>
    </message>
    <message>
        <source>Called %1 again</source>
        <translation>A rappelé %1</translation>
    </message>
    <message>
        <source>Began to serve %1</source>
        <translation>A commencé à servir %1</translation>
    </message>
    <message>
        <source>Held %1</source>
        <translation>A mis %1 en attente</translation>
    </message>
    <message>
        <source>Took %1 up again</source>
        <translation>A repris %1</translation>
    </message>
    <message>
        <source>Finished with %1: %2</source>
        <comment>ticket, outcome</comment>
        <translation>A terminé avec %1 : %2</translation>
    </message>
    <message>
        <source>%1 did not come</source>
        <comment>ticket</comment>
        <translation>%1 ne s’est pas présenté</translation>
    </message>
    <message>
        <source>Put %1 back into the line</source>
        <translation>A remis %1 dans la file</translation>
    </message>
    <message>
        <source>Transferred %1 to %2</source>
        <translation>A transféré %1 à %2</translation>
    </message>
    <message>
        <source>Transferred %1 from %2 to %3</source>
        <translation>A transféré %1 de %2 vers %3</translation>
    </message>
    <message>
        <source>%1 left without being served</source>
        <comment>ticket</comment>
        <translation>%1 a quitté la file sans avoir été servi</translation>
    </message>
    <message>
        <source>Cancelled %1</source>
        <translation>A supprimé %1</translation>
    </message>
    <message>
        <source>%1 has another priority: %2</source>
        <comment>ticket, priority</comment>
        <translation>%1 a une autre priorité : %2</translation>
    </message>
    <message>
        <source>Wrote a note on %1</source>
        <translation>A écrit une note sur %1</translation>
    </message>
    <message>
        <source>Applied a suggestion: %1 goes to %2</source>
        <translation>A appliqué une suggestion : %1 va vers %2</translation>
    </message>
    <message>
        <source>Applied a suggestion: %1 serves %2</source>
        <translation>A appliqué une suggestion : %1 sert %2</translation>
    </message>
    <message>
        <source>Applied a suggestion: %1 is called by: %2</source>
        <translation>A appliqué une suggestion : %1 suit l’ordre « %2 »</translation>
    </message>
    <message>
        <source>Dismissed a suggestion</source>
        <translation>A écarté une suggestion</translation>
    </message>
    <message>
        <source>Alert for %1: %2</source>
        <translation>Alerte pour %1 : %2</translation>
    </message>
    <message>
        <source>An alert is now: %1</source>
        <comment>severity</comment>
        <translation>Une alerte a changé de gravité : %1</translation>
    </message>
    <message>
        <source>An alert is over</source>
        <translation>Une alerte est terminée</translation>
    </message>
    <message>
        <source>Acknowledged an alert</source>
        <translation>A pris acte d’une alerte</translation>
    </message>
    <message>
        <source>Snoozed an alert</source>
        <translation>A mis une alerte en sommeil</translation>
    </message>
    <message>
        <source>Nobody looks after an alert any more</source>
        <translation>Plus personne ne suit une alerte</translation>
    </message>
    <message>
        <source>%1 looks after an alert</source>
        <translation>%1 suit une alerte</translation>
    </message>
    <message numerus="yes">
        <source>Imported %Ln past ticket(s) from %1</source>
        <translation>
            <numerusform>A importé %Ln ancien ticket de %1</numerusform>
            <numerusform>A importé %Ln anciens tickets de %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Took back: %1</source>
        <comment>the deed</comment>
        <translation>Retour en arrière : %1</translation>
    </message>
    <message>
        <source>Set up the organisation %1</source>
        <translation>A réglé l’organisation %1</translation>
    </message>
    <message>
        <source>Added the branch %1</source>
        <translation>A ajouté l’agence %1</translation>
    </message>
    <message>
        <source>Created the account of %1</source>
        <translation>A créé le compte de %1</translation>
    </message>
    <message>
        <source>Changed the personal data of %1</source>
        <translation>A modifié les coordonnées de %1</translation>
    </message>
    <message>
        <source>Changed the personal data of %1: %2</source>
        <translation>A modifié les coordonnées de %1 : %2</translation>
    </message>
    <message>
        <source>Role of %1 on the platform: %2</source>
        <translation>Rôle de %1 sur la plateforme : %2</translation>
    </message>
    <message>
        <source>%1 may sign in again</source>
        <translation>%1 peut de nouveau se connecter</translation>
    </message>
    <message>
        <source>%1 may no longer sign in</source>
        <translation>%1 ne peut plus se connecter</translation>
    </message>
    <message>
        <source>Removed the account of %1</source>
        <translation>A retiré le compte de %1</translation>
    </message>
    <message>
        <source>Role of %1 in %2: %3</source>
        <translation>Rôle de %1 dans %2 : %3</translation>
    </message>
    <message>
        <source>%1 no longer works in %2</source>
        <translation>%1 ne travaille plus dans %2</translation>
    </message>
    <message>
        <source>Invited %1</source>
        <translation>A invité %1</translation>
    </message>
    <message>
        <source>%1 accepted the invitation</source>
        <translation>%1 a accepté l’invitation</translation>
    </message>
    <message>
        <source>%1 has a new password, to be changed at the next sign-in</source>
        <translation>%1 a un nouveau mot de passe, à changer à la prochaine connexion</translation>
    </message>
    <message>
        <source>%1 has a new password</source>
        <translation>%1 a un nouveau mot de passe</translation>
    </message>
    <message>
        <source>%1 has a new PIN</source>
        <translation>%1 a un nouveau code PIN</translation>
    </message>
    <message>
        <source>%1 no longer has a PIN</source>
        <translation>%1 n’a plus de code PIN</translation>
    </message>
    <message>
        <source>%1 signs in with a second factor</source>
        <translation>%1 se connecte avec un second facteur</translation>
    </message>
    <message>
        <source>%1 no longer has a second factor</source>
        <translation>%1 n’a plus de second facteur</translation>
    </message>
    <message>
        <source>Signed %1 out everywhere</source>
        <translation>A déconnecté %1 partout</translation>
    </message>
    <message>
        <source>Signed in with a recovery code</source>
        <translation>Connexion avec un code de secours</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>Connexion</translation>
    </message>
    <message>
        <source>An attempt to sign in failed</source>
        <translation>Une tentative de connexion a échoué</translation>
    </message>
    <message>
        <source>An attempt to sign in failed: there is no such account</source>
        <translation>Une tentative de connexion a échoué : ce compte n’existe pas</translation>
    </message>
    <message numerus="yes">
        <source>Erased the data of %Ln customer record(s)</source>
        <translation>
            <numerusform>A effacé les données de %Ln fiche client</numerusform>
            <numerusform>A effacé les données de %Ln fiches client</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Exported the data of %Ln customer record(s)</source>
        <translation>
            <numerusform>A exporté les données de %Ln fiche client</numerusform>
            <numerusform>A exporté les données de %Ln fiches client</numerusform>
        </translation>
    </message>
    <message>
        <source>Sealed the customers’ data with a new key</source>
        <translation>A scellé les données des clients avec une nouvelle clé</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Entrée</translation>
    </message>
    <message>
        <source>UTC time</source>
        <translation>Heure UTC</translation>
    </message>
    <message>
        <source>Local time</source>
        <translation>Heure locale</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Qui</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Quoi</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Ce qui a changé</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>Agence</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Appareil</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Commande</translation>
    </message>
    <message>
        <source>Changed the branch</source>
        <translation>Modification de l’agence</translation>
    </message>
    <message>
        <source>Created or changed a service</source>
        <translation>Création ou modification d’un service</translation>
    </message>
    <message>
        <source>Created or changed a queue</source>
        <translation>Création ou modification d’une file</translation>
    </message>
    <message>
        <source>Created or changed an agent</source>
        <translation>Création ou modification d’un agent</translation>
    </message>
    <message>
        <source>Removed a service</source>
        <translation>Retrait d’un service</translation>
    </message>
    <message>
        <source>Removed a queue</source>
        <translation>Retrait d’une file</translation>
    </message>
    <message>
        <source>Removed an agent</source>
        <translation>Retrait d’un agent</translation>
    </message>
    <message>
        <source>Changed who is called first</source>
        <translation>Changement de l’ordre d’appel</translation>
    </message>
    <message>
        <source>Opened, paused or closed a queue</source>
        <translation>Ouverture, pause ou fermeture d’une file</translation>
    </message>
    <message>
        <source>Assigned a queue</source>
        <translation>Affectation d’une file</translation>
    </message>
    <message>
        <source>Took a queue from an agent</source>
        <translation>Retrait d’une file à un agent</translation>
    </message>
    <message>
        <source>Began to work at a counter</source>
        <translation>Prise de poste</translation>
    </message>
    <message>
        <source>Left the counter</source>
        <translation>Fin de poste</translation>
    </message>
    <message>
        <source>Became available or took a break</source>
        <translation>Disponibilité ou pause</translation>
    </message>
    <message>
        <source>Issued a ticket</source>
        <translation>Délivrance d’un ticket</translation>
    </message>
    <message>
        <source>Called the next customer</source>
        <translation>Appel du client suivant</translation>
    </message>
    <message>
        <source>Called a chosen ticket</source>
        <translation>Appel d’un ticket choisi</translation>
    </message>
    <message>
        <source>Called again</source>
        <translation>Rappel</translation>
    </message>
    <message>
        <source>Began to serve</source>
        <translation>Début du service</translation>
    </message>
    <message>
        <source>Finished with a customer</source>
        <translation>Fin du service</translation>
    </message>
    <message>
        <source>Marked a no-show</source>
        <translation>Client absent</translation>
    </message>
    <message>
        <source>Put a ticket on hold</source>
        <translation>Mise en attente d’un ticket</translation>
    </message>
    <message>
        <source>Took a ticket up again</source>
        <translation>Reprise d’un ticket</translation>
    </message>
    <message>
        <source>Transferred a ticket</source>
        <translation>Transfert d’un ticket</translation>
    </message>
    <message>
        <source>Put a ticket back into the line</source>
        <translation>Retour d’un ticket dans la file</translation>
    </message>
    <message>
        <source>Noted that a customer left</source>
        <translation>Départ d’un client noté</translation>
    </message>
    <message>
        <source>Cancelled a ticket</source>
        <translation>Suppression d’un ticket</translation>
    </message>
    <message>
        <source>Changed a priority</source>
        <translation>Changement de priorité</translation>
    </message>
    <message>
        <source>Wrote a note</source>
        <translation>Écriture d’une note</translation>
    </message>
    <message>
        <source>Applied a suggestion</source>
        <translation>Application d’une suggestion</translation>
    </message>
    <message>
        <source>Took something back</source>
        <translation>Retour en arrière</translation>
    </message>
    <message>
        <source>Raised an alert</source>
        <translation>Alerte levée</translation>
    </message>
    <message>
        <source>Cleared an alert</source>
        <translation>Fin d’une alerte</translation>
    </message>
    <message>
        <source>Put somebody in charge of an alert</source>
        <translation>Alerte confiée à quelqu’un</translation>
    </message>
    <message>
        <source>Began a business day</source>
        <translation>Début d’une journée</translation>
    </message>
    <message>
        <source>Imported a history</source>
        <translation>Import d’un historique</translation>
    </message>
    <message>
        <source>Created an organisation</source>
        <translation>Création d’une organisation</translation>
    </message>
    <message>
        <source>Changed an organisation</source>
        <translation>Modification d’une organisation</translation>
    </message>
    <message>
        <source>Suspended or resumed an organisation</source>
        <translation>Suspension ou reprise d’une organisation</translation>
    </message>
    <message>
        <source>Added a branch</source>
        <translation>Ajout d’une agence</translation>
    </message>
    <message>
        <source>Created an account</source>
        <translation>Création d’un compte</translation>
    </message>
    <message>
        <source>Changed personal data of staff</source>
        <translation>Modification de coordonnées du personnel</translation>
    </message>
    <message>
        <source>Changed a role on the platform</source>
        <translation>Changement de rôle sur la plateforme</translation>
    </message>
    <message>
        <source>Activated or deactivated an account</source>
        <translation>Activation ou désactivation d’un compte</translation>
    </message>
    <message>
        <source>Removed an account</source>
        <translation>Retrait d’un compte</translation>
    </message>
    <message>
        <source>Gave a role</source>
        <translation>Attribution d’un rôle</translation>
    </message>
    <message>
        <source>Took a role away</source>
        <translation>Retrait d’un rôle</translation>
    </message>
    <message>
        <source>Invited somebody</source>
        <translation>Invitation</translation>
    </message>
    <message>
        <source>Renewed an invitation</source>
        <translation>Renouvellement d’une invitation</translation>
    </message>
    <message>
        <source>Accepted an invitation</source>
        <translation>Acceptation d’une invitation</translation>
    </message>
    <message>
        <source>Set a password</source>
        <translation>Nouveau mot de passe</translation>
    </message>
    <message>
        <source>Set or removed a PIN</source>
        <translation>Code PIN défini ou retiré</translation>
    </message>
    <message>
        <source>Changed a second factor</source>
        <translation>Changement du second facteur</translation>
    </message>
    <message>
        <source>Signed somebody out everywhere</source>
        <translation>Déconnexion partout</translation>
    </message>
    <message>
        <source>Failed to sign in</source>
        <translation>Échec de connexion</translation>
    </message>
    <message>
        <source>Erased a customer’s data</source>
        <translation>Effacement des données d’un client</translation>
    </message>
    <message>
        <source>Exported a customer’s data</source>
        <translation>Export des données d’un client</translation>
    </message>
    <message>
        <source>Changed the key to the customers’ data</source>
        <translation>Changement de la clé des données des clients</translation>
    </message>
    <message>
        <source>Changed the branch %1</source>
        <translation>A modifié l’agence %1</translation>
    </message>
    <message>
        <source>Created the branch %1</source>
        <translation>A créé l’agence %1</translation>
    </message>
    <message>
        <source>Changed the service %1</source>
        <translation>A modifié le service %1</translation>
    </message>
    <message>
        <source>Created the service %1</source>
        <translation>A créé le service %1</translation>
    </message>
    <message>
        <source>Changed the queue %1</source>
        <translation>A modifié la file %1</translation>
    </message>
    <message>
        <source>Created the queue %1</source>
        <translation>A créé la file %1</translation>
    </message>
    <message>
        <source>Changed the agent %1</source>
        <translation>A modifié l’agent %1</translation>
    </message>
    <message>
        <source>Created the agent %1</source>
        <translation>A créé l’agent %1</translation>
    </message>
    <message>
        <source>Changed the organisation %1</source>
        <translation>A modifié l’organisation %1</translation>
    </message>
    <message>
        <source>Created the organisation %1</source>
        <translation>A créé l’organisation %1</translation>
    </message>
    <message>
        <source>Suspended the organisation %1</source>
        <translation>A suspendu l’organisation %1</translation>
    </message>
    <message>
        <source>Resumed the organisation %1</source>
        <translation>A rétabli l’organisation %1</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personnes</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>Tickets</translation>
    </message>
    <message>
        <source>Setup</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>Sign-ins</source>
        <translation>Connexions</translation>
    </message>
    <message>
        <source>Customers’ data</source>
        <translation>Données clients</translation>
    </message>
    <message>
        <source>Alerts and suggestions</source>
        <translation>Alertes et suggestions</translation>
    </message>
    <message>
        <source>Let the desktop %1 in</source>
        <translation>A fait entrer le poste %1</translation>
    </message>
    <message>
        <source>Shut a desktop out</source>
        <translation>A mis un poste dehors</translation>
    </message>
    <message>
        <source>Made a desktop the host, epoch %1</source>
        <translation>A fait d’un poste l’hôte, époque %1</translation>
    </message>
    <message>
        <source>Let a desktop in</source>
        <translation>A fait entrer un poste</translation>
    </message>
    <message>
        <source>Made a desktop the host</source>
        <translation>A fait d’un poste l’hôte</translation>
    </message>
    <message>
        <source>Only a person lets another desktop take over</source>
        <translation>Seule une personne laisse un autre poste prendre le relais</translation>
    </message>
    <message>
        <source>Desktops take over by themselves</source>
        <translation>Les postes prennent le relais d’eux-mêmes</translation>
    </message>
    <message>
        <source>Changed who lets desktops take over</source>
        <translation>A changé qui laisse les postes prendre le relais</translation>
    </message>
    <message>
        <source>Done earlier, without the host</source>
        <translation>Fait plus tôt, sans le poste hôte</translation>
    </message>
    <message>
        <source>A desktop no longer has numbers of its own in %1</source>
        <translation>Un poste n’a plus de numéros à lui dans %1</translation>
    </message>
    <message>
        <source>A desktop has numbers of its own in %1, for when it is alone</source>
        <translation>Un poste a des numéros à lui dans %1, pour quand il est seul</translation>
    </message>
    <message>
        <source>Done without the host and no longer fitting: %1</source>
        <comment>the deed</comment>
        <translation>Fait sans le poste hôte et qui ne convient plus : %1</translation>
    </message>
    <message>
        <source>Done without the host and no longer fitting: %1, %2</source>
        <comment>the deed, ticket</comment>
        <translation>Fait sans le poste hôte et qui ne convient plus : %1, %2</translation>
    </message>
    <message>
        <source>Settled a conflict: what the desktop did holds</source>
        <translation>Conflit réglé : ce que le poste a fait est retenu</translation>
    </message>
    <message>
        <source>Settled a conflict: the branch’s story holds</source>
        <translation>Conflit réglé : la version de l’agence est retenue</translation>
    </message>
    <message>
        <source>Gave desktops numbers for when they are alone</source>
        <translation>A donné aux postes des numéros pour quand ils sont seuls</translation>
    </message>
    <message>
        <source>Settled a conflict</source>
        <translation>A réglé un conflit</translation>
    </message>
    <message>
        <source>Which queue goes first</source>
        <translation>File servie d’abord</translation>
    </message>
</context>
<context>
    <name>smartqueue::presentation::AuditModel</name>
    <message>
        <source>%1, %2</source>
        <comment>day, time</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Qui</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Quoi</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>Agence</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Appareil</translation>
    </message>
</context>
<context>
    <name>smartqueue::presentation::CounterSetupModel</name>
    <message>
        <source>Counter</source>
        <translation>Guichet</translation>
    </message>
    <message>
        <source>Who is there now</source>
        <translation>Qui s’y trouve</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Personne</translation>
    </message>
</context>
<context>
    <name>smartqueue::presentation::EmailCheck</name>
    <message>
        <source>This is no whole e-mail address yet, such as name@example.org.</source>
        <translation>Ce n’est pas encore une adresse entière, comme nom@exemple.org.</translation>
    </message>
    <message>
        <source>%1 has this address already.</source>
        <translation>%1 a déjà cette adresse.</translation>
    </message>
    <message>
        <source>Somebody has this address already.</source>
        <translation>Quelqu’un a déjà cette adresse.</translation>
    </message>
    <message>
        <source>Free: nobody uses it.</source>
        <translation>Libre : personne ne l’utilise.</translation>
    </message>
</context>
<context>
    <name>smartqueue::presentation::OwnQueueModel</name>
    <message>
        <source>no estimate</source>
        <translation>aucune estimation</translation>
    </message>
    <message>
        <source>Rank %1, %2: %3 waiting, %4</source>
        <comment>rank, queue, count, estimate</comment>
        <translation>Rang %1, %2 : %3 en attente, %4</translation>
    </message>
</context>
<context>
    <name>smartqueue::presentation::PeerTableModel</name>
    <message>
        <source>Desktop</source>
        <translation>Poste</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rôle</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Behind</source>
        <translation>En retard</translation>
    </message>
    <message>
        <source>Last entry</source>
        <translation>Dern. entrée</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>Trafic</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>Vu</translation>
    </message>
</context>
<context>
    <name>smartqueue::presentation::QueueSetupModel</name>
    <message>
        <source>Queue</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>Appel</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>Tickets</translation>
    </message>
    <message>
        <source>Room for</source>
        <translation>Capacité</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>%1–%2</source>
        <translation>%1–%2</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>Sans limite</translation>
    </message>
</context>
<context>
    <name>smartqueue::presentation::RecorderWords</name>
    <message>
        <source>less than a minute</source>
        <translation>moins d’une minute</translation>
    </message>
    <message>
        <source>1 minute</source>
        <translation>1 minute</translation>
    </message>
    <message numerus="yes">
        <source>%Ln minutes</source>
        <translation>
            <numerusform>%Ln minute</numerusform>
            <numerusform>%Ln minutes</numerusform>
        </translation>
    </message>
    <message>
        <source>a counter</source>
        <translation>guichet non précisé</translation>
    </message>
    <message>
        <source>counter %1</source>
        <translation>guichet %1</translation>
    </message>
    <message>
        <source>The agent</source>
        <translation>L’agent</translation>
    </message>
    <message>
        <source>this counter</source>
        <translation>ce guichet</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>dans %1</translation>
    </message>
    <message>
        <source>%1 late</source>
        <translation>%1 de retard</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>il y a %1</translation>
    </message>
    <message>
        <source>%1 chose %2 by hand.</source>
        <translation>%1 a choisi %2 à la main.</translation>
    </message>
    <message>
        <source>%1 chose %2 by hand: “%3”.</source>
        <translation>%1 a choisi %2 à la main : « %3 ».</translation>
    </message>
    <message>
        <source>%1 does not call from %2, where %3 was waiting.</source>
        <translation>%1 n’appelle pas dans %2, où %3 attendait.</translation>
    </message>
    <message>
        <source>%1 calls from %2 before %3.</source>
        <translation>%1 appelle dans %2 avant %3.</translation>
    </message>
    <message>
        <source>%1 had waited longer than the %2 promised. %3 still had %4.</source>
        <translation>%1 avait attendu plus longtemps que le délai promis (%2). Il restait %4 à %3.</translation>
    </message>
    <message>
        <source>%1 has priority %L2, %3 has %L4.</source>
        <translation>%1 a la priorité %L2, %3 a la priorité %L4.</translation>
    </message>
    <message>
        <source>%1 came first: at %2, %3 at %4.</source>
        <translation>%1 est arrivé le premier : à %2, et %3 à %4.</translation>
    </message>
    <message>
        <source>%1 stood before %2 in the line: one of the two had been returned or moved.</source>
        <translation>%1 était devant %2 dans la file : l’un des deux y avait été remis ou déplacé.</translation>
    </message>
    <message>
        <source>%1 lacks a skill for %2, where %3 was waiting.</source>
        <translation>Il manque à %1 une compétence pour %2, où %3 attendait.</translation>
    </message>
    <message>
        <source>%1 was kept for the agent and would have gone first.</source>
        <translation>%1 était réservé à l’agent et serait passé en premier.</translation>
    </message>
    <message>
        <source>%1, where %2 was waiting, was paused.</source>
        <translation>La file %1, où %2 attendait, était en pause.</translation>
    </message>
    <message>
        <source>%1 had waited longer than the %2 promised. In %3 being late does not count.</source>
        <translation>%1 avait attendu plus longtemps que le délai promis (%2). Dans %3, le retard ne compte pas.</translation>
    </message>
    <message>
        <source>%1 has priority %L2. In %3 only the order of arrival counts.</source>
        <translation>%1 a la priorité %L2. Dans %3, seul l’ordre d’arrivée compte.</translation>
    </message>
    <message>
        <source>does not count</source>
        <translation>ne compte pas</translation>
    </message>
    <message>
        <source>Place in line</source>
        <translation>Place dans la file</translation>
    </message>
    <message>
        <source>%1 had not arrived yet at %2.</source>
        <translation>%1 n’était pas encore arrivé à %2.</translation>
    </message>
    <message>
        <source>%1 was on hold at %2.</source>
        <translation>%1 était en suspens à %2.</translation>
    </message>
    <message>
        <source>%1 was already at a counter at %2.</source>
        <translation>%1 était déjà à un guichet à %2.</translation>
    </message>
    <message>
        <source>%1 was no longer waiting at %2.</source>
        <translation>%1 n’était plus en attente à %2.</translation>
    </message>
    <message>
        <source>%1 was kept for %2.</source>
        <translation>%1 était réservé à %2.</translation>
    </message>
    <message>
        <source>%1 was kept for another agent.</source>
        <translation>%1 était réservé à un autre agent.</translation>
    </message>
    <message>
        <source>It was not: %1 was called first, at %2.</source>
        <translation>Ce n’est pas le cas : %1 a été appelé le premier, à %2.</translation>
    </message>
    <message>
        <source>It was not: %1 was called first.</source>
        <translation>Ce n’est pas le cas : %1 a été appelé le premier.</translation>
    </message>
    <message>
        <source>Chosen by hand</source>
        <translation>Choisi à la main</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Oui</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Non</translation>
    </message>
    <message>
        <source>Kept for an agent</source>
        <translation>Réservé à un agent</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucun</translation>
    </message>
    <message>
        <source>Rank, %1</source>
        <translation>Rang, %1</translation>
    </message>
    <message>
        <source>Late for its SLA</source>
        <translation>Délai dépassé</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorité</translation>
    </message>
    <message>
        <source>Arrival</source>
        <translation>Arrivée</translation>
    </message>
    <message>
        <source>decided here</source>
        <translation>décidé ici</translation>
    </message>
    <message>
        <source>the same for both</source>
        <translation>égal pour les deux</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>pas atteint</translation>
    </message>
    <message>
        <source>By rank, %1 would have gone first.</source>
        <translation>Selon le rang, %1 serait passé le premier.</translation>
    </message>
    <message>
        <source>By its SLA, %1 would have gone first.</source>
        <translation>Selon le délai promis, %1 serait passé le premier.</translation>
    </message>
    <message>
        <source>By priority, %1 would have gone first.</source>
        <translation>Selon la priorité, %1 serait passé le premier.</translation>
    </message>
    <message>
        <source>By arrival alone, %1 would have gone first.</source>
        <translation>Selon la seule arrivée, %1 serait passé le premier.</translation>
    </message>
    <message>
        <source>%1 was called at %2, in time.</source>
        <translation>%1 a été appelé à %2, à temps.</translation>
    </message>
    <message>
        <source>%1 was called at %2, %3 late.</source>
        <translation>%1 a été appelé à %2, avec %3 de retard.</translation>
    </message>
    <message>
        <source>%1 was not called in this recording.</source>
        <translation>%1 n’a pas été appelé dans cet enregistrement.</translation>
    </message>
    <message>
        <source>Why was one ticket called before another?</source>
        <translation>Pourquoi un ticket a-t-il été appelé avant un autre ?</translation>
    </message>
    <message>
        <source>Why was %1 called before %2?</source>
        <translation>Pourquoi %1 a-t-il été appelé avant %2 ?</translation>
    </message>
    <message>
        <source>Until now nobody was called out of the order of arrival. Choose two tickets to compare them.</source>
        <translation>Jusqu’ici, personne n’a été appelé hors de l’ordre d’arrivée. Choisissez deux tickets à comparer.</translation>
    </message>
    <message>
        <source>There is no ticket %1 on this day.</source>
        <translation>Il n’y a pas de ticket %1 ce jour-là.</translation>
    </message>
    <message>
        <source>Choose two different tickets.</source>
        <translation>Choisissez deux tickets différents.</translation>
    </message>
    <message>
        <source>%1 was not called on this day.</source>
        <translation>%1 n’a pas été appelé ce jour-là.</translation>
    </message>
    <message>
        <source>As recorded then · entry %L1</source>
        <translation>Tel qu’enregistré alors · entrée %L1</translation>
    </message>
    <message>
        <source>A ticket</source>
        <translation>Un ticket</translation>
    </message>
    <message>
        <source>a queue</source>
        <translation>une file</translation>
    </message>
    <message>
        <source>An agent</source>
        <translation>Un agent</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>in order of arrival</source>
        <translation>par ordre d’arrivée</translation>
    </message>
    <message>
        <source>by priority</source>
        <translation>par priorité</translation>
    </message>
    <message>
        <source>late ones first</source>
        <translation>en commençant par les retards</translation>
    </message>
    <message>
        <source>Alert: %1 is nearly full</source>
        <translation>Alerte : %1 est presque pleine</translation>
    </message>
    <message>
        <source>Alert: people in %1 wait longer than promised</source>
        <translation>Alerte : attente plus longue que promis dans %1</translation>
    </message>
    <message>
        <source>Alert: nobody serves %1</source>
        <translation>Alerte : personne ne sert %1</translation>
    </message>
    <message>
        <source>Alert: long waits in %1</source>
        <translation>Alerte : longues attentes dans %1</translation>
    </message>
    <message>
        <source>Suggestion applied: %1 moves to %2</source>
        <translation>Suggestion appliquée : %1 passe dans %2</translation>
    </message>
    <message>
        <source>Suggestion applied: %1 helps in %2</source>
        <translation>Suggestion appliquée : %1 aide dans %2</translation>
    </message>
    <message>
        <source>Suggestion applied: %1 is called %2</source>
        <translation>Suggestion appliquée : %1, appel %2</translation>
    </message>
    <message>
        <source>%1 is free</source>
        <translation>%1 est libre</translation>
    </message>
    <message>
        <source>%1 is busy</source>
        <translation>%1 est en plein service</translation>
    </message>
    <message>
        <source>%1 takes a break</source>
        <translation>%1 prend une pause</translation>
    </message>
    <message>
        <source>%1 leaves</source>
        <translation>%1 s’en va</translation>
    </message>
    <message>
        <source>%1 is open</source>
        <translation>%1 : file ouverte</translation>
    </message>
    <message>
        <source>%1 is paused</source>
        <translation>%1 : file en pause</translation>
    </message>
    <message>
        <source>%1 is closed</source>
        <translation>%1 : file fermée</translation>
    </message>
    <message>
        <source>%1 arrives for %2</source>
        <translation>%1 arrive pour %2</translation>
    </message>
    <message>
        <source>%1 is called to %2 by %3</source>
        <translation>%1 est appelé par %3 (%2)</translation>
    </message>
    <message>
        <source>%1 is called once more</source>
        <translation>%1 est rappelé</translation>
    </message>
    <message>
        <source>%1 comes to %2, service begins</source>
        <translation>%1 se présente (%2), le service commence</translation>
    </message>
    <message>
        <source>%1 is put on hold</source>
        <translation>%1 est mis en suspens</translation>
    </message>
    <message>
        <source>%1 goes on with %2</source>
        <translation>%1 reprend %2</translation>
    </message>
    <message>
        <source>%1 has finished with %2</source>
        <translation>%1 a terminé avec %2</translation>
    </message>
    <message>
        <source>%1 does not come</source>
        <translation>%1 ne se présente pas</translation>
    </message>
    <message>
        <source>%1 goes back to waiting</source>
        <translation>%1 retourne en attente</translation>
    </message>
    <message>
        <source>%1 moves from %2 to %3</source>
        <translation>%1 passe de %2 à %3</translation>
    </message>
    <message>
        <source>%1 leaves without being served</source>
        <translation>%1 part sans être servi</translation>
    </message>
    <message>
        <source>%1 is cancelled</source>
        <translation>%1 est annulé</translation>
    </message>
    <message>
        <source>%1 gets priority %L2</source>
        <translation>%1 reçoit la priorité %L2</translation>
    </message>
    <message>
        <source>A note is saved for %1</source>
        <translation>Une note est enregistrée pour %1</translation>
    </message>
    <message>
        <source>%1 opens %2</source>
        <translation>%1 prend le poste (%2)</translation>
    </message>
    <message>
        <source>%1 signs out</source>
        <translation>%1 quitte le poste</translation>
    </message>
    <message>
        <source>%1 asks for a break after this ticket</source>
        <translation>%1 demande une pause après ce ticket</translation>
    </message>
    <message>
        <source>%1 no longer asks for a break</source>
        <translation>%1 ne demande plus de pause</translation>
    </message>
    <message>
        <source>%1 is called %2 from now on</source>
        <translation>%1 : désormais, appel %2</translation>
    </message>
    <message>
        <source>%1 calls from %2, rank %L3</source>
        <translation>%1 appelle dans %2, rang %L3</translation>
    </message>
    <message>
        <source>%1 no longer calls from %2</source>
        <translation>%1 n’appelle plus dans %2</translation>
    </message>
    <message>
        <source>A suggestion is dismissed</source>
        <translation>Une suggestion est écartée</translation>
    </message>
    <message>
        <source>The alert for %1 changes</source>
        <translation>L’alerte pour %1 change</translation>
    </message>
    <message>
        <source>An alert is over</source>
        <translation>Une alerte est terminée</translation>
    </message>
    <message>
        <source>The alert for %1 is acknowledged</source>
        <translation>Il est pris acte de l’alerte pour %1</translation>
    </message>
    <message>
        <source>The alert for %1 is snoozed</source>
        <translation>L’alerte pour %1 est reportée</translation>
    </message>
    <message>
        <source>%1 takes the alert for %2</source>
        <translation>%1 prend en charge l’alerte pour %2</translation>
    </message>
    <message>
        <source>The last action is taken back</source>
        <translation>La dernière action est annulée</translation>
    </message>
    <message>
        <source>A new day begins, numbers start again</source>
        <translation>Une nouvelle journée commence, les numéros repartent du début</translation>
    </message>
    <message>
        <source>A history is imported</source>
        <translation>Un historique est importé</translation>
    </message>
    <message>
        <source>The setup of the branch changes</source>
        <translation>La configuration de l’agence change</translation>
    </message>
    <message>
        <source>Calls %1</source>
        <translation>Appelle %1</translation>
    </message>
    <message>
        <source>Serving %1</source>
        <translation>Sert %1</translation>
    </message>
    <message>
        <source>On a break</source>
        <translation>En pause</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Libre</translation>
    </message>
    <message>
        <source>Nothing changes</source>
        <translation>Rien ne change</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Fermé</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1, à %2</translation>
    </message>
    <message>
        <source>A desktop did this while it was alone</source>
        <translation>Un poste a fait cela pendant qu’il était seul</translation>
    </message>
    <message>
        <source>A desktop gets numbers for when it is alone</source>
        <translation>Un poste reçoit des numéros pour quand il est seul</translation>
    </message>
    <message>
        <source>What a desktop did alone no longer fits: %1</source>
        <translation>Ce qu’un poste a fait seul ne convient plus : %1</translation>
    </message>
    <message>
        <source>A conflict is settled</source>
        <translation>Un conflit est réglé</translation>
    </message>
    <message>
        <source>More people waited in %1 than in %2, and the longest line goes first.</source>
        <translation>Il y avait plus de monde dans %1 que dans %2, et la plus longue file passe d’abord.</translation>
    </message>
    <message>
        <source>Waiting cost more in %1 than in %2: for its SLA it had lasted longer there, or its services are shorter.</source>
        <translation>Attendre coûtait plus dans %1 que dans %2 : l’attente y était plus longue au regard du délai promis, ou les services y sont plus courts.</translation>
    </message>
    <message>
        <source>The next of %1 had the nearer deadline than the next of %2.</source>
        <translation>Le suivant de %1 avait une échéance plus proche que celui de %2.</translation>
    </message>
    <message>
        <source>By the branch's rule for its queues, %1 would have gone first.</source>
        <translation>Selon la règle de l’agence entre ses files, %1 serait passé en premier.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln waiting</source>
        <translation><numerusform>%Ln en attente</numerusform><numerusform>%Ln en attente</numerusform></translation>
    </message>
    <message>
        <source>%1 to go</source>
        <translation>encore %1</translation>
    </message>
</context>
<context>
    <name>smartqueue::presentation::ServiceSetupModel</name>
    <message>
        <source>Service</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>To be called within</source>
        <translation>Délai d’appel</translation>
    </message>
    <message>
        <source>Skills needed</source>
        <translation>Compétences requises</translation>
    </message>
    <message>
        <source>Queues</source>
        <translation>Files</translation>
    </message>
    <message>
        <source>%L1 s</source>
        <translation>%L1 s</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucune</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>Aucune pour l’instant</translation>
    </message>
</context>
<context>
    <name>smartqueue::presentation::SetupChecks</name>
    <message>
        <source>Give it a name.</source>
        <translation>Donnez-lui un nom.</translation>
    </message>
    <message numerus="yes">
        <source>A name has at most %Ln characters.</source>
        <translation>
            <numerusform>Un nom a au plus %Ln caractère.</numerusform>
            <numerusform>Un nom a au plus %Ln caractères.</numerusform>
        </translation>
    </message>
    <message>
        <source>This name is taken. Choose another one.</source>
        <translation>Ce nom est déjà pris. Choisissez-en un autre.</translation>
    </message>
    <message>
        <source>No such time zone. Choose one from the list, such as Europe/Paris.</source>
        <translation>Ce fuseau horaire n’existe pas. Choisissez-en un dans la liste, par exemple Europe/Paris.</translation>
    </message>
    <message>
        <source>Closing comes after opening.</source>
        <translation>La fermeture vient après l’ouverture.</translation>
    </message>
    <message>
        <source>Between 1 and 100 %.</source>
        <translation>Entre 1 et 100 %.</translation>
    </message>
    <message>
        <source>At least one day.</source>
        <translation>Au moins un jour.</translation>
    </message>
    <message>
        <source>Between one second and 24 hours.</source>
        <translation>Entre une seconde et 24 heures.</translation>
    </message>
    <message>
        <source>Create a service first: it says how long people may wait.</source>
        <translation>Créez d’abord un service : il dit combien de temps les gens peuvent attendre.</translation>
    </message>
    <message>
        <source>Choose a service.</source>
        <translation>Choisissez un service.</translation>
    </message>
    <message numerus="yes">
        <source>At most %Ln characters.</source>
        <translation>
            <numerusform>Au plus %Ln caractère.</numerusform>
            <numerusform>Au plus %Ln caractères.</numerusform>
        </translation>
    </message>
    <message>
        <source>It ends with a letter: A1 and 001 would read A1001.</source>
        <translation>Il se termine par une lettre : A1 et 001 donneraient A1001.</translation>
    </message>
    <message>
        <source>The last number comes after the first.</source>
        <translation>Le dernier numéro vient après le premier.</translation>
    </message>
    <message>
        <source>At least one, or no limit.</source>
        <translation>Au moins une place, ou sans limite.</translation>
    </message>
    <message>
        <source>An amount from 0 to %1, such as %2.</source>
        <translation>Un montant de 0 à %1, par exemple %2.</translation>
    </message>
    <message numerus="yes">
        <source>At most %Ln reasons.</source>
        <translation>
            <numerusform>%Ln motif au plus.</numerusform>
            <numerusform>%Ln motifs au plus.</numerusform>
        </translation>
    </message>
    <message>
        <source>Give each reason a name, or remove it.</source>
        <translation>Donnez un nom à chaque motif, ou supprimez-le.</translation>
    </message>
    <message>
        <source>%1 stands there twice.</source>
        <translation>%1 y figure deux fois.</translation>
    </message>
</context>
<context>
    <name>smartqueue::presentation::SetupTableModel</name>
    <message>
        <source>%1: %2</source>
        <translation>%1 : %2</translation>
    </message>
</context>
<context>
    <name>smartqueue::presentation::SiteModel</name>
    <message>
        <source>Branch</source>
        <translation>Agence</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Fuseau horaire</translation>
    </message>
    <message>
        <source>Queues</source>
        <translation>Files</translation>
    </message>
    <message>
        <source>Agents</source>
        <translation>Agents</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En attente</translation>
    </message>
</context>
<context>
    <name>smartqueue::presentation::TenantModel</name>
    <message>
        <source>%L1 of %L2</source>
        <translation>%L1 sur %L2</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>Suspendue</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Active</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Fuseau horaire</translation>
    </message>
    <message>
        <source>Branches</source>
        <translation>Agences</translation>
    </message>
    <message>
        <source>Agents</source>
        <translation>Agents</translation>
    </message>
    <message>
        <source>Queues</source>
        <translation>Files</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
</context>
<context>
    <name>smartqueue::presentation::TicketTableModel</name>
    <message>
        <source>Number</source>
        <translation>Numéro</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>File</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorité</translation>
    </message>
    <message>
        <source>Waited / told</source>
        <translation>Attente / annoncée</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Canal</translation>
    </message>
    <message>
        <source>%1, told %2</source>
        <comment>waited, promised range</comment>
        <translation>%1, annoncé %2</translation>
    </message>
</context>
<context>
    <name>smartqueue::presentation::UpcomingModel</name>
    <message>
        <source>%1, %2, %3, waited %4</source>
        <comment>number, queue, reason, duration</comment>
        <translation>%1, %2, %3, attente %4</translation>
    </message>
</context>
<context>
    <name>smartqueue::presentation::UserTableModel</name>
    <message>
        <source>you</source>
        <translation>vous</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Actif</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Coupé</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Équipe technique</translation>
    </message>
    <message>
        <source>Superadmin</source>
        <translation>Superadmin</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>two facts read aloud</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>column and cell read aloud</comment>
        <translation>%1 : %2</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Où</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rôles</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>Accès</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>Dernière fois</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Tout</translation>
    </message>
    <message>
        <source>Today %1</source>
        <translation>Aujourd’hui %1</translation>
    </message>
    <message>
        <source>Yesterday %1</source>
        <translation>Hier %1</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Jamais</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Maintenant</translation>
    </message>
    <message>
        <source>code expired</source>
        <translation>code expiré</translation>
    </message>
    <message>
        <source>code until %1 %2</source>
        <comment>day and time</comment>
        <translation>code jusqu’au %1 %2</translation>
    </message>
    <message>
        <source>no password yet</source>
        <translation>pas encore de mot de passe</translation>
    </message>
</context>
<context>
    <name>smartqueue::widgets::CommandPalette</name>
    <message>
        <source>Search or run a command</source>
        <translation>Chercher ou lancer une commande</translation>
    </message>
    <message>
        <source>Nothing matches. Try fewer letters.</source>
        <translation>Aucun résultat. Essayez avec moins de lettres.</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Commandes</translation>
    </message>
    <message>
        <source>Matching commands</source>
        <translation>Commandes correspondantes</translation>
    </message>
</context>
<context>
    <name>smartqueue::widgets::FormSheet</name>
    <message>
        <source>Esc</source>
        <translation>Échap</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>smartqueue::widgets::ProgressSheet</name>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Échap</translation>
    </message>
</context>
<context>
    <name>smartqueue::widgets::RankList</name>
    <message>
        <source>Space ticks, Alt+Up and Alt+Down move</source>
        <translation>Espace coche, Alt+Haut et Alt+Bas déplacent</translation>
    </message>
    <message>
        <source>%1, choice %2</source>
        <translation>%1, choix %2</translation>
    </message>
    <message>
        <source>%1, not chosen</source>
        <translation>%1, hors sélection</translation>
    </message>
</context>
<context>
    <name>smartqueue::widgets::SearchField</name>
    <message>
        <source>Clear</source>
        <translation>Effacer</translation>
    </message>
</context>
<context>
    <name>smartqueue::widgets::Sidebar</name>
    <message>
        <source>current page</source>
        <translation>page actuelle</translation>
    </message>
    <message>
        <source>Collapse</source>
        <translation>Réduire</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>Expand</source>
        <translation>Développer</translation>
    </message>
</context>
<context>
    <name>smartqueue::widgets::Skeleton</name>
    <message>
        <source>Loading</source>
        <translation>Chargement</translation>
    </message>
</context>
<context>
    <name>smartqueue::widgets::StepList</name>
    <message>
        <source>%1: step %2 of %3, %4</source>
        <translation>%1 : étape %2 sur %3, %4</translation>
    </message>
</context>
<context>
    <name>smartqueue::widgets::SuggestionRow</name>
    <message>
        <source>Apply</source>
        <translation>Appliquer</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Dismiss…</source>
        <translation>Écarter…</translation>
    </message>
    <message>
        <source>Apply: %1</source>
        <translation>Appliquer : %1</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>Annuler : %1</translation>
    </message>
    <message>
        <source>Dismiss: %1</source>
        <translation>Écarter : %1</translation>
    </message>
</context>
<context>
    <name>smartqueue::widgets::Toast</name>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>DayOutlook</name>
    <message>
        <source>8 of 10 days: %1 to %2</source>
        <translation>8 jours sur 10 : de %1 à %2</translation>
    </message>
    <message>
        <source>Still to come until %1</source>
        <translation>Encore attendus jusqu’à %1</translation>
    </message>
    <message numerus="yes">
        <source>besides the %n waiting now</source>
        <translation><numerusform>en plus de la personne qui attend</numerusform><numerusform>en plus des %n personnes qui attendent</numerusform></translation>
    </message>
    <message>
        <source>Mean wait</source>
        <translation>Attente moyenne</translation>
    </message>
    <message>
        <source>Called on time</source>
        <translation>Appelés à temps</translation>
    </message>
    <message>
        <source>Last customer leaves</source>
        <translation>Départ du dernier client</translation>
    </message>
    <message>
        <source>hardly anybody will wait</source>
        <translation>presque personne n’attendra</translation>
    </message>
    <message>
        <source>peak %1 at %2</source>
        <translation>pic de %1 à %2</translation>
    </message>
    <message>
        <source>, %1 are not called</source>
        <translation>, %1 ne seront pas appelés</translation>
    </message>
    <message>
        <source>%1: about %2 waiting, %3 to %4 on 8 of 10 days</source>
        <translation>%1 : environ %2 en attente, de %3 à %4 lors de 8 jours sur 10</translation>
    </message>
    <message>
        <source>%1 runs to %2, computed in %3 s</source>
        <translation>%1 simulations jusqu’à %2, calculées en %3 s</translation>
    </message>
    <message numerus="yes">
        <source>Low confidence: the branch has %n day(s) of history, and 14 are needed.</source>
        <translation><numerusform>Peu fiable : l’agence a %n jour d’historique, il en faut 14.</numerusform><numerusform>Peu fiable : l’agence a %n jours d’historique, il en faut 14.</numerusform></translation>
    </message>
    <message>
        <source>Low confidence: too little is known yet of %1.</source>
        <comment>queues</comment>
        <translation>Peu fiable : trop peu est encore connu de %1.</translation>
    </message>
    <message>
        <source>Stop issuing at</source>
        <translation>Dernier ticket à</translation>
    </message>
    <message>
        <source>last one out %1, to %2 on 9 of 10 days</source>
        <translation>dernier sorti %1, avant %2 9 jours sur 10</translation>
    </message>
    <message>
        <source>late even if nobody came from now on</source>
        <translation>tard même si plus personne n’entrait</translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::TodayTab</name>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>The branch is closed. The forecast of the day begins when it opens.</source>
        <translation>L’agence est fermée. La prévision du jour commence à l’ouverture.</translation>
    </message>
    <message>
        <source>Low confidence</source>
        <translation>Peu fiable</translation>
    </message>
    <message>
        <source>People waiting</source>
        <translation>Personnes en attente</translation>
    </message>
    <message>
        <source>so far</source>
        <translation>jusqu’ici</translation>
    </message>
    <message>
        <source>median</source>
        <translation>médiane</translation>
    </message>
    <message>
        <source>5 of 10 days</source>
        <translation>5 jours sur 10</translation>
    </message>
    <message>
        <source>8 of 10 days</source>
        <translation>8 jours sur 10</translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::ForecastPage</name>
    <message>
        <source>Forecast</source>
        <translation>Prévision</translation>
    </message>
    <message>
        <source>Parts of the forecast</source>
        <translation>Parties de la prévision</translation>
    </message>
    <message>
        <source>Forecast: %1</source>
        <comment>tab</comment>
        <translation>Prévision : %1</translation>
    </message>
</context>
<context>
    <name>PromiseWords</name>
    <message>
        <source>%1 min</source>
        <comment>with one decimal</comment>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Tenues</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>À surveiller</translation>
    </message>
    <message>
        <source>Low confidence</source>
        <translation>Peu fiable</translation>
    </message>
    <message>
        <source>%1:00</source>
        <comment>hour of the day</comment>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>neither too long nor too short</source>
        <translation>ni trop long ni trop court</translation>
    </message>
    <message>
        <source>told %1 too long</source>
        <translation>annoncé %1 de trop</translation>
    </message>
    <message>
        <source>told %1 too short</source>
        <translation>annoncé %1 trop court</translation>
    </message>
    <message numerus="yes">
        <source>only %n promise(s): too few to judge</source>
        <translation>
            <numerusform>%n promesse seulement : trop peu pour juger</numerusform>
            <numerusform>%n promesses seulement : trop peu pour juger</numerusform>
        </translation>
    </message>
    <message>
        <source>people waited %1 longer than told</source>
        <translation>attente réelle supérieure de %1 à l’annonce</translation>
    </message>
    <message>
        <source>people waited %1 less than told</source>
        <translation>attente réelle inférieure de %1 à l’annonce</translation>
    </message>
    <message>
        <source>right on average, but far off either way</source>
        <translation>juste en moyenne, mais loin du compte dans les deux sens</translation>
    </message>
    <message>
        <source>ranges too narrow: %1 held, 80% should</source>
        <translation>fourchettes étroites : %1 au lieu de 80 %</translation>
    </message>
    <message>
        <source>ranges wider than needed: %1 held</source>
        <translation>fourchettes plus larges que nécessaire : %1 tenues</translation>
    </message>
    <message>
        <source>on target: %1</source>
        <translation>dans la cible : %1</translation>
    </message>
    <message numerus="yes">
        <source>Too early to judge: %n promise(s) so far.</source>
        <translation>
            <numerusform>Trop tôt pour juger : %n promesse à ce jour.</numerusform>
            <numerusform>Trop tôt pour juger : %n promesses à ce jour.</numerusform>
        </translation>
    </message>
    <message>
        <source>Promises are kept: off by %1 on average.</source>
        <translation>Les promesses sont tenues : %1 d’écart en moyenne.</translation>
    </message>
    <message numerus="yes">
        <source>%n of four figures off target; off by %1 on average.</source>
        <translation>
            <numerusform>%n chiffre sur quatre hors cible ; %1 d’écart en moyenne.</numerusform>
            <numerusform>%n chiffres sur quatre hors cible ; %1 d’écart en moyenne.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln promise(s) checked against the real wait</source>
        <translation>
            <numerusform>%Ln promesse comparée à l’attente réelle</numerusform>
            <numerusform>%Ln promesses comparées à l’attente réelle</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>checked, left</comment>
        <translation>%1 · %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln left uncalled</source>
        <translation>
            <numerusform>%Ln client parti sans appel</numerusform>
            <numerusform>%Ln clients partis sans appel</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>range</comment>
        <translation>%1 à %2</translation>
    </message>
    <message>
        <source>low</source>
        <translation>peu</translation>
    </message>
    <message>
        <source>enough</source>
        <translation>assez</translation>
    </message>
    <message>
        <source>Typical miss</source>
        <translation>Écart typique</translation>
    </message>
    <message>
        <source>min · MAE</source>
        <translation>min · MAE</translation>
    </message>
    <message>
        <source>target: under 5 min</source>
        <translation>cible : moins de 5 min</translation>
    </message>
    <message>
        <source>How far the wait that was told lies from the real wait until the first call, whichever way: the mean absolute error (MAE). The bar around the dot holds the true figure 19 times in 20.</source>
        <translation>Écart entre l’attente annoncée et l’attente réelle jusqu’au premier appel, quel qu’en soit le sens : l’erreur absolue moyenne (MAE). La barre autour du point contient le vrai chiffre 19 fois sur 20.</translation>
    </message>
    <message>
        <source>Bias</source>
        <translation>Biais</translation>
    </message>
    <message>
        <source>min</source>
        <translation>min</translation>
    </message>
    <message>
        <source>neither long nor short · target ±1</source>
        <translation>ni long ni court · cible ±1</translation>
    </message>
    <message>
        <source>told a little long · target ±1</source>
        <translation>annoncé un peu long · cible ±1</translation>
    </message>
    <message>
        <source>told a little short · target ±1</source>
        <translation>annoncé un peu court · cible ±1</translation>
    </message>
    <message>
        <source>told too long · target ±1</source>
        <translation>annoncé trop long · cible ±1</translation>
    </message>
    <message>
        <source>told too short · target ±1</source>
        <translation>annoncé trop court · cible ±1</translation>
    </message>
    <message>
        <source>The mean of told less real, with its sign. Above zero people were called earlier than told, below zero later.</source>
        <translation>Moyenne de l’annoncé moins le réel, avec son signe. Au-dessus de zéro, les clients ont été appelés plus tôt qu’annoncé ; au-dessous, plus tard.</translation>
    </message>
    <message>
        <source>Inside the 80% range</source>
        <translation>Dans les 80 %</translation>
    </message>
    <message>
        <source>no range was told</source>
        <translation>aucune fourchette annoncée</translation>
    </message>
    <message>
        <source>should be 80%: ranges too narrow</source>
        <translation>80 % attendus : trop étroites</translation>
    </message>
    <message>
        <source>should be 80%: ranges too wide</source>
        <translation>80 % attendus : trop larges</translation>
    </message>
    <message>
        <source>should be 80%: ranges are right</source>
        <translation>80 % attendus : justes</translation>
    </message>
    <message>
        <source>The share of people who were called inside the range they were told. It is meant to hold 8 of 10: fewer and it says too much, more and it says too little. Who could come at once was told no range and does not count here.</source>
        <translation>Part des clients appelés dans la fourchette annoncée. Elle doit en contenir 8 sur 10 : moins, elle en dit trop ; plus, elle n’en dit pas assez. Qui a pu venir tout de suite n’a pas reçu de fourchette et ne compte pas ici.</translation>
    </message>
    <message>
        <source>Right within 5 min</source>
        <translation>Juste à 5 min près</translation>
    </message>
    <message>
        <source>target: at least 70%</source>
        <translation>cible : au moins 70 %</translation>
    </message>
    <message>
        <source>The share of people whose wait was off by five minutes at most from what they were told.</source>
        <translation>Part des clients dont l’attente s’est écartée de cinq minutes au plus de ce qui leur avait été annoncé.</translation>
    </message>
    <message>
        <source>A former queue</source>
        <translation>Une ancienne file</translation>
    </message>
    <message>
        <source>%1: nothing was told</source>
        <translation>%1 : rien n’a été annoncé</translation>
    </message>
    <message numerus="yes">
        <source>%1: off by %2, %3; %n promise(s)</source>
        <translation>
            <numerusform>%1 : %2 d’écart, %3 ; %n promesse</numerusform>
            <numerusform>%1 : %2 d’écart, %3 ; %n promesses</numerusform>
        </translation>
    </message>
    <message>
        <source>Promised %1, came true %2</source>
        <translation>Promis %1, tenu %2</translation>
    </message>
    <message>
        <source>Tickets drawn from %1 to %2</source>
        <translation>Tickets pris de %1 à %2</translation>
    </message>
    <message>
        <source>Off by %1 on average, %2.</source>
        <translation>%1 d’écart en moyenne, %2.</translation>
    </message>
    <message>
        <source>%1 waited longest beyond its range</source>
        <translation>%1 a le plus dépassé sa fourchette</translation>
    </message>
    <message>
        <source>%1: told %2, waited %3.</source>
        <comment>queue, range, wait</comment>
        <translation>%1 : annoncé %2, attendu %3.</translation>
    </message>
    <message>
        <source>Nothing stands out</source>
        <translation>Rien à signaler</translation>
    </message>
    <message>
        <source>Nobody was called later than their range said, and no hour is off target.</source>
        <translation>Personne n’a été appelé après sa fourchette et aucune heure n’est hors cible.</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>Pour</translation>
    </message>
    <message>
        <source>Promises</source>
        <translation>Promesses</translation>
    </message>
    <message>
        <source>Typical miss, min</source>
        <translation>Écart typique, min</translation>
    </message>
    <message>
        <source>19 times in 20</source>
        <translation>19 fois sur 20</translation>
    </message>
    <message>
        <source>Bias, min</source>
        <translation>Biais, min</translation>
    </message>
    <message>
        <source>In 80% range</source>
        <translation>Dans les 80 %</translation>
    </message>
    <message>
        <source>Within 5 min</source>
        <translation>À 5 min près</translation>
    </message>
    <message>
        <source>Width of ranges, min</source>
        <translation>Largeur des fourchettes, min</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Fiabilité</translation>
    </message>
    <message>
        <source>All queues</source>
        <translation>Toutes les files</translation>
    </message>
    <message>
        <source>Told from %1</source>
        <translation>Annoncé à partir de %1</translation>
    </message>
    <message>
        <source>Promised</source>
        <translation>Promis</translation>
    </message>
    <message>
        <source>Came true</source>
        <translation>Tenu</translation>
    </message>
    <message>
        <source>Told by line and pace</source>
        <translation>Annoncé d’après la file et le rythme</translation>
    </message>
    <message>
        <source>Told by line, pace and who leaves</source>
        <translation>Annoncé d’après la file, le rythme et les départs</translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::PromiseCharts</name>
    <message>
        <source>above: too cautious</source>
        <translation>au-dessus : trop prudent</translation>
    </message>
    <message>
        <source>below: too sure</source>
        <translation>au-dessous : trop sûr</translation>
    </message>
    <message>
        <source>target %1 min</source>
        <translation>cible %1 min</translation>
    </message>
    <message>
        <source>typical miss, min</source>
        <translation>écart typique, min</translation>
    </message>
    <message>
        <source>bias: told too long ↑, too short ↓</source>
        <translation>biais : annoncé trop long ↑, trop court ↓</translation>
    </message>
    <message>
        <source>See %1</source>
        <comment>ticket</comment>
        <translation>Voir %1</translation>
    </message>
    <message>
        <source>Queue by queue</source>
        <translation>File par file</translation>
    </message>
    <message>
        <source>Does 80% mean 80%?</source>
        <translation>80 % veut-il dire 80 % ?</translation>
    </message>
    <message>
        <source>share that came true, per promised level</source>
        <translation>part tenue, par niveau promis</translation>
    </message>
    <message>
        <source>Miss by hour of the day</source>
        <translation>Écart selon l’heure</translation>
    </message>
    <message>
        <source>What to look into</source>
        <translation>À examiner</translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::PromiseQueueTable</name>
    <message>
        <source>Queue</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Promises</source>
        <translation>Promesses</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Verdict</translation>
    </message>
    <message>
        <source>Because</source>
        <translation>Parce que</translation>
    </message>
    <message>
        <source>Typical miss, target %1</source>
        <translation>Écart typique, cible %1</translation>
    </message>
    <message>
        <source>In 80% range</source>
        <translation>Dans les 80 %</translation>
    </message>
    <message>
        <source>Within 5</source>
        <translation>À 5 min près</translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::PromisesTab</name>
    <message>
        <source>%1 of the last 30 days</source>
        <translation>%1 des 30 derniers jours</translation>
    </message>
    <message>
        <source>Promises kept</source>
        <translation>Promesses tenues</translation>
    </message>
    <message>
        <source>Nobody was told a waiting time in the last 30 days. As soon as tickets are drawn and called, this page says how good the promises were.</source>
        <translation>Aucune attente n’a été annoncée ces 30 derniers jours. Dès que des tickets seront pris et appelés, cette page dira ce que valaient les promesses.</translation>
    </message>
    <message>
        <source>Nobody who was told a waiting time in this period has been called yet.</source>
        <translation>Personne à qui une attente a été annoncée sur cette période n’a encore été appelé.</translation>
    </message>
    <message>
        <source>Show 30 days</source>
        <translation>Voir 30 jours</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>The reading was stopped.</source>
        <translation>La lecture a été arrêtée.</translation>
    </message>
    <message>
        <source>Read the promises</source>
        <translation>Lire les promesses</translation>
    </message>
    <message>
        <source>Reading what people were told</source>
        <translation>Lecture de ce qui a été annoncé</translation>
    </message>
    <message>
        <source>As charts</source>
        <translation>En graphiques</translation>
    </message>
    <message>
        <source>As table</source>
        <translation>En tableau</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Période</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 jours</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 jours</translation>
    </message>
    <message>
        <source>All figures as a table</source>
        <translation>Tous les chiffres en tableau</translation>
    </message>
    <message>
        <source>What came true at each level</source>
        <translation>Ce qui s’est vérifié à chaque niveau</translation>
    </message>
    <message>
        <source>Does 80% mean 80%?</source>
        <translation>80 % veut-il dire 80 % ?</translation>
    </message>
</context>
<context>
    <name>smartqueue::widgets::AgentBoard</name>
    <message>
        <source>Space picks up, Up and Down choose, Enter drops, Esc returns</source>
        <translation>Espace prend, Haut et Bas choisissent, Entrée dépose, Échap repose</translation>
    </message>
    <message>
        <source>nobody can be put here</source>
        <translation>personne ne peut être mis ici</translation>
    </message>
    <message>
        <source>%1, carried to %2</source>
        <translation>%1, emmené vers %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>agent, queue</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 picked up. Up and Down choose the queue, Enter drops, Esc returns.</source>
        <translation>%1 : pris en main. Haut et Bas choisissent la file, Entrée dépose, Échap repose.</translation>
    </message>
    <message>
        <source>Over %1</source>
        <translation>Sur %1</translation>
    </message>
    <message>
        <source>Over %1: %2</source>
        <comment>queue, why not</comment>
        <translation>Sur %1 : %2</translation>
    </message>
    <message>
        <source>%1 stays</source>
        <translation>%1 reste</translation>
    </message>
    <message>
        <source>%1 dropped on %2</source>
        <translation>%1 déposé sur %2</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>Reposé</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>agent, on a break</comment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>TwinChanges</name>
    <message>
        <source>%1 is paused</source>
        <comment>queue</comment>
        <translation>%1 est en pause</translation>
    </message>
    <message>
        <source>%1 lacks the skills for it</source>
        <comment>agent</comment>
        <translation>%1 n’en a pas les compétences</translation>
    </message>
    <message>
        <source>on a break</source>
        <translation>en pause</translation>
    </message>
    <message numerus="yes">
        <source>%n agent(s)</source>
        <translation><numerusform>%n agent</numerusform><numerusform>%n agents</numerusform></translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <comment>agents before, after</comment>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>Without a queue</source>
        <translation>Sans file</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>agents, status</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>agent, queue</comment>
        <translation>%1 vers %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>queue, who is called first</comment>
        <translation>%1 : %2</translation>
    </message>
</context>
<context>
    <name>TwinStudy</name>
    <message>
        <source>8 of 10 days: %1–%2</source>
        <comment>minutes</comment>
        <translation>8 jours sur 10 : %1–%2</translation>
    </message>
    <message>
        <source>Mean wait</source>
        <translation>Attente moyenne</translation>
    </message>
    <message>
        <source>min</source>
        <translation>min</translation>
    </message>
    <message>
        <source>no difference beyond chance</source>
        <translation>différence due au hasard</translation>
    </message>
    <message>
        <source>Called on time</source>
        <translation>Appelés à temps</translation>
    </message>
    <message>
        <source>target %1 met</source>
        <translation>cible de %1 tenue</translation>
    </message>
    <message>
        <source>target %1 missed</source>
        <translation>cible de %1 manquée</translation>
    </message>
    <message>
        <source>What it costs</source>
        <translation>Ce que cela coûte</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>rien</translation>
    </message>
    <message>
        <source>no queue waits longer beyond chance</source>
        <translation>aucune file n’attend plus</translation>
    </message>
    <message>
        <source>nothing is changed yet</source>
        <translation>rien n’est encore changé</translation>
    </message>
    <message>
        <source>+%1 min</source>
        <translation>+%1 min</translation>
    </message>
    <message>
        <source>%1 → %2 min, target %3</source>
        <comment>wait before, after</comment>
        <translation>%1 → %2 min, cible %3</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>before, after</comment>
        <translation>%1 à %2</translation>
    </message>
    <message>
        <source>%1: %2 %3</source>
        <comment>title, values, unit</comment>
        <translation>%1 : %2 %3</translation>
    </message>
    <message>
        <source>%1 on time</source>
        <translation>%1 à temps</translation>
    </message>
    <message>
        <source>%1, was %2 at %3</source>
        <comment>peak, people, time</comment>
        <translation>%1, au lieu de %2 à %3</translation>
    </message>
    <message>
        <source>%1 days to %2 in %3 s</source>
        <comment>runs, closing time, seconds</comment>
        <translation>%1 jours jusqu’à %2 en %3 s</translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::FanGrid</name>
    <message>
        <source>%1: people waiting</source>
        <translation>%1 : personnes en attente</translation>
    </message>
    <message>
        <source>now %1</source>
        <translation>maintenant %1</translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::SimulatorControls</name>
    <message>
        <source>as usual</source>
        <translation>habituelles</translation>
    </message>
    <message>
        <source>+%1</source>
        <translation>+%1</translation>
    </message>
    <message>
        <source>−%1</source>
        <translation>−%1</translation>
    </message>
    <message>
        <source>Agents stand at the queue they serve first; whoever moves serves both alike.</source>
        <translation>Chacun se tient à la file qu’il sert d’abord ; qui est déplacé sert les deux autant.</translation>
    </message>
    <message>
        <source>Nobody is signed in: there is nobody to move.</source>
        <translation>Personne n’est connecté : il n’y a personne à déplacer.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucun</translation>
    </message>
    <message>
        <source>Agents</source>
        <translation>Agents</translation>
    </message>
    <message>
        <source>Drag, or Space</source>
        <translation>Glisser ou Espace</translation>
    </message>
    <message>
        <source>Agents by queue</source>
        <translation>Agents par file</translation>
    </message>
    <message>
        <source>What if…</source>
        <translation>Et si…</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>One more counter</source>
        <translation>Un guichet de plus</translation>
    </message>
    <message>
        <source>Arrivals</source>
        <translation>Arrivées</translation>
    </message>
    <message>
        <source>Arrivals, in steps of five percent</source>
        <translation>Arrivées, par pas de cinq pour cent</translation>
    </message>
    <message>
        <source>First called in</source>
        <translation>Priorité dans</translation>
    </message>
    <message>
        <source>Who is called first</source>
        <translation>Qui est appelé en premier</translation>
    </message>
    <message>
        <source>Arrival</source>
        <translation>Arrivée</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorité</translation>
    </message>
    <message>
        <source>Late first</source>
        <translation>Retards</translation>
    </message>
    <message>
        <source>Between queues</source>
        <translation>Entre les files</translation>
    </message>
    <message>
        <source>Which queue goes first</source>
        <translation>File servie d’abord</translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::SimulatorEffect</name>
    <message>
        <source>Apply for real</source>
        <translation>Appliquer pour de bon</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::SimulatorTab</name>
    <message>
        <source>Simulator</source>
        <translation>Simulateur</translation>
    </message>
    <message>
        <source>The branch is closed. Its twin opens with it.</source>
        <translation>L’agence est fermée. Son jumeau ouvrira avec elle.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Computing…</source>
        <translation>Calcul en cours…</translation>
    </message>
    <message>
        <source>Nothing can be applied now: the twin is stale, the branch has given no news since %1.</source>
        <translation>Rien ne peut être appliqué : le jumeau date, l’agence ne donne plus de nouvelles depuis %1.</translation>
    </message>
    <message>
        <source>Only those who run the queues may apply it.</source>
        <translation>Seuls les responsables des files peuvent l’appliquer.</translation>
    </message>
    <message>
        <source>Nothing is changed yet: move an agent, or ask what if.</source>
        <translation>Rien n’est encore changé : déplacez un agent, ou essayez un « et si ».</translation>
    </message>
    <message>
        <source>Other arrivals and one more counter stay a question: there is nothing here that could be applied.</source>
        <translation>D’autres arrivées ou un guichet de plus restent une question : il n’y a rien à appliquer ici.</translation>
    </message>
    <message>
        <source>The figures hold with the other arrivals and the counter too; applying moves agents and rules only.</source>
        <translation>Les chiffres comptent aussi les arrivées et le guichet ; seuls les agents et les règles seront changés.</translation>
    </message>
    <message>
        <source>The figures hold with the counter too; applying moves agents and rules only.</source>
        <translation>Les chiffres comptent aussi le guichet ; seuls les agents et les règles seront changés.</translation>
    </message>
    <message>
        <source>The figures hold with the other arrivals too; applying moves agents and rules only.</source>
        <translation>Les chiffres comptent aussi les arrivées ; seuls les agents et les règles seront changés.</translation>
    </message>
    <message>
        <source>To be applied: %1.</source>
        <comment>changes</comment>
        <translation>À appliquer : %1.</translation>
    </message>
    <message>
        <source>Applied. It can be taken back for a while.</source>
        <translation>Appliqué. Vous pouvez encore l’annuler un moment.</translation>
    </message>
    <message>
        <source>Applied: %1</source>
        <comment>what</comment>
        <translation>Appliqué : %1</translation>
    </message>
    <message>
        <source>Taken back.</source>
        <translation>Annulé.</translation>
    </message>
    <message>
        <source>People waiting</source>
        <translation>Personnes en attente</translation>
    </message>
    <message>
        <source>so far</source>
        <translation>jusqu’ici</translation>
    </message>
    <message>
        <source>median</source>
        <translation>médiane</translation>
    </message>
    <message>
        <source>5 of 10 days</source>
        <translation>5 jours sur 10</translation>
    </message>
    <message>
        <source>8 of 10 days</source>
        <translation>8 jours sur 10</translation>
    </message>
    <message>
        <source>without the change</source>
        <translation>sans le changement</translation>
    </message>
    <message>
        <source>Apply what is tried in the simulator</source>
        <translation>Appliquer l’essai du simulateur</translation>
    </message>
    <message>
        <source>Reset the simulator</source>
        <translation>Rétablir le simulateur</translation>
    </message>
    <message>
        <source>Which queue goes first is a setting of the branch: it is changed under Administration, Branch.</source>
        <translation>La file servie d’abord est un réglage de l’agence : il se change sous Administration, Agence.</translation>
    </message>
    <message>
        <source>The figures hold with all that is tried; applying moves agents and the rules within queues only.</source>
        <translation>Les chiffres valent pour tout ce qui est essayé ; appliquer ne déplace que les agents et les règles au sein des files.</translation>
    </message>
</context>
<context>
    <name>PriceWords</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message numerus="yes">
        <source>%n moved from %1 wait(s) %2 longer (%3 to %4)</source>
        <comment>customers, queue, span, range</comment>
        <translation>
            <numerusform>%n client déplacé de %1 attend %2 de plus (%3 à %4)</numerusform>
            <numerusform>%n clients déplacés de %1 attendent %2 de plus (%3 à %4)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of %1 wait(s) %2 longer (%3 to %4)</source>
        <comment>customers, queue, span, range</comment>
        <translation>
            <numerusform>%n client de %1 attend %2 de plus (%3 à %4)</numerusform>
            <numerusform>%n clients de %1 attendent %2 de plus (%3 à %4)</numerusform>
        </translation>
    </message>
    <message>
        <source>Mean wait %1 shorter (%2 to %3), of %4</source>
        <comment>span, range, as it is</comment>
        <translation>Attente moyenne réduite de %1 (%2 à %3), sur %4</translation>
    </message>
    <message>
        <source>Longest waits, 1 in 10: %1 shorter (%2 to %3), of %4</source>
        <comment>span, range, as it is</comment>
        <translation>Plus longues attentes, 1 sur 10 : réduites de %1 (%2 à %3), sur %4</translation>
    </message>
    <message>
        <source>Called on time +%1 points (%2 to %3), now %4</source>
        <comment>points, range, as it is</comment>
        <translation>Appelés à temps +%1 points (%2 à %3), %4 à présent</translation>
    </message>
    <message>
        <source>Weighed wait %1 targets shorter (%2 to %3), of %4</source>
        <comment>share, range, as it is</comment>
        <translation>Attente pondérée réduite de %1 cible (%2 à %3), sur %4</translation>
    </message>
    <message numerus="yes">
        <source>%n more group(s)</source>
        <comment>of customers</comment>
        <translation>
            <numerusform>%n autre groupe</numerusform>
            <numerusform>%n autres groupes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n find(s) the door shut</source>
        <comment>customers</comment>
        <translation>
            <numerusform>%n client trouve porte close</numerusform>
            <numerusform>%n clients trouvent porte close</numerusform>
        </translation>
    </message>
    <message>
        <source>%1; %2</source>
        <comment>one part, the next</comment>
        <translation>%1 ; %2</translation>
    </message>
    <message>
        <source>nobody waits longer</source>
        <translation>personne n’attend plus longtemps</translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s)</source>
        <comment>behind a verdict</comment>
        <translation><numerusform>%n client</numerusform><numerusform>%n clients</numerusform></translation>
    </message>
    <message>
        <source>Came true: mean wait %1 shorter (%2 to %3), %4</source>
        <comment>span, range, customers</comment>
        <translation>Tenu : attente moyenne réduite de %1 (de %2 à %3), %4</translation>
    </message>
    <message>
        <source>Came out worse: mean wait %1 longer (%2 to %3), %4</source>
        <comment>span, range, customers</comment>
        <translation>A tourné mal : attente moyenne allongée de %1 (de %2 à %3), %4</translation>
    </message>
    <message>
        <source>May be chance: mean wait between %1 shorter and %2 longer, %3</source>
        <comment>spans, customers</comment>
        <translation>Peut-être le hasard : attente moyenne entre %1 de moins et %2 de plus, %3</translation>
    </message>
    <message numerus="yes">
        <source>Too early to say whether it came true: %n customer(s) so far</source>
        <translation><numerusform>Trop tôt pour dire si le gain s’est réalisé : %n client pour l’instant</numerusform><numerusform>Trop tôt pour dire si le gain s’est réalisé : %n clients pour l’instant</numerusform></translation>
    </message>
</context>
<context>
    <name>ProvenSuggestions</name>
    <message>
        <source>The branch has changed: this is being tried again.</source>
        <translation>L’agence a changé : nouvel essai en cours.</translation>
    </message>
</context>
<context>
    <name>SuggestionRows</name>
    <message>
        <source>Who pays: %1</source>
        <comment>customers</comment>
        <translation>Qui en pâtit : %1</translation>
    </message>
    <message>
        <source>Not applied from here: somebody has to see to it.</source>
        <translation>Ne s’applique pas d’ici : quelqu’un doit s’en occuper.</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>En suspens</translation>
    </message>
    <message>
        <source>Not live</source>
        <translation>Pas en direct</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>Passée</translation>
    </message>
    <message>
        <source>This no longer helps, or its time is over.</source>
        <translation>Cela n’aide plus, ou son délai est passé.</translation>
    </message>
    <message>
        <source>Applied at %1</source>
        <translation>Appliquée à %1</translation>
    </message>
    <message>
        <source>Applied</source>
        <translation>Appliquée</translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::LiveSuggestions</name>
    <message>
        <source>What would help now</source>
        <translation>Ce qui aiderait maintenant</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Apply the chosen suggestion, or the first</source>
        <translation>Appliquer la suggestion choisie, ou la première</translation>
    </message>
    <message>
        <source>Show all suggestions, or the first two</source>
        <translation>Afficher toutes les suggestions, ou les deux premières</translation>
    </message>
    <message>
        <source>Already arranged otherwise</source>
        <translation>Déjà organisé autrement</translation>
    </message>
    <message>
        <source>The agent is needed here</source>
        <translation>L’agent est nécessaire ici</translation>
    </message>
    <message>
        <source>Promised to a customer</source>
        <translation>Promis à un client</translation>
    </message>
    <message>
        <source>Another reason</source>
        <translation>Autre raison</translation>
    </message>
    <message>
        <source>Show the first two</source>
        <translation>Afficher les deux premières</translation>
    </message>
    <message numerus="yes">
        <source>Show all %n</source>
        <translation>
            <numerusform>Tout afficher (%n)</numerusform>
            <numerusform>Tout afficher (%n)</numerusform>
        </translation>
    </message>
    <message>
        <source>Trying what could be done on the rest of the day…</source>
        <translation>Essai de ce qui pourrait être fait sur la fin de la journée…</translation>
    </message>
    <message>
        <source>The branch is closed: nothing has to be done about the day any more.</source>
        <translation>L’agence est fermée : il n’y a plus rien à faire pour cette journée.</translation>
    </message>
    <message>
        <source>%1. Each gains beyond chance (99%).</source>
        <comment>ways tried</comment>
        <translation>%1. Chaque gain dépasse le hasard (99 %).</translation>
    </message>
    <message>
        <source>Nothing that could be done beats leaving it as it is. %1.</source>
        <comment>ways tried</comment>
        <translation>Rien de ce qui pourrait être fait ne vaut mieux que de ne rien changer. %1.</translation>
    </message>
    <message>
        <source>Nothing more to suggest for now. %1.</source>
        <comment>ways tried</comment>
        <translation>Rien de plus à suggérer pour le moment. %1.</translation>
    </message>
    <message>
        <source>Applied: %1</source>
        <comment>what</comment>
        <translation>Appliqué : %1</translation>
    </message>
    <message>
        <source>Dismissed for today.</source>
        <translation>Écartée pour aujourd’hui.</translation>
    </message>
    <message>
        <source>Taken back.</source>
        <translation>Annulée.</translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::SuggestionAim</name>
    <message>
        <source>%1 · others +%2 min at most</source>
        <comment>what is to get better, fairness</comment>
        <translation>%1 · les autres +%2 min au plus</translation>
    </message>
    <message>
        <source>Suggestions are for: %1, and no queue waits more than %2 min longer</source>
        <translation>But des suggestions : %1, sans qu’aucune file n’attende plus de %2 min de plus</translation>
    </message>
    <message>
        <source>What is to get better</source>
        <translation>Ce qui doit s’améliorer</translation>
    </message>
    <message>
        <source>How much longer a queue may wait for it</source>
        <translation>Combien une file peut attendre de plus pour cela</translation>
    </message>
    <message>
        <source>%1 min at most</source>
        <translation>%1 min au plus</translation>
    </message>
</context>
<context>
    <name>Experiment</name>
    <message>
        <source>shorter</source>
        <translation>plus courte</translation>
    </message>
    <message>
        <source>longer</source>
        <translation>plus longue</translation>
    </message>
    <message>
        <source>may be chance</source>
        <translation>peut-être le hasard</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <comment>before, after</comment>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 min (%2 to %3)</source>
        <comment>difference, its interval</comment>
        <translation>%1 min (%2 à %3)</translation>
    </message>
    <message>
        <source>With B people would have waited %1 min less on average: %2 to %3 min, beyond chance.</source>
        <translation>Avec B, l’attente aurait été plus courte de %1 min en moyenne : de %2 à %3 min, sans que ce soit le hasard.</translation>
    </message>
    <message>
        <source>With B people would have waited %1 min longer on average: %2 to %3 min, beyond chance.</source>
        <translation>Avec B, l’attente aurait été plus longue de %1 min en moyenne : de %2 à %3 min, sans que ce soit le hasard.</translation>
    </message>
    <message>
        <source>No difference in the mean wait shows beyond chance: B adds %1 min, somewhere from %2 to %3.</source>
        <translation>Aucune différence d’attente moyenne qui dépasse le hasard : B ajoute %1 min, quelque part entre %2 et %3.</translation>
    </message>
    <message>
        <source>%1 (+%2 min)</source>
        <comment>queue, minutes</comment>
        <translation>%1 (+%2 min)</translation>
    </message>
    <message>
        <source>Longer waits in %1.</source>
        <comment>queues</comment>
        <translation>Attente plus longue : %1.</translation>
    </message>
    <message>
        <source>On record the mean wait was %1 min; played over again, A has %2 min. The nearer the two, the more the comparison is worth where A is how the branch was run.</source>
        <translation>L’attente moyenne enregistrée était de %1 min ; rejouée, A donne %2 min. Plus les deux sont proches, plus la comparaison vaut là où A est la façon dont l’agence a fonctionné.</translation>
    </message>
    <message>
        <source>All their queues, alike</source>
        <translation>Toutes leurs files, à égalité</translation>
    </message>
    <message>
        <source>Their main queue first</source>
        <translation>Leur file principale d’abord</translation>
    </message>
    <message>
        <source>Their main queue only</source>
        <translation>Leur file principale seulement</translation>
    </message>
    <message>
        <source>Every queue, alike</source>
        <translation>Toutes les files, à égalité</translation>
    </message>
    <message numerus="yes">
        <source>%n agent(s) more</source>
        <translation><numerusform>%n agent de plus</numerusform><numerusform>%n agents de plus</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n agent(s) fewer</source>
        <translation><numerusform>%n agent de moins</numerusform><numerusform>%n agents de moins</numerusform></translation>
    </message>
    <message>
        <source>A: %1
B: %2</source>
        <comment>two ways to run the branch</comment>
        <translation>A : %1
B : %2</translation>
    </message>
    <message>
        <source>All queues</source>
        <translation>Toutes les files</translation>
    </message>
    <message>
        <source>%1 and %2, from %3 to %4. 99% intervals, each day one observation. Computed in %5 s.</source>
        <comment>days, tickets, first, last, seconds</comment>
        <translation>%1 et %2, du %3 au %4. Intervalles à 99 %, chaque jour une observation. Calculé en %5 s.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s)</source>
        <translation><numerusform>%Ln jour</numerusform><numerusform>%Ln jours</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%Ln ticket(s)</source>
        <translation><numerusform>%Ln ticket</numerusform><numerusform>%Ln tickets</numerusform></translation>
    </message>
    <message>
        <source>Experiment: %1</source>
        <comment>branch</comment>
        <translation>Expérience : %1</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Wait, A → B</source>
        <translation>Attente, A → B</translation>
    </message>
    <message>
        <source>B adds</source>
        <translation>B ajoute</translation>
    </message>
    <message>
        <source>Judged</source>
        <translation>Verdict</translation>
    </message>
    <message>
        <source>On time</source>
        <translation>À temps</translation>
    </message>
    <message>
        <source>Leave a day</source>
        <translation>Départs/jour</translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::ExperimentsTab</name>
    <message>
        <source>%1 of the days</source>
        <translation>%1 des jours</translation>
    </message>
    <message>
        <source>Experiments</source>
        <translation>Expériences</translation>
    </message>
    <message>
        <source>A and B are the same: change one of them.</source>
        <translation>A et B sont identiques : changez l’un des deux.</translation>
    </message>
    <message>
        <source>The answer beside is to the question before.</source>
        <translation>La réponse affichée est celle de la question précédente.</translation>
    </message>
    <message>
        <source>Choose two ways to run the branch. Both serve the same people again who came on those days; nobody is made to wait for it.</source>
        <translation>Choisissez deux façons de faire fonctionner l’agence. Toutes deux servent de nouveau les mêmes personnes, venues ces jours-là ; personne n’attend pour cela.</translation>
    </message>
    <message>
        <source>There is too little on record: an experiment needs two days with customers and agents at least. Import past days, or come back later.</source>
        <translation>Trop peu est enregistré : une expérience demande au moins deux jours avec des clients et des agents. Importez des jours passés, ou revenez plus tard.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Serving the days again</source>
        <translation>Les jours sont servis de nouveau</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Wait, A → B</source>
        <translation>Attente, A → B</translation>
    </message>
    <message>
        <source>B adds</source>
        <translation>B ajoute</translation>
    </message>
    <message>
        <source>On time</source>
        <translation>À temps</translation>
    </message>
    <message>
        <source>Leave a day</source>
        <translation>Départs/jour</translation>
    </message>
    <message>
        <source>%1: B adds %2, %3</source>
        <comment>queue, difference, verdict</comment>
        <translation>%1 : B ajoute %2, %3</translation>
    </message>
    <message>
        <source>Keep the report</source>
        <translation>Garder le rapport</translation>
    </message>
    <message>
        <source>experiment.html</source>
        <translation>experience.html</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation>Page web (*.html)</translation>
    </message>
    <message>
        <source>The report is in %1.</source>
        <translation>Le rapport est dans %1.</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 n’a pas pu être écrit : %2</translation>
    </message>
    <message>
        <source>Keep the report…</source>
        <translation>Garder le rapport…</translation>
    </message>
    <message>
        <source>Past days over again, with the same customers, services and patience.</source>
        <translation>Des jours passés rejoués, avec les mêmes clients, services et patiences.</translation>
    </message>
    <message>
        <source>Which days</source>
        <translation>Quels jours</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 jours</translation>
    </message>
    <message>
        <source>4 weeks</source>
        <translation>4 semaines</translation>
    </message>
    <message>
        <source>12 weeks</source>
        <translation>12 semaines</translation>
    </message>
    <message>
        <source>Compare A and B</source>
        <translation>Comparer A et B</translation>
    </message>
    <message>
        <source>Experiment: compare A and B</source>
        <translation>Expérience : comparer A et B</translation>
    </message>
</context>
<context>
    <name>smartqueue::pages::WayPicker</name>
    <message>
        <source>First called</source>
        <translation>Appelé d’abord</translation>
    </message>
    <message>
        <source>Agents call from</source>
        <translation>Files des agents</translation>
    </message>
    <message>
        <source>Agents</source>
        <translation>Agents</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>way, part</comment>
        <translation>%1 : %2</translation>
    </message>
    <message>
        <source>as recorded</source>
        <translation>comme enregistré</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation><numerusform>%n de plus</numerusform><numerusform>%n de plus</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n fewer</source>
        <translation><numerusform>%n de moins</numerusform><numerusform>%n de moins</numerusform></translation>
    </message>
</context>
</TS>
