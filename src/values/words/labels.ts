import { words } from './words.ts'

/** What may stand before any of the things: times, places, ranks, states. */
export const labelKinds = words(`
annual autumn basic central combined common current daily default detailed draft early eastern evening extended external extra final first former
full general initial internal joint large last late local main minor monthly morning new next northern old open original partial personal preliminary
previous primary private provisional public quarterly quick recent reduced regional regular revised second seasonal separate shared short simple single small
southern special spare spring standard summer temporary third updated upper usual weekly western winter yearly
`)

/** Things that every kind of application knows. */
export const labelThings = words(`
agenda agreement appendix application archive assignment balance batch booking box branch budget building bundle calendar campaign case category chapter
checklist collection contract copy course delivery deposit document edition entrance entry estimate exercise file folder form group guide hall
instruction inventory invoice issue item key label lesson letter list location machine meeting method module note notice offer office order outline overview
package page parcel part payment period permit plan point policy position procedure programme project proposal purchase question range receipt record
reminder rental repair reply report request reservation result return review room route sample schedule section selection series service session set
shelf shipment shift sign site sketch step storage summary supply survey table task template term test topic transfer trip unit update version visit
`)
