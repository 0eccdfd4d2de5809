import type { Words } from '../en.ts'

export const picture: Words['picture'] = {
  title: 'Bild: unkenntlich machen, zuschneiden, worauf es ankommt',
  hint: 'Ziehen Sie mit dem, was unten gewählt ist, über das Bild. Jeder Rahmen lässt sich mit den Pfeiltasten bewegen, mit Umschalt und Pfeiltasten in der Größe ändern und mit Entf entfernen.',
  noPicture: 'Es darf nicht gezeigt werden, deshalb gibt es kein Bild davon für die Wand.',
  show: 'Bild aus dem Ordner ansehen',
  showHint:
    'Es wird nur für dieses Fenster klein aus dem Ordner gelesen und nirgends aufbewahrt. Die Wand bekommt es nicht, und wenn Sie weitergehen, ist es fort.',
  tool: 'Was Sie zeichnen',
  tools: { blur: 'unkenntliche Teile', crop: 'den verwendeten Ausschnitt', focal: 'worauf es ankommt' },
  add: { blur: 'Unkenntlichen Teil hinzufügen', crop: 'Zuschneiden', focal: 'Sagen, worauf es ankommt' },
  uncrop: 'Alles verwenden',
  unfocus: 'Auf nichts Besonderes',
  part: (at) => `Unkenntlicher Teil ${at}`,
  unseen: 'in Pixeln geschrieben: mit dem Bild ist er zu sehen',
  cropFrame: 'Verwendeter Ausschnitt',
  place: (x, y, width, height) => `${x} von links, ${y} von oben, ${width} breit, ${height} hoch`,
  focalAt: (x, y) => `Worauf es ankommt: ${x} von links, ${y} von oben`,
  save: 'Bild so speichern',
}
