'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { toast } from 'sonner'
import { useTRPC } from '../../../../_lib/trpc/client.tsx'
import { Button } from '../../../../_ui/button.tsx'
import { Table, Td, Th } from '../../../../_ui/table.tsx'
import { Timestamp } from '../../../../_ui/time.tsx'
import { AskFirst } from '../ask-first.tsx'
import { NewDoor } from './new-door.tsx'
import type { Site } from './site.ts'

type Door = Site['doors'][number]

const LINK = 'touch inline-flex min-h-8 items-center rounded-sm px-1 text-13 text-accent-text underline'

/** DoorTable lists the addresses of a site: their posters, and what can be done about them. */
export function DoorTable({ site }: { readonly site: Site }): ReactNode {
  const t = useTranslations('requests.doors')
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const [making, setMaking] = useState(false)
  const [asked, setAsked] = useState<{ readonly act: 'renew' | 'remove'; readonly door: Door } | null>(null)
  const options = {
    onSuccess: async () => {
      setAsked(null)
      await queryClient.invalidateQueries({ queryKey: trpc.requests.pathKey() })
    },
    onError: (failure: { readonly message: string }) => { toast(failure.message) },
  }
  const acts = { renew: useMutation(trpc.requests.renew.mutationOptions(options)), remove: useMutation(trpc.requests.remove.mutationOptions(options)) }
  const nameOf = ({ asset }: Door): string => (asset === null ? t('whole') : `${asset.tag} ${asset.name}`)
  return (
    <div className="mt-3">
      <Table label={t('address', { site: site.name })}>
        <thead><tr><Th>{t('for')}</Th><Th>{t('since')}</Th><Th><span className="sr-only">{t('acts')}</span></Th></tr></thead>
        <tbody>
          {site.doors.map((door) => (
            <tr key={door.id}>
              <Td className="font-mid">{nameOf(door)}</Td>
              <Td className="num"><Timestamp at={door.madeAt} style="short" /></Td>
              <Td>
                <span className="flex flex-wrap items-center justify-end gap-2">
                  <a className={LINK} href={`/api/posters/${door.id}`} target="_blank" rel="noreferrer" aria-label={`${t('poster')}: ${nameOf(door)}`}>{t('poster')}</a>
                  <a className={LINK} href={door.path} target="_blank" rel="noreferrer" aria-label={`${t('link')}: ${nameOf(door)}`}>{t('link')}</a>
                  {(['renew', 'remove'] as const).filter((act) => act === 'renew' || door.asset !== null).map((act) => (
                    <Button key={act} size="sm" aria-label={`${t(act)}: ${nameOf(door)}`} onPress={() => { setAsked({ act, door }) }}>{t(act)}</Button>
                  ))}
                </span>
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
      <div className="mt-2"><Button size="sm" onPress={() => { setMaking(true) }}>{t('add')}</Button></div>
      {making && <NewDoor siteId={site.id} onClose={() => { setMaking(false) }} />}
      {asked !== null && (
        <AskFirst
          action={t(asked.act)} name={nameOf(asked.door)} text={t(`${asked.act}Text`)} isPending={acts[asked.act].isPending}
          onDo={() => { acts[asked.act].mutate({ id: asked.door.id }) }} onClose={() => { setAsked(null) }}
        />
      )}
    </div>
  )
}
