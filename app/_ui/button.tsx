'use client'

import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button'
import { Link as AriaLink, type LinkProps as AriaLinkProps } from 'react-aria-components/Link'
import type { ReactNode } from 'react'
import { buttonClass, type ButtonSize, type ButtonVariant } from './button-style.ts'

interface Look {
  readonly variant?: ButtonVariant
  readonly size?: ButtonSize
  readonly className?: string
  readonly children: ReactNode
}

type ButtonProps = Omit<AriaButtonProps, 'className' | 'children' | 'style'> & Look

/** Button does something here; while pending it keeps its size and says so to screen readers. */
export function Button({ variant = 'plain', size = 'md', className, ...rest }: ButtonProps): ReactNode {
  return <AriaButton {...rest} className={buttonClass(variant, size, className)} />
}

type LinkButtonProps = Omit<AriaLinkProps, 'className' | 'children' | 'style'> & Look & { readonly href: string }

/** LinkButton goes somewhere and looks like a button. */
export function LinkButton({ variant = 'plain', size = 'md', className, ...rest }: LinkButtonProps): ReactNode {
  return <AriaLink {...rest} className={buttonClass(variant, size, className)} />
}

type IconButtonProps = Omit<AriaButtonProps, 'className' | 'children' | 'style' | 'aria-label'> & {
  readonly label: string
  readonly className?: string
  readonly children: ReactNode
}

/** IconButton is a square button with a picture; its label is what screen readers say. */
export function IconButton({ label, className, ...rest }: IconButtonProps): ReactNode {
  return <AriaButton {...rest} aria-label={label} className={buttonClass('quiet', 'md', `touch-square w-8 !px-0 ${className ?? ''}`)} />
}
