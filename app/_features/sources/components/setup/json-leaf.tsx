'use client'

import { Check } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { cx } from '../../../../_ui/cx.ts'
import { MenuButton, MenuItem } from '../../../../_ui/menu.tsx'
import type { JsonRow } from '../../prepare/setup/json-rows.ts'
import { USES, type Use } from '../../prepare/setup/taps.ts'

interface JsonLeafProps {
  readonly row: JsonRow
  /** What it is used for already. */
  readonly uses: readonly Use[]
  readonly onUse: (use: Use) => void
}

/** JsonLeaf is one value of a message; a tap asks what it is, and maps it. */
export function JsonLeaf({ row, uses, onUse }: JsonLeafProps): ReactNode {
  const t = useTranslations('setup.listen')
  const offered = USES.filter((use) => (use !== 'value' && use !== 'backlog') || row.numeric)
  return (
    <MenuButton
      placement="bottom start" aria-label={t('useAs', { name: row.name })}
      onAction={(key) => {
        const use = offered.find((one) => one === key)
        if (use !== undefined) onUse(use)
      }}
      trigger={(
        <Button className={cx(
          'touch inline-flex max-w-full min-h-6 items-center gap-1.5 rounded-sm px-1 text-start hover:bg-g3 pressed:bg-g4',
          uses.length > 0 ? 'bg-g4 font-mid' : 'underline decoration-g7 decoration-dotted underline-offset-3',
        )}>
          {uses.length > 0 && <Check size={12} strokeWidth={2} aria-hidden className="shrink-0" />}
          <span className="num min-w-0 break-all">{row.text}</span>
          {uses.length > 0 && <span className="shrink-0 text-11 font-text text-fg-2">{uses.map((use) => t(`is.${use}`)).join(', ')}</span>}
        </Button>
      )}
    >
      {offered.map((use) => <MenuItem key={use} id={use} textValue={t(`use.${use}`)}>{t(`use.${use}`)}</MenuItem>)}
    </MenuButton>
  )
}
