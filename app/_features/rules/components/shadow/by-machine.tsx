'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Link } from '../../../../_ui/link.tsx'
import { Panel } from '../../../../_ui/panel.tsx'
import { Table, Td, Th } from '../../../../_ui/table.tsx'
import type { ShadowView } from '../../prepare/shadow.ts'

/** ByMachine counts on each machine what the watched version and the one in force fired, and how much of it together. */
export function ByMachine({ view }: { readonly view: ShadowView }): ReactNode {
  const t = useTranslations('verdicts.shadow.machines')
  const isBeside = view.liveVersion !== null
  return (
    <Panel title={t('title')} bare>
      <Table label={t('title')}>
        <thead><tr><Th>{t('machine')}</Th><Th number>{t('version', { version: view.version })}</Th>{isBeside && <><Th number>{t('inForce', { version: view.liveVersion ?? 0 })}</Th><Th number>{t('both')}</Th></>}</tr></thead>
        <tbody>
          {view.machines.map((machine) => (
            <tr key={machine.assetId}>
              <Td><Link href={`/assets/${machine.assetId}`} plain className="touch inline-flex min-h-6 items-center font-mid">{machine.tag}</Link></Td>
              <Td number className="font-strong">{machine.shadow}</Td>
              {isBeside && <><Td number>{machine.live}</Td><Td number className="text-fg-2">{machine.both}</Td></>}
            </tr>
          ))}
        </tbody>
      </Table>
    </Panel>
  )
}
