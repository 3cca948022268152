import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** readDataFile returns the bytes of one file of the demo's data folder. */
export const readDataFile = (name: string): Buffer => readFileSync(join(import.meta.dirname, 'data', name))

/** readDataRows returns the cells of a CSV file of the data folder, without its header. */
export const readDataRows = (name: string): string[][] =>
  readDataFile(name).toString('utf8').trim().split('\n').slice(1).map((line) => line.split(','))
