import { cx } from './cx.ts'

/** ButtonVariant says how loud a button is: one primary on a page, quiet has no frame until hovered, danger is said in words and weight, not colour. */
export type ButtonVariant = 'primary' | 'plain' | 'quiet' | 'block'

/** ButtonSize is the height: sm 26 px, md 32 px, lg 48 px; all at least 48 px under a finger. */
export type ButtonSize = 'sm' | 'md' | 'lg'

const VARIANTS: Readonly<Record<ButtonVariant, string>> = {
  primary: 'border-accent bg-accent text-on-accent hover:bg-accent-hover pressed:bg-accent-hover disabled:border-line disabled:bg-g4 disabled:text-fg-2',
  plain: 'border-g8 bg-surface text-fg hover:bg-g3 pressed:bg-g4 disabled:border-line disabled:bg-surface disabled:text-fg-2',
  quiet: 'border-transparent bg-transparent text-fg-2 hover:bg-g3 pressed:bg-g4 disabled:text-fg-2',
  block: 'border-g8 bg-surface text-fg hover:bg-g3 pressed:bg-g4 disabled:text-fg-2',
}

const SIZES: Readonly<Record<ButtonSize, string>> = {
  sm: 'min-h-[26px] px-[9px] text-12',
  md: 'min-h-8 px-3 text-13',
  lg: 'min-h-12 px-4 text-14',
}

/** buttonClass is the look of a button or of a link that acts like one. */
export const buttonClass = (variant: ButtonVariant, size: ButtonSize, className?: string): string =>
  cx(
    'inline-flex cursor-pointer items-center justify-center gap-[7px] rounded-md border font-mid whitespace-nowrap no-underline transition-colors',
    'touch disabled:cursor-default',
    VARIANTS[variant], SIZES[size], className,
  )
