/**
 * Makes the demo's data files from the original data sets.
 * Usage: node prisma/seed/demo/compact.ts <folder that holds fan-uci, nab and hydraulic-zema>
 * The layout of what it writes is described in data/README.md.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const out = join(import.meta.dirname, 'data')

const lines = (path: string): string[][] =>
  readFileSync(path, 'utf8').trim().split(/\r?\n/).slice(1).map((line) => line.split(','))

const column = (row: readonly string[], index: number): string => {
  const cell = row[index]
  if (cell === undefined) throw new Error(`A row has no column ${index + 1}: ${row.join(',')}`)
  return cell
}

const round = (text: string, digits: number): string => String(Number(Number(text).toFixed(digits)))

/** compactFan writes x, y and z in thousandths of g as little-endian int16, in the order of the file. */
function compactFan(folder: string): void {
  const rows = lines(join(folder, 'fan-uci', 'accelerometer.csv'))
  const bytes = Buffer.alloc(rows.length * 6)
  rows.forEach((row, index) => {
    for (let axis = 0; axis < 3; axis += 1) bytes.writeInt16LE(Math.round(Number(column(row, axis + 2)) * 1000), index * 6 + axis * 2)
  })
  writeFileSync(join(out, 'fan.i16'), bytes)
}

/** compactDrive keeps every row in its order, with the value rounded to 3 decimals. */
function compactDrive(folder: string): void {
  const rows = lines(join(folder, 'nab', 'machine_temperature_system_failure.csv'))
  const text = rows.map((row) => `${column(row, 0)},${round(column(row, 1), 3)}`).join('\n')
  writeFileSync(join(out, 'drive.csv'), `timestamp,value\n${text}\n`)
  writeFileSync(join(out, 'LICENSE-NAB.txt'), readFileSync(join(folder, 'nab', 'LICENSE-NAB.txt')))
}

/** compactHydraulic keeps the mean of each temperature over a 60 s cycle, and the cooler's label. */
function compactHydraulic(folder: string): void {
  const rows = lines(join(folder, 'hydraulic-zema', 'cycles.csv'))
  const text = rows.map((row) => [0, 1, 2, 3, 4, 9].map((index) => round(column(row, index), 3)).join(',')).join('\n')
  writeFileSync(join(out, 'hydraulic.csv'), `cycle,ts1,ts2,ts3,ts4,cooler_pct\n${text}\n`)
}

const folder = process.argv[2]
if (!folder) throw new Error('Name the folder that holds fan-uci, nab and hydraulic-zema.')
compactFan(folder)
compactDrive(folder)
compactHydraulic(folder)
