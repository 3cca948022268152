'use client'

import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import type { SeenOrder } from '../../../../_lib/tablet/seen/fold.ts'
import { useOrderWords } from '../../../../_lib/words/use-order-words.ts'
import { BigLink } from '../../shell/components/big-button.tsx'
import { Empty } from '../../shell/components/empty.tsx'
import { TabletPanel } from '../../shell/components/panel.tsx'
import { navigate } from '../../shell/router/path.ts'
import type { ScreenProps } from '../../shell/router/screen.tsx'
import { ClosingPanel } from '../../work/components/closing-panel.tsx'
import { Field } from '../components/field.tsx'
import { OrderScreen } from '../components/order-screen.tsx'

/** Rest closes what is done and carries what is not to an order of its own, whose title is proposed. */
export default function Rest({ params }: ScreenProps): ReactNode {
  return <OrderScreen number={params['order'] ?? ''}>{(seen, backTo) => <CarryRest key={seen.order.id} seen={seen} backTo={backTo} />}</OrderScreen>
}

const SHORTEST = 3

function CarryRest({ seen, backTo }: { readonly seen: SeenOrder; readonly backTo: string }): ReactNode {
  const t = useTranslations('tabletMoves.rest')
  const words = useOrderWords()
  const [title, setTitle] = useState(() => t('proposed', { title: words.title(seen.order) }).slice(0, 200))
  const steps = seen.tasks.filter((task) => task.answer === null)
  const kit = seen.kit.filter((one) => one.rest !== '0')
  if (!seen.allowed.includes('carryRest') || steps.length + kit.length === 0) return <Empty title={t('none')} text={t('noneWhy')}><BigLink href={backTo}>{t('back')}</BigLink></Empty>
  const short = title.trim().length < SHORTEST
  return (
    <>
      <TabletPanel title={t('title')}>
        <ul className="list-disc ps-5 text-m18">
          {steps.map((task) => <li key={task.id} className="break-words">{task.title}</li>)}
          {kit.map((one) => <li key={one.id} className="break-words">{one.name}, <span className="num">{[one.rest, one.unit].filter(Boolean).join(' ')}</span></li>)}
        </ul>
        <Field label={t('newTitle')} value={title} onChange={setTitle} maxLength={200} error={short ? t('short') : undefined} />
      </TabletPanel>
      {!short && <ClosingPanel seen={seen} rest={title.trim()} onDone={() => { navigate('/m') }} />}
    </>
  )
}
