import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { installationSecrets, organizationSecrets } from './secrets.ts'

const folder = mkdtempSync(join(tmpdir(), 'mw-secrets-'))
const secretsOf = organizationSecrets(folder)

beforeAll(() => {
  for (const [path, text] of [['demo-key', 'the installation'], ['north/broker', 'of the north\n'], ['north-two/broker', 'of the second north'], ['south/other', 'of the south']] as const) {
    mkdirSync(join(folder, 'secrets', path, '..'), { recursive: true })
    writeFileSync(join(folder, 'secrets', path), text)
  }
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('a source names a secret', () => {
  it('of its own organization', async () => {
    expect(await secretsOf('north')('broker')).toBe('of the north')
    expect(await secretsOf('north-two')('broker')).toBe('of the second north')
  })

  it('that is not there, and is told where to put it', async () => {
    await expect(secretsOf('north')('other')).rejects.toThrow('The secret "north/other" is missing: write it to the file secrets/north/other in the data folder.')
  })

  it.each([
    ['of another organization', 'south/other'], ['of another, by a way around', '../south/other'], ['of the installation', '../demo-key'], ['outside of all', '../../etc'], ['nothing', ''],
  ])('%s, and is refused', async (_, name) => {
    await expect(secretsOf('north')(name)).rejects.toMatchObject({ code: 'invalid', message: expect.stringMatching(/is no name of a secret/) })
  })

  it('of the installation by its bare name, and finds none', async () => {
    await expect(secretsOf('north')('demo-key')).rejects.toMatchObject({ code: 'unavailable' })
    expect(await installationSecrets(folder)('demo-key')).toBe('the installation')
  })

  it('in an organization whose short name leads elsewhere, and is refused', async () => {
    for (const slug of ['..', '.', '', 'north/../south']) await expect(secretsOf(slug)('broker'), slug).rejects.toMatchObject({ code: 'invalid' })
  })
})
