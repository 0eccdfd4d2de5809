import { expect, test } from 'vitest'
import { activityIn, askedFor, emotionIn } from './questions.ts'

test.each([
  ['Which department are you from?', 'who'],
  ['Where were you?', 'where'],
  ['What did you see?', 'what'],
  ['What happened', 'what'],
  ['What did the customer say about the shop?', 'verbatim'],
  ['In her words', 'verbatim'],
  ['How did the customer feel?', 'emotion'],
  ['What should we do next?', 'followUp'],
  ['Follow-up', 'followUp'],
  ['Date of the visit', 'captured'],
  ['Customer Connect activity', 'activity'],
])('“%s” asks for %s', (question, field) => expect(askedFor(question)).toBe(field))

test.each(['Your name', 'What is your name?', 'Name', 'Your e-mail address', 'The paper timetable', ''])(
  '“%s” asks for nothing that a wall shows',
  (question) => expect(askedFor(question)).toBeUndefined(),
)

test.each([
  ['Frustration', 'frustration'],
  ['She was really frustrated, then angry', 'frustration'],
  ['fed up', 'exasperation'],
  ['annoyed', 'irritation'],
  ['Delighted!', 'joy'],
  ['pleasantly surprised', 'surprise'],
  ['neutral', undefined],
])('“%s” is %s', (words, emotion) => expect(emotionIn(words)).toBe(emotion))

test.each([
  ['Sales visit', 'sales visit'],
  ['Delivery van', 'van'],
  ['Listened to a call', 'call'],
  ['In the shop', 'store'],
  ['At home', undefined],
])('“%s” is the activity %s', (words, activity) => expect(activityIn(words)).toBe(activity))
