'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { toast } from 'sonner'
import { EMPTY_PLAN, planGap } from '#server/core/isolation/plan.ts'
import { useTRPC, useTRPCClient } from '../../../_lib/trpc/client.tsx'
import type { Outputs } from '../../../_lib/trpc/types.ts'
import { Button } from '../../../_ui/button.tsx'
import { Dialog } from '../../../_ui/dialog.tsx'
import { ErrorState } from '../../../_ui/error-state.tsx'
import { TextField } from '../../../_ui/text-field.tsx'
import { moved, newEnergy, type Energy } from '../prepare/edit-plan.ts'
import type { Content } from '../prepare/view.ts'
import { EnergyFields } from './energy-fields.tsx'

/** PlanEditor writes the draft of a machine's isolation plan, and publishes it; what is published never changes. */
export function PlanEditor({ plan, onClose }: { readonly plan: Outputs['isolation']['plan']; readonly onClose: () => void }): ReactNode {
  const t = useTranslations('isolation.plan')
  const trpc = useTRPC()
  const client = useTRPCClient()
  const queryClient = useQueryClient()
  const [content, setContent] = useState<Content>(plan.draft?.content ?? plan.inForce?.content ?? EMPTY_PLAN)
  const [told, setTold] = useState(content.told.join(', '))
  const [note, setNote] = useState('')
  const asked: Content = { ...content, told: told.split(',').map((one) => one.trim()).filter(Boolean) }
  // What the draft was seen as: it moves on with each saving, also where publishing is refused afterwards.
  const [seen, setSeen] = useState(plan.draft?.revision ?? null)
  const { mutate, error, isPending, variables } = useMutation({
    mutationFn: async (inForce: boolean) => {
      const { revision } = await client.isolation.savePlan.mutate({ assetId: plan.asset.id, content: asked, seen })
      setSeen(revision)
      if (inForce) await client.isolation.publishPlan.mutate({ assetId: plan.asset.id, seen: revision, note: note.trim() === '' ? null : note.trim() })
    },
    onSuccess: async (_result, inForce) => {
      toast(t(inForce ? 'nowInForce' : 'saved'))
      await queryClient.invalidateQueries({ queryKey: trpc.isolation.pathKey() })
      onClose()
    },
  })
  const put = (index: number, energy: Energy): void => { setContent({ ...content, energies: content.energies.map((one, at) => (at === index ? energy : one)) }) }
  const gap = planGap(asked)
  return (
    <Dialog title={`${t('title')}: ${plan.asset.tag}`} isOpen wide onClose={onClose}>
      <div className="grid gap-4">
        <TextField label={t('prepare')} value={content.prepare} onChange={(prepare) => { setContent({ ...content, prepare }) }} rows={2} />
        <TextField label={t('told')} hint={t('toldHint')} value={told} onChange={setTold} />
        <TextField label={t('stop')} value={content.stop} onChange={(stop) => { setContent({ ...content, stop }) }} rows={2} />
        <ol className="grid gap-3">
          {content.energies.map((energy, index) => (
            <li key={energy.id}>
              <EnergyFields
                energy={energy} no={index + 1} onChange={(next) => { put(index, next) }}
                onMove={index === 0 ? undefined : () => { setContent({ ...content, energies: moved(content.energies, index) }) }}
                onRemove={() => { setContent({ ...content, energies: content.energies.filter((_, at) => at !== index) }) }}
              />
            </li>
          ))}
        </ol>
        <Button className="justify-self-start" onPress={() => { setContent({ ...content, energies: [...content.energies, newEnergy(content.energies)] }) }}>
          <Plus size={16} strokeWidth={1.5} aria-hidden />{t('addEnergy')}
        </Button>
        <TextField label={t('tryStart')} value={content.tryStart} onChange={(tryStart) => { setContent({ ...content, tryStart }) }} rows={2} />
        <TextField label={t('note')} value={note} onChange={setNote} />
        {error !== null && <ErrorState message={error.message} />}
        {gap !== null && <p className="text-12 text-fg-2">{t(`gap.${gap}`)}</p>}
        <div className="flex flex-wrap gap-2">
          <Button size="lg" isPending={isPending && !variables} onPress={() => { mutate(false) }}>{t('save')}</Button>
          <Button size="lg" variant="primary" isDisabled={gap !== null} isPending={isPending && variables} onPress={() => { mutate(true) }}>{t('publish')}</Button>
        </div>
      </div>
    </Dialog>
  )
}
