import * as z from 'zod'
import { AppError } from '../core/kernel/errors.ts'
import { parseAllowList } from '../core/outbound/target.ts'
import { parseStorageUrl, STORAGE_URL_FORM } from './storage/address.ts'
import { readHosts } from './tls/names.ts'

const aPort = { error: 'expected a port number from 1 to 65535' }
const port = z.coerce.number(aPort).int(aPort).min(1, aPort).max(65_535, aPort)
const url = (schemes: string[]) =>
  z.string().refine((value) => schemes.some((scheme) => value.startsWith(`${scheme}://`)), {
    error: `expected an address that begins with ${schemes.map((scheme) => `${scheme}://`).join(' or ')}`,
  })
const postgresUrl = url(['postgres', 'postgresql'])
const SENDER = /^[^<>\r\n]*<[^\s<>@]+@[^\s<>@]+>$|^[^\s<>@]+@[^\s<>@]+$/

/** envSchema is every variable Millwright reads, with what it must look like. MW_* are set by the start command for its children. */
export const envSchema = z.object({
  PORT: port.default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATA_DIR: z.string().min(1).default('.data'),
  DATABASE_URL: postgresUrl.optional(),
  REDIS_URL: url(['redis', 'rediss']).optional(),
  TLS_CERT: z.string().min(1).optional(),
  TLS_KEY: z.string().min(1).optional(),
  /** local: make an authority and a certificate of our own. */
  TLS: z.enum(['local'], { error: 'expected local, or nothing' }).optional(),
  /** Further names and addresses of this machine, for the certificate of our own. */
  TLS_HOSTS: z.string().refine((list) => readHosts(list) !== null, { error: 'expected names or addresses separated by commas, such as plant.local,10.1.2.3' }).optional(),
  /** A second port that speaks plain HTTP and leads to HTTPS. */
  HTTP_PORT: port.optional(),
  SMTP_URL: url(['smtp', 'smtps']).optional(),
  MAIL_FROM: z.string().regex(SENDER, { error: 'expected an e-mail address, alone or as Name <address>' }).optional(),
  /** Hosts, addresses and networks inside the plant that webhooks of every organization may reach. */
  WEBHOOK_ALLOW: z.string().refine((list) => parseAllowList(list) !== null, {
    error: 'expected hosts, addresses or networks separated by commas, such as gateway.plant.local,10.1.2.3:8080,10.4.0.0/24',
  }).optional(),
  /** Where the bytes of attachments are kept; without it in DATA_DIR. */
  STORAGE_URL: z.string().refine((value) => parseStorageUrl(value) !== null, { error: `expected ${STORAGE_URL_FORM}` }).optional(),
  MILLWRIGHT_DEMO: z.enum(['0', '1'], { error: 'expected 0 or 1' }).default('1'),
  MILLWRIGHT_SECRET: z.string().min(32, { error: 'expected at least 32 characters' }).optional(),
  NODE_ENV: z.string().optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  /** Where people reach this installation, for links and sign-in; defaults to http://HOST:PORT. */
  MW_PUBLIC_URL: url(['http', 'https']).optional(),
  MW_OWNER_URL: postgresUrl.optional(),
  MW_APP_URL: postgresUrl.optional(),
  MW_SYSTEM_URL: postgresUrl.optional(),
}).refine(({ SMTP_URL, MAIL_FROM }) => SMTP_URL === undefined || MAIL_FROM !== undefined, {
  path: ['MAIL_FROM'], error: 'expected the address that mail comes from, since SMTP_URL is set',
})

export type Env = z.infer<typeof envSchema>

/** parseEnv reads the variables given; a bad one throws 'invalid' with its name and what was expected; values, which may be secret, are not repeated. */
export function parseEnv(variables: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== undefined && value !== ''))
  const parsed = envSchema.safeParse(given)
  if (parsed.success) return parsed.data
  const words = parsed.error.issues.map((issue) => `${issue.path.join('.')} (${issue.message})`)
  throw new AppError('invalid', `This environment variable cannot be used: ${words.join(', ')}.`)
}

let parsed: Env | undefined

/** env parses the process's variables once. */
export const env = (): Env => (parsed ??= parseEnv(process.env))

/** provideEnv adds variables to this process, as the start command does with the addresses it makes; env() parses anew. */
export function provideEnv(variables: Readonly<Record<string, string>>): void {
  Object.assign(process.env, variables)
  parsed = undefined
}

/** childEnv is this process's variables for a child, with changes; undefined leaves one out. */
export const childEnv = (changes: Readonly<Record<string, string | undefined>> = {}): NodeJS.ProcessEnv => ({ ...process.env, ...changes })

/** logLevel reads the log's level alone: the log is made while modules load, before tests have set the rest. */
export const logLevel = (): Env['LOG_LEVEL'] => parseEnv(process.env).LOG_LEVEL
