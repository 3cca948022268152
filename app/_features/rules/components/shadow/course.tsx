'use client'

import { useTranslations } from 'next-intl'
import { useQueryState } from 'nuqs'
import type { ReactNode } from 'react'
import { useNow } from '../../../../_lib/time/now.tsx'
import type { RuleView } from '../../prepare/rule.ts'
import { limitSide, type ShadowView } from '../../prepare/shadow.ts'
import { CourseDialog } from '../course-dialog.tsx'

/** Course shows how a point went around the firing that the address names: of the watched version or of the one in force. */
export function Course({ rule, view }: { readonly rule: RuleView; readonly view: ShadowView }): ReactNode {
  const t = useTranslations('verdicts.shadow.course')
  const now = useNow()
  const [id, open] = useQueryState('firing')
  const shadow = view.firings.find((one) => one.id === id)
  const fired = shadow ?? view.live.find((one) => one.id === id)
  if (fired === undefined) return null
  const version = shadow === undefined ? view.liveVersion : view.version
  const definition = rule.versions.find((one) => one.version === version)?.definition ?? null
  return (
    <CourseDialog
      key={fired.id} fired={fired} side={limitSide(definition)} until={now} onClose={() => { void open(null) }}
      title={t('title', { machine: fired.assetTag, point: fired.pointName, version: version ?? 0 })}
    />
  )
}
