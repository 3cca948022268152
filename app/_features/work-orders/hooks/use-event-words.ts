'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useCallback } from 'react'
import { PROPOSALS } from '#server/core/work-orders/commands.ts'
import { TOLD_REASONS } from '#server/core/work-orders/ticket-reasons.ts'
import { formatMoment } from '../../../_lib/format/moments.ts'
import { useTimeZone } from '../../../_lib/site/zone.tsx'
import { useOrderWords } from '../../../_lib/words/use-order-words.ts'
import type { OrderEvent } from '../prepare/history.ts'
import type { OrderView } from '../prepare/view.ts'

/** EventWords is an entry of the history in a sentence, and what people wrote, as it stands. */
export interface EventWords {
  readonly sentence: string
  readonly quote: string
}

const text = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '')
const texts = (value: unknown): string[] => (Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [])
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? (value as unknown[]) : [])
const fields = (value: unknown): Record<string, unknown> => (value !== null && typeof value === 'object' ? (value as Record<string, unknown>) : {})
const joined = (parts: readonly string[], by: string): string => parts.filter(Boolean).join(by)

/** useEventWords tells an entry of an order's history in a sentence; what people wrote is added as it stands. */
export function useEventWords(view: OrderView): (event: OrderEvent) => EventWords {
  const t = useTranslations('workOrder.event')
  const words = useOrderWords()
  const details = useEventDetails(view)
  return useCallback((event) => {
    const { type, actor, data } = event
    const guest = data['guest']
    const who = actor?.name ?? (guest === undefined ? t('system') : text(guest) || t('guest'))
    const person = view.people.find((one) => one.id === data['assigneeId'])?.name ?? t('nobody')
    const proposal = PROPOSALS.find((known) => known === data['proposal'])
    const known = type as 'approved'
    const said = type === 'proposal-answered' && proposal !== undefined ? t(`answered.${proposal}`, { actor: who, accept: String(data['accept']) })
      : type === 'priority-raised' && data['raisedTo'] !== undefined ? ''
        : t.has(known) ? t(known, {
          actor: who, person, count: Number(data['count'] ?? 0), machines: Number(data['machines'] ?? 0), take: text(data['take']), name: text(data['file'] ?? data['name']), kind: text(data['kind']), what: text(data['what']).replaceAll('-', '_'), permit: text(data['permit']),
        }) : joined([type, actor?.name ?? ''], ' ')
    const told = actor === null ? TOLD_REASONS.find((reason) => reason === data['reason']) : undefined
    const verdict = typeof data['verdict'] === 'string' ? words.verdict(data['verdict']) : ''
    // What a person gave as a reason is his own words; an answered question has its reason in the sentence.
    const reason = type === 'held' ? words.hold(text(data['reason'])) : type === 'downtime-recorded' ? words.downtime(text(data['reason'])) : actor === null || proposal !== undefined ? '' : text(data['reason'])
    return {
      sentence: joined([said, told === undefined ? '' : t(`because.${told}`), ...details(event)], ' '),
      quote: joined([verdict, reason, text(data['note']), text(data['text']), text(data['causeNote']), text(data['verdictNote'])], ' · '),
    }
  }, [t, words, view.people, details])
}

/** useEventDetails tells the figures of an entry: what was raised, planned, put off or answered. */
function useEventDetails(view: OrderView): (event: OrderEvent) => readonly string[] {
  const t = useTranslations('workOrder.event')
  const locale = useLocale()
  const zone = useTimeZone()
  const fieldName = useTranslations('workOrder.field')
  const nameOf = useCallback((field: string): string => (fieldName.has(field as 'title') ? fieldName(field as 'title') : field), [fieldName])
  return useCallback(({ type, data, mentions }) => {
    const moment = (value: unknown): string => (typeof value === 'string' ? formatMoment(Date.parse(value), 'short', locale, zone) : '')
    const step = view.tasks.find((task) => task.id === data['taskId'])
    const before = fields(data['before'])
    const names = texts(data['stillRunning']).map((id) => view.labour.entries.find((entry) => entry.person.id === id)?.person.name ?? '').filter(Boolean)
    const clashes = listOf(fields(data['review'])['clashes']).map((clash) => nameOf(text(fields(clash)['field'])))
    const answer = data['answer']
    return [
      type === 'edited' ? joined([Object.keys(fields(data['changed'])).map(nameOf).join(', ')], '').replace(/(.+)/, '$1.') : '',
      clashes.length > 0 ? t('clashes', { fields: clashes.join(', ') }) : '',
      mentions.length > 0 ? t('told', { names: mentions.map(({ name }) => name).join(', ') }) : '',
      type === 'task-answered' && (typeof answer === 'number' || (typeof answer === 'string' && answer !== '')) ? t('answerWas', { answer: String(answer) }) : '',
      data['emergency'] === true ? t('emergency') : '',
      data['stopped'] === true ? t('stopped') : '',
      data['danger'] === true ? t('danger') : '',
      texts(data['permits']).length > 0 ? t('permitsStay', { permits: texts(data['permits']).join(', ') }) : '',
      data['contractorDone'] === true ? t('contractorDone') : '',
      data['asNewOrder'] === true ? t('asNewOrder') : '',
      data['lower'] === true ? t('lowerMeter') : '',
      data['name'] === undefined ? '' : `${joined([text(data['quantity']), text(data['unit']), text(data['name'])], ' ')}.`,
      data['remove'] === true ? t('removed') : '',
      typeof data['startedAt'] === 'string' ? t('fromTo', { from: moment(data['startedAt']), to: moment(data['endedAt']) }) : '',
      typeof before['startedAt'] === 'string' && typeof before['endedAt'] === 'string' ? t('was', { from: moment(before['startedAt']), to: moment(before['endedAt']) }) : '',
      typeof data['from'] === 'string' ? (typeof data['to'] === 'string' ? t('fromTo', { from: moment(data['from']), to: moment(data['to']) }) : t('since', { from: moment(data['from']) })) : '',
      typeof data['wentToNumber'] === 'string' ? t('wentTo', { number: data['wentToNumber'] }) : '',
      texts(data['left']).length > 0 ? t('left', { numbers: texts(data['left']).join(', ') }) : '',
      names.length > 0 ? t('stillRunning', { names: names.join(', ') }) : '',
      data['late'] === true ? t('late') : '',
      data['safetyFlag'] === undefined ? '' : t('safetyFlag'),
      data['raisedTo'] === undefined ? '' : t('raised', { from: text(data['raisedFrom']), to: text(data['raisedTo']) }),
      data['approvedByPolicy'] === true ? t('byPolicy') : '',
      type === 'created' && data['proposeClose'] === true ? t('overAlready') : '',
      data['afterTheFact'] === true ? t('afterTheFact') : '',
      typeof data['plannedHours'] === 'number' ? t('hours', { hours: data['plannedHours'] }) : '',
      typeof data['plannedStart'] === 'string' ? t('fromTo', { from: moment(data['plannedStart']), to: moment(data['plannedEnd']) }) : '',
      typeof data['dueAt'] === 'string' ? t('due', { at: moment(data['dueAt']) }) : '',
      typeof data['until'] === 'string' ? t('putOffUntil', { at: moment(data['until']) }) : '',
      step === undefined ? '' : t('step', { step: step.title }),
    ]
  }, [t, nameOf, locale, zone, view.tasks, view.labour.entries])
}
