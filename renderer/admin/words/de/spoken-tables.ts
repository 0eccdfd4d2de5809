import type { Spoken } from '../spoken.ts'

/** Workbooks, XML, YAML, dates, and places of the folder. */
export const spokenOfTables: Spoken = {
  'A decision about a whole table cannot say {as_1}, so it has no effect.':
    'Eine Entscheidung über eine ganze Tabelle kann {as_1} nicht sagen und hat darin keine Wirkung.',
  'Say it of single rows, by their ids.': 'Legen Sie es für einzelne Zeilen fest, mit ihren Kennungen.',
  'Open it and save it as an Excel workbook (.xlsx) or as CSV UTF-8.':
    'Öffnen Sie sie, und speichern Sie sie als Excel-Arbeitsmappe (.xlsx) oder als CSV UTF-8.',
  'This workbook is locked with a password.': 'Diese Arbeitsmappe ist mit einem Kennwort gesperrt.',
  'Save a copy without the password here.': 'Speichern Sie hier eine Kopie ohne das Kennwort.',
  'This is a workbook of the old Excel format (.xls), which is not read.':
    'Das ist eine Arbeitsmappe des alten Excel-Formats (.xls); das wird nicht gelesen.',
  'This is a web page or XML, whatever its name says.':
    'Das ist eine Webseite oder XML, was auch ihr Name sagt.',
  'What is hidden in this sheet was not read: {as_1}.':
    'Was in diesem Blatt ausgeblendet ist, wurde nicht gelesen: {as_1}.',
  'If it is to be shown, show it in the workbook too, or clear its filter.':
    'Soll es gezeigt werden, blenden Sie es auch in der Arbeitsmappe ein, oder heben Sie deren Filter auf.',
  'To show another sheet as well, save it as a workbook of its own.':
    'Um ein weiteres Blatt zu zeigen, speichern Sie es als eigene Arbeitsmappe.',
  'This file is packed like a workbook, but is none of Excel’s.':
    'Diese Datei ist gepackt wie eine Arbeitsmappe, ist aber keine von Excel.',
  'This workbook unpacks to more than a wall can hold, so it was not opened.':
    'Diese Arbeitsmappe entpackt sich zu mehr, als eine Wand fasst; deshalb wurde sie nicht geöffnet.',
  'Delete the sheets and pictures that are not needed, or save the sheet as CSV.':
    'Löschen Sie die Blätter und Bilder, die nicht gebraucht werden, oder speichern Sie das Blatt als CSV.',
  'Open it in Excel or LibreOffice and save it again, or copy it here again.':
    'Öffnen und speichern Sie sie noch einmal in Excel oder LibreOffice, oder kopieren Sie sie noch einmal hierher.',
  'This workbook is damaged or not complete.': 'Diese Arbeitsmappe ist beschädigt oder nicht vollständig.',
  'This file is larger than {as_1} MB and was not read.':
    'Diese Datei ist größer als {as_1} MB und wurde nicht gelesen.',
  'Export less at once.': 'Exportieren Sie weniger auf einmal.',
  'Copy it here again, or export it again where it was made; & and < in a text are written &amp; and &lt;.':
    'Kopieren Sie sie noch einmal hierher, oder exportieren Sie sie neu; & und < in einem Text werden &amp; und &lt; geschrieben.',
  'This cannot be read as XML: {as_1}.': 'Das lässt sich nicht als XML lesen: {as_1}.',
  'This file defines its own entities, which can be a trap, so it is not read.':
    'Diese Datei legt eigene Entitäten fest; das kann eine Falle sein, deshalb wird sie nicht gelesen.',
  'Export it without a DOCTYPE, or take those lines out.':
    'Exportieren Sie sie ohne DOCTYPE, oder nehmen Sie diese Zeilen heraus.',
  'This file is nested more than {as_1} levels deep.':
    'Diese Datei ist mehr als {as_1} Ebenen tief verschachtelt.',
  'Export it again, more simply.': 'Exportieren Sie sie noch einmal, einfacher.',
  'This file has more than 200,000 elements.': 'Diese Datei hat mehr als 200.000 Elemente.',
  'This cannot be read as JSON.': 'Das lässt sich nicht als JSON lesen.',
  'Here are tabs or curly quotes where YAML wants spaces or straight ones ("); we read it as if they were.':
    'Hier stehen Tabulatoren oder typografische Anführungszeichen, wo YAML Leerzeichen oder gerade ("); will; wir lesen es, als wären sie es.',
  'Put two spaces for each tab, and " for “ and ”.':
    'Setzen Sie zwei Leerzeichen für jeden Tabulator und " für “ und ”.',
  'This cannot be read as YAML: {as_1}.': 'Das lässt sich nicht als YAML lesen: {as_1}.',
  'Check the file in a YAML editor.': 'Prüfen Sie die Datei in einem YAML-Editor.',
  'Write it flatter: fields, lists, and lists of fields are enough.':
    'Schreiben Sie es flacher: Felder, Listen und Listen von Feldern genügen.',
  'What stands here lies more than {as_1} levels deep, or in itself (an alias inside its own anchor).':
    'Was hier steht, liegt mehr als {as_1} Ebenen tief oder in sich selbst (ein Alias im eigenen Anker).',
  'This field stands here twice.': 'Dieses Feld steht hier zweimal.',
  'A line is indented with a tab; YAML wants spaces.':
    'Eine Zeile ist mit einem Tabulator eingerückt; YAML will Leerzeichen.',
  'A line is indented differently from its neighbours.':
    'Eine Zeile ist anders eingerückt als ihre Nachbarn.',
  'A closing quote, bracket or colon is missing.':
    'Ein schließendes Anführungszeichen, eine Klammer oder ein Doppelpunkt fehlt.',
  'There are several documents in this file, divided by ---.':
    'In dieser Datei stehen mehrere Dokumente, durch --- getrennt.',
  'It refers to an anchor (&name) that is not there.':
    'Es bezieht sich auf einen Anker (&name), den es nicht gibt.',
  'Brackets or fields lie hundreds of levels deep in each other here.':
    'Klammern oder Felder liegen hier Hunderte von Ebenen tief ineinander.',
  'Keep one of them.': 'Behalten Sie eines davon.',
  'Put two spaces for each tab at the beginning of a line.':
    'Setzen Sie zwei Leerzeichen für jeden Tabulator am Zeilenanfang.',
  'Begin the lines of one list or group at the same place.':
    'Beginnen Sie die Zeilen einer Liste oder Gruppe an derselben Stelle.',
  'Close it on the line where it is opened, with the same straight quote or bracket.':
    'Schließen Sie es in der Zeile, in der es geöffnet wird, mit demselben geraden Anführungszeichen oder derselben Klammer.',
  'Put each into a file of its own.': 'Legen Sie jedes in eine eigene Datei.',
  'Text with a colon, a hash or a quote in it goes between quotes: title: "Late: again".':
    'Text mit einem Doppelpunkt, einem Rautezeichen oder einem Anführungszeichen gehört zwischen Anführungszeichen: title: "Late: again".',
  '{as_1}; it was read as plain text.': '{as_1}; es wurde als einfacher Text gelesen.',
  'This is a pipe, a socket or a device, and no file: reading it might never end, so it was not opened.':
    'Das ist eine Pipe, ein Socket oder ein Gerät und keine Datei: Das Lesen könnte nie enden, deshalb wurde sie nicht geöffnet.',
  'Put a file here, or take it out.': 'Legen Sie eine Datei hierher, oder nehmen Sie es heraus.',
  'This folder lies {as_1} folders deep; what is in the folders inside it was not read.':
    'Dieser Ordner liegt {as_1} Ordner tief; was in den Ordnern darin ist, wurde nicht gelesen.',
  'Move it further up.': 'Legen Sie ihn weiter nach oben.',
  'This name is here twice: a Mac writes the letters with accents differently. One of the two was not read.':
    'Diesen Namen gibt es hier zweimal: Ein Mac schreibt Buchstaben mit Akzenten anders. Eine der beiden wurde nicht gelesen.',
  'Keep one of them, or give it another name.':
    'Behalten Sie eine davon, oder geben Sie ihr einen anderen Namen.',
  'This folder may not be opened.': 'Dieser Ordner darf nicht geöffnet werden.',
  'This link leads out of the folder and was not followed.':
    'Diese Verknüpfung führt aus dem Ordner hinaus; ihr wurde nicht gefolgt.',
  'Put the file itself here.': 'Legen Sie die Datei selbst hierher.',
  'This link leads nowhere.': 'Diese Verknüpfung führt nirgendwohin.',
  'Put the file itself here, or remove the link.':
    'Legen Sie die Datei selbst hierher, oder entfernen Sie die Verknüpfung.',
  'This file is larger than 500 MB and was not read.':
    'Diese Datei ist größer als 500 MB und wurde nicht gelesen.',
  'Cut it, or make a smaller copy.': 'Schneiden Sie sie, oder machen Sie eine kleinere Kopie.',
  'Close the program that holds it, or give the account that runs the wall the right to read it; then save it again.':
    'Schließen Sie das Programm, das sie hält, oder geben Sie dem Konto, unter dem die Wand läuft, das Leserecht; dann speichern Sie sie noch einmal.',
  'Export them as dates if that is not what they are.':
    'Exportieren Sie sie als Datum, wenn sie das nicht sind.',
  'Write dates: {as_1} or {as_2}.': 'Schreiben Sie dates: {as_1} oder {as_2}.',
  'This is no order of the numbers in a date.': 'Das ist keine Reihenfolge der Zahlen in einem Datum.',
  'The id {as_1} is taken by {as_2}.': 'Die Kennung {as_1} ist schon vergeben an {as_2}.',
  'Give one of the two another id.': 'Geben Sie einem der beiden eine andere Kennung.',
  'There is one more problem like these.': 'Es gibt noch ein solches Problem.',
  'There are {as_1} more problems like these.': 'Es gibt {as_1} weitere solche Probleme.',
  'Correct the first ones; often they share a cause.':
    'Berichtigen Sie die ersten; oft haben sie eine gemeinsame Ursache.',
  'Take it out of this file too; the line in room.yaml may stay, in case the file comes back.':
    'Nehmen Sie es auch aus dieser Datei; die Zeile in room.yaml darf bleiben, falls die Datei wiederkommt.',
  '{as_1} was erased in room.yaml and is not read.':
    '{as_1} wurde in room.yaml gelöscht und wird nicht gelesen.',
  'The wall goes on showing the version of {as_1}.': 'Die Wand zeigt weiter die Fassung vom {as_1}.',
  'If a column holds {what} all the same, write into {as_place} Results of a survey belong into feedback/, figures into metrics/.':
    'Falls eine Spalte doch {what} enthält, schreiben Sie in {as_place} Ergebnisse einer Umfrage gehören nach feedback/, Zahlen nach metrics/.',
  '{rows} nothing in the columns that were chosen, and was left out.':
    '{rows} in den gewählten Spalten nichts und wurde ausgelassen.',
  '{rows} nothing in the columns that were chosen, and were left out.':
    '{rows} in den gewählten Spalten nichts und wurden ausgelassen.',
  'One row has': 'Eine Zeile hat',
  '{as_count} rows have': '{as_count} Zeilen haben',
  '{rows} of the survey by those who made it, and was left out.': '{rows} der Umfrage und wurde ausgelassen.',
  '{rows} of the survey by those who made it, and were left out.':
    '{rows} der Umfrage und wurden ausgelassen.',
  'One row is a test': 'Eine Zeile ist ein Probelauf',
  '{as_count} rows are tests': '{as_count} Zeilen sind Probeläufe',
  'The header was found on line {as_line}; the line above it is about the table and not read.':
    'Die Überschriften stehen in Zeile {as_line}; die Zeile darüber beschreibt die Tabelle und wird nicht gelesen.',
  'The header was found on line {as_line}; the {as_count} lines above it are about the table and not read.':
    'Die Überschriften stehen in Zeile {as_line}; die {as_count} Zeilen darüber beschreiben die Tabelle und werden nicht gelesen.',
  'The sheet “{as_name}” was read, and not {as_others} and {as_more} more.':
    'Gelesen wurde das Blatt „{as_name}“, und nicht {as_others} und {as_more} weitere.',
  'The sheet “{as_name}” was read, and not {as_others}.':
    'Gelesen wurde das Blatt „{as_name}“, und nicht {as_others}.',
  'These dates are read {order}: {why}, as in “{as_value}”.':
    'Diese Daten werden als {order} gelesen: {why}, wie in „{as_value}“.',
  'day first': 'Tag zuerst',
  'month first': 'Monat zuerst',
  'year first': 'Jahr zuerst',
  'the number that changes least is the year': 'Die Zahl, die sich am wenigsten ändert, ist das Jahr',
  'for all of them together no other order makes days':
    'Für alle zusammen ergibt keine andere Reihenfolge Tage',
  'These dates are numbers of {unit}; “{as_value}” was read as {day}.':
    'Diese Daten sind gezählt in {unit}; „{as_value}“ wurde als {day} gelesen.',
  'These dates can be read in several ways, such as “{as_value}”, {why}.':
    'Diese Daten lassen sich auf mehrere Arten lesen, etwa „{as_value}“, {why}.',
  'so only their year is used': 'deshalb zählt nur das Jahr',
  'so they are not used': 'deshalb zählen sie nicht',
}
