'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useState, type FormEvent, type ReactNode } from 'react'
import { newId } from '../../../_lib/ids.ts'
import { useTRPC } from '../../../_lib/trpc/client.tsx'
import { useOrderWords } from '../../../_lib/words/use-order-words.ts'
import { Button } from '../../../_ui/button.tsx'
import { Dialog } from '../../../_ui/dialog.tsx'
import { ErrorState } from '../../../_ui/error-state.tsx'
import { Picker } from '../../../_ui/picker.tsx'
import { Select } from '../../../_ui/select.tsx'
import { TextField } from '../../../_ui/text-field.tsx'
import { toPriority } from '../../../_lib/priority.ts'

const KINDS = ['corrective', 'inspection', 'preventive', 'project'] as const
const PRIORITIES = ['1', '2', '3', '4'] as const
const SHORTEST = 3

/** NewOrder makes an order by hand; sending it twice makes one. */
export function NewOrder({ onClose }: { readonly onClose: () => void }): ReactNode {
  const t = useTranslations()
  const words = useOrderWords()
  const trpc = useTRPC()
  const router = useRouter()
  const queryClient = useQueryClient()
  const tree = useQuery(trpc.assets.tree.queryOptions({}))
  const [idempotencyKey] = useState(() => newId())
  const [assetId, setAssetId] = useState<string | null>(null)
  const [title, setTitle] = useState('')
  const [kind, setKind] = useState<(typeof KINDS)[number]>('corrective')
  const [priority, setPriority] = useState('3')
  const [asked, setAsked] = useState(false)
  const create = useMutation(trpc.workOrders.create.mutationOptions({
    onSuccess: async (made) => {
      await queryClient.invalidateQueries({ queryKey: trpc.workOrders.pathKey() })
      router.push(`/work-orders/${made.number}`)
    },
  }))
  const tooShort = title.trim().length < SHORTEST
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setAsked(true)
    if (assetId === null || tooShort) return
    create.mutate({ source: 'manual', assetId, title: title.trim(), kind, priority: toPriority(Number(priority)), idempotencyKey })
  }
  const machines = (tree.data?.nodes ?? []).map((node) => ({ id: node.id, label: `${node.tag} ${node.name}` }))
  return (
    <Dialog title={t('workOrder.list.new')} isOpen onClose={onClose}>
      <form onSubmit={submit} noValidate className="grid gap-4">
        <Picker label={t('workOrder.new.asset')} choices={machines} value={assetId} onChange={setAssetId} error={asked && assetId === null ? t('workOrder.new.assetMissing') : undefined} />
        <TextField label={t('workOrder.new.title')} value={title} onChange={setTitle} error={asked && tooShort ? t('workOrder.new.titleMissing') : undefined} />
        <div className="grid grid-cols-2 gap-3">
          <Select label={t('workOrder.new.kind')} value={kind} onChange={(id) => { setKind(KINDS.find((known) => known === id) ?? 'corrective') }} choices={KINDS.map((id) => ({ id, label: words.kind(id) }))} />
          <Select label={t('workOrder.list.priority')} value={priority} onChange={setPriority} choices={PRIORITIES.map((id) => ({ id, label: `${id} ${t(`common.priority.${id}`)}` }))} />
        </div>
        {create.error !== null && <ErrorState message={create.error.message} />}
        <Button type="submit" variant="primary" size="lg" isPending={create.isPending}>{t('workOrder.new.make')}</Button>
      </form>
    </Dialog>
  )
}
