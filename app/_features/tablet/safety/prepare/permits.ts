import { gasFindings } from '#server/core/permits/gas.ts'
import { PERMIT_POLICIES } from '#server/core/permits/kinds.ts'
import { PERMIT_TRANSITIONS, type PermitCommand } from '#server/core/permits/transitions.ts'
import type { SeenPermit } from '../../../../_lib/tablet/seen/permits.ts'

/** TabletAct is what can be done with a permit on a tablet: facts, which need no connection. */
export type TabletAct = Extract<PermitCommand, 'gasTest' | 'suspend' | 'handBack'>
const TABLET_ACTS = ['gasTest', 'suspend', 'handBack'] as const satisfies readonly TabletAct[]

/** permitActs lists what a person can do with a permit here now, by the server's own table. */
export const permitActs = (permit: Pick<SeenPermit, 'kind' | 'status' | 'performer'>, personId: string, execute: boolean): readonly TabletAct[] =>
  TABLET_ACTS.filter((act) => {
    const row = PERMIT_TRANSITIONS[act]
    if (!row.from.includes(permit.status) || (row.permission === 'work-order.execute' && !execute)) return false
    if (act === 'gasTest' && PERMIT_POLICIES[permit.kind].gases.length === 0) return false
    return row.by !== 'performer' || permit.performer.id === personId
  })

/** isExpired tells whether a permit's time is over though nobody has handed it back. */
export const isExpired = ({ status, to }: Pick<SeenPermit, 'status' | 'to'>, now: number): boolean => (status === 'issued' || status === 'suspended') && Date.parse(to) <= now

/** GasLine is the newest test of one gas, and what is wrong with it now. */
export interface GasLine {
  readonly gas: string
  readonly unit: string
  readonly test: SeenPermit['gasTests'][number] | null
  readonly problem: 'missing' | 'outside' | null
}

/** gasLines shows for each gas that a permit asks for its newest test, and whether it is outside its limits or too old for resuming. */
export function gasLines({ kind, gasTests }: Pick<SeenPermit, 'kind' | 'gasTests'>, now: number): GasLine[] {
  const findings = gasFindings(kind, gasTests.map((test) => ({ ...test, at: new Date(test.at) })), new Date(now))
  return PERMIT_POLICIES[kind].gases.map(({ gas, unit }) => ({
    gas, unit, test: gasTests.filter((test) => test.gas === gas).toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at))[0] ?? null,
    problem: findings.find((finding) => finding.gas === gas)?.problem ?? null,
  }))
}
