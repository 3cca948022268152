'use client'

import { useQuery } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useTRPC } from '../../../_lib/trpc/client.tsx'
import { IconButton } from '../../../_ui/button.tsx'
import { Dialog } from '../../../_ui/dialog.tsx'
import { ErrorState } from '../../../_ui/error-state.tsx'
import { SkeletonRows } from '../../../_ui/skeleton.tsx'
import { useWide } from '../hooks/use-wide.ts'
import { Why } from './why.tsx'

interface WhyPlaceProps {
  readonly id: string
  /** Chooses another alarm, or none. */
  readonly onChoose: (id: string | null) => void
}

/** WhyPlace holds the reason why an alarm fired: beside the list where there is room, else in a sheet over it. */
export function WhyPlace({ id, onChoose }: WhyPlaceProps): ReactNode {
  const t = useTranslations('alarms.why')
  const wide = useWide()
  const { data, error, refetch } = useQuery(useTRPC().alarms.get.queryOptions({ id }))
  const title = data === undefined ? t('loading') : t('title', { machine: data.alarm.asset.tag })
  const close = (): void => { onChoose(null) }
  const body = error !== null ? <ErrorState message={error.message} onRetry={() => { void refetch() }} />
    : data === undefined ? <SkeletonRows rows={5} /> : <Why detail={data} onChoose={onChoose} />
  if (!wide) return <Dialog title={title} isOpen onClose={close} wide>{body}</Dialog>
  return (
    <aside aria-label={title} className="sticky top-16 max-h-[calc(100dvh-80px)] overflow-y-auto rounded-lg border border-line bg-surface">
      <header className="sticky top-0 z-10 flex min-h-11 items-center gap-2 border-b border-line-soft bg-surface pe-1.5 ps-4">
        <h2 className="min-w-0 flex-1 text-15 font-strong">{title}</h2>
        <IconButton label={t('close')} onPress={close}><X size={16} strokeWidth={1.5} aria-hidden /></IconButton>
      </header>
      <div className="p-4">{body}</div>
    </aside>
  )
}
