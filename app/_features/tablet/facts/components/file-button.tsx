'use client'

import { Paperclip } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useId, useState, type ReactNode } from 'react'
import { MOST_BYTES } from '#server/core/attachments/limits.ts'
import { keepFile } from '../../../../_lib/tablet/files/keep-file.ts'
import type { SeenOrder } from '../../../../_lib/tablet/seen/fold.ts'
import { useMe } from '../../people/person-context.ts'
import { useAct } from '../../work/hooks/use-order-actions.ts'

const MB = 1024 * 1024

/** FileButton takes a file of the tablet along with an order; one that is larger than the server takes is said to be so at once. */
export function FileButton({ seen }: { readonly seen: SeenOrder }): ReactNode {
  const t = useTranslations('tabletFacts.file')
  const id = useId()
  const act = useAct()
  const me = useMe()
  const [tooLarge, setTooLarge] = useState(false)
  const take = async (file: File): Promise<void> => {
    const large = file.size > MOST_BYTES.file
    setTooLarge(large)
    if (large) return
    const blob = await keepFile(file, { kind: 'file', personId: me.id, name: file.name })
    await act(seen, 'attach', { attachmentId: blob.id }, [blob])
  }
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="frame inline-flex min-h-(--row) cursor-pointer items-center justify-center gap-3 rounded-[12px] bg-surface px-5 py-2 text-m18 font-mid text-fg focus-within:outline-2 focus-within:outline-accent active:bg-g4">
        <Paperclip size={24} strokeWidth={1.7} aria-hidden />{t('choose')}
        <input
          id={id} type="file" className="sr-only"
          onChange={(event) => {
            const [file] = event.target.files ?? []
            event.target.value = ''
            if (file) void take(file)
          }}
        />
      </label>
      {tooLarge && <p role="alert" className="text-m16 font-mid">{t('tooLarge', { most: MOST_BYTES.file / MB })}</p>}
    </div>
  )
}
