'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { toast } from 'sonner'
import { useNow } from '../../../_lib/time/now.tsx'
import { useTRPC } from '../../../_lib/trpc/client.tsx'
import { Button } from '../../../_ui/button.tsx'
import { ErrorState } from '../../../_ui/error-state.tsx'
import { Link } from '../../../_ui/link.tsx'
import { Panel } from '../../../_ui/panel.tsx'
import { Term } from '../../../_ui/term.tsx'
import { Timestamp } from '../../../_ui/time.tsx'
import type { AssetDetail } from '../prepare/points.ts'
import { quietAt, type QuietWindow } from '../prepare/quiet.ts'

/** AssetQuiet tells what keeps the machine's alarms quiet: who works on it, what is declared and planned; nothing where they are armed. */
export function AssetQuiet({ detail }: { readonly detail: AssetDetail }): ReactNode {
  const t = useTranslations('assets.quiet')
  const now = useNow()
  const { holding, work, later } = quietAt(detail.quiet, now)
  const isQuiet = holding.length + work.length > 0
  if (!isQuiet && later.length === 0) return null
  return (
    <Panel className="mt-4" title={isQuiet ? <Term term="quiet">{t('title')}</Term> : t('later')} note={isQuiet ? t('note') : undefined}>
      <ul className="grid gap-2.5">
        {work.map(({ order, person, since, until }) => (
          <Row key={`${order} ${person}`} about={t.rich('span', { since: () => <Timestamp at={since} className="num" />, until: () => <Timestamp at={until} className="num" /> })}>
            {t('atWork', { person })} <Link href={`/work-orders/${order}`}>{order}</Link>
          </Row>
        ))}
        {[...holding, ...later].map((window) => <WindowRow key={window.id} window={window} detail={detail} isHolding={holding.includes(window)} />)}
      </ul>
    </Panel>
  )
}

interface RowProps {
  readonly about: ReactNode
  readonly action?: ReactNode
  readonly children: ReactNode
}

const Row = ({ about, action, children }: RowProps): ReactNode => (
  <li className="flex flex-wrap items-center gap-x-4 gap-y-2">
    <div className="me-auto min-w-0">
      <p className="text-13 font-mid wrap-anywhere">{children}</p>
      <p className="text-12 text-fg-2">{about}</p>
    </div>
    {action}
  </li>
)

interface WindowRowProps {
  readonly window: QuietWindow
  readonly detail: AssetDetail
  readonly isHolding: boolean
}

function WindowRow({ window, detail, isHolding }: WindowRowProps): ReactNode {
  const t = useTranslations('assets.quiet')
  const { kind, from, to, reason, by, machine } = window
  const about = <>{t(`kind.${kind}`)}, <Timestamp at={from} className="num" /> {t('to')} <Timestamp at={to} className="num" />{by === null ? null : `, ${by}`}</>
  const mayEnd = isHolding && kind === 'declared' && detail.quiet.mayDeclare
  return (
    <Row about={about} action={mayEnd && <TakeBack id={window.id} asset={machine?.tag ?? detail.asset.tag} />}>
      {reason}{machine === null ? null : <> ({t('of')} <Link href={`/assets/${machine.id}`}>{machine.tag}</Link>)</>}
    </Row>
  )
}

function TakeBack({ id, asset }: { readonly id: string; readonly asset: string }): ReactNode {
  const t = useTranslations('assets.quiet')
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const end = useMutation(trpc.assets.endMaintenance.mutationOptions({
    onSuccess: async () => {
      toast(t('takenBack', { asset }))
      await queryClient.invalidateQueries({ queryKey: trpc.assets.pathKey() })
    },
  }))
  return (
    <>
      <Button isPending={end.isPending} onPress={() => { end.mutate({ id }) }}>{t('takeBack')}</Button>
      {end.error !== null && <div className="w-full"><ErrorState message={end.error.message} /></div>}
    </>
  )
}
