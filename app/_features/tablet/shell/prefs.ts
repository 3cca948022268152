/** TEXT_SIZES are how large the words of the tablet are. */
export const TEXT_SIZES = ['normal', 'large', 'larger'] as const

/** TextSize is one of TEXT_SIZES. */
export type TextSize = (typeof TEXT_SIZES)[number]

/** Prefs are what belongs to this tablet and not to a person: how it shows things, and its name. */
export interface Prefs {
  readonly text: TextSize
  readonly glove: boolean
  readonly device: string
}

/** PREFS_KEY is where the browser keeps them. */
export const PREFS_KEY = 'mw-tablet'

/** DEVICE_LENGTH is the longest name of a tablet. */
export const DEVICE_LENGTH = 60

/** readPrefs reads what the browser kept; whatever is missing or odd is as on a new tablet. */
export function readPrefs(text: string | null): Prefs {
  let kept: unknown = null
  try {
    kept = JSON.parse(text ?? 'null')
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
  }
  const given = (typeof kept === 'object' && kept !== null ? kept : {}) as Readonly<Partial<Record<keyof Prefs, unknown>>>
  return {
    text: TEXT_SIZES.find((size) => size === given.text) ?? 'normal',
    glove: given.glove === true,
    device: typeof given.device === 'string' ? given.device.slice(0, DEVICE_LENGTH) : '',
  }
}

/** beforePaint runs before the first paint, from a shell that may be days old: theme, text size and large buttons as they were chosen last. */
export const beforePaint = `(function(){
  var root=document.documentElement.dataset,theme=/(?:^|; )mw-theme=(\\w+)/.exec(document.cookie);
  theme=theme?theme[1]:'system';
  root.theme=['light','dark','sun'].indexOf(theme)<0?(matchMedia('(prefers-color-scheme: dark)').matches?'dark':'light'):theme;
  try{var kept=JSON.parse(localStorage.getItem('${PREFS_KEY}'))||{};root.text=kept.text||'normal';root.glove=String(kept.glove===true)}catch(error){root.text='normal'}
})()`
