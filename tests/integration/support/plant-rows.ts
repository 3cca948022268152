import { createHash } from 'node:crypto'
import type pg from 'pg'
import { ROLES, type Role } from '#server/core/people/permissions.ts'
import { HOUR_MS } from '#server/core/kernel/time.ts'
import { newId } from '#server/platform/ids.ts'

type Row = Readonly<Record<string, unknown>>

const insert = async (client: pg.Client, table: string, row: Row): Promise<void> => {
  const names = Object.keys(row)
  const values = names.map((name) => {
    const value = row[name]
    return value !== null && typeof value === 'object' && !Array.isArray(value) && !Buffer.isBuffer(value) ? JSON.stringify(value) : value
  })
  await client.query(`INSERT INTO ${table} (${names.map((name) => `"${name}"`).join(', ')}) VALUES (${names.map((_, i) => `$${i + 1}`).join(', ')})`, values)
}

/** SiteRows names one row of every kind at one site. */
export interface SiteRows {
  readonly orgId: string
  readonly siteId: string
  readonly classId: string
  readonly assetId: string
  readonly pointId: string
  readonly pointKey: string
  readonly sourceId: string
  /** A declaration of maintenance that holds. */
  readonly windowId: string
  readonly batchId: string
  readonly samplingId: string
  readonly ruleId: string
  readonly incidentId: string
  /** An episode of the rule's draft, judged in shadow. */
  readonly firingId: string
  /** It waits, of the rule. */
  readonly backtestId: string
  /** A condition order in progress. */
  readonly orderId: string
  readonly orderNumber: string
  readonly taskId: string
  readonly permitId: string
  readonly snapshotId: string
  /** Signed by the technician, and waiting. */
  readonly handoverId: string
  readonly repairId: string
  /** Under which the administrator works. */
  readonly ownPermitId: string
  /** A technician's tablet, with an operation that was taken in. */
  readonly deviceId: string
  readonly partId: string
  readonly plannedPartId: string
  readonly partUseId: string
  readonly labourId: string
  readonly downtimeId: string
  /** Of the order, ready; its bytes are nowhere. */
  readonly attachmentId: string
  /** The address of the site, on a poster, and that of its machine. */
  readonly doorId: string
  readonly machineDoorId: string
  /** With which a contractor works on the order. */
  readonly contractorLinkId: string
  readonly teamId: string
  readonly keyId: string
  readonly rosterId: string
  readonly shiftId: string
  readonly exceptionId: string
  readonly skillId: string
  readonly webhookId: string
  /** The technician's. */
  readonly mailboxId: string
  readonly notificationId: string
  readonly deliveryId: string
  /** Open, with the technician called. */
  readonly callOutId: string
  readonly shelfId: string
  readonly outageId: string
  readonly suppressionId: string
  /** A repair after which the machine's rule learnt something that asks for a decision. */
  readonly resetId: string
  /** One person for each role, with the role at this site only. */
  readonly people: Readonly<Record<Role, string>>
  /** Stands in every text of these rows and in no others. */
  readonly marker: string
}

const AT = '2026-01-05T10:00:00.000Z'
const DEFINITION = {
  kind: 'threshold', points: ['speed'], direction: 'above', limit: 10, low: null, high: null, clear: null, forMs: 0, keepFiringMs: 0,
  gate: null, noData: { policy: 'keep', afterMs: null }, priority: 2, failureMode: 'VIB', warmupMs: 0,
}

async function addPeople(client: pg.Client, orgId: string, siteId: string, marker: string): Promise<Record<Role, string>> {
  const people: [Role, string][] = []
  for (const role of ROLES) {
    const id = newId()
    await insert(client, 'person', { org_id: orgId, id, name: `${marker} ${role}`, email: `${role}.${marker}@example.com` })
    await insert(client, 'role_grant', { org_id: orgId, id: newId(), person_id: id, role, site_id: siteId })
    await insert(client, 'first_day_step', { org_id: orgId, person_id: id, step: 'open-order' })
    people.push([role, id])
  }
  return Object.fromEntries(people) as Record<Role, string>
}

async function addReadings(client: pg.Client, orgId: string, pointNo: number): Promise<void> {
  for (const table of ['reading', 'reading_minute', 'reading_hour']) {
    const [names, values] = table === 'reading' ? ['value, quality', '42, 0'] : ['n, sum, min, max, last', '1, 42, 42, 42, 42']
    await client.query(
      `INSERT INTO telemetry.${table} (point_no, org_no, ts, ${names}) SELECT $1, no, date_trunc('hour', now()) - interval '2 hours', ${values} FROM organization WHERE id = $2`,
      [pointNo, orgId],
    )
  }
}

type ToldIds = 'rosterId' | 'shiftId' | 'exceptionId' | 'skillId' | 'webhookId' | 'mailboxId' | 'notificationId' | 'deliveryId' | 'callOutId'
type Told = Pick<SiteRows, 'orgId' | 'marker' | 'siteId' | 'assetId' | 'incidentId' | ToldIds>

/** A roster, where somebody is reached, what was told and a call that is open, all of one person. */
async function addTelling(client: pg.Client, rows: Told & { readonly personId: string }): Promise<void> {
  const { orgId, marker, siteId, assetId, personId } = rows
  const row = (table: string, values: Row): Promise<void> => insert(client, table, { org_id: orgId, ...values })
  const name = (what: string): string => `${marker} ${what}`
  await row('skill', { id: rows.skillId, code: marker, name: name('skill'), failure_modes: ['VIB'] })
  await row('person_skill', { person_id: personId, skill_id: rows.skillId })
  await row('person_area', { person_id: personId, asset_id: assetId })
  await row('roster', { id: rows.rosterId, site_id: siteId, area_id: assetId, skill_id: rows.skillId, name: name('roster'), rotation_start: AT })
  await row('roster_shift', { id: rows.shiftId, roster_id: rows.rosterId, person_id: personId, position: 1, weekdays: [1], from_minute: 0, to_minute: 0 })
  await row('roster_exception', { id: rows.exceptionId, roster_id: rows.rosterId, from_at: AT, to_at: AT, away_id: personId, reason: name('holiday') })
  await row('channel_endpoint', { id: rows.mailboxId, kind: 'email', person_id: personId, label: name('mailbox'), address: `${marker}@example.com` })
  await row('channel_endpoint', { id: rows.webhookId, kind: 'webhook', site_id: siteId, label: name('webhook'), address: `https://${marker}.example.com`, categories: ['call'] })
  await row('notification_preference', { person_id: personId, channels: { marker } })
  await row('notification', {
    id: rows.notificationId, person_id: personId, key: name('key'), kind: 'alarm-opened', category: 'alarm', site_id: siteId, priority: 2, subject_type: 'incident', subject_id: rows.incidentId,
    group_key: name('group'), params: { marker },
  })
  await row('delivery', { id: rows.deliveryId, endpoint_id: rows.mailboxId, key: name('delivery'), channel: 'email', route: 'smtp', group_key: name('group'), state: 'sent', due_at: AT })
  await row('delivery_item', { delivery_id: rows.deliveryId, notification_id: rows.notificationId })
  await row('call_out', { id: rows.callOutId, site_id: siteId, asset_id: assetId, subject_type: 'incident', subject_id: rows.incidentId, key: name('call'), priority: 2, step: 1 })
  await row('call_step', { call_out_id: rows.callOutId, no: 1, person_id: personId, as: 'on-call', round: 1 })
}

// Above those that a test lets the product give.
let permitNo = 1000

type Isolated = Pick<SiteRows, 'orgId' | 'marker' | 'siteId' | 'assetId' | 'orderId' | 'people'> & { readonly permits: readonly [string, string] }

/** A plan, an isolation by it with one lock on, and a permit. */
async function addIsolation(client: pg.Client, rows: Isolated): Promise<void> {
  const { orgId, marker, siteId, assetId, orderId, people } = rows
  const personId = people.technician
  const row = (table: string, values: Row): Promise<void> => insert(client, table, { org_id: orgId, ...values })
  const content = { prepare: marker, told: [], stop: '', energies: [], tryStart: '' }
  const [planId, isolationId] = [newId(), newId()]
  await row('isolation_plan', { id: planId, asset_id: assetId, version: 1, content, published_at: AT })
  await client.query(
    `INSERT INTO isolation (org_id, id, site_id, asset_id, work_order_id, plan_id, plan_version, content, begun_by, begun_at, locks) VALUES ($1, $2, $3, $4, $5, $6, 1, $7, $8, $9, $10)`,
    [orgId, isolationId, siteId, assetId, orderId, planId, JSON.stringify(content), personId, AT, JSON.stringify([{ personId, lock: marker, since: AT }])],
  )
  await row('isolation_event', { id: newId(), isolation_id: isolationId, op_id: newId(), no: 1, type: 'lock-on', at: AT, person_id: personId, data: { lock: marker } })
  for (const [index, id] of rows.permits.entries()) {
    await row('permit', {
      id, no: permitNo++, site_id: siteId, asset_id: assetId, work_order_id: orderId, kind: 'hot-work', work: marker, issuer_id: people.safety,
      performer_id: index === 0 ? personId : people.admin, from_at: AT, to_at: '2026-01-05T12:00:00.000Z', issued_at: AT,
    })
    await row('permit_event', { id: newId(), permit_id: id, op_id: newId(), type: 'issued', at: AT, person_id: people.safety, data: { marker } })
  }
}

/** addSite makes a site of the organization with one row of every tenant table and system table, all marked. */
async function addSite(client: pg.Client, orgId: string, marker: string, orderNo: number): Promise<SiteRows> {
  const ids = {
    siteId: newId(), classId: newId(), assetId: newId(), equipmentId: newId(), pointId: newId(), sourceId: newId(), windowId: newId(), batchId: newId(), ruleId: newId(),
    versionId: newId(), draftId: newId(), incidentId: newId(), orderId: newId(), taskId: newId(), permitId: newId(), ownPermitId: newId(),
    snapshotId: newId(), handoverId: newId(), repairId: newId(), teamId: newId(), doorId: newId(), machineDoorId: newId(), contractorLinkId: newId(),
    partId: newId(), keyId: newId(), samplingId: newId(),
    shelfId: newId(), resetId: newId(), backtestId: newId(), outageId: newId(), suppressionId: newId(), deviceId: newId(),
    plannedPartId: newId(), partUseId: newId(), labourId: newId(), downtimeId: newId(), attachmentId: newId(),
  }
  const told = {
    rosterId: newId(), shiftId: newId(), exceptionId: newId(), skillId: newId(), webhookId: newId(), mailboxId: newId(), notificationId: newId(), deliveryId: newId(),
    callOutId: newId(),
  }
  const pointKey = `${marker}.speed`
  const row = (table: string, values: Row): Promise<void> => insert(client, table, { org_id: orgId, ...values })
  const name = (what: string): string => `${marker} ${what}`
  await row('site', { id: ids.siteId, code: marker, name: name('site'), time_zone: 'Europe/Berlin' })
  const people = await addPeople(client, orgId, ids.siteId, marker)
  const technician = people.technician
  await row('team', { id: ids.teamId, site_id: ids.siteId, name: name('team') })
  await row('team_member', { team_id: ids.teamId, person_id: technician })
  await row('asset_class', { id: ids.classId, code: name('class'), name: name('class') })
  await row('point_template', { id: newId(), class_id: ids.classId, code: 'speed', name: name('speed'), quantity: 'speed', unit: '/min', expected_interval_ms: 1000, staleness_ms: 5000 })
  await row('failure_mode', { id: newId(), class_id: ids.classId, code: 'VIB', name: name('vibration'), activities: ['CLEAN'] })
  await row('maintainable_item', { id: newId(), class_id: ids.classId, code: 'BEARING', name: name('bearing') })
  await row('asset', { id: ids.assetId, site_id: ids.siteId, class_id: ids.classId, tag: name('tag'), name: name('machine'), level: 'machine' })
  await row('equipment', { id: ids.equipmentId, class_id: ids.classId, serial: name('serial') })
  await row('installation', { id: newId(), asset_id: ids.assetId, equipment_id: ids.equipmentId, from_at: AT })
  await row('maintenance_window', { id: ids.windowId, asset_id: ids.assetId, kind: 'declared', from_at: new Date(Date.now() - HOUR_MS).toISOString(), to_at: new Date(Date.now() + HOUR_MS).toISOString(), reason: name('reason') })
  await row('source', { id: ids.sourceId, site_id: ids.siteId, name: name('source'), kind: 'http' })
  await row('point', { id: ids.pointId, site_id: ids.siteId, asset_id: ids.assetId, key: pointKey, code: 'speed', name: name('point'), quantity: 'speed', unit: '/min', expected_interval_ms: 1000, staleness_ms: 5000, source_id: ids.sourceId })
  const lane = await client.query<{ no: number }>('INSERT INTO lane (org_id, site_id) VALUES ($1, $2) RETURNING no', [orgId, ids.siteId])
  const point = await client.query<{ no: number }>('SELECT no FROM point WHERE id = $1', [ids.pointId])
  const laneNo = lane.rows[0]?.no ?? 0
  const pointNo = point.rows[0]?.no ?? 0
  await row('source_state', { source_id: ids.sourceId, lane_no: laneNo, last_seen_at: AT })
  await row('source_track_state', { source_id: ids.sourceId, track: 'backlog', watermark: AT })
  await row('inbox', { id: ids.batchId, lane_no: laneNo, source_id: ids.sourceId, batch_key: name('batch'), sha256: Buffer.from(marker), count: 1, done_at: AT, stored: 1, duplicates: 0, late: 0, quarantined: 1 })
  await row('sampling', { id: ids.samplingId, site_id: ids.siteId, kind: 'mqtt', place: { url: `mqtt://${marker}` }, expires_at: '2100-01-01T00:00:00Z' })
  await row('quarantine', { id: newId(), batch_id: ids.batchId, source_id: ids.sourceId, index: 0, code: 'range', detail: name('out of range') })
  await row('outbox', { topic: 'incident.changed', payload: { incidentId: ids.incidentId, marker }, relayed_at: AT, done_at: AT })
  await row('health_notice', { id: newId(), kind: 'source-clock', subject_id: ids.sourceId, detail: name('clock') })
  await row('waveform', { id: newId(), point_id: ids.pointId, ts: AT, rate_hz: 1, unit: 'g', samples: 1, sha256: 'x', storage_key: name('waveform') })
  await row('rule', { id: ids.ruleId, name: name('rule'), asset_id: ids.assetId, status: 'published', published_version: 1, shadow_version: 2, shadow_since: AT })
  await row('rule_version', { id: ids.versionId, rule_id: ids.ruleId, version: 1, definition: DEFINITION, note: name('note'), published_at: AT })
  await row('rule_version', { id: ids.draftId, rule_id: ids.ruleId, version: 2, definition: { ...DEFINITION, limit: 11 } })
  await row('rule_event', { id: newId(), rule_id: ids.ruleId, rule_version_id: ids.versionId, type: 'published', at: AT, reason: name('reason') })
  await row('rule_proposal', {
    id: newId(), rule_id: ids.ruleId, rule_version_id: ids.versionId, key: 'limit:12', change: {}, before: {}, after: {}, decision: 'dismissed', reason: name('reason'), at: AT,
  })
  await row('rule_state', { rule_id: ids.ruleId, point_no: pointNo, lane_no: laneNo, rule_version_id: ids.versionId, phase: 'firing', state: { marker } })
  await row('incident', {
    id: ids.incidentId, site_id: ids.siteId, asset_id: ids.assetId, key: name('key'), failure_mode: 'VIB', rule_id: ids.ruleId, rule_version_id: ids.versionId, point_no: pointNo,
    state: 'open', priority: 2, opened_at: AT, last_at: AT, value: 42, limit: 10, peak_value: 42, peak_at: AT, firing: [],
  })
  const firingId = newId()
  await row('shadow_firing', {
    id: firingId, site_id: ids.siteId, asset_id: ids.assetId, key: name('key'), rule_id: ids.ruleId, rule_version_id: ids.draftId, point_no: pointNo,
    priority: 2, opened_at: AT, last_at: AT, value: 42, limit: 11, peak_value: 42, peak_at: AT, firing: [],
  })
  await row('backtest', {
    id: ids.backtestId, rule_id: ids.ruleId, kind: 'backtest', definition: { ...DEFINITION, note: marker }, asset_ids: [ids.assetId], site_ids: [ids.siteId], from_at: AT, to_at: AT, error: name('error'),
  })
  await row('rule_override', { rule_id: ids.ruleId, asset_id: ids.assetId, limits: { limit: 12 }, reason: name('reason'), updated_at: AT })
  await row('baseline_reset', { id: ids.resetId, asset_id: ids.assetId, at: AT, reason: name('reason') })
  await row('device', { id: ids.deviceId, name: `Tablet ${marker}`, platform: 'Android', secret_hash: marker, enrolled_by: people.technician })
  await row('device_person', { device_id: ids.deviceId, person_id: people.technician })
  await row('applied_op', { op_id: newId(), device_id: ids.deviceId, person_id: people.technician, seq: 1, entity_kind: 'work-order', entity_id: ids.orderId, kind: 'order.command', payload: { marker }, outcome: 'applied', done_at: AT })
  await row('baseline_check', { reset_id: ids.resetId, rule_id: ids.ruleId, rule_version_id: ids.versionId, point_no: pointNo, after: { marker }, learnt_at: AT, finding: 'outside-zone', is: 5 })
  await row('shadow_verdict', { firing_id: firingId, answer: 'right', note: name('note'), person_id: technician, at: AT })
  await row('alarm', { id: newId(), incident_id: ids.incidentId, state: 'unacknowledged-active' })
  await row('transition', { id: newId(), rule_id: ids.ruleId, rule_version_id: ids.versionId, point_no: pointNo, asset_id: ids.assetId, incident_id: ids.incidentId, at: AT, from_phase: 'normal', to_phase: 'firing', reason: name('reason'), inbox_no: 1 })
  await row('work_order', {
    id: ids.orderId, no: orderNo, site_id: ids.siteId, asset_id: ids.assetId, equipment_id: ids.equipmentId, kind: 'predictive', source: 'condition', status: 'in_progress', priority: 2,
    title: name('order'), failure_mode: 'VIB', incident_key: name('key'), incident_id: ids.incidentId, rule_id: ids.ruleId, rule_version_id: ids.versionId,
    assignee_id: technician, team_id: ids.teamId, work_started_at: AT, idempotency_key: name('idempotency'),
  })
  const alarm = { site_id: ids.siteId, asset_id: ids.assetId }
  await row('alarm_shelf', { ...alarm, id: ids.shelfId, key: name('key'), priority: 2, reason: name('shelf'), shelved_by: technician, until: '2030-01-01T00:00:00Z' })
  await row('alarm_outage', { ...alarm, id: ids.outageId, rule_id: ids.ruleId, reason: name('outage'), work_order_id: ids.orderId, taken_by: technician })
  await row('alarm_suppression', { ...alarm, id: ids.suppressionId, cause_point_no: pointNo, direction: 'below', limit: 1, reason: name('suppression'), created_by: technician })
  await row('alarm_flood', { id: newId(), site_id: ids.siteId, group_id: ids.assetId, parent_id: ids.incidentId, first_at: AT, began_at: AT, ends_at: AT })
  await row('alarm_event', { ...alarm, id: newId(), key: name('key'), incident_id: ids.incidentId, type: 'activated', at: AT, actor_type: 'system', to_state: 'unacknowledged-active', data: { marker } })
  await row('work_order_task', { id: ids.taskId, work_order_id: ids.orderId, position: 1, title: name('task'), kind: 'check' })
  await row('order_witness', { work_order_id: ids.orderId, person_id: technician, at: AT, note: name('witness') })
  await row('task_answer', { id: newId(), task_id: ids.taskId, work_order_id: ids.orderId, at: AT, answer: { value: true, failed: false, note: marker } })
  await row('meter_reading', { id: newId(), asset_id: ids.assetId, point_id: ids.pointId, work_order_id: ids.orderId, task_id: ids.taskId, at: AT, value: 42 })
  await row('work_order_event', { id: newId(), work_order_id: ids.orderId, type: 'created', data: { note: marker } })
  await addIsolation(client, { orgId, marker, siteId: ids.siteId, assetId: ids.assetId, orderId: ids.orderId, permits: [ids.permitId, ids.ownPermitId], people })
  const nothing = { takenAt: AT, place: { site: name('site'), area: null }, orders: [], locks: [], permits: [], repairs: [], machines: [] }
  await row('handover_snapshot', { id: ids.snapshotId, site_id: ids.siteId, taken_by: technician, taken_at: AT, content: nothing })
  await row('handover', { id: ids.handoverId, snapshot_id: ids.snapshotId, site_id: ids.siteId, shift: 'night', text: name('word'), signed_by: technician, signed_at: AT })
  await row('temporary_repair', {
    id: ids.repairId, site_id: ids.siteId, asset_id: ids.assetId, what: name('clamp'), risk: 'low', owner_id: technician, made_by: technician, made_at: AT, expires_at: AT,
  })
  await row('labour', { id: ids.labourId, work_order_id: ids.orderId, person_id: technician, started_at: AT })
  await row('part', { id: ids.partId, number: name('part'), name: name('part'), unit: '1' })
  await row('planned_part', { id: ids.plannedPartId, work_order_id: ids.orderId, description: name('planned'), quantity: 2 })
  await row('part_use', { id: ids.partUseId, work_order_id: ids.orderId, part_id: ids.partId, quantity: 1 })
  await row('downtime', { id: ids.downtimeId, asset_id: ids.assetId, work_order_id: ids.orderId, from_at: AT, reason: 'repair', planned: false, note: name('downtime') })
  await row('request_site', { site_id: ids.siteId, open: true, emergency_words: name('emergency') })
  await row('request_door', { id: ids.doorId, site_id: ids.siteId, public_id: name('door') })
  await row('request_door', { id: ids.machineDoorId, site_id: ids.siteId, asset_id: ids.assetId, public_id: name('machine door') })
  await row('contractor_link', { id: ids.contractorLinkId, work_order_id: ids.orderId, site_id: ids.siteId, name: name('contractor'), secret_hash: name('secret'), expires_at: '2100-01-01T00:00:00Z' })
  await row('public_request', {
    id: newId(), site_id: ids.siteId, door_id: ids.doorId, work_order_id: ids.orderId, said: name('said'), stopped: true, danger: false, name: name('guest'), locale: 'en', joined: true, secret_hash: name('hash'), at: AT,
  })
  await row('evidence', { id: newId(), work_order_id: ids.orderId, incident_id: ids.incidentId, kind: 'note', at: AT, data: { marker } })
  await row('attachment', {
    id: ids.attachmentId, kind: 'photo', name: name('photo'), sha256: 'x', size: 1, state: 'ready', media_type: 'image/png', storage_key: 'x', served_sha256: 'x', served_size: 1,
    created_by: technician, arrived_at: AT, checked_at: AT,
  })
  await row('attachment_link', { id: newId(), attachment_id: ids.attachmentId, entity: 'work-order', entity_id: ids.orderId, site_id: ids.siteId, linked_by: technician, linked_at: AT })
  await row('audit', { id: newId(), actor_type: 'person', actor_id: technician, action: 'work-order.start', entity: 'work-order', entity_id: ids.orderId, after: { marker } })
  await row('api_key', { id: ids.keyId, source_id: ids.sourceId, site_id: ids.siteId, name: name('key'), key_hash: createHash('sha256').update(`text of ${marker}`).digest('hex'), prefix: marker, scopes: ['ingest', 'read'] })
  await addTelling(client, { orgId, marker, siteId: ids.siteId, assetId: ids.assetId, incidentId: ids.incidentId, ...told, personId: technician })
  await addReadings(client, orgId, pointNo)
  return { orgId, ...ids, ...told, firingId, pointKey, orderNumber: `WO-${String(orderNo).padStart(6, '0')}`, people, marker }
}

/** addOrganization makes an organization with two sites, each with a full set of rows; markers are its own. */
export async function addOrganization(client: pg.Client, marker: string, firstOrderNo: number): Promise<{ orgId: string; sites: readonly [SiteRows, SiteRows] }> {
  const orgId = newId()
  await insert(client, 'organization', { id: orgId, name: `${marker} org`, slug: marker.toLowerCase() })
  await insert(client, 'downtime_reason', { org_id: orgId, code: 'repair', name: `${marker} repair` })
  await insert(client, 'counter', { org_id: orgId, name: 'work-order', value: firstOrderNo + 100 })
  return { orgId, sites: [await addSite(client, orgId, `${marker}1`, firstOrderNo), await addSite(client, orgId, `${marker}2`, firstOrderNo + 1)] }
}

/** tenantTables lists every table that carries an organization, with the column that names it. */
export async function tenantTables(client: pg.Client): Promise<{ table: string; column: 'org_id' | 'org_no' }[]> {
  const result = await client.query<{ table: string; column: 'org_id' | 'org_no' }>(
    `SELECT format('%I.%I', n.nspname, c.relname) AS table, a.attname AS column FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname IN ('public', 'telemetry') AND c.relkind IN ('r', 'p') AND NOT c.relispartition AND a.attname IN ('org_id', 'org_no') ORDER BY 1`,
  )
  return result.rows
}

/** fingerprint hashes every row in which one of the texts stands (ids, markers), table by table. */
export async function fingerprint(client: pg.Client, texts: readonly string[]): Promise<Readonly<Record<string, string>>> {
  const tables = await tenantTables(client)
  const result = await client.query<{ table: string; hash: string }>(
    tables
      .map(({ table }) => `SELECT '${table}' AS table, count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)), '') AS hash FROM ${table} t WHERE t::text ~ $1`)
      .join(' UNION ALL '),
    [texts.join('|')],
  )
  return Object.fromEntries(result.rows.map(({ table, hash }) => [table, hash]))
}
