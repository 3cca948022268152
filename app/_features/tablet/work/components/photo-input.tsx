'use client'

import { Camera } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useId, useState, type ReactNode } from 'react'
import { takePhoto } from '../../../../_lib/tablet/photos/keep-photo.ts'
import type { StoredBlob } from '../../../../_lib/tablet/store/db.ts'
import { useMe } from '../../people/person-context.ts'

/** PhotoInput takes a photo with the tablet's camera, or chooses one, and hands it on made small; a picture that cannot be read is said in words. */
export function PhotoInput({ onPhoto }: { readonly onPhoto: (photo: StoredBlob) => unknown }): ReactNode {
  const t = useTranslations('tabletWork.photo')
  const id = useId()
  const me = useMe()
  const [state, setState] = useState<'idle' | 'busy' | 'unreadable'>('idle')
  const take = async (file: File): Promise<void> => {
    setState('busy')
    await onPhoto(await takePhoto(file, me.id))
    setState('idle')
  }
  return (
    <>
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
    </>
  )
}
