'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { plainText } from '../../../_lib/plain-text.ts'
import { useTRPC } from '../../../_lib/trpc/client.tsx'
import { Button } from '../../../_ui/button.tsx'
import { Checkbox } from '../../../_ui/checkbox.tsx'
import { Dialog } from '../../../_ui/dialog.tsx'
import { TextField } from '../../../_ui/text-field.tsx'

interface ChooseMachinesProps {
  readonly chosen: readonly string[]
  readonly onChoose: (ids: readonly string[]) => void
  readonly onClose: () => void
}

const SHOWN = 60
// The address carries them, and an address has an end.
const MOST = 100

/** ChooseMachines ticks single machines, found by tag or name. */
export function ChooseMachines({ chosen, onChoose, onClose }: ChooseMachinesProps): ReactNode {
  const t = useTranslations('labels')
  const { data } = useQuery(useTRPC().assets.tree.queryOptions({}))
  const [text, setText] = useState('')
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set(chosen))
  const wanted = plainText(text.trim())
  const machines = (data?.nodes ?? []).filter(({ className, tag, name }) => className !== null && plainText(`${tag} ${name}`).includes(wanted))
  const tick = (id: string, on: boolean): void => { setTicked(new Set(on ? [...ticked, id] : [...ticked].filter((one) => one !== id))) }
  return (
    <Dialog title={t('chooseTitle')} isOpen onClose={onClose}>
      <TextField label={t('find')} value={text} onChange={setText} type="search" autoFocus />
      <p role="status" className="mt-2 text-12 text-fg-2">{machines.length > SHOWN ? t('someOf', { shown: SHOWN, total: machines.length }) : t('chosen', { count: ticked.size })}</p>
      <ul aria-label={t('kinds.assets')} className="mt-1 max-h-[46dvh] overflow-auto">
        {machines.slice(0, SHOWN).map(({ id, tag, name }) => (
          <li key={id}><Checkbox isSelected={ticked.has(id)} isDisabled={!ticked.has(id) && ticked.size >= MOST} onChange={(on) => { tick(id, on) }}><b className="font-mid">{tag}</b> {name}</Checkbox></li>
        ))}
      </ul>
      <div className="mt-4 flex justify-end gap-2">
        <Button onPress={() => { setTicked(new Set()) }} isDisabled={ticked.size === 0}>{t('none')}</Button>
        <Button variant="primary" onPress={() => { onChoose([...ticked]) }}>{t('take')}</Button>
      </div>
    </Dialog>
  )
}
