'use client'

import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { Button } from '../../../_ui/button.tsx'
import { ErrorState } from '../../../_ui/error-state.tsx'
import { Panel } from '../../../_ui/panel.tsx'
import { Timestamp } from '../../../_ui/time.tsx'
import { useOrderCommand, type OrderCommands } from '../hooks/use-order-command.ts'
import type { OrderView } from '../prepare/view.ts'
import { Late } from './late.tsx'
import { PartForm } from './part-form.tsx'

const row = 'flex flex-wrap items-center gap-x-3 gap-y-1 border-t border-line-soft px-3.5 py-2 text-13 first:border-t-0'

/** Parts says what to take along, and what was taken and put back; a part is noted here also after the work. */
export function Parts({ view }: { readonly view: OrderView }): ReactNode {
  const t = useTranslations('workOrder.partsPanel')
  const commands = useOrderCommand(view.order)
  const [adding, setAdding] = useState<'usePart' | 'planPart' | null>(null)
  const mayUse = view.allowed.includes('usePart')
  const mayPlan = view.allowed.includes('planPart')
  if (!mayUse && !mayPlan && view.parts.length === 0 && view.kit.length === 0) return null
  return (
    <Panel title={t('title')} bare aside={adding === null && <span className="flex gap-2">{mayPlan && <Button size="sm" onPress={() => { setAdding('planPart') }}>{t('planOne')}</Button>}{mayUse && <Button size="sm" onPress={() => { setAdding('usePart') }}>{t('add')}</Button>}</span>}>
      {commands.error !== null && <div className="p-3.5"><ErrorState message={commands.error} /></div>}
      {adding !== null && <PartForm key={adding} command={adding} commands={commands} onDone={() => { setAdding(null) }} />}
      {view.kit.length > 0 && <Kit kit={view.kit} commands={commands} mayUse={mayUse} mayPlan={mayPlan} />}
      <ul aria-label={t('used')}>
        {view.parts.map((part) => (
          <li key={part.id} className={row}>
            <span className="me-auto min-w-0">{part.name}{part.number !== null && <span className="text-fg-2"> {part.number}</span>}<Late late={part.late} /></span>
            <span className="num">{part.kind === 'returned' ? t('returned', { quantity: part.quantity, unit: part.unit ?? '' }) : `${part.quantity} ${part.unit ?? ''}`}</span>
            <span className="flex w-full items-center text-12 text-fg-2">
              <span className="me-auto">{part.by ?? ''} <Timestamp at={part.takenAt} className="num" /></span>
              {part.kind === 'taken' && view.allowed.includes('returnPart') && (
                <Button
                  size="sm" variant="quiet" aria-label={t('putBackOf', { name: part.name })} isPending={commands.pending === 'returnPart'}
                  onPress={() => { commands.run('returnPart', { useId: part.id, quantity: part.quantity }) }}
                >
                  {t('putBack')}
                </Button>
              )}
            </span>
          </li>
        ))}
      </ul>
      {view.parts.length === 0 && adding === null && <p className="px-3.5 py-2.5 text-13 text-fg-2">{t('none')}</p>}
    </Panel>
  )
}

function Kit({ kit, commands, mayUse, mayPlan }: { readonly kit: OrderView['kit']; readonly commands: OrderCommands; readonly mayUse: boolean; readonly mayPlan: boolean }): ReactNode {
  const t = useTranslations('workOrder.partsPanel')
  return (
    <section aria-label={t('kit')} className="border-b border-line-soft">
      <h3 className="px-3.5 pt-2 text-12 text-fg-2">{t('kit')}</h3>
      <ul>
        {kit.map((part) => (
          <li key={part.id} className={row}>
            <span className="me-auto min-w-0">{part.name}{part.number !== null && <span className="text-fg-2"> {part.number}</span>}</span>
            <span className="num">{t('rest', { rest: part.rest, quantity: part.quantity, unit: part.unit ?? '' })}</span>
            {mayUse && part.rest !== '0' && (
              <Button size="sm" aria-label={t('takeOf', { name: part.name })} isPending={commands.pending === 'usePart'} onPress={() => { commands.run('usePart', { fromKit: part.id, quantity: part.rest }) }}>{t('take')}</Button>
            )}
            {mayPlan && <Button size="sm" variant="quiet" aria-label={t('takeOutOf', { name: part.name })} isPending={commands.pending === 'planPart'} onPress={() => { commands.run('planPart', { plannedPartId: part.id, quantity: part.quantity, remove: true }) }}>{t('takeOut')}</Button>}
          </li>
        ))}
      </ul>
    </section>
  )
}
