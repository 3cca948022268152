'use client'

import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { Button } from '../../../_ui/button.tsx'
import { Panel } from '../../../_ui/panel.tsx'
import { Table, Td, Th } from '../../../_ui/table.tsx'
import { TextField } from '../../../_ui/text-field.tsx'
import { areasOf, found, MOST_SHOWN, skillsOf, type AbilitiesView, type AblePerson } from '../prepare/abilities.ts'
import { PersonAbilities } from './person-abilities.tsx'

/** AblePeople lists people with their skills and areas; each is changed here. */
export function AblePeople({ view }: { readonly view: AbilitiesView }): ReactNode {
  const t = useTranslations('onCall.abilities')
  const [words, setWords] = useState('')
  const [changing, setChanging] = useState<AblePerson | null>(null)
  const people = found(view, words)
  return (
    <Panel title={t('people')} bare>
      {view.people.length > 10 && <div className="px-3.5 pt-3 pb-2"><TextField label={t('find')} value={words} onChange={setWords} className="max-w-80" /></div>}
      <Table label={t('people')}>
        <thead><tr><Th>{t('person')}</Th><Th>{t('skills')}</Th><Th>{t('areas')}</Th><Th><span className="sr-only">{t('change')}</span></Th></tr></thead>
        <tbody>
          {people.slice(0, MOST_SHOWN).map((person) => (
            <tr key={person.id}>
              <Td className="font-mid">{person.name}</Td>
              <Td className="min-w-28">{skillsOf(view, person).join(', ') || <span className="text-fg-2">{t('none')}</span>}</Td>
              <Td className="min-w-28">{areasOf(view, person).join(', ') || <span className="text-fg-2">{t('none')}</span>}</Td>
              <Td className="text-right">
                {person.mayEdit
                  ? <Button size="sm" aria-label={`${t('change')}: ${person.name}`} onPress={() => { setChanging(person) }}>{t('change')}</Button>
                  : <span className="text-12 text-fg-2">{t('elsewhere')}</span>}
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
      {people.length === 0 && <p className="px-3.5 py-3 text-13 text-fg-2">{t('nobodyFound')}</p>}
      {people.length > MOST_SHOWN && <p className="border-t border-line-soft px-3.5 py-2 text-12 text-fg-2">{t('more', { count: people.length - MOST_SHOWN })}</p>}
      {changing !== null && <PersonAbilities person={changing} view={view} onClose={() => { setChanging(null) }} />}
    </Panel>
  )
}
