'use client'

import { ChevronRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { useMatches } from '../../../../_lib/tablet/hooks/use-assets.ts'
import { TabletScreen } from '../../shell/components/screen.tsx'
import { Link } from '../../shell/router/link.tsx'

/** Scan finds a machine by the code on it, typed from the label; from there work begins, or is found. It needs no network. */
export default function Scan(): ReactNode {
  const t = useTranslations('tabletWork.scan')
  const [text, setText] = useState('')
  const found = useMatches(text)
  return (
    <TabletScreen title={t('title')} backTo="/m">
      <label className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-1.5 text-m18">
        <span className="font-mid">{t('code')}</span>
        <input value={text} onChange={(event) => { setText(event.target.value) }} placeholder={t('example')} autoCapitalize="characters" autoComplete="off" className="frame min-h-(--row) w-full min-w-0 rounded-[12px] bg-surface px-4 text-m22" />
      </label>
      <p role="status" className="mt-2 mb-2 text-m16 text-fg-2">{text.trim() === '' ? t('hint') : t('found', { count: found?.length ?? 0 })}</p>
      {found !== undefined && found.length > 0 && (
        <ul aria-label={t('machines')} className="frame overflow-hidden rounded-[14px] bg-surface">
          {found.map((asset) => (
            <li key={asset.id} className="border-t border-line first:border-t-0">
              <Link href={`/m/a/${encodeURIComponent(asset.tag)}`} className="flex min-h-20 items-center gap-4 px-6 py-3 text-fg no-underline active:bg-g4 max-sm:px-4">
                <span className="min-w-0 flex-1"><span className="block text-m18 font-mid break-words">{asset.tag}</span><span className="block text-m16 text-fg-2 break-words">{asset.name}</span></span>
                <ChevronRight size={22} strokeWidth={1.7} aria-hidden className="shrink-0 text-fg-2 rtl:-scale-x-100" />
              </Link>
            </li>
          ))}
        </ul>
      )}
    </TabletScreen>
  )
}
