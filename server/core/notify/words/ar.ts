import { isolated, machine as machineOf, measured as measuredIn, order as orderOf, sentences, type Language } from './language.ts'
import type { Told } from '../kinds.ts'

const AS = { 'on-call': 'أنت في المناوبة.', supervisor: 'لم يقبل أحد من المناوبين.', anybody: 'لا أحد في المناوبة ولا يوجد مشرف.' } as const
const PRIORITY = ['', 'حرجة', 'عالية', 'متوسطة', 'منخفضة'] as const

const machine = (told: Told): string => isolated(machineOf(told))
const order = (told: Told): string => isolated(orderOf(told))
const title = (told: Told): string => isolated(told.params.title ?? machineOf(told))
const somebody = (by: string | undefined): string => (by === undefined ? 'شخص ما' : isolated(by))
const priority = (value: number): string => `الأولوية ${value}، ${PRIORITY[value] ?? ''}`
const level = (value: number | null): string => (value === null ? '' : `${priority(value)}.`)
const measured = (told: Told): string => measuredIn(told, 'ar', 'الحد')
const minutesOf = (count: number): string => isolated(`${count} min`)

/** ar words notifications in Arabic. */
export const ar: Language = {
  kinds: {
    call: (told) => ({
      title: `يُرجى الحضور: ${title(told)}`,
      line: sentences(
        level(told.priority), measured(told), AS[told.params.as ?? 'on-call'], (told.params.round ?? 1) > 1 ? `هذه هي الجولة ${told.params.round}.` : '',
        told.params.minutes === undefined ? '' : `اقبل خلال ${minutesOf(told.params.minutes)}، وإلا استُدعي آخرون.`,
      ),
    }),
    'call-accepted': (told) => ({ title: `قبل ${somebody(told.params.by)}: ${title(told)}`, line: 'لا يلزمك الحضور.' }),
    'alarm-opened': (told) => ({ title: `إنذار على ${machine(told)}`, line: sentences(level(told.priority), measured(told)) }),
    'alarm-raised': (told) => ({ title: `ازداد الإنذار على ${machine(told)} سوءًا`, line: sentences(`الآن ${priority(told.priority ?? 4)}.`, measured(told)) }),
    'alarm-over': (told) => ({ title: `انتهى الإنذار على ${machine(told)}`, line: measured(told) }),
    'order-assigned': (told) => ({ title: `كلّفك ${somebody(told.params.by)} بأمر العمل ${order(told)}`, line: level(told.priority) }),
    'order-mentioned': (told) => ({ title: `ذكرك ${somebody(told.params.by)} في ${order(told)}`, line: told.params.text ?? '' }),
    'order-commented': (told) => ({ title: `كتب ${somebody(told.params.by)} في ${order(told)}`, line: told.params.text ?? '' }),
    'isolation-flagged': (told) => ({ title: `يُرجى النظر في عزل ${machine(told)}`, line: sentences(`نفّذه ${somebody(told.params.by)} في ${isolated(told.params.number ?? 'أحد الأوامر')}، وأُبلغ عنه لاحقًا.`, told.params.text ?? '') }),
    'lock-removed': (told) => ({ title: `أزال ${somebody(told.params.by)} قفلك عن ${machine(told)}`, line: sentences(told.params.text ?? '', 'اسأل قبل أن تواصل العمل هناك.') }),
    'permit-expired': (told) => ({ title: `انتهى التصريح ${isolated(told.params.permit ?? '')} على ${machine(told)}`, line: 'أعده، أو اطلب تمديده قبل استئناف العمل.' }),
    'repair-expired': (told) => ({ title: `فات موعد إصلاح مؤقت على ${machine(told)}`, line: told.params.text ?? '' }),
    'order-requested': (told) => ({ title: `يُرجى اتخاذ القرار: ${order(told)}`, line: sentences(`طلبه ${somebody(told.params.by)}.`, level(told.priority)) }),
    'order-to-verify': (told) => ({ title: `يُرجى التحقق: ${order(told)}`, line: `أنجزه ${somebody(told.params.by)}.` }),
    'endpoint-down': (told) => ({ title: `لا يصل شيء إلى ${isolated(told.params.endpoint ?? '')}`, line: told.params.error ?? '' }),
    'job-over': ({ params: { job, ruleName = 'قاعدة', failed, minutes } }) => ({
      title: `${failed ? 'فشل' : 'انتهى'} ${job === 'limits' ? 'اقتراح حدود' : 'الاختبار على الماضي'} لـ ${isolated(ruleName)}`,
      line: minutes === undefined ? '' : `طُلب قبل ${minutesOf(minutes)}.`,
    }),
    test: () => ({ title: 'هذا اختبار', line: 'يصل إليك Millwright هنا.' }),
  },
  again: (repeat) => `مجددًا (${repeat}): `,
  priority,
  several: (count, first) => `الرسائل (${count}): ${first}`,
  digest: (count) => `رسائل من ساعات هدوئك (${count})`,
  open: 'فتح',
  foot: (settings) => `يبلغك Millwright بهذا بحسب إعدادات تنبيهاتك: ${isolated(settings)}`,
}
