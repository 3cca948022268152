import { machine, measured, order, sentences, type Language } from './language.ts'

const AS = { 'on-call': 'Usted está de guardia.', supervisor: 'Nadie de guardia ha aceptado.', anybody: 'No hay nadie de guardia ni supervisor.' } as const
const PRIORITY = ['', 'crítica', 'alta', 'media', 'baja'] as const

const priority = (value: number): string => `prioridad ${value}, ${PRIORITY[value] ?? ''}`
const level = (value: number | null): string => (value === null ? '' : `${priority(value).charAt(0).toUpperCase()}${priority(value).slice(1)}.`)
const somebody = (by: string | undefined): string => by ?? 'Alguien'

/** es words notifications in Spanish. */
export const es: Language = {
  kinds: {
    call: (told) => ({
      title: `Venga, por favor: ${told.params.title ?? machine(told)}`,
      line: sentences(
        level(told.priority), measured(told, 'es', 'umbral'), AS[told.params.as ?? 'on-call'], (told.params.round ?? 1) > 1 ? `Esta es la ronda ${told.params.round}.` : '',
        told.params.minutes === undefined ? '' : `Acepte en ${told.params.minutes} min, o se llama a otros.`,
      ),
    }),
    'call-accepted': (told) => ({ title: `${somebody(told.params.by)} ha aceptado: ${told.params.title ?? machine(told)}`, line: 'No hace falta que venga.' }),
    'alarm-opened': (told) => ({ title: `Alarma en ${machine(told)}`, line: sentences(level(told.priority), measured(told, 'es', 'umbral')) }),
    'alarm-raised': (told) => ({ title: `La alarma en ${machine(told)} ha empeorado`, line: sentences(`Ahora ${priority(told.priority ?? 4)}.`, measured(told, 'es', 'umbral')) }),
    'alarm-over': (told) => ({ title: `La alarma en ${machine(told)} ha terminado`, line: measured(told, 'es', 'umbral') }),
    'order-assigned': (told) => ({ title: `${somebody(told.params.by)} le ha asignado ${order(told)}`, line: level(told.priority) }),
    'order-mentioned': (told) => ({ title: `${somebody(told.params.by)} le ha nombrado en ${order(told)}`, line: told.params.text ?? '' }),
    'order-commented': (told) => ({ title: `${somebody(told.params.by)} ha escrito en ${order(told)}`, line: told.params.text ?? '' }),
    'isolation-flagged': (told) => ({
      title: `Examine la consignación de ${machine(told)}, por favor`,
      line: sentences(`Hecha por ${told.params.by ?? 'alguien'} en ${told.params.number ?? 'una orden'}, y comunicada después.`, told.params.text ?? ''),
    }),
    'lock-removed': (told) => ({ title: `${somebody(told.params.by)} ha retirado su candado de ${machine(told)}`, line: sentences(told.params.text ?? '', 'Pregunte antes de seguir trabajando allí.') }),
    'permit-expired': (told) => ({ title: `El permiso ${told.params.permit ?? ''} en ${machine(told)} ha caducado`, line: 'Devuélvalo, o haga que lo prorroguen antes de continuar el trabajo.' }),
    'repair-expired': (told) => ({ title: `Una reparación provisional en ${machine(told)} está fuera de plazo`, line: told.params.text ?? '' }),
    'order-requested': (told) => ({ title: `Decida, por favor: ${order(told)}`, line: sentences(`Solicitada por ${told.params.by ?? 'alguien'}.`, level(told.priority)) }),
    'order-to-verify': (told) => ({ title: `Verifique, por favor: ${order(told)}`, line: `Hecha por ${told.params.by ?? 'alguien'}.` }),
    'endpoint-down': (told) => ({ title: `No llega nada a ${told.params.endpoint ?? ''}`, line: told.params.error ?? '' }),
    'job-over': ({ params: { job, ruleName = 'una regla', failed, minutes } }) => ({
      title: job === 'limits' ? `La propuesta de umbrales para ${ruleName} ${failed ? 'ha fallado' : 'está lista'}` : `La prueba retrospectiva de ${ruleName} ${failed ? 'ha fallado' : 'está lista'}`,
      line: minutes === undefined ? '' : `Pedida hace ${minutes} min.`,
    }),
    test: () => ({ title: 'Esto es una prueba', line: 'Millwright le localiza aquí.' }),
  },
  again: (repeat) => `De nuevo (${repeat}): `,
  priority,
  several: (count, first) => `${count} mensajes: ${first}`,
  digest: (count) => `${count} mensajes de sus horas de silencio`,
  open: 'Abrir',
  foot: (settings) => `Millwright le avisa de esto según el ajuste de sus notificaciones: ${settings}`,
}
