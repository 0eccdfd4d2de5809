import type { Words } from '../en.ts'

export const kinds: Words['kinds'] = {
  persona: 'Persona',
  journey: 'Reise',
  quote: 'Zitat',
  call: 'Anruf',
  photo: 'Foto',
  clip: 'Film',
  observation: 'Beobachtung',
  feedback: 'Umfrageergebnis',
  metric: 'Kennzahl',
  prompt: 'Frage',
  commitment: 'Zusage',
}
