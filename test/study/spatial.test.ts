import { expect, test } from 'vitest'
import { spatialOf } from '../../src/study/types/spatial-of.ts'

test.each([
  ['geometry', {}],
  ['extensions.geometry(Point,4326)', { type: 'POINT', srid: 4326 }],
  ['geography(Polygon)', { type: 'POLYGON' }],
  ['geometry(MultiLineStringZM,25832)[]', { type: 'MULTILINESTRING', srid: 25_832, dimensions: 'ZM' }],
  ['geometry(Geometry,3857)', { srid: 3857 }],
  ['geometry(PointZ)', { type: 'POINT', dimensions: 'Z' }],
  ['geometry(GeometryM,0)', { dimensions: 'M' }],
])('%s', (typeName, spatial) => expect(spatialOf(typeName)).toEqual(spatial))
