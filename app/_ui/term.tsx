'use client'

import { useTranslations } from 'next-intl'
import { Button } from 'react-aria-components/Button'
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog'
import { Popover } from 'react-aria-components/Popover'
import type { ReactNode } from 'react'
import type { Messages } from '../_lib/messages/en/index.ts'
import { popoverClass } from './popover-style.ts'

/** TermKey names a term that the glossary explains. */
export type TermKey = keyof Messages['terms']

interface TermProps {
  readonly term: TermKey
  /** The word as it stands here; the glossary's own word without it. */
  readonly children?: ReactNode
}

/** Term is a word with its explanation in place: a dotted underline that opens one sentence by tap, click or Enter. */
export function Term({ term, children }: TermProps): ReactNode {
  const t = useTranslations('terms')
  return (
    <DialogTrigger>
      <Button className="-mx-0.5 inline cursor-help rounded-sm px-0.5 underline decoration-g8 decoration-dotted underline-offset-3 hover:bg-g3">
        {children ?? t(`${term}.word`)}
      </Button>
      <Popover placement="bottom start" className={`${popoverClass} max-w-[340px]`}>
        <Dialog aria-label={t(`${term}.word`)} className="p-3 text-13 outline-none">
          <p><b>{t(`${term}.word`)}</b> {t(`${term}.explain`)}</p>
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
