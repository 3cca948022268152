import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '#server/core/kernel/errors.ts'

const NAME = /^[a-z0-9][a-z0-9-]{0,63}$/

/**
 * secretReader returns a function that reads the secret of a name from `<dataDir>/secrets/<name>`. A source's settings carry
 * only the name, so a secret is never in the database, in an answer of the API or in a log. Throws AppError when it is missing.
 */
export const secretReader = (dataDir: string) => async (name: string): Promise<string> => {
  if (!NAME.test(name)) throw new AppError('invalid', `"${name}" is no name of a secret: use small letters, digits and hyphens.`)
  try {
    return (await readFile(join(dataDir, 'secrets', name), 'utf8')).trim()
  } catch (error) {
    throw new AppError('unavailable', `The secret "${name}" is missing: write it to the file secrets/${name} in the data folder.`, { error })
  }
}
