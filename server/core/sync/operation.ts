import * as z from 'zod'
import { instant } from '../work-orders/instant.ts'
import { ENTITY_KINDS } from './entity.ts'
import { MAX_OPERATIONS } from './outcome.ts'

/** operation parses what every operation of a tablet carries; its payload is read by whoever carries the kind out. */
export const operation = z.object({
  /** UUIDv7: the idempotency key; what comes again under it changes nothing. */
  opId: z.uuid(),
  /** Who did it: the person who had unlocked the tablet, whoever sends it later. */
  personId: z.uuid(),
  /** Counts up on the tablet: the order in which things were done. */
  seq: z.int().min(0),
  /** What it is about; operations of one entity arrive in the order of their seq. */
  entity: z.object({ kind: z.enum(ENTITY_KINDS), id: z.uuid() }),
  /** The version of the entity that the person saw; 0 for one that was made on the tablet. */
  baseVersion: z.int().min(0),
  kind: z.string().min(1).max(60),
  payload: z.unknown(),
  /** When it was done, by the tablet's clock, and the zone that it showed. */
  at: instant,
  zone: z.string().max(60),
  schema: z.int().min(1),
  /** Attachments that must have arrived in full before it counts as received. */
  needs: z.array(z.uuid()).max(50).default([]),
})
export type Operation = z.output<typeof operation>

/** pushInput parses what a tablet sends: operations in the order of their seq, with its clock's reading, so that a wrong clock is noticed. */
export const pushInput = z.object({
  sentAt: instant,
  /** How many operations wait on the tablet, these included, and when the oldest was done: shown in the list of devices. */
  waiting: z.int().min(0),
  oldestAt: instant.nullable(),
  operations: z.array(z.unknown()).max(MAX_OPERATIONS),
})
