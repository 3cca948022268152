import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { BrandMark } from '../../../_ui/brand.tsx'
import { Panel } from '../../../_ui/panel.tsx'

/** Credit is a data set with its authors, licence and what was changed. */
export interface Credit {
  readonly assetTag: string
  readonly title: string
  readonly authors: string
  readonly source: string
  readonly url: string
  readonly licence: string
  readonly licenceUrl: string
  readonly changes: string
}

/** About says what Millwright is and is not, and credits the data and the typeface it shows. */
export function About({ credits }: { readonly credits: readonly Credit[] }): ReactNode {
  const t = useTranslations('about')
  return (
    <div className="max-w-[860px]">
      <h1 className="mb-3 flex items-center gap-2.5 text-20 font-strong"><BrandMark size={22} />{t('title')}</h1>
      <p className="max-w-[75ch]">{t('what')}</p>
      <p className="mt-2 max-w-[75ch] font-mid">{t('advice')}</p>
      <div className="mt-4 grid gap-4">
        <Panel title={t('data')} note={t('dataNote')} bare>
          <ul className="divide-y divide-line-soft">
            {credits.map((credit) => (
              <li key={credit.assetTag} className="px-3.5 py-3 text-13">
                <h3 className="font-strong">{credit.assetTag}: <a href={credit.url} className="underline" rel="noreferrer">{credit.title}</a></h3>
                <p className="mt-0.5">{credit.authors}. {credit.source}.</p>
                <p className="mt-0.5 text-fg-2"><a href={credit.licenceUrl} className="underline" rel="noreferrer">{credit.licence}</a>. {credit.changes}</p>
              </li>
            ))}
          </ul>
        </Panel>
        <Panel title={t('software')}><p className="max-w-[75ch] text-13">{t('softwareText')}</p></Panel>
      </div>
    </div>
  )
}
