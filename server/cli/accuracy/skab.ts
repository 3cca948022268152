import { readdirSync } from 'node:fs'
import path from 'node:path'
import { compileForAsset } from '#server/core/condition/compile.ts'
import { createEngine } from '#server/core/condition/engine.ts'
import { NO_PAUSES } from '#server/core/condition/pauses.ts'
import type { Effects } from '#server/core/condition/types.ts'
import { AppError } from '#server/core/kernel/errors.ts'
import { numberIn, readColumns } from './folder.ts'
import type { Accuracy } from './metrics.ts'
import { naiveSkab, type SkabFile } from './skab-naive.ts'
import { SKAB_POINTS, SKAB_RULES, SKAB_STALENESS_MS } from './skab-rules.ts'
import { scoreSkab, type SkabRun } from './skab-score.ts'

/** Recording is one experiment: times in epoch ms, a column per point, and per row whether the fault is there (null where the file has no labels). */
export interface Recording { readonly t: readonly number[]; readonly columns: readonly (readonly number[])[]; readonly fault: readonly boolean[] | null }

const FOLDERS = ['valve1', 'other']
const FREE = 'anomaly-free'
const SEPARATOR = ';'

const readRecording = (folder: string, file: string, labelled: boolean): Recording => {
  const rows = readColumns(folder, file, ['datetime', ...SKAB_POINTS.map(({ column }) => column), ...(labelled ? ['anomaly'] : [])], SEPARATOR)
  const cell = (place: number) => rows.map(({ line, cells }) => numberIn(file, line, cells[place]))
  return {
    t: rows.map(({ line, cells: [time = ''] }) => {
      const at = Date.parse(`${time.trim().replace(' ', 'T')}Z`)
      if (Number.isNaN(at)) throw new AppError('invalid', `${file}, line ${line}: "${time}" is no time like 2020-03-09 10:14:33.`)
      return at
    }),
    columns: SKAB_POINTS.map((_point, index) => cell(index + 1)),
    fault: labelled ? cell(SKAB_POINTS.length + 1).map((value) => value === 1) : null,
  }
}

/** judgeRecording runs the rules over a recording as the product would: all points of one machine, one reading a second each. */
export const judgeRecording = ({ t, columns }: Recording): Effects => {
  const points = SKAB_POINTS.map(({ code }, index) => ({ no: index + 1, code, assetId: 'rig', stalenessMs: SKAB_STALENESS_MS }))
  const engine = createEngine({
    rules: SKAB_RULES.flatMap((definition, index) => compileForAsset({ ruleId: `rule-${index}`, ruleVersionId: 'frozen', definition }, points)),
    states: [], incidents: [], maintenance: [], last: [],
    sources: [{ sourceId: 'rig', clock: 'replay', reorderWindowMs: 0, watermark: null, evaluatedThrough: null, waiting: [], pauses: NO_PAUSES }],
  })
  const n = t.length * columns.length
  const batch = { n, pointNo: new Int32Array(n), t: new Float64Array(n), value: new Float64Array(n), judge: new Uint8Array(n).fill(1) }
  t.forEach((at, row) => {
    columns.forEach((values, point) => {
      const place = row * columns.length + point
      batch.pointNo[place] = point + 1
      batch.t[place] = at
      batch.value[place] = values[row] ?? NaN
    })
  })
  engine.fold('rig', batch)
  // The newest instant waits for a later one: a reading of an unknown point brings it.
  engine.fold('rig', { n: 1, pointNo: Int32Array.of(0), t: Float64Array.of((t.at(-1) ?? 0) + 1), value: Float64Array.of(0), judge: Uint8Array.of(1) })
  return engine.takeEffects()
}

/** firingRows tells for each row whether some rule's limit was broken and held: kept firings do not count, since they are quiet. */
export const firingRows = (t: readonly number[], effects: Effects): boolean[] => {
  const alarm = t.map(() => false)
  const since = new Map<string, number>()
  const mark = (from: number, to: number): void => { t.forEach((at, row) => { if (at >= from && at < to) alarm[row] = true }) }
  for (const { ruleId, pointNo, from, to, at } of effects.transitions) {
    const key = `${ruleId}:${pointNo}`
    if (to === 'firing') since.set(key, at)
    else if (from === 'firing') mark(since.get(key) ?? at, at)
    if (to !== 'firing') since.delete(key)
  }
  for (const from of since.values()) mark(from, Infinity)
  return alarm
}

const ticketsOf = (t: readonly number[], effects: Effects): number[] => effects.incidents.map(({ incident }) => t.findIndex((at) => at >= incident.openedAt))

const runOf = (recording: Recording): SkabRun => {
  const effects = judgeRecording(recording)
  return { fault: recording.fault ?? [], alarm: firingRows(recording.t, effects), tickets: ticketsOf(recording.t, effects) }
}

const unlabelled = ({ t, columns, fault }: Recording): SkabFile => ({ columns, fault: fault ?? t.map(() => false) })

const filesIn = (folder: string): string[] => {
  try {
    return readdirSync(folder).filter((name) => name.endsWith('.csv')).sort()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new AppError('not-found', `The folder ${folder} is missing.`)
    throw error
  }
}

/** skabAccuracy measures the folder of `skab`. */
export const skabAccuracy = (folder: string): Accuracy => {
  const recordings = FOLDERS.flatMap((name) => filesIn(path.join(folder, name)).map((file) => readRecording(path.join(folder, name), file, true)))
  const free = filesIn(path.join(folder, FREE)).map((file) => readRecording(path.join(folder, FREE), file, false))
  return {
    metrics: { ...scoreSkab(recordings.map(runOf)), anomalyFreeTickets: free.reduce((sum, one) => sum + judgeRecording(one).incidents.length, 0) },
    naive: naiveSkab(recordings.map(unlabelled), free.map(unlabelled)),
  }
}
