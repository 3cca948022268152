import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { env } from '../platform/env.ts'
import { VERSION } from '../platform/version.ts'

/** BuildName is which program runs: the version of the checkout, and the build of it; 'development' where nothing was built. */
export interface BuildName {
  readonly version: string
  readonly id: string
}

let known: BuildName | undefined

/** buildName reads it once. */
export function buildName(): BuildName {
  const file = path.join(process.cwd(), '.next', 'BUILD_ID')
  return (known ??= { version: VERSION, id: env().NODE_ENV === 'production' && existsSync(file) ? readFileSync(file, 'utf8').trim() : 'development' })
}
