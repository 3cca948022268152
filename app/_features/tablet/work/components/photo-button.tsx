'use client'

import { Camera } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useId, useState, type ReactNode } from 'react'
import { takePhoto } from '../../../../_lib/tablet/photos/keep-photo.ts'
import type { SeenOrder } from '../../../../_lib/tablet/seen/fold.ts'
import { useMe } from '../../people/person-context.ts'
import { useAct } from '../hooks/use-order-actions.ts'

interface PhotoButtonProps {
  readonly seen: SeenOrder
  /** The step that asks for it; without one the photo belongs to the order. */
  readonly taskId?: string
}

/** PhotoButton takes a photo with the tablet's camera, or chooses one; it is kept on the tablet at once and sent when the network carries it. */
export function PhotoButton({ seen, taskId }: PhotoButtonProps): ReactNode {
  const t = useTranslations('tabletWork.photo')
  const id = useId()
  const act = useAct()
  const me = useMe()
  const [state, setState] = useState<'idle' | 'busy' | 'unreadable'>('idle')
  const take = async (file: File): Promise<void> => {
    setState('busy')
    const photo = await takePhoto(file, me.id)
    if (taskId === undefined) await act(seen, 'attach', { attachmentId: photo.id }, [photo])
    else await act(seen, 'answerTask', { taskId, attachmentIds: [photo.id] }, [photo])
    setState('idle')
  }
  return (
    <div className="grid gap-1">
      <label
        htmlFor={id}
        className="frame inline-flex min-h-(--row) cursor-pointer items-center justify-center gap-3 rounded-[12px] bg-surface px-5 py-2 text-m18 font-mid text-fg focus-within:outline-2 focus-within:outline-accent active:bg-g4"
      >
        <Camera size={24} strokeWidth={1.7} aria-hidden />{t(state === 'busy' ? 'busy' : 'take')}
        <input
          id={id} type="file" accept="image/*" capture="environment" className="sr-only" disabled={state === 'busy'}
          onChange={(event) => {
            const [file] = event.target.files ?? []
            event.target.value = ''
            if (file) take(file).catch(() => { setState('unreadable') })
          }}
        />
      </label>
      {state === 'unreadable' && <p role="alert" className="text-m16 font-mid">{t('unreadable')}</p>}
    </div>
  )
}
