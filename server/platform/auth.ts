import { PrismaPg } from '@prisma/adapter-pg'
import { prismaAdapter } from 'better-auth/adapters/prisma'
import { APIError, createAuthMiddleware, isAPIError } from 'better-auth/api'
import { betterAuth } from 'better-auth'
import { DAY_MS, SECOND_MS } from '../core/kernel/time.ts'
import { PASSWORD_LENGTH } from '../core/people/password.ts'
import { now } from './clock.ts'
import { systemExec, systemPool } from './db.ts'
import { env } from './env.ts'
import { newId } from './ids.ts'
import { log } from './log.ts'
import { allowedOrigins, publicUrl } from './origins.ts'
import { peerOf } from './peer.ts'
import { PrismaClient } from './prisma/client.ts'
import { noteFailure, noteSuccess, waitMs } from './sign-in-limit.ts'

const SIGN_IN = '/sign-in/email'
const SESSION_S = (7 * DAY_MS) / SECOND_MS

const firstOrganization = async (userId: string): Promise<string | undefined> => {
  const [row] = await systemExec().query<{ orgId: string }>(
    'SELECT org_id AS "orgId" FROM membership WHERE user_id = $1 ORDER BY created_at, org_id LIMIT 1',
    [userId],
  )
  return row?.orgId
}

interface SignInContext {
  readonly path?: string
  readonly body?: { email?: unknown }
  readonly headers?: Headers | undefined
}

const attemptOf = (ctx: SignInContext): { email: string; address: string } | undefined => {
  if (ctx.path !== SIGN_IN || typeof ctx.body?.email !== 'string') return undefined
  return { email: ctx.body.email.trim().toLowerCase(), address: (ctx.headers && peerOf(ctx.headers)?.address) ?? 'unknown' }
}

function build() {
  const settings = env()
  const url = publicUrl(settings)
  if (!settings.MILLWRIGHT_SECRET) {
    throw new Error('MILLWRIGHT_SECRET is not set: start Millwright with "npm start", which makes it once and keeps it.')
  }
  return betterAuth({
    appName: 'Millwright',
    baseURL: url,
    basePath: '/api/auth',
    secret: settings.MILLWRIGHT_SECRET,
    // The sign-in tables belong to mw_system alone: this client borrows its pool.
    database: prismaAdapter(new PrismaClient({ adapter: new PrismaPg(systemPool(), { disposeExternalPool: false }) }), { provider: 'postgresql' }),
    user: { modelName: 'authUser' },
    session: {
      modelName: 'authSession',
      expiresIn: SESSION_S,
      updateAge: DAY_MS / SECOND_MS,
      cookieCache: { enabled: true, maxAge: 60 },
      additionalFields: { activeOrgId: { type: 'string', required: false, input: false } },
    },
    account: { modelName: 'authAccount' },
    verification: { modelName: 'authVerification' },
    // Nobody signs up: an administrator or the command line makes accounts.
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: PASSWORD_LENGTH.min, maxPasswordLength: PASSWORD_LENGTH.max, revokeSessionsOnPasswordReset: true },
    trustedOrigins: (request) => allowedOrigins(settings, request?.headers.get('host') ?? null),
    advanced: {
      cookiePrefix: 'millwright',
      useSecureCookies: url.startsWith('https://'),
      database: { generateId: () => newId() },
      // Addresses come from the socket (server/platform/peer), never from a header a client can write.
      ipAddress: { disableIpTracking: true },
    },
    // The library's limiter works by address only; ours (below) knows the account too.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    // Refusals are answers; anything else is a defect and is logged once, here.
    onAPIError: { onError: (error) => { if (!isAPIError(error)) log.error({ err: error }, 'sign-in failed') } },
    logger: { level: 'error', log: (level, message) => log[level === 'error' ? 'error' : 'warn']({ from: 'auth' }, message) },
    databaseHooks: {
      session: {
        create: {
          before: async (session) => {
            const activeOrgId = await firstOrganization(session.userId)
            if (activeOrgId === undefined) throw new APIError('FORBIDDEN', { message: 'This account is not active. Ask an administrator.' })
            return { data: { ...session, activeOrgId } }
          },
        },
      },
    },
    hooks: {
      before: createAuthMiddleware(async (ctx) => {
        const attempt = attemptOf(ctx)
        const wait = attempt ? waitMs(attempt.email, attempt.address, now().getTime()) : 0
        if (wait === 0) return
        const seconds = Math.ceil(wait / SECOND_MS)
        throw new APIError('TOO_MANY_REQUESTS', { message: `Too many wrong passwords. Try again in ${Math.ceil(seconds / 60)} minutes.` }, { 'Retry-After': String(seconds) })
      }),
      after: createAuthMiddleware(async (ctx) => {
        const attempt = attemptOf(ctx)
        if (!attempt) return
        const returned = ctx.context.returned
        if (!isAPIError(returned)) noteSuccess(attempt.email, attempt.address)
        else if (returned.status === 'UNAUTHORIZED') noteFailure(attempt.email, attempt.address, now().getTime())
      }),
    },
  })
}

// One per process, although Next.js may load this file once per bundle.
const store = globalThis as typeof globalThis & { __millwrightAuth?: ReturnType<typeof build> }

/** auth is the sign-in library, set up once per process. */
export const auth = (): ReturnType<typeof build> => (store.__millwrightAuth ??= build())

/** Session names a signed-in user's session. */
export interface Session {
  readonly id: string
  readonly userId: string
}

/** sessionOf reads the session a request's cookie names; null when there is none or it has ended. */
export async function sessionOf(headers: Headers): Promise<Session | null> {
  if (!headers.get('cookie')?.includes('millwright.')) return null
  const found = await auth().api.getSession({ headers })
  return found ? { id: found.session.id, userId: found.user.id } : null
}
