import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { editChanges, mergeFields, type EditableField, type EditableFields, type EditChanges } from './merge.ts'

const BASE: EditableFields = {
  title: 'Fan shakes', description: null, priority: 3, dueAt: new Date('2026-12-01T10:00:00Z'), latestSafeAt: null, plannedHours: 2, causeNote: null, verdictNote: null,
}
const FIELDS = Object.keys(BASE) as EditableField[]
const values: Record<EditableField, fc.Arbitrary<unknown>> = {
  title: fc.constantFrom('Fan shakes', 'Fan shakes badly', 'Belt slips'), description: fc.constantFrom(null, 'left side', 'right side'), priority: fc.constantFrom(1, 2, 3, 4),
  dueAt: fc.constantFrom(null, new Date('2026-12-01T10:00:00Z'), new Date('2026-12-24T10:00:00Z')), latestSafeAt: fc.constantFrom(null, new Date('2027-01-01T00:00:00Z')),
  plannedHours: fc.constantFrom(null, 2, 4.5), causeNote: fc.constantFrom(null, 'dirt', 'wear'), verdictNote: fc.constantFrom(null, 'sure', 'not sure'),
}
/** An edit made by somebody who saw `seen`. */
const edit = (fields: readonly EditableField[], seen: EditableFields = BASE): fc.Arbitrary<EditChanges> =>
  fc.record(Object.fromEntries(fields.map((field) => [field, values[field].map((to) => ({ from: seen[field], to }))]))) as fc.Arbitrary<EditChanges>
const someFields = fc.subarray(FIELDS)
const split = someFields.chain((mine) => fc.tuple(edit(mine), fc.subarray(FIELDS.filter((field) => !mine.includes(field))).chain((rest) => edit(rest))))
const both = fc.tuple(someFields.chain((fields) => edit(fields)), someFields.chain((fields) => edit(fields)))
const apply = (now: EditableFields, changes: EditChanges): EditableFields => ({ ...now, ...mergeFields(now, changes).patch })

describe('edits of two people', () => {
  test('of different fields never disturb each other, and come to the same in any order', () => {
    fc.assert(fc.property(split, ([mine, yours]) => {
      expect(mergeFields(apply(BASE, mine), yours).clashes).toEqual([])
      expect(apply(apply(BASE, mine), yours)).toEqual(apply(apply(BASE, yours), mine))
    }))
  })

  test('of the same field are never silently lost: each wish is what stands, or a clash that names it', () => {
    fc.assert(fc.property(both, ([first, second]) => {
      const after = apply(BASE, first)
      const merged = mergeFields(after, second)
      const end = { ...after, ...merged.patch }
      for (const field of Object.keys(second) as EditableField[]) {
        const wish = second[field]?.to
        const clash = merged.clashes.find((one) => one.field === field)
        if (clash === undefined) expect(end[field]).toEqual(wish)
        else expect([clash.mine, clash.theirs, end[field]]).toEqual([wish, first[field]?.to, first[field]?.to])
      }
      // Whatever only the first said stands.
      for (const field of Object.keys(first) as EditableField[]) if (second[field] === undefined) expect(end[field]).toEqual(first[field]?.to)
    }))
  })

  test('a clash is resolved by the same edit from the other\'s value', () => {
    fc.assert(fc.property(both, ([first, second]) => {
      const after = apply(BASE, first)
      const { clashes } = mergeFields(after, second)
      const again = Object.fromEntries(clashes.map(({ field, mine, theirs }) => [field, { from: theirs, to: mine }])) as EditChanges
      const resolved = mergeFields(after, again)
      expect(resolved.clashes).toEqual([])
      for (const { field, mine } of clashes) expect({ ...after, ...resolved.patch }[field]).toEqual(mine)
    }))
  })

  test('the same edit twice changes nothing the second time', () => {
    fc.assert(fc.property(someFields.chain((fields) => edit(fields)), (changes) => {
      const once = apply(BASE, changes)
      expect(mergeFields(once, changes)).toEqual({ patch: {}, clashes: [] })
    }))
  })
})

test('an empty note is none, and an instant is the same however it is written', () => {
  const changes = editChanges.parse({ causeNote: { from: '', to: 'dirt' }, dueAt: { from: '2026-12-01T11:00:00+01:00', to: null } })
  expect(mergeFields(BASE, changes)).toEqual({ patch: { causeNote: 'dirt', dueAt: null }, clashes: [] })
})
