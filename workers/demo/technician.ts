import { randomUUID } from 'node:crypto'
import type { PersonActor } from '#server/core/people/actor.ts'
import { PAYLOADS, type Command } from '#server/core/work-orders/commands.ts'
import { runOrderCommand } from '#server/flows/run-order-command.ts'
import { findOrganization } from '#server/modules/organizations/index.ts'
import { listPeople } from '#server/modules/people/index.ts'
import { DEMO_PEOPLE } from '#prisma/seed/demo/people.ts'
import { ORGANIZATION } from '#prisma/seed/demo/plant.ts'
import { driveTime } from '#prisma/seed/demo/timeline.ts'
import type { DemoOrder } from './api-client.ts'

// The evening of 10 December in the recording: the temperature is back at 22:25.
const WORK_STARTED = Date.UTC(2013, 11, 10, 20, 0)
const WORK_FINISHED = Date.UTC(2013, 11, 10, 21, 30)
const RETURNED = Date.UTC(2013, 11, 10, 22, 0)

const isUnfinished = (status: string): boolean => ['requested', 'approved', 'planned', 'scheduled', 'in_progress'].includes(status)

async function technician(siteId: string): Promise<PersonActor> {
  const { id: orgId } = await findOrganization(ORGANIZATION.slug)
  const name = DEMO_PEOPLE.find((person) => person.role === 'technician')?.name ?? ''
  const person = (await listPeople({ type: 'system', orgId })).find((each) => each.name === name)
  if (!person) throw new Error('The demo has no technician.')
  return { type: 'person', orgId, personId: person.id, name, grants: [{ role: 'technician', siteId }] }
}

/**
 * closeDecemberOrder does what the demo's technician did in the past: the order of the drive's December fault is worked on
 * and closed with its verdict. Done already, it changes nothing.
 */
export async function closeDecemberOrder(order: DemoOrder, startedAtMs: number): Promise<void> {
  const actor = await technician(order.siteId)
  const at = (originalMs: number): string => new Date(driveTime(originalMs, startedAtMs)).toISOString()
  const run = (command: Command) => runOrderCommand(actor, { id: order.id, opId: randomUUID(), version: 0, command })
  if (isUnfinished(order.status)) {
    if (order.status !== 'in_progress') await run({ name: 'start', payload: PAYLOADS.start.parse({}) })
    await run({ name: 'complete', payload: PAYLOADS.complete.parse({
      verdict: 'confirmed', effect: 'degraded', itemCode: 'COUPLING', modeCode: 'PDE', activityCode: 'adjust',
      verdictNote: 'The coupling slipped under load. Adjusted, load test good.', workStartedAt: at(WORK_STARTED), workFinishedAt: at(WORK_FINISHED), returnedAt: at(RETURNED),
    }) })
  }
  if (order.status !== 'closed') await run({ name: 'close', payload: PAYLOADS.close.parse({}) })
}
