import type { Outputs } from '../../../../_lib/trpc/types.ts'
import type { QuietStatus } from '../../../../_ui/status-mark.tsx'

/** TrialView is how a source's settings prove themselves, as the server describes it. */
export type TrialView = Outputs['sources']['trial']
export type TrialPoint = TrialView['points'][number]

const MARKS: Readonly<Record<TrialView['state'], QuietStatus>> = {
  off: 'stopped', 'no-gateway': 'offline', problem: 'offline', starting: 'unknown', waits: 'unknown', connected: 'operating', receives: 'operating',
}

/** markOfTrial is the grey shape of a connection's state. */
export const markOfTrial = (state: TrialView['state']): QuietStatus => MARKS[state]

/** PointState is how a point does in a trial: unknown means that the site has none of that key. */
export type PointState = 'unknown' | 'nothing' | 'value'

/** pointState tells how a point does in a trial. */
export const pointState = ({ point, latest }: TrialPoint): PointState => (point === null ? 'unknown' : latest === null ? 'nothing' : 'value')

/** proven tells whether the trial shows what it is for: a value, live. */
export const proven = ({ points }: Pick<TrialView, 'points'>): boolean => points.some((point) => pointState(point) === 'value')
