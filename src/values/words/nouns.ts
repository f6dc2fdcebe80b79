import { words } from './words.ts'

/** Everyday nouns in the singular. */
export const nouns = words(`
acorn almanac anchor anvil apricot arch archive arrow atlas attic avenue balcony banner barn basket bay bayou beacon bell bench birch blanket blossom
bluff boat bottle branch brass breeze brick bridge brook broom bucket button cabin cable camera canal candle canoe canvas canyon captain cardinal
carousel carpet cart castle cedar cellar chalk chapel chart cherry chestnut circle clay cliff clock cloud clover coast cobalt comet compass copper
coral corner cottage courtyard cove crane crater creek crescent crest crown crystal current curtain daisy dawn delta desert dial dock dolphin dome
door dove drum dune eagle ember engine envelope falcon fan farm feather fern ferry field fig finch fjord flag flame flint flute forest forge fountain
fox frame garden garnet gate ginger glacier glade globe granite grove guitar gulf hammer hammock harbor harvest hawk hazel hearth hedge heron hill hinge
honey horizon horn inlet iris iron island ivory ivy jacket jasmine jetty journal juniper kettle key kite ladder lagoon lake lamp lantern lark lattice
laurel lavender leaf ledger lemon lens letter lever library lighthouse lily linen lock loft lotus magnet mango maple marble market marsh meadow medal melody
mesa mill mint mirror mosaic moss mountain mural needle nest notebook oak oasis ocean olive onyx opal orange orbit orchard orchid otter owl paddle palm
panel paper parade park parcel path peak pear pearl pebble pen pencil pepper petal piano pier pillar pilot pine pixel plain planet plateau plaza plum
pocket pond poppy port prairie prism puzzle quarry quartz quill quilt radio raft rail rain ranch raven reef ribbon ridge river robin rocket rope
rose ruby saddle sail sand sapphire satchel scarf schooner sequoia shade shelf shell shore signal silk silver sky slate snow sparrow spice spiral
spring spruce square stable star station stone storm stream street summit sun swallow table tablet thicket thimble thistle thread tide timber topaz torch tower
trail train tulip tunnel umbrella valley vane vase vault velvet verse vessel village vine violet violin walnut water wave well wheel whistle
willow wind window wing winter wolf wood wool wren yard zephyr
`)
