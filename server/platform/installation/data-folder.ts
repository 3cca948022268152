import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { AppError } from '../../core/kernel/errors.ts'

/** dataFolderAt makes DATA_DIR ready and gives its full path; throws 'unavailable' with one sentence when it cannot be used. */
export function dataFolderAt(dataDir: string, root: string): string {
  const folder = path.resolve(root, dataDir)
  const bad = (why: string): AppError => new AppError('unavailable', `The data folder ${folder} ${why}: choose another with DATA_DIR=/path/to/folder.`)
  try {
    makeFolder(folder)
    if (!statSync(folder).isDirectory()) throw bad('is not a folder')
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK)
    return folder
  } catch (error) {
    if (error instanceof AppError) throw error
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST' || code === 'ENOTDIR') throw bad('is not a folder')
    if (code === 'EACCES' || code === 'EPERM') throw bad('cannot be read and written by this user')
    if (code === 'EROFS') throw bad('is on a read-only disk')
    if (code === 'ENOENT') throw bad('cannot be made there')
    throw bad(`cannot be used (${code ?? String(error)})`)
  }
}

// Step by step: where a file system refuses with ENOENT (/proc), Node's own recursive mkdir never returns.
function makeFolder(folder: string): void {
  if (existsSync(folder)) return
  makeFolder(path.dirname(folder))
  // Root's folder may be passed through, not listed: the database's user has its own folder inside.
  mkdirSync(folder, { mode: process.getuid?.() === 0 ? 0o711 : 0o700 })
}
