'use client'

import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { useTRPC } from '../../../_lib/trpc/client.tsx'
import { Button } from '../../../_ui/button.tsx'
import { EmptyState } from '../../../_ui/empty-state.tsx'
import { Link } from '../../../_ui/link.tsx'
import { Panel } from '../../../_ui/panel.tsx'
import { Term } from '../../../_ui/term.tsx'
import { Timestamp } from '../../../_ui/time.tsx'
import type { Content } from '../prepare/view.ts'
import { PlanEditor } from './plan-editor.tsx'

/** MachineIsolation is a machine's isolation plan on its page: what is cut off where, and for those who may, the draft. */
export function MachineIsolation({ assetId }: { readonly assetId: string }): ReactNode {
  const t = useTranslations('isolation.plan')
  const { data: plan } = useSuspenseQuery(useTRPC().isolation.plan.queryOptions({ assetId }))
  const [editing, setEditing] = useState(false)
  if (!plan.planned || (plan.inForce === null && !plan.mayEdit)) return null
  const { inForce, draft } = plan
  const edit = plan.mayEdit && plan.servedBy === null
  return (
    <Panel
      title={<Term term="isolation">{t('title')}</Term>} note={inForce === null ? undefined : t('version', { version: inForce.version })} bare
      aside={edit && inForce !== null && <Button size="sm" onPress={() => { setEditing(true) }}>{draft === null ? t('edit') : t('goOn')}</Button>}
    >
      {inForce === null
        ? <div className="p-3.5"><EmptyState action={<Button onPress={() => { setEditing(true) }}>{draft === null ? t('write') : t('goOn')}</Button>}>{t('none')}</EmptyState></div>
        : <Energies content={inForce.content} />}
      {inForce !== null && (
        <p className="border-t border-line-soft px-3.5 py-2 text-12 text-fg-2">
          {plan.servedBy !== null && <>{t('servedBy')} <Link href={`/assets/${plan.servedBy.id}`}>{plan.servedBy.tag}</Link>. </>}
          {inForce.publishedAt !== null && <>{t('published')} <Timestamp at={inForce.publishedAt} style="short" className="num" />{inForce.publishedBy === null ? null : `, ${inForce.publishedBy}`}. </>}
          {draft !== null && plan.mayEdit && t('hasDraft', { version: draft.version })}
        </p>
      )}
      {editing && <PlanEditor plan={plan} onClose={() => { setEditing(false) }} />}
    </Panel>
  )
}

function Energies({ content }: { readonly content: Content }): ReactNode {
  const t = useTranslations('isolation')
  return (
    <ul className="divide-y divide-line-soft">
      {content.energies.map((energy) => (
        <li key={energy.id} className="px-3.5 py-2 text-13">
          <p className="flex flex-wrap gap-x-2"><span className="font-mid">{energy.device}</span><span className="ms-auto text-12 text-fg-2">{t(`energy.${energy.type}`)} · <span className="num">{energy.magnitude}</span></span></p>
          <p className="text-12 text-fg-2">{energy.location} · {energy.zero}</p>
          {energy.stored !== null && <p className="text-12 text-fg-2">{energy.stored.what}: {energy.stored.release}</p>}
        </li>
      ))}
    </ul>
  )
}
