type Paint = (text: string) => string

/** How a terminal stresses text. Chosen by whoever prints; no other file knows escape sequences. */
export interface Style {
  readonly bold: Paint
  readonly dim: Paint
  readonly red: Paint
  readonly yellow: Paint
  readonly green: Paint
  readonly cyan: Paint
}

const same: Paint = (text) => text

/** No stress at all. */
export const plainStyle: Style = { bold: same, dim: same, red: same, yellow: same, green: same, cyan: same }

/** How something is rendered. */
export interface Page {
  readonly style: Style
  /** Columns of the terminal. */
  readonly width: number
  /** Show everything: nothing is cut, no list shortened. */
  readonly verbose: boolean
  /** Only ASCII can be shown: bars are made of `#`, and what is cut ends in `~`. */
  readonly ascii?: boolean
}

/** What stands for something that was cut; takes one column. */
export const cutMark = ({ ascii }: Pick<Page, 'ascii'>): string => (ascii ? '~' : '…')
