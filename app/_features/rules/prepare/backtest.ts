import type { BacktestReport, ReportFiring, ReportFound, ReportSide, ReportTrouble } from '#server/core/backtest/report.ts'

/** Report is what a back-test has come to. */
export type Report = BacktestReport

/** SIDES are the two definitions of a back-test: the one that is tried, and the version in force beside it. */
export const SIDES = ['tried', 'compared'] as const
export type Side = (typeof SIDES)[number]

/** Fired is one firing of a report. */
export type Fired = ReportFiring

/** FIRED are the choices of firings: all of them, or those that came to something. */
export const FIRED = ['fired', 'hit', 'false', 'unknown', 'suppressed'] as const
/** TROUBLED are the choices of known failures and faults: all of them, or by what became of them. */
export const TROUBLED = ['troubles', 'found', 'late', 'missed'] as const

/** ROWS are what a report's numbers are made of: firings, known failures and faults, or work orders. */
export const ROWS = [...FIRED, ...TROUBLED, 'orders'] as const
export type Rows = (typeof ROWS)[number]

/** RowKind is which table rows stand in. */
export type RowKind = 'firings' | 'troubles' | 'orders'

/** kindOf tells in which table rows stand. */
export const kindOf = (rows: Rows): RowKind => (rows === 'orders' ? 'orders' : TROUBLED.some((one) => one === rows) ? 'troubles' : 'firings')

/** SeenSide is whose rows are shown. */
export type SeenSide = Side | 'both'

/** FiringRow is a firing in the table: whose it is, whether the other definition fired at that time too, and where it stands in the report. */
export interface FiringRow {
  /** Names it in an address: the side's letter and its place. */
  readonly id: string
  readonly side: Side
  readonly fired: Fired
  /** Null where nothing stands beside it. */
  readonly both: boolean | null
}

const LETTERS: Readonly<Record<Side, string>> = { tried: 't', compared: 'c' }

const meets = (one: Fired, other: Fired): boolean =>
  one.assetId === other.assetId && one.key === other.key && one.from <= (other.to ?? Infinity) && (one.to ?? Infinity) >= other.from

function rowsOfSide(report: Report, side: Side): FiringRow[] {
  const own = side === 'tried' ? report.tried : report.compared
  const other = side === 'tried' ? report.compared : report.tried
  const byKey = Map.groupBy(other?.firings ?? [], ({ key }) => key)
  return (own?.firings ?? []).map((fired, index) => ({
    id: `${LETTERS[side]}${index}`, side, fired, both: other === null ? null : (byKey.get(fired.key) ?? []).some((one) => meets(fired, one)),
  }))
}

/** firingRows are the firings of one side, or of both with what both fired told once; the newest first. */
export function firingRows(report: Report, side: SeenSide, rows: Rows): readonly FiringRow[] {
  const [tried, compared] = [side === 'compared' ? [] : rowsOfSide(report, 'tried'), side === 'tried' ? [] : rowsOfSide(report, 'compared')]
  const all = [...tried, ...(side === 'both' ? compared.filter(({ both }) => both !== true) : compared)]
  return all.filter(({ fired }) => rows === 'fired' || fired.class === rows).toSorted((a, b) => b.fired.from - a.fired.from)
}

/** firingNamed finds a firing by its name in the address; null for none. */
export function firingNamed(report: Report, id: string | null): FiringRow | null {
  const side = SIDES.find((one) => id?.startsWith(LETTERS[one]))
  return side === undefined ? null : (rowsOfSide(report, side).find((row) => row.id === id) ?? null)
}

/** TroubleRow is a known failure or fault with what became of it on each side; null where a side is not there. */
export interface TroubleRow {
  readonly trouble: ReportTrouble
  readonly tried: ReportFound | null
  readonly compared: ReportFound | null
}

/** troubleRows are the known failures and faults, those chosen by what became of them on a side (on either side for both); the newest first. */
export function troubleRows(report: Report, side: SeenSide, rows: Rows): readonly TroubleRow[] {
  const [tried, compared] = [new Map(report.tried.found.map((one) => [one.orderId, one])), new Map(report.compared?.found.map((one) => [one.orderId, one]) ?? [])]
  const all = report.troubles.flatMap((trouble): TroubleRow[] => {
    const [own, other] = [tried.get(trouble.orderId) ?? null, compared.get(trouble.orderId) ?? null]
    return own === null && other === null ? [] : [{ trouble, tried: own, compared: other }]
  })
  const chosen = (row: TroubleRow): boolean => rows === 'troubles' || SIDES.some((one) => (side === 'both' || side === one) && row[one]?.found === rows)
  return all.filter(chosen).toReversed()
}

/** RaisedRow is a work order that a side would have raised. */
export interface RaisedRow { readonly side: Side; readonly order: ReportSide['orders'][number] }

/** orderRows are the work orders that would have been raised; the newest first. */
export const orderRows = (report: Report, side: SeenSide): readonly RaisedRow[] =>
  SIDES.flatMap((one) => (side === 'both' || side === one ? (report[one]?.orders ?? []).map((order) => ({ side: one, order })) : [])).toSorted((a, b) => b.order.at - a.order.at)
