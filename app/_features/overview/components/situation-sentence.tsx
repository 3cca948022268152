'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { unitLabel } from '../../../_lib/format/units.ts'
import { useOrderWords } from '../../../_lib/words/use-order-words.ts'
import { useServerWords } from '../../../_lib/words/use-server-words.ts'
import { sentenceOf, type Situation } from '../prepare/situation.ts'

/** SituationSentence says in one sentence which machine needs somebody, and why. */
export function SituationSentence({ situation }: { readonly situation: Situation }): ReactNode {
  const t = useTranslations('overview.sentence')
  const locale = useLocale()
  const server = useServerWords()
  const orders = useOrderWords()
  // One decimal is enough for "how far beyond".
  const rough = (value: number): string => new Intl.NumberFormat(locale, { maximumFractionDigits: value < 10 ? 1 : 0 }).format(value)
  const { key, ratio = 0, excess = 0, unit = '' } = sentenceOf(situation)
  const { order, failureMode } = situation
  const mode = failureMode === null ? '' : server.mode(failureMode)
  return t.rich(key, {
    machine: `${situation.assetTag} ${situation.assetName}`.trim(),
    ratio: rough(ratio),
    // A difference of two Celsius readings is a difference in kelvin.
    excess: `${rough(excess)} ${unit === 'Cel' ? 'K' : unitLabel(unit)}`,
    mode,
    // What the system wrote begins with the machine's name, which stands here already.
    title: order === null ? '' : order.text !== null && mode !== '' ? mode : orders.title(order),
    b: (chunks) => <b>{chunks}</b>,
  })
}
