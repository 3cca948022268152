'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useDo } from '../../../../_lib/tablet/hooks/use-do.ts'
import type { SeenOrder } from '../../../../_lib/tablet/seen/fold.ts'
import { useMe } from '../../people/person-context.ts'
import { navigate } from '../../shell/router/path.ts'
import type { ScreenProps } from '../../shell/router/screen.tsx'
import { Tiles } from '../../work/components/tiles.tsx'
import { FactScreen } from '../components/fact-screen.tsx'
import { STEPS_MIN } from '../prepare/shift-span.ts'

const MINUTE_MS = 60_000
const SKIP = 'skip'

/** Done finishes work that nobody started: it asks how long it took, begins it so long ago, and goes on with what was found. */
export default function Done({ params }: ScreenProps): ReactNode {
  const number = params['order'] ?? ''
  return <FactScreen number={number}>{(seen) => <HowLong seen={seen} number={number} />}</FactScreen>
}

function HowLong({ seen, number }: { readonly seen: SeenOrder; readonly number: string }): ReactNode {
  const t = useTranslations('tabletFacts.done')
  const run = useDo(useMe())
  const choose = async (id: string): Promise<void> => {
    const at = id === SKIP ? undefined : new Date(Date.now() - Number(id) * MINUTE_MS)
    await run(seen, 'start', {}, at === undefined ? {} : { at })
    navigate(`/m/o/${number}`)
  }
  return (
    <div className="grid gap-3">
      <Tiles label={t('question')} value={null} onChoose={(id) => { void choose(id) }} tiles={[...STEPS_MIN.map((minutes) => ({ id: String(minutes), label: t('minutes', { minutes }) })), { id: SKIP, label: t('skip') }]} />
      <p className="text-m16 text-fg-2">{t('then')}</p>
    </div>
  )
}
