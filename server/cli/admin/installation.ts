import path from 'node:path'
import { env, provideEnv } from '#server/platform/env.ts'
import { closeDatabase } from '#server/platform/db.ts'
import { AppError } from '#server/core/kernel/errors.ts'
import { dataFolderAt } from '#server/platform/installation/data-folder.ts'
import { openDatabase } from '#server/platform/installation/database.ts'
import { liveInstance, type Instance } from '#server/platform/installation/instance.ts'
import { readSecrets } from '#server/platform/installation/secrets.ts'

/** Installation is the Millwright of DATA_DIR, with its database up and its variables set for this process. */
export interface Installation {
  readonly dataFolder: string
  readonly root: string
  readonly ownerUrl: string
  /** Where the embedded PostgreSQL keeps its files; null with DATABASE_URL. */
  readonly databaseFolder: string | null
  /** The start command that runs on it now, or null. */
  readonly running: Instance | null
}

const root = path.resolve(import.meta.dirname, '../../..')

/** withInstallation runs work on the running or the stopped installation; a database that was stopped is stopped again after. */
export async function withInstallation<T>(work: (installation: Installation) => Promise<T>): Promise<T> {
  const given = env()
  const dataFolder = dataFolderAt(given.DATA_DIR, root)
  if (!given.DATABASE_URL && !readSecrets(dataFolder)) {
    throw new AppError('not-found', `There is no installation in ${dataFolder} yet: run "npm start" once, or name its folder with DATA_DIR.`)
  }
  const database = await openDatabase({ dataFolder, root, databaseUrl: given.DATABASE_URL, secret: given.MILLWRIGHT_SECRET })
  provideEnv({ ...database.addresses, MILLWRIGHT_SECRET: database.secret, DATA_DIR: dataFolder, LOG_LEVEL: 'warn' })
  try {
    return await work({ dataFolder, root, ownerUrl: database.addresses.MW_OWNER_URL, databaseFolder: database.folder, running: liveInstance(dataFolder) })
  } finally {
    await closeDatabase()
    if (!database.adopted) await database.stop()
  }
}
