import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import { databaseAdapter } from './adapter.ts'
import type { Engine } from './rpc.ts'

/** The generated glue of @prisma/schema-engine-wasm (7.10.0), as far as it is used here. */
interface Glue {
  __wbg_set_wasm: (exports: WebAssembly.Exports) => void
  SchemaEngine: { new: (options: { datamodels: [string, string][] | undefined }, log: (message: string) => void, adapter: unknown) => Promise<Engine> }
}

/** openEngine loads the schema engine for a database and a schema. */
export async function openEngine(url: string | undefined, schemaFiles: [string, string][]): Promise<Engine> {
  const folder = path.dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm'))
  // The package's own entry point imports the .wasm file as a module, which Node does not do without a flag.
  const glue = (await import(pathToFileURL(path.join(folder, 'schema_engine_bg.js')).href)) as Glue
  const wasm = new WebAssembly.Module(readFileSync(path.join(folder, 'schema_engine_bg.wasm')))
  const { exports } = new WebAssembly.Instance(wasm, { './schema_engine_bg.js': glue as unknown as WebAssembly.ModuleImports })
  glue.__wbg_set_wasm(exports)
  const begin = exports['__wbindgen_start'] as () => void
  begin()
  // Where the engine leaves the words of a crash (schema-engine-wasm's panic hook).
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: (words: string) => process.stderr.write(`${words}\n`) } })
  const adapter = bindMigrationAwareSqlAdapterFactory(databaseAdapter(url ?? 'postgresql://localhost/none'))
  const engine = await glue.SchemaEngine.new({ datamodels: schemaFiles.length > 0 ? schemaFiles : undefined }, () => undefined, adapter)
  return new Proxy({}, { get: (_, name: string) => (engine[name] ? (params: unknown) => engine[name]?.(params) : undefined) })
}
