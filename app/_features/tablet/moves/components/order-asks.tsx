'use client'

import { useLiveQuery } from 'dexie-react-hooks'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { openClashes } from '../../../../_lib/tablet/review/clashes.ts'
import type { SeenOrder } from '../../../../_lib/tablet/seen/fold.ts'
import { tabletDb } from '../../../../_lib/tablet/store/open.ts'
import { useMe } from '../../people/person-context.ts'
import { TabletPanel } from '../../shell/components/panel.tsx'
import { ClashCard } from './clash-card.tsx'

/** OrderAsks asks on the order itself which of two versions of a field holds; nothing where nobody asks this person. */
export function OrderAsks({ seen }: { readonly seen: SeenOrder }): ReactNode {
  const t = useTranslations('tabletMoves.clash')
  const me = useMe()
  const { id } = seen.order
  const asking = useLiveQuery(() => tabletDb().operations.where('entityId').equals(id).filter((one) => one.state === 'asks' && one.personId === me.id).toArray(), [id, me.id]) ?? []
  const clashes = openClashes(asking)
  if (clashes.length === 0) return null
  return <TabletPanel title={t('asks')}>{clashes.map((clash) => <ClashCard key={clash.field} clash={clash} zone={seen.site.timeZone} />)}</TabletPanel>
}
