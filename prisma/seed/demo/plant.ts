import { CREDITS, type DataCredit } from '#server/modules/demo/index.ts'

/** ORGANIZATION and SITE are the demo's tenant. */
export const ORGANIZATION = { name: 'Lindenau', slug: 'lindenau' } as const
export const SITE = { code: 'LIN', name: 'Lindenau Pipe Works', timeZone: 'Europe/Berlin', demo: true } as const

/** AssetSeed is a position in the plant; a parent stands before its children. */
export interface AssetSeed {
  readonly tag: string
  readonly name: string
  readonly level: 'area' | 'line' | 'machine' | 'component'
  readonly parent: string | null
  readonly classCode: string | null
  readonly criticality: 'A' | 'B' | 'C'
  readonly description: string | null
  /** Whose recorded data it shows. */
  readonly credit: DataCredit | null
  readonly nameplate: Readonly<Record<string, string>>
}

const place = (tag: string, name: string, level: 'area' | 'line', parent: string | null, criticality: 'A' | 'B' | 'C'): AssetSeed => ({
  tag, name, level, parent, classCode: null, criticality, description: null, credit: null, nameplate: {},
})

/** ASSETS are the demo's positions, parents first. */
export const ASSETS: readonly AssetSeed[] = [
  place('EXT', 'Extrusion', 'area', null, 'A'),
  place('EXT-L1', 'Extrusion line 1', 'line', 'EXT', 'A'),
  {
    tag: 'EX-101', name: 'Extruder drive', level: 'machine', parent: 'EXT-L1', classCode: 'EXTRUDER_DRIVE', criticality: 'A',
    description: 'Main drive of extruder 1: without it line 1 stands still.', credit: CREDITS.drive, nameplate: { power: '250 kW', bearing: '29320', oil: 'VG 220' },
  },
  place('UTL', 'Utilities', 'area', null, 'A'),
  place('UTL-CW', 'Cooling water', 'line', 'UTL', 'B'),
  {
    tag: 'CT-301', name: 'Cooling-tower fan', level: 'machine', parent: 'UTL-CW', classCode: 'FAN', criticality: 'B',
    description: 'Draws air through cooling tower 3; a frequency converter sets its speed.', credit: CREDITS.fan, nameplate: { power: '5.5 kW', bearing: '6206', belt: 'V-belt' },
  },
  place('UTL-HY', 'Hydraulics', 'line', 'UTL', 'A'),
  {
    tag: 'HPU-201', name: 'Hydraulic power unit', level: 'machine', parent: 'UTL-HY', classCode: 'HYDRAULIC_UNIT', criticality: 'A',
    description: 'Feeds the clamps and cutters of both lines.', credit: CREDITS.hydraulic, nameplate: { power: '45 kW', bearing: '6309', oil: 'VG 46' },
  },
  {
    tag: 'HE-201', name: 'Oil cooler', level: 'component', parent: 'HPU-201', classCode: 'OIL_COOLER', criticality: 'A',
    description: 'Cools the oil of HPU-201 with water from the cooling tower.', credit: null, nameplate: {},
  },
]

/** EquipmentSeed is a serial-numbered thing, installed at a position since a day count before the first start. */
export interface EquipmentSeed {
  readonly serial: string
  readonly asset: string
  readonly classCode: string
  readonly manufacturer: string
  readonly model: string
  readonly installedDaysAgo: number
}

/** EQUIPMENT is what is installed at the demo's positions. Makers and serials are invented. */
export const EQUIPMENT: readonly EquipmentSeed[] = [
  { serial: 'EXD-250-0147', asset: 'EX-101', classCode: 'EXTRUDER_DRIVE', manufacturer: 'Harz Antriebe', model: 'HA 250', installedDaysAgo: 2600 },
  { serial: 'FAN-55-2231', asset: 'CT-301', classCode: 'FAN', manufacturer: 'Nordluft', model: 'NL 5.5', installedDaysAgo: 1400 },
  { serial: 'HPU-45-0093', asset: 'HPU-201', classCode: 'HYDRAULIC_UNIT', manufacturer: 'Elbe Hydraulik', model: 'EH 45', installedDaysAgo: 1900 },
  { serial: 'HEX-45-0310', asset: 'HE-201', classCode: 'OIL_COOLER', manufacturer: 'Elbe Hydraulik', model: 'EC 45', installedDaysAgo: 700 },
]

/** PARTS are spares that an order may use: number, name, unit, and the bin in which they lie. */
export const PARTS: readonly (readonly [number: string, name: string, unit: string, bin: string])[] = [
  ['P-1001', 'Fan blade set', 'pcs', 'A-01'], ['P-1002', 'V-belt', 'pcs', 'A-02'], ['P-1003', 'Ball bearing 6206', 'pcs', 'A-03'], ['P-1011', 'Lip seal', 'pcs', 'B-01'],
  ['P-1012', 'Gear oil VG 220', 'l', 'OIL-1'], ['P-1021', 'Oil cooler', 'pcs', 'B-11'], ['P-1022', 'Return filter', 'pcs', 'B-12'], ['P-1023', 'Hydraulic oil VG 46', 'l', 'OIL-2'],
]
