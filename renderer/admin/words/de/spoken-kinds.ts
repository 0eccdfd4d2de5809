import type { Spoken } from '../spoken.ts'

/** What a kind could not make of a file, or took from it. */
export const spokenOfKinds: Spoken = {
  'The clip ends before it begins.': 'Der Ausschnitt endet, bevor er beginnt.',
  'Write out: with a time after in:.': 'Schreiben Sie out: mit einer Zeit nach in:.',
  'This is no time in the recording that we can read.':
    'Das ist keine Zeit in der Aufnahme, die sich lesen lässt.',
  'Write ranges such as 0:12.5 - 0:14.': 'Schreiben Sie Bereiche wie 0:12.5 - 0:14.',
  'Write seconds or minutes, such as 12.5 or 0:12.5.':
    'Schreiben Sie Sekunden oder Minuten, etwa 12.5 oder 0:12.5.',
  'A [[ in the transcript is never closed, so everything after it is blank and silent.':
    'Ein [[ im Transkript wird nie geschlossen, deshalb ist alles danach leer und stumm.',
  'Write ]] after the last word that is not to be heard.':
    'Schreiben Sie ]] hinter das letzte Wort, das nicht zu hören sein soll.',
  'One of the words to redact ({as_1} letters) is nowhere in the transcript, so it would still be heard.':
    'Eines der Wörter, die geschwärzt werden sollen ({as_1} Buchstaben), steht nirgends im Transkript, es wäre also noch zu hören.',
  'Write it as the transcript spells it, within one caption, or mute its time with mute:.':
    'Schreiben Sie es, wie das Transkript es schreibt, innerhalb eines Untertitels, oder schalten Sie seine Zeit mit mute: stumm.',
  'Nobody has recorded that they listened through it for personal data. Add checked: {by, date}.':
    'Niemand hat eingetragen, es auf personenbezogene Daten abgehört zu haben. Fügen Sie checked: {by, date} hinzu.',
  'See whether the transcript belongs to this recording, and to the same cut of it; in: and out: choose a part of both.':
    'Sehen Sie nach, ob das Transkript zu dieser Aufnahme und zu demselben Schnitt gehört; in: und out: wählen aus beiden einen Teil.',
  'There is no recording to this call.': 'Zu diesem Anruf gibt es keine Aufnahme.',
  'Put the sound file beside it, under the same name, or write audio: with its name.':
    'Legen Sie die Tondatei unter demselben Namen daneben, oder schreiben Sie audio: mit ihrem Namen.',
  'We took {as_1}.': 'Wir nahmen {as_1}.',
  'Write speakers: with name and role (customer, us or other) to say otherwise.':
    'Schreiben Sie speakers: mit Namen und Rolle (customer, us oder other), um es anders zu sagen.',
  'Nobody in the transcript is called {as_1}.': 'Im Transkript heißt niemand {as_1}.',
  'The transcript has {as_1}: write the names alike in both files.':
    'Im Transkript stehen {as_1}: Schreiben Sie die Namen in beiden Dateien gleich.',
  'The transcript calls voices by what look like people’s names; the wall shows initials in their place.':
    'Das Transkript nennt Stimmen mit etwas, das wie Namen von Menschen aussieht; die Wand zeigt statt dessen Anfangsbuchstaben.',
  'Write speakers: with each name and its role, and what it is to be called into the transcript.':
    'Schreiben Sie speakers: mit jedem Namen und seiner Rolle, und wie er heißen soll, in das Transkript.',
  'This is no time in the film that we can read.': 'Das ist keine Zeit im Film, die sich lesen lässt.',
  'Words of it are not to be heard, and the sound of a film cannot be silenced here.':
    'Wörter darin sollen nicht zu hören sein, und der Ton eines Films lässt sich hier nicht stummschalten.',
  'Silence them in a video editor, and write —— for them in the captions.':
    'Schalten Sie sie in einem Schnittprogramm stumm, und schreiben Sie in den Untertiteln —— dafür.',
  'There is no film to this text.': 'Zu diesem Text gibt es keinen Film.',
  'Put the mp4 or webm file beside it, under the same name, or write file: with its name.':
    'Legen Sie die mp4- oder webm-Datei unter demselben Namen daneben, oder schreiben Sie file: mit ihrem Namen.',
  'Not every answer has a number that we can read, so some or all of them are left out.':
    'Nicht jede Antwort hat eine Zahl, die sich lesen lässt, deshalb fehlen einige oder alle.',
  'Write one answer a line with its share or its count: Yes: 61 %.':
    'Schreiben Sie je Zeile eine Antwort mit ihrem Anteil oder ihrer Anzahl: Yes: 61 %.',
  'The shares add up to {as_1} %, so people could give several answers, and they are left out.':
    'Die Anteile ergeben zusammen {as_1} %, man konnte also mehrere Antworten geben; sie wurden weggelassen.',
  'Write one result an answer, each as a question of its own.':
    'Schreiben Sie je Antwort ein Ergebnis, jedes als eigene Frage.',
  'This is no scale that we can read, so emotions are taken as {as_1}.':
    'Das ist keine Skala, die sich lesen lässt, deshalb gelten die Gefühle als {as_1}.',
  'Write the lowest and the highest value: emotion_scale: [-3, 3].':
    'Schreiben Sie den niedrigsten und den höchsten Wert: emotion_scale: [-3, 3].',
  'No scale is named, so emotions are taken as {as_1}.':
    'Keine Skala ist genannt, deshalb gelten die Gefühle als {as_1}.',
  'Write emotion_scale: [{as_1}, {as_2}], or the true lowest and highest value.':
    'Schreiben Sie emotion_scale: [{as_1}, {as_2}], oder den wahren niedrigsten und höchsten Wert.',
  'We cannot draw the feeling “{as_1}” on a curve, so it is left out.':
    'Das Gefühl „{as_1}“ lässt sich nicht auf einer Kurve zeichnen und wurde weggelassen.',
  'Write a number from {as_1} to {as_2}, or a plain word such as happy, neutral or frustrated.':
    'Schreiben Sie eine Zahl von {as_1} bis {as_2} oder ein einfaches Wort wie happy, neutral oder frustrated.',
  'The emotion {as_1} is outside the scale {as_2} to {as_3}, so it is drawn at its end.':
    'Das Gefühl {as_1} liegt außerhalb der Skala {as_2} bis {as_3}, deshalb ist es an deren Ende gezeichnet.',
  'Correct the value, or write the true scale in emotion_scale.':
    'Berichtigen Sie den Wert, oder schreiben Sie die wahre Skala in emotion_scale.',
  'The phases of this journey are drawn, so its picture is not shown.':
    'Die Phasen dieser Reise sind gezeichnet, deshalb wird ihr Bild nicht gezeigt.',
  'Write one or the other, or give the picture a file of its own with its title.':
    'Schreiben Sie das eine oder das andere, oder geben Sie dem Bild eine eigene Datei mit seinem Titel.',
  'This picture lies outside the content folder and is not used.':
    'Dieses Bild liegt außerhalb des Inhaltsordners und wird nicht verwendet.',
  'Copy the picture into the folder, beside this file, and write its name here.':
    'Kopieren Sie das Bild in den Ordner, neben diese Datei, und schreiben Sie seinen Namen hierher.',
  'No column of this table is a phase, a step or a touchpoint.':
    'Keine Spalte dieser Tabelle ist eine Phase, ein Schritt oder ein Berührungspunkt.',
  'Call one Phase, or name it in the YAML file beside the table: columns: {phase: the header of that column}.':
    'Nennen Sie eine Phase, oder sagen Sie es in der YAML-Datei neben der Tabelle: columns: {phase: the header of that column}.',
  'Write actor: and scenario: to say otherwise.':
    'Schreiben Sie actor: und scenario:, um es anders zu sagen.',
  'We took “{as_1}”, from the name of the file, as what the figure counts.':
    'Wir nahmen „{as_1}“ aus dem Namen der Datei als das, was die Zahl zählt.',
  'Write phrase: with the rest of the sentence, such as “people who booked a ramp found someone there”.':
    'Schreiben Sie phrase: mit dem Rest des Satzes, etwa “people who booked a ramp found someone there”.',
  'The money does not say what was assumed, so nobody can check it.':
    'Beim Geld steht nicht, was angenommen wurde, deshalb kann es niemand prüfen.',
  'Write money_assumption: with how it was worked out, or money_estimated: no if it was measured.':
    'Schreiben Sie money_assumption: mit dem Rechenweg, oder money_estimated: no, wenn es gemessen wurde.',
  '{as_1} of {as_2} values of the series could not be read and were left out.':
    '{as_1} von {as_2} Werten der Reihe ließen sich nicht lesen und wurden weggelassen.',
  'Each needs a period, such as 2026-02, and a number without a separator for thousands.':
    'Jeder braucht einen Zeitraum wie 2026-02 und eine Zahl ohne Tausendertrennzeichen.',
  '“{as_1}” is no {as_2} that the wall can draw, so none is shown.':
    '„{as_1}“ ist kein {as_2}, das die Wand zeichnen kann; deshalb wird keines gezeigt.',
  'This page holds {as_1} personas; each heading is one, without a portrait.':
    'Diese Seite enthält {as_1} Personas; jede Überschrift ist eine, ohne Porträt.',
  'Give each a file of its own to add a portrait, n: and evidence:.':
    'Geben Sie jeder eine eigene Datei, um ein Porträt, n: und evidence: hinzuzufügen.',
  'Nobody is quoted, so the wall says of {as_1}: “{as_2}”.':
    'Niemand wird zitiert, deshalb sagt die Wand über {as_1}: „{as_2}“.',
  'Write quote: with her own words, or need: with ours, into a file of her own.':
    'Schreiben Sie quote: mit ihren eigenen Worten oder need: mit unseren, in eine eigene Datei.',
  'This page speaks of several personas, and nothing in it tells where one begins.':
    'Diese Seite spricht von mehreren Personas, und nichts darin sagt, wo eine beginnt.',
  'Give each a file of its own, or a heading of its own under the heading “Personas”. A page that only leads to them may be taken out.':
    'Geben Sie jeder eine eigene Datei oder eine eigene Überschrift unter der Überschrift „Personas“. Eine Seite, die nur zu ihnen führt, darf heraus.',
  'The file does not say how we know this, so it is drawn as an assumption.':
    'Die Datei sagt nicht, woher wir das wissen, deshalb ist es als Annahme gezeichnet.',
  'Write evidence: research, or partial, and n: with the number of people, in the front matter.':
    'Schreiben Sie evidence: research oder partial und n: mit der Zahl der Menschen in den Vorspann.',
  'We took the name “{as_1}” from {as_2}.': 'Wir nahmen den Namen „{as_1}“ aus {as_2}.',
  'Write name: in the front matter to say otherwise.':
    'Schreiben Sie name: in den Vorspann, um es anders zu sagen.',
  'Nobody is quoted, so the wall says “{as_1}”, from {as_2}.':
    'Niemand wird zitiert, deshalb sagt die Wand „{as_1}“, aus {as_2}.',
  'Write quote: with her own words, or need: with ours, in the front matter.':
    'Schreiben Sie quote: mit ihren eigenen Worten oder need: mit unseren, in den Vorspann.',
  'We took “{as_1}” as her words.': 'Wir nahmen „{as_1}“ als ihre Worte.',
  'Write quote: in the front matter to say otherwise.':
    'Schreiben Sie quote: in den Vorspann, um es anders zu sagen.',
  'We took from the page: {as_1}.': 'Wir nahmen aus der Seite: {as_1}.',
  'Write the field in the front matter to say otherwise.':
    'Schreiben Sie das Feld in den Vorspann, um es anders zu sagen.',
  'This is no place in the picture that we can read, so its middle counts.':
    'Das ist keine Stelle im Bild, die sich lesen lässt, deshalb zählt die Mitte.',
  'Write how far from the left and from the top it is, such as 50% 60%.':
    'Schreiben Sie, wie weit sie von links und von oben liegt, etwa 50% 60%.',
  'What is to be blurred cannot be read.': 'Was unkenntlich werden soll, lässt sich nicht lesen.',
  'Write left, top, width and height of each box, such as 40% 10% 12% 18% or 480px 90px 140px 160px, measured in the upright picture.':
    'Schreiben Sie von jedem Rahmen links, oben, Breite und Höhe, etwa 40% 10% 12% 18% oder 480px 90px 140px 160px, im aufrechten Bild gemessen.',
  'Nothing says where the face is, so a label or the edge of a wall may cover it.':
    'Nichts sagt, wo das Gesicht ist, deshalb könnte ein Schild oder der Rand einer Wand es verdecken.',
  'Write focal: and how far it is from the left and from the top, such as 50% 40%.':
    'Schreiben Sie focal: und wie weit es von links und von oben liegt, etwa 50% 40%.',
  'There is no picture to this text.': 'Zu diesem Text gibt es kein Bild.',
  'Put the picture beside it, under the same name, or write file: with its name.':
    'Legen Sie das Bild unter demselben Namen daneben, oder schreiben Sie file: mit seinem Namen.',
  'The file holds {as_1} prompts; only the first is shown.':
    'Die Datei enthält {as_1} Fragen; nur die erste wird gezeigt.',
  'Keep one prompt a file, or put them into a table with one row each.':
    'Behalten Sie je Datei eine Frage, oder legen Sie sie in eine Tabelle mit je einer Zeile.',
  '“{as_1}” names no item, so nothing answers this question.':
    '„{as_1}“ nennt keinen Beitrag, deshalb beantwortet nichts diese Frage.',
  'Write the folder and the name of the item, such as quotes/egg-box.':
    'Schreiben Sie Ordner und Namen des Beitrags, etwa quotes/egg-box.',
  'If somebody is on the other side, write speakers: {name: customer, other name: us} into the YAML file beside it.':
    'Ist jemand auf der anderen Seite, schreiben Sie speakers: {name: customer, other name: us} in die YAML-Datei daneben.',
  'No touchpoint belongs to a phase that is declared here, so it is left out.':
    'Zu einer Phase, die hier steht, gehört kein Touchpoint; sie wird ausgelassen.',
  'No touchpoint belongs to a phase that is declared here, so they are left out.':
    'Zu einer Phase, die hier steht, gehört kein Touchpoint; sie wird ausgelassen.',
  'No touchpoint belongs to {as_count} phases that are declared here, so they are left out.':
    'Zu {as_count} Phasen, die hier stehen, gehört kein Touchpoint; sie werden ausgelassen.',
  '{which} after the end of the sound, {as_seconds} s, so nobody gets to read them.':
    '{which} nach dem Ende des Tons ({as_seconds} s), so dass niemand das liest.',
  'All captions begin': 'Alle Untertitel beginnen',
  'The last caption begins': 'Der letzte Untertitel beginnt',
  'The last {as_count} captions begin': 'Die letzten {as_count} Untertitel beginnen',
  'What is to be cut away cannot be read.': 'Was weggeschnitten werden soll, lässt sich nicht lesen.',
  'Write left, top, width and height of the part that stays, such as 10% 0% 80% 90%, measured in the upright picture.':
    'Schreiben Sie links, oben, Breite und Höhe des Teils, der bleibt, etwa 10% 0% 80% 90%, gemessen im aufrechten Bild.',
  'This is a conversation of {as_count} lines, and nothing in it tells which speaker is the customer.':
    'Das ist ein Gespräch von {as_count} Zeilen, und nichts darin sagt, wer von den Sprechenden der Kunde ist.',
  'Write into a YAML file of the same name beside it: speakers: {{as_names}}, each with the side it is on.':
    'Schreiben Sie in eine YAML-Datei gleichen Namens daneben: speakers: {{as_names}}, jede Stimme mit ihrer Seite.',
  'This is a conversation in which the customer’s {as_count} lines say little by themselves, so no quote was made of it.':
    'Das ist ein Gespräch, in dem die {as_count} Zeilen des Kunden für sich wenig sagen; es wurde kein Zitat daraus.',
  'The {as_count} words to be marked are not in the quote.':
    'Die {as_count} Wörter, die hervorgehoben werden sollen, stehen nicht im Zitat.',
  'Copy them from the quote, letter by letter.': 'Kopieren Sie sie Buchstabe für Buchstabe aus dem Zitat.',
}
