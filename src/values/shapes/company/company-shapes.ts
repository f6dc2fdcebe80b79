import type { ShapeName } from '../../../model/shapes.ts'
import type { ShapeMakers } from '../../shape-maker.ts'
import type { TextStyle } from '../text/style.ts'
import { nameStyle, proseStyle, slugStyle } from '../text/styles.ts'
import { plainText } from '../text/text-shape.ts'
import { companyName, companySlug, department, industry, mailbox, slogan } from './parts.ts'

/** `.example` is reserved (RFC 2606), so no company owns these. */
const domainStyle: TextStyle = { ...slugStyle, tail: () => '.example', spareTail: '.test', edge: '-' }
const urlStyle: TextStyle = { ...domainStyle, lead: () => 'https://www.', spareLead: 'https://' }
const emailStyle: TextStyle = { ...domainStyle, lead: (draws) => `${mailbox(draws)}@`, spareLead: 'hi@' }

export const companyShapes: Pick<ShapeMakers, Extract<ShapeName, `company.${string}`>> = {
  'company.name': plainText(nameStyle, companyName),
  'company.domain': plainText(domainStyle, companySlug),
  'company.url': plainText(urlStyle, companySlug),
  'company.email': plainText(emailStyle, companySlug),
  'company.industry': plainText(nameStyle, industry),
  'company.slogan': plainText(proseStyle, slogan),
  'company.department': plainText(nameStyle, department),
}
