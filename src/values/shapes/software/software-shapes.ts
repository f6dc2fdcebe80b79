import type { ShapeName, TextOptions } from '../../../model/shapes.ts'
import type { Draws, ShapeMaker, ShapeMakers } from '../../shape-maker.ts'
import { cronMinutes, emojis, icons } from '../../words/internet.ts'
import { oneOf } from '../text/one-of.ts'
import { pick } from '../text/pick.ts'
import { codeStyle } from '../text/styles.ts'
import { plainText } from '../text/text-shape.ts'
import { hex32 } from '../type/hex.ts'

function version(draws: Draws): string {
  const text = `${draws.below(0, 9)}.${draws.below(1, 20)}.${draws.below(2, 15)}`
  return draws.below(3, 10) === 0 ? `${text}-beta.${1 + draws.below(4, 5)}` : text
}

/** An address of the documentation ranges (RFC 5737). */
const NETWORKS = ['192.0.2.', '198.51.100.', '203.0.113.']
const ip = (draws: Draws): string => pick(draws, 0, NETWORKS) + (1 + draws.below(1, 254))

/** Five fields, at times that people choose. */
function cron(draws: Draws): string {
  const minute = pick(draws, 0, cronMinutes)
  if (minute.startsWith('*')) return `${minute} * * * *`
  const hour = draws.below(1, 24)
  switch (draws.below(2, 4)) {
    case 0:
      return `${minute} ${hour} * * ${draws.below(3, 7)}`
    case 1:
      return `${minute} ${hour} ${1 + draws.below(3, 28)} * *`
    case 2:
      return `${minute} ${hour} * * 1-5`
    default:
      return `${minute} ${hour} * * *`
  }
}

const emoji: ShapeMaker<'software.emoji'> = {
  compile(options: TextOptions) {
    const { minLength = 0, maxLength = Number.POSITIVE_INFINITY } = options
    // Some take two code points: a sign and its colour.
    const fitting = emojis.filter((sign) => [...sign].length <= maxLength)
    const single = fitting.filter((sign) => [...sign].length === 1)
    return (draws, row) => {
      const end = row.suffix === null ? '' : ` ${row.suffix}`
      const room = maxLength - end.length
      if (room < 1) return row.suffix as string
      let text = pick(draws, 0, fitting)
      if ([...text].length > room) text = pick(draws, 0, single)
      for (let length = [...text].length, n = 1; length + end.length < minLength; length++, n++)
        text += pick(draws, n, single)
      return text + end
    }
  },
}

export const softwareShapes: Pick<ShapeMakers, Extract<ShapeName, `software.${string}`>> = {
  'software.version': plainText(codeStyle, version),
  'software.ip': plainText(codeStyle, ip),
  'software.cron': plainText({ ...codeStyle, mark: ' #' }, cron),
  'software.color': plainText(codeStyle, (draws) => `#${hex32(draws.bits(0)).slice(2)}`),
  'software.icon': oneOf(icons),
  'software.emoji': emoji,
}
