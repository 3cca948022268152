import type * as z from 'zod'

/** SignalInput is one reading as a signal takes it: event time in epoch ms, value in the point's unit. */
export interface SignalInput {
  readonly t: number
  readonly value: number
  /** The gate's value; null where there is no gate or it is not known. */
  readonly gateValue: number | null
  /** False while the machine warms up, is worked on, or the rule's schedule rests: nothing is learnt then. */
  readonly learn: boolean
}

/**
 * Signal turns readings into what a rule judges, one by one in event-time order. take gives that number, or null while it cannot
 * be told yet. save gives all it remembers as plain data; load puts it back, and ignores what is not its own.
 */
export interface Signal {
  take(input: SignalInput): number | null
  save(): unknown
  load(saved: unknown): void
}

/** loadWith puts saved data into a signal's memory if it has the shape that the signal saves; anything else is left alone. */
export const loadWith = <Shape extends z.ZodType>(shape: Shape, saved: unknown, put: (memory: z.output<Shape>) => void): void => {
  const parsed = shape.safeParse(saved)
  if (parsed.success) put(parsed.data)
}
