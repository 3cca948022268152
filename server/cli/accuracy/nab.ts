import * as z from 'zod'
import { AppError } from '#server/core/kernel/errors.ts'
import { numberIn, readColumns, readText } from './folder.ts'
import type { Accuracy } from './metrics.ts'
import { bestFixedLimit, PROBATION_ROWS, scorerOf, type LabelledRows } from './nab-score.ts'
import { incidentsOf, openAt, publishedRules } from './published.ts'

const FILE = 'machine_temperature_system_failure.csv'
const WINDOWS = 'machine_temperature_system_failure.windows.json'

const labels = z.record(z.string(), z.array(z.tuple([z.string(), z.string()])))

/** timeIn reads "YYYY-MM-DD hh:mm:ss", which names no zone, as UTC: epoch ms. */
const timeIn = (where: string, text: string): number => {
  const t = Date.parse(`${text.trim().slice(0, 19).replace(' ', 'T')}Z`)
  if (Number.isNaN(t)) throw new AppError('invalid', `${where}: "${text}" is no time like 2013-12-02 21:15:00.`)
  return t
}

const readWindows = (folder: string): [number, number][] => {
  const text = readText(folder, WINDOWS)
  const wrong = new AppError('invalid', `The file ${WINDOWS} must hold the windows of ${FILE}: {"…/${FILE}": [["start", "end"], …]}.`)
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) throw wrong
    throw error
  }
  const parsed = labels.safeParse(json)
  const own = parsed.success ? Object.entries(parsed.data).find(([name]) => name.split('/').at(-1) === FILE)?.[1] : undefined
  if (own === undefined) throw wrong
  return own.map(([from, to]) => [timeIn(WINDOWS, from), timeIn(WINDOWS, to)])
}

const readRows = (folder: string): LabelledRows => {
  const rows = readColumns(folder, FILE, ['timestamp', 'value']).map(({ line, cells: [time = '', value] }) => ({
    t: timeIn(`${FILE}, line ${line}`, time), value: numberIn(FILE, line, value),
  }))
  if (rows.length <= PROBATION_ROWS) throw new AppError('invalid', `The file ${FILE} has ${rows.length} rows, and the first ${PROBATION_ROWS} are not scored.`)
  return { t: rows.map(({ t }) => t), value: rows.map(({ value }) => value), windows: readWindows(folder) }
}

/** scoreDrive judges the recording by the published rules of the drive, without its planned shutdown, and by the best fixed limits. */
export const scoreDrive = (data: LabelledRows): Accuracy => {
  const rules = publishedRules('EXTRUDER_DRIVE', 'temp')
  const incidents = incidentsOf(rules, { classCode: 'EXTRUDER_DRIVE', point: 'temp', values: data })
  return {
    metrics: { ...scorerOf(data)(openAt(data.t, incidents)) },
    naive: { ...bestFixedLimit(data, 'below'), high: bestFixedLimit(data, 'above') },
  }
}

/** nabAccuracy measures the folder of `nab`. */
export const nabAccuracy = (folder: string): Accuracy => scoreDrive(readRows(folder))
