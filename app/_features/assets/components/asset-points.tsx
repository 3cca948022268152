'use client'

import { useTranslations } from 'next-intl'
import { parseAsString, useQueryState } from 'nuqs'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { cx } from '../../../_ui/cx.ts'
import { EmptyState } from '../../../_ui/empty-state.tsx'
import { Panel } from '../../../_ui/panel.tsx'
import { Table, Td, Th } from '../../../_ui/table.tsx'
import { Term } from '../../../_ui/term.tsx'
import { TimeAgo } from '../../../_ui/time.tsx'
import { Value } from '../../../_ui/value.tsx'
import type { PointView } from '../prepare/points.ts'

/** AssetPoints lists the measured quantities with their newest value, limit and age; choosing one shows it alone in the trend. */
export function AssetPoints({ points }: { readonly points: readonly PointView[] }): ReactNode {
  const t = useTranslations('assets')
  const [chosen, choose] = useQueryState('point', parseAsString)
  return (
    <Panel title={<Term term="point">{t('points')}</Term>} bare>
      {points.length === 0 ? <div className="p-3.5"><EmptyState>{t('noPoints')}</EmptyState></div> : (
        <Table label={t('points')}>
          <thead>
            <tr><Th>{t('point')}</Th><Th number>{t('now')}</Th><Th number>{t('limit')}</Th><Th number>{t('age')}</Th></tr>
          </thead>
          <tbody>
            {points.map((point) => {
              const on = chosen === point.code
              return (
                <tr key={point.id} className={on ? 'bg-g3' : undefined}>
                  <Td>
                    <Button
                      aria-pressed={on} onPress={() => { void choose(on ? null : point.code) }}
                      className={cx('touch -mx-1 min-h-6 rounded-sm px-1 text-start hover:bg-g3', on && 'font-strong')}
                    >
                      {point.name}
                    </Button>
                  </Td>
                  <Td number>{point.latest === null ? <span className="text-fg-2">{t('nothing')}</span> : <Value value={point.latest.value} unit={point.unit} className={point.latest.fresh ? 'font-strong' : 'text-fg-2'} />}</Td>
                  <Td number>{point.limit === null ? '' : <Value value={point.limit.value} unit={point.unit} limit className="text-fg-2" />}</Td>
                  <Td number>{point.latest === null ? '' : <span className="text-fg-2"><TimeAgo at={point.latest.ts} /></span>}</Td>
                </tr>
              )
            })}
          </tbody>
        </Table>
      )}
    </Panel>
  )
}
