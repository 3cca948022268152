import { DAY_MS } from '../kernel/time.ts'
import { MONTH_MS } from '../verdicts/figures.ts'
import type { BandStatistics, Basis, Proposal } from './candidates.ts'
import type { LeftOut } from './left-out.ts'

/** Tried is a proposal with one delay, and when it would have called falsely on the history it was learnt from (epoch ms). */
export interface Tried { readonly forMs: number; readonly falseCalls: readonly number[] }

/** Candidate is a proposed limit with the delay that goes with it. Its false calls are those of that delay; `tried` has every delay. */
export interface Candidate {
  readonly basis: Basis
  readonly proposal: Proposal
  readonly forMs: number
  readonly falseCalls: number
  readonly perMonth: number | null
  /** When they would have been, the newest last (epoch ms); at most so many are listed. */
  readonly at: readonly number[]
  readonly tried: readonly { readonly forMs: number; readonly falseCalls: number }[]
  readonly recommended: boolean
}

/** LimitsReport is what was learnt of a point's history; `format` counts up when its shape changes. */
export interface LimitsReport {
  readonly format: 1
  readonly pointId: string
  readonly unit: string
  readonly range: { readonly from: number; readonly to: number }
  readonly readings: number
  /** Readings that the limits were learnt from, and those that were left out. */
  readonly learnt: number
  readonly leftOut: number
  /** Each so many-th of the readings was used for the percentiles. */
  readonly every: number
  readonly windows: readonly LeftOut[]
  readonly states: readonly BandStatistics[]
  readonly candidates: readonly Candidate[]
}

/** BEARABLE is how many false calls a month a recommended limit may have made: one. */
const BEARABLE = 1
const LISTED = 50


/** candidateOf chooses the shortest delay with which a limit would have made bearably few false calls, else the one with the fewest. */
export function candidateOf(basis: Basis, proposal: Proposal, tried: readonly Tried[], learntMs: number): Omit<Candidate, 'recommended'> {
  const months = learntMs / MONTH_MS
  const rate = ({ falseCalls }: Tried): number => falseCalls.length / Math.max(months, 1)
  const fewest = Math.min(...tried.map(({ falseCalls }) => falseCalls.length))
  const chosen = tried.find((one) => rate(one) <= BEARABLE) ?? tried.find((one) => one.falseCalls.length === fewest)
  const at = chosen?.falseCalls ?? []
  return {
    basis, proposal, forMs: chosen?.forMs ?? 0, falseCalls: at.length, perMonth: learntMs < DAY_MS ? null : at.length / months, at: at.slice(-LISTED),
    tried: tried.map(({ forMs, falseCalls }) => ({ forMs, falseCalls: falseCalls.length })),
  }
}

const tightness = ({ proposal }: Pick<Candidate, 'proposal'>, states: readonly BandStatistics[]): number => {
  const middle = states[0]?.statistics.median ?? 0
  const limit = proposal.limit ?? proposal.high ?? proposal.gate?.bands[0]?.limit ?? 0
  return Math.abs(limit - middle)
}

/** recommend marks the tightest of the candidates that would have made bearably few false calls. */
export function recommend(candidates: readonly Omit<Candidate, 'recommended'>[], states: readonly BandStatistics[]): Candidate[] {
  const sorted = candidates.toSorted((a, b) => tightness(a, states) - tightness(b, states))
  const best = sorted.find(({ perMonth, falseCalls }) => (perMonth ?? falseCalls) <= BEARABLE)
  return sorted.map((candidate) => ({ ...candidate, recommended: candidate === best }))
}
