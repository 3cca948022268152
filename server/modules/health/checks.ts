import { isDatabaseDown } from '#server/platform/db-errors.ts'
import { isMigrated } from './health.repo.ts'

/** databaseReasons says in words why the database is not ready; empty when it is. */
export async function databaseReasons(): Promise<string[]> {
  try {
    return (await isMigrated()) ? [] : ['The database has not been migrated: start Millwright with "npm start", which does it.']
  } catch (error) {
    if (isDatabaseDown(error)) return ['The database cannot be reached.']
    return [`The database does not answer as it should: ${error instanceof Error ? error.message : 'unknown reason'}.`]
  }
}
