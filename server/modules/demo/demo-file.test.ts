import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { readDemoFile, writeDemoFile, type DemoFile } from './demo-file.ts'

let folder = ''
const inFolder = async (): Promise<string> => (folder = await mkdtemp(join(tmpdir(), 'mw-demo-')))
afterEach(() => rm(folder, { recursive: true, force: true }))

const FILE: DemoFile = { password: 'secret', startedAt: '2026-01-01T00:00:00.000Z', accounts: [{ role: 'technician', email: 't@x', name: 'T' }] }

describe('readDemoFile', () => {
  it('is null where there is no demo', async () => {
    expect(readDemoFile(await inFolder())).toBeNull()
  })

  it('reads what the seed wrote', async () => {
    writeDemoFile(await inFolder(), FILE)
    expect(readDemoFile(folder)).toEqual(FILE)
  })

  it('does not take a damaged file for no demo', async () => {
    await writeFile(join(await inFolder(), 'demo.json'), '{"password":')
    expect(() => readDemoFile(folder)).toThrow('damaged')
  })
})
