import type { ComponentProps, ReactNode } from 'react'
import { cx } from '../../../../_ui/cx.ts'
import { Link } from '../router/link.tsx'

/** BigLook is how loud a button of the tablet is: one main on a screen. */
export type BigLook = 'main' | 'plain'

const LOOKS: Readonly<Record<BigLook, string>> = {
  main: 'min-h-(--act) border-accent-block bg-accent-block text-on-accent text-m22 font-strong',
  plain: 'frame min-h-(--row) bg-surface text-fg text-m18 font-mid active:bg-g4',
}

const look = (name: BigLook, className?: string): string =>
  cx('inline-flex cursor-pointer items-center justify-center gap-3 rounded-[12px] px-5 py-2 text-center no-underline disabled:cursor-default disabled:border-line disabled:text-fg-2', LOOKS[name], className)

type BigButtonProps = ComponentProps<'button'> & { readonly look?: BigLook }

/** BigButton does something on the tablet; high enough for a finger, and for a glove in glove mode. */
export function BigButton({ look: name = 'plain', className, type = 'button', ...rest }: BigButtonProps): ReactNode {
  return <button {...rest} type={type} className={look(name, className)} />
}

type BigLinkProps = ComponentProps<'a'> & { readonly href: string; readonly look?: BigLook; /** Set where the address belongs to the server and not to the tablet. */ readonly outside?: boolean }

/** BigLink leads somewhere and looks like a button. */
export function BigLink({ look: name = 'plain', outside = false, className, ...rest }: BigLinkProps): ReactNode {
  return outside ? <a {...rest} className={look(name, className)} /> : <Link {...rest} className={look(name, className)} />
}
