'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { toast } from 'sonner'
import { useTRPC } from '../../../_lib/trpc/client.tsx'
import { ZoneProvider } from '../../../_lib/site/zone.tsx'
import { Button } from '../../../_ui/button.tsx'
import { Panel } from '../../../_ui/panel.tsx'
import { Timestamp } from '../../../_ui/time.tsx'
import { hoursOf, type Roster, type Week } from '../prepare/week.ts'
import { ExceptionForm } from './exception-form.tsx'
import { RosterForm } from './roster-form.tsx'
import { RosterWeek } from './roster-week.tsx'

/** RosterPanel is one roster: for what, who is on call now, its week with the gaps, and who is away. */
export function RosterPanel({ roster, week }: { readonly roster: Roster; readonly week: Week }): ReactNode {
  const t = useTranslations('onCall')
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const [open, setOpen] = useState<'edit' | 'away' | null>(null)
  const takeBack = useMutation(trpc.onCall.removeException.mutationOptions({
    onSuccess: () => queryClient.invalidateQueries({ queryKey: trpc.onCall.pathKey() }), onError: (error) => { toast(error.message) },
  }))
  const area = week.areas.find(({ id }) => id === roster.areaId)
  const skill = week.skills.find(({ id }) => id === roster.skillId)
  const nameOf = (id: string): string => week.names[id] ?? ''
  const shown = roster.exceptions.filter((one) => one.to > week.from && one.from < week.to)
  return (
    <ZoneProvider timeZone={roster.zone}>
      <Panel
        title={roster.name} bare
        note={`${area === undefined ? t('wholeSite') : `${area.tag} ${area.name}`} · ${skill?.name ?? t('anySkill')} · ${t('calls', { priority: roster.callFrom, minutes: roster.stepMinutes })}`}
        aside={roster.mayEdit && (
          <>
            <Button size="sm" aria-label={`${t('awayAdd')}: ${roster.name}`} onPress={() => { setOpen('away') }}>{t('awayAdd')}</Button>
            <Button size="sm" aria-label={`${t('edit')}: ${roster.name}`} onPress={() => { setOpen('edit') }}>{t('edit')}</Button>
          </>
        )}
      >
        <p className="border-b border-line-soft px-3.5 py-2 text-13">
          {t('now')}: <b>{roster.now.length === 0 ? t('nobody') : roster.now.map(nameOf).join(', ')}</b>
          <span className="ms-2 text-12 text-fg-2">{t('gaps', { hours: hoursOf(roster.gapHours) })}</span>
        </p>
        <RosterWeek roster={roster} week={week} />
        {shown.length > 0 && (
          <ul aria-label={t('away')} className="border-t border-line-soft px-3.5 py-1">
            {shown.map((one) => (
              <li key={one.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-1 text-13">
                <span className="me-auto">
                  {[one.awayId === null ? null : t('isAway', { name: nameOf(one.awayId) }), one.insteadId === null ? null : t(one.awayId === null ? 'helps' : 'instead', { name: nameOf(one.insteadId) })].filter(Boolean).join('; ')}
                  {one.reason !== null && `, ${one.reason}`}
                </span>
                <span className="num text-12 text-fg-2"><Timestamp at={one.from} style="short" /> – <Timestamp at={one.to} style="short" /></span>
                {roster.mayEdit && <Button size="sm" onPress={() => { takeBack.mutate({ id: one.id }) }}>{t('cancel')}</Button>}
              </li>
            ))}
          </ul>
        )}
        {open === 'edit' && <RosterForm roster={roster} week={week} onClose={() => { setOpen(null) }} />}
        {open === 'away' && <ExceptionForm roster={roster} week={week} onClose={() => { setOpen(null) }} />}
      </Panel>
    </ZoneProvider>
  )
}
