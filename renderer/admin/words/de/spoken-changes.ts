import type { Spoken } from '../spoken.ts'

/** Why something was not done, and what to do about it. */
export const spokenOfChanges: Spoken = {
  'The disk is full.': 'Der Datenträger ist voll.',
  'The thread that writes for the curator has ended.':
    'Der Vorgang, der hier schreibt, ist zu Ende gegangen.',
  'It was called off, and nothing was changed.': 'Es wurde abgebrochen, und nichts wurde geändert.',
  'Nothing has to be done.': 'Nichts ist zu tun.',
  'There is no time between {from} and {to}.': 'Zwischen {from} und {to} liegt keine Zeit.',
  'Name the earlier day first.': 'Nennen Sie den früheren Tag zuerst.',
  'There is no item {as_id} in this room any more.': 'In diesem Raum gibt es keinen Beitrag {as_id} mehr.',
  'It may have been moved, renamed or erased meanwhile; look for it by its words.':
    'Er wurde inzwischen vielleicht verschoben, umbenannt oder gelöscht; suchen Sie ihn mit seinen Wörtern.',
  'Another program keeps on writing this file.': 'Ein anderes Programm schreibt ständig in diese Datei.',
  'Close it, then try again.': 'Schließen Sie es, und versuchen Sie es noch einmal.',
  'It is like this already.': 'Es ist schon so.',
  'Nothing is to be done.': 'Nichts ist zu tun.',
  'There is nothing to be undone.': 'Es gibt nichts zurückzunehmen.',
  'There is nothing to be done again.': 'Es gibt nichts wiederherzustellen.',
  'The list of changes tells what there is.': 'Die Liste der Änderungen sagt, was es gibt.',
  'This version is not kept any more.': 'Dieser Stand ist nicht mehr da.',
  'Choose another one.': 'Wählen Sie einen anderen.',
  'All of it is in the folder already.': 'Alles davon liegt schon im Ordner.',
  'This is no text file.': 'Das ist keine Textdatei.',
  'Open it with the program that made it.': 'Öffnen Sie sie mit dem Programm, das sie gemacht hat.',
  'There is no such file in this folder.': 'Diese Datei gibt es in diesem Ordner nicht.',
  'This file is too large to be edited here.': 'Diese Datei ist zu groß, um hier bearbeitet zu werden.',
  'Open it on the disk.': 'Öffnen Sie sie im Ordner.',
  'Another program is changing this folder and does not come to an end.':
    'Ein anderes Programm ändert diesen Ordner und kommt nicht zum Ende.',
  'Close the other admin, or end the process that hangs, then try again.':
    'Schließen Sie das andere Fenster, oder beenden Sie den hängenden Prozess, und versuchen Sie es noch einmal.',
  'The folder cannot be locked.': 'Der Ordner lässt sich nicht sperren.',
  'This is a link or a device, and no file.': 'Das ist eine Verknüpfung oder ein Gerät, keine Datei.',
  'This file is larger than 500 MB.': 'Diese Datei ist größer als 500 MB.',
  'This file is empty.': 'Diese Datei ist leer.',
  'This is the curation of a room, not something to be shown.':
    'Das ist die Kuratierung eines Raums, nichts zum Zeigen.',
  'It is left out.': 'Sie wird ausgelassen.',
  'This import is not remembered any more.': 'Dieser Import ist vergessen.',
  'Drop the files again.': 'Legen Sie die Dateien noch einmal ab.',
  'Nobody knows what {as_name} is.': 'Niemand weiß, was {as_name} ist.',
  'Say its kind, or leave it out.': 'Nennen Sie die Art, oder lassen Sie es aus.',
  'This file is not there any more.': 'Diese Datei ist nicht mehr da.',
  'This file is not there any more, or may not be read.':
    'Diese Datei ist nicht mehr da oder darf nicht gelesen werden.',
  'See that it can be opened, then bring it in again.':
    'Sorgen Sie dafür, dass sie sich öffnen lässt, und holen Sie sie dann noch einmal herein.',
  'This folder lies too deep in others.': 'Dieser Ordner liegt zu tief in anderen.',
  'More than 50,000 files do not come in at once: this one and all after it.':
    'Mehr als 50.000 Dateien kommen nicht auf einmal herein: diese und alle danach.',
  'Drop what is to come in once more.': 'Ziehen Sie noch einmal herein, was hereinkommen soll.',
  'This file was changed while it was being copied.':
    'Diese Datei wurde geändert, während sie kopiert wurde.',
  'Wait until it is complete, then bring it in again.':
    'Warten Sie, bis sie vollständig ist, und holen Sie sie dann noch einmal herein.',
  'Another file of this name came into the folder meanwhile.':
    'Inzwischen ist eine andere Datei dieses Namens in den Ordner gekommen.',
  'Bring it in once more: it gets a number then.':
    'Holen Sie sie noch einmal herein: Dann bekommt sie eine Nummer.',
  'The import was stopped.': 'Der Import wurde angehalten.',
  'Nothing of it is in the folder.': 'Nichts davon liegt im Ordner.',
  'This is no folder of the room.': 'Das ist kein Ordner des Raums.',
  'Choose one of its folders.': 'Wählen Sie einen seiner Ordner.',
  'Files of this kind are not read.': 'Dateien dieser Art werden nicht gelesen.',
  'Export it in another format, or leave it.': 'Exportieren Sie in ein anderes Format, oder lassen Sie es.',
  'A {kind} has no field {field}.': 'Die Art {kind} hat kein Feld {field}.',
  'Choose one of its fields.': 'Wählen Sie eines ihrer Felder.',
  'This is no value for it.': 'Das ist kein Wert dafür.',
  'Somebody has changed this field meanwhile.': 'Jemand hat dieses Feld inzwischen geändert.',
  'Compare both, and keep one.': 'Vergleichen Sie beide, und behalten Sie eines.',
  'This stands in the text of the file, not in a field.': 'Das steht im Text der Datei, nicht in einem Feld.',
  'Edit the text of the file.': 'Bearbeiten Sie den Text der Datei.',
  'This is {what}, where {field} cannot be written from here.':
    'Das ist {what}; {field} lässt sich dort von hier aus nicht eintragen.',
  'a row of a table': 'eine Zeile einer Tabelle',
  'one of several in its file': 'eines von mehreren in seiner Datei',
  'Change the cell in the table, or say it for the whole table.':
    'Ändern Sie die Zelle in der Tabelle, oder legen Sie es für die ganze Tabelle fest.',
  'This is one of several in its file: consent can be said for all of them only.':
    'Das ist eines von mehreren in seiner Datei: Die Einwilligung lässt sich nur für alle zusammen eintragen.',
  'Say it for all of them, or put this one into a file of its own.':
    'Tragen Sie sie für alle ein, oder legen Sie dieses in eine eigene Datei.',
  'The line that allows it was not found where we looked for it, so the item was hidden instead.':
    'Die Zeile, die es erlaubt, wurde nicht gefunden; der Beitrag wurde stattdessen ausgeblendet.',
  'Write withdrawn: into the consent yourself.': 'Schreiben Sie withdrawn: selbst in die Einwilligung.',
  'The file of this item is not in the folder any more.':
    'Die Datei dieses Beitrags liegt nicht mehr im Ordner.',
  'Wait until the library has looked again.': 'Warten Sie, bis die Bibliothek neu nachgesehen hat.',
  'Nothing in this room was published in “{as_source}”.':
    'Nichts in diesem Raum wurde in „{as_source}“ veröffentlicht.',
  'Nothing in this room is shown by a consent of “{as_who}”.':
    'Nichts in diesem Raum wird mit einer Einwilligung von „{as_who}“ gezeigt.',
  'Compare it with the list of consents.': 'Vergleichen Sie es mit der Liste der Einwilligungen.',
  'These words are not found in the text as they are written.': 'Diese Wörter stehen so nicht im Text.',
  'The disk is full, so nothing was changed.': 'Der Datenträger ist voll, deshalb wurde nichts geändert.',
  'The disk failed in the middle of it: {count} of the files were changed and could not be put back, {as_names}.':
    'Der Datenträger hat mittendrin versagt: {count} der Dateien sind geändert und ließen sich nicht zurücksetzen, {as_names}.',
  'Look at these files once the disk can be written again.':
    'Sehen Sie sich diese Dateien an, sobald sich der Datenträger wieder beschreiben lässt.',
  'This file may not be written from here, so the item was hidden instead.':
    'Diese Datei darf von hier aus nicht geschrieben werden, deshalb wurde der Beitrag ausgeblendet.',
  'Write withdrawn: into the consent on a machine that may.':
    'Schreiben Sie withdrawn: auf einem Rechner in die Einwilligung, der es darf.',
  'The erasure was broken off.': 'Die Löschung wurde unterbrochen.',
  'It is finished at the next start, or from here.':
    'Sie wird beim nächsten Start abgeschlossen, oder von hier aus.',
  'This file of it could not be deleted. It is not read any more.':
    'Diese Datei davon ließ sich nicht löschen. Sie wird nicht mehr gelesen.',
  'Delete it by hand, or finish the erasure from here once it may be deleted.':
    'Löschen Sie sie von Hand, oder schließen Sie die Löschung von hier aus ab, sobald sie sich löschen lässt.',
  'What the journal holds of it could not be overwritten yet.':
    'Was das Journal davon enthält, ließ sich noch nicht überschreiben.',
  'Make room on the disk of this machine; it is finished at the next start, or from here.':
    'Schaffen Sie Platz auf dem Datenträger dieses Rechners; beim nächsten Start wird sie abgeschlossen, oder von hier aus.',
  'Make room on it, then try again.': 'Schaffen Sie Platz, und versuchen Sie es noch einmal.',
  'The folder may not be written from here, so nothing was changed.':
    'In den Ordner darf von hier aus nicht geschrieben werden, deshalb wurde nichts geändert.',
  'Give this account the right to write there, or change it on a machine that has it.':
    'Geben Sie diesem Konto das Schreibrecht, oder ändern Sie es auf einem Rechner, der es hat.',
  'The folder, or a file in it, cannot be reached.': 'Der Ordner oder eine Datei darin ist nicht erreichbar.',
  'See that the share or the disk is there, then try again.':
    'Sorgen Sie dafür, dass das Netzlaufwerk oder der Datenträger da ist, und versuchen Sie es noch einmal.',
  'Decisions about items and tables are no settings of the room.':
    'Entscheidungen über Beiträge und Tabellen sind keine Einstellungen des Raums.',
  'Change them at the item or the table.': 'Ändern Sie sie beim Beitrag oder bei der Tabelle.',
  'There is no screen “{as_name}” in this room.': 'In diesem Raum gibt es keinen Bildschirm „{as_name}“.',
  'This room has {as_names}.': 'Dieser Raum hat {as_names}.',
  'What was taken back is not kept any more.': 'Was zurückgenommen wurde, ist nicht mehr da.',
  'Bring the file in anew.': 'Importieren Sie die Datei neu.',
  'The file is not there any more.': 'Die Datei ist nicht mehr da.',
  'It cannot be taken back.': 'Es lässt sich nicht zurücknehmen.',
  'Somebody has changed the same since, so it was not taken back.':
    'Jemand hat seither dasselbe geändert, deshalb wurde es nicht zurückgenommen.',
  'Look at it as it is now, and change it from there.':
    'Sehen Sie es sich an, wie es jetzt ist, und ändern Sie es von da aus.',
  'There is no such file any more.': 'Diese Datei gibt es nicht mehr.',
  'Import it anew, or leave it.': 'Importieren Sie sie neu, oder lassen Sie es.',
  'Somebody has changed the same lines meanwhile.': 'Jemand hat inzwischen dieselben Zeilen geändert.',
  'Compare both, and keep what is right.': 'Vergleichen Sie beide, und behalten Sie, was richtig ist.',
  'It cannot be read as a zip archive.': 'Es lässt sich nicht als Zip-Archiv lesen.',
  'Nothing of it was unpacked.': 'Nichts davon wurde ausgepackt.',
  'Unpack it yourself, look at what is in it, and bring in the files.':
    'Packen Sie es selbst aus, sehen Sie nach, was darin ist, und importieren Sie die Dateien.',
  'It holds more than a room could.': 'Es enthält mehr, als ein Raum fassen könnte.',
  'It is packed in a way that only bombs are.': 'Es ist so gepackt, wie es nur Zip-Bomben sind.',
  'Take it out of the archive first.': 'Nehmen Sie es erst aus dem Archiv.',
  'It is damaged, or names files outside of itself.':
    'Es ist beschädigt oder nennt Dateien außerhalb seiner selbst.',
  'It is a link, not a file.': 'Das ist eine Verknüpfung, keine Datei.',
  'It is locked with a password.': 'Es ist mit einem Kennwort gesperrt.',
  'It is an archive in an archive.': 'Das ist ein Archiv in einem Archiv.',
  'It is larger than 500 MB.': 'Es ist größer als 500 MB.',
  'Choose one of the room.': 'Wählen Sie eine des Raums.',
  'This file is a link to somewhere outside of the folder.':
    'Diese Datei ist eine Verknüpfung nach außerhalb des Ordners.',
  'Change it where it lies.': 'Ändern Sie sie dort, wo sie liegt.',
  'This file is not written in an encoding that it could be saved in again without loss.':
    'Diese Datei hat eine Kodierung, in der sie sich nicht ohne Verlust wieder speichern ließe.',
  'Save it as UTF-8 in an editor, then change it here.':
    'Speichern Sie sie in einem Editor als UTF-8, und ändern Sie sie dann hier.',
  'The front matter of this file is not YAML.': 'Der Vorspann dieser Datei ist kein YAML.',
  'Write it as YAML between two lines of ---.': 'Schreiben Sie ihn als YAML zwischen zwei Zeilen mit ---.',
  'The front matter is not closed.': 'Der Vorspann ist nicht geschlossen.',
  'End it with a line that holds just ---.': 'Beenden Sie ihn mit einer Zeile, die nur --- enthält.',
  'This file holds no fields.': 'Diese Datei enthält keine Felder.',
  'Write one a line, such as name: Our customers.': 'Schreiben Sie je Zeile eines, etwa name: Our customers.',
  'This cannot be changed from here without changing something else in the file.':
    'Das lässt sich von hier aus nicht ändern, ohne anderes in der Datei zu ändern.',
  'It is tied to other lines (an anchor, a merge, an alias): change it in the file itself.':
    'Es hängt an anderen Zeilen (Anker, Merge, Alias): Ändern Sie es in der Datei selbst.',
  'Choose another folder, or make room on the disk.':
    'Wählen Sie einen anderen Ordner, oder schaffen Sie Platz auf dem Datenträger.',
  '{as_file} could not be written: {why}': '{as_file} ließ sich nicht schreiben: {why}',
  'A cell cannot hold it, or the table is too long.':
    'Eine Zelle kann es nicht aufnehmen, oder die Tabelle ist zu lang.',
  'Which cell it stands in cannot be said for certain.':
    'In welcher Zelle es steht, lässt sich nicht sicher sagen.',
  'This row has no id, and is known by its words: with other words it would be another item, without its plays and decisions.':
    'Diese Zeile hat keine Kennung und ist an ihren Worten zu erkennen: Mit anderen Worten wäre sie ein anderer Beitrag, ohne das, was er war und was über ihn entschieden ist.',
  'Give the table a column “id”, or change the cell in the table.':
    'Geben Sie der Tabelle eine Spalte „id“, oder ändern Sie die Zelle in der Tabelle.',
  'So {field} is not written from here.': 'Deshalb wird {field} von hier aus nicht geschrieben.',
  'Nothing can be changed from here.': 'Von hier aus lässt sich nichts ändern.',
  'Open admin on the machine of the wall, or with npm run admin.':
    'Öffnen Sie das Fenster auf dem Rechner der Wand oder mit npm run admin.',
  'There is no item with this id.': 'Es gibt keinen Beitrag mit dieser Kennung.',
  'Correct the id, or remove the decision.':
    'Berichtigen Sie die Kennung, oder entfernen Sie die Entscheidung.',
  'Did you mean {as_name}?': 'Meinten Sie {as_name}?',
  'There are {count} more decisions about items that are not there.':
    'Es gibt {count} weitere Entscheidungen über Beiträge, die nicht da sind.',
  'Put the table back that they are about, or remove them.':
    'Legen Sie die Tabelle zurück, um die es geht, oder entfernen Sie sie.',
  'Consent is given in a word here, which says neither who gave it nor what for, so it counts for nothing.':
    'Die Einwilligung steht hier in einem Wort, das weder sagt, wer sie gab, noch wofür; so zählt sie nicht.',
  'Write who, given, purposes and audience under consent: (for a table, in the YAML file beside it).':
    'Schreiben Sie who, given, purposes und audience unter consent: (bei einer Tabelle in die YAML-Datei daneben).',
  'Nobody can be recognised, it says, and yet somebody’s consent is named; the consent counts.':
    'Es heißt, niemand sei zu erkennen, und doch ist eine Einwilligung genannt; die Einwilligung zählt.',
  'Take one of the two lines out.': 'Nehmen Sie eine der beiden Zeilen heraus.',
  'It is written who is seen, but not that they agreed.':
    'Es steht da, wer zu sehen ist, aber nicht, dass diese Leute eingewilligt haben.',
  'List each person’s consent under people:, with who, given, purposes and audience; or leave people: out where consent: speaks for all.':
    'Führen Sie unter people: die Einwilligung jeder Person auf, mit who, given, purposes und audience; oder lassen Sie people: weg, wo consent: für alle spricht.',
}
