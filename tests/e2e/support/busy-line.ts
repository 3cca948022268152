import { withInstallation } from '#server/cli/admin/installation.ts'
import type { RuleDefinitionInput } from '#server/core/condition/definition.ts'
import type { Role } from '#server/core/people/permissions.ts'
import { createUser } from '#server/modules/people/index.ts'
import { acceptBatch } from '#server/modules/telemetry/index.ts'
import { newId } from '#server/platform/ids.ts'
import { provideEnv } from '#server/platform/env.ts'
import { makePlant, type Plant } from '#tests/harness/plant.ts'
import type { Page } from '@playwright/test'

const HOT: RuleDefinitionInput = { kind: 'threshold', points: ['temp'], direction: 'above', limit: 80, clear: 70, forMs: 0, priority: 3, failureMode: 'OHE' }
const PASSWORD = 'a password for the busy line'
const MACHINES = 16

/** OwnPlant is an organization of its own beside the demo, with people. */
export interface OwnPlant {
  readonly plant: Plant
  readonly email: (role: Role) => string
}

/** BusyLine is such a one with one line of machines whose alarms a test lets come. */
export interface BusyLine extends OwnPlant {
  /** Sends temperatures by machine number, as of now; every batch makes the one before it judged. */
  readonly send: (values: Readonly<Record<number, number>>) => Promise<void>
}

/** ROLES_THERE are the people of the busy line. */
const ROLES_THERE = ['supervisor', 'technician', 'manager', 'reliability-engineer', 'admin'] as const satisfies readonly Role[]

/** inInstallation does work on the database of the running product. */
export const inInstallation = <T>(work: () => Promise<T>): Promise<T> => {
  provideEnv({ DATA_DIR: process.env.MW_E2E_DATA_DIR ?? '' })
  return withInstallation(work)
}

/** addPeople gives a plant one person for each role; call it inside inInstallation. */
export async function addPeople(plant: Plant, roles: readonly Role[] = ROLES_THERE): Promise<OwnPlant> {
  const email = (role: Role): string => `${role}.${plant.orgId.slice(-6)}@example.com`
  for (const role of roles) await createUser({ orgId: plant.orgId, email: email(role), name: `${role} of the line`, password: PASSWORD, roles: [{ role, siteId: null }] })
  return { plant, email }
}

/** addTechnicians gives a plant so many technicians of the same name beside its other people, each as who signs in. */
export const addTechnicians = (plant: Plant, count: number): Promise<readonly Pick<OwnPlant, 'email'>[]> => inInstallation(async () => {
  const emails = Array.from({ length: count }, (_, i) => `technician.${i}.${plant.orgId.slice(-6)}@example.com`)
  for (const email of emails) await createUser({ orgId: plant.orgId, email, name: 'technician of the line', password: PASSWORD, roles: [{ role: 'technician', siteId: null }] })
  return emails.map((email) => ({ email: () => email }))
})

/**
 * busyLine makes a busy line with its people in the running product. The last machine is always well: its readings say how late it is. With more codes than
 * one, nothing can be sent by machine.
 */
export async function busyLine(codes: readonly string[] = ['temp']): Promise<BusyLine> {
  return inInstallation(async () => {
    const plant = await makePlant({ machines: MACHINES, lines: 1, codes, rules: [HOT, { ...HOT, limit: 120, clear: 110, priority: 1 }] })
    const people = await addPeople(plant)
    const send = (values: Readonly<Record<number, number>>): Promise<void> => inInstallation(async () => {
      const at = Date.now() - 1000
      const rows = Object.entries({ ...values, [MACHINES - 1]: 20 })
      await acceptBatch(plant.source, {
        batchKey: newId(),
        readings: rows.map(([machine, value], i) => ({ point: plant.points[Number(machine)]?.key, ts: Number(machine) === MACHINES - 1 ? at + 500 : at + i, value })),
      })
    })
    return { ...people, send }
  })
}

/** signInAt signs one of the line's people in. */
export async function signInAt(page: Pick<Page, 'request'>, line: Pick<OwnPlant, 'email'>, role: Role): Promise<void> {
  const url = process.env.MW_E2E_URL ?? ''
  const answer = await page.request.post(`${url}/api/auth/sign-in/email`, { data: { email: line.email(role), password: PASSWORD }, headers: { origin: url } })
  if (!answer.ok()) throw new Error(`Sign-in as ${role} of the busy line failed: ${answer.status()} ${await answer.text()}`)
}
