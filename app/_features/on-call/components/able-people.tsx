'use client'

import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { Button } from '../../../_ui/button.tsx'
import { Panel } from '../../../_ui/panel.tsx'
import { TextField } from '../../../_ui/text-field.tsx'
import { areasOf, found, MOST_SHOWN, skillsOf, type AbilitiesView, type AblePerson } from '../prepare/abilities.ts'
import { PersonAbilities } from './person-abilities.tsx'

function Held({ label, names }: { readonly label: string; readonly names: readonly string[] }): ReactNode {
  const t = useTranslations('onCall.abilities')
  return <span className="col-start-1 text-12 md:col-start-auto"><span className="text-fg-2">{label}: </span>{names.join(', ') || <span className="text-fg-2">{t('none')}</span>}</span>
}

/** AblePeople lists people with their skills and areas; each is changed here. */
export function AblePeople({ view }: { readonly view: AbilitiesView }): ReactNode {
  const t = useTranslations('onCall.abilities')
  const [words, setWords] = useState('')
  const [changing, setChanging] = useState<AblePerson | null>(null)
  const people = found(view, words)
  return (
    <Panel title={t('people')} bare>
      {view.people.length > 10 && <div className="px-3.5 pt-3 pb-2"><TextField label={t('find')} value={words} onChange={setWords} className="max-w-80" /></div>}
      <ul aria-label={t('people')} className="divide-y divide-line-soft">
        {people.slice(0, MOST_SHOWN).map((person) => (
          <li key={person.id} aria-label={person.name} className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 px-3.5 py-2 text-13 md:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_minmax(0,1fr)_auto]">
            <span className="font-mid">{person.name}</span>
            <Held label={t('skills')} names={skillsOf(view, person)} />
            <Held label={t('areas')} names={areasOf(view, person)} />
            <span className="col-start-2 row-span-3 row-start-1 text-end md:col-start-4 md:row-span-1">
              {person.mayEdit
                ? <Button size="sm" aria-label={`${t('change')}: ${person.name}`} onPress={() => { setChanging(person) }}>{t('change')}</Button>
                : <span className="text-12 text-fg-2">{t('elsewhere')}</span>}
            </span>
          </li>
        ))}
      </ul>
      {people.length === 0 && <p className="px-3.5 py-3 text-13 text-fg-2">{t('nobodyFound')}</p>}
      {people.length > MOST_SHOWN && <p className="border-t border-line-soft px-3.5 py-2 text-12 text-fg-2">{t('more', { count: people.length - MOST_SHOWN })}</p>}
      {changing !== null && <PersonAbilities person={changing} view={view} onClose={() => { setChanging(null) }} />}
    </Panel>
  )
}
