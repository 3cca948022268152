import { beforeEach, describe, expect, test } from 'vitest'
import { tellOf } from '#server/flows/tell/index.ts'
import { removeSkill, saveAbilities, saveRoster, saveSkill, viewAbilities } from '#server/modules/on-call/index.ts'
import { newId } from '#server/platform/ids.ts'
import { useTestDatabase } from '#tests/harness/database.ts'
import { toldPlant, type ToldPlant } from './support/told-plant.ts'

const database = useTestDatabase()
let plant: ToldPlant
let area: string
let names: Readonly<Record<'tom' | 'ali' | 'eva', string>>

/** A person who works at the plant's site only. */
async function worker(name: string): Promise<string> {
  const id = newId()
  await plant.insert('person', { id, name })
  await plant.insert('role_grant', { id: newId(), person_id: id, role: 'technician', site_id: plant.siteId })
  return id
}

beforeEach(async () => {
  plant = await toldPlant(database)
  area = newId()
  await plant.insert('asset', { id: area, site_id: plant.siteId, tag: 'COOL', name: 'Cooling', level: 'area' })
  await database.query('UPDATE asset SET parent_id = $2 WHERE id = $1', [plant.assetId, area])
  names = { tom: await worker('Tom'), ali: await worker('Ali'), eva: await worker('Eva') }
})

const skill = (code: string, failureModes: readonly string[] = []) => saveSkill(plant.actor('supervisor'), { id: null, code, name: `Skill ${code}`, failureModes: [...failureModes] })

/** Who is called first about a fault of the fan. */
async function firstCalled(failureMode: string): Promise<string> {
  const id = await plant.incident({ priority: 1, key: newId(), failureMode })
  await tellOf(plant.orgId, { about: 'incident', incidentId: id })
  const [row] = await database.query<{ name: string }>(
    `SELECT p.name FROM call_out c JOIN call_step s ON s.org_id = c.org_id AND s.call_out_id = c.id AND s.no = 1 JOIN person p ON p.org_id = s.org_id AND p.id = s.person_id WHERE c.subject_id = $1`, [id],
  )
  return row?.name ?? ''
}

describe('what people can do and where they know their way', () => {
  test('decides who is called first', async () => {
    await plant.roster([names.tom, names.ali, names.eva])
    expect(await firstCalled('VIB')).toBe('Tom')
    const { id: vibration } = await skill('VIBRATION', ['VIB'])
    await saveAbilities(plant.actor('supervisor'), { personId: names.ali, skills: [], areas: [area] })
    expect(await firstCalled('VIB')).toBe('Ali')
    await saveAbilities(plant.actor('supervisor'), { personId: names.eva, skills: [vibration], areas: [] })
    expect(await firstCalled('VIB')).toBe('Eva')
    // A fault that calls for no skill is for who knows the place.
    expect(await firstCalled('GAS')).toBe('Ali')
    await saveAbilities(plant.actor('supervisor'), { personId: names.ali, skills: [], areas: [] })
    expect(await firstCalled('GAS')).toBe('Tom')
  })

  test('is shown with the failure modes that a skill can answer, and written down with who changed it', async () => {
    const { id } = await skill('VIBRATION', ['VIB'])
    await saveAbilities(plant.actor('admin'), { personId: names.tom, skills: [id, id], areas: [area] })
    const view = await viewAbilities(plant.actor('supervisor'))
    expect(view).toMatchObject({ mayEditSkills: true, modes: [{ code: 'GAS', name: 'Gas leak' }, { code: 'VIB', name: 'Vibration' }], areas: [{ id: area, tag: 'COOL' }] })
    expect(view.people.find((person) => person.id === names.tom)).toEqual({ id: names.tom, name: 'Tom', skills: [id], areas: [area], mayEdit: true })
    const audit = await database.query(`SELECT actor_id, before, after FROM audit WHERE org_id = $1 AND action = 'person.abilities'`, [plant.orgId])
    expect(audit).toEqual([{ actor_id: plant.people.admin, before: { skills: [], areas: [] }, after: { skills: [id], areas: [area] } }])
  })

  test('is said by whoever leads the site, of the people who work there and nowhere else', async () => {
    const elsewhere = newId()
    await plant.insert('site', { id: elsewhere, code: 'S2', name: 'Other', time_zone: 'UTC' })
    const [lead, stranger] = [plant.actor('supervisor', plant.siteId), plant.actor('supervisor', elsewhere)]
    await saveAbilities(lead, { personId: names.tom, skills: [], areas: [area] })
    await expect(saveAbilities(stranger, { personId: names.tom, skills: [], areas: [] })).rejects.toMatchObject({ code: 'not-found' })
    await expect(saveAbilities(lead, { personId: plant.people.technician, skills: [], areas: [] })).rejects.toMatchObject({ code: 'forbidden', message: expect.stringMatching(/^technician works at other sites, too/) })
    await expect(saveAbilities(plant.actor('technician'), { personId: names.tom, skills: [], areas: [] })).rejects.toMatchObject({ code: 'not-found' })
    expect((await viewAbilities(stranger)).people.map(({ name }) => name)).not.toContain('Tom')
    expect((await viewAbilities(lead)).people.find(({ name }) => name === 'Tom')).toMatchObject({ areas: [area], mayEdit: true })
    await expect(saveSkill(lead, { id: null, code: 'X', name: 'X', failureModes: [] })).rejects.toMatchObject({ code: 'forbidden' })
  })

  test('names only what is there, where the person works', async () => {
    const far = newId()
    const elsewhere = newId()
    await plant.insert('site', { id: elsewhere, code: 'S2', name: 'Other', time_zone: 'UTC' })
    await plant.insert('asset', { id: far, site_id: elsewhere, tag: 'FAR', name: 'Far', level: 'area' })
    const boss = plant.actor('supervisor')
    await expect(saveAbilities(boss, { personId: names.tom, skills: [newId()], areas: [] })).rejects.toMatchObject({ code: 'invalid', facts: { field: 'skills' } })
    for (const wrong of [far, plant.assetId]) await expect(saveAbilities(boss, { personId: names.tom, skills: [], areas: [wrong] })).rejects.toMatchObject({ code: 'invalid', facts: { field: 'areas' } })
  })
})

test('a skill goes with those who have it, but not while a roster is for it', async () => {
  const boss = plant.actor('supervisor')
  const { id } = await skill('E')
  await saveAbilities(boss, { personId: names.tom, skills: [id], areas: [] })
  const roster = { name: 'Electric', areaId: null, skillId: id, stepMinutes: 10, callFrom: 2, rotationWeeks: 1, rotationStart: 20_000, shifts: [] }
  const { id: rosterId } = await saveRoster(boss, { id: null, siteId: plant.siteId, roster })
  await expect(removeSkill(boss, { id })).rejects.toMatchObject({ code: 'conflict', message: 'A roster is for this skill (Electric): change or delete that first.' })
  await saveRoster(boss, { id: rosterId, siteId: plant.siteId, roster: { ...roster, skillId: null } })
  await removeSkill(boss, { id })
  expect((await viewAbilities(boss)).people.find((person) => person.id === names.tom)?.skills).toEqual([])
  await expect(removeSkill(boss, { id })).rejects.toMatchObject({ code: 'not-found' })
  await expect(saveSkill(boss, { id: null, code: 'M', name: 'One', failureModes: [] })).resolves.toBeDefined()
  await expect(saveSkill(boss, { id: null, code: 'M', name: 'Two', failureModes: [] })).rejects.toMatchObject({ code: 'conflict', facts: { field: 'code' } })
})
