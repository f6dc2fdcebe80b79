import type { Draws, ShapeMaker } from '../../shape-maker.ts'
import { latitude, longitude } from '../place/parts.ts'

/** Systems whose coordinates are degrees of longitude and latitude: WGS 84, NAD83, NAD27, ETRS89, GDA94, JGD2011, CGCS2000; 0 is none at all. */
const DEGREES: ReadonlySet<number> = new Set([0, 4326, 4269, 4267, 4258, 4283, 6668, 4490])
/** Web Mercator. */
const MERCATOR: ReadonlySet<number> = new Set([3857, 900913])
/** Metres on the equator of Web Mercator's sphere. */
const RADIUS = 6_378_137
/** First number of the draws for the outline of a place. */
const OUTLINE = 40

type Place = readonly [x: number, y: number]

/** How far from the centre, in the unit of the coordinates, the corners of an outline lie. */
interface Plane {
  readonly centre: (draws: Draws) => Place
  readonly reach: number
  readonly digits: number
}

const degrees: Plane = { centre: (draws) => [longitude(draws), latitude(draws)], reach: 0.01, digits: 6 }

const mercator: Plane = {
  centre: (draws) => [
    (RADIUS * longitude(draws) * Math.PI) / 180,
    RADIUS * Math.log(Math.tan(Math.PI / 4 + (latitude(draws) * Math.PI) / 360)),
  ],
  reach: 1000,
  digits: 2,
}

/** Of a grid that is not known by its number: metres to the east and north, where such grids have land. */
const grid: Plane = {
  centre: (draws) => [300_000 + 400_000 * draws.unit(OUTLINE - 2), 1_000_000 + 4_000_000 * draws.unit(OUTLINE - 1)],
  reach: 1000,
  digits: 2,
}

const planeOf = (srid: number): Plane => (DEGREES.has(srid) ? degrees : MERCATOR.has(srid) ? mercator : grid)

/** Corners of an outline around a centre, at growing angles: it never crosses itself. Closed where `ring`. */
function corners(draws: Draws, { centre, reach }: Plane, count: number, ring: boolean): Place[] {
  const [x, y] = centre(draws)
  const places = Array.from({ length: count }, (_, n): Place => {
    const angle = ((n + 0.8 * draws.unit(OUTLINE + 2 * n)) / count) * 2 * Math.PI
    const radius = reach * (0.3 + 0.7 * draws.unit(OUTLINE + 2 * n + 1))
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)]
  })
  return ring ? [...places, places[0] as Place] : places
}

/** What stands in the outermost brackets of each type. */
const BODIES: Readonly<Record<string, (ring: string, line: string, point: string) => string>> = {
  POINT: (_ring, _line, point) => point,
  MULTIPOINT: (_ring, line) => line,
  LINESTRING: (_ring, line) => line,
  MULTILINESTRING: (_ring, line) => `(${line})`,
  CIRCULARSTRING: (_ring, line) => line,
  COMPOUNDCURVE: (_ring, line) => `(${line})`,
  MULTICURVE: (_ring, line) => `(${line})`,
  POLYGON: (ring) => `(${ring})`,
  TRIANGLE: (ring) => `(${ring})`,
  CURVEPOLYGON: (ring) => `(${ring})`,
  MULTIPOLYGON: (ring) => `((${ring}))`,
  MULTISURFACE: (ring) => `((${ring}))`,
  POLYHEDRALSURFACE: (ring) => `((${ring}))`,
  TIN: (ring) => `((${ring}))`,
}

/**
 * A place of PostGIS as EWKT: `SRID=4326;POINT(2.35 48.85)`, near the city of the row; lines and outlines are a kilometre across. A type that may be
 * anything is a point.
 */
export const geometry: ShapeMaker<'geometry'> = {
  compile({ type = 'POINT', srid = 4326, dimensions = '' }) {
    const plane = planeOf(srid)
    const known = type === 'GEOMETRYCOLLECTION' || type in BODIES ? type : 'POINT'
    const inner = known === 'GEOMETRYCOLLECTION' ? 'POINT' : known
    const body = BODIES[inner] as (typeof BODIES)[string]
    const further = ' 0'.repeat(dimensions.length)
    const text = (place: Place): string =>
      `${place.map((one) => Number(one.toFixed(plane.digits))).join(' ')}${further}`
    const list = (places: readonly Place[]): string => places.map(text).join(',')
    const count = inner === 'TRIANGLE' || inner === 'TIN' || inner === 'CIRCULARSTRING' ? 3 : 5
    const suffix = dimensions === '' ? '' : ` ${dimensions} `
    return (draws) => {
      const ring = list(corners(draws, plane, count, true))
      const line = list(corners(draws, plane, count, false))
      const one = `${inner}${suffix}(${body(ring, line, text(plane.centre(draws)))})`
      return `SRID=${srid};${known === inner ? one : `${known}${suffix}(${one})`}`
    }
  },
}
