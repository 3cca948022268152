'use client'

import type { ComponentProps, MouseEvent, ReactNode } from 'react'
import { navigate } from './path.ts'

type LinkProps = ComponentProps<'a'> & { readonly href: string }

const opensElsewhere = (event: MouseEvent): boolean =>
  event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey

/** Link shows another screen of the tablet without asking the server; with a modifier key it is a link like any other. */
export function Link({ href, onClick, ...rest }: LinkProps): ReactNode {
  return (
    <a
      {...rest} href={href}
      onClick={(event) => {
        onClick?.(event)
        if (opensElsewhere(event)) return
        event.preventDefault()
        navigate(href)
      }}
    />
  )
}
