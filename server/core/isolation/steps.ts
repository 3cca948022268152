import type { PlanContent } from './plan.ts'

/** STAGES are the steps of an isolation in the order that the law fixes. */
export const STAGES = ['prepare', 'stop', 'isolate', 'lock', 'release', 'verify'] as const
export type Stage = (typeof STAGES)[number]

/** Step is one thing that is done and confirmed; energyId null where it concerns the whole machine. */
export interface Step {
  readonly id: string
  readonly stage: Stage
  readonly energyId: string | null
}

// The last step: trying to start the machine, which must not run.
const TRY_START = 'try-start'

/** stepsOf lists the steps of a plan in their order: prepare and notify, stop, isolate, lock, release stored energy, verify, try to start. */
export function stepsOf({ energies }: PlanContent): Step[] {
  const each = (stage: Stage, of = energies): Step[] => of.map(({ id }) => ({ id: `${stage}:${id}`, stage, energyId: id }))
  return [
    { id: 'prepare', stage: 'prepare', energyId: null },
    { id: 'stop', stage: 'stop', energyId: null },
    ...each('isolate'),
    ...each('lock'),
    ...each('release', energies.filter(({ stored }) => stored !== null)),
    ...each('verify'),
    { id: TRY_START, stage: 'verify', energyId: null },
  ]
}

/** isEarlier tells whether a stage comes before another. */
export const isEarlier = (stage: Stage, than: Stage): boolean => STAGES.indexOf(stage) < STAGES.indexOf(than)
