import { words } from './words.ts'

/** Adjectives that go with most nouns. */
export const adjectives = words(`
able airy amber ancient azure bold brave brief bright brisk broad bronze busy calm careful central cheerful clean clear clever cobalt compact cool
cosy coral crimson crisp curious daily dapper daring deep distant double dry eager early earnest eastern easy elder elegant emerald even exact faint fair
faithful famous fine firm fleet fond free fresh friendly full gentle giant gilded glad glossy golden good grand grassy great green happy hazel hidden high
hollow honest humble idle inner ivory jolly keen kind large lasting late leafy level light little lively local lofty lone long loyal lucky lunar mellow
merry mighty mild misty modern modest narrow native neat new nimble noble northern novel oaken old open outer pale patient plain polite prime proud
pure quick quiet rapid rare ready real rich ripe robust rosy round royal rustic safe sandy scarlet secret serene shady sharp shining short silent silver simple
sleek slow small smart smooth snowy soft solar solid southern spare spry stable steady still stout strong sturdy subtle sunny sure sweet swift tall tame
tender tidy tiny tranquil true upper urban useful vast velvet vivid warm wavy western whole wide wild windy winter wise woven young
`)
