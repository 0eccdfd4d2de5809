import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type LayerEvent, type Layers, NO_LAYERS, stepLayers } from './layers.ts'

function run(...events: LayerEvent<string>[]): Layers<string> {
  return events.reduce<Layers<string>>(stepLayers, NO_LAYERS)
}
const target = (key: string, view = key): LayerEvent<string> => ({ type: 'target', key, view })
const ready = (key: string): LayerEvent<string> => ({ type: 'ready', key })
const entered = (key: string): LayerEvent<string> => ({ type: 'entered', key })
const failed = (key: string): LayerEvent<string> => ({ type: 'failed', key })
const phases = (state: Layers<string>): string[] => state.stack.map((layer) => `${layer.key} ${layer.phase}`)
const shown = (key: string): LayerEvent<string>[] => [target(key), ready(key), entered(key)]

test('the old slide stays until the new one has come in', () => {
  expect(phases(run(...shown('a'), target('b')))).toEqual(['a shown', 'b preparing'])
  expect(phases(run(...shown('a'), target('b'), ready('b')))).toEqual(['a shown', 'b entering'])
  expect(phases(run(...shown('a'), ...shown('b')))).toEqual(['b shown'])
})

test('what is no longer wanted while it is prepared is given up', () => {
  expect(phases(run(...shown('a'), target('b'), target('c')))).toEqual(['a shown', 'c preparing'])
  expect(phases(run(...shown('a'), target('b'), target('a')))).toEqual(['a shown'])
})

test('a swap is never broken off; what is wanted meanwhile comes after it', () => {
  expect(phases(run(...shown('a'), target('b'), ready('b'), target('c')))).toEqual(['a shown', 'b entering'])
  expect(phases(run(...shown('a'), target('b'), ready('b'), target('c'), entered('b')))).toEqual([
    'b shown',
    'c preparing',
  ])
})

test('what cannot be drawn is not tried again, and the old slide stays', () => {
  const state = run(...shown('a'), target('b'), failed('b'), target('b'))
  expect(phases(state)).toEqual(['a shown'])
  expect(phases(stepLayers(state, target('c')))).toEqual(['a shown', 'c preparing'])
})

test('the same play told anew is the same layer with a new view', () => {
  const state = run(...shown('a'), target('a', 'a, edited'))
  expect(state.stack).toEqual([{ key: 'a', view: 'a, edited', phase: 'shown' }])
})

test('once something is shown, something is always shown; never more than two layers', () => {
  const keys = fc.constantFrom('a', 'b', 'c')
  const event = fc
    .tuple(fc.constantFrom(target, ready, entered, failed), keys)
    .map(([make, key]) => make(key))
  fc.assert(
    fc.property(fc.array(event, { maxLength: 60 }), (events) => {
      let state: Layers<string> = run(...shown('a'))
      for (const each of events) {
        state = stepLayers(state, each)
        expect(state.stack.filter((layer) => layer.phase === 'shown')).toHaveLength(1)
        expect(state.stack.length).toBeLessThanOrEqual(2)
        expect(new Set(state.stack.map((layer) => layer.key)).size).toBe(state.stack.length)
      }
    }),
  )
})
