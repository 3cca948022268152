/** DataCredit is the credit of a data set that the demo replays, as its licence asks for. */
export interface DataCredit {
  /** Names its words in the messages of the screens. */
  readonly id: string
  /** The demo machine that shows the data. */
  readonly assetTag: string
  readonly title: string
  readonly authors: string
  readonly source: string
  readonly url: string
  readonly licence: string
  readonly licenceUrl: string
  /** What was changed, and what is assumed. */
  readonly changes: string
  /** One line for the machine's own page. */
  readonly short: string
}

const CC_BY = { licence: 'CC BY 4.0', licenceUrl: 'https://creativecommons.org/licenses/by/4.0/legalcode' } as const

/** CREDITS names every data set in the repository by the machine it stands for. */
export const CREDITS = {
  fan: {
    id: 'fan',
    assetTag: 'CT-301',
    title: 'Accelerometer (UCI data set 611): cooling fan with weights on its blades',
    authors: 'G. Scalabrini Sampaio, A. R. A. Vallim Filho, L. Santos da Silva, L. Augusto da Silva',
    source: '"Prediction of Motor Failure Time Using An Artificial Neural Network", Sensors 19(19), 2019; UCI Machine Learning Repository',
    url: 'https://archive.ics.uci.edu/dataset/611',
    ...CC_BY,
    changes: 'Stored as integers in thousandths of g. Shown is the RMS of each axis over one second, and the three combined. The sensor clips at 8 g.',
    short: 'Recorded vibration of a real fan: G. Scalabrini Sampaio et al., UCI data set 611, CC BY 4.0; replayed in a duty cycle of our own.',
  },
  drive: {
    id: 'drive',
    assetTag: 'EX-101',
    title: 'Numenta Anomaly Benchmark: machine temperature system failure',
    authors: 'Numenta Inc.',
    source: 'Numenta Anomaly Benchmark v1.1, data/realKnownCause',
    url: 'https://github.com/numenta/NAB',
    licence: 'MIT',
    licenceUrl: 'https://opensource.org/license/mit',
    changes: 'Values rounded to 3 decimals; times moved so that the recording ends at the first start. The source does not state the unit: degrees Fahrenheit are assumed, since the range fits.',
    short: 'Recorded temperature of a real machine: Numenta Anomaly Benchmark, MIT; unit assumed to be degrees Fahrenheit.',
  },
  hydraulic: {
    id: 'hydraulic',
    assetTag: 'HPU-201',
    title: 'Condition monitoring of hydraulic systems (UCI data set 447)',
    authors: 'N. Helwig, E. Pignanelli, A. Schütze, ZeMA gGmbH',
    source: '"Condition Monitoring of a Complex Hydraulic System Using Multivariate Statistics", I2MTC 2015; UCI Machine Learning Repository',
    url: 'https://archive.ics.uci.edu/dataset/447',
    ...CC_BY,
    changes: 'Mean of each temperature over a 60 s cycle. Three stretches of the recording follow each other, from the good cooler to the failing one.',
    short: 'Recorded temperatures of a real test rig: N. Helwig et al., ZeMA gGmbH, UCI data set 447, CC BY 4.0; stretches put in order of wear.',
  },
} as const satisfies Record<string, DataCredit>

/** credits lists the credits of all data the demo shows, for everybody to see. */
export const credits = (): readonly DataCredit[] => Object.values(CREDITS)
