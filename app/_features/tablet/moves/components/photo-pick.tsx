'use client'

import { Camera } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useId, useState, type ReactNode } from 'react'
import { takePhoto } from '../../../../_lib/tablet/photos/keep-photo.ts'
import type { StoredBlob } from '../../../../_lib/tablet/store/db.ts'
import { useMe } from '../../people/person-context.ts'

interface PhotoPickProps {
  readonly photos: readonly StoredBlob[]
  readonly onPick: (photo: StoredBlob) => void
}

/** PhotoPick takes photos that go with what is being written. */
export function PhotoPick({ photos, onPick }: PhotoPickProps): ReactNode {
  const t = useTranslations('tabletWork.photo')
  const m = useTranslations('tabletMoves.report')
  const id = useId()
  const me = useMe()
  const [state, setState] = useState<'idle' | 'busy' | 'unreadable'>('idle')
  const take = async (file: File): Promise<void> => {
    setState('busy')
    onPick(await takePhoto(file, me.id))
    setState('idle')
  }
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="frame inline-flex min-h-(--row) cursor-pointer items-center justify-center gap-3 rounded-[12px] bg-surface px-5 py-2 text-m18 font-mid text-fg focus-within:outline-2 focus-within:outline-accent active:bg-g4">
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
      <p role="status" className="text-m16 text-fg-2">{photos.length > 0 && m('photos', { count: photos.length })}</p>
      {state === 'unreadable' && <p role="alert" className="text-m16 font-mid">{t('unreadable')}</p>}
    </div>
  )
}
