import * as z from 'zod'
import { instant } from '../work-orders/instant.ts'
import { handoverContent, SHIFTS } from './handover.ts'

/** shiftHandover parses a handover that was signed on a tablet: the place, what is said, and what the tablet knew then, which is frozen with it. */
export const shiftHandover = z.object({
  siteId: z.uuid(),
  areaId: z.uuid().nullable(),
  shift: z.enum(SHIFTS),
  text: z.string().trim().max(8000),
  /** As of when the tablet knew it: the last time it had a network. */
  knownAt: instant,
  content: handoverContent.omit({ takenAt: true, place: true }),
})
export type ShiftHandover = z.output<typeof shiftHandover>

/** takingOver parses what is said when a handover is taken over. */
export const takingOver = z.object({ note: z.string().trim().min(1).max(2000).optional() })

/** removing parses what is said when a temporary repair is gone. */
export const removing = z.object({ note: z.string().trim().min(1).max(2000).optional() })
