'use client'

import { useTranslations } from 'next-intl'
import { useId, type ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { KIND_GROUPS, type Kind } from '../../prepare/measure.ts'

interface KindCardsProps {
  /** The kind that stands; null while none is chosen. */
  readonly chosen: Kind | null
  readonly onChoose: (kind: Kind) => void
}

/** KindCards offers every kind of rule: what it notices, how, and when to use it; those about the machine first, then those about its sensors. */
export function KindCards({ chosen, onChoose }: KindCardsProps): ReactNode {
  return (
    <div className="grid gap-5">
      {(['machine', 'sensor'] as const).map((group) => <Group key={group} group={group} chosen={chosen} onChoose={onChoose} />)}
    </div>
  )
}

function Group({ group, chosen, onChoose }: KindCardsProps & { readonly group: keyof typeof KIND_GROUPS }): ReactNode {
  const t = useTranslations('rules.measure')
  const id = useId()
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className="text-13 font-strong">{t(`group.${group}`)}</h3>
      <ul className="mt-2 grid gap-2 sm:grid-cols-2">
        {KIND_GROUPS[group].map((kind) => (
          <li key={kind} className="grid">
            <Button
              {...(chosen === kind ? { 'aria-pressed': true } : {})} onPress={() => { onChoose(kind) }}
              className="flex min-h-12 cursor-pointer flex-col rounded-lg border border-g8 bg-surface px-3 py-2 text-start text-12 leading-[17px] text-fg-2 hover:bg-g3 aria-pressed:border-2 aria-pressed:border-g12"
            >
              <b className="text-13 font-strong text-fg">{t(`notice.${kind}.title`)}</b>
              <span className="text-fg">{t(`notice.${kind}.what`)}</span>
              <span>{t(`notice.${kind}.when`)}</span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
