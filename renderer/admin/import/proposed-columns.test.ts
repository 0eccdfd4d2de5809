import { expect, it } from 'vitest'
import type { PlannedTable } from '../../core/admin/import.ts'
import { asksColumns, fieldOf, proposedColumns, stillLacking, withMeaning } from './proposed-columns.ts'

const TABLE: PlannedTable = {
  id: 0,
  kind: 'quote',
  key: 't1',
  headers: ['When', 'What', 'Where'],
  columns: { captured: 'When', text: 'What' },
  unknown: ['Where'],
  fields: ['text', 'captured', 'who', 'source'],
  lacking: ['source'],
  known: true,
  rows: [],
  asksDates: false,
}

it('a header has one meaning, and a meaning one header', () => {
  const moved = withMeaning(proposedColumns(TABLE), 'Where', 'text')
  expect(moved.columns).toEqual({ captured: 'When', text: 'Where' })
  expect(fieldOf('What', moved)).toBe('')
  expect(fieldOf('Where', moved)).toBe('text')
  const renamed = withMeaning(moved, 'Where', 'who')
  expect(renamed.columns).toEqual({ captured: 'When', who: 'Where' })
  expect(withMeaning(renamed, 'When', '').columns).toEqual({ who: 'Where' })
})

it('the order of dates stays when a column is named', () => {
  expect(withMeaning({ columns: {}, dates: 'day first' }, 'When', 'captured').dates).toBe('day first')
})

it('a source may be said once for all, so its lack asks about no column', () => {
  expect(asksColumns(TABLE)).toBe(false)
  expect(stillLacking(TABLE, proposedColumns(TABLE), ' ')).toEqual(['source'])
  expect(stillLacking(TABLE, proposedColumns(TABLE), 'A survey')).toEqual([])
  expect(stillLacking(TABLE, withMeaning({}, 'Where', 'source'), '')).toEqual([])
})

it('a table is asked about where nobody knows it, where a column is lacking or its dates are open', () => {
  expect(asksColumns({ ...TABLE, known: false })).toBe(true)
  expect(asksColumns({ ...TABLE, lacking: ['captured'] })).toBe(true)
  expect(asksColumns({ ...TABLE, asksDates: true })).toBe(true)
})
