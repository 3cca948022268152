/** Entity is what the live stream says changed. */
export type Entity = 'work-order' | 'incident' | 'asset' | 'source' | 'rule' | 'backtest' | 'readings' | 'notification' | 'roster' | 'permit' | 'handover'

/** Area is a router whose answers may be out of date. */
export type Area =
  | 'overview' | 'alarms' | 'workOrders' | 'attachments' | 'assets' | 'rules' | 'backtests' | 'sources' | 'system' | 'telemetry' | 'notify' | 'onCall' | 'webhooks' | 'isolation' | 'permits' | 'handover'

/** AREAS says which answers a change touches. */
const AREAS: Readonly<Record<Entity, readonly Area[]>> = {
  'work-order': ['overview', 'alarms', 'workOrders', 'attachments', 'assets', 'isolation', 'permits'],
  incident: ['overview', 'alarms', 'workOrders', 'assets', 'rules'],
  asset: ['overview', 'assets', 'isolation'],
  source: ['sources', 'system'],
  rule: ['rules', 'assets'],
  notification: ['notify', 'webhooks'],
  roster: ['onCall'],
  permit: ['permits', 'isolation'],
  handover: ['handover'],
  backtest: ['backtests'],
  readings: ['overview', 'assets', 'telemetry', 'sources'],
}

/** areasOf joins what several changes touch, each area once. */
export const areasOf = (changed: Iterable<Entity>): readonly Area[] => [...new Set([...changed].flatMap((entity) => AREAS[entity]))]

/** waitMs is how long changes are collected before the page asks again: readings come all the time and may wait longer. */
export const waitMs = (changed: ReadonlySet<Entity>): number => ([...changed].some((entity) => entity !== 'readings') ? 300 : 3000)
