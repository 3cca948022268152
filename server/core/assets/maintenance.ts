import { HOUR_MS } from '../kernel/time.ts'

// How long work on a machine may keep its alarms quiet in one go: 12 h after it began they are armed again.
const LONGEST_QUIET_MS = 12 * HOUR_MS

/** HANDS_ON are the activities in which a timer's person is at the machine: on the way to it or waiting, nobody is. */
export const HANDS_ON = ['diagnostic', 'active'] as const

/** MAINTAINED_LEVELS are the positions on which work is done: declaring a line or an area would silence the machines beside it. */
export const MAINTAINED_LEVELS: readonly string[] = ['machine', 'component']

/** Stretch is a time from and to which alarms are kept quiet, epoch ms. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

/** quietWhile gives the stretch for which a timer keeps alarms quiet: while it runs (endedAt null), but never longer than 12 h. */
export const quietWhile = (startedAt: number, endedAt: number | null): Stretch => ({ from: startedAt, to: Math.min(endedAt ?? Infinity, startedAt + LONGEST_QUIET_MS) })

/** DeclarationProblem says why a machine cannot be declared under maintenance like this. */
export type DeclarationProblem = 'not-a-machine' | 'over-already' | 'too-long' | 'declared-already'

/** Declaration is what a person wants to declare: at which level the position is, until when (epoch ms), and what holds for it already. */
export interface Declaration {
  readonly level: string
  readonly until: number
  readonly declared: readonly Stretch[]
}

/** checkDeclaration says what is wrong with a declaration made now (epoch ms); null for nothing. */
export function checkDeclaration({ level, until, declared }: Declaration, now: number): DeclarationProblem | null {
  if (!MAINTAINED_LEVELS.includes(level)) return 'not-a-machine'
  if (until <= now) return 'over-already'
  if (until > now + LONGEST_QUIET_MS) return 'too-long'
  return declared.some((one) => one.from <= now && now < one.to) ? 'declared-already' : null
}
