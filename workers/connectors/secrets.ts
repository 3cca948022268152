import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '#server/core/kernel/errors.ts'
import { connectionSentence } from '#server/core/sources/connection-sentences.ts'

const NAME = /^[a-z0-9][a-z0-9-]{0,63}$/

/** SecretReader reads the secret of a name; throws AppError when there is none, or the name is none. */
export type SecretReader = (name: string) => Promise<string>

/** read gives the text of a file below a folder of secrets; shown is how people call it. */
async function read(folder: string, name: string, shown: string): Promise<string> {
  if (!NAME.test(name)) throw new AppError('invalid', connectionSentence('secret-name', { name }))
  try {
    return (await readFile(join(folder, name), 'utf8')).trim()
  } catch (error) {
    throw new AppError('unavailable', connectionSentence('secret-missing', { name: shown }), { error })
  }
}

/** installationSecrets reads what belongs to the installation itself, from `<dataDir>/secrets/<name>`. Never for names that people enter. */
export const installationSecrets = (dataDir: string): SecretReader => (name) => read(join(dataDir, 'secrets'), name, name)

/**
 * organizationSecrets returns for an organization (by its short name) what reads its secrets, from
 * `<dataDir>/secrets/<organization>/<name>`. A source's settings carry only the name: a secret is never in the database, in an answer
 * of the API or in a log, and whoever edits an organization's sources cannot name another's secret, nor the installation's.
 */
export const organizationSecrets = (dataDir: string) => (organization: string): SecretReader => async (name) => {
  if (!NAME.test(organization)) throw new AppError('invalid', connectionSentence('secret-name', { name: organization }))
  return read(join(dataDir, 'secrets', organization), name, `${organization}/${name}`)
}
