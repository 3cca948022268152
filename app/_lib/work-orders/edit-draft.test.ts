import { describe, expect, test } from 'vitest'
import { changesOf, readDraft, typed, type EditDraft } from './edit-draft.ts'

const ZONE = 'Europe/Berlin'
const order = { title: 'Emergency: P-1 Pump', description: null, dueAt: '2026-11-26T09:15:30.000Z' }
const shown = { title: 'Notfall: P-1 Pumpe', description: '', dueAt: '2026-11-26T10:15' }
const draftOf = (changes: Partial<Record<'title' | 'description' | 'dueAt', string>>): EditDraft =>
  Object.entries(changes).reduce<EditDraft>((draft, [field, to]) => typed(draft, field as 'title', to, order, shown), {})

describe('the form of an edit', () => {
  test.each([
    { name: 'nothing typed', typed: {}, changes: {} },
    { name: 'typed and typed back', typed: { title: 'Notfall: P-1 Pumpe' }, changes: {} },
    { name: 'the system’s words are replaced from what the server has', typed: { title: 'Seal leaks' }, changes: { title: { from: 'Emergency: P-1 Pump', to: 'Seal leaks' } } },
    { name: 'an empty description is none', typed: { description: '  ' }, changes: {} },
    { name: 'a due time by the clocks of the site', typed: { dueAt: '2026-11-27T08:00' }, changes: { dueAt: { from: order.dueAt, to: '2026-11-27T07:00:00.000Z' } } },
    { name: 'no due time any more', typed: { dueAt: '' }, changes: { dueAt: { from: order.dueAt, to: null } } },
    { name: 'the seconds that a form does not show change nothing', typed: { dueAt: '2026-11-26T10:15' }, changes: {} },
  ])('$name', ({ typed: said, changes }) => { expect(changesOf(draftOf(said), ZONE)).toEqual({ ok: true, changes }) })

  test.each([
    { said: { title: 'ab' }, field: 'title', fault: 'title-short' },
    { said: { dueAt: '2026-11' }, field: 'dueAt', fault: 'due-wrong' },
  ])('$fault', ({ said, field, fault }) => { expect(changesOf(draftOf(said), ZONE)).toEqual({ ok: false, field, fault }) })

  test('what comes from others while one types is not taken for what one has seen', () => {
    const begun = typed({}, 'title', 'Seal l', order, shown)
    const later = typed(begun, 'title', 'Seal leaks', { ...order, title: 'Shaft bent' }, { ...shown, title: 'Shaft bent' })
    expect(changesOf(later, ZONE)).toEqual({ ok: true, changes: { title: { from: 'Emergency: P-1 Pump', to: 'Seal leaks' } } })
  })

  test('a kept form is read again, and one that is none is empty', () => {
    const draft = draftOf({ title: 'Seal leaks' })
    expect([readDraft(JSON.stringify(draft)), readDraft(''), readDraft('7')]).toEqual([draft, {}, {}])
  })
})
