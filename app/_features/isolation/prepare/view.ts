import type { Outputs } from '../../../_lib/trpc/types.ts'

/** OrderSafety is an order's isolation and permits. */
export type OrderSafety = Outputs['isolation']['forOrder']
/** Isolation is an isolation that was begun. */
export type Isolation = NonNullable<OrderSafety['isolation']>
/** IsolationStep is one of its steps. */
export type IsolationStep = Isolation['steps'][number]
/** Permit is one permit. */
export type Permit = OrderSafety['permits'][number]
/** Content is what an isolation plan says. */
export type Content = Isolation['content']
