import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse } from 'csv-parse/sync'
import { makeRoom } from './open-room.ts'

/** What 1,706 people answered about a notebook, as its makers published it (jupyter/surveys, CC0), as a room would keep it. */

const SURVEY = new URL(
  '../../../shared/data/feedback/jupyter/20160115235816-SurveyExport.csv',
  import.meta.url,
)

/** Questions that are answered in words, by the name of their table here; the tone is the question's own. */
const QUESTIONS = {
  hinders: { begins: 'What, if anything, hinders you', sentiment: -1 },
  pleasant: { begins: 'Aspect #1:What aspects of Jupyter Notebook make it pleasant', sentiment: 1 },
  difficult: { begins: 'Aspect #1:What aspects of Jupyter Notebook make it difficult', sentiment: -1 },
  lacks: {
    begins: 'Workflow Need #1:What needs in your workflow does Jupyter Notebook not',
    sentiment: undefined,
  },
} as const
type Question = keyof typeof QUESTIONS

export interface SurveyCell {
  readonly question: Question
  /** 1-based line of the record in the file. */
  readonly line: number
  /** Byte for byte. */
  readonly text: string
}

/** It is no part of the product: where it is not beside it, nothing can be asked of it. */
export const isThere = existsSync(fileURLToPath(SURVEY))
const bytes = isThere ? readFileSync(fileURLToPath(SURVEY)) : Buffer.from('')
const records = parse(bytes, { info: true, relax_column_count: true }) as unknown as {
  record: string[]
  info: { lines: number }
}[]
const headers = records[0]?.record ?? []

function headerOf(question: Question): string {
  return headers.find((header) => header.startsWith(QUESTIONS[question].begins)) ?? ''
}

/** Every answer to the questions, as a reader that is not the product's own has it. */
export const cells: readonly SurveyCell[] = (Object.keys(QUESTIONS) as Question[]).flatMap((question) => {
  const column = headers.indexOf(headerOf(question))
  return records.slice(1).flatMap(({ record, info }) => {
    const text = record[column] ?? ''
    return text.trim() === '' ? [] : [{ question, line: info.lines, text }]
  })
})

/** `themes` is the YAML that stands below `themes:` in room.yaml. */
export async function jupyterRoom(themes: string) {
  const files = Object.entries(QUESTIONS).flatMap(([name, { sentiment }]) => {
    const beside = [
      'source: Jupyter Notebook UX survey',
      'public_source: github.com/jupyter/surveys',
      'evidence: research',
      ...(sentiment === undefined ? [] : [`sentiment: ${sentiment}`]),
      `columns: {text: ${JSON.stringify(headerOf(name as Question))}, captured: Date Submitted}`,
      '',
    ]
    return [
      [`quotes/${name}.csv`, bytes],
      [`quotes/${name}.yaml`, beside.join('\n')],
    ] as const
  })
  const room = await makeRoom({
    ...Object.fromEntries(files),
    'room.yaml': `timezone: UTC\naudience: public\nthemes:\n${themes}`,
  })
  await room.index()
  return room
}
