import * as z from 'zod'

const yes = z.literal(true, 'Confirm this first.')
const text = (max: number) => z.string().trim().min(1).max(max)

/** ISOLATION_EVENTS parse what each kind of event of an isolation carries. Events are only added to; the state is what they add up to. */
export const ISOLATION_EVENTS = {
  /** planVersion: the plan that was worked by, where a tablet without a network still had an earlier one. */
  begun: z.object({ note: text(400).optional(), planVersion: z.int().min(1).optional() }),
  /** A lock's number or a tag's text, where the step puts one on. */
  'step-confirmed': z.object({ stepId: text(60), tag: text(80).optional(), note: text(400).optional() }),
  /** The person's own lock: its number or what is written on it. */
  'lock-on': z.object({ lock: text(80) }),
  'lock-off': z.object({ note: text(400).optional() }),
  /** Another's lock was taken off by the procedure for an absent owner. */
  'lock-removed': z.object({ ownerId: z.uuid(), witnessId: z.uuid(), reason: z.string().trim().min(3, 'Give the reason in a few words.').max(1000) }),
  /** The isolation is taken away for a test run; tools are clear and people were told. */
  lifted: z.object({ reason: z.string().trim().min(3, 'Say what is tried.').max(400), toolsClear: yes, peopleTold: yes }),
  restored: z.object({ note: text(400).optional() }),
  /** The machine is handed back: tools are clear and people were told. */
  ended: z.object({ toolsClear: yes, peopleTold: yes, note: text(400).optional() }),
} as const
export type IsolationEventType = keyof typeof ISOLATION_EVENTS

/** IsolationAct is one thing done to an isolation, with what it carries. */
export type IsolationAct = { [Type in IsolationEventType]: { readonly type: Type; readonly data: z.output<(typeof ISOLATION_EVENTS)[Type]> } }[IsolationEventType]

/** IsolationEvent is an act with who did it, when, and whether it was reported late (done offline, so a fact). */
export type IsolationEvent = IsolationAct & { readonly id: string; readonly at: Date; readonly personId: string; readonly late: boolean }

/** readEvent reads a stored event; null when it is of another edition. */
export function readEvent(
  row: { readonly id: string; readonly at: Date; readonly personId: string; readonly late: boolean; readonly type: string; readonly data: unknown },
): IsolationEvent | null {
  if (!Object.hasOwn(ISOLATION_EVENTS, row.type)) return null
  const type = row.type as IsolationEventType
  const data = ISOLATION_EVENTS[type].safeParse(row.data)
  // The type and its data belong together by the table above.
  return data.success ? ({ ...row, type, data: data.data } as unknown as IsolationEvent) : null
}
