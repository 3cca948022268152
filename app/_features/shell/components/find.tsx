'use client'

import { Search } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useState, type ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { Dialog } from '../../../_ui/dialog.tsx'
import { FindResults } from './find-results.tsx'

/** Find opens the search for machines, orders and pages; Ctrl K opens it from anywhere. */
export function Find(): ReactNode {
  const t = useTranslations('shell.find')
  const [open, setOpen] = useState(false)
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return
      event.preventDefault()
      setOpen(true)
    }
    document.addEventListener('keydown', onKey)
    return () => { document.removeEventListener('keydown', onKey) }
  }, [])
  return (
    <>
      <Button
        onPress={() => { setOpen(true) }} aria-label={t('open')}
        className="touch-square flex h-[30px] w-[264px] shrink-0 items-center gap-2 rounded-md border border-g8 bg-surface px-2 text-13 text-fg-2 hover:bg-g3 max-lg:w-40 max-md:w-9 max-md:justify-center"
      >
        <Search size={16} strokeWidth={1.5} aria-hidden />
        <span className="truncate max-md:hidden">{t('open')}</span>
        <kbd className="ms-auto rounded-sm border border-g6 px-[5px] font-sans text-11 max-lg:hidden">Ctrl K</kbd>
      </Button>
      <Dialog title={t('title')} isOpen={open} onClose={() => { setOpen(false) }} wide>
        <FindResults onDone={() => { setOpen(false) }} />
      </Dialog>
    </>
  )
}
