import { machine, measured, order, sentences, type Language } from './language.ts'

const AS = { 'on-call': 'Vous êtes d’astreinte.', supervisor: 'Personne d’astreinte n’a accepté.', anybody: 'Personne n’est d’astreinte, et il n’y a pas de chef d’équipe.' } as const
const PRIORITY = ['', 'critique', 'haute', 'moyenne', 'basse'] as const

const priority = (value: number): string => `priorité ${value}, ${PRIORITY[value] ?? ''}`
const level = (value: number | null): string => (value === null ? '' : `${priority(value).charAt(0).toUpperCase()}${priority(value).slice(1)}.`)
const somebody = (by: string | undefined): string => by ?? 'Quelqu’un'

/** fr words notifications in French. */
export const fr: Language = {
  kinds: {
    call: (told) => ({
      title: `Veuillez venir : ${told.params.title ?? machine(told)}`,
      line: sentences(
        level(told.priority), measured(told, 'fr', 'seuil'), AS[told.params.as ?? 'on-call'], (told.params.round ?? 1) > 1 ? `C’est le tour ${told.params.round}.` : '',
        told.params.minutes === undefined ? '' : `Acceptez d’ici ${told.params.minutes} min, sinon d’autres sont appelés.`,
      ),
    }),
    'call-accepted': (told) => ({ title: `${somebody(told.params.by)} a accepté : ${told.params.title ?? machine(told)}`, line: 'Vous n’avez pas à venir.' }),
    'alarm-opened': (told) => ({ title: `Alarme sur ${machine(told)}`, line: sentences(level(told.priority), measured(told, 'fr', 'seuil')) }),
    'alarm-raised': (told) => ({ title: `L’alarme sur ${machine(told)} s’est aggravée`, line: sentences(`Désormais ${priority(told.priority ?? 4)}.`, measured(told, 'fr', 'seuil')) }),
    'alarm-over': (told) => ({ title: `L’alarme sur ${machine(told)} est terminée`, line: measured(told, 'fr', 'seuil') }),
    'order-assigned': (told) => ({ title: `${somebody(told.params.by)} vous a affecté ${order(told)}`, line: level(told.priority) }),
    'order-mentioned': (told) => ({ title: `${somebody(told.params.by)} vous a cité sur ${order(told)}`, line: told.params.text ?? '' }),
    'order-commented': (told) => ({ title: `${somebody(told.params.by)} a écrit sur ${order(told)}`, line: told.params.text ?? '' }),
    'isolation-flagged': (told) => ({
      title: `Veuillez examiner la consignation de ${machine(told)}`,
      line: sentences(`Faite par ${told.params.by ?? 'quelqu’un'} sur ${told.params.number ?? 'un ordre'}, et signalée après coup.`, told.params.text ?? ''),
    }),
    'lock-removed': (told) => ({ title: `${somebody(told.params.by)} a enlevé votre cadenas de ${machine(told)}`, line: sentences(told.params.text ?? '', 'Renseignez-vous avant d’y reprendre le travail.') }),
    'permit-expired': (told) => ({ title: `Le permis ${told.params.permit ?? ''} sur ${machine(told)} a expiré`, line: 'Restituez-le, ou faites-le prolonger avant que le travail continue.' }),
    'repair-expired': (told) => ({ title: `Une réparation provisoire sur ${machine(told)} a dépassé son échéance`, line: told.params.text ?? '' }),
    'order-requested': (told) => ({ title: `Veuillez décider : ${order(told)}`, line: sentences(`Demandé par ${told.params.by ?? 'quelqu’un'}.`, level(told.priority)) }),
    'order-to-verify': (told) => ({ title: `Veuillez vérifier : ${order(told)}`, line: `Fait par ${told.params.by ?? 'quelqu’un'}.` }),
    'endpoint-down': (told) => ({ title: `Plus rien ne parvient à ${told.params.endpoint ?? ''}`, line: told.params.error ?? '' }),
    'job-over': ({ params: { job, ruleName = 'une règle', failed, minutes } }) => ({
      title: job === 'limits' ? `La proposition de seuils pour ${ruleName} ${failed ? 'a échoué' : 'est prête'}` : `Le test rétrospectif de ${ruleName} ${failed ? 'a échoué' : 'est terminé'}`,
      line: minutes === undefined ? '' : `Demandé il y a ${minutes} min.`,
    }),
    test: () => ({ title: 'Ceci est un test', line: 'Millwright vous joint ici.' }),
  },
  again: (repeat) => `De nouveau (${repeat}) : `,
  priority,
  several: (count, first) => `${count} messages : ${first}`,
  digest: (count) => `${count} messages de vos heures calmes`,
  open: 'Ouvrir',
  foot: (settings) => `Millwright vous en informe selon le réglage de vos notifications : ${settings}`,
}
