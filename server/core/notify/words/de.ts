import { machine, measured, order, sentences, type Language } from './language.ts'

const AS = { 'on-call': 'Sie haben Bereitschaft.', supervisor: 'Aus der Bereitschaft hat niemand angenommen.', anybody: 'Niemand hat Bereitschaft, und es gibt keine Leitung.' } as const
const PRIORITY = ['', 'kritisch', 'hoch', 'mittel', 'niedrig'] as const

const priority = (value: number): string => `Priorität ${value}, ${PRIORITY[value] ?? ''}`
const level = (value: number | null): string => (value === null ? '' : `${priority(value)}.`)
const somebody = (by: string | undefined): string => by ?? 'Jemand'

/** de words notifications in German. */
export const de: Language = {
  kinds: {
    call: (told) => ({
      title: `Bitte kommen: ${told.params.title ?? machine(told)}`,
      line: sentences(
        level(told.priority), measured(told, 'de', 'Grenze'), AS[told.params.as ?? 'on-call'], (told.params.round ?? 1) > 1 ? `Das ist Runde ${told.params.round}.` : '',
        told.params.minutes === undefined ? '' : `Nehmen Sie innerhalb von ${told.params.minutes} min an, sonst werden andere gerufen.`,
      ),
    }),
    'call-accepted': (told) => ({ title: `${somebody(told.params.by)} hat angenommen: ${told.params.title ?? machine(told)}`, line: 'Sie müssen nicht kommen.' }),
    'alarm-opened': (told) => ({ title: `Alarm an ${machine(told)}`, line: sentences(level(told.priority), measured(told, 'de', 'Grenze')) }),
    'alarm-raised': (told) => ({ title: `Alarm an ${machine(told)} ist schlimmer geworden`, line: sentences(`Jetzt ${priority(told.priority ?? 4)}.`, measured(told, 'de', 'Grenze')) }),
    'alarm-over': (told) => ({ title: `Alarm an ${machine(told)} ist vorbei`, line: measured(told, 'de', 'Grenze') }),
    'order-assigned': (told) => ({ title: `${somebody(told.params.by)} hat Ihnen ${order(told)} gegeben`, line: level(told.priority) }),
    'order-mentioned': (told) => ({ title: `${somebody(told.params.by)} hat Sie bei ${order(told)} erwähnt`, line: told.params.text ?? '' }),
    'order-commented': (told) => ({ title: `${somebody(told.params.by)} hat bei ${order(told)} geschrieben`, line: told.params.text ?? '' }),
    'isolation-flagged': (told) => ({ title: `Bitte die Freischaltung von ${machine(told)} ansehen`, line: sentences(`Getan von ${told.params.by ?? 'jemandem'} bei ${told.params.number ?? 'einem Auftrag'} und nachträglich gemeldet.`, told.params.text ?? '') }),
    'lock-removed': (told) => ({ title: `${somebody(told.params.by)} hat Ihr Schloss an ${machine(told)} abgenommen`, line: sentences(told.params.text ?? '', 'Fragen Sie, bevor Sie dort weiterarbeiten.') }),
    'permit-expired': (told) => ({ title: `Erlaubnisschein ${told.params.permit ?? ''} an ${machine(told)} ist abgelaufen`, line: 'Geben Sie ihn zurück, oder lassen Sie ihn verlängern, bevor die Arbeit weitergeht.' }),
    'repair-expired': (told) => ({ title: `Ein Provisorium an ${machine(told)} ist über seine Zeit`, line: told.params.text ?? '' }),
    'order-requested': (told) => ({ title: `Bitte entscheiden: ${order(told)}`, line: sentences(`Gemeldet von ${told.params.by ?? 'jemandem'}.`, level(told.priority)) }),
    'order-to-verify': (told) => ({ title: `Bitte prüfen: ${order(told)}`, line: `Erledigt von ${told.params.by ?? 'jemandem'}.` }),
    'endpoint-down': (told) => ({ title: `Nichts kommt durch zu ${told.params.endpoint ?? ''}`, line: told.params.error ?? '' }),
    'job-over': ({ params: { job, ruleName = 'einer Regel', failed, minutes } }) => ({
      title: `${job === 'limits' ? `Der Vorschlag von Grenzen für ${ruleName}` : `Der Rückblick von ${ruleName}`} ${failed ? 'ist gescheitert' : 'ist fertig'}`,
      line: minutes === undefined ? '' : `Vor ${minutes} min verlangt.`,
    }),
    test: () => ({ title: 'Das ist ein Test', line: 'Millwright erreicht Sie hier.' }),
  },
  again: (repeat) => `Erneut (${repeat}): `,
  priority,
  several: (count, first) => `${count} Nachrichten: ${first}`,
  digest: (count) => `${count} Nachrichten aus Ihren Ruhezeiten`,
  open: 'Öffnen',
  foot: (settings) => `Millwright sagt Ihnen dies, wie Ihre Benachrichtigungen eingestellt sind: ${settings}`,
}
