import type { Outputs } from '../../../_lib/trpc/types.ts'

/** PrecisionView is what verdicts say of one rule. */
export type PrecisionView = Outputs['rules']['precision']

/** BoardView is what verdicts say of all rules. */
export type BoardView = Outputs['rules']['precisionBoard']

/** BoardRule is one rule of the board. */
export type BoardRule = BoardView['rules'][number]

/** Figures are what verdicts say of a rule, a version, a machine or a class. */
export type Figures = PrecisionView['total']

/** Outcome is what can become of an order. */
export type Outcome = keyof Figures['outcomes']

/** SAID are the outcomes in the order in which they are read: for the rule, against it, and neither. */
export const SAID = {
  right: ['confirmed', 'other-fault-found'],
  wrong: ['nothing-found', 'process-change'],
  apart: ['sensor-fault', 'not-inspected', 'unverified'],
} as const satisfies Readonly<Record<string, readonly Outcome[]>>

/** Rows is which orders a figure is made of. */
export interface Rows {
  readonly rule?: string
  readonly version?: string
  readonly class?: string
  readonly asset?: string
  readonly outcomes?: readonly Outcome[]
}

/** ordersHref is the address of the orders that a figure is made of, in the window in which it was counted. */
export function ordersHref({ rule, version, class: of, asset, outcomes }: Rows, window: { readonly from: string; readonly to: string }): string {
  const query = new URLSearchParams({ stage: 'all', sort: 'newest' })
  if (rule !== undefined) query.set('rule', rule)
  if (version !== undefined) query.set('version', version)
  if (of !== undefined) query.set('class', of)
  if (asset !== undefined) query.set('asset', asset)
  if (outcomes !== undefined) query.set('outcome', outcomes.join(','))
  query.set('from', window.from)
  query.set('to', window.to)
  return `/work-orders?${query}`
}

// Fewer verdicts than these prove little, whatever the share.
const FEW = 5

/** isFew tells whether there are verdicts, and so few of them that the interval matters more than the share. */
export const isFew = ({ n }: Pick<Figures, 'n'>): boolean => n > 0 && n < FEW
