import { beforeAll, describe, expect, test } from 'vitest'
import type { PersonActor } from '#server/core/people/actor.ts'
import { labelSheet, type Label, type LabelWish } from '#server/modules/labels/index.ts'
import { newId } from '#server/platform/ids.ts'
import { useTestDatabase } from '#tests/harness/database.ts'
import { makePlant, type Plant } from '#tests/harness/plant.ts'
import { readCodes } from '#tests/harness/read-codes.ts'

const database = useTestDatabase()
const ORIGIN = 'https://plant.example'
const MACHINES = 5
let plant: Plant
const person = (siteId: string | null): PersonActor => ({ type: 'person', orgId: plant.orgId, personId: newId(), name: 'Tester', grants: [{ role: 'technician', siteId }] })
const wish = (more: Partial<LabelWish> = {}): LabelWish => ({ of: 'assets', areaId: null, ids: null, symbology: 'qr', roomMm: 58, origin: ORIGIN, ...more })
const names = ({ labels }: { readonly labels: readonly Label[] }): string[] => labels.map(({ name }) => name)

beforeAll(async () => {
  plant = await makePlant({ machines: MACHINES, lines: 2 })
  await database.query(`UPDATE asset SET tag = 'KÜHL/1 A' WHERE org_id = $1 AND tag = 'M-4'`, [plant.orgId])
  for (const [number, name] of [['6205-2RS', 'Ball bearing'], ['4711', 'V-belt']]) {
    await database.query(`INSERT INTO part (org_id, id, number, name, unit) VALUES ($1, $2, $3, $4, 'pcs')`, [plant.orgId, newId(), number, name])
  }
})

describe('labelSheet', () => {
  test('labels machines and no areas or lines, and names the places to choose by', async () => {
    const sheet = await labelSheet(person(null), wish())
    expect(names(sheet)).toEqual(['KÜHL/1 A', 'M-0', 'M-1', 'M-2', 'M-3'])
    expect(sheet.total).toBe(MACHINES)
    expect(sheet.places.map(({ tag, depth }) => [tag, depth])).toEqual([['A-1', 0], ['L-0', 1], ['L-1', 1]])
  })

  test('of a line, and of those that are named', async () => {
    expect(names(await labelSheet(person(null), wish({ areaId: plant.lineIds[1] ?? null })))).toEqual(['M-1', 'M-3'])
    expect(names(await labelSheet(person(null), wish({ ids: [plant.assetIds[2] ?? '', newId()] })))).toEqual(['M-2'])
  })

  test('shows nobody the machines of a site that is not theirs', async () => {
    const sheet = await labelSheet(person(newId()), wish())
    expect([sheet.labels, sheet.total, sheet.places]).toEqual([[], 0, []])
  })

  test('labels parts by their number', async () => {
    const sheet = await labelSheet(person(null), wish({ of: 'parts' }))
    expect(sheet.labels.map(({ name, title, text }) => [name, title, text])).toEqual([
      ['4711', 'V-belt', `${ORIGIN}/m/p/4711`], ['6205-2RS', 'Ball bearing', `${ORIGIN}/m/p/6205-2RS`],
    ])
  })
})

/** A label's code as a printer makes it: six dots for each module, black on white. */
const printed = ({ picture: { width, height, path } }: Label): Buffer => Buffer.from(
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width * 6}" height="${height * 6}" viewBox="0 0 ${width} ${height}"><rect width="100%" height="100%" fill="#fff"/><path d="${path}"/></svg>`,
)

describe('the codes on labels', () => {
  test.each([
    ['qr', ['qr_code'], [`${ORIGIN}/m/a/K%C3%9CHL%2F1%20A`, `${ORIGIN}/m/a/M-0`, `${ORIGIN}/m/a/M-1`, `${ORIGIN}/m/a/M-2`, `${ORIGIN}/m/a/M-3`]],
    // A tag whose letters the code does not carry gets a QR code.
    ['datamatrix', ['data_matrix', 'qr_code'], [`${ORIGIN}/m/a/K%C3%9CHL%2F1%20A`, 'M-0', 'M-1', 'M-2', 'M-3']],
    ['code128', ['code_128', 'qr_code'], [`${ORIGIN}/m/a/K%C3%9CHL%2F1%20A`, 'M-0', 'M-1', 'M-2', 'M-3']],
  ] as const)('%s says what it should to the decoder that the tablet uses', async (symbology, formats, texts) => {
    const { labels } = await labelSheet(person(null), wish({ symbology }))
    const read = (await Promise.all(labels.map((label) => readCodes(printed(label))))).flat()
    expect(read.map(({ text }) => text)).toEqual(texts)
    expect([...new Set(read.map(({ format }) => format))].sort()).toEqual(formats)
  })
})
