'use client'

import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { Button } from '../../../_ui/button.tsx'
import { EmptyState } from '../../../_ui/empty-state.tsx'
import { Panel } from '../../../_ui/panel.tsx'
import type { AbilitiesView, SkillView } from '../prepare/abilities.ts'
import { SkillForm } from './skill-form.tsx'

/** Skills lists what there is to be able to do, and which failure modes call for it. */
export function Skills({ view }: { readonly view: AbilitiesView }): ReactNode {
  const t = useTranslations('onCall.abilities')
  const [open, setOpen] = useState<SkillView | 'new' | null>(null)
  const make = <Button size="sm" onPress={() => { setOpen('new') }}>{t('newSkill')}</Button>
  const nameOf = (code: string): string => view.modes.find((mode) => mode.code === code)?.name ?? code
  return (
    <Panel title={t('skills')} aside={view.mayEditSkills && view.skills.length > 0 && make} bare>
      {view.skills.length === 0 && <div className="p-3.5"><EmptyState {...(view.mayEditSkills ? { action: make } : {})}>{t('noSkillYet')}</EmptyState></div>}
      <ul className="divide-y divide-line-soft">
        {view.skills.map((skill) => (
          <li key={skill.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3.5 py-2 text-13">
            <div className="min-w-0 flex-1">
              <p className="font-mid">{skill.name}</p>
              <p className="text-12 text-fg-2">{skill.failureModes.length === 0 ? t('noMode') : t('calledFor', { modes: skill.failureModes.map(nameOf).join(', ') })}</p>
            </div>
            {view.mayEditSkills && <Button size="sm" aria-label={`${t('change')}: ${skill.name}`} onPress={() => { setOpen(skill) }}>{t('change')}</Button>}
          </li>
        ))}
      </ul>
      {!view.mayEditSkills && <p className="border-t border-line-soft px-3.5 py-2 text-12 text-fg-2">{t('skillsElsewhere')}</p>}
      {open !== null && <SkillForm skill={open === 'new' ? null : open} modes={view.modes} onClose={() => { setOpen(null) }} />}
    </Panel>
  )
}
