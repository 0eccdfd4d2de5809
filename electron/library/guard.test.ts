import { expect, test } from 'vitest'
import { limitFor } from './guard.ts'

test('the smaller a file, the sooner it counts as hanging; nothing gets more than the most', () => {
  const limits = { fileMs: 20_000, msPerMb: 4_000, mostMs: 60_000, memoryMb: 1 }
  expect([0, 1_048_576, 5_242_880, 1e9, undefined].map((bytes) => limitFor(bytes, limits))).toEqual([
    20_000, 24_000, 40_000, 60_000, 60_000,
  ])
})
