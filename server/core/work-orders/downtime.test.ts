import { describe, expect, test } from 'vitest'
import { checkStandstill, proposedEnd } from './downtime.ts'

const now = new Date('2026-11-26T10:00:00Z')
const hour = (n: number): Date => new Date(now.getTime() + n * 3_600_000)

test.each([
  { name: 'over', from: hour(-2), to: hour(-1), field: null },
  { name: 'goes on', from: hour(-2), to: null, field: null },
  { name: 'begins in the future', from: hour(1), to: null, field: 'from' },
  { name: 'ends before it begins', from: hour(-1), to: hour(-2), field: 'to' },
  { name: 'ends as it begins', from: hour(-1), to: hour(-1), field: 'to' },
  { name: 'ends in the future', from: hour(-1), to: hour(1), field: 'to' },
])('a standstill that $name', ({ from, to, field }) => {
  expect(checkStandstill({ from, to }, now)).toMatchObject(field === null ? { ok: true } : { ok: false, error: { code: 'invalid', facts: { field } } })
})

describe('the end that completing proposes', () => {
  test.each([
    { name: 'back in service', order: { returnedAt: hour(-1), workFinishedAt: hour(-2) }, to: null, end: hour(-1) },
    { name: 'the work is done', order: { returnedAt: null, workFinishedAt: hour(-2) }, to: null, end: hour(-2) },
    { name: 'the work goes on', order: { returnedAt: null, workFinishedAt: null }, to: null, end: null },
    { name: 'it has its end', order: { returnedAt: hour(-1), workFinishedAt: null }, to: hour(-2), end: null },
    { name: 'it began after the work', order: { returnedAt: null, workFinishedAt: hour(-5) }, to: null, end: null },
  ])('$name', ({ order, to, end }) => expect(proposedEnd(order, { from: hour(-3), to })).toEqual(end))
})
