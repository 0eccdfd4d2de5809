import { type Problem, problemSchema } from '../../renderer/core/problem.ts'
import type { Db } from '../sqlite.ts'
import { withoutPersonalData } from './problems.ts'
import type { Shown } from './query-transactions.ts'

/** What was told of the folder, in index.db. */

export function problemQueries(db: Db, shown: Shown) {
  const clear = db.prepare('DELETE FROM problems WHERE scope = ?')
  const add = db.prepare(
    'INSERT INTO problems VALUES (@scope, @seq, @path, @line, @field, @severity, @message, @hint, @code)',
  )
  const read = db.prepare<[string], ProblemRow>(
    'SELECT path, line, field, severity, message, hint, code FROM problems WHERE scope = ? ORDER BY seq',
  )
  return {
    problemsOf: (scope: string): Problem[] => read.all(scope).map(problemFrom),
    setProblems: (scope: string, told: readonly Problem[]): void => {
      const problems = told.map(withoutPersonalData)
      const before = read.all(scope)
      if (JSON.stringify(before.map(problemFrom)) === JSON.stringify(problems)) return
      shown.changes += 1
      shown.forgotten += before.length
      clear.run(scope)
      for (const [seq, problem] of problems.entries())
        add.run({ line: null, field: null, code: null, ...problem, scope, seq })
    },
  }
}

export interface ProblemRow {
  readonly path: string
  readonly line: number | null
  readonly field: string | null
  readonly severity: string
  readonly message: string
  readonly hint: string
  readonly code: string | null
}

export function problemFrom({ line, field, code, ...row }: ProblemRow): Problem {
  const { path, severity, message, hint } = row
  return problemSchema.parse({
    path,
    ...(line === null ? {} : { line }),
    ...(field === null ? {} : { field }),
    severity,
    message,
    hint,
    ...(code === null ? {} : { code }),
  })
}
