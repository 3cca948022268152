'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useOrder } from '../../../../_lib/tablet/hooks/use-orders.ts'
import { useOrderWords } from '../../../../_lib/words/use-order-words.ts'
import { useMe } from '../../people/person-context.ts'
import { BigLink } from '../../shell/components/big-button.tsx'
import { Empty } from '../../shell/components/empty.tsx'
import { ScreenWait } from '../../shell/components/screen-wait.tsx'
import { TabletScreen } from '../../shell/components/screen.tsx'
import { SafetyPanel } from '../../safety/components/safety-panel.tsx'
import { navigate } from '../../shell/router/path.ts'
import type { ScreenProps } from '../../shell/router/screen.tsx'
import { ClosingSignature } from '../../facts/components/closing-signature.tsx'
import { ForgottenTime } from '../../facts/components/forgotten-time.tsx'
import { MoreMoves } from '../../moves/components/more-moves.tsx'
import { OrderAsks } from '../../moves/components/order-asks.tsx'
import { ClosingPanel } from '../components/closing-panel.tsx'
import { Comments } from '../components/comments.tsx'
import { EvidencePicture } from '../components/evidence-picture.tsx'
import { OrderFacts } from '../components/job-card.tsx'
import { Kit } from '../components/kit.tsx'
import { MainAction, SideActions } from '../components/main-action.tsx'
import { OrderSign } from '../components/order-sign.tsx'
import { OwnTime } from '../components/own-time.tsx'
import { PhotoButton } from '../components/photo-button.tsx'
import { Standing } from '../components/standing.tsx'
import { Steps } from '../components/steps.tsx'

/** Order is one order by its number or id: what is wrong, what to do, and what was found. */
export default function Order({ params }: ScreenProps): ReactNode {
  const t = useTranslations('tablet.order')
  const words = useOrderWords()
  const me = useMe()
  const number = params['order'] ?? ''
  const seen = useOrder(me, number)
  if (seen === undefined) return <ScreenWait />
  if (seen === null) {
    return (
      <TabletScreen title={t('title', { number })} backTo="/m">
        <Empty title={t('empty', { number })} text={t('why')}>
          <BigLink look="main" outside href={`/work-orders/${encodeURIComponent(number)}`}>{t('open')}</BigLink>
        </Empty>
      </TabletScreen>
    )
  }
  const { order, asset, allowed } = seen
  const description = words.description(order)
  const working = order.status === 'in_progress' && (allowed.includes('close') || allowed.includes('complete'))
  return (
    <TabletScreen title={`${asset.tag} ${asset.name}`} aside={<span className="num">{order.number}</span>} backTo="/m">
      <section className="frame rounded-[14px] bg-surface px-6 py-5 max-sm:px-4">
        <div className="flex items-start gap-3">
          <OrderSign seen={seen} personId={me.id} />
          <h2 className="min-w-0 text-m22 font-strong text-pretty break-words">{words.title(order)}</h2>
        </div>
        {description !== null && <p className="mt-2 max-w-[65ch] text-m18 whitespace-pre-line break-words text-fg-2">{description}</p>}
        <EvidencePicture seen={seen} />
        <OrderFacts seen={seen} />
        <OwnTime seen={seen} personId={me.id} />
        <Standing seen={seen} />
      </section>
      <OrderAsks seen={seen} />
      <SafetyPanel seen={seen} />
      <Steps seen={seen} />
      <Kit seen={seen} />
      <Comments key={order.id} seen={seen} />
      <div className="mt-4 grid gap-2">
        <PhotoButton seen={seen} />
        <SideActions seen={seen} />
        <MoreMoves seen={seen} />
        <MainAction seen={seen} from="order" />
      </div>
      {working && <><ForgottenTime seen={seen} /><ClosingSignature seen={seen} /></>}
      {working && <ClosingPanel key={order.id} seen={seen} onDone={() => { navigate('/m') }} />}
    </TabletScreen>
  )
}
