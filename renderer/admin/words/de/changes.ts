import type { Words } from '../en.ts'

export const changes: Words['changes'] = {
  title: 'Änderungen',
  list: 'Nach Tagen',
  versions: 'Frühere room.yaml',
  none: 'Von hier aus wurde noch nichts geändert.',
  noneHint: 'Was in diesem Fenster geändert wird, steht hier und lässt sich zurücknehmen.',
  whose:
    'Von diesem Gerät aus geändert. Was andere im Ordner ändern, gilt auch hier; zurücknehmen können sie es selbst.',
  yourName: 'Ihr Name oder Kürzel',
  keepName: 'Merken',
  nameHint:
    'Steht künftig bei jeder Änderung von diesem Rechner; er wird auf diesem Rechner gemerkt, nicht im Ordner.',
  undone: 'Zurückgenommen.',
  sealed:
    'Lässt sich nicht zurücknehmen: Was geändert wurde, ist inzwischen gelöscht, oder es ist zu lange her.',
  redo: 'Wiederholen',
  moreFiles: (count) => (count === 1 ? '1 weitere Datei' : `${count} weitere Dateien`),
  more: 'Frühere Änderungen',
  mine: 'Was zurückkäme',
  theirs: 'Was jetzt dort steht',
  noVersions: 'Noch gibt es keine frühere room.yaml.',
  noVersionsHint:
    'Was vor jeder Änderung von hier aus dort stand, wird 30 Tage aufbewahrt, samt dem, was andere geändert hatten.',
  until: (time) => `Bis ${time}`,
  wasThen: (sentence) => `Dann: ${sentence}`,
  elsewhere: 'Dann anderswo geändert',
  asBefore: (time) => `Wie sie bis ${time} war`,
  look: 'Unterschied',
  inline: 'Untereinander',
  beside: 'Nebeneinander',
  goBack: 'Hierhin zurück',
  noDifference: 'Sie sagt dasselbe wie die room.yaml jetzt.',
  wouldChange: (gone, come) =>
    `Zurückgehen nimmt ${gone === 1 ? '1 Zeile' : `${gone} Zeilen`} weg und bringt ${come === 1 ? '1 Zeile' : `${come} Zeilen`} zurück.`,
  difference: 'Unterschied zur room.yaml von jetzt',
  lineNow: 'Zeile jetzt',
  lineThen: 'Zeile in dieser Fassung',
  what: 'Unterschied',
  line: 'Text',
  is: { same: 'bleibt', gone: 'geht', come: 'kommt zurück' },
  now: 'Jetzt',
  thisVersion: 'Diese Fassung',
  same: (count) => (count === 1 ? '1 Zeile ist gleich' : `${count} Zeilen sind gleich`),
}
