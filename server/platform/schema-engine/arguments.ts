import { readFileSync } from 'node:fs'

/** EngineArguments is what Prisma's command line asks of its schema engine. */
export interface EngineArguments {
  readonly url: string | undefined
  /** The files of the schema: path and text. */
  readonly schemaFiles: [string, string][]
  /** True for `cli can-connect-to-database`, a check without a conversation. */
  readonly check: boolean
}

/** parseArguments reads `--datasource <json>`, `--datamodels <file>` (repeated) and `cli <command>`; other options do not concern this engine. */
export function parseArguments(args: readonly string[], read = (file: string): string => readFileSync(file, 'utf8')): EngineArguments {
  const after = (name: string): string[] => args.flatMap((arg, index) => (arg === name ? [args[index + 1] ?? ''] : []))
  const [datasource] = after('--datasource')
  const { url } = (datasource ? JSON.parse(datasource) : {}) as { url?: string }
  return { url, schemaFiles: after('--datamodels').map((file) => [file, read(file)]), check: args.includes('cli') }
}
