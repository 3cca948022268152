'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useMemo } from 'react'
import type { TrendModel } from '../../../_lib/trend/model.ts'
import { judgedPicture, pictureOf } from '../prepare/picture.ts'
import { pointNamed, vocabularyOf, type RuleView } from '../prepare/rule.ts'
import type { RuleTrial } from './use-try.ts'

/** usePicture makes the picture of a trial; null until there is one. */
export function usePicture(rule: RuleView, { draft, point }: RuleTrial): TrendModel | null {
  const t = useTranslations('rules.preview')
  const locale = useLocale()
  const { preview, definition } = draft
  return useMemo(() => (preview === null || definition === null || point === null ? null : pictureOf({
    preview, definition, point,
    gateName: definition.gate === null ? '' : pointNamed(vocabularyOf(rule), definition.gate.point).name,
    words: { limit: t('limit'), gateValue: (value) => new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }).format(value) },
  })), [preview, definition, point, rule, t, locale])
}

/** useJudgedPicture makes the picture of what the rule judges instead of the value; null where that is the value itself. */
export function useJudgedPicture({ draft, point }: RuleTrial): TrendModel | null {
  const t = useTranslations('rules')
  const locale = useLocale()
  const { preview, definition } = draft
  return useMemo(() => {
    if (preview === null || definition === null || point === null) return null
    const words = { limit: t('preview.limit'), gateValue: (value: number) => new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }).format(value) }
    return judgedPicture({ preview, definition, point, words }, t(`measure.name.${definition.measure.kind}`))
  }, [preview, definition, point, t, locale])
}
