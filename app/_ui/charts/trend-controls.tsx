'use client'

import { useTranslations } from 'next-intl'
import { parseAsStringLiteral } from 'nuqs'
import type { ReactNode } from 'react'
import type { TrendModel, ValueScale } from '../../_lib/trend/model.ts'
import { canBeLog } from '../../_lib/trend/values.ts'
import { Button } from '../button.tsx'

/** TrendView is the picture or its numbers. */
export type TrendView = 'chart' | 'table'

/** trendControls are the address parameters of a trend: how the value axis is divided (null: as fits the data), and picture or numbers. */
export const trendControls = {
  axis: parseAsStringLiteral(['linear', 'log'] as const),
  view: parseAsStringLiteral(['chart', 'table'] as const).withDefault('chart'),
}

interface TrendControlsProps {
  readonly model: TrendModel | null
  readonly axis: ValueScale
  readonly view: TrendView
  readonly onChange: (change: { axis: ValueScale } | { view: TrendView }) => void
}

/** TrendControls switch between linear and logarithmic (where everything shown is positive), and between picture and numbers. */
export function TrendControls({ model, axis, view, onChange }: TrendControlsProps): ReactNode {
  const t = useTranslations('chart')
  const log = axis === 'log'
  return (
    <>
      {view === 'chart' && model !== null && canBeLog(model) && (
        <Button size="sm" onPress={() => { onChange({ axis: log ? 'linear' : 'log' }) }}>{log ? t('linear') : t('log')}</Button>
      )}
      <Button size="sm" onPress={() => { onChange({ view: view === 'chart' ? 'table' : 'chart' }) }}>{view === 'chart' ? t('table') : t('picture')}</Button>
    </>
  )
}
