import { describe, expect, it } from 'vitest'
import { ruleDefinition } from '#server/core/condition/definition.ts'
import { SENTENCE_KEYS } from '#server/core/condition/sentence-parts.ts'
import { messages } from '../../../_lib/messages/en/index.ts'
import { addBand, newDefinition, removeBand, withBand, withDirection, withGate, withoutGate, withPoint } from './change.ts'
import { writeDuration } from '../../../_lib/rules/duration.ts'
import { msOf, partsOf } from './duration.ts'
import { listedFirings } from './firings.ts'
import { missingOf, newForm, withPlace, type NewRuleForm } from './new-rule.ts'
import { briefly, readKept, writeKept } from './kept.ts'
import { shownRules } from './list.ts'
import { isSame, newestOf, nextVersion, publishedOf, standingOf, unitOf, vocabularyOf, type Definition, type RuleRow, type RuleView } from './rule.ts'
import { problemAt, problemsOf, wordsOf } from './words.ts'

const above: Definition = ruleDefinition.parse({ kind: 'threshold', points: ['TS1'], direction: 'above', limit: 42, clear: 40, forMs: 600_000, priority: 3, failureMode: 'OHE' })
const gated: Definition = ruleDefinition.parse({
  kind: 'threshold', points: ['acc'], direction: 'above', priority: 2, gate: { point: 'speed', bands: [{ from: 45, to: 55, limit: 0.1 }, { from: 60, to: 75, limit: 0.18 }] },
})

describe('withDirection', () => {
  it.each<[string, Definition, Definition['direction'], Partial<Definition>]>([
    ['below keeps the limit; the clear limit was on the wrong side', above, 'below', { direction: 'below', limit: 42, clear: null }],
    ['outside keeps the limit above and the clear limit below', above, 'outside', { direction: 'outside', limit: null, clear: null, low: 40, high: 42 }],
    ['back from outside takes the side\'s own limit', { ...above, direction: 'outside', limit: null, clear: null, low: 10, high: 50 }, 'below', { limit: 10, low: null, high: null }],
    ['a gated rule keeps its bands on the other side', gated, 'below', { direction: 'below', limit: null }],
    ['a gated rule turned outside loses its gate', gated, 'outside', { gate: null, high: 0.1 }],
  ])('%s', (_name, rule, direction, expected) => {
    expect(withDirection(rule, direction)).toMatchObject(expected)
  })
  it('leaves what is already so', () => { expect(withDirection(above, 'above')).toBe(above) })
  it('leaves what nobody can know to the person', () => {
    expect(problemsOf(withDirection({ ...above, clear: null }, 'outside')).map(({ word }) => word)).toEqual(['range'])
  })
})

describe('gate', () => {
  it('begins with one band of the old limit', () => {
    const rule = withGate(above, 'speed')
    expect(rule).toMatchObject({ limit: null, clear: null, gate: { point: 'speed', bands: [{ limit: 42, clear: 40 }] } })
    expect(problemsOf(rule).every(({ word }) => word === 'gate')).toBe(true)
  })
  it('changes the deciding point and keeps the bands', () => { expect(withGate(gated, 'load').gate).toEqual({ ...gated.gate, point: 'load' }) })
  it('goes back to the first band\'s limit', () => { expect(withoutGate(gated)).toMatchObject({ gate: null, limit: 0.1, clear: null }) })
  it('adds a band where the last one ends, and never removes the last', () => {
    expect(addBand(gated).gate?.bands.at(-1)).toMatchObject({ from: 75, limit: 0.18 })
    const one = removeBand(gated, 0)
    expect(one.gate?.bands).toHaveLength(1)
    expect(removeBand(one, 0).gate?.bands).toHaveLength(1)
  })
  it('changes one band', () => { expect(withBand(gated, 1, { limit: 0.2 }).gate?.bands.map(({ limit }) => limit)).toEqual([0.1, 0.2]) })
})

it('withPoint keeps the order of the machine\'s points', () => {
  expect(withPoint({ ...above, points: ['TS3'] }, 'TS1', true, ['TS1', 'TS2', 'TS3']).points).toEqual(['TS1', 'TS3'])
  expect(withPoint({ ...above, points: ['TS1', 'gone'] }, 'TS1', false, ['TS1', 'TS2']).points).toEqual(['gone'])
})

describe('problemsOf', () => {
  it.each<[string, Definition, string, string]>([
    ['no limit', { ...above, limit: Number.NaN }, 'limit', 'invalid_type'],
    ['a clear limit on the wrong side', { ...above, clear: 45 }, 'clear', 'clearTooHigh'],
    ['nothing watched', { ...above, points: [] }, 'points', 'too_small'],
    ['bands that overlap', withBand(gated, 1, { from: 50 }), 'gate', 'bandOverlap'],
    ['a range upside down', { ...withDirection(above, 'outside'), low: 50 }, 'range', 'highBelowLow'],
    ['no length', { ...above, forMs: Number.NaN }, 'forTime', 'invalid_type'],
    ['a point that decides about itself', withGate({ ...above, points: ['speed'] }, 'speed'), 'gate', 'invalid_type'],
  ])('%s is told at its word', (_name, rule, word, key) => {
    expect(problemsOf(rule)[0]).toMatchObject({ word, key })
  })
  it('says nothing of a rule that fits', () => { expect([...problemsOf(above), ...problemsOf(gated)]).toEqual([]) })
  it('is found by the field it concerns', () => {
    const problems = problemsOf(withBand(gated, 1, { to: 59 }))
    expect(problemAt(problems, 'gate', 'bands', 1, 'to')).toMatchObject({ key: 'bandEnd', bound: 60 })
    expect(problemAt(problems, 'gate', 'bands', 0)).toBeUndefined()
  })
})

it('wordsOf names what the sentence has', () => {
  expect(wordsOf(above)).toContain('clear')
  expect(wordsOf(gated)).not.toContain('clear')
  expect(wordsOf(withDirection(above, 'outside'))).toContain('range')
})

describe('durations', () => {
  it.each<[number, number, string]>([[90_000, 90, 'second'], [120_000, 2, 'minute'], [18_000_000, 5, 'hour'], [172_800_000, 2, 'day'], [1500, 1.5, 'second']])('%d ms', (ms, amount, per) => {
    expect(partsOf(ms, 'minute')).toEqual({ amount, per })
  })
  it('keeps the chosen unit for zero', () => { expect(partsOf(0, 'hour')).toEqual({ amount: 0, per: 'hour' }) })
  it('goes back and forth', () => { expect(msOf(1.5, 'minute')).toBe(90_000) })
  it('is written in the reader\'s language', () => {
    expect([writeDuration(18_000_000, 'en'), writeDuration(60_000, 'de')]).toEqual(['5 hours', '1 Minute'])
  })
})

const row = (change: Partial<RuleRow>): RuleRow => ({
  id: 'r', name: 'Rule', status: 'published', className: 'Fan', assetTag: null, definition: above, version: 1, hasDraft: false, state: 'live', shadowVersion: null, openIncidents: 0, lastFiredAt: null,
  vocabulary: { points: [{ code: 'TS1', name: 'Tank', unit: 'Cel' }], failureModes: [] }, ...change,
})

describe('the list', () => {
  const rows = [row({ id: 'retired', status: 'retired' }), row({ id: 'draft', status: 'draft', version: null, hasDraft: true }), row({ id: 'quiet' }), row({ id: 'fires', openIncidents: 1, hasDraft: true })]
  const ids = (...args: [Parameters<typeof shownRules>[1], string]): string[] => shownRules(rows, ...args).map(({ id }) => id)
  it('shows what fires first and what is retired last', () => { expect(ids('all', '')).toEqual(['fires', 'quiet', 'draft', 'retired']) })
  it('narrows by standing', () => {
    expect([ids('published', ''), ids('draft', ''), ids('retired', '')]).toEqual([['fires', 'quiet'], ['fires', 'draft'], ['retired']])
  })
  it('narrows by words', () => { expect([ids('all', 'fan ohe').length, ids('all', 'pump').length]).toEqual([4, 0]) })
})

describe('a rule and its versions', () => {
  const version = (number: number, definition: Definition, published: boolean) => ({ version: number, note: null, createdAt: '', publishedAt: published ? '2026-01-01T00:00:00Z' : null, definition })
  const view = (change: Partial<RuleView>): RuleView => ({
    ...row({}), classId: 'c', assetId: null, draft: null, versions: [version(1, above, true)], points: [], allowed: { edit: true, publish: true }, ...change,
  })
  it('edits the draft, else the version in force', () => {
    const draft = version(2, gated, false)
    expect(newestOf(view({ draft, versions: [draft, version(1, above, true)] }))).toBe(gated)
    expect(newestOf(view({}))).toBe(above)
    expect(publishedOf(view({ draft, versions: [draft, version(1, above, true)] }))).toBe(above)
  })
  it('counts on', () => {
    expect([nextVersion(view({})), nextVersion(view({ draft: version(2, gated, false) }))]).toEqual([2, 2])
  })
  it('stands as it stands', () => {
    expect([row({}), row({ hasDraft: true }), row({ status: 'draft' }), row({ status: 'retired', hasDraft: true })].map(standingOf)).toEqual(['published', 'changed', 'draft', 'retired'])
  })
  it('speaks of its class\'s points, else of those found on machines', () => {
    const point = { id: 'p', no: 1, code: 'acc', name: 'Vibration', unit: '[g]', stalenessMs: 1, assetId: 'a', assetTag: 'CT', siteId: 's' }
    expect(vocabularyOf(view({ vocabulary: { points: [], failureModes: [] }, points: [point] })).points).toEqual([{ code: 'acc', name: 'Vibration', unit: '[g]' }])
    expect(unitOf(above, row({}).vocabulary)).toBe('Cel')
  })
  it('tells whether anything changed', () => { expect([isSame(above, { ...above }), isSame(above, { ...above, limit: 43 }), isSame(above, null)]).toEqual([true, false, false]) })
})

it('newDefinition can be saved as it is', () => { expect(problemsOf(newDefinition(['TS1'], 'above', 50))).toEqual([]) })

describe('what is kept of an unsaved rule', () => {
  it('comes back as it was, with what is not typed yet', () => {
    const half = { ...above, limit: Number.NaN }
    expect(readKept(writeKept(half))).toEqual(half)
  })
  it.each([[null], ['not JSON'], ['{"kind":"other"}'], ['null']])('%j is nothing', (text) => { expect(readKept(text)).toBeNull() })
})

describe('a new rule', () => {
  const empty = newForm('value')
  const filled: NewRuleForm = { ...empty, name: 'Oil hot', classId: 'c', definition: { ...empty.definition, points: ['TS1'], limit: 52 } }
  it.each<[string, NewRuleForm, readonly string[]]>([
    ['nothing said', empty, ['name', 'class', 'points']],
    ['all said', filled, []],
    ['a machine instead, not chosen yet', withPlace(filled, { where: 'machine' }), ['machine', 'points']],
    ['a name of blanks', { ...filled, name: '  ' }, ['name']],
  ])('%s', (_name, form, expected) => { expect(missingOf(form)).toEqual(expected) })
  it('asks for a limit only where the kind has one', () => {
    expect(problemsOf(newForm('value').definition).map(({ word }) => word)).toEqual(['points', 'limit'])
    expect(problemsOf(newForm('silence').definition).map(({ word }) => word)).toEqual(['points'])
    expect(problemsOf(filled.definition)).toEqual([])
  })
})

it('listedFirings lists the newest first, by their number in the picture', () => {
  const firing = (from: number) => ({ from, to: from + 1, peak: 1, peakAt: from, limit: 0, priority: 3 })
  expect(listedFirings([firing(1), firing(2)]).rows.map(({ number }) => number)).toEqual([2, 1])
  expect(listedFirings(Array.from({ length: 35 }, (_one, index) => firing(index))).left).toBe(5)
})

it('every clause of a rule has its words', () => {
  expect(SENTENCE_KEYS.filter((key) => !Object.hasOwn(messages.rules.says, key))).toEqual([])
})

describe('briefly', () => {
  const many: Definition = { ...gated, gate: { point: 'speed', bands: Array.from({ length: 32 }, (_band, index) => ({ from: index * 3.125, to: index * 3.125 + 3, limit: 0.125, clear: null })) } }
  it('means the same', () => { expect(ruleDefinition.parse(briefly(many))).toEqual(many) })
  it('fits 32 bands into an address', () => { expect(encodeURIComponent(JSON.stringify(briefly(many))).length).toBeLessThan(3500) })
})
