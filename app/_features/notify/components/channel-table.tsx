'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { CATEGORIES, CHANNELS, type Category, type Channel } from '#server/core/notify/kinds.ts'
import { Checkbox } from '../../../_ui/checkbox.tsx'
import { Table, Td, Th } from '../../../_ui/table.tsx'

type Channels = Readonly<Record<Category, readonly Channel[]>>

/** ChannelTable is what is told by which channel; calls use every one. */
export function ChannelTable({ channels, onChange }: { readonly channels: Channels; readonly onChange: (channels: Channels) => void }): ReactNode {
  const t = useTranslations('notify.settings')
  const toggle = (category: Category, channel: Channel, on: boolean): void => {
    onChange({ ...channels, [category]: on ? [...channels[category], channel] : channels[category].filter((one) => one !== channel) })
  }
  return (
    <Table label={t('title')}>
      <thead><tr><Th>{t('about')}</Th>{CHANNELS.map((channel) => <Th key={channel}>{t(channel)}</Th>)}</tr></thead>
      <tbody>
        {CATEGORIES.map((category) => (
          <tr key={category}>
            <Td>{t(`category.${category}`)}</Td>
            {CHANNELS.map((channel) => (
              <Td key={channel}>
                {category === 'call'
                  ? <span className="text-12 text-fg-2">{t('always')}</span>
                  : <Checkbox isSelected={channels[category].includes(channel)} onChange={(on) => { toggle(category, channel, on) }}><span className="sr-only">{t(`category.${category}`)}: {t(channel)}</span></Checkbox>}
              </Td>
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
