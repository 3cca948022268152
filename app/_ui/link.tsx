import NextLink from 'next/link'
import type { ComponentProps, ReactNode } from 'react'
import { cx } from './cx.ts'

type LinkProps = Omit<ComponentProps<typeof NextLink>, 'className'> & {
  readonly className?: string
  /** Set where the link stands alone in a row or cell; in running text links are underlined. */
  readonly plain?: boolean
}

/** Link goes to another page of the app without reloading it. */
export function Link({ className, plain = false, ...rest }: LinkProps): ReactNode {
  return <NextLink {...rest} className={cx('rounded-sm text-accent-text', plain ? 'no-underline hover:underline' : 'underline', className)} />
}
