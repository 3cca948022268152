'use client'

import { useTranslations } from 'next-intl'
import type { RuleDefinition } from '#server/core/condition/definition.ts'
import { limitKindOf } from '#server/core/condition/own-limits.ts'
import { gateUnitOf, limitUnitOf, type Vocabulary } from '../../../_lib/rules/vocabulary.ts'
import { useRuleWords } from '../../../_lib/rules/use-rule-words.ts'

/** useLimitWords says the limits of a rule in a few words, such as "above 60 °C"; an empty text where it decides by itself. */
export function useLimitWords(): (definition: RuleDefinition, vocabulary: Vocabulary) => string {
  const t = useTranslations('ownLimits.says')
  const { value } = useRuleWords()
  return (definition, vocabulary) => {
    const unit = limitUnitOf(definition, vocabulary)
    const say = (limit: number | null): string => value(limit ?? Number.NaN, unit)
    const clear = (limit: number | null): string => (limit === null ? '' : t('clear', { limit: say(limit) }))
    switch (limitKindOf(definition)) {
      case 'none': return ''
      case 'range': return t('outside', { low: say(definition.low), high: say(definition.high) })
      case 'single': return t(definition.direction === 'below' ? 'below' : 'above', { limit: say(definition.limit) }) + clear(definition.clear)
      case 'bands': {
        const bands = (definition.gate?.bands ?? []).map((band) =>
          t('band', { limit: say(band.limit), from: value(band.from, ''), to: value(band.to, gateUnitOf(definition, vocabulary)) }) + clear(band.clear))
        return t(definition.direction === 'below' ? 'below' : 'above', { limit: bands.join(' · ') })
      }
    }
  }
}
