import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { runInNewContext } from 'node:vm'

const DIST = '.next'
const PAGE = 'server/app/m/[[...path]]/page_client-reference-manifest.js'
const ENTRIES = ['[project]/app/layout', '[project]/app/m/layout', '[project]/app/m/[[...path]]/page']

/** TabletFiles are the files of a build that the tablet needs, below `.next`, such as static/chunks/0a1b.js. */
export interface TabletFiles {
  /** What a browser loads before the first screen is seen. */
  readonly first: readonly string[]
  /** The scripts among them, on which the size of the app is measured. */
  readonly firstScripts: readonly string[]
  /** All of it: what is loaded first, every screen and language, styles and the typefaces of Latin script. */
  readonly all: readonly string[]
}

interface ClientManifest {
  readonly entryJSFiles?: Readonly<Record<string, readonly string[]>>
  readonly entryCSSFiles?: Readonly<Record<string, readonly { readonly path: string }[]>>
}

// The file is a script that sets a global; nothing else of it is of use here.
function clientManifest(file: string): ClientManifest {
  const context: { globalThis: { __RSC_MANIFEST?: Record<string, ClientManifest> }; self?: unknown } = { globalThis: {} }
  runInNewContext(readFileSync(file, 'utf8'), context)
  return Object.values(context.globalThis.__RSC_MANIFEST ?? {})[0] ?? {}
}

const CHUNK = /static\/chunks\/[\w~./-]+?\.(?:js|css)/g
const TYPEFACE = /url\(["']?\.\.\/(media\/[\w.-]*latin[\w.-]*\.woff2)/g

/** Files that a script or a style sheet names. */
function named(dist: string, file: string): string[] {
  const text = readFileSync(path.join(dist, file), 'utf8')
  if (file.endsWith('.css')) return [...text.matchAll(TYPEFACE)].map((match) => `static/${match[1] ?? ''}`)
  return file.endsWith('.js') ? [...text.matchAll(CHUNK)].map((match) => match[0]) : []
}

/** tabletFiles lists the files of the build in a checkout's folder that the tablet needs; throws when there is no build. */
export function tabletFiles(root: string): TabletFiles {
  const dist = path.join(root, DIST)
  const { rootMainFiles } = JSON.parse(readFileSync(path.join(dist, 'build-manifest.json'), 'utf8')) as { readonly rootMainFiles: readonly string[] }
  const { entryJSFiles, entryCSSFiles } = clientManifest(path.join(dist, PAGE))
  const scripts = new Set([...rootMainFiles, ...ENTRIES.flatMap((entry) => entryJSFiles?.[entry] ?? [])])
  const styles = new Set(ENTRIES.flatMap((entry) => entryCSSFiles?.[entry] ?? []).map((style) => style.path))
  if (styles.size === 0 || scripts.size === rootMainFiles.length) throw new Error(`${PAGE} names no files of the tablet: has the framework changed its manifests?`)
  const first = [...scripts, ...styles]
  const all = new Set(first)
  // What is loaded later is named in the text of what is loaded before.
  for (const file of all) for (const one of named(dist, file)) if (existsSync(path.join(dist, one))) all.add(one)
  return { first, firstScripts: [...scripts], all: [...all] }
}
