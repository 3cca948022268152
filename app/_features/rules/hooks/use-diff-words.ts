'use client'

import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import type { DefinitionChange } from '#server/core/rules/diff.ts'
import { useServerWords } from '../../../_lib/words/use-server-words.ts'
import { modeNamed, pointNamed, type Vocabulary } from '../prepare/rule.ts'
import { usePartWords } from './use-part-words.ts'
import { useRuleWords } from './use-rule-words.ts'

/** DiffUnits are the units in which a definition's limits, bands and point are given. */
export interface DiffUnits { readonly limit: string; readonly gate: string; readonly point?: string }

/** DiffWords writes what two versions say differently in the reader's language; what is not known is shown by its own name. */
export interface DiffWords {
  readonly field: (change: DefinitionChange, units: DiffUnits) => string
  readonly value: (change: DefinitionChange, side: 'before' | 'after', units: DiffUnits) => string
}

const plain = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : JSON.stringify(value))
const list = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : [])

/** useDiffWords gives the words of differences between versions. */
export function useDiffWords(vocabulary: Vocabulary): DiffWords {
  const t = useTranslations('verdicts.diff')
  const words = useRuleWords()
  const server = useServerWords()
  const part = usePartWords()
  return useMemo(() => {
    const number = (value: unknown, unit: string): string => (typeof value === 'number' ? words.value(value, unit) : plain(value))
    const range = ({ from, to }: { from: unknown; to: unknown }, unit: string): string => `${number(from, '')} – ${number(to, unit)}`
    const name = (field: string): string => {
      // The fields' names are the messages' keys, with dashes for dots; one that is not among them is its own name.
      const known = field.replaceAll('.', '-') as 'limit'
      return t.has(`field.${known}`) ? t(`field.${known}`) : t('unknownField', { field })
    }
    return {
      field: ({ field, band, index }, units) => [
        name(field), band !== null && t('band', { range: range(band, units.gate) }), index !== null && t('entry', { number: index + 1 }),
      ].filter(Boolean).join(', '),
      value: (change, side, units) => {
        const value = change[side]
        if (value === null) return t('nothing')
        const written = part(change.field, value, units)
        if (written !== null) return written
        switch (change.type) {
          case 'quantity': return number(value, units.limit)
          case 'gateQuantity': return number(value, units.gate)
          case 'duration': return typeof value === 'number' ? words.duration(value) : plain(value)
          case 'priority': return typeof value === 'number' ? words.priority(value) : plain(value)
          case 'mode': return modeNamed(vocabulary, plain(value), server.mode) ?? plain(value)
          case 'point': return pointNamed(vocabulary, plain(value)).name
          case 'points': return words.list(list(value).map((code) => pointNamed(vocabulary, code).name))
          case 'band': {
            const { limit, clear } = value as { limit?: unknown; clear?: unknown }
            return [number(limit, units.limit), clear != null && t('clearAt', { clear: number(clear, units.limit) })].filter(Boolean).join(', ')
          }
          case 'choice': {
            const known = plain(value) as 'above'
            return t.has(`choice.${known}`) ? t(`choice.${known}`) : known
          }
          case 'plain': return plain(value)
        }
      },
    }
  }, [t, words, server, part, vocabulary])
}
