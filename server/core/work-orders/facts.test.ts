import { describe, expect, test } from 'vitest'
import { COMMANDS, UNFINISHED, WORK_ORDER_STATUSES } from './enums.ts'
import { FACTS, isLate, OVER } from './facts.ts'
import { TRANSITIONS } from './transitions.ts'

const end = new Date('2026-11-26T10:00:00Z')
const before = new Date(end.getTime() - 1)
const facts = { completedAt: end, closedAt: null }

test('a state is either unfinished or over', () => expect([...UNFINISHED, ...OVER].sort()).toEqual([...WORK_ORDER_STATUSES].sort()))

describe('a fact', () => {
  test.each(FACTS.flatMap((command) => OVER.map((status) => ({ command, status }))))('$command is kept when the order is $status', ({ command, status }) => {
    expect(TRANSITIONS.filter((row) => row.command === command && row.from.includes(status)).map((row) => row.to)).toEqual(['same'])
  })
  test.each(FACTS)('%s is late on work that is over, when it was done before', (command) => {
    for (const status of OVER) expect(isLate({ ...facts, status }, command, before)).toBe(true)
    for (const status of UNFINISHED) expect(isLate({ ...facts, status }, command, before)).toBe(false)
  })
  test('a comment about old work is not late', () => expect(isLate({ ...facts, status: 'closed' }, 'comment', end)).toBe(false))
  test('anything else that is done later is a late entry all the same', () => expect(isLate({ ...facts, status: 'closed' }, 'usePart', new Date(end.getTime() + 1))).toBe(true))
})

test('what decides about an order is never late', () => {
  for (const command of COMMANDS.filter((name) => !FACTS.includes(name))) expect(isLate({ ...facts, status: 'closed' }, command, before)).toBe(false)
})
