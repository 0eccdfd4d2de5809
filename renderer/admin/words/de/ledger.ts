import type { Words } from '../en.ts'

export const ledger: Words['ledger'] = {
  all: 'Alle',
  state: {
    withdrawn: 'widerrufen',
    expired: 'abgelaufen',
    expiring: 'läuft bald ab',
    'not-display': 'nicht für eine Wand',
    future: 'noch nicht erteilt',
    valid: 'in Kraft',
    public: 'veröffentlicht',
  },
  show: 'Zeigen',
  search: 'Verweis',
  list: 'Einwilligungen, was zuerst endet',
  none: 'In diesem Raum ist keine Einwilligung festgehalten.',
  noneFound: 'Keine davon.',
  without: (count, isOne) =>
    isOne
      ? 'Ein Beitrag bräuchte eine Einwilligung und hat keine.'
      : `${count} Beiträge bräuchten eine Einwilligung und haben keine.`,
  toWorkList: 'Zu erledigen',
  who: 'Wer',
  what: 'Wofür',
  audience: 'Wer es sehen darf',
  until: 'Bis',
  items: 'Beiträge',
  shown: 'auf der Wand',
  stateOf: 'Stand',
  given: 'Erteilt',
  withdrawnOn: 'Widerrufen',
  collected: 'Wie sie eingeholt wurde',
  controller: 'Wer dafür einsteht',
  kinds: 'Was',
  noEnd: 'ohne Ende',
  daysLeft: (days) => (days === 1 ? 'noch ein Tag' : `noch ${days} Tage`),
  daysOver: (days) => (days === 1 ? 'seit einem Tag vorbei' : `seit ${days} Tagen vorbei`),
  theirItems: 'Ihre Beiträge',
  firstOf: (count, total) => `die ersten ${count} von ${total}`,
  withdraw: 'Widerrufen …',
  withdrawTitle: (who) => `Die Einwilligung von ${who} widerrufen`,
  withdrawText: (items, isOne) =>
    `${isOne ? 'Der Beitrag verschwindet' : `Alle ${items} Beiträge verschwinden`} sofort von jeder Wand, in welcher Datei die Einwilligung auch steht. Das lässt sich zurücknehmen, solange nichts gelöscht ist.`,
  withdrawDo: 'Überall widerrufen',
  withdrawSource: (who) => `Abnehmen, was in ${who} veröffentlicht wurde`,
  withdrawSourceText: (items, isOne) =>
    `${isOne ? 'Der dort veröffentlichte Beitrag verschwindet' : `Alle ${items} dort veröffentlichten Beiträge verschwinden`} sofort von jeder Wand, in welcher Datei das auch steht. Das lässt sich zurücknehmen, solange nichts gelöscht ist.`,
  confirming:
    'Die Bibliothek nimmt es überall heraus; jeder Ort unten wird neu angesehen, bis nichts mehr da ist.',
  confirmed: 'Die Bibliothek hat es bestätigt: An keinem dieser Orte ist noch etwas.',
  places: {
    index: 'Verzeichnis',
    search: 'Suche',
    cache: (files) =>
      `Zwischenspeicher (${files === 1 ? '1 abgeleitete Datei' : `${files} abgeleitete Dateien`})`,
    record: 'Titel in der Aufzeichnung der Auftritte',
    journal: (entries) =>
      `Journal der Änderungen (${entries === 1 ? '1 Eintrag' : `${entries} Einträge`} versiegelt)`,
    folder: 'Ordner',
    pages: 'Seiten der Datenbanken, überschrieben',
  },
  noneLeft: 'nichts mehr da',
  left: (count) => `noch ${count} da`,
  notRead: (files) =>
    files === 1
      ? 'steht in 1 Datei und wird nicht gelesen'
      : `steht in ${files} Dateien und wird nicht gelesen`,
  erased: (count) => `Von hier gelöscht (${count}) …`,
  erasedTitle: 'Von hier gelöscht',
  unfinished: (count, isOne) =>
    isOne ? 'Eine Löschung ist nicht abgeschlossen.' : `${count} Löschungen sind nicht abgeschlossen.`,
  notFinished: 'Nicht abgeschlossen.',
  finish: 'Jetzt abschließen',
  erase: 'Löschen …',
  eraseTitle: (who) => `Löschen, was von ${who} erhalten ist`,
  eraseText: (items, isOne) =>
    `Von ${isOne ? 'diesem Beitrag' : `diesen ${items} Beiträgen`} bleibt nichts: keine Wörter, Bilder oder Töne im Verzeichnis, im Zwischenspeicher, im Journal oder in der Aufzeichnung der Auftritte. Das lässt sich nicht zurücknehmen.`,
  removeFiles: 'Auch die eigenen Dateien aus dem Ordner löschen',
  removeFilesHint: 'Sonst bleibt im Ordner stehen, was dort steht, und wird nicht mehr gelesen.',
  eraseSure: (who) => `Zum Fortfahren ${who} eintippen`,
  eraseDo: 'Endgültig löschen',
  erasing: 'Wird gelöscht …',
  proof: 'Was entfernt wurde',
  proofText: (items) => (items === 1 ? 'Ein Beitrag wurde gelöscht.' : `${items} Beiträge wurden gelöscht.`),
  proofOf: {
    item: 'Beitrag',
    wasIndexed: 'War im Verzeichnis',
    derived: 'Abgeleitete Dateien',
    journal: 'Einträge des Journals',
    deletedFiles: 'Gelöschte Dateien',
    stillIn: 'Steht noch in, wird nicht gelesen',
  },
  yes: 'ja',
  no: 'nein',
  nothing: 'keine',
  saveProof: 'Nachweis speichern …',
  proofName: (day) => `loeschung-${day}.csv`,
  auditName: (day) => `einwilligungen-${day}.csv`,
  saved: 'Gespeichert.',
  audit: 'Aufzeichnung exportieren …',
  auditing: (rows) => `Kette wird geprüft, bisher ${rows} Zeilen`,
  auditOk: (rows) =>
    `Die Kette aller ${rows} Zeilen hält: Seit dem Schreiben wurde nichts geändert oder entfernt.`,
  auditBroken: (row, reason) => `Die Kette bricht in Zeile ${row} ab: ${reason}`,
}
