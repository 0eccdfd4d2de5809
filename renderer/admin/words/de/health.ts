import type { Words } from '../en.ts'

export const health: Words['health'] = {
  title: 'Zustand',
  library: 'Bestand',
  wall: 'Wand',
  disk: 'Speicher',
  clock: 'Uhr',
  displays: 'Bildschirme',
  restarts: 'Neustarts',
  versions: 'Versionen',
  problems: 'Probleme',
}
