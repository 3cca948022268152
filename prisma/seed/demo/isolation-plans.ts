import type { PlanContent } from '#server/core/isolation/plan.ts'

/** ISOLATION_PLANS are the plans in force at the demo's machines, by tag. */
export const ISOLATION_PLANS: Readonly<Record<string, PlanContent>> = {
  'HPU-201': {
    prepare: 'Agree on the time with both lines: the clamps and cutters stand still.', told: ['Shift lead', 'Operators of both lines'],
    stop: 'Stop the pump at the panel and wait until it has run down.', tryStart: 'Press start at the panel and at the remote station: the pump does not turn.',
    energies: [
      { id: 'pump', type: 'electrical', magnitude: '400 V, 45 kW', device: 'Main switch -Q1', location: 'Cabinet of HPU-201', photoId: null, zero: 'Two-pole tester on the motor terminals shows 0 V', stored: null },
      {
        id: 'pressure', type: 'hydraulic', magnitude: '160 bar', device: 'Shut-off valve V3', location: 'Pressure line, behind the pump', photoId: null, zero: 'Gauge M1 shows 0 bar',
        stored: { what: 'Accumulator, 10 l', release: 'Open drain valve V7 slowly until gauge M1 shows 0 bar, and leave it open' },
      },
      { id: 'water', type: 'thermal', magnitude: 'up to 60 °C', device: 'Valves W1 and W2', location: 'Cooling water of HE-201', photoId: null, zero: 'Drain cock W3 stays dry', stored: null },
    ],
  },
  'EX-101': {
    prepare: 'Run the line empty, so that no melt cools down in the barrel.', told: ['Shift lead', 'Operator of line 1'],
    stop: 'Stop the drive at the line panel and wait for standstill.', tryStart: 'Press start at the line panel: the coupling does not turn.',
    energies: [
      {
        id: 'drive', type: 'electrical', magnitude: '690 V, 250 kW', device: 'Load switch -Q10', location: 'Switch room 1, panel 4', photoId: null, zero: 'Two-pole tester behind the converter shows 0 V',
        stored: { what: 'Capacitors of the converter', release: 'Wait 15 min, then measure the intermediate circuit' },
      },
      { id: 'shaft', type: 'mechanical', magnitude: '1.2 t', device: 'Blocking pin of the coupling', location: 'Coupling guard, drive side', photoId: null, zero: 'The shaft does not turn by hand', stored: null },
      { id: 'barrel', type: 'thermal', magnitude: 'up to 240 °C', device: 'Heater switch -Q12', location: 'Line panel', photoId: null, zero: 'Thermometer on the flange shows less than 50 °C', stored: null },
    ],
  },
}
