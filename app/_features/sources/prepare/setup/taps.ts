import { readPath } from '#server/core/sources/json-path.ts'
import type { HeardMessage } from '#server/core/sources/heard.ts'
import { suggestPoint, suggestQuality, suggestTime, timeUnitOf } from '#server/core/sources/suggest.ts'
import { isTopicFilter, topicMatches } from '#server/core/sources/topic.ts'
import { EMPTY_VALUE, type MqttDraft, type TopicDraft, type ValueDraft } from './draft.ts'

/** USES are what a place in a message can be used for. */
export const USES = ['value', 'time', 'quality', 'unit', 'backlog'] as const
export type Use = (typeof USES)[number]

/** Tap is a place in a message that a person chose. */
export interface Tap {
  readonly message: Pick<HeardMessage, 'topic' | 'text' | 'json'>
  readonly path: string
  readonly use: Use
}

interface Keyed { readonly key: string }

/** payloadOf is a heard message as parsed JSON; undefined when it is not JSON. */
export const payloadOf = ({ json, text }: Pick<HeardMessage, 'text' | 'json'>): unknown => (json ? JSON.parse(text) as unknown : undefined)

const takes = (filter: string, topic: string): boolean => isTopicFilter(filter) && topicMatches(filter, topic)

/** tapped is the draft after a person chose a place in a message: the topic is mapped if it was not yet, with its time and quality where they are seen. */
export function tapped(draft: MqttDraft, tap: Tap, points: readonly Keyed[]): MqttDraft {
  const at = draft.topics.findIndex(({ topic }) => takes(topic, tap.message.topic))
  const topics = at >= 0 ? draft.topics : [...draft.topics.filter(({ topic }) => topic.trim() !== ''), newTopic(tap)]
  const index = at >= 0 ? at : topics.length - 1
  return { ...draft, topics: topics.map((topic, place) => (place === index ? withUse(topic, tap, points) : topic)) }
}

function newTopic({ message }: Tap): TopicDraft {
  const payload = payloadOf(message)
  const time = suggestTime(payload)
  return { topic: message.topic, ts: time?.path ?? '', tsUnit: time?.unit ?? 'ms', quality: suggestQuality(payload) ?? '', backlog: '', values: [] }
}

function withUse(topic: TopicDraft, { message, path, use }: Tap, points: readonly Keyed[]): TopicDraft {
  switch (use) {
    case 'time':
      return { ...topic, ts: path, tsUnit: timeUnitOf(readPath(payloadOf(message), path)) ?? topic.tsUnit }
    case 'quality':
      return { ...topic, quality: path }
    case 'backlog':
      return { ...topic, backlog: path }
    case 'unit':
      return { ...topic, values: topic.values.map((value, index) => (index === topic.values.length - 1 ? { ...value, unitPath: path } : value)) }
    case 'value': {
      if (topic.values.some((value) => value.value === path)) return topic
      const mapped: ValueDraft = { ...EMPTY_VALUE, value: path, point: suggestPoint(points, topic.topic, message.topic, path) }
      return { ...topic, values: [...topic.values.filter((value) => value.value !== '' || value.point !== ''), mapped] }
    }
  }
}

/** usesOf lists what a place is used for already in what is read off the message's topic. */
export function usesOf(draft: MqttDraft, topic: string, path: string): readonly Use[] {
  const mapped = draft.topics.filter((one) => takes(one.topic, topic))
  const values = mapped.flatMap((one) => one.values)
  const is: Readonly<Record<Use, boolean>> = {
    value: values.some((value) => value.value === path),
    time: mapped.some((one) => one.ts === path) || values.some((value) => value.ts === path),
    quality: mapped.some((one) => one.quality === path) || values.some((value) => value.quality === path),
    unit: values.some((value) => value.unitPath === path),
    backlog: mapped.some((one) => one.backlog === path),
  }
  return USES.filter((use) => is[use])
}

/** Reads is what a path reads off a message: nothing is there, or this (a number where it is one, else as JSON). */
export type Reads = { readonly found: false } | { readonly found: true; readonly value: number | string }

/** readsNow is what a path reads off the newest message that a topic filter takes; null when no such message was heard. */
export function readsNow(messages: readonly HeardMessage[], filter: string, path: string): Reads | null {
  const newest = messages.filter(({ topic, json }) => json && takes(filter, topic)).toSorted((one, other) => other.at - one.at)[0]
  if (newest === undefined) return null
  const found = readPath(payloadOf(newest), path)
  return found === undefined ? { found: false } : { found: true, value: typeof found === 'number' ? found : JSON.stringify(found) }
}
