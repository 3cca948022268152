import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import type * as z from 'zod'
import { AppError } from '../core/kernel/errors.ts'

/** readJson reads a small file of the data folder; null when there is none, 'unavailable' when it cannot be understood. */
export function readJson<Schema extends z.ZodType>(file: string, schema: Schema): z.infer<Schema> | null {
  if (!existsSync(file)) return null
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (error) {
    throw new AppError('unavailable', `${file} is damaged: restore it from a backup.`, { cause: String(error) })
  }
}

/** writeJson replaces a small file in one step, readable by its owner only. */
export function writeJson(file: string, value: unknown): void {
  const half = `${file}.${process.pid}`
  writeFileSync(half, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 })
  renameSync(half, file)
}
