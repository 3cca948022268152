'use client'

import { Bell as BellPicture } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog'
import { Popover } from 'react-aria-components/Popover'
import { Button } from '../../../_ui/button.tsx'
import { Link } from '../../../_ui/link.tsx'
import { popoverClass } from '../../../_ui/popover-style.ts'
import { ToldLine } from '../../../_ui/told-line.tsx'
import { useInbox } from '../hooks/use-inbox.ts'

/** Bell says how much the person has not read, and opens the list of what he was told; each line leads to its thing. */
export function Bell(): ReactNode {
  const t = useTranslations('notify.bell')
  const { items, unread, read, readAll } = useInbox()
  const [open, setOpen] = useState(false)
  return (
    <DialogTrigger isOpen={open} onOpenChange={setOpen}>
      <AriaButton aria-label={t('open', { count: unread })} className="touch-square relative grid size-8 shrink-0 place-items-center rounded-md text-fg-2 hover:bg-g3">
        <BellPicture size={18} strokeWidth={1.5} aria-hidden />
        {unread > 0 && <span aria-hidden className="num absolute -top-0.5 -inset-e-0.5 min-w-4 rounded-pill bg-g12 px-1 text-center text-11 font-mid text-g1">{unread > 99 ? '99+' : unread}</span>}
      </AriaButton>
      <Popover placement="bottom end" className={`${popoverClass} w-[420px]`}>
        <Dialog aria-label={t('title')} className="outline-none">
          <header className="flex min-h-10 items-center gap-2 border-b border-line-soft px-3.5">
            <h2 className="text-14 font-strong">{t('title')}</h2>
            {unread > 0 && <Button variant="quiet" size="sm" className="ms-auto" onPress={readAll}>{t('readAll')}</Button>}
          </header>
          {items.length === 0
            ? <p className="p-3.5 text-13 text-fg-2">{t('none')}</p>
            : <ul className="max-h-[60vh] overflow-auto">{items.map((item) => <ToldLine key={item.id} item={item} onFollow={() => { setOpen(false); if (!item.read) read(item.id) }} />)}</ul>}
          <p className="border-t border-line-soft px-3.5 py-2 text-13"><Link href="/notifications" plain className="touch inline-flex items-center" onClick={() => { setOpen(false) }}>{t('all')}</Link></p>
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
