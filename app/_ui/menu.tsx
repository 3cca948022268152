'use client'

import { Check } from 'lucide-react'
import { Header } from 'react-aria-components/Header'
import { Menu as AriaMenu, MenuItem as AriaMenuItem, MenuSection as AriaMenuSection, MenuTrigger, type MenuItemProps as AriaMenuItemProps, type MenuProps } from 'react-aria-components/Menu'
import { Popover, type PopoverProps } from 'react-aria-components/Popover'
import type { ReactNode } from 'react'
import { itemClass, popoverClass } from './popover-style.ts'

interface MenuButtonProps extends Omit<MenuProps<object>, 'className' | 'style' | 'children'> {
  /** The button that opens the menu. */
  readonly trigger: ReactNode
  readonly placement?: NonNullable<PopoverProps['placement']>
  readonly children: ReactNode
}

/** MenuButton is a button with a menu of actions or choices. */
export function MenuButton({ trigger, placement = 'bottom end', children, ...rest }: MenuButtonProps): ReactNode {
  return (
    <MenuTrigger>
      {trigger}
      <Popover placement={placement} className={`${popoverClass} min-w-48`}>
        <AriaMenu {...rest} className="max-h-[70vh] overflow-auto p-1 outline-none">{children}</AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}

type MenuItemProps = Omit<AriaMenuItemProps, 'className' | 'style' | 'children'> & { readonly children: ReactNode; readonly textValue: string }

/** MenuItem is one action, link or choice of a menu; a chosen one carries a tick. */
export function MenuItem({ children, ...rest }: MenuItemProps): ReactNode {
  return (
    <AriaMenuItem {...rest} className={itemClass}>
      {({ isSelected, selectionMode }) => (
        <>
          <span className="flex min-w-0 flex-1 items-center gap-2">{children}</span>
          {selectionMode !== 'none' && <span className="w-3.5">{isSelected && <Check size={14} strokeWidth={1.8} aria-hidden />}</span>}
        </>
      )}
    </AriaMenuItem>
  )
}

interface MenuSectionProps {
  readonly title: string
  readonly selected?: string
  readonly onSelect?: (id: string) => void
  readonly children: ReactNode
}

/** MenuSection is a titled group; with onSelect one of its items is chosen. */
export function MenuSection({ title, selected, onSelect, children }: MenuSectionProps): ReactNode {
  const choosing = onSelect === undefined ? {} : {
    selectionMode: 'single' as const,
    disallowEmptySelection: true,
    selectedKeys: selected === undefined ? [] : [selected],
    onSelectionChange: (keys: 'all' | Set<string | number>) => {
      if (keys === 'all') return
      const [key] = keys
      if (key !== undefined) onSelect(String(key))
    },
  }
  return (
    <AriaMenuSection {...choosing} className="border-b border-line-soft pb-1 last:border-b-0">
      <Header className="px-2 pt-2 pb-1 text-12 text-fg-2">{title}</Header>
      {children}
    </AriaMenuSection>
  )
}
