import type { Spoken } from '../spoken.ts'

/** What is wrong with a file, its fields or its place. */
export const spokenOfFiles: Spoken = {
  'Copy it here again, or delete it.': 'Kopieren Sie sie noch einmal hierher, oder löschen Sie sie.',
  'A picture in the text lies on the web and is not fetched.':
    'Ein Bild im Text liegt im Web und wird nicht geholt.',
  'Save it beside this file and name it here.':
    'Speichern Sie es neben dieser Datei, und nennen Sie es hier.',
  'Write one field a line, such as title: Late again.':
    'Schreiben Sie je Zeile ein Feld, etwa title: Late again.',
  'This list holds nothing that has fields.': 'Diese Liste enthält nichts, was Felder hat.',
  'Each entry of it needs fields of its own.': 'Jeder Eintrag darin braucht eigene Felder.',
  'Write one field a line, such as evidence: research.':
    'Schreiben Sie je Zeile ein Feld, etwa evidence: research.',
  'This is no {as_1}: it has {as_2}, which mean nothing to one.':
    'Das ist keine Datei der Art {as_1}: Sie hat {as_2}, und das bedeutet dort nichts.',
  'If another program made it, take it out of this folder; files of its name beside it are then read without it. Else write what a {as_1} needs: {as_2}.':
    'Hat ein anderes Programm sie gemacht, nehmen Sie sie aus diesem Ordner; Dateien ihres Namens daneben werden dann ohne sie gelesen. Sonst schreiben Sie, was die Art {as_1} braucht: {as_2}.',
  'A {as_1} has no fields called {as_2}.': 'Die Art {as_1} hat keine Felder namens {as_2}.',
  'They were kept and have no effect.': 'Sie wurden behalten und haben keine Wirkung.',
  'Give the account that runs the wall the right to read it.':
    'Geben Sie dem Konto, unter dem die Wand läuft, das Leserecht.',
  'This file may not be opened.': 'Diese Datei darf nicht geöffnet werden.',
  'Save it again in a simpler form, or take it out; the rest of the room goes on.':
    'Speichern Sie sie einfacher, oder nehmen Sie sie heraus; der übrige Raum läuft weiter.',
  'This file could not be read: {as_1}.': 'Diese Datei ließ sich nicht lesen: {as_1}.',
  'This {as_1} could not be read: {as_2}.': 'Die Art {as_1} ließ sich hier nicht lesen: {as_2}.',
  'Compare it with an example of its kind in the sample room.':
    'Vergleichen Sie mit einem Beispiel dieser Art im Beispielraum.',
  'Clear each row by its id in room.yaml, under items:.':
    'Geben Sie jede Zeile einzeln frei, in room.yaml unter items: mit ihrer Kennung.',
  'Nobody can clear all rows of a table at once.':
    'Niemand kann alle Zeilen einer Tabelle auf einmal freigeben.',
  'Add a line {as_1}: to the file.': 'Fügen Sie der Datei eine Zeile {as_1}: hinzu.',
  'Add evidence: assumption, partial or research, so that nobody takes a guess for a finding.':
    'Fügen Sie evidence: assumption, partial oder research hinzu, damit niemand eine Vermutung für einen Befund hält.',
  'Add source: and where it is from.': 'Fügen Sie source: hinzu, und woher es ist.',
  'Add captured: and the date on which it was said, such as 2026-03-04.':
    'Fügen Sie captured: hinzu, mit dem Tag, an dem es gesagt wurde, etwa 2026-03-04.',
  'Add alt: and a sentence that says what is to be seen, for whoever cannot see it.':
    'Fügen Sie alt: hinzu, mit einem Satz, der sagt, was zu sehen ist, für alle, die es nicht sehen können.',
  'Add n: and how many people it stands for.': 'Fügen Sie n: hinzu, und für wie viele Menschen es steht.',
  'Add consent: with who, given, purposes and audience, or public_source: where it was published.':
    'Fügen Sie consent: hinzu, mit who, given, purposes und audience, oder public_source: mit dem Ort der Veröffentlichung.',
  'Give the table a column “{as_1}”, or write {as_2}: into the YAML file beside it where it is the same for all.':
    'Geben Sie der Tabelle eine Spalte „{as_1}“, oder schreiben Sie {as_2}: in die YAML-Datei daneben, wo es für alle gleich ist.',
  'It was kept and has no effect.': 'Es wurde behalten und hat keine Wirkung.',
  'Move it into a folder such as {as_1} or write kind: at its top.':
    'Legen Sie sie in einen Ordner wie {as_1} oder schreiben Sie kind: an den Anfang.',
  'This file is in no folder of a kind, so it is not shown.':
    'Diese Datei liegt in keinem Ordner einer Art, deshalb wird sie nicht gezeigt.',
  '“{as_1}” is no kind of item.': '„{as_1}“ ist keine Art von Beitrag.',
  'Write {as_1}: {as_2} instead of kind: {as_3}.': 'Schreiben Sie {as_1}: {as_2} statt kind: {as_3}.',
  'One of the words to redact cannot be found in the text.':
    'Eines der Wörter, die geschwärzt werden sollen, steht nicht im Text.',
  '{as_1} of the words to redact cannot be found in the text.':
    '{as_1} der Wörter, die geschwärzt werden sollen, stehen nicht im Text.',
  'Write it as the text spells it, or take it out of the list.':
    'Schreiben Sie es, wie der Text es schreibt, oder nehmen Sie es aus der Liste.',
  'No item uses this file, so it is not shown.':
    'Kein Beitrag verwendet diese Datei, deshalb wird sie nicht gezeigt.',
  'If it is a journey in CJML, move it into journeys/; else leave it: it does no harm.':
    'Ist es eine Reise in CJML, legen Sie sie in journeys/; sonst lassen Sie sie: Sie schadet nicht.',
  'Export it in another format, or leave it: it does no harm.':
    'Exportieren Sie in ein anderes Format, oder lassen Sie es: Es schadet nicht.',
  'A sync client kept it because two people changed the same file. Take over what matters, then delete it.':
    'Ein Abgleichprogramm hat sie behalten, weil zwei Leute dieselbe Datei geändert haben. Übernehmen Sie, worauf es ankommt, und löschen Sie sie.',
  'If it is a transcript, export it with its times, as WebVTT (.vtt) or SRT (.srt).':
    'Ist es ein Transkript, exportieren Sie es mit seinen Zeiten, als WebVTT (.vtt) oder SRT (.srt).',
  'Copy its words into a text file that ends in .md.':
    'Kopieren Sie die Wörter in eine Textdatei, die auf .md endet.',
  'Save it as PDF, or copy its words into a text file that ends in .md.':
    'Speichern Sie es als PDF, oder kopieren Sie die Wörter in eine Textdatei, die auf .md endet.',
  'Copy the words that matter into a text file that ends in .md.':
    'Kopieren Sie die Wörter, auf die es ankommt, in eine Textdatei, die auf .md endet.',
  'This is only a link: download what it leads to, as .csv, .xlsx or .md.':
    'Das ist nur eine Verknüpfung: Laden Sie herunter, wohin sie führt, als .csv, .xlsx oder .md.',
  'Convert it to WAV, MP3 or M4A, under the same name.':
    'Wandeln Sie es in WAV, MP3 oder M4A um, unter demselben Namen.',
  'Convert it to MP4 (H.264), under the same name.':
    'Wandeln Sie es in MP4 (H.264) um, unter demselben Namen.',
  'Export it as JPEG or PNG, under the same name.':
    'Exportieren Sie es als JPEG oder PNG, unter demselben Namen.',
  'Give {as_1} a Markdown file of the same name with alt: (what is to be seen) and people: (who, or none), or list them in a table here.':
    'Geben Sie {as_1} eine Markdown-Datei desselben Namens mit alt: (was zu sehen ist) und people: (wer, oder none), oder führen Sie sie hier in einer Tabelle auf.',
  'Give {as_1} a Markdown file of the same name, or name it in one.':
    'Geben Sie {as_1} eine Markdown-Datei desselben Namens, oder nennen Sie sie in einer.',
  'Write who (a pseudonym), given (a date), purposes: [display] and audience: [staff] under consent:, or public_source: where it was published.':
    'Schreiben Sie who (ein Pseudonym), given (ein Datum), purposes: [display] und audience: [staff] unter consent:, oder public_source: mit dem Ort der Veröffentlichung.',
  'Write a date such as 2026-03-04, 2026-03 or 2026.':
    'Schreiben Sie ein Datum wie 2026-03-04, 2026-03 oder 2026.',
  'Write evidence: assumption, partial or research.':
    'Schreiben Sie evidence: assumption, partial oder research.',
  'Write where it is from, e.g. source: Interviews in the shop.':
    'Schreiben Sie, woher es ist, z. B. source: Interviews in the shop.',
  'Write staff, guests or public.': 'Schreiben Sie staff, guests oder public.',
  'Write a number from 0 (never) to 100; 1 is usual.':
    'Schreiben Sie eine Zahl von 0 (nie) bis 100; 1 ist üblich.',
  'Write a number from -2 (bad) to 2 (good).': 'Schreiben Sie eine Zahl von -2 (schlecht) bis 2 (gut).',
  'Write the words into the file, below the front matter, or after text:.':
    'Schreiben Sie die Wörter in die Datei, unter den Vorspann oder hinter text:.',
  'Write quote: or need: between the two lines of --- at the top of the file.':
    'Schreiben Sie quote: oder need: zwischen die beiden Zeilen mit --- am Anfang der Datei.',
  'Write ask: guess (or pre-mortem, tomorrow, decision) at the top, or put the questions under a heading of that name.':
    'Schreiben Sie ask: guess (oder pre-mortem, tomorrow, decision) an den Anfang, oder stellen Sie die Fragen unter eine Überschrift dieses Namens.',
  'In it, each caption is a line such as 00:01.000 --> 00:04.000 and, below it, “Caller: ” and the words.':
    'Darin ist jeder Untertitel eine Zeile wie 00:01.000 --> 00:04.000 und darunter „Caller: “ und die Wörter.',
  'In it, each caption is a line such as 00:01.000 --> 00:04.000 and, below it, the words.':
    'Darin ist jeder Untertitel eine Zeile wie 00:01.000 --> 00:04.000 und darunter die Wörter.',
  'Write how many people it stands for, as a number.':
    'Schreiben Sie als Zahl, für wie viele Menschen es steht.',
  'Add a line {as_1}: with it.': 'Fügen Sie damit eine Zeile {as_1}: hinzu.',
  'Correct {as_1} and save the file.': 'Berichtigen Sie {as_1}, und speichern Sie die Datei.',
  'Write {as_1} inside consent:, beside who and given.':
    'Schreiben Sie {as_1} innerhalb von consent:, neben who und given.',
  'There is no field of this name, but it may say who is not to see this, so it is not shown.':
    'Ein Feld dieses Namens gibt es nicht, aber es könnte sagen, wer dies nicht sehen soll; deshalb wird es nicht gezeigt.',
  'This document has {as_1} pages; those up to {as_2} are shown.':
    'Dieses Dokument hat {as_1} Seiten; die bis {as_2} werden gezeigt.',
  'Save the pages that matter as a document of their own.':
    'Speichern Sie die Seiten, auf die es ankommt, als eigenes Dokument.',
  'Something is wrong here.': 'Hier stimmt etwas nicht.',
  'Look at the file.': 'Sehen Sie sich die Datei an.',
  'This file was not read: {as_1} counts.': 'Diese Datei wurde nicht gelesen: {as_1} zählt.',
  'Keep one of the two.': 'Behalten Sie eine der beiden.',
  'This file is gone; what it said last stays in force.':
    'Diese Datei ist weg; was sie zuletzt sagte, gilt weiter.',
  'Copy it back, or write a new one with what is to hold now.':
    'Kopieren Sie sie zurück, oder schreiben Sie eine neue mit dem, was jetzt gelten soll.',
  'Nothing is to be done if these people gave no answer.':
    'Nichts ist zu tun, wenn diese Leute nicht geantwortet haben.',
  'Columns that nothing was made of: {as_1}.': 'Spalten, aus denen nichts wurde: {as_1}.',
  'If one of them matters, name it under columns: in the YAML file beside the table.':
    'Kommt es auf eine davon an, nennen Sie sie unter columns: in der YAML-Datei neben der Tabelle.',
  'This table has {as_1} rows; the first {as_2} were read.':
    'Diese Tabelle hat {as_1} Zeilen; die ersten {as_2} wurden gelesen.',
  'Sum them up: the wall shows them as one figure.':
    'Fassen Sie sie zusammen: Die Wand zeigt sie als eine Zahl.',
  'The rows of this table are one {as_1}; what they are about is to be said beside it.':
    'Die Zeilen dieser Tabelle sind zusammen eines: {as_1}; wovon sie handeln, ist daneben zu sagen.',
  'Write it into {as_1}.yaml.': 'Schreiben Sie es in {as_1}.yaml.',
  'This photograph shows a customer, who cannot stand for a persona made of many; it was left out.':
    'Dieses Foto zeigt einen Kunden, der nicht für eine aus vielen gebildete Persona stehen kann; es wurde weggelassen.',
  'Take a drawing, or leave the picture out: she is then drawn as a silhouette.':
    'Nehmen Sie eine Zeichnung, oder lassen Sie das Bild weg: Dann wird sie als Silhouette gezeichnet.',
  'This lies among the photographs of customers, and a map asks nobody for consent; it was left out.':
    'Das liegt bei den Fotos von Kunden, und eine Karte fragt niemanden um Einwilligung; es wurde weggelassen.',
  'Copy the map into the folder of the journeys.': 'Kopieren Sie die Karte in den Ordner der Reisen.',
  'This file is named but is not in the folder.': 'Diese Datei ist genannt, liegt aber nicht im Ordner.',
  'Copy it here, or correct its name.': 'Kopieren Sie sie hierher, oder berichtigen Sie ihren Namen.',
  'This file is not {as_1} that can be read here.':
    'Diese Datei ist nichts, was sich hier lesen lässt: {as_1}.',
  'Convert it, e.g. to {as_1}.': 'Wandeln Sie sie um, z. B. in {as_1}.',
  'Write <belongsTo phaseIDref="..."/> into the touchpoints of each phase.':
    'Schreiben Sie <belongsTo phaseIDref="..."/> in die Berührungspunkte jeder Phase.',
  'A journey may also be written as YAML, as a table, or in Markdown: see the sample room.':
    'Eine Reise darf auch als YAML, als Tabelle oder in Markdown geschrieben sein: siehe den Beispielraum.',
  'This XML is no journey in CJML: it begins with <{as_1}>.':
    'Dieses XML ist keine Reise in CJML: Es beginnt mit <{as_1}>.',
  'Export it as CJML 2.0. A journey may also be written as YAML, as a table, or in Markdown: see the sample room.':
    'Exportieren Sie als CJML 2.0. Eine Reise darf auch als YAML, als Tabelle oder in Markdown geschrieben sein: siehe den Beispielraum.',
  'There is no plannedJourney and no actualJourney in this CJML file.':
    'In dieser CJML-Datei gibt es weder plannedJourney noch actualJourney.',
  'This file is written in CJML {as_1}; it was read as 2.0.':
    'Diese Datei ist in CJML {as_1} geschrieben; sie wurde als 2.0 gelesen.',
  'Compare the slide with the source.': 'Vergleichen Sie die Folie mit der Quelle.',
  'This journey has {as_1} end users; it is drawn as that of {as_2}.':
    'Diese Reise hat {as_1} Endnutzer; gezeichnet ist sie als die von {as_2}.',
  'Export one journey for each, or write actor: into the YAML file beside it.':
    'Exportieren Sie für jeden eine Reise, oder schreiben Sie actor: in die YAML-Datei daneben.',
  'Close it, or shorten a cell of more than a million characters; else export the table again as CSV.':
    'Schließen Sie es, oder kürzen Sie eine Zelle von mehr als einer Million Zeichen; sonst exportieren Sie die Tabelle noch einmal als CSV.',
  'Close the quote, or write it twice where it belongs to the text. The other rows were read.':
    'Schließen Sie das Anführungszeichen, oder schreiben Sie es doppelt, wo es zum Text gehört. Die übrigen Zeilen wurden gelesen.',
  'A double quote is opened and never closed.': 'Ein Anführungszeichen wird geöffnet und nie geschlossen.',
  'This table cannot be read: {as_1}.': 'Diese Tabelle lässt sich nicht lesen: {as_1}.',
  'Export it again as CSV.': 'Exportieren Sie sie noch einmal als CSV.',
  'Write it as YAML between two lines of ---: nothing in the folder is ever run.':
    'Schreiben Sie ihn als YAML zwischen zwei Zeilen mit ---: Nichts im Ordner wird je ausgeführt.',
  'The front matter holds no fields.': 'Der Vorspann enthält keine Felder.',
  'Write one field a line: `title: Late again`.': 'Schreiben Sie je Zeile ein Feld: `title: Late again`.',
  'The front matter is written in “{as_1}”; only YAML is read.':
    'Der Vorspann ist in „{as_1}“ geschrieben; nur YAML wird gelesen.',
  'The first line holds a date, so it seems to be an answer; we took it for the names of the columns.':
    'Die erste Zeile enthält ein Datum und scheint eine Antwort zu sein; wir nahmen sie für die Namen der Spalten.',
  'Put a line above it that names the columns, such as Date,Comment.':
    'Setzen Sie eine Zeile darüber, die die Spalten nennt, etwa Date,Comment.',
  'If that is not the header, delete the lines above it.':
    'Ist das nicht die Überschrift, löschen Sie die Zeilen darüber.',
  'Another table begins here, with {as_1} columns instead of {as_2}; what is above it was read.':
    'Hier beginnt eine andere Tabelle, mit {as_1} Spalten statt {as_2}; was darüber steht, wurde gelesen.',
  'Put it into a file of its own.': 'Legen Sie sie in eine eigene Datei.',
  'This row has {as_1} cells, the header has {as_2}.':
    'Diese Zeile hat {as_1} Zellen, die Überschrift {as_2}.',
  'Put a cell that holds the delimiter between double quotes.':
    'Setzen Sie eine Zelle, die das Trennzeichen enthält, zwischen Anführungszeichen.',
  '{as_1} more rows have more cells than the header.':
    '{as_1} weitere Zeilen haben mehr Zellen als die Überschrift.',
  'Check how the table was exported.': 'Prüfen Sie, wie die Tabelle exportiert wurde.',
  'This file holds no list of records.': 'Diese Datei enthält keine Liste von Datensätzen.',
  'There is nothing in this table.': 'In dieser Tabelle steht nichts.',
  'Its first line names the columns.': 'Ihre erste Zeile nennt die Spalten.',
  'There is no row below the header of this table.':
    'Unter der Überschrift dieser Tabelle steht keine Zeile.',
  'Nothing is to be done if nobody has answered yet.':
    'Nichts ist zu tun, wenn noch niemand geantwortet hat.',
  'Save it again, or delete it.': 'Speichern Sie sie noch einmal, oder löschen Sie sie.',
  'Copy it here again, or save it again where it was made.':
    'Kopieren Sie sie noch einmal hierher, oder speichern Sie sie noch einmal dort, wo sie entstand.',
  'This is not a text file, whatever its name says.': 'Das ist keine Textdatei, was auch ihr Name sagt.',
  'Export it as text.': 'Exportieren Sie sie als Text.',
  'This file is not complete yet, or it is damaged: its end is missing.':
    'Diese Datei ist noch nicht vollständig oder beschädigt: Ihr Ende fehlt.',
  'This transcript cannot be read: {as_1}.': 'Dieses Transkript lässt sich nicht lesen: {as_1}.',
  'Export it again as WebVTT.': 'Exportieren Sie es noch einmal als WebVTT.',
  'This is not a transcript in JSON that we know: a list with a start, an end and a text each.':
    'Das ist kein Transkript in JSON, das wir kennen: eine Liste mit je einem Anfang, einem Ende und einem Text.',
  'Export it as WebVTT (.vtt) or SRT (.srt).': 'Exportieren Sie es als WebVTT (.vtt) oder SRT (.srt).',
  'This file holds data for programs (a metadata track), not what is said.':
    'Diese Datei enthält Daten für Programme (eine Metadatenspur), nicht was gesagt wird.',
  'Put the captions beside the recording instead.':
    'Legen Sie stattdessen die Untertitel neben die Aufnahme.',
  'There is no caption in this transcript.': 'In diesem Transkript gibt es keinen Untertitel.',
  'A caption is a line `00:01.000 --> 00:04.000` and its words.':
    'Ein Untertitel ist eine Zeile `00:01.000 --> 00:04.000` und seine Wörter.',
  'One caption ends before it begins and was left out.':
    'Ein Untertitel endet, bevor er beginnt, und wurde weggelassen.',
  '{as_1} captions end before they begin and were left out.':
    '{as_1} Untertitel enden, bevor sie beginnen, und wurden weggelassen.',
  'Correct the times.': 'Berichtigen Sie die Zeiten.',
  '{why} The last good room.yaml stays in force.': '{why} Es gilt weiter die letzte gute room.yaml.',
  '{why} We read it as a {as_kind}, as its folder says.':
    '{why} Gelesen wird es als {as_kind}, wie der Ordner sagt.',
  'The library could not go on: {as_why}. It tries again.':
    'Die Bibliothek kam nicht weiter: {as_why}. Sie versucht es noch einmal.',
  'The library stopped: {as_why}.': 'Die Bibliothek hat angehalten: {as_why}.',
  'No item uses {as_count} files here: {as_names} and {as_more} more.':
    'Kein Beitrag verwendet {as_count} Dateien hier: {as_names} und {as_more} weitere.',
  '{as_count} files here are of kinds that are not read: {as_names} and {as_more} more.':
    '{as_count} Dateien hier sind von einer Art, die nicht gelesen wird: {as_names} und {as_more} weitere.',
  'No item uses {as_count} files here: {as_names}.':
    'Kein Beitrag verwendet {as_count} Dateien hier: {as_names}.',
  '{as_count} files here are of kinds that are not read: {as_names}.':
    '{as_count} Dateien hier sind von einer Art, die nicht gelesen wird: {as_names}.',
  'This picture cannot be shown here.': 'Dieses Bild lässt sich hier nicht zeigen.',
  'Open it in its folder beside this window, and draw the frame where it belongs.':
    'Öffnen Sie es in seinem Ordner neben diesem Fenster, und zeichnen Sie den Rahmen, wo er hingehört.',
}
