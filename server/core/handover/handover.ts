import * as z from 'zod'
import { instant } from '../work-orders/instant.ts'
import { orderText } from '../work-orders/ticket-text.ts'

/** SHIFTS are the shifts that are handed over. */
export const SHIFTS = ['early', 'late', 'night', 'day'] as const

/** RISKS say what a temporary repair may lead to while it stands. */
export const RISKS = ['high', 'medium', 'low'] as const

const machine = z.object({ id: z.uuid(), tag: z.string(), name: z.string() })
const iso = z.string()

/** handoverContent parses what was open in a place at a moment: it is frozen with the signature. */
export const handoverContent = z.object({
  takenAt: iso,
  place: z.object({ site: z.string(), area: z.string().nullable() }),
  orders: z.array(z.object({
    number: z.string(), title: z.string(), text: orderText.nullable(), status: z.string(), priority: z.number(),
    holdReason: z.string().nullable(), assignee: z.string().nullable(), machine,
  })),
  locks: z.array(z.object({ person: z.string(), lock: z.string(), since: iso, phase: z.string(), order: z.string(), machine })),
  permits: z.array(z.object({ number: z.string(), kind: z.string(), status: z.string(), performer: z.string(), to: iso, order: z.string(), machine })),
  repairs: z.array(z.object({ id: z.uuid(), what: z.string(), risk: z.enum(RISKS), owner: z.string(), expiresAt: iso, order: z.string().nullable(), machine })),
  machines: z.array(z.object({ machine, priority: z.number(), alarms: z.number(), since: iso })),
})
export type HandoverContent = z.output<typeof handoverContent>

/** newRepair parses a temporary repair as it is registered. */
export const newRepair = z.object({
  assetId: z.uuid(),
  what: z.string().trim().min(3, 'Say in a few words what was done.').max(600),
  risk: z.enum(RISKS),
  riskNote: z.string().trim().min(1).max(600).optional(),
  ownerId: z.uuid(),
  expiresAt: instant,
  /** The order that removes it, by its number. */
  order: z.string().trim().max(20).optional(),
})
export type NewRepair = z.output<typeof newRepair>

/** isPast tells whether a temporary repair stands beyond its time. */
export const isPast = (repair: { readonly expiresAt: Date; readonly removedAt: Date | null }, now: Date): boolean => repair.removedAt === null && repair.expiresAt <= now

const worst = (risk: (typeof RISKS)[number]): number => RISKS.indexOf(risk)

/** byUrgency puts temporary repairs in the order in which they are looked at: what is past its time first, then by risk, then by what ends soonest. */
export const byUrgency = (now: Date) => (a: Ranked, b: Ranked): number =>
  Number(isPast(b, now)) - Number(isPast(a, now)) || worst(a.risk) - worst(b.risk) || a.expiresAt.getTime() - b.expiresAt.getTime()

interface Ranked {
  readonly risk: (typeof RISKS)[number]
  readonly expiresAt: Date
  readonly removedAt: Date | null
}
