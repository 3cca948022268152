'use client'

import { AtSign } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { plainText } from '../../../../_lib/plain-text.ts'
import { BigButton } from '../../shell/components/big-button.tsx'
import { Field } from '../../moves/components/field.tsx'
import type { Mentionable } from '../prepare/mentions.ts'

const SHOWN = 6

interface MentionPickerProps {
  readonly people: readonly Mentionable[]
  readonly onChoose: (person: Mentionable) => void
}

/** MentionPicker names a person in a comment: a tap on "@", a tap on the name; of more people than fit, those whose name is being typed. */
export function MentionPicker({ people, onChoose }: MentionPickerProps): ReactNode {
  const t = useTranslations('tabletFacts.mention')
  const [open, setOpen] = useState(false)
  const [text, setText] = useState('')
  if (people.length === 0) return null
  if (!open) return <BigButton onClick={() => { setOpen(true) }}><AtSign size={24} strokeWidth={1.7} aria-hidden />{t('open')}</BigButton>
  const fits = people.filter(({ name }) => plainText(name).includes(plainText(text)))
  const choose = (person: Mentionable): void => {
    onChoose(person)
    setOpen(false)
    setText('')
  }
  return (
    <div role="group" aria-label={t('who')} className="grid gap-2">
      {people.length > SHOWN && <Field label={t('search')} type="search" value={text} onChange={setText} />}
      <ul className="grid grid-cols-2 gap-2">
        {fits.slice(0, SHOWN).map((person) => <li key={person.id} className="grid"><BigButton onClick={() => { choose(person) }}>{person.name}</BigButton></li>)}
      </ul>
      {fits.length > SHOWN && <p className="text-m16 text-fg-2">{t('more', { count: fits.length - SHOWN })}</p>}
      {fits.length === 0 && <p className="text-m16 text-fg-2">{t('nobody')}</p>}
      <BigButton onClick={() => { setOpen(false) }}>{t('close')}</BigButton>
    </div>
  )
}
