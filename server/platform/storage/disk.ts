import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { checkKey, type Storage } from './storage.ts'

const gone = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT'

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Flushes the names of new files and folders, from the file's folder up to the storage's own. */
async function syncUp(from: string, top: string): Promise<void> {
  for (let folder = from; folder.startsWith(top); folder = path.dirname(folder)) await syncFolder(folder)
}

/** diskStorage keeps files in a folder: written under another name, flushed to the disk, and only then renamed, so that a file is there whole or not at all. */
export function diskStorage(folder: string): Storage {
  const fileOf = (key: string): string => path.join(folder, checkKey(key))
  const exists = (file: string): Promise<boolean> => stat(file).then((found) => found.isFile(), (error: unknown) => { if (gone(error)) return false; throw error })
  return {
    put: async (key, data) => {
      const file = fileOf(key)
      const half = path.join(folder, 'half', randomUUID())
      await mkdir(path.dirname(half), { recursive: true, mode: 0o700 })
      await mkdir(path.dirname(file), { recursive: true, mode: 0o700 })
      const handle = await open(half, 'wx', 0o600)
      try {
        await handle.writeFile(data)
        await handle.sync()
        await handle.close()
        await rename(half, file)
        await syncUp(path.dirname(file), folder)
      } catch (error) {
        await handle.close()
        await rm(half, { force: true })
        throw error
      }
    },
    get: async (key, range) => {
      const file = fileOf(key)
      return (await exists(file)) ? { stream: createReadStream(file, range ? { start: range.start, end: range.end } : {}) } : null
    },
    delete: (key) => rm(fileOf(key), { force: true }),
    has: (key) => exists(fileOf(key)),
  }
}
