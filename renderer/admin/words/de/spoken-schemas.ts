import type { Spoken } from '../spoken.ts'

/** What a schema says against a value is the end of a sentence: about “it”, or about the value that stands there. */
const PREDICATES: Readonly<Record<string, string>> = {
  // What holds for fields of every kind.
  'is missing': 'fehlt',
  'is empty': 'ist leer',
  'is not written in a way that we can read': 'ist nicht so geschrieben, dass es sich lesen lässt',
  'is less than {as_1}': 'ist kleiner als {as_1}',
  'is more than {as_1}': 'ist größer als {as_1}',
  'is too long ({as_1} at most)': 'ist zu lang (höchstens {as_1})',
  'is not one of {as_1}': 'ist keines von {as_1}',
  'is not a text': 'ist kein Text',
  'is not a number': 'ist keine Zahl',
  'is not a whole number': 'ist keine ganze Zahl',
  'is not yes or no (true or false)': 'ist weder ja noch nein (true oder false)',
  'is not a list': 'ist keine Liste',
  'is not a list of two': 'ist keine Liste von zweien',
  'is not a group of fields': 'ist keine Gruppe von Feldern',
  'is not what belongs here': 'ist nicht, was hierher gehört',
  'is a day that the calendar does not have': 'ist ein Tag, den es im Kalender nicht gibt',
  'is not a date that we can read: write it as 2026-03-04':
    'ist kein Datum, das sich lesen lässt: Schreiben Sie es wie 2026-03-04',
  'could be two days: write {as_1} or {as_2}':
    'könnte zweierlei Tage meinen: Schreiben Sie {as_1} oder {as_2}',
  'is missing: a number': 'fehlt: eine Zahl',
  'is not a number that we can read: write it as 61 or 61.5':
    'ist keine Zahl, die sich lesen lässt: Schreiben Sie sie wie 61 oder 61.5',
  'could be two numbers: write {as_1} or {as_2}':
    'könnte zweierlei Zahlen meinen: Schreiben Sie {as_1} oder {as_2}',
  'has to be yes or no': 'muss ja (true) oder nein (false) sein',
  'has to be true or false': 'muss true oder false sein',
  'has to be a text': 'muss ein Text sein',
  'has to be a header of the table': 'muss eine Spaltenüberschrift der Tabelle sein',
  'is not a time zone, such as Europe/London': 'ist keine Zeitzone wie Europe/London',
  'has to be {as_1} or {as_2}': 'muss {as_1} oder {as_2} sein',
  'has to be {as_1}': 'muss eines hiervon sein: {as_1}',
  'needs who, given, purposes and audience, or else public_source with the place where it was published':
    'braucht who, given, purposes und audience, oder sonst public_source mit dem Ort der Veröffentlichung',
  'needs what was cleared, by whom, and the date: {what: [phone number], by: Research, date: 2026-03-04}':
    'braucht, was freigegeben wurde, von wem und wann: {what: [phone number], by: Research, date: 2026-03-04}',
  'has to be none, or a list with the consent of each person: who, given, purposes and audience':
    'muss none sein, oder eine Liste mit der Einwilligung jeder Person: who, given, purposes und audience',
  // Personas.
  'is missing: write name: in the front matter, or a heading':
    'fehlt: Schreiben Sie name: in den Vorspann, oder eine Überschrift',
  'is not a number of years': 'ist keine Zahl von Jahren',
  'is not a share in per cent': 'ist kein Anteil in Prozent',
  'is not a height in mm': 'ist keine Größe in mm',
  'needs a sentence: either quote (her words) or need (ours)':
    'braucht einen Satz: entweder quote (ihre Worte) oder need (unsere)',
  // Journeys.
  'is missing: say whose journey it is': 'fehlt: Sagen Sie, wessen Reise es ist',
  'is missing: say in a line what the journey is about':
    'fehlt: Sagen Sie in einer Zeile, worum es auf der Reise geht',
  'is missing: a journey needs phases, each with a name and steps':
    'fehlt: Eine Reise braucht Phasen, jede mit einem Namen und Schritten',
  'has more than 40 phases: split it into several journeys':
    'hat mehr als 40 Phasen: Teilen Sie es in mehrere Reisen auf',
  // Quotes, calls and films.
  'is missing: the exact words that were said': 'fehlt: der genaue Wortlaut',
  'is not a number from 0 to 10': 'ist keine Zahl von 0 bis 10',
  'is not a number of stars': 'ist keine Zahl von Sternen',
  'is missing: a call needs a transcript. Put a .vtt or .srt file beside it, under the same name':
    'fehlt: Ein Anruf braucht ein Transkript. Legen Sie eine .vtt- oder .srt-Datei unter demselben Namen daneben',
  'lacks somebody who speaks in the transcript': 'nennt jemanden nicht, der im Transkript spricht',
  'has to be none, or left out': 'muss none sein oder fehlen',
  'is missing: a film needs captions. Put a .vtt or .srt file beside it, under the same name, or write speech: none where nobody speaks':
    'fehlt: Ein Film braucht Untertitel. Legen Sie eine .vtt- oder .srt-Datei unter demselben Namen daneben, oder schreiben Sie speech: none, wo niemand spricht',
  'lacks somebody who speaks in the captions': 'nennt jemanden nicht, der in den Untertiteln spricht',
  // Surveys and figures.
  'is missing: the question as it was asked': 'fehlt: die Frage, wie sie gestellt wurde',
  'is missing: say how people could answer, such as 1 to 5, or Yes / No':
    'fehlt: Sagen Sie, wie man antworten konnte, etwa 1 bis 5 oder Ja / Nein',
  'is missing: say when people were asked, such as 2026-02':
    'fehlt: Sagen Sie, wann gefragt wurde, etwa 2026-02',
  'is missing: the figure, the answer or the sentence that stands for it all':
    'fehlt: die Zahl, die Antwort oder der Satz, der für alles steht',
  'has more than 12 answers: put the rare ones together':
    'hat mehr als 12 Antworten: Fassen Sie die seltenen zusammen',
  'is missing: say what the figure counts, as the second half of a sentence':
    'fehlt: Sagen Sie, was die Zahl zählt, als zweite Hälfte eines Satzes',
  'is empty: say what the figure counts': 'ist leer: Sagen Sie, was die Zahl zählt',
  'is missing: % for a share, else days, points, € and the like':
    'fehlt: % für einen Anteil, sonst Tage, Punkte, € und dergleichen',
  'is missing: say when this was measured, such as 2026-02':
    'fehlt: Sagen Sie, wann gemessen wurde, etwa 2026-02',
  'has to be up (more is better) or down (less is better)':
    'muss up (mehr ist besser) oder down (weniger ist besser) sein',
  'needs a sentence, or per_point with a sum': 'braucht einen Satz, oder per_point mit einer Summe',
  // Field notes, questions and promises.
  'is missing: the department of whoever saw it, such as Payroll':
    'fehlt: die Abteilung, die es gesehen hat, etwa Lohnbuchhaltung',
  'is missing: where it was seen': 'fehlt: wo es gesehen wurde',
  'is missing: one or two sentences on what was seen': 'fehlt: ein oder zwei Sätze, was gesehen wurde',
  'is missing: the question itself': 'fehlt: die Frage selbst',
  'is empty: the question itself': 'ist leer: die Frage selbst',
  'has to name an item, such as quotes/egg-box': 'muss einen Beitrag nennen, etwa quotes/egg-box',
  'is missing: what a customer said, or the item that holds it, such as quotes/egg-box':
    'fehlt: was jemand gesagt hat, oder der Beitrag, in dem es steht, etwa quotes/egg-box',
  'is missing: what we promised, or did': 'fehlt: was wir versprochen oder getan haben',
  'is missing: the role or department that promised it':
    'fehlt: die Rolle oder Abteilung, die es versprochen hat',
}

export const spokenOfSchemas: Spoken = Object.fromEntries(
  Object.entries(PREDICATES).flatMap(([english, german]) => [
    [`It ${english}.`, `Das ${german}.`],
    [`“{as_value}” ${english}.`, `„{as_value}“ ${german}.`],
    [`What stands here ${english}.`, `Was hier steht, ${german}.`],
  ]),
)
