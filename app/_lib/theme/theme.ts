/** THEMES are what a person can choose; system follows the device. */
export const THEMES = ['system', 'light', 'dark', 'sun'] as const

/** ThemeChoice is one of THEMES. */
export type ThemeChoice = (typeof THEMES)[number]

/** THEME_COOKIE is the cookie that remembers the theme of this browser. */
export const THEME_COOKIE = 'mw-theme'

/** readTheme is the choice named by the cookie, or system. */
export const readTheme = (cookie: string | undefined): ThemeChoice =>
  THEMES.find((theme) => theme === cookie) ?? 'system'

/** systemThemeScript runs before the first paint when the device decides, so that no wrong theme flashes up. */
export const systemThemeScript =
  `document.documentElement.dataset.theme=matchMedia('(prefers-color-scheme: dark)').matches?'dark':'light'`
