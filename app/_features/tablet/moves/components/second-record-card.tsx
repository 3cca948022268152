'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useDo } from '../../../../_lib/tablet/hooks/use-do.ts'
import { useOrder } from '../../../../_lib/tablet/hooks/use-orders.ts'
import { seenReview } from '../../../../_lib/tablet/review/decide.ts'
import type { StoredOperation } from '../../../../_lib/tablet/store/db.ts'
import { tabletDb } from '../../../../_lib/tablet/store/open.ts'
import { useOrderWords } from '../../../../_lib/words/use-order-words.ts'
import { useMe } from '../../people/person-context.ts'
import { BigButton } from '../../shell/components/big-button.tsx'
import { BesideEachOther } from './beside-each-other.tsx'

type Said = Readonly<Partial<Record<'verdict' | 'effect' | 'itemCode' | 'modeCode' | 'activityCode' | 'causeNote', string | null>>>

/** SecondRecordCard tells that two people recorded the same work: both records side by side, what holds until it is decided, and who decides. */
export function SecondRecordCard({ operation }: { readonly operation: StoredOperation }): ReactNode {
  const t = useTranslations('tabletMoves.second')
  const words = useOrderWords()
  const me = useMe()
  const run = useDo(me)
  const seen = useOrder(me, operation.entityId)
  if (!seen) return null
  const { order, secondRecord, allowed } = seen
  const said = (of: Said): string =>
    [of.verdict && words.verdict(of.verdict), of.effect && words.effect(of.effect), of.itemCode, of.modeCode, of.activityCode && words.activity(of.activityCode), of.causeNote].filter(Boolean).join(', ') || t('nothing')
  const mine = ((operation.payload as { fields?: Said } | null)?.fields) ?? {}
  const other = order.completedBy?.name ?? t('somebody')
  const may = secondRecord !== null && allowed.includes('settleRecord')
  const settle = (take: 'first' | 'second') => () => { void run(seen, 'settleRecord', { take }).then(() => seenReview(tabletDb(), operation.opId)) }
  const decided = secondRecord === null && order.version > operation.baseVersion
  return (
    <>
      <BesideEachOther
        title={t('title', { name: other })} text={t(may ? 'youDecide' : decided ? 'decided' : 'text', { name: other })}
        left={{ label: t('yours'), value: said(mine), action: may && <BigButton onClick={settle('second')}>{t('mineHolds')}</BigButton> }}
        right={{ label: t(decided ? 'holds' : 'theirs', { name: other }), value: said(order), action: may && <BigButton onClick={settle('first')}>{t('theirsHolds')}</BigButton> }}
      />
      {!may && <div className="mt-3 grid"><BigButton onClick={() => { void seenReview(tabletDb(), operation.opId) }}>{t('understood')}</BigButton></div>}
    </>
  )
}
