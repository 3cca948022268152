import { randomBytes } from 'node:crypto'
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import * as z from 'zod'
import { AppError } from '../../core/kernel/errors.ts'
import { readJson, writeJson } from '../json-file.ts'
import { accountWithId, canWork, databaseAccount, type Account } from './account.ts'

/** Place is where the embedded PostgreSQL keeps its files, and the user that runs it (null: this one). */
export interface Place {
  readonly folder: string
  readonly account: Account | null
}

/** SHARED_FOLDER holds what the database's user cannot reach in a checkout or data folder closed to it. */
export const SHARED_FOLDER = '/var/lib/millwright'

const elsewhereSchema = z.object({
  /** Where the database lies. */
  folder: z.string().startsWith('/'),
  /** The data folder it belongs to. */
  dataFolder: z.string(),
})

const pointer = (dataFolder: string): string => path.join(dataFolder, 'postgres.json')

/** findPlace is where this data folder's database lies, following postgres.json; null before the first start. */
export function findPlace(dataFolder: string): Place | null {
  const elsewhere = readJson(pointer(dataFolder), elsewhereSchema)
  if (elsewhere) refuseCopy(elsewhere, dataFolder)
  const folder = elsewhere?.folder ?? path.join(dataFolder, 'postgres')
  if (!existsSync(path.join(folder, 'data'))) {
    if (elsewhere && !existsSync(folder)) throw new AppError('unavailable', `The database of ${dataFolder} should lie in ${folder} (says postgres.json there), and that folder is gone: restore it from a backup, or delete postgres.json to begin anew.`)
    return null
  }
  const { uid, gid } = statSync(path.join(folder, 'data'))
  const me = process.getuid?.() ?? uid
  if (me === uid) return { folder, account: null }
  if (me === 0) return { folder, account: accountWithId(uid, gid) }
  throw new AppError('unavailable', `The database in ${folder} belongs to another user: start Millwright as the user that started it first, or choose another DATA_DIR.`)
}

function refuseCopy(elsewhere: z.infer<typeof elsewhereSchema>, dataFolder: string): void {
  if (elsewhere.dataFolder === dataFolder) return
  const other = pointer(elsewhere.dataFolder)
  const copied = existsSync(other) && readFileSync(other, 'utf8').includes(elsewhere.folder)
  if (copied) throw new AppError('unavailable', `${dataFolder} is a copy of ${elsewhere.dataFolder}, which owns the database in ${elsewhere.folder}: choose an empty DATA_DIR, or delete the copy's postgres.json and secrets.json.`)
  writeJson(pointer(dataFolder), { ...elsewhere, dataFolder })
}

/** choosePlace finds or makes the database's folder: in the data folder when its user can work there, else beside it in /var/lib, named by postgres.json. */
export function choosePlace(dataFolder: string): Place {
  const known = findPlace(dataFolder)
  if (known) return known
  const account = databaseAccount()
  const inside = path.join(dataFolder, 'postgres')
  ownFolder(inside, account)
  if (canWork(account, inside, true)) {
    rmSync(pointer(dataFolder), { force: true })
    return { folder: inside, account }
  }
  rmSync(inside, { recursive: true, force: true })
  const half = readJson(pointer(dataFolder), elsewhereSchema)
  const folder = half?.folder ?? path.join(SHARED_FOLDER, `${path.basename(path.dirname(dataFolder))}-${randomBytes(4).toString('hex')}`)
  mkdirSync(SHARED_FOLDER, { recursive: true, mode: 0o755 })
  ownFolder(folder, account)
  writeJson(pointer(dataFolder), { folder, dataFolder })
  return { folder, account }
}

function ownFolder(folder: string, account: Account | null): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (!account) return
  chownSync(folder, account.uid, account.gid)
  chmodSync(folder, 0o700)
}
