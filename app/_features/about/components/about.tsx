'use client'

import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useTRPC } from '../../../_lib/trpc/client.tsx'
import { BrandMark } from '../../../_ui/brand.tsx'
import { Panel } from '../../../_ui/panel.tsx'
import { CreditRow } from './credit-row.tsx'

const LICENCE_URL = 'https://www.apache.org/licenses/LICENSE-2.0'
const TYPEFACE_URL = 'https://rsms.me/inter/'
const ARABIC_URL = 'https://fonts.google.com/noto/specimen/Noto+Sans+Arabic'
const TYPEFACE_LICENCE_URL = 'https://openfontlicense.org/open-font-license-official-text/'

const link = (href: string) => (chunks: ReactNode) => <a href={href} rel="noreferrer" target="_blank" className="rounded-sm text-accent-text underline">{chunks}</a>

/** About says what this is, which version, under which licence, and to whom the data and the typefaces are owed. */
export function About(): ReactNode {
  const t = useTranslations('about')
  const { data } = useSuspenseQuery(useTRPC().system.about.queryOptions(undefined, { staleTime: Infinity }))
  return (
    <div className="max-w-[860px]">
      <div className="mb-4 flex items-start gap-3">
        <BrandMark size={32} />
        <div>
          <h1 className="text-20 font-strong">Millwright</h1>
          <p className="text-13 text-fg-2">{t('version', { version: data.version })}</p>
        </div>
      </div>
      <div className="grid gap-4">
        <Panel title={t('what.title')}>
          <p className="max-w-[75ch] text-14 text-pretty">{t('what.text')}</p>
          <p className="mt-2 max-w-[75ch] text-13 text-pretty text-fg-2">{t('what.advice')}</p>
        </Panel>
        <Panel title={t('licence.title')}>
          <p className="max-w-[75ch] text-13">{t.rich('licence.text', { licence: data.licence, a: link(LICENCE_URL) })}</p>
        </Panel>
        <Panel title={t('data.title')} note={t('data.note')} bare>
          <ul>{data.credits.map((credit) => <CreditRow key={credit.url} credit={credit} />)}</ul>
          <p className="border-t border-line-soft px-3.5 py-2 text-12 text-fg-2">{t('data.invented')}</p>
        </Panel>
        <Panel title={t('typeface.title')}>
          <p className="max-w-[75ch] text-13">{t.rich('typeface.text', { inter: link(TYPEFACE_URL), ofl: link(TYPEFACE_LICENCE_URL) })}</p>
          <p className="mt-1 max-w-[75ch] text-13">{t.rich('typeface.arabic', { noto: link(ARABIC_URL), ofl: link(TYPEFACE_LICENCE_URL) })}</p>
        </Panel>
      </div>
    </div>
  )
}
