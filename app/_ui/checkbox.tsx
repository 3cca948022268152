'use client'

import { Check } from 'lucide-react'
import { Checkbox as AriaCheckbox, type CheckboxProps as AriaCheckboxProps } from 'react-aria-components/Checkbox'
import type { ReactNode } from 'react'
import { cx } from './cx.ts'

type CheckboxProps = Omit<AriaCheckboxProps, 'className' | 'children' | 'style'> & { readonly children: ReactNode; readonly className?: string }

/** Checkbox is yes or no, with its words as part of the target. */
export function Checkbox({ children, className, ...rest }: CheckboxProps): ReactNode {
  return (
    <AriaCheckbox {...rest} className={cx('touch flex min-h-8 cursor-pointer items-center gap-2.5 rounded-sm text-13 disabled:cursor-default disabled:text-fg-2', className)}>
      {({ isSelected, isDisabled }) => (
        <>
          <span className={cx(
            'flex size-[18px] shrink-0 items-center justify-center rounded-sm border',
            isSelected ? 'border-ink bg-ink text-surface' : 'border-g8 bg-surface', isDisabled && 'opacity-60',
          )}>
            {isSelected && <Check size={13} strokeWidth={2.4} aria-hidden />}
          </span>
          <span className="min-w-0 flex-1">{children}</span>
        </>
      )}
    </AriaCheckbox>
  )
}
