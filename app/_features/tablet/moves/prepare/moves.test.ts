import { describe, expect, test } from 'vitest'
import { NOTHING_SAID, readDone, type DoneWork } from './done-work.ts'
import { reportWords } from './report-words.ts'

describe('the words of a report', () => {
  test.each([
    { name: 'one short line is the title', text: ' Belt squeals ', words: { title: 'Belt squeals' } },
    { name: 'more lines stay whole beside the first', text: 'Belt squeals\nonly when cold', words: { title: 'Belt squeals', description: 'Belt squeals\nonly when cold' } },
    { name: 'a long line is cut at a word', text: `${'noise '.repeat(20)}end`, words: { title: `${'noise '.repeat(13).trim()}…`, description: `${'noise '.repeat(20)}end` } },
  ])('$name', ({ text, words }) => { expect(reportWords(text)).toEqual(words) })
})

describe('work that was done already', () => {
  const NOW = new Date('2026-11-26T10:00:00Z')
  const ZONE = 'Europe/Berlin'
  const choices = { items: ['BLADES'], modes: ['VIB'], activities: ['CLEAN'] }
  const service: DoneWork = { ...NOTHING_SAID, title: 'Greased', kind: 'preventive', took: 15 }
  const repair: DoneWork = { ...NOTHING_SAID, title: 'Guard tightened', kind: 'corrective', took: 30, effect: 'degraded', itemCode: 'BLADES', modeCode: 'VIB', activityCode: 'CLEAN' }

  test.each<{ name: string; said: DoneWork; missing: string }>([
    { name: 'says what', said: { ...service, title: ' a ' }, missing: 'title' },
    { name: 'says what kind', said: { ...service, kind: null }, missing: 'kind' },
    { name: 'says how long', said: { ...service, took: null }, missing: 'took' },
    { name: 'has both times', said: { ...service, took: 'times', from: '2026-11-26T08:00' }, missing: 'took' },
    { name: 'ends after it began', said: { ...service, took: 'times', from: '2026-11-26T09:00', to: '2026-11-26T08:00' }, missing: 'workFinishedAt' },
    { name: 'ends before now', said: { ...service, took: 'times', from: '2026-11-26T10:00', to: '2026-11-26T12:00' }, missing: 'workFinishedAt' },
    { name: 'says what the fault did', said: { ...repair, effect: null }, missing: 'effect' },
    { name: 'says which part', said: { ...repair, itemCode: null }, missing: 'itemCode' },
    { name: 'says since when the function was lost', said: { ...repair, effect: 'functional-failure' }, missing: 'functionLostAt' },
  ])('$name', ({ said, missing }) => { expect(readDone(said, choices, ZONE, NOW)).toEqual({ ok: false, missing }) })

  test.each<{ name: string; said: DoneWork; known: boolean; payload: object }>([
    { name: 'service of a quarter of an hour', said: service, known: true, payload: { title: 'Greased', kind: 'preventive', minutes: 15, findings: { causeNote: 'Greased' } } },
    {
      name: 'typed times, by the clocks of the site', said: { ...service, took: 'times', from: '2026-11-26T08:00', to: '2026-11-26T09:30' }, known: true,
      payload: { title: 'Greased', kind: 'preventive', minutes: 90, findings: { causeNote: 'Greased', workStartedAt: '2026-11-26T07:00:00.000Z', workFinishedAt: '2026-11-26T08:30:00.000Z' } },
    },
    {
      name: 'a repair', said: repair, known: true,
      payload: { title: 'Guard tightened', kind: 'corrective', minutes: 30, findings: { causeNote: 'Guard tightened', effect: 'degraded', itemCode: 'BLADES', modeCode: 'VIB', activityCode: 'CLEAN' } },
    },
    {
      name: 'a repair of a machine that the tablet knows little of', said: { ...repair, itemCode: null, modeCode: null, activityCode: null }, known: false,
      payload: { title: 'Guard tightened', kind: 'corrective', minutes: 30, findings: { causeNote: 'Guard tightened', effect: 'degraded', itemCode: 'OTHER', modeCode: 'OTHER', activityCode: 'OTHER' } },
    },
    { name: 'nothing was wrong', said: { ...repair, effect: 'none' }, known: true, payload: { title: 'Guard tightened', kind: 'corrective', minutes: 30, findings: { causeNote: 'Guard tightened', effect: 'none' } } },
  ])('$name', ({ said, known, payload }) => { expect(readDone(said, known ? choices : null, ZONE, NOW)).toEqual({ ok: true, payload }) })
})
