import type { Words } from '../en.ts'

export const lock: Words['lock'] = {
  title: 'Die PIN der Kuratorin',
  noPin: 'Hier ist noch keine PIN gesetzt',
  setIt: 'Sie wird auf einem Terminal dieses Rechners gesetzt, nicht an der Wand:',
  setItWhere:
    'Wurde die Wand mit --data gestartet, gehört dasselbe --data auch hierher. Danach erneut Strg+Umschalt+A drücken.',
  pin: 'PIN',
  open: 'Öffnen',
  back: 'Zurück zur Wand',
  checking: 'Einen Moment …',
  wrong: 'Das ist nicht die PIN.',
  wait: (span) => `Der nächste Versuch ist in ${span} möglich.`,
}
