import type * as z from 'zod'
import { mqttPlace, mqttSettings } from '#server/core/sources/mqtt-settings.ts'
import { sourceName } from '#server/core/sources/settings.ts'
import { connectionOf, settingsOf, type MqttDraft, type SourceDraft } from './draft.ts'

/** PROBLEMS are what can be wrong with a field, each with its words in the messages. */
export const PROBLEMS = [
  'kind', 'siteId', 'name', 'url', 'username', 'passwordSecret', 'caSecret', 'certSecret', 'keySecret', 'serverName', 'clientId', 'sessionExpirySeconds',
  'mappings', 'topic', 'values', 'point', 'levels', 'value', 'unit', 'unitPath', 'ts', 'quality', 'backlog', 'other',
] as const
export type Problem = (typeof PROBLEMS)[number]

/** Problems say what is wrong with which field, by the field's path in the settings, for example "mappings.0.values.1.point". */
export type Problems = ReadonlyMap<string, Problem>

/** ProblemWords gives the words for what is wrong with a field, by its path in the settings; undefined while nothing is, or nobody asked yet. */
export type ProblemWords = (path: string) => string | undefined

const isProblem = (text: string): text is Problem => (PROBLEMS as readonly string[]).includes(text)

function problemOf({ code, path }: z.core.$ZodIssue): Problem {
  const field = path.filter((step) => typeof step === 'string').at(-1) ?? 'other'
  if (field === 'point' && code === 'custom') return 'levels'
  return isProblem(field) ? field : 'other'
}

const problemsIn = (parsed: z.ZodSafeParseResult<unknown>): Problems =>
  new Map(parsed.success ? [] : parsed.error.issues.map((issue) => [issue.path.join('.'), problemOf(issue)]))

/** whatProblems finds what is wrong with the first step: the kind, the site and the name. */
export const whatProblems = ({ kind, siteId, name }: SourceDraft): Problems => new Map([
  ...(kind === null ? [['kind', 'kind'] as const] : []),
  ...(siteId === null ? [['siteId', 'siteId'] as const] : []),
  ...(sourceName.safeParse(name).success ? [] : [['name', 'name'] as const]),
])

/** howProblems finds what is wrong with the settings, by the connector's own schema. */
export const howProblems = (draft: MqttDraft): Problems => problemsIn(mqttSettings.safeParse(settingsOf(draft)))

/** placeProblems finds what keeps one from listening at the broker. */
export const placeProblems = (draft: MqttDraft, topic: string): Problems => problemsIn(mqttPlace.safeParse({ ...connectionOf(draft), topic: topic.trim() }))
