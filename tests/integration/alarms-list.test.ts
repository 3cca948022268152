import { beforeAll, describe, expect, test } from 'vitest'
import { alarmPage } from '#server/flows/alarm-page.ts'
import { acknowledgeMany, alarmJournal, alarmReport, countStandingAlarms, listHeld, listStandingAlarms, shelve } from '#server/modules/incidents/index.ts'
import { useTestDatabase } from '#tests/harness/database.ts'
import { alarmPlant, HOT, type AlarmPlant } from './support/alarm-plant.ts'

const database = useTestDatabase()
const T0 = Math.floor(Date.now() / 1000) * 1000 - 120_000
const machines = (from: number, to: number, value = 90): Record<string, number> => Object.fromEntries(Array.from({ length: to - from }, (_, i) => [String(from + i), value]))
const technician = (plant: AlarmPlant) => plant.actor('technician')
const list = async (plant: AlarmPlant, query: Parameters<typeof listStandingAlarms>[1] = {}) => (await listStandingAlarms(technician(plant), query)).items

describe('a plant with a flood, a single alarm and one that chatters', () => {
  let plant: AlarmPlant
  beforeAll(async () => {
    // Machines 0, 3, 6, … are on line 0, 1, 4, … on line 1, 2, 5, … on line 2.
    plant = await alarmPlant(database, { machines: 40, lines: 3, rules: [HOT, { ...HOT, limit: 120, clear: 110, priority: 1 }] })
    await plant.send(T0, Object.fromEntries(Array.from({ length: 12 }, (_, i) => [String(i * 3), 90])))
    await plant.send(T0 + 1000, { '1': 130 })
    for (let i = 0; i < 4; i += 1) {
      await plant.send(T0 + 2000 + i * 4000, { '2': 90 })
      await plant.send(T0 + 4000 + i * 4000, { '2': 20 })
    }
    await plant.tickets()
  })

  test('lists the most urgent first, each flood as its first-out with its ticket, and a chattering alarm once', async () => {
    const items = await list(plant)
    expect(items.map((item) => [item.asset.tag, item.section, item.priority, item.folded.count, item.chatter])).toEqual([
      ['M-1', 'new', 1, 0, 0], ['M-0', 'new', 3, 11, 0], ['M-2', 'returned', 3, 0, 4],
    ])
    expect(items[1]).toMatchObject({ line: 'L-0', folded: { count: 11, unacknowledged: 11 }, failureMode: { code: 'OHE' }, unit: 'Cel', value: 90, limit: 80 })
    expect(items[1]?.order?.number).toMatch(/^WO-/)
    expect(await countStandingAlarms(technician(plant))).toEqual({ unacknowledged: 13, acknowledged: 0, returned: 1, stale: 0, held: 0 })
  })

  test('unfolds a flood, page by page', async () => {
    const [, flood] = await list(plant)
    const first = await listStandingAlarms(technician(plant), { under: flood?.key ?? '', limit: 6 })
    const second = await listStandingAlarms(technician(plant), { under: flood?.key ?? '', limit: 6, cursor: first.nextCursor ?? '' })
    expect([first.items.length, second.items.length, second.nextCursor]).toEqual([6, 5, null])
    expect(new Set([...first.items, ...second.items].map((item) => item.id)).size).toBe(11)
    await expect(listStandingAlarms(technician(plant), { cursor: 'nonsense' })).rejects.toMatchObject({ code: 'invalid' })
  })

  test('is narrowed by state, priority, place, machine, kind and words', async () => {
    const tags = async (query: Parameters<typeof listStandingAlarms>[1]) => (await list(plant, query)).map((item) => item.asset.tag)
    expect(await tags({ state: ['unacknowledged-returned'] })).toEqual(['M-2'])
    expect(await tags({ priority: [1] })).toEqual(['M-1'])
    expect(await tags({ areaId: plant.lineIds[1] })).toEqual(['M-1'])
    expect(await tags({ kind: 'silence' })).toEqual([])
    // What is folded is found too, under its first-out.
    expect(await tags({ assetId: plant.assetIds[33] })).toEqual(['M-0'])
    expect(await tags({ q: 'M-2' })).toEqual(['M-0', 'M-2'])
    expect(await tags({ siteId: plant.lineIds[0] })).toEqual([])
  })

  test('tells why one fired', async () => {
    const [urgent, flood] = await list(plant)
    const page = await alarmPage(technician(plant), { id: urgent?.id ?? '' })
    expect(page.alarm).toMatchObject({ priority: 1, value: 130, limit: 120 })
    expect(page.evidence?.trend.points.length).toBeGreaterThan(0)
    expect(page.rule).toMatchObject({ version: 1, sentence: [{ key: 'above', params: { points: ['temp'], limit: 120, unit: 'Cel' } }, { key: 'atOnce', params: {} }, expect.anything(), expect.anything()] })
    expect(page.transitions.map((one) => one.to)).toContain('firing')
    expect(page.journal.map((entry) => entry.type)).toEqual(['activated'])
    const child = (await list(plant, { under: flood?.key ?? '' }))[0]
    expect((await alarmPage(technician(plant), { id: child?.id ?? '' })).parent).toMatchObject({ id: flood?.id, tag: 'M-0' })
    const chattering = (await list(plant, { state: ['unacknowledged-returned'] }))[0]
    expect((await alarmPage(technician(plant), { id: chattering?.id ?? '' })).earlier).toHaveLength(3)
  })

  test('reports the rate, the bad actors and the flood', async () => {
    const report = await alarmReport(technician(plant), { hours: 24 })
    expect(report.summary).toMatchObject({ total: 17, peak: 12 })
    expect(report.perHour.reduce((sum, hour) => sum + hour.n, 0)).toBe(17)
    expect(report.badActors[0]).toMatchObject({ asset: { tag: 'M-2' }, activations: 4, share: 4 / 17 })
    expect(report.floods).toEqual([expect.objectContaining({ line: 'L-0', assetTag: 'M-0', alarms: 12, machines: 12, running: true })])
    expect(report.targets.peak.source).toBe('ISA-18.2')
  })

  test('is acknowledged at one stroke: a flood with all that is folded, a chattering alarm with all its episodes', async () => {
    const [, flood, chattering] = await list(plant)
    expect((await acknowledgeMany(technician(plant), { ids: [flood?.id ?? ''], folded: true })).acknowledged).toHaveLength(12)
    expect((await acknowledgeMany(technician(plant), { ids: [chattering?.id ?? ''] })).acknowledged).toHaveLength(4)
    expect((await acknowledgeMany(technician(plant), { ids: [flood?.id ?? ''], folded: true })).acknowledged).toEqual([])
    expect((await list(plant)).map((item) => [item.asset.tag, item.section])).toEqual([['M-1', 'new'], ['M-0', 'standing']])
    await expect(acknowledgeMany(plant.actor('manager'), { ids: [flood?.id ?? ''] })).rejects.toMatchObject({ code: 'forbidden' })
    const { entries } = await alarmJournal(technician(plant), { id: flood?.id ?? '' })
    expect(entries.map((entry) => [entry.type, entry.actorName])).toEqual([['acknowledged', 'Somebody'], ['activated', null]])
  })

  test('an alarm that is new among those folded makes its flood new again', async () => {
    await plant.send(T0 + 60_000, { '36': 90 })
    expect((await list(plant)).map((item) => [item.asset.tag, item.section, item.state])).toContainEqual(['M-0', 'new', 'acknowledged-active'])
  })

  test('a first-out that is over stands for what is folded under it', async () => {
    await plant.send(T0 + 70_000, { '0': 20 })
    expect((await list(plant)).map((item) => [item.asset.tag, item.section, item.folded.count])).toContainEqual(['M-0', 'new', 12])
  })
})

test('what has stood for more than a day is marked as stale, counted and reported, and no more when it is over', async () => {
  const plant = await alarmPlant(database, { machines: 2 })
  const yesterday = Date.now() - 25 * 3_600_000
  await plant.send(yesterday, { '0': 90 })
  await plant.send(T0, { '0': 90, '1': 90 })
  expect((await list(plant)).map((item) => [item.asset.tag, item.stale])).toEqual([['M-1', false], ['M-0', true]])
  expect((await countStandingAlarms(technician(plant))).stale).toBe(1)
  expect((await alarmReport(technician(plant), { hours: 24 })).stale).toBe(1)
  await plant.send(T0 + 1000, { '0': 20 })
  expect((await list(plant)).map((item) => [item.asset.tag, item.stale])).toEqual([['M-1', false], ['M-0', false]])
  expect((await countStandingAlarms(technician(plant))).stale).toBe(0)
})

test('what is shelved leaves the list and stands among the held', async () => {
  const plant = await alarmPlant(database)
  await plant.send(T0, machines(0, 1))
  const [alarm] = await list(plant)
  await shelve(plant.actor('technician'), { id: alarm?.id ?? '', until: new Date(Date.now() + 3_600_000), reason: 'sensor is moved' })
  expect(await list(plant)).toEqual([])
  const held = await listHeld(technician(plant))
  expect(held.shelves).toEqual([expect.objectContaining({ reason: 'sensor is moved', by: 'Somebody', active: true, mayEnd: true, incidentId: alarm?.id })])
  expect(held.mayConfigure).toBe(false)
  expect((await countStandingAlarms(technician(plant))).held).toBe(1)
})
