import { describe, expect, test } from 'vitest'
import { checkCompletion, completionInput, type CompletionInput } from './completion.ts'
import { orderFacts } from './order.fixture.ts'
import type { OrderFacts } from './order.ts'

const now = new Date('2026-11-26T10:00:00Z')
const at = (text: string): Date => new Date(`2026-11-26T${text}:00Z`)
const choices = { items: ['BLADE'], modes: ['VIB', 'BRD'], activities: ['clean'] }
const good: CompletionInput = { verdict: 'confirmed', effect: 'averted', itemCode: 'BLADE', activityCode: 'clean', workStartedAt: at('08:00'), workFinishedAt: at('09:00') }
const check = (input: CompletionInput, order: Partial<OrderFacts> = {}, offered = choices) => checkCompletion(orderFacts(order), input, offered, now)

describe('accepted', () => {
  test.each([
    { name: 'all said', input: good, expected: { modeCode: 'VIB', effect: 'averted' } },
    { name: 'nothing found needs no item', input: { verdict: 'nothing-found' }, expected: { effect: 'none', itemCode: null, modeCode: null, workStartedAt: now, workFinishedAt: now } },
    { name: 'sensor fault needs no item', input: { verdict: 'sensor-fault' }, expected: { effect: 'none', verdict: 'sensor-fault' } },
    { name: 'not inspected', input: { verdict: 'not-inspected' }, expected: { verdict: 'not-inspected' } },
    { name: 'all four times, touching', input: { ...good, effect: 'functional-failure', functionLostAt: at('08:00'), returnedAt: at('09:00') }, expected: { returnedAt: at('09:00') } },
    { name: 'other item with a note', input: { ...good, itemCode: 'OTHER', causeNote: 'bird' }, expected: { itemCode: 'OTHER' } },
    { name: 'a clock four minutes ahead', input: { ...good, workFinishedAt: new Date(now.getTime() + 240_000) }, expected: { effect: 'averted' } },
    { name: 'preventive work needs neither verdict nor effect', input: {}, order: { kind: 'preventive', source: 'pm' }, expected: { effect: null, verdict: null } },
    { name: 'corrective without a fault after all', input: { effect: 'none' }, order: { kind: 'corrective', source: 'request', failureMode: null }, expected: { effect: 'none', itemCode: null } },
    { name: 'a class that offers no codes asks for none', input: { verdict: 'confirmed', effect: 'degraded' }, offered: { items: [], modes: [], activities: [] }, expected: { itemCode: null } },
    { name: 'the warning names a mode that the class does not list', input: good, order: { failureMode: 'XYZ' }, expected: { modeCode: 'XYZ' } },
  ] as { name: string; input: CompletionInput; order?: Partial<OrderFacts>; offered?: typeof choices; expected: object }[])('$name', ({ input, order, offered, expected }) => {
    expect(check(input, order, offered)).toMatchObject({ ok: true, value: expected })
  })
})

describe('refused, naming the field', () => {
  test.each([
    { name: 'no verdict: it is never preselected', input: { ...good, verdict: undefined }, field: 'verdict' },
    { name: 'a fault without its effect', input: { ...good, effect: undefined }, field: 'effect' },
    { name: 'a fault without the item', input: { ...good, itemCode: undefined }, field: 'itemCode' },
    { name: 'a fault without what was done', input: { ...good, activityCode: undefined }, field: 'activityCode' },
    { name: 'another fault without its name', input: { ...good, verdict: 'other-fault-found' }, field: 'modeCode' },
    { name: 'an item of another machine', input: { ...good, itemCode: 'VALVE' }, field: 'itemCode' },
    { name: 'other without a note', input: { ...good, activityCode: 'OTHER' }, field: 'activityCode' },
    { name: 'a failure without its time', input: { ...good, effect: 'functional-failure' }, field: 'functionLostAt' },
    { name: 'lost after the work began', input: { ...good, functionLostAt: at('08:01') }, field: 'functionLostAt' },
    { name: 'finished before it began', input: { ...good, workFinishedAt: at('07:59') }, field: 'workFinishedAt' },
    { name: 'returned before it was finished', input: { ...good, returnedAt: at('08:59') }, field: 'returnedAt' },
    { name: 'in the future', input: { ...good, workFinishedAt: at('10:06') }, field: 'workFinishedAt' },
    { name: 'a corrective order without effect', input: {}, order: { kind: 'corrective', source: 'manual' }, field: 'effect' },
  ] as { name: string; input: CompletionInput; order?: Partial<OrderFacts>; field: string }[])('$name', ({ input, order, field }) => {
    expect(check(input, order)).toMatchObject({ ok: false, error: { code: 'invalid', facts: { field } } })
  })
})

test('the schema reads ISO times with an offset and refuses others', () => {
  expect(completionInput.parse({ workFinishedAt: '2026-11-26T11:00:00+01:00' }).workFinishedAt).toEqual(now)
  expect(completionInput.safeParse({ workFinishedAt: '26.11.2026' }).success).toBe(false)
  expect(completionInput.safeParse({ verdict: 'perhaps' }).success).toBe(false)
})
