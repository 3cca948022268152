'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useMe } from '../../../_lib/me/use-me.ts'
import { sectionsFor, type Section } from '../prepare/sections.ts'
import { AuditLog } from './audit-log.tsx'
import { Devices } from './devices.tsx'
import { Doors } from './doors/doors.tsx'
import { Keys } from './keys.tsx'
import { People } from './people.tsx'
import { Webhooks } from './webhooks.tsx'

const SECTIONS: Readonly<Record<Section, () => ReactNode>> = { people: People, devices: Devices, doors: Doors, keys: Keys, webhooks: Webhooks, audit: AuditLog }

/** Admin is who may do what, which programs may send and read, and who changed what; each part for those who may use it. */
export function Admin(): ReactNode {
  const t = useTranslations('admin')
  const sections = sectionsFor(useMe().permissions)
  return (
    <>
      <h1 className="mb-3 text-20 font-strong">{t('title')}</h1>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
        {sections.map((section) => {
          const Part = SECTIONS[section]
          return <Part key={section} />
        })}
      </div>
    </>
  )
}
