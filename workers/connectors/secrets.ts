import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '#server/core/kernel/errors.ts'
import { connectionSentence } from '#server/core/sources/connection-sentences.ts'

const NAME = /^[a-z0-9][a-z0-9-]{0,63}$/

/**
 * secretReader returns a function that reads the secret of a name from `<dataDir>/secrets/<name>`. A source's settings carry
 * only the name, so a secret is never in the database, in an answer of the API or in a log. Throws AppError when it is missing.
 */
export const secretReader = (dataDir: string) => async (name: string): Promise<string> => {
  if (!NAME.test(name)) throw new AppError('invalid', connectionSentence('secret-name', { name }))
  try {
    return (await readFile(join(dataDir, 'secrets', name), 'utf8')).trim()
  } catch (error) {
    throw new AppError('unavailable', connectionSentence('secret-missing', { name }), { error })
  }
}
