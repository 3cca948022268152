import { readDataRows } from './data-file.ts'

/** DriveRow is one reading of the drive: t in epoch ms (the file's times are read as UTC), value in degrees Fahrenheit (assumed). */
export interface DriveRow {
  readonly t: number
  readonly value: number
}

/** driveRows returns the whole recording in its original order; its clock goes back once by 55 minutes. */
export const driveRows = (): DriveRow[] =>
  readDataRows('drive.csv').map(([time = '', value = '']) => ({ t: Date.parse(`${time.replace(' ', 'T')}Z`), value: Number(value) }))
