'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Label } from 'react-aria-components/Label'
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup'
import { useNow } from '../../../_lib/time/now.tsx'
import { usePriorityWords } from '../../../_lib/words/use-words.ts'
import { cx } from '../../../_ui/cx.ts'
import { PriorityMark } from '../../../_ui/priority-mark.tsx'
import { Age, Timestamp } from '../../../_ui/time.tsx'
import { Value } from '../../../_ui/value.tsx'
import type { Episode } from '../prepare/episodes.ts'

/** More rows than this are scrolled. */
const MOST = 8

interface EpisodePickerProps {
  readonly episodes: readonly Episode[]
  readonly chosen: string
  readonly onChoose: (id: string) => void
}

/** EpisodePicker lists every time that the problem came, what stands and the newest first; the chosen one is drawn below. Nothing is shown while there is only one. */
export function EpisodePicker({ episodes, chosen, onChoose }: EpisodePickerProps): ReactNode {
  const t = useTranslations('workOrder.evidence')
  if (episodes.length < 2) return null
  return (
    <RadioGroup value={chosen} onChange={onChoose} className="border-b border-line-soft px-2 pt-2.5 pb-2">
      <Label className="mb-1 block px-1.5 text-12 text-fg-2">{t('episodes', { count: episodes.length })}</Label>
      <div className={cx(episodes.length > MOST && 'max-h-[268px] overflow-y-auto max-sm:max-h-[420px]')}>
        {episodes.map((episode) => <Row key={episode.id} episode={episode} />)}
      </div>
    </RadioGroup>
  )
}

function Row({ episode }: { readonly episode: Episode }): ReactNode {
  const t = useTranslations('workOrder.evidence')
  const mark = usePriorityWords()
  const now = useNow()
  const { id, stands, worst, priority, openedAt, resolvedAt, peak, limit, unit, rule } = episode
  const lasted = (resolvedAt === null ? now : Date.parse(resolvedAt)) - Date.parse(openedAt)
  return (
    <Radio
      value={id}
      className="grid min-h-8 cursor-pointer grid-cols-[14px_18px_minmax(0,1fr)] items-center gap-x-2.5 rounded-md px-1.5 py-1 text-13 hover:bg-g3 selected:bg-g3 max-md:min-h-12 focus-visible:outline-offset-[-2px]"
    >
      {({ isSelected }) => (
        <>
          <span aria-hidden className="grid size-3.5 place-items-center rounded-pill border border-g9">{isSelected && <span className="size-2 rounded-pill bg-g12" />}</span>
          <PriorityMark priority={priority} quiet={!stands} size={16} label={mark(priority)} />
          <span className="flex min-w-0 flex-wrap items-baseline gap-x-3 gap-y-px">
            <span className="num font-mid sm:w-[104px]"><Timestamp at={openedAt} style="short" /></span>
            <span className="num sm:w-[112px]">{stands ? <b>{t('standsFor')} <Age ms={lasted} /></b> : <>{t('lastedFor')} <Age ms={lasted} /></>}</span>
            <span className="num sm:w-[216px]">
              {unit !== null && <Value value={peak.value} unit={unit} />}{unit !== null && limit !== null && <span className="text-fg-2"> {t('limit')} <Value value={limit} unit={unit} limit /></span>}{worst && <b> · {t('worst')}</b>}
            </span>
            <span className="min-w-0 truncate text-12 text-fg-2">{rule.name}, v{rule.version}</span>
          </span>
        </>
      )}
    </Radio>
  )
}
