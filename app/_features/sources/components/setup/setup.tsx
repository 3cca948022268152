'use client'

import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { useSetup, type SetupStart } from '../../hooks/use-setup.ts'
import type { Place } from '../../prepare/setup/place.ts'
import { Trial } from '../trial/trial.tsx'
import { HowHttp } from './how-http.tsx'
import { HowMqtt } from './how-mqtt.tsx'
import { Step } from './step.tsx'
import { WhatStep } from './what-step.tsx'

interface SetupProps {
  readonly start: SetupStart
  readonly places: readonly Place[]
  /** Where this installation is reached, for the commands. */
  readonly origin: string
  /** A moment for the example (RFC 3339). */
  readonly at: string
}

/** Setup is the way of a source from its name to a live value, in three steps of which any can be opened again. */
export function Setup({ start, places, origin, at }: SetupProps): ReactNode {
  const t = useTranslations('setup')
  const { draft, setDraft, source, stage, open, save, saved, error, isSaving } = useSetup(start)
  const [from] = useState(stage)
  const siteId = draft.siteId ?? ''
  const site = places.find((place) => place.id === siteId)?.name ?? ''
  const known = draft.kind !== null && draft.name.trim() !== ''
  const isHttp = draft.kind === 'http'
  const again = stage === 'test' && !start.fixed
  // Whoever pushes has nothing to say at the second step: with a new name all is said.
  const afterWhat = (): void => { if (isHttp && source !== null) save(); else open('how') }
  return (
    <ol className="max-w-[1120px]">
      <Step number={1} title={t('step.what')} isOpen={stage === 'what'} summary={known ? t('whatSummary', { name: draft.name, kind: draft.kind ?? 'mqtt', site }) : undefined} onOpen={again || stage === 'how' ? () => { open('what') } : undefined}>
        <WhatStep draft={draft} places={places} isNew={source === null} error={error} onChange={setDraft} onDone={afterWhat} />
      </Step>
      <Step
        number={2} title={t('step.how')} isOpen={stage === 'how' || (isHttp && stage === 'test' && from !== 'test')}
        summary={isHttp ? t('httpSummary') : draft.mqtt.url !== '' ? t('mqttSummary', { url: draft.mqtt.url, topics: draft.mqtt.topics.map(({ topic }) => topic).join(', ') }) : undefined}
        onOpen={again ? () => { open('how') } : undefined}
      >
        {isHttp
          ? <HowHttp draft={draft} siteId={siteId} sourceId={source?.id ?? null} origin={origin} at={at} onMake={saved} />
          : (
              <HowMqtt
                draft={draft.mqtt} siteId={siteId} name={draft.name.trim()} isPending={isSaving} error={error} onDone={save}
                onChange={(mqtt) => { setDraft({ ...draft, mqtt }) }}
              />
            )}
      </Step>
      <Step number={3} title={t('step.test')} isOpen={stage === 'test' && source !== null} keepFocus={isHttp} last>
        {source !== null && <Trial id={source.id} onChange={start.fixed ? undefined : () => { open('how') }} />}
      </Step>
    </ol>
  )
}
