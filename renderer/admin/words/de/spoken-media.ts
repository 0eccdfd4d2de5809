import type { Spoken } from '../spoken.ts'

/** Pictures, recordings, films and PDF pages that cannot be read. */
export const spokenOfMedia: Spoken = {
  'Columns that tell who a person is were not read: {as_1}.':
    'Spalten, die sagen, wer jemand ist, wurden nicht gelesen: {as_1}.',
  'Leave them out of the export: the wall has no use for them.':
    'Lassen Sie sie beim Export weg: Die Wand braucht sie nicht.',
  'Write the header as the table has it.': 'Schreiben Sie die Überschrift, wie die Tabelle sie hat.',
  '{as_1} has no column “{as_2}”.': '{as_1} hat keine Spalte „{as_2}“.',
  'The last good room.yaml stays in force.': 'Die letzte gute room.yaml gilt weiter.',
  'This file cannot be read.': 'Diese Datei lässt sich nicht lesen.',
  'It has no effect.': 'Es hat keine Wirkung.',
  'There is no setting of this name here.': 'Eine Einstellung dieses Namens gibt es hier nicht.',
  '{as_1} could be two days.': '{as_1} könnten zwei Tage sein.',
  'Write {as_1} or {as_2}.': 'Schreiben Sie {as_1} oder {as_2}.',
  '{as_1} is not a date that we can read.': '{as_1} ist kein Datum, das sich lesen lässt.',
  'Write a date such as 2026-03-04.': 'Schreiben Sie ein Datum wie 2026-03-04.',
  '{as_1} is a day that no calendar has.': '{as_1} ist ein Tag, den kein Kalender hat.',
  'Correct the date.': 'Berichtigen Sie das Datum.',
  'This is a web page, whatever its name says.': 'Das ist eine Webseite, was auch ihr Name sagt.',
  'Save the recording itself from it.': 'Speichern Sie daraus die Aufnahme selbst.',
  'This is a MIDI file: notes, not sound.': 'Das ist eine MIDI-Datei: Noten, kein Ton.',
  'Export it as a recording.': 'Exportieren Sie es als Aufnahme.',
  'This recording is {as_1}, which is not read here.':
    'Diese Aufnahme ist {as_1}; das wird hier nicht gelesen.',
  'This recording has no header, so nothing says how it is coded; telephone systems often write A-law or mu-law at 8 kHz so.':
    'Diese Aufnahme hat keinen Kopf, deshalb sagt nichts, wie sie kodiert ist; Telefonanlagen schreiben oft A-law oder mu-law mit 8 kHz so.',
  'Convert it, e.g.: ffmpeg -f alaw -ar 8000 -ac 1 -i {as_1} {as_2} (or -f mulaw, if it sounds harsh).':
    'Wandeln Sie sie um, z. B.: ffmpeg -f alaw -ar 8000 -ac 1 -i {as_1} {as_2} (oder -f mulaw, wenn es rau klingt).',
  'This recording is larger than 400 MB.': 'Diese Aufnahme ist größer als 400 MB.',
  'Cut it to the part that is to be heard.': 'Schneiden Sie sie auf den Teil, der zu hören sein soll.',
  'This clip is longer than 20 minutes, or its recording than six hours.':
    'Dieser Ausschnitt ist länger als 20 Minuten oder seine Aufnahme länger als sechs Stunden.',
  'Give in: and out: points around the part that is to be heard, or cut the recording to it.':
    'Setzen Sie in: und out: um den Teil, der zu hören sein soll, oder schneiden Sie die Aufnahme darauf zu.',
  'The in point lies behind the end of the recording.':
    'Der Anfangspunkt liegt hinter dem Ende der Aufnahme.',
  'Correct in: and out: so that they lie inside it.':
    'Berichtigen Sie in: und out:, so dass sie darin liegen.',
  'Nothing is to be heard in this clip: it is silent, or all of it is muted.':
    'In diesem Ausschnitt ist nichts zu hören: Er ist still oder ganz stummgeschaltet.',
  'Check the recording, its in: and out: points and what is redacted in it.':
    'Prüfen Sie die Aufnahme, in: und out: und was darin geschwärzt ist.',
  'Copy it here again; if it stays so, export it as WAV, MP3, M4A, Ogg or FLAC.':
    'Kopieren Sie sie noch einmal hierher; hilft das nicht, exportieren Sie als WAV, MP3, M4A, Ogg oder FLAC.',
  'This drawing is packed (SVGZ).': 'Diese Zeichnung ist gepackt (SVGZ).',
  'Save it as a plain SVG.': 'Speichern Sie sie als einfaches SVG.',
  'This picture is {as_1}, which is not read here.': 'Dieses Bild ist {as_1}; das wird hier nicht gelesen.',
  'Save it as PNG or JPEG.': 'Speichern Sie es als PNG oder JPEG.',
  'Save the picture itself from it, as JPEG or PNG.':
    'Speichern Sie daraus das Bild selbst, als JPEG oder PNG.',
  'This drawing holds another drawing.': 'Diese Zeichnung enthält eine andere Zeichnung.',
  'This picture has {as_1} page, and page {as_2} was asked for.':
    'Dieses Bild hat {as_1} Seite, verlangt war Seite {as_2}.',
  'This picture has {as_1} pages, and page {as_2} was asked for.':
    'Dieses Bild hat {as_1} Seiten, verlangt war Seite {as_2}.',
  'Write a page from 1 to {as_1}.': 'Schreiben Sie eine Seite von 1 bis {as_1}.',
  '{as_1} is {as_2} x {as_3} pixels ({as_4} megapixels), more than the {as_5} that can be decoded here.':
    '{as_1} hat {as_2} x {as_3} Pixel ({as_4} Megapixel), mehr als die {as_5}, die hier zu lesen sind.',
  'Save a smaller copy: the wall needs no more than 4,000 pixels on the longer side.':
    'Speichern Sie eine kleinere Kopie: Die Wand braucht höchstens 4.000 Pixel an der längeren Seite.',
  '{as_1} is not complete yet, or it is damaged.': '{as_1} ist noch nicht vollständig oder beschädigt.',
  'Copy it here again, or export it again where it was made.':
    'Kopieren Sie es noch einmal hierher, oder exportieren Sie es neu.',
  'Reading this file ended the library twice, so it is left alone.':
    'Das Lesen dieser Datei hat die Bibliothek zweimal beendet, deshalb bleibt sie liegen.',
  'Export it again in another format; it is tried again as soon as it changes.':
    'Exportieren Sie sie in ein anderes Format; sobald sie sich ändert, wird sie wieder versucht.',
  'This PDF is larger than 200 MB.': 'Diese PDF-Datei ist größer als 200 MB.',
  'Save the page that matters as a PDF or PNG of its own.':
    'Speichern Sie die Seite, auf die es ankommt, als eigenes PDF oder PNG.',
  'This PDF holds a picture of {as_1} megapixels, more than can be decoded here.':
    'Diese PDF-Datei enthält ein Bild von {as_1} Megapixeln, mehr als hier zu lesen ist.',
  'Save it with smaller pictures (Acrobat: Save as reduced size; a browser: Print to PDF).':
    'Speichern Sie sie mit kleineren Bildern (Acrobat: Als verkleinertes PDF speichern; im Browser: Als PDF drucken).',
  'This PDF has no page.': 'Diese PDF-Datei hat keine Seite.',
  'This PDF has {as_1} page, and page {as_2} was asked for.':
    'Diese PDF-Datei hat {as_1} Seite, verlangt war Seite {as_2}.',
  'This PDF has {as_1} pages, and page {as_2} was asked for.':
    'Diese PDF-Datei hat {as_1} Seiten, verlangt war Seite {as_2}.',
  'Export it again.': 'Exportieren Sie noch einmal.',
  'Page {as_1} of this PDF has no size.': 'Seite {as_1} dieser PDF-Datei hat keine Größe.',
  'This PDF is locked with a password.': 'Diese PDF-Datei ist mit einem Kennwort gesperrt.',
  'Save a copy without a password.': 'Speichern Sie eine Kopie ohne Kennwort.',
  'This PDF needs more memory than there is.': 'Diese PDF-Datei braucht mehr Speicher, als da ist.',
  'Save the page that matters as a PNG.': 'Speichern Sie die Seite, auf die es ankommt, als PNG.',
  'A part to be blurred lies outside this picture. {as_1}.':
    'Ein Teil, der unkenntlich werden soll, liegt außerhalb des Bildes. {as_1}.',
  'Write left, top, width and height of each box as it is seen upright, such as 40% 10% 12% 18%, or in pixels with px after each number.':
    'Schreiben Sie von jedem Rahmen links, oben, Breite und Höhe, wie man das Bild aufrecht sieht, etwa 40% 10% 12% 18%, oder in Pixeln mit px hinter jeder Zahl.',
  'The part of Customer Room that reads such a file is missing.':
    'Der Teil von Customer Room, der solche Dateien liest, fehlt.',
  'Install Customer Room again.': 'Installieren Sie Customer Room neu.',
  'Copy it here again; if it stays so, save it as JPEG, PNG or WebP.':
    'Kopieren Sie es noch einmal hierher; hilft das nicht, speichern Sie es als JPEG, PNG oder WebP.',
  'This picture is too large to be decoded.': 'Dieses Bild ist zu groß, um gelesen zu werden.',
  'Save a smaller copy.': 'Speichern Sie eine kleinere Kopie.',
  'Export it as a plain SVG, or save it as PNG.':
    'Exportieren Sie als einfaches SVG, oder speichern Sie als PNG.',
  'This drawing is larger than 30 MB.': 'Diese Zeichnung ist größer als 30 MB.',
  'Save it as PNG, or embed smaller pictures.':
    'Speichern Sie sie als PNG, oder betten Sie kleinere Bilder ein.',
  'This drawing is not complete yet, or it is damaged ({as_1}).':
    'Diese Zeichnung ist noch nicht vollständig oder beschädigt ({as_1}).',
  'This drawing defines its own entities, which can be a trap.':
    'Diese Zeichnung legt eigene Entitäten fest; das kann eine Falle sein.',
  'This drawing is nested more than {as_1} levels deep.':
    'Diese Zeichnung ist mehr als {as_1} Ebenen tief verschachtelt.',
  'This drawing has more than {as_1} parts.': 'Diese Zeichnung hat mehr als {as_1} Teile.',
  'This drawing holds more than {as_1} pictures.': 'Diese Zeichnung enthält mehr als {as_1} Bilder.',
  'This drawing holds another drawing or a file of an unknown kind.':
    'Diese Zeichnung enthält eine andere Zeichnung oder eine Datei unbekannter Art.',
  'This drawing shows something from outside its file, which is not fetched.':
    'Diese Zeichnung zeigt etwas von außerhalb ihrer Datei; das wird nicht geholt.',
  'Embed the pictures where the drawing was made (Inkscape: Extensions, Images, Embed), or save it as PNG.':
    'Betten Sie die Bilder dort ein, wo die Zeichnung entstand (Inkscape: Erweiterungen, Bilder, Einbetten), oder speichern Sie sie als PNG.',
  'This film is larger than 200 MB.': 'Dieser Film ist größer als 200 MB.',
  'The in point lies behind the end of the film.': 'Der Anfangspunkt liegt hinter dem Ende des Films.',
  'There is no picture in this film that can be read.':
    'In diesem Film gibt es kein Bild, das sich lesen lässt.',
  'This film is {as_1}, which the wall cannot play.':
    'Dieser Film ist {as_1}; das kann die Wand nicht abspielen.',
}
