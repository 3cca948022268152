import type { Outputs } from '../../../_lib/trpc/types.ts'

/** Plan is what an import would do, rule by rule. */
export type Plan = Outputs['rules']['planImport']

/** hasSomething tells whether an import would do anything and nothing forbids it. */
export const hasSomething = (plan: Plan): boolean =>
  plan.every((one) => one.change !== 'refused') && plan.some((one) => one.change !== 'same')

const LONGEST = 160

/** shownValue writes a field's value for a comparison: text as it is, anything else as data, cut where it is very long. */
export const shownValue = (value: unknown): string => {
  const text = value === null ? '–' : typeof value === 'string' ? value : JSON.stringify(value)
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
}
