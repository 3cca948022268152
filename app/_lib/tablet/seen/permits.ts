import type { ToldPermit } from '#server/core/isolation/on-tablet.ts'
import { decidePermit, PERMIT_PAYLOADS, type PermitAct } from '#server/core/permits/decide.ts'
import { PERMIT_COMMANDS, type PermitCommand } from '#server/core/permits/transitions.ts'
import type { StoredOperation } from '../store/db.ts'

/** SeenPermit is a permit as the person sees it: the server's last word, with what was done on this tablet since. */
export interface SeenPermit extends ToldPermit {
  /** True while something done here has not arrived. */
  readonly waiting: boolean
}

function actOf(operation: StoredOperation): { readonly id: string; readonly act: PermitAct } | null {
  if (operation.kind !== 'permit.act') return null
  const { id, name, fields } = operation.payload as { id?: unknown; name?: unknown; fields?: unknown }
  const known = PERMIT_COMMANDS.find((one): one is PermitCommand => one === name)
  if (known === undefined || typeof id !== 'string') return null
  const parsed = PERMIT_PAYLOADS[known].safeParse(fields)
  // The name and its payload belong together by that table.
  return parsed.success ? { id, act: { name: known, payload: parsed.data } as PermitAct } : null
}

function changed(permit: SeenPermit, operation: StoredOperation, act: PermitAct, names: Readonly<Record<string, string>>): SeenPermit {
  const { personId, state } = operation
  const done = new Date(operation.at)
  const tested = permit.gasTests.map((test) => ({ ...test, at: new Date(test.at) }))
  const facts = { ...permit, performerId: permit.performer.id, from: new Date(permit.from), to: new Date(permit.to), gasTests: tested }
  // What was done here was allowed when it was done; whether it still is, is for the server to say.
  const decided = decidePermit(facts, act, { now: done, done, personId, late: true, holds: () => true })
  if (!decided.ok) return permit
  const { status, gasTests } = decided.value
  const tests = gasTests.map((test) => ({ ...test, at: test.at.toISOString(), by: names[test.by] ?? test.by }))
  return { ...permit, status, gasTests: tests, waiting: permit.waiting || state === 'waiting' }
}

/** seenPermits are an order's permits with what was done to them on this tablet, by the server's own rule. */
export const seenPermits = (told: readonly ToldPermit[], operations: readonly StoredOperation[], names: Readonly<Record<string, string>>): SeenPermit[] =>
  told.map((permit) => operations.reduce<SeenPermit>((now, operation) => {
    const meant = actOf(operation)
    return meant?.id === permit.id ? changed(now, operation, meant.act, names) : now
  }, { ...permit, waiting: false }))
