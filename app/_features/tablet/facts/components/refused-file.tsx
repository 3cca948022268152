'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { leaveOut, sendAgain } from '../../../../_lib/tablet/hooks/use-outbox.ts'
import { refusedText } from '../../../../_lib/tablet/outbox/refused.ts'
import type { StoredOperation } from '../../../../_lib/tablet/store/db.ts'
import { useServerWords } from '../../../../_lib/words/use-server-words.ts'
import { BigButton } from '../../shell/components/big-button.tsx'

/** RefusedFile says in the server's words why it does not take a file, and lets a person take it out or try again; everything else is sent meanwhile. */
export function RefusedFile({ operation }: { readonly operation: StoredOperation }): ReactNode {
  const t = useTranslations('tabletFacts.refused')
  const server = useServerWords()
  const reason = operation.answer?.reason ?? null
  const name = reason?.facts?.['name']
  return (
    <div className="mt-2 grid gap-2">
      <p className="break-words">{t('what', { name: typeof name === 'string' ? name : '' })}</p>
      {reason !== null && <p role="status" className="font-mid break-words">{server.says(refusedText(operation), reason.message)}</p>}
      <div className="grid grid-cols-2 gap-2">
        <BigButton onClick={() => { void leaveOut(operation.opId) }}>{t('takeOut')}</BigButton>
        <BigButton onClick={() => { void sendAgain(operation.opId) }}>{t('again')}</BigButton>
      </div>
    </div>
  )
}
