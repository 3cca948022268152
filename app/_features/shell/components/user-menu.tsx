'use client'

import { useTranslations } from 'next-intl'
import { Button } from 'react-aria-components/Button'
import type { ReactNode } from 'react'
import { languageOf, localeOf, LOCALES } from '#server/core/people/locales.ts'
import { useMe } from '../../../_lib/me/use-me.ts'
import { THEMES } from '../../../_lib/theme/theme.ts'
import { useTheme } from '../../../_lib/theme/use-theme.ts'
import { MenuButton, MenuItem, MenuSection } from '../../../_ui/menu.tsx'
import { useLanguage } from '../hooks/use-language.ts'
import { useSignOut } from '../hooks/use-sign-out.ts'
import { initials } from '../prepare/nav.ts'

/** UserMenu names the person and offers theme, language, credits and sign-out. */
export function UserMenu(): ReactNode {
  const t = useTranslations('shell')
  const me = useMe()
  const [theme, setTheme] = useTheme()
  const [language, setLanguage] = useLanguage()
  const signOut = useSignOut()
  const demo = me.sites.some((site) => site.demo)
  const trigger = (
    <Button aria-label={t('me.open', { name: me.name })} className="touch flex min-h-10 w-full items-center gap-[9px] rounded-md px-2 py-1 text-start text-12 hover:bg-g3 max-lg:justify-center max-lg:px-0">
      <span aria-hidden className="grid size-6 shrink-0 place-items-center rounded-pill bg-g4 text-[10.5px] font-strong text-ink">{initials(me.name)}</span>
      <span className="min-w-0 max-lg:hidden max-md:block">
        <span className="block truncate">{me.name}</span>
        <span className="block truncate text-fg-2">{me.orgName}{demo && ` · ${t('demo')}`}</span>
      </span>
    </Button>
  )
  return (
    <MenuButton trigger={trigger} placement="top start" aria-label={me.name}>
      <MenuSection title={t('me.theme')} selected={theme} onSelect={(id) => { setTheme(THEMES.find((known) => known === id) ?? 'system') }}>
        {THEMES.map((id) => <MenuItem key={id} id={id} textValue={t(`me.themes.${id}`)}>{t(`me.themes.${id}`)}</MenuItem>)}
      </MenuSection>
      <MenuSection title={t('me.language')} selected={language} onSelect={(id) => { setLanguage(localeOf(String(id))) }}>
        {LOCALES.map((id) => <MenuItem key={id} id={id} textValue={languageOf(id).name}><span lang={id}>{languageOf(id).name}</span></MenuItem>)}
      </MenuSection>
      <MenuItem id="notifications" href="/notifications" textValue={t('me.notifications')}>{t('me.notifications')}</MenuItem>
      <MenuItem id="about" href="/about" textValue={t('nav.about')}>{t('nav.about')}</MenuItem>
      <MenuItem id="sign-out" textValue={t('me.signOut')} onAction={() => { void signOut() }}>{t('me.signOut')}</MenuItem>
    </MenuButton>
  )
}
