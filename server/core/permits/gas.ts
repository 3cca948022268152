import * as z from 'zod'
import { instant } from '../work-orders/instant.ts'
import { GAS_TEST_VALID_MS, PERMIT_POLICIES, type GasLimit, type PermitKind } from './kinds.ts'

/** gasReading parses one gas of a test: what, how much, when. The unit is the policy's. */
export const gasReading = z.object({ gas: z.string().trim().min(1).max(20), value: z.number().min(0).max(1_000_000), at: instant.optional() })

/** GasTest is one gas that was measured, with the limits it is held to, who measured it and when. */
export interface GasTest {
  readonly gas: string
  readonly value: number
  readonly unit: string
  readonly low: number | null
  readonly high: number | null
  readonly at: Date
  readonly by: string
}

/** limitOf finds the limits of a gas for a kind of permit; undefined where the kind asks for no such test. */
export const limitOf = (kind: PermitKind, gas: string): GasLimit | undefined => PERMIT_POLICIES[kind].gases.find((one) => one.gas === gas)

/** isWithin tells whether a test shows what it must. */
export const isWithin = ({ value, low, high }: Pick<GasTest, 'value' | 'low' | 'high'>): boolean => (low === null || value >= low) && (high === null || value <= high)

/** GasFinding is a gas that keeps a permit from being issued: it was not tested lately, or is outside its limits. */
export interface GasFinding {
  readonly gas: string
  readonly problem: 'missing' | 'outside'
}

/** gasFindings lists what keeps a permit from being issued or resumed: of each gas the newest test counts, and only one from the last 30 minutes. */
export function gasFindings(kind: PermitKind, tests: readonly GasTest[], now: Date): GasFinding[] {
  return PERMIT_POLICIES[kind].gases.flatMap(({ gas }): GasFinding[] => {
    const newest = tests.filter((test) => test.gas === gas && test.at <= now).toSorted((a, b) => b.at.getTime() - a.at.getTime())[0]
    if (!newest || now.getTime() - newest.at.getTime() > GAS_TEST_VALID_MS) return [{ gas, problem: 'missing' }]
    return isWithin(newest) ? [] : [{ gas, problem: 'outside' }]
  })
}
