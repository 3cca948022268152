import { AppError } from '#server/core/kernel/errors.ts'
import { SCOPE_PERMISSIONS, type Scope } from '#server/core/people/permissions.ts'
import { createApiKey } from '#server/modules/keys/index.ts'
import type { Options } from './options.ts'
import { organizationOf } from './organization.ts'

/** scopesOf reads scopes separated by commas; 'invalid' lists those there are. */
export function scopesOf(text: string): Scope[] {
  const isScope = (name: string): name is Scope => Object.hasOwn(SCOPE_PERMISSIONS, name)
  return text.split(',').map((part) => {
    const name = part.trim()
    if (!isScope(name)) throw new AppError('invalid', `"${name}" is not a scope; the scopes are ${Object.keys(SCOPE_PERMISSIONS).join(', ')}.`)
    return name
  })
}

/** createApiKeyCommand makes a key bound to one source, and prints it once; with --json nothing but {"key": "…"}. */
export async function createApiKeyCommand(options: Options, tell: (line: string) => void): Promise<void> {
  const name = options.required('name')
  const scopes = scopesOf(options.required('scope'))
  const json = options.flag('json')
  const { id: orgId, slug } = await organizationOf(options, json ? () => undefined : tell)
  const { key } = await createApiKey({ type: 'system', orgId }, { name, scopes, site: options.text('site') })
  if (json) return tell(JSON.stringify({ key }))
  tell(`Key "${name}" for ${slug} (${scopes.join(', ')}), shown once:\n\n  ${key}\n\nSend it as "Authorization: Bearer <key>".`)
}
