'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { formatMoment } from '../../../../_lib/format/moments.ts'
import { keepMine, takeTheirs } from '../../../../_lib/tablet/review/decide.ts'
import type { OpenClash } from '../../../../_lib/tablet/review/clashes.ts'
import { tabletDb } from '../../../../_lib/tablet/store/open.ts'
import { useMe } from '../../people/person-context.ts'
import { confirm } from '../../shell/confirmations.ts'
import { BigButton } from '../../shell/components/big-button.tsx'
import { BesideEachOther } from './beside-each-other.tsx'

interface ClashCardProps {
  readonly clash: OpenClash
  readonly zone: string
}

/** ClashCard asks whoever wrote a field that somebody else wrote too: both side by side, and neither is lost before he has chosen. */
export function ClashCard({ clash, zone }: ClashCardProps): ReactNode {
  const t = useTranslations('tabletMoves.clash')
  const locale = useLocale()
  const me = useMe()
  const field = t(`field.${clash.field}`)
  const value = (one: unknown): string => {
    if (one === null || one === '') return t('empty')
    return clash.field === 'dueAt' || clash.field === 'latestSafeAt' ? formatMoment(Date.parse(String(one)), 'short', locale, zone) : String(one)
  }
  const other = clash.changedBy?.name ?? t('somebody')
  const when = clash.changedAt === null ? '' : formatMoment(Date.parse(clash.changedAt), 'short', locale, zone)
  const mine = clash.operation.personId === me.id
  const choose = (decide: typeof keepMine, says: 'keptMine' | 'tookTheirs') => () => { void decide(tabletDb(), clash).then(() => { confirm(t(says, { field })) }) }
  return (
    <BesideEachOther
      title={t('title', { field, name: other })} text={mine ? t('text') : t('theirDecision')}
      left={{ label: mine ? t('youWrote') : t('theyWrote'), value: value(clash.mine), action: mine && <BigButton onClick={choose(keepMine, 'keptMine')}>{t('keepMine')}</BigButton> }}
      right={{ label: t('meanwhile', { name: other, time: when }), value: value(clash.theirs), action: mine && <BigButton onClick={choose(takeTheirs, 'tookTheirs')}>{t('takeTheirs')}</BigButton> }}
    />
  )
}
