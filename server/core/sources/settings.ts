import * as z from 'zod'
import { mqttSettings } from './mqtt-settings.ts'

/** sourceSettings is what a source of each kind needs to know; whoever pushes over HTTP brings all he needs with his key. */
export const sourceSettings = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('http'), config: z.strictObject({}).default({}) }),
  z.object({ kind: z.literal('mqtt'), config: mqttSettings }),
])
export type SourceSettings = z.infer<typeof sourceSettings>

/** SourceKind is a way in that a person can set up. */
export type SourceKind = SourceSettings['kind']

/** NAME_LENGTH is how long a source's name may be, in characters. */
export const NAME_LENGTH = 120

/** sourceName is a source's name as it may be stored. */
export const sourceName = z.string().trim().min(1).max(NAME_LENGTH)
