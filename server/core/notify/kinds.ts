import * as z from 'zod'

/** CATEGORIES are what a person can choose channels for; calls always use every channel. */
export const CATEGORIES = ['call', 'alarm', 'work', 'approval', 'system'] as const
/** category parses a category. */
export const category = z.enum(CATEGORIES)
export type Category = z.infer<typeof category>

/** CHANNELS are the ways to a person beside the list in the shell, which always has everything. */
export const CHANNELS = ['email', 'push'] as const
/** channel parses a channel. */
export const channel = z.enum(CHANNELS)
export type Channel = z.infer<typeof channel>

/** CATEGORY_OF says to which category each kind of notification belongs. */
export const CATEGORY_OF = {
  call: 'call', 'call-accepted': 'call',
  'alarm-opened': 'alarm', 'alarm-raised': 'alarm', 'alarm-over': 'alarm',
  'order-assigned': 'work', 'order-mentioned': 'work', 'order-commented': 'work',
  'isolation-flagged': 'work', 'lock-removed': 'work', 'permit-expired': 'work', 'repair-expired': 'work',
  'order-requested': 'approval', 'order-to-verify': 'approval',
  'endpoint-down': 'system', 'job-over': 'system', test: 'system',
} as const satisfies Record<string, Category>

/** Kind is what somebody is told. */
export type Kind = keyof typeof CATEGORY_OF

/** isKind tells whether a stored word names a kind. */
export const isKind = (word: string): word is Kind => Object.hasOwn(CATEGORY_OF, word)

/** params parses what a notification's words are made of. */
export const params = z.object({
  assetId: z.string(), assetTag: z.string(), assetName: z.string(),
  /** The order's number and title, where there is one. */
  number: z.string(), title: z.string(),
  pointName: z.string(), unit: z.string(), value: z.number(), limit: z.number(),
  /** Who did it, and what was said. */
  by: z.string(), text: z.string(),
  /** A permit's number. */
  permit: z.string(),
  /** How somebody is called: minutes until the next is, which round it is, and as what. */
  minutes: z.number(), round: z.number(), as: z.enum(['on-call', 'supervisor', 'anybody']),
  /** A webhook or mailbox that is out of order, and what it answered. */
  endpoint: z.string(), error: z.string(),
  /** A long job that is over: of which rule, what it did, under which name it is found, and whether it failed. */
  ruleName: z.string(), job: z.enum(['backtest', 'limits']), jobId: z.string(), failed: z.boolean(),
}).partial()
export type Params = z.infer<typeof params>

/** Told is one notification as its words need it. */
export interface Told {
  readonly kind: Kind
  readonly priority: number | null
  readonly params: Params
  /** 0 the first time, then the number of the repetition. */
  readonly repeat: number
}

/** isUrgent tells what nothing holds back: priority 1, safety, calls, and what a person asked for himself. */
export const isUrgent = (what: { readonly kind: Kind; readonly priority: number | null; readonly safety: boolean }): boolean =>
  what.priority === 1 || what.safety || CATEGORY_OF[what.kind] === 'call' || what.kind === 'test'
