import { GATE_DEPTH } from './gate-ring.ts'
import { createEngine } from './engine.ts'
import { ruleState } from './state.ts'
import type { Batch, Effects, Engine, EngineConfig, IncidentView, SavedSignals, TransitionEffect } from './types.ts'

type Row = { readonly t: number; readonly value: number }

/** Store stands in for the database in tests: it keeps what a drain would save, and rebuilds the engine from that alone. */
class Store {
  readonly transitions: TransitionEffect[] = []
  readonly incidents = new Map<string, IncidentView>()
  private readonly config: EngineConfig
  private readonly states = new Map<string, EngineConfig['states'][number]>()
  private readonly sources = new Map<string, EngineConfig['sources'][number]>()
  private readonly pointSources = new Map<number, string>()
  private readonly readings = new Map<number, Map<number, number>>()
  /** What the signals remembered when last saved: a restart may come long after. */
  saved: SavedSignals | null = null

  constructor(config: EngineConfig) {
    this.config = config
    for (const source of config.sources) this.sources.set(source.sourceId, source)
  }

  /** keep stores a batch's judged readings once each, as the readings table does. */
  keep(batch: Batch): void {
    for (let row = 0; row < batch.n; row += 1) {
      if (batch.judge[row] !== 1) continue
      const own = this.readings.get(batch.pointNo[row] ?? 0) ?? new Map<number, number>()
      if (!own.has(batch.t[row] ?? 0)) own.set(batch.t[row] ?? 0, batch.value[row] ?? 0)
      this.readings.set(batch.pointNo[row] ?? 0, own)
    }
  }

  /** save takes an engine's effects, through JSON where the database would. */
  save(effects: Effects): void {
    this.transitions.push(...effects.transitions)
    for (const { incident } of effects.incidents) this.incidents.set(`${incident.key}@${incident.openedAt}`, incident)
    for (const one of effects.states) {
      this.states.set(`${one.ruleId}:${one.pointNo}:${one.level}`, { ...one, state: ruleState.parse(JSON.parse(JSON.stringify(one.state))) })
    }
    for (const source of effects.sources) {
      const before = this.sources.get(source.sourceId)
      if (before !== undefined) this.sources.set(source.sourceId, { ...before, ...source })
    }
    for (const { pointNo, sourceId } of effects.pointSources) this.pointSources.set(pointNo, sourceId)
  }

  /** engine builds an engine from what is stored; other rules stand for a changed rule set. */
  engine(over: Partial<Pick<EngineConfig, 'rules' | 'maintenance'>> = {}): Engine {
    return createEngine({
      ...this.config,
      ...over,
      states: [...this.states.values()],
      incidents: [...this.incidents.values()].filter((incident) => incident.state === 'open'),
      sources: [...this.sources.values()],
      saved: this.saved === null ? null : (JSON.parse(JSON.stringify(this.saved)) as SavedSignals),
      refold: this.judged(),
      last: [
        ...this.config.last.filter((one) => !this.readings.has(one.pointNo)),
        ...[...this.readings].map(([pointNo, rows]) => ({
          pointNo, sourceId: this.pointSources.get(pointNo) ?? null, recent: this.recent(pointNo, rows), runningSince: null,
        })),
      ],
    })
  }

  /** judged gives every reading that was judged, whatever the signals have seen of it. */
  private judged(): { pointNo: number; t: number; value: number }[] {
    const waits = new Set([...this.sources.values()].flatMap((source) => source.waiting.map((row) => `${row.pointNo}@${row.t}`)))
    return [...this.readings].flatMap(([pointNo, rows]) => [...rows].map(([t, value]) => ({ pointNo, t, value }))).filter((row) => !waits.has(`${row.pointNo}@${row.t}`))
  }

  private recent(pointNo: number, rows: ReadonlyMap<number, number>): Row[] {
    const waits = new Set([...this.sources.values()].flatMap((source) => source.waiting.filter((row) => row.pointNo === pointNo).map((row) => row.t)))
    const judged = [...rows].filter(([t]) => !waits.has(t)).map(([t, value]) => ({ t, value })).sort((a, b) => a.t - b.t)
    return judged.slice(this.config.rules.some((rule) => rule.gatePointNo === pointNo || rule.inputs.some((input) => input.pointNo === pointNo)) ? -GATE_DEPTH : -1)
  }
}

/** Run feeds one lane through a store, and may restart it at any moment. */
export class Run {
  readonly store: Store
  engine: Engine

  constructor(config: EngineConfig) {
    this.store = new Store(config)
    this.engine = this.store.engine()
  }

  /** fold folds a batch and saves what it causes. */
  fold(sourceId: string, batch: Batch): this {
    this.store.keep(batch)
    this.engine.fold(sourceId, batch)
    return this.save()
  }

  /** tick ticks and saves what it causes. */
  tick(sourceId: string, at: number): this {
    this.engine.tick(sourceId, at)
    return this.save()
  }

  /** restart forgets the engine and rebuilds it from the store. */
  restart(over: Parameters<Store['engine']>[0] = {}): this {
    this.engine = this.store.engine(over)
    return this.save()
  }

  /** saveSignals saves what the signals remember, as a drain does now and then. */
  saveSignals(): this {
    this.store.saved = this.engine.saveSignals()
    return this
  }

  /** incidents gives every episode, oldest first. */
  incidents(): IncidentView[] {
    return [...this.store.incidents.values()].sort((a, b) => a.openedAt - b.openedAt || (a.key < b.key ? -1 : 1))
  }

  private save(): this {
    this.store.save(this.engine.takeEffects())
    return this
  }
}
