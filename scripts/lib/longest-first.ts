import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Files that take longest, in this order; those that are not named follow. */
const LONGEST = [
  'tests/e2e/slides.test.ts',
  'tests/e2e/scripts.test.ts',
  'tests/e2e/admin-order.test.ts',
  'tests/e2e/admin-record.test.ts',
  'tests/e2e/admin-orders.test.ts',
  'tests/e2e/admin-lock.test.ts',
  'tests/e2e/booth.test.ts',
  'tests/e2e/package.test.ts',
  'tests/e2e/chair.test.ts',
  'tests/e2e/wall.test.ts',
  'tests/e2e/chair-scenes.test.ts',
  'tests/library/privacy.model.test.ts',
  'tests/curate/two-writers.test.ts',
  'tests/library/simulate.test.ts',
  'tests/library/watching.test.ts',
  'tests/library/guard.test.ts',
]

/** The longest files first, so that none of them is left alone at the end; the same order in every run and checkout. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return files.toSorted((a, b) => groupOf(a) - groupOf(b) || rankOf(a) - rankOf(b) || compare(a, b))
  }
}

function groupOf({ project }: TestSpecification): number {
  return project.config.sequence.groupOrder
}

function rankOf({ moduleId }: TestSpecification): number {
  const rank = LONGEST.findIndex((file) => moduleId.endsWith(file))
  return rank === -1 ? LONGEST.length : rank
}

function compare(a: TestSpecification, b: TestSpecification): number {
  return a.moduleId < b.moduleId ? -1 : 1
}
