import type { MixRule, StoryLink } from '../../../core/rotation/reasons.ts'
import type { Words } from '../en.ts'

const RELAXED: Readonly<Record<MixRule, string>> = {
  sentiment: 'es klingt wie die davor',
  theme: 'es hat das Thema des vorigen',
  source: 'es hat die Quelle eines der vorigen',
  kind: 'es ist von derselben Art wie das vorige',
  persona: 'es handelt von der Persona eines der vorigen',
  item: 'es war erst vor kurzem zu sehen',
}

const LINKS: Readonly<Record<StoryLink, (about: string) => string>> = {
  begins: (about) =>
    about === '' ? 'eine neue Geschichte beginnt' : `eine neue Geschichte über ${about} beginnt`,
  persona: (about) => `es setzt die Geschichte von ${about} fort`,
  stage: (about) => `es gehört zur selben Phase der Reise, ${about}`,
  theme: (about) => `es hat dasselbe Thema, ${about}`,
}

const EARLY = 0.15

export const reasons: Words['reasons'] = {
  words: {
    opening: () => 'der Raum zeigt zuerst seine Breite',
    due: ({ early }) =>
      early < EARLY ? 'es ist an der Reihe' : 'es ist fast an der Reihe und hält die Mischung',
    promise: ({ promise, value, isExtra }) =>
      `das Versprechen „${promise}“ verlangt ${value}${isExtra ? ', über den Anteil hinaus' : ''}`,
    story: ({ link, about }) => LINKS[link](about),
    alone: () => 'nichts anderes hat in dieser Runde noch einen Auftritt',
    relaxed: ({ rule }) => `obwohl gilt: ${RELAXED[rule]}`,
    pinned: () => 'es ist angeheftet',
    takeover: () => 'es übernimmt für eine Weile',
    resumed: () => 'es war schon zu sehen, und die Wand begann neu',
    replayed: () => 'jemand wollte es noch einmal sehen',
    continued: () => 'der Beitrag geht weiter',
  },
  usual: 'es ist an der Reihe',
}
