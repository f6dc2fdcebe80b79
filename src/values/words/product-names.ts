import { lines } from './lines.ts'

/** First words of product names: they go with everything. */
export const productAdjectives = lines(`
Classic | Trusty | Quiet | Tidy | Skyline | Compact | Everyday | Essential | Lightweight | Sturdy | Handmade | Foldable | Modern | Vintage | Slim | Studio | Heritage | Simple | Nordic | Coastal | Alpine | Urban | Signature | Original | Mini
Weekend | Family | Pocket | Double | Rustic | Premium | Basic | Portable | Small-Batch | Workshop | Harbour | Meadow | Stockholm | Kyoto | Bergen | Porto | Camden | Marlow
`)

/** Colours as shops call them. */
export const colors = lines(`
Black | White | Grey | Navy | Sky Blue | Forest Green | Olive | Sage | Mustard | Terracotta | Rust | Burgundy | Cream | Sand | Charcoal | Teal | Coral | Lavender | Stone | Midnight Blue | Natural | Ochre | Mint
Plum | Ivory
`)

/** Brands that do not exist. */
export const brands = lines(`
Almhof | Ardenne | Bergvik | Birch & Co | Bramley | Calder | Cassel | Colline | Dalgety | Ekholm | Elstree | Fennel & Fig | Fjellby | Garnock | Halden | Harrowgate | Hestia | Ilmen | Jardin Vert | Kestrel & Finch
Kiruna | Lindhaven | Lomond | Maison Brune | Marlowe | Morrow | Nordlys | North & Pine | Oakhurst | Olmsted | Pampas | Pelham | Quillon | Ravenna | Redfern | Rowan & Rye | Saltmarsh | Selkirk | Solano | Stillwater
Tern & Tide | Thornbury | Torvik | Umbra Works | Valmere | Vesper | Wainwright | Westerly | Wildwood | Yarrow
`)
