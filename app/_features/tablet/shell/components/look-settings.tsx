'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { languageOf, LOCALES } from '#server/core/people/locales.ts'
import { THEMES } from '../../../../_lib/theme/theme.ts'
import { useTheme } from '../../../../_lib/theme/use-theme.ts'
import { usePrefs } from '../hooks/use-prefs.ts'
import { TEXT_SIZES } from '../prefs.ts'
import { useTablet } from '../tablet-context.ts'
import { Choice } from './choice.tsx'
import { TabletPanel } from './panel.tsx'

/** LookSettings are how this tablet shows things: theme, text size, buttons for gloves, language. */
export function LookSettings(): ReactNode {
  const t = useTranslations('tablet.settings')
  const locale = useLocale()
  const { chooseLocale } = useTablet()
  const [theme, setTheme] = useTheme()
  const [prefs, change, keeps] = usePrefs()
  return (
    <TabletPanel title={t('look')}>
      <Choice label={t('theme')} value={theme} onChange={setTheme} choices={THEMES.map((id) => ({ id, label: t(`themes.${id}`) }))} />
      <Choice label={t('text')} value={prefs.text} onChange={(text) => { change({ text }) }} choices={TEXT_SIZES.map((id) => ({ id, label: t(`texts.${id}`) }))} />
      <Choice
        label={t('glove')} value={prefs.glove ? 'on' : 'off'} onChange={(id) => { change({ glove: id === 'on' }) }}
        choices={[{ id: 'off', label: t('gloveOff') }, { id: 'on', label: t('gloveOn') }]}
      />
      <Choice label={t('language')} value={locale} onChange={chooseLocale} choices={LOCALES.map((id) => ({ id, label: languageOf(id).name, lang: id }))} />
      {!keeps && <p role="status" className="text-m16">{t('unsaved')}</p>}
    </TabletPanel>
  )
}
