import { expect, test } from 'vitest'
import { people } from './fact.ts'

test.each([
  [43.39622641509434, 318, [138, 318]],
  [61, 212, [61, 100]],
  [50, 60, [30, 60]],
  [61.4, undefined, [61, 100]],
])('%d %% of %s people is told as %j', (share, n, told) => expect(people(share, n)).toEqual(told))
