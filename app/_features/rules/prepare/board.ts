import type { BoardRule, BoardView, Figures } from './precision.ts'

/** BOARD_SORTS are what the board can be sorted by; each has the worst first. */
export const BOARD_SORTS = ['precision', 'false', 'lead', 'cost', 'unverified', 'name'] as const
export type BoardSort = (typeof BOARD_SORTS)[number]

/** Shelf is one class of machines with its rules and what they come to together. */
export interface Shelf {
  readonly id: string | null
  readonly name: string | null
  readonly figures: Figures
  readonly rules: readonly BoardRule[]
}

// What is surely bad comes first: a rule with one wrong call of one may still be good, one with ten of ten is not. Without verdicts nothing is known.
const badness = ({ precision, interval, n }: Figures): readonly number[] => (precision === null ? [1, 0, 0] : [0, interval?.high ?? 1, -n])
const late = (ms: number | null): readonly number[] => (ms === null ? [1, 0] : [0, ms])

const KEYS: Readonly<Record<Exclude<BoardSort, 'name'>, (figures: Figures) => readonly number[]>> = {
  precision: (figures) => [...badness(figures), -figures.outcomes.unverified],
  false: (figures) => [-(figures.falsePerAssetMonth ?? 0), -figures.falseCalls],
  lead: ({ toRepair }) => late(toRepair.medianMs),
  cost: ({ cost }) => [-Number(cost.total ?? cost.parts), -cost.labourMs],
  unverified: ({ outcomes }) => [-outcomes.unverified],
}

const compare = (a: readonly number[], b: readonly number[]): number => a.map((value, index) => value - (b[index] ?? 0)).find((difference) => difference !== 0) ?? 0

/** sortedRules puts rules in order, the worst first; rules that are as bad keep the order of their names. */
export const sortedRules = (rules: readonly BoardRule[], sort: BoardSort): readonly BoardRule[] =>
  rules.toSorted((a, b) => (sort === 'name' ? 0 : compare(KEYS[sort](a.figures), KEYS[sort](b.figures))) || a.name.localeCompare(b.name))

/** shelvesOf groups a board's rules by the class of the machines that they are about; retired rules count for their class but are listed only where they still have orders. */
export const shelvesOf = ({ rules, classes }: Pick<BoardView, 'rules' | 'classes'>, sort: BoardSort): readonly Shelf[] =>
  classes.map(({ id, name, figures }) => ({
    id, name, figures, rules: sortedRules(rules.filter((rule) => rule.classId === id && (rule.state !== 'retired' || rule.figures.calls > 0)), sort),
  })).filter(({ rules: own }) => own.length > 0)
