import type { Domain } from '../../model/study.ts'

/** What stands in the brackets of PostGIS' types, as they print it: `geometry(PointZ,4326)`, `geography(Polygon)`. */
export function spatialOf(typeName: string): NonNullable<Domain['spatial']> {
  const [name = '', srid] = (/\(([^()]*)\)/.exec(typeName)?.[1] ?? '').split(',')
  const [, type = '', dimensions = ''] = /^(.*?)(ZM|Z|M)?$/i.exec(name.trim()) ?? []
  return {
    ...(type === '' || /^geometry$/i.test(type) ? {} : { type: type.toUpperCase() }),
    ...(srid === undefined || Number(srid) === 0 ? {} : { srid: Number(srid) }),
    ...(dimensions === '' ? {} : { dimensions: dimensions.toUpperCase() as 'Z' | 'M' | 'ZM' }),
  }
}
