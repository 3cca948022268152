'use client'

import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { Dialog } from '../../../_ui/dialog.tsx'
import { newForm } from '../prepare/new-rule.ts'
import { KindCards } from './measure/kind-cards.tsx'
import { NewRuleFields } from './new-rule-fields.tsx'

/** NewRule asks what shall be noticed, then where, on which points and beyond which limit; the editor does the rest. */
export function NewRule({ onClose }: { readonly onClose: () => void }): ReactNode {
  const t = useTranslations('rules.create')
  const measure = useTranslations('rules.measure')
  const edit = useTranslations('rules.edit')
  const [form, setForm] = useState<ReturnType<typeof newForm> | null>(null)
  return (
    <Dialog title={t('title')} isOpen wide onClose={onClose}>
      {form === null
        ? (
            <>
              <h2 className="mb-3 text-15 font-strong">{measure('ask')}</h2>
              <KindCards chosen={null} onChoose={(kind) => { setForm(newForm(kind)) }} />
              <p className="mt-4 text-12 text-fg-2">{edit('advice')}</p>
            </>
          )
        : <NewRuleFields form={form} onChange={setForm} onBack={() => { setForm(null) }} onClose={onClose} />}
    </Dialog>
  )
}
