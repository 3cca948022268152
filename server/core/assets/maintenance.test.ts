import { describe, expect, it } from 'vitest'
import { HOUR_MS } from '../kernel/time.ts'
import { checkDeclaration, quietWhile } from './maintenance.ts'

const NOW = 1_800_000_000_000
const H = HOUR_MS

describe('quietWhile', () => {
  it.each([
    ['a timer that was stopped', NOW + 2 * H, NOW + 2 * H],
    ['a timer that runs: 12 h at most', null, NOW + 12 * H],
    ['a timer that was forgotten for a weekend', NOW + 60 * H, NOW + 12 * H],
    ['one that ended as it began', NOW, NOW],
  ])('%s', (_, endedAt, to) => {
    expect(quietWhile(NOW, endedAt)).toEqual({ from: NOW, to })
  })
})

describe('checkDeclaration', () => {
  const plain = { level: 'machine', until: NOW + 4 * H, declared: [] }
  it.each([
    ['a machine for four hours', plain, null],
    ['a component', { ...plain, level: 'component' }, null],
    ['a line: the machines beside it would fall silent', { ...plain, level: 'line' }, 'not-a-machine'],
    ['twelve hours', { ...plain, until: NOW + 12 * H }, null],
    ['a moment more than twelve hours', { ...plain, until: NOW + 12 * H + 1 }, 'too-long'],
    ['an end that is over', { ...plain, until: NOW }, 'over-already'],
    ['one that is declared already', { ...plain, declared: [{ from: NOW - H, to: NOW + 1 }] }, 'declared-already'],
    ['one whose earlier declaration ends now', { ...plain, declared: [{ from: NOW - H, to: NOW }] }, null],
    ['one for which something is planned later', { ...plain, declared: [{ from: NOW + H, to: NOW + 2 * H }] }, null],
  ] as const)('%s', (_, declaration, problem) => {
    expect(checkDeclaration(declaration, NOW)).toBe(problem)
  })
})
