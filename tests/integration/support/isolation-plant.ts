import type { IsolationAct } from '#server/core/isolation/events.ts'
import type { PlanContent } from '#server/core/isolation/plan.ts'
import type { Role } from '#server/core/people/permissions.ts'
import { isolate } from '#server/flows/isolate.ts'
import { orderSafety } from '#server/flows/order-safety.ts'
import { publishPlan, savePlan } from '#server/modules/isolation/index.ts'
import { newId } from '#server/platform/ids.ts'
import type { OrderPlant } from './order-plant.ts'

/** FAN_PLAN is a whole isolation plan with two energies, one of them stored. */
export const FAN_PLAN: PlanContent = {
  prepare: 'Close the damper', told: ['Shift lead', 'Control room'], stop: 'Stop the fan at the panel', tryStart: 'Press start at the panel: nothing moves',
  energies: [
    { id: 'main', type: 'electrical', magnitude: '400 V', device: 'Main switch -Q1', location: 'Cabinet 3', photoId: null, zero: 'Two-pole tester shows no voltage', stored: null },
    { id: 'blades', type: 'mechanical', magnitude: '80 kg', device: 'Rotor brake', location: 'Hub', photoId: null, zero: 'Rotor does not turn by hand', stored: { what: 'Blades turn in the wind', release: 'Set the brake' } },
  ],
}

/** FAN_STEPS are the steps of FAN_PLAN before the first lock, and those after it. */
export const FAN_STEPS = {
  before: ['prepare', 'stop', 'isolate:main', 'isolate:blades', 'lock:main', 'lock:blades'], after: ['release:blades', 'verify:main', 'verify:blades', 'try-start'],
} as const

/** CLEAR is what lifting and ending an isolation confirm. */
export const CLEAR = { toolsClear: true, peopleTold: true } as const

/** More is what an act may carry beside what is done: its operation, when it was done, and whether it was reported late. */
export interface More {
  readonly opId?: string
  readonly at?: Date
  readonly late?: boolean
}

/** isolating gives the acts of people on isolations in a plant whose fan has a published plan. */
export async function isolating(plant: OrderPlant) {
  await savePlan(plant.actor('safety'), { assetId: plant.assetId, content: FAN_PLAN, seen: null })
  await publishPlan(plant.actor('safety'), { assetId: plant.assetId, seen: 1, note: 'First' })
  const act = (role: Role, orderId: string, one: IsolationAct, more: More = {}) => isolate(plant.actor(role), { orderId, opId: more.opId ?? newId(), act: one, ...more })
  const step = (role: Role, orderId: string, stepId: string, more?: More) => act(role, orderId, { type: 'step-confirmed', data: { stepId } }, more)
  const on = (role: Role, orderId: string, more?: More) => act(role, orderId, { type: 'lock-on', data: { lock: `of ${role}` } }, more)
  const off = (role: Role, orderId: string, more?: More) => act(role, orderId, { type: 'lock-off', data: {} }, more)
  return {
    act, step, on, off,
    /** Isolates an order's machine from the beginning to the verified end, with one person's lock on. */
    whole: async (role: Role, orderId: string) => {
      await act(role, orderId, { type: 'begun', data: {} })
      for (const id of FAN_STEPS.before) await step(role, orderId, id)
      await on(role, orderId)
      for (const id of FAN_STEPS.after) await step(role, orderId, id)
    },
    end: (role: Role, orderId: string, more?: More) => act(role, orderId, { type: 'ended', data: CLEAR }, more),
    of: (orderId: string) => orderSafety(plant.actor('admin'), orderId),
  }
}
