import type { Words } from '../en.ts'

export const consent: Words['consent'] = {
  basis: 'Auf welcher Grundlage dürfen diese Menschen gesehen und gehört werden?',
  agreed: 'Sie haben eingewilligt',
  published: 'Sie haben es selbst veröffentlicht',
  notYet: 'Noch nicht bekannt: was eine Grundlage braucht, bleibt zurückgehalten',
  who: 'Verweis auf die Einwilligung (kein Name): Kartennummer, Studie, Liste',
  given: 'Erteilt am',
  until: 'Gültig bis (24 Monate nach der Erteilung, wenn leer)',
  purposes: 'Sie sind einverstanden, dass es',
  display: 'auf einer Wand gezeigt wird',
  otherPurposes: 'Andere Zwecke, durch Kommas getrennt',
  audience: 'Sehen dürfen sie',
  audienceOf: { staff: 'Mitarbeitende', guests: 'Gäste', public: 'die Öffentlichkeit' },
  collected: 'Wie sie eingeholt wurde',
  controller: 'Wer dafür einsteht',
  place: 'Wo es veröffentlicht wurde: ein Bewertungsportal, eine Zeitschrift',
  lacks: 'Noch anzugeben:',
  lack: {
    who: 'ein Verweis',
    given: 'der Tag der Erteilung',
    purposes: 'dass es auf einer Wand gezeigt werden darf',
    audience: 'wer es sehen darf',
    place: 'wo es veröffentlicht wurde',
  },
}
