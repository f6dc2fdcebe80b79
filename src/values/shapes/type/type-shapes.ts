import type { ShapeMakers } from '../../shape-maker.ts'
import { array } from './array.ts'
import { bits } from './bits.ts'
import { boolean } from './boolean.ts'
import { bytes } from './bytes.ts'
import { composite } from './composite.ts'
import { date } from './date.ts'
import { decimal } from './decimal.ts'
import { box, circle, line, lseg, path, point, polygon } from './geometry.ts'
import { hstore } from './hstore.ts'
import { inet } from './inet.ts'
import { integer } from './integer.ts'
import { interval } from './interval.ts'
import { ltree } from './ltree.ts'
import { macaddr } from './macaddr.ts'
import { money } from './money.ts'
import { multirange } from './multirange.ts'
import { number } from './number.ts'
import { pgLsn } from './pg-lsn.ts'
import { range } from './range.ts'
import { geometry } from './spatial.ts'
import { tsquery, tsvector } from './text-search.ts'
import { time } from './time.ts'
import { timestamp } from './timestamp.ts'
import { uuid } from './uuid.ts'
import { vector } from './vector.ts'
import { xml } from './xml.ts'

export const typeShapes = {
  boolean,
  integer,
  number,
  decimal,
  uuid,
  bytes,
  date,
  timestamp,
  time,
  interval,
  bits,
  money,
  inet,
  macaddr,
  point,
  line,
  lseg,
  box,
  path,
  polygon,
  circle,
  tsvector,
  tsquery,
  xml,
  pg_lsn: pgLsn,
  hstore,
  ltree,
  geometry,
  vector,
  range,
  multirange,
  array,
  composite,
} satisfies Partial<ShapeMakers>
