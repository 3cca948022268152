import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { AppError } from '#server/core/kernel/errors.ts'

const isFolder = (name: string): boolean => statSync(name, { throwIfNoEntry: false })?.isDirectory() === true

/** findSet gives the folder of a data set: the one given, or the one of the set's name inside it. */
export const findSet = (given: string, set: string): string => {
  const folder = path.resolve(given)
  if (!isFolder(folder)) throw new AppError('not-found', `There is no folder ${folder}.`)
  const inside = path.join(folder, set)
  return isFolder(inside) ? inside : folder
}

/** readText reads one file of a data set; 'not-found' names the one that is missing. */
export const readText = (folder: string, file: string): string => {
  try {
    return readFileSync(path.join(folder, file), 'utf8')
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown'
    if (code === 'ENOENT') throw new AppError('not-found', `The file ${file} is missing in ${folder}.`)
    throw new AppError('invalid', `The file ${file} in ${folder} cannot be read (${code}).`)
  }
}

const linesOf = (text: string): string[] => text.trim().split(/\r?\n/)

/** numberIn reads a cell as a number; 'invalid' names file and line (from 1). */
export const numberIn = (file: string, line: number, cell: string | undefined): number => {
  const value = cell === undefined || cell.trim() === '' ? NaN : Number(cell)
  if (!Number.isFinite(value)) throw new AppError('invalid', `${file}, line ${line}: "${cell ?? ''}" is no number.`)
  return value
}

/** Row is a row of a table: its cells in the order asked for, and its line in the file (from 1). */
export interface Row {
  readonly line: number
  readonly cells: readonly (string | undefined)[]
}

/** readColumns reads a CSV file with a header, only the columns named; 'invalid' names a column that is not there. */
export const readColumns = (folder: string, file: string, columns: readonly string[], separator = ','): Row[] => {
  const [header = '', ...lines] = linesOf(readText(folder, file))
  const names = header.split(separator).map((name) => name.trim())
  const places = columns.map((column) => {
    const place = names.indexOf(column)
    if (place < 0) throw new AppError('invalid', `The file ${file} has no column "${column}".`)
    return place
  })
  return lines.map((text, index) => {
    const cells = text.split(separator)
    return { line: index + 2, cells: places.map((place) => cells[place]) }
  })
}

/** readMatrix reads a file of tab-separated numbers without a header. */
export const readMatrix = (folder: string, file: string): number[][] =>
  linesOf(readText(folder, file)).map((text, index) => text.trim().split('\t').map((cell) => numberIn(file, index + 1, cell)))
