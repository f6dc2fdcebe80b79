import type { ShapeMakers } from '../shape-maker.ts'
import { companyShapes } from './company/company-shapes.ts'
import { contentShapes } from './content/content-shapes.ts'
import { fileShapes } from './file/file-shapes.ts'
import { financeShapes } from './finance/finance-shapes.ts'
import { internetShapes } from './internet/internet-shapes.ts'
import { json } from './json/json.ts'
import { labelShapes } from './label/label-shapes.ts'
import { personShapes } from './person/person-shapes.ts'
import { placeShapes } from './place/place-shapes.ts'
import { productShapes } from './product/product-shapes.ts'
import { softwareShapes } from './software/software-shapes.ts'
import { keyText } from './text/key-text.ts'
import { textShapes } from './text/text-shapes.ts'
import { typeShapes } from './type/type-shapes.ts'

/** One maker for every shape of `model/shapes.ts`. */
export const shapes: ShapeMakers = Object.freeze({
  ...typeShapes,
  json,
  ...textShapes,
  ...personShapes,
  ...companyShapes,
  ...placeShapes,
  ...productShapes,
  ...contentShapes,
  ...internetShapes,
  ...fileShapes,
  ...softwareShapes,
  ...financeShapes,
  'key.text': keyText,
  ...labelShapes,
})
