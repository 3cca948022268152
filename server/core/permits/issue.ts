import * as z from 'zod'
import { AppError } from '../kernel/errors.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import { instant } from '../work-orders/instant.ts'
import { checkGas, checkGases, checkWindow } from './decide.ts'
import { gasReading, type GasTest } from './gas.ts'
import { PERMIT_KINDS, PERMIT_POLICIES } from './kinds.ts'
import { permitSentence } from './permit-sentences.ts'

/** newPermit parses what is said when a permit is issued. */
export const newPermit = z.object({
  kind: z.enum(PERMIT_KINDS),
  /** What is done under it. */
  work: z.string().trim().min(3, 'Say in a few words what is done.').max(600),
  /** Who is responsible on the spot and hands it back. */
  performerId: z.uuid(),
  from: instant,
  to: instant,
  /** The precautions that were gone through, by key. */
  precautions: z.array(z.string().max(40)).max(20),
  readings: z.array(gasReading).max(8),
  /** Why it is issued though it conflicts with another: safety only. */
  overrule: z.string().trim().min(3, 'Give the reason in a few words.').max(1000).optional(),
})
export type NewPermit = z.output<typeof newPermit>

/** checkNew judges a permit before it is issued: who, how long, the precautions and the gas tests; gives the tests with their limits. */
export function checkNew(permit: NewPermit, issuerId: string, now: Date): Result<GasTest[], AppError> {
  if (permit.performerId === issuerId) return err(new AppError('forbidden', permitSentence('issuer-performs'), { field: 'performerId' }))
  const window = checkWindow(permit.kind, permit.from, permit.to, now)
  if (window) return err(window)
  const open = PERMIT_POLICIES[permit.kind].precautions.filter((key) => !permit.precautions.includes(key))
  if (open.length > 0) return err(new AppError('invalid', permitSentence('precautions', { count: open.length }), { field: 'precautions', open }))
  const tests = checkGases(permit.kind, permit.readings, now, issuerId)
  if (!tests.ok) return tests
  const gas = checkGas(permit.kind, tests.value, now)
  return gas ? err(gas) : ok(tests.value)
}
