import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  columnDates,
  DATE_ORDERS,
  type DateOrder,
  dateKey,
  readCount,
  readDateInOrder,
  yearOf,
} from './date-order.ts'

const two = (value: number): string => `${value}`.padStart(2, '0')

function written(date: Date, order: DateOrder, mark: string, digits: 2 | 4): string {
  const [y, m, d] = [
    `${date.getUTCFullYear()}`.slice(4 - digits),
    two(date.getUTCMonth() + 1),
    two(date.getUTCDate()),
  ]
  return { 'day first': [d, m, y], 'month first': [m, d, y], 'year first': [y, m, d] }[order].join(mark)
}

describe('a column of dates', () => {
  test('that are beyond doubt is read one by one', () => {
    expect(columnDates(['2026-03-04', '4 March 2026', '04.03.2026', '']).read).toBe('alone')
    expect(columnDates([]).read).toBe('alone')
  })

  test('in which one value can be only one day is read like that one', () => {
    expect(columnDates(['03/04/2026', '27/03/2026'])).toMatchObject({ order: 'day first', by: '27/03/2026' })
    expect(columnDates(['03-04-2026 10:00', '03-27-2026 11:30 PM'])).toMatchObject({ order: 'month first' })
  })

  test('in which nothing tells stays open, with the year', () => {
    expect(columnDates(['03/04/2026', '05/06/2026'])).toEqual({
      read: 'open',
      orders: ['day first', 'month first'],
      by: '03/04/2026',
      sure: true,
    })
    expect(columnDates(['03.04.26', '05.06.26'])).toMatchObject({ read: 'open', sure: false })
    expect(yearOf('03/04/2026')).toBe('2026')
  })

  test('of the same day either way is no question', () => {
    expect(columnDates(['04/04/2026', '05/05/2026']).read).toBe('order')
  })

  test('with two-digit years has fewer years than days', () => {
    const days = Array.from({ length: 20 }, (_, index) => `15.0${(index % 9) + 1}.${two(index + 1)}`)
    expect(columnDates(days)).toMatchObject({ read: 'order', order: 'year first' })
    const western = Array.from({ length: 20 }, (_, index) => `${two(index + 1)}/0${(index % 9) + 1}/26`)
    expect(columnDates(western)).toMatchObject({ read: 'order', order: 'day first' })
  })

  test('with one slip among many is read like the many', () => {
    const days = Array.from({ length: 99 }, (_, index) => `${two((index % 28) + 1)}/03/2026`)
    expect(columnDates([...days, '45/03/2026'])).toMatchObject({ order: 'day first' })
    expect(readDateInOrder('45/03/2026', 'day first')).toBeUndefined()
  })

  test('of numbers counts days, seconds or milliseconds', () => {
    expect(columnDates(['46085', '46086.77083'])).toMatchObject({ read: 'count', unit: 'days' })
    expect(readCount('46085', 'days')).toBe('2026-03-04')
    expect(readCount('46085.77083', 'days')).toBe('2026-03-04T18:30')
    expect(readCount('1772649000', 'seconds')).toBe('2026-03-04T18:30')
    expect(readCount('1772649000000', 'milliseconds')).toBe('2026-03-04T18:30')
    expect(columnDates(['46085', 'soon']).read).toBe('alone')
  })
})

const dates = fc.array(
  fc.date({ min: new Date('1990-01-01'), max: new Date('2029-12-31'), noInvalidDate: true }),
  {
    minLength: 1,
    maxLength: 60,
  },
)
const order = fc.constantFrom(...DATE_ORDERS)

test('an order that is found is the order in which it was written, and every date comes back', () => {
  fc.assert(
    fc.property(dates, order, fc.constantFrom('/', '-'), fc.boolean(), (days, written_, mark, isShort) => {
      const digits = isShort ? 2 : 4
      if (digits === 4 && written_ === 'year first') return
      const cells = days.map((day) => written(day, written_, mark, digits))
      const found = columnDates(cells)
      for (const [index, cell] of cells.entries()) {
        expect(readDateInOrder(cell, written_)).toBe(days[index]?.toISOString().slice(0, 10))
      }
      // A two-digit year may look like a day all through a small column; a four-digit one never misleads.
      if (digits === 2 || found.read !== 'order') return
      for (const cell of cells)
        expect(readDateInOrder(cell, found.order)).toBe(readDateInOrder(cell, written_))
    }),
  )
})

test('nothing throws, and a date has one key whichever way it is read', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 24 })), order, (cells, one) => {
      columnDates(cells)
      for (const cell of cells) {
        readDateInOrder(cell, one)
        readCount(cell, 'days')
        expect(dateKey(cell)).toBe(dateKey(cell))
      }
    }),
  )
  expect(dateKey('03/04/2026')).toBe(dateKey('04/03/2026'))
})
