import { PERMIT_POLICIES } from '#server/core/permits/kinds.ts'
import { newId } from '#server/platform/ids.ts'
import type { SiteRows } from './plant-rows.ts'

/** ProcedureFixture says how to call a procedure with the ids of somebody else's rows. */
export interface ProcedureFixture {
  /** The input, with every id it takes pointing at the rows given. */
  readonly input: (rows: SiteRows) => unknown
  /** True when the input names no row: such a call may succeed, and must neither show nor change what is not the caller's. */
  readonly namesNothing?: true
}

const nothing = (input?: unknown): ProcedureFixture => ({ input: () => input, namesNothing: true })

const definition = { kind: 'threshold', points: ['speed'], direction: 'above', limit: 5, priority: 2 }
const RULE_TEXT = 'name: From a file\nclass: NOWHERE\ndefinition: { kind: threshold, points: [speed], direction: above, limit: 5, priority: 2 }\n'
const criteria = { kind: 'quiet', days: 14 }
const later = '2030-01-01T00:00:00.000Z'
const past = '2026-01-01T00:00:00.000Z'
const completion = { effect: 'none', itemCode: 'BEARING', modeCode: 'VIB', activityCode: 'CLEAN', verdict: 'nothing-found' }

const NO_FACTS = { powerKw: null, shaftHeightMm: null, support: null, speedRpm: null, machineType: null }
const MEASURED = { unit: '/min', bandLowHz: null, bandHighHz: null, sampleRateHz: null }
const roster = { name: 'Mine now', areaId: null, skillId: null, stepMinutes: 10, callFrom: 2, rotationWeeks: 1, rotationStart: 20_000, shifts: [] }

const command = (payload: (rows: SiteRows) => object = () => ({})): ProcedureFixture => ({
  input: (rows) => ({ id: rows.orderId, opId: newId(), version: 1, ...payload(rows) }),
})

const act = (data: (rows: SiteRows) => object = () => ({})): ProcedureFixture => ({ input: (rows) => ({ orderId: rows.orderId, opId: newId(), ...data(rows) }) })
const onPermit = (payload: object = {}): ProcedureFixture => ({ input: (rows) => ({ id: rows.permitId, opId: newId(), ...payload }) })
const soon = (hours: number): string => new Date(Date.now() + hours * 3_600_000).toISOString()
const CLEAR = { toolsClear: true, peopleTold: true }

/** PROCEDURE_FIXTURES has one entry for every procedure of the router; a procedure without one fails the tenant test. */
export const PROCEDURE_FIXTURES: Readonly<Record<string, ProcedureFixture>> = {
  'me.get': nothing(),
  'me.setLocale': nothing({ locale: 'de' }),
  'me.switchOrganization': { input: (rows) => ({ orgId: rows.orgId }) },

  'people.list': nothing({}),
  'people.managed': nothing(),
  'people.create': { input: (rows) => ({ name: 'Somebody', roles: [{ role: 'technician', siteId: rows.siteId }] }) },
  'people.updateGrants': { input: (rows) => ({ personId: rows.people.technician, roles: [] }) },
  'devices.list': nothing(),
  'devices.wipe': { input: (rows) => ({ id: rows.deviceId }) },
  'people.setActive': { input: (rows) => ({ personId: rows.people.storekeeper, active: false }) },

  'requests.doors': nothing(),
  'requests.setSite': { input: (rows) => ({ siteId: rows.siteId, open: true }) },
  'requests.addMachine': { input: (rows) => ({ assetId: rows.assetId }) },
  'requests.renew': { input: (rows) => ({ id: rows.doorId }) },
  'requests.remove': { input: (rows) => ({ id: rows.machineDoorId }) },
  'requests.ofOrder': { input: (rows) => ({ orderId: rows.orderId }) },

  'contractors.list': { input: (rows) => ({ orderId: rows.orderId }) },
  'contractors.create': { input: (rows) => ({ orderId: rows.orderId, name: 'A firm' }) },
  'contractors.revoke': { input: (rows) => ({ id: rows.contractorLinkId }) },

  'keys.list': nothing(),
  'keys.create': { input: (rows) => ({ name: `Key ${newId()}`, scopes: ['read'], site: rows.siteId, sourceId: rows.sourceId }) },
  'keys.revoke': { input: (rows) => ({ id: rows.keyId }) },

  'notify.list': nothing({}),
  'notify.markRead': { input: (rows) => ({ ids: [rows.notificationId] }), namesNothing: true },
  'notify.settings': nothing(),
  'notify.saveSettings': nothing({ quiet: true }),
  'notify.setPhone': nothing({ phone: '+49 170 1234567' }),
  'notify.addBrowser': nothing({ address: `https://93.184.216.34/${newId()}`, key: 'AAAA', auth: 'AAAA', label: 'A browser' }),
  'notify.removeEndpoint': { input: (rows) => ({ id: rows.mailboxId }), namesNothing: true },
  'notify.test': nothing(),
  'webhooks.list': nothing(),
  'webhooks.create': { input: (rows) => ({ label: `Webhook ${newId()}`, address: 'https://93.184.216.34/', siteId: rows.siteId, categories: ['call'], minPriority: 4 }) },
  'webhooks.change': { input: (rows) => ({ id: rows.webhookId, enabled: false }) },
  'webhooks.renew': { input: (rows) => ({ id: rows.webhookId, atOnce: false }) },
  'webhooks.remove': { input: (rows) => ({ id: rows.webhookId }) },
  'webhooks.test': { input: (rows) => ({ id: rows.webhookId }) },
  'onCall.week': nothing({}),
  'onCall.saveRoster': { input: (rows) => ({ id: rows.rosterId, siteId: rows.siteId, roster }) },
  'onCall.removeRoster': { input: (rows) => ({ id: rows.rosterId }) },
  'onCall.addException': { input: (rows) => ({ rosterId: rows.rosterId, from: '2029-01-01T00:00:00Z', to: '2029-01-02T00:00:00Z', awayId: rows.people.supervisor, insteadId: null, reason: null }) },
  'onCall.removeException': { input: (rows) => ({ id: rows.exceptionId }) },
  'onCall.saveSkill': { input: (rows) => ({ id: rows.skillId, code: newId().slice(0, 30), name: 'Something', failureModes: [] }) },
  'onCall.removeSkill': { input: (rows) => ({ id: rows.skillId }) },
  'onCall.abilities': nothing(),
  'onCall.saveAbilities': { input: (rows) => ({ personId: rows.people.technician, skills: [], areas: [] }) },
  'onCall.mine': nothing(),
  'onCall.open': nothing(),
  'onCall.about': { input: (rows) => ({ incidentId: rows.incidentId }) },
  'onCall.accept': { input: (rows) => ({ id: rows.callOutId }) },

  'audit.list': { input: (rows) => ({ entity: 'work-order', entityId: rows.orderId }) },
  'system.about': nothing(),
  'system.health': nothing(),
  'live.changes': nothing({}),

  'overview.get': nothing({}),
  'assets.tree': { input: (rows) => ({ siteId: rows.siteId }) },
  'assets.get': { input: (rows) => ({ id: rows.assetId }) },
  'assets.declareMaintenance': { input: (rows) => ({ id: rows.assetId, reason: 'new bearing', until: new Date(Date.now() + 3_600_000).toISOString() }) },
  'assets.endMaintenance': { input: (rows) => ({ id: rows.windowId }) },
  'assets.saveFacts': { input: (rows) => ({ id: rows.assetId, facts: { ...NO_FACTS, powerKw: 90 }, seen: NO_FACTS }) },
  'assets.savePoint': { input: (rows) => ({ id: rows.pointId, facts: { ...MEASURED, sampleRateHz: 2560 }, seen: MEASURED }) },
  'assets.exchangeEquipment': { input: (rows) => ({ assetId: rows.assetId, seen: null, equipment: { serial: newId(), manufacturer: null, model: null }, at: new Date(Date.now() - 60_000).toISOString(), reason: 'worn out' }) },
  'assets.decideBaseline': { input: (rows) => ({ id: rows.resetId, accept: true, reason: 'because' }) },
  'labels.sheet': { input: (rows) => ({ of: 'assets', ids: [rows.assetId], symbology: 'qr', roomMm: 30, origin: 'https://plant.example' }) },
  'assets.search': { input: (rows) => ({ q: rows.marker }) },
  'telemetry.series': { input: (rows) => ({ pointIds: [rows.pointId], from: '2020-01-01T00:00:00.000Z', to: later, buckets: 100 }) },
  'sources.list': nothing(),
  'sources.create': { input: (rows) => ({ siteId: rows.siteId, name: `Source ${newId()}`, kind: 'http' }) },
  'sources.places': nothing(),
  'sources.points': { input: (rows) => ({ siteId: rows.siteId }) },
  'sources.get': { input: (rows) => ({ id: rows.sourceId }) },
  'sources.update': { input: (rows) => ({ id: rows.sourceId, version: 1, name: `Source ${newId()}`, settings: { kind: 'http' } }) },
  'sources.remove': { input: (rows) => ({ id: rows.sourceId }) },
  'sources.listen': { input: (rows) => ({ siteId: rows.siteId, place: { url: 'mqtt://127.0.0.1:1', topic: '#' } }) },
  'sources.heard': { input: (rows) => ({ id: rows.samplingId }) },
  'sources.stopListening': { input: (rows) => ({ id: rows.samplingId }) },
  'sources.watch': { input: (rows) => ({ id: rows.sourceId }) },
  'sources.trial': { input: (rows) => ({ id: rows.sourceId }) },
  'sources.setEnabled': { input: (rows) => ({ id: rows.sourceId, enabled: false }) },
  'alarms.list': { input: (rows) => ({ siteId: rows.siteId, assetId: rows.assetId }) },
  'alarms.counts': nothing(),
  'alarms.get': { input: (rows) => ({ id: rows.incidentId }) },
  'alarms.journal': { input: (rows) => ({ id: rows.incidentId }) },
  'alarms.acknowledge': { input: (rows) => ({ ids: [rows.incidentId], folded: true }) },
  'alarms.shelve': { input: (rows) => ({ id: rows.incidentId, until: new Date(Date.now() + 3_600_000).toISOString(), reason: 'for a while' }) },
  'alarms.unshelve': { input: (rows) => ({ shelfId: rows.shelfId }) },
  'alarms.takeOutOfService': { input: (rows) => ({ id: rows.incidentId, scope: 'point', workOrderId: rows.orderId, reason: 'broken' }) },
  'alarms.returnToService': { input: (rows) => ({ outageId: rows.outageId }) },
  'alarms.held': nothing(),
  'alarms.addSuppression': { input: (rows) => ({ causePointId: rows.pointId, direction: 'below', limit: 1, assetId: rows.assetId, reason: 'stopped' }) },
  'alarms.removeSuppression': { input: (rows) => ({ id: rows.suppressionId }) },
  'alarms.report': nothing({ hours: 24 }),
  'incidents.acknowledge': { input: (rows) => ({ id: rows.incidentId }) },

  'rules.list': nothing(),
  'rules.classes': nothing(),
  'rules.get': { input: (rows) => ({ id: rows.ruleId }) },
  'rules.create': { input: (rows) => ({ name: `Rule ${newId()}`, assetId: rows.assetId, definition }) },
  'rules.saveDraft': { input: (rows) => ({ id: rows.ruleId, definition }) },
  'rules.publish': { input: (rows) => ({ id: rows.ruleId, note: 'because' }) },
  'rules.retire': { input: (rows) => ({ id: rows.ruleId }) },
  'rules.precision': { input: (rows) => ({ id: rows.ruleId, days: 365 }) },
  'rules.precisionBoard': nothing({ days: 365 }),
  'rules.life': { input: (rows) => ({ id: rows.ruleId }) },
  'rules.shadow': { input: (rows) => ({ id: rows.ruleId }) },
  'rules.startShadow': { input: (rows) => ({ id: rows.ruleId, version: 2, reason: 'because', criteria }) },
  'rules.endShadow': { input: (rows) => ({ id: rows.ruleId, reason: 'because' }) },
  'rules.promote': { input: (rows) => ({ id: rows.ruleId, version: 2, reason: 'because' }) },
  'rules.demote': { input: (rows) => ({ id: rows.ruleId, reason: 'because', criteria }) },
  'rules.overrides': { input: (rows) => ({ ruleId: rows.ruleId }) },
  'rules.setOverride': { input: (rows) => ({ ruleId: rows.ruleId, assetId: rows.assetId, limits: { limit: 12 }, reason: 'because', seen: 1 }) },
  'rules.removeOverride': { input: (rows) => ({ ruleId: rows.ruleId, assetId: rows.assetId, reason: 'because', seen: 1 }) },
  'rules.judgeFiring': { input: (rows) => ({ id: rows.firingId, answer: 'wrong' }) },
  'rules.setLabourRate': nothing({ perHour: 58, currency: 'EUR' }),
  'rules.exportFile': nothing(),
  'rules.planImport': nothing({ text: RULE_TEXT }),
  'rules.importFile': nothing({ text: RULE_TEXT }),
  'rules.tests': { input: (rows) => ({ id: rows.ruleId }) },
  'rules.runTests': nothing({ definition, text: 'tests: [{ name: a, series: { temp: 1 }, expect: [{ at: 1m }] }]' }),
  'rules.saveTests': { input: (rows) => ({ id: rows.ruleId, text: '' }) },
  'rules.proposals': { input: (rows) => ({ id: rows.ruleId }) },
  'rules.decideProposal': { input: (rows) => ({ id: rows.ruleId, key: 'limit:12', decision: 'dismissed', reason: 'because' }) },
  'rules.preview': { input: (rows) => ({ definition, pointId: rows.pointId, days: 1 }) },

  'rules.proposeLimits': { input: (rows) => ({ ruleId: rows.ruleId, definition, pointId: rows.pointId, gate: null, from: past, to: later }) },
  'backtests.start': { input: (rows) => ({ ruleId: rows.ruleId, definition, from: past, to: later }) },
  'backtests.extent': { input: (rows) => ({ ruleId: rows.ruleId, codes: ['temp'] }) },
  'backtests.list': { input: (rows) => ({ ruleId: rows.ruleId }) },
  'backtests.get': { input: (rows) => ({ id: rows.backtestId }) },
  'backtests.cancel': { input: (rows) => ({ id: rows.backtestId }) },

  'attachments.list': { input: (rows) => ({ entity: 'work-order', entityId: rows.orderId }) },

  'workOrders.list': { input: (rows) => ({ siteId: rows.siteId, assetId: rows.assetId }) },
  'workOrders.get': { input: (rows) => ({ id: rows.orderId }) },
  'workOrders.create': { input: (rows) => ({ source: 'manual', assetId: rows.assetId, title: 'Something to do', idempotencyKey: newId() }) },
  'workOrders.approve': command(),
  'workOrders.reject': command(() => ({ reason: 'not needed' })),
  'workOrders.plan': command(() => ({ plannedHours: 1 })),
  'workOrders.schedule': command((rows) => ({ plannedStart: later, plannedEnd: later, assigneeId: rows.people.technician })),
  'workOrders.assign': command((rows) => ({ assigneeId: rows.people.technician, teamId: rows.teamId })),
  'workOrders.start': command(),
  'workOrders.hold': command(() => ({ reason: 'part' })),
  'workOrders.resume': command(),
  'workOrders.joinTimer': command(),
  'workOrders.stopTimer': command(),
  'workOrders.complete': command(() => completion),
  'workOrders.verify': command(),
  'workOrders.close': command(() => completion),
  'workOrders.cancel': command((rows) => ({ reason: 'not needed', duplicateOf: rows.orderId })),
  'workOrders.reopen': command(() => ({ reason: 'not done' })),
  'workOrders.defer': command(() => ({ reason: 'later', until: later })),
  'workOrders.comment': command(() => ({ text: 'a word' })),
  'workOrders.attach': command((rows) => ({ attachmentId: rows.attachmentId })),
  'workOrders.detach': command((rows) => ({ attachmentId: rows.attachmentId })),
  'workOrders.answerTask': command((rows) => ({ taskId: rows.taskId, answer: true })),
  'workOrders.acceptProposal': command(() => ({ proposal: 'close', accept: false })),
  'assets.openWork': { input: (rows) => ({ assetId: rows.assetId }) },
  'workOrders.emergency': { input: (rows) => ({ id: newId(), opId: newId(), assetId: rows.assetId }) },
  'workOrders.logDone': { input: (rows) => ({ id: newId(), opId: newId(), assetId: rows.assetId, title: 'It was done', kind: 'preventive', findings: {}, parts: [{ partId: rows.partId, quantity: '1' }] }) },
  'workOrders.moveAsset': command((rows) => ({ assetId: rows.assetId })),
  'workOrders.meToo': command(() => ({ note: 'I saw it too' })),
  'workOrders.carryRest': command(() => completion),
  'workOrders.findParts': nothing({ q: 'no such part' }),
  'workOrders.edit': command(() => ({ changes: { title: { from: 'seen', to: 'changed' } } })),
  'workOrders.answerRest': command((rows) => ({ taskIds: [rows.taskId] })),
  'workOrders.raiseFollowUp': command((rows) => ({ taskId: rows.taskId })),
  'workOrders.settleRecord': command(() => ({ take: 'first' })),
  'workOrders.planPart': command((rows) => ({ partId: rows.partId, quantity: '1' })),
  'workOrders.usePart': command((rows) => ({ partId: rows.partId, quantity: '1', fromKit: rows.plannedPartId })),
  'workOrders.returnPart': command((rows) => ({ useId: rows.partUseId, quantity: '1' })),
  'workOrders.logTime': command(() => ({ minutes: 15 })),
  'workOrders.correctTime': command((rows) => ({ labourId: rows.labourId, startedAt: '2026-01-05T10:00:00.000Z', endedAt: '2026-01-05T11:00:00.000Z' })),
  'workOrders.recordDowntime': command((rows) => ({ downtimeId: rows.downtimeId, from: past, reason: 'repair', planned: false })),

  'isolation.plan': { input: (rows) => ({ assetId: rows.assetId }) },
  'isolation.savePlan': { input: (rows) => ({ assetId: rows.assetId, content: { prepare: '', told: [], stop: '', energies: [], tryStart: '' }, seen: null }) },
  'isolation.publishPlan': { input: (rows) => ({ assetId: rows.assetId, seen: 99, note: null }) },
  'isolation.forOrder': { input: (rows) => ({ orderId: rows.orderId }) },
  'isolation.begin': act(),
  'isolation.confirmStep': act(() => ({ stepId: 'prepare' })),
  'isolation.lockOn': act(() => ({ lock: '17' })),
  'isolation.lockOff': act(),
  'isolation.removeLock': act((rows) => ({ ownerId: rows.people.technician, witnessId: rows.people.safety, reason: 'went home' })),
  'isolation.lift': act(() => ({ reason: 'test run', ...CLEAR })),
  'isolation.restore': act(),
  'isolation.end': act(() => CLEAR),
  'handover.board': nothing(),
  'handover.prepare': { input: (rows) => ({ siteId: rows.siteId, areaId: null }) },
  'handover.sign': { input: (rows) => ({ opId: newId(), snapshotId: rows.snapshotId, shift: 'night', text: 'a word' }) },
  'handover.acknowledge': { input: (rows) => ({ id: rows.handoverId, opId: newId() }) },
  'handover.registerRepair': { input: (rows) => ({ opId: newId(), repair: { assetId: rows.assetId, what: 'a clamp', risk: 'low', ownerId: rows.people.technician, expiresAt: later } }) },
  'handover.changeRepair': { input: (rows) => ({ id: rows.repairId, expiresAt: later }) },
  'handover.removeRepair': { input: (rows) => ({ id: rows.repairId, opId: newId() }) },
  'permits.board': nothing(),
  'permits.issue': act((rows) => ({ permit: {
    kind: 'height', work: 'Change the lamp', performerId: rows.people.technician, from: soon(0), to: soon(1), precautions: [...PERMIT_POLICIES.height.precautions], readings: [],
  } })),
  'permits.gasTest': onPermit({ readings: [{ gas: 'LEL', value: 0 }] }),
  'permits.suspend': onPermit({ reason: 'smoke' }),
  'permits.resume': onPermit(),
  'permits.extend': onPermit({ to: soon(2) }),
  'permits.handBack': { input: (rows) => ({ id: rows.ownPermitId, opId: newId() }) },
  'permits.close': onPermit({ reason: 'nobody is there' }),
}
