import type { Tx } from '#server/platform/db.ts'
import { UNFINISHED } from '#server/core/work-orders/enums.ts'
import { parseNumber } from '#server/core/work-orders/number.ts'

/** RaisedFilter narrows a list to orders that rules raised, by the first alert's day at the site: from is in, to is not. What is left out does not narrow. */
export interface RaisedFilter {
  readonly ruleId?: string | undefined
  readonly versionId?: string | undefined
  readonly classId?: string | undefined
  readonly assetId?: string | undefined
  /** Verdicts, and "unverified" for none. */
  readonly outcomes?: readonly string[] | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
}

/** ListFilter narrows a list of orders; sites 'all' means every site of the organization. */
export interface ListFilter {
  readonly sites: 'all' | readonly string[]
  readonly status?: readonly string[] | undefined
  readonly source?: readonly string[] | undefined
  readonly priority?: readonly number[] | undefined
  readonly assetId?: string | undefined
  readonly assigneeId?: string | undefined
  readonly unassigned?: boolean | undefined
  readonly text?: string | undefined
  readonly raised?: RaisedFilter | undefined
}

/** ListKey is where a page ends: the sort values of its last row. */
export interface ListKey {
  readonly priority: number
  readonly createdAt: Date
  readonly id: string
}

/** ListSort is the order of a list: the newest first, or the most urgent first and then the newest. */
export type ListSort = 'newest' | 'priority'

/** ListRow is an order as a list shows it. */
export interface ListRow extends ListKey {
  readonly no: number
  readonly provisionalNumber: string | null
  readonly title: string
  readonly text: unknown
  readonly status: string
  readonly kind: string
  readonly source: string
  readonly siteId: string
  readonly assetId: string
  readonly assetTag: string
  readonly assetName: string
  readonly assigneeId: string | null
  readonly assigneeName: string | null
  readonly failureMode: string | null
  readonly dueAt: Date | null
  readonly updatedAt: Date
  readonly verdict: string | null
  readonly holdReason: string | null
  readonly proposeClose: boolean
  readonly repairInDoubt: boolean
  readonly deferredUntil: string | null
  /** What the first person without an account said of it; null on other orders. */
  readonly reported: { readonly name: string | null; readonly contact: string | null; readonly stopped: boolean; readonly danger: boolean } | null
}

interface Conditions {
  readonly sql: string[]
  readonly params: unknown[]
}

const likePattern = (text: string): string => `%${text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`

// Orders merged into others are left out, as precision leaves them out.
function raisedCondition({ ruleId, versionId, classId, assetId, outcomes, from, to }: RaisedFilter, param: (value: unknown) => string): string {
  const day = '(c.alert_at AT TIME ZONE s.time_zone)::date'
  const own = [
    ...(ruleId === undefined ? [] : [`c.rule_id = ${param(ruleId)}::uuid`]),
    ...(versionId === undefined ? [] : [`c.rule_version_id = ${param(versionId)}::uuid`]),
    ...(classId === undefined ? [] : [`a.class_id = ${param(classId)}::uuid`]),
    ...(assetId === undefined ? [] : [`c.asset_id = ${param(assetId)}::uuid`]),
    ...(from === undefined ? [] : [`c.created_at >= ${param(from)}::date - interval '2 days' AND ${day} >= ${param(from)}::date`]),
    ...(to === undefined ? [] : [`${day} < ${param(to)}::date`]),
  ]
  const calls = `SELECT c.work_order_id FROM rule_call c JOIN site s ON s.org_id = c.org_id AND s.id = c.site_id JOIN asset a ON a.org_id = c.org_id AND a.id = c.asset_id
    WHERE ${['c.org_id = $1::uuid', ...own].join(' AND ')}`
  return [`w.duplicate_of IS NULL AND w.id IN (${calls})`, ...(outcomes === undefined ? [] : [`coalesce(w.verdict, 'unverified') = ANY (${param(outcomes)}::text[])`])].join(' AND ')
}

function conditions(tx: Tx, filter: ListFilter): Conditions {
  const params: unknown[] = [tx.orgId]
  const sql = ['w.org_id = $1::uuid']
  const add = (value: unknown, make: (parameter: string) => string): void => {
    if (value === undefined) return
    sql.push(make(`$${params.push(value)}`))
  }
  add(filter.sites === 'all' ? undefined : filter.sites, (p) => `w.site_id = ANY (${p}::uuid[])`)
  add(filter.status, (p) => `w.status = ANY (${p}::text[])`)
  add(filter.source, (p) => `w.source = ANY (${p}::text[])`)
  add(filter.priority, (p) => `w.priority = ANY (${p}::int[])`)
  add(filter.assetId, (p) => `w.asset_id = ${p}::uuid`)
  add(filter.assigneeId, (p) => `w.assignee_id = ${p}::uuid`)
  if (filter.raised) sql.push(raisedCondition(filter.raised, (value) => `$${params.push(value)}`))
  if (filter.unassigned) sql.push('w.assignee_id IS NULL')
  if (filter.text !== undefined && filter.text !== '') {
    const no = parseNumber(filter.text) ?? (/^\d{1,9}$/.test(filter.text) ? Number(filter.text) : null)
    if (no !== null) add(no, (p) => `w.no = ${p}::int`)
    else add(likePattern(filter.text), (p) => `(w.title ILIKE ${p} OR w.provisional_number ILIKE ${p} OR w.asset_id IN (SELECT s.id FROM asset s WHERE s.org_id = $1::uuid AND (s.tag ILIKE ${p} OR s.name ILIKE ${p})))`)
  }
  return { sql, params }
}

function after(key: ListKey, sort: ListSort, params: unknown[]): string {
  const at = `$${params.push(key.createdAt)}::timestamptz`
  const id = `$${params.push(key.id)}::uuid`
  const older = `(w.created_at, w.id) < (${at}, ${id})`
  if (sort === 'newest') return older
  const priority = `$${params.push(key.priority)}::int`
  return `w.priority >= ${priority} AND (w.priority > ${priority} OR ${older})`
}

/** listPage reads one page of orders after a key, in the sort given. */
export async function listPage(tx: Tx, filter: ListFilter, page: { sort: ListSort; after: ListKey | null; limit: number }): Promise<ListRow[]> {
  const { sql, params } = conditions(tx, filter)
  if (page.after) sql.push(after(page.after, page.sort, params))
  const order = page.sort === 'newest' ? 'w.created_at DESC, w.id DESC' : 'w.priority, w.created_at DESC, w.id DESC'
  return tx.exec.query<ListRow>(
    `SELECT w.*, a.tag AS "assetTag", a.name AS "assetName", p.name AS "assigneeName",
            (SELECT json_build_object('name', r.name, 'contact', r.contact, 'stopped', r.stopped, 'danger', r.danger) FROM public_request r
              WHERE r.org_id = $1::uuid AND r.work_order_id = w.id ORDER BY r.at, r.id LIMIT 1) AS reported
     FROM (SELECT w.id, w.no, w.provisional_number AS "provisionalNumber", w.title, w.text, w.status, w.kind, w.source, w.priority, w.site_id AS "siteId", w.asset_id AS "assetId", w.assignee_id AS "assigneeId",
                  w.failure_mode AS "failureMode", w.due_at AS "dueAt", w.created_at AS "createdAt", w.updated_at AS "updatedAt", w.verdict, w.hold_reason AS "holdReason",
                  w.propose_close AS "proposeClose", w.repair_in_doubt AS "repairInDoubt", w.deferral->>'until' AS "deferredUntil"
           FROM work_order w WHERE ${sql.join(' AND ')} ORDER BY ${order} LIMIT $${params.push(page.limit)}::int) AS w
     JOIN asset a ON a.org_id = $1::uuid AND a.id = w."assetId"
     LEFT JOIN person p ON p.org_id = $1::uuid AND p.id = w."assigneeId"
     ORDER BY ${order.replaceAll('w.created_at', 'w."createdAt"')}`,
    params,
  )
}

/** OpenCounts counts orders with work still to be done: all, mine, nobody's. */
export interface OpenCounts {
  readonly open: number
  readonly mine: number
  readonly unassigned: number
}

/** countOpen counts unfinished orders in the sites given. */
export async function countOpen(tx: Tx, sites: 'all' | readonly string[], personId: string | null): Promise<OpenCounts> {
  const [row] = await tx.exec.query<OpenCounts>(
    `SELECT count(*)::int AS open, (count(*) FILTER (WHERE assignee_id = $3::uuid))::int AS mine, (count(*) FILTER (WHERE assignee_id IS NULL))::int AS unassigned
     FROM work_order WHERE org_id = $1::uuid AND status = ANY ($2::text[]) AND ($4::uuid[] IS NULL OR site_id = ANY ($4::uuid[]))`,
    [tx.orgId, UNFINISHED, personId, sites === 'all' ? null : sites],
  )
  return row ?? { open: 0, mine: 0, unassigned: 0 }
}

/** RaisedNames are the words for what a list was narrowed to. */
export interface RaisedNames {
  readonly ruleName: string | null
  readonly version: number | null
  readonly className: string | null
  readonly assetTag: string | null
}

/** raisedNames gives the names of the rule, version and class that a list is narrowed to; a rule of a machine elsewhere has none. */
export async function raisedNames(tx: Tx, { ruleId, versionId, classId, assetId }: RaisedFilter, sites: 'all' | readonly string[]): Promise<RaisedNames> {
  const [row] = await tx.exec.query<RaisedNames>(
    `SELECT (SELECT r.name FROM rule r LEFT JOIN asset a ON a.org_id = r.org_id AND a.id = r.asset_id
              WHERE r.org_id = $1::uuid AND r.id = $2::uuid AND (a.id IS NULL OR $5::uuid[] IS NULL OR a.site_id = ANY ($5::uuid[]))) AS "ruleName",
            (SELECT v.version FROM rule_version v WHERE v.org_id = $1::uuid AND v.id = $3::uuid) AS version,
            (SELECT c.name FROM asset_class c WHERE c.org_id = $1::uuid AND c.id = $4::uuid) AS "className",
            (SELECT m.tag FROM asset m WHERE m.org_id = $1::uuid AND m.id = $6::uuid AND ($5::uuid[] IS NULL OR m.site_id = ANY ($5::uuid[]))) AS "assetTag"`,
    [tx.orgId, ruleId ?? null, versionId ?? null, classId ?? null, sites === 'all' ? null : sites, assetId ?? null],
  )
  return row ?? { ruleName: null, version: null, className: null, assetTag: null }
}

/** openOrdersOfRule lists the orders with work still to be done that a rule raised. */
export const openOrdersOfRule = (tx: Tx, ruleId: string): Promise<{ id: string; status: string }[]> =>
  tx.db.workOrder.findMany({ where: { orgId: tx.orgId, ruleId, status: { in: [...UNFINISHED] } }, select: { id: true, status: true }, orderBy: { no: 'asc' } })
