import { lines } from './lines.ts'

/** Products that are made of the same things and can do the same things. */
export interface ProductGroup {
  readonly kinds: readonly string[]
  readonly materials: readonly string[]
  /** Ends of a sentence that begins with the product: `with a removable lid`. */
  readonly features: readonly string[]
}

/** A shelf in a shop: what stands on it and what can be said about it. */
export interface Shelf {
  readonly category: string
  /** Three letters for article numbers. */
  readonly code: string
  /** From 0, cheap, to 1, dear. */
  readonly level: number
  readonly groups: readonly ProductGroup[]
  /** Whole sentences that are true of everything on the shelf. */
  readonly benefits: readonly string[]
}

/** Groups are separated by empty lines and have three lines each: kinds, materials, features. */
function shelf(category: string, code: string, level: number, groups: string, benefits: string): Shelf {
  const parsed = groups
    .trim()
    .split(/\n\s*\n/)
    .map((group): ProductGroup => {
      const [kinds = '', materials = '', features = ''] = group.trim().split('\n')
      return Object.freeze({ kinds: lines(kinds), materials: lines(materials), features: lines(features) })
    })
  return Object.freeze({ category, code, level, groups: Object.freeze(parsed), benefits: lines(benefits) })
}

export const shelves: readonly Shelf[] = Object.freeze([
  shelf(
    'Furniture',
    'FUR',
    0.85,
    `
Chair | Stool | Bench | Armchair | Rocking Chair
Oak | Walnut | Beech | Ash | Rattan | Bamboo
with rounded edges | on felt pads that spare the floor | with a seat that is kind to long evenings | that stacks in pairs | with a natural oil finish

Desk | Coffee Table | Side Table | Dining Table | Sideboard | Nightstand
Oak | Walnut | Birch Plywood | Beech | Cherry | Steel
that folds flat in seconds | with a drawer that closes softly | with hidden screws | that fits into narrow corners | with a top that forgives coffee cups

Bookshelf | Wardrobe | Coat Rack | Bed Frame | Shoe Rack
Pine | Oak | Bamboo | Steel | Birch Plywood
that is fixed without drilling | with shelves at any height | that takes more weight than it looks | with spare parts for ten years`,
    'Assembly takes two people about twenty minutes. | Built to be repaired. | A quiet piece that goes with almost everything. | Delivered flat, without plastic. | Made to move house more than once.',
  ),
  shelf(
    'Kitchen',
    'KIT',
    0.35,
    `
Frying Pan | Casserole | Baking Tray | Saucepan | Griddle
Cast Iron | Carbon Steel | Enamel | Stainless Steel | Copper
with a handle that stays cool | that works on every stove | that goes from the stove into the oven | that needs no coating

Mixing Bowl | Teapot | Storage Jar | Serving Dish | Butter Dish | Mug
Stoneware | Glass | Porcelain | Ceramic | Enamel
that goes into the dishwasher | that stacks neatly | with measuring marks inside | that keeps warm for an hour | with a glaze that never looks the same twice

Cutting Board | Rolling Pin | Salad Servers | Pepper Mill | Bread Box
Olive Wood | Beech | Walnut | Acacia | Bamboo
made from one piece of wood | that spares the knife | that feels good in the hand | with a groove for juice and crumbs

Water Bottle | Lunch Box | Thermos | Coffee Grinder | Colander
Stainless Steel | Glass | Aluminium | Recycled Steel
with a lid that closes tightly | that fits into a side pocket | that comes apart for cleaning | with a spare seal`,
    'Easy to clean, even after a long weekend. | Gets better the more it is used. | Small enough for a shared kitchen. | Tested by people who cook every day. | Made for daily use.',
  ),
  shelf(
    'Clothing',
    'CLO',
    0.4,
    `
T-Shirt | Hoodie | Shirt | Polo Shirt | Dress | Overshirt
Organic Cotton | Linen | Hemp | Denim | Flannel | Jersey
with a relaxed fit | that keeps its shape after washing | with reinforced seams | with buttons made of nut | that needs no ironing

Jumper | Cardigan | Scarf | Beanie | Vest | Socks
Merino Wool | Lambswool | Alpaca | Cashmere | Recycled Wool
that does not itch | that layers well | knitted without waste | that airs out overnight | with a ribbed hem

Rain Jacket | Parka | Windbreaker | Trousers | Anorak
Recycled Polyester | Waxed Cotton | Softshell | Ripstop
with two deep pockets | with taped seams | that dries overnight | with a hood that turns with the head | that folds into its own pocket`,
    'Soft from the first day. | True to size; choose one size up for a looser fit. | Repaired free of charge for two years. | Light enough to travel with. | Cut and sewn in small batches.',
  ),
  shelf(
    'Outdoor',
    'OUT',
    0.7,
    `
Tent | Tarp | Hammock | Bivvy Bag | Rain Poncho
Ripstop Nylon | Recycled Polyester | Silnylon | Waxed Canvas
that packs down to the size of a loaf | with taped seams | with reflective guy lines | that one person can set up in the wind

Sleeping Bag | Quilt | Camping Pillow | Down Jacket
Down | Recycled Fleece | Merino | Synthetic
for three seasons | that weighs less than you would think | with a zip that does not catch | that stays warm when damp

Camp Stove | Headlamp | Trekking Poles | Cook Set | Folding Saw | Lantern
Aluminium | Titanium | Stainless Steel | Carbon
that can be repaired in the field | that works with cold hands | that fits into a mug | that folds away in a moment

Backpack | Dry Bag | Hip Bag | Rope Bag
Recycled Nylon | Ripstop | Waxed Canvas | Cordura
with a hip belt that carries the weight | with a rain cover in the bottom | that opens from the side | with loops for poles`,
    'Tried on wet weekends in the hills. | Comes with a small repair kit. | Made for people who go anyway. | Lasts for many summers. | Spare parts are sold separately.',
  ),
  shelf(
    'Electronics',
    'ELE',
    0.75,
    `
Headphones | Speaker | Radio | Microphone | Earbuds
Aluminium | Walnut | Recycled Plastic | Matte | Bamboo
with a battery that lasts all day | with clear sound at low volume | that connects in a second | with pads that can be replaced

Keyboard | Mouse | Webcam | Docking Station | Monitor | Tablet Stand
Aluminium | Recycled Plastic | Steel | Graphite | Magnesium
that remembers three devices | with a cable that can be replaced | that takes up little space | that wakes up instantly | for left and right hands

Charger | Power Bank | Desk Lamp | Router | Smart Plug
Recycled Plastic | Aluminium | Anodised | Ceramic | Matte
that stays cool | that charges two devices at once | with a light that can be dimmed | that draws no power when idle`,
    'Works without an app. | Can be opened with a normal screwdriver. | Set up in two minutes. | Updates for eight years. | Small enough to travel with.',
  ),
  shelf(
    'Office',
    'OFF',
    0.15,
    `
Notebook | Sketchbook | Weekly Planner | Calendar | Guest Book
Recycled Paper | Linen | Clothbound | Cork | Leather
that lies flat when open | with numbered pages | with a soft cover | with a pocket at the back | with a ribbon to mark the page

Pen Holder | Desk Organizer | Paper Tray | Desk Mat | Document Box | Pencil Case
Cork | Felt | Beech | Leather | Aluminium | Oak
with a place for every cable | that does not slip | that fits into a drawer | for left and right hands

Fountain Pen | Stapler | Letter Opener | Ruler | Scissors | Desk Bell
Brass | Stainless Steel | Aluminium | Black Steel
that is a pleasure to use | with a weight you can feel | that comes in a tin box | that can be serviced`,
    'Keeps the desk clear. | A small thing that makes Mondays easier. | Made by a family business. | Plain on the outside, well made within. | A good present for new colleagues.',
  ),
  shelf(
    'Garden',
    'GAR',
    0.3,
    `
Watering Can | Rain Barrel | Hose Reel | Bucket | Wheelbarrow
Galvanised Steel | Zinc | Copper | Recycled Plastic
that survives the winter outside | with a handle that does not pinch | that pours without dripping | for balconies as well

Garden Fork | Pruning Shears | Hand Trowel | Spade | Hoe
Hardened Steel | Stainless Steel | Forged Steel | Carbon Steel
with a handle of ash wood | with a blade that can be sharpened | that cuts cleanly | for small and large hands

Plant Pot | Planter | Bird Bath | Raised Bed | Trellis
Terracotta | Cedar | Acacia | Larch | Stoneware
that drains well | that ages gracefully | that stands up to frost | in a size that can still be moved`,
    'Made for wet hands and muddy boots. | Fits through every garden gate. | Needs no tools to set up. | Looks better every year. | The neighbours will ask to borrow it.',
  ),
  shelf(
    'Home',
    'HOM',
    0.35,
    `
Blanket | Cushion | Duvet Cover | Curtain | Bath Towel | Tablecloth
Wool | Linen | Cotton | Hemp | Velvet
with a pattern from the sixties | that feels heavier than it is | that can be washed at sixty degrees | with fringes on both ends | that softens with every wash

Vase | Candle Holder | Lamp | Fruit Bowl | Wall Hook | Bookend
Stoneware | Brass | Glass | Porcelain | Marble
made by hand | that looks good empty, too | in a size that suits most rooms | that casts a warm light

Rug | Doormat | Laundry Basket | Storage Basket | Wall Hanging
Jute | Seagrass | Wool | Recycled Cotton | Felt
with a backing that stays in place | woven by hand | that hides what it should | that shakes out easily`,
    'Warm, without being loud about it. | Each piece is slightly different. | Looks good in daylight and by candle. | A present that nobody gives away. | Goes with what is already there.',
  ),
  shelf(
    'Sports',
    'SPO',
    0.5,
    `
Yoga Mat | Exercise Mat | Balance Pad | Foam Roller | Yoga Block
Cork | Natural Rubber | Recycled Foam | Jute
with a good grip | that is easy to rinse off | that does not curl at the edges | for bare feet and hard floors

Kettlebell | Dumbbell | Pull-Up Bar | Weight Plate
Cast Iron | Steel | Chrome | Powder-Coated
with a handle that fits both hands | that leaves no marks on the floor | marked in kilos and pounds | that will outlive its owner

Running Shoes | Cycling Helmet | Gym Bag | Swim Goggles | Running Vest
Recycled Mesh | Woven | Reflective | Breathable
with room for a phone and keys | that adjusts with one hand | that breathes well | for beginners and regulars

Football | Basketball | Tennis Racket | Table Tennis Set | Skipping Rope
Leather | Composite | Maple | Bamboo
that keeps its shape | for the park and the club | used by two local teams | that plays well from the first day`,
    'Ready for the first session. | Keeps going when you do not. | Light on luggage, heavy on use. | Tried by people who train before breakfast. | Quiet and hard to break.',
  ),
  shelf(
    'Toys',
    'TOY',
    0.2,
    `
Building Blocks | Toy Train | Spinning Top | Marble Run | Stacking Rings | Balance Bike
Beech | Maple | Birch | Bamboo
for children from three years | painted with water-based colours | that grows with the child | without batteries

Plush Bear | Finger Puppets | Rag Doll | Baby Rattle | Soft Ball
Cotton | Wool | Felt | Organic Cotton
that can be washed | with embroidered eyes | filled with wool | small enough to take along

Puzzle | Board Game | Card Game | Memory Game | Picture Dominoes
Cardboard | Wooden | Linen-Finish | Recycled Paper
for two to five players | with rules that fit on a page | that is over in half an hour | with drawings to look at twice`,
    'Survives being loved. | Quiet, mostly. | Good for rainy afternoons. | Tested by a very strict kindergarten. | Grown-ups will want a turn.',
  ),
  shelf(
    'Beauty',
    'BEA',
    0.2,
    `
Hand Cream | Lip Balm | Body Lotion | Face Cream | Foot Balm
Shea | Almond | Calendula | Oat | Olive
that leaves no film | in a tin that can be refilled | for dry skin | with only five ingredients

Soap | Shampoo Bar | Shower Gel | Bath Salt | Shaving Soap
Lavender | Rosemary | Lemon | Pine | Chamomile
without palm oil | that lasts for weeks | in a size for travelling | that rinses off easily`,
    'A little goes a long way. | Kind to sensitive skin. | Smells faintly of summer. | Made fresh every two weeks. | Wrapped in paper.',
  ),
  shelf(
    'Books',
    'BOO',
    0.1,
    `
Cookbook | Travel Guide | Field Guide | Handbook | Atlas | Almanac
Illustrated | Hardcover | Softcover | Large-Print | Clothbound
with more than a hundred drawings | with a ribbon to mark the page | with wide margins for notes | in its third edition | with a foldout map

Novel | Anthology | Poetry Collection | Short Story Collection | Memoir
Hardcover | Paperback | Clothbound | Large-Print
by a first-time author | set in a harbour town | about three sisters and a house | that takes its time | in a new translation`,
    'Reads well in one sitting. | Belongs next to the kettle. | A good companion for long train rides. | Printed close to home. | Makes a thoughtful present.',
  ),
  shelf(
    'Tools',
    'TOO',
    0.5,
    `
Hammer | Chisel Set | Hand Plane | Wrench | Utility Knife | Axe
Forged Steel | Hardened Steel | Carbon Steel | Chrome Vanadium
with a handle of ash wood | that holds its edge | that comes sharp and stays sharp | balanced, so that the wrist does not tire

Spirit Level | Tape Measure | Folding Rule | Marking Gauge | Try Square
Aluminium | Beech | Brass | Stainless Steel
with marks that do not wear off | that can be read in poor light | that survives a fall | accurate to half a millimetre

Toolbox | Workbench | Saw Horse | Clamp | Tool Roll
Steel | Beech | Waxed Canvas | Birch Plywood
that locks safely | with a place for everything | that carries two hundred kilos | that packs away after work`,
    'Buy it once. | Guaranteed for twenty-five years. | Spare parts are a phone call away. | Made for people who use their hands. | Good enough to lend with a label on it.',
  ),
  shelf(
    'Groceries',
    'GRO',
    0.03,
    `
Olive Oil | Honey | Jam | Mustard | Apple Juice | Pesto
Organic | Wild | Unfiltered | Seasonal | Farmhouse
from a small cooperative | in a glass that can be returned | without added sugar | made with three ingredients

Muesli | Crackers | Pasta | Granola | Bread Mix | Oatcakes
Wholegrain | Spelt | Stone-Ground | Buckwheat | Rye
for slow mornings | with a hint of lemon | milled the week before | that keeps for months

Coffee Beans | Tea | Cocoa | Dark Chocolate | Hazelnuts
Roasted | Single-Origin | Organic | Fair-Trade
traded directly with the growers | in small bags | with notes of cherry and toast | roasted on Tuesdays`,
    'Best shared. | Keeps well in a cool place. | Tastes the way it used to. | Rarely lasts until Friday. | A good thing to bring along.',
  ),
  shelf(
    'Bicycles',
    'BIC',
    1,
    `
City Bike | Gravel Bike | Road Bike | Touring Bike | Mountain Bike | Cargo Bike | Folding Bike
Steel | Aluminium | Titanium | Carbon | Chromoly
with disc brakes | for hills and headwinds | that needs little care | with mounts for everything | with lights that stay on at red

Pannier Set | Handlebar Bag | Saddle Bag | Frame Bag
Waxed Canvas | Recycled Nylon | Ripstop | Leather
that clicks on and off | that keeps everything dry | with a strap for the shoulder | that does not rattle`,
    'Built for commuting, happy to go further. | The first service is free. | Every part can be bought separately. | Ready after ten minutes with a hex key. | Made to be ridden in the rain.',
  ),
  shelf(
    'Bags',
    'BAG',
    0.55,
    `
Tote Bag | Messenger Bag | Weekender | Rucksack | Duffel | Shopper
Leather | Waxed Canvas | Recycled Nylon | Cotton | Denim | Sailcloth
with a padded back | that fits under the seat | that can be carried in two ways | with a key loop inside | with a zip that runs smoothly

Wallet | Card Holder | Laptop Sleeve | Toiletry Bag | Passport Cover
Leather | Cork | Felt | Recycled Leather
with room for what matters | slim enough for a front pocket | sewn by hand | with a lining of cotton`,
    'Gets better with every trip. | Sewn where the strain is. | Simple outside, organised inside. | Comes with a repair promise. | Looks good when worn in.',
  ),
])
