import { type Topic, topic } from './topic.ts'

/** Subjects from kitchens, gardens, workshops and roads. */
export const topicsLife: readonly Topic[] = Object.freeze([
  topic(
    'sourdough bread',
    'Food',
    'baking|bread|recipes|sourdough',
    'feed a starter|shape a loaf|read the crumb|bake with rye flour|slow down the second rise|score the crust|store a starter for weeks|rescue a flat loaf',
    'starters|loaves|proofing baskets|flours|long rises|crusts|Dutch ovens|failed loaves',
    `A young starter needs two feeds a day until it doubles reliably.
Most flat loaves come from a dough that rose too warm and too long.
Rye ferments faster than wheat, so the clock matters less than the dough.
A cast-iron pot keeps enough steam for a crust that crackles.
Letting the loaf cool for two hours is the hardest part.
The same recipe tastes different in winter, and that is half the fun.`,
  ),
  topic(
    'coffee at home',
    'Food',
    'coffee|brewing|kitchen|espresso',
    'dial in a grinder|brew a clean cup|choose fresh beans|descale the machine|steam milk by ear|taste two roasts side by side|store beans for a month|pack coffee gear for a trip',
    'grinders|filter papers|light roasts|kettles|pour-over cones|espresso shots|tasting notes|cheap scales',
    `Water makes up almost all of the cup, so it is worth filtering it.
Grinding a little finer fixes more sour cups than any new machine.
Beans taste best between one and four weeks after roasting.
A kitchen scale changes more than a second grinder would.
Most people stop adjusting one step too early.
Milk that hisses quietly will pour; milk that screams will not.`,
  ),
  topic(
    'vegetable gardening',
    'Garden',
    'garden|vegetables|soil|seasons',
    'start seeds indoors|build a raised bed|rotate the beds|keep slugs away|water during a dry spell|turn kitchen scraps into compost|save tomato seeds|plan a winter harvest',
    'raised beds|seedlings|tomatoes|compost heaps|slug traps|cold frames|watering cans|runner beans',
    `Seedlings that get too warm grow tall and fall over.
A bed that was mulched in autumn needs half the weeding in spring.
Beans feed the soil that the cabbages will need next year.
Watering in the morning leaves less for the slugs to enjoy.
Two square metres are enough to never buy salad in summer.
Nothing teaches patience like a row of carrots.`,
  ),
  topic(
    'houseplants',
    'Home',
    'plants|home|indoor garden',
    'repot a monstera|find the right window|water less often|save a drooping fern|propagate cuttings in water|clean dusty leaves|get rid of fungus gnats|hang plants from a ceiling',
    'ferns|terracotta pots|grow lights|cuttings|succulents|north-facing rooms|drip trays|rubber plants',
    `More houseplants drown than dry out.
Terracotta forgives what plastic pots do not.
A plant that leans is only looking for the window.
Yellow sticky cards catch gnats before you notice them.
Cuttings root faster in a glass on the kitchen sill than in soil.
Turning the pot a little every week keeps the plant upright.`,
  ),
  topic(
    'hiking in the mountains',
    'Outdoors',
    'hiking|mountains|outdoors|trails',
    'read a contour map|pack for three days|cross a cold stream|choose boots that last|plan around the weather|find a quiet trail|walk with a heavy pack|teach kids to love walking',
    'ridgelines|mountain huts|walking poles|early starts|paper maps|blisters|switchbacks|summit days',
    `The last hour of daylight is the one you should not have to rely on.
Boots that fit in the shop are too small on the way down.
A paper map never runs out of battery.
Most huts keep a few beds free for people who arrive on foot.
Weather comes from the side of the mountain that you cannot see.
Three litres of water weigh three kilos until you drink them.`,
  ),
  topic(
    'bike touring',
    'Outdoors',
    'cycling|bikepacking|travel|bikes',
    'plan a week by bike|fix a flat in the rain|load a bike evenly|ride into a headwind|sleep outdoors legally|choose tyres for gravel|cross a border by bike|ride with a trailer',
    'panniers|gravel roads|tail winds|campsites|spare tubes|route maps|quiet back roads|rest days',
    `Sixty kilometres is a full day once you start to look around.
A loaded bike brakes later than you think.
Wide tyres at low pressure are faster on bad roads than narrow ones.
Bakeries open before campsites wake up.
Every tour needs one day without a plan.
The wind always turns on the day you booked a room.`,
  ),
  topic(
    'trail running',
    'Outdoors',
    'running|trails|training|fitness',
    'run uphill without stopping|train for a first ultra|recover after a long run|choose trail shoes|run by feel|eat on the move|run in the dark|come back after an injury',
    'hill repeats|trail shoes|long runs|head torches|muddy paths|rest weeks|training logs|finish lines',
    `Walking the steep parts is not giving up, it is pacing.
Easy runs should feel embarrassingly easy.
Shoes last about seven hundred kilometres on rock.
The second half of a race is eaten in the first.
A head torch turns a known path into a new one.
One week in four should be lighter than it feels it needs to be.`,
  ),
  topic(
    'wild camping',
    'Outdoors',
    'camping|outdoors|gear',
    'pitch a tent in the wind|leave no trace|cook on a tiny stove|stay dry for a week|choose a sleeping bag|camp with small children|keep food away from animals|find a flat spot before dark',
    'tents|camp stoves|sleeping mats|rain flies|guy lines|dry bags|warm socks|early mornings',
    `The ground takes more warmth than the air does.
A tent that is pitched well makes almost no noise.
Wet socks dry fastest inside a sleeping bag.
The best spots are found an hour before you need them.
Fuel for one week fits into a coat pocket.
Everything you carry in has to come out again.`,
  ),
  topic(
    'film photography',
    'Photography',
    'photography|film|cameras',
    'meter by eye|develop black and white at home|load a medium format back|scan negatives|shoot one roll a month|find an old lens that still shines|photograph strangers politely|print in a darkroom',
    'light meters|negatives|old lenses|contact sheets|rangefinders|push-processed rolls|darkrooms|double exposures',
    `Thirty-six frames make you look longer before you press.
Overexposing negative film by a stop rarely hurts it.
Developer at twenty degrees gives you time to think.
A contact sheet shows what you were really interested in.
Old lenses flare, and sometimes that is the picture.
The camera that is easy to carry takes the better photographs.`,
  ),
  topic(
    'landscape photography',
    'Photography',
    'photography|landscape|light',
    'wait for the light|compose with a foreground|photograph fog|use a tripod less|find places on a map|edit with restraint|shoot into the sun|carry one lens only',
    'blue hours|tripods|filters|panoramas|foregrounds|empty beaches|long exposures|grey days',
    `Flat light suits forests better than any sunset.
The picture is often behind you.
A polarising filter does more for wet leaves than any editing.
Going back to the same place five times beats five new places.
Fog simplifies whatever you cannot.
Most tripods are tall enough to be left half folded.`,
  ),
  topic(
    'train travel',
    'Travel',
    'travel|trains|europe|slow travel',
    'cross a continent by train|book a night train|pack for two weeks in one bag|read a foreign timetable|travel with a bicycle|find the scenic route|eat well between stations|change trains in four minutes',
    'night trains|dining cars|branch lines|border stations|seat reservations|window seats|missed connections|railway hotels',
    `The slow line along the river costs half as much.
Night trains sell out long before the day trains do.
A printed ticket still solves arguments.
Seats on the left have the sea for most of the way.
The best bread is sold at the stations nobody changes at.
Two short connections are riskier than one long one.`,
  ),
  topic(
    'weekend city trips',
    'Travel',
    'travel|cities|weekends|food',
    'see a city in two days|skip the queue politely|eat where the locals eat|walk instead of taking the metro|pick a neighbourhood to stay in|visit a museum in an hour|travel with carry-on only|plan a rainy afternoon',
    'small museums|market halls|rooftop views|side streets|corner cafés|day passes|late breakfasts|guided walks',
    `One museum a day is enough for anyone.
Markets close earlier than the guide books say.
The second street behind the square is always cheaper.
A tram across town shows more than a tour bus.
Sunday mornings belong to people with dogs and tourists.
Staying near a park makes breakfast easy.`,
  ),
  topic(
    'woodworking',
    'Making',
    'woodworking|tools|workshop|furniture',
    'sharpen a chisel|cut a clean dovetail|finish a table top|choose timber at the yard|build a workbench|set up a hand plane|fix a wobbly chair|work in a small garage',
    'chisels|hand planes|dovetails|workbenches|oil finishes|offcuts|clamps|marking gauges',
    `A sharp tool is the safer one.
Wood keeps moving long after the glue has set.
You can never own too many clamps.
Cutting to the line is easier when the line is cut with a knife.
Oil brings out the grain, and the fingerprints.
The first bench should be the one you learn to replace.`,
  ),
  topic(
    'knitting',
    'Making',
    'knitting|wool|crafts|handmade',
    'knit a first jumper|pick up dropped stitches|read a chart|swap one yarn for another|block a finished piece|knit socks from the toe up|fix a hole in a sleeve|plan a colour pattern',
    'sock needles|cables|swatches|wool skeins|stitch markers|cardigans|cuffs|colour charts',
    `A swatch saves more time than it takes.
Wool forgives uneven stitches once it is washed.
Counting rows out loud works better than any app.
The second sock is the real project.
Bamboo needles keep slippery yarn in place.
Nobody sees the mistake that you think about for weeks.`,
  ),
  topic(
    'home repairs',
    'Home',
    'home|diy|repairs|tools',
    'fix a dripping tap|patch a plaster wall|hang a heavy shelf|bleed a radiator|silence a squeaking floor|repaint a window frame|replace a door handle|find a stud without a detector',
    'wall plugs|squeaking stairs|paint rollers|leaking taps|spare screws|old windows|spirit levels|drill bits',
    `Turning off the water first is the whole trick.
Two thin coats beat one thick coat every time.
Most squeaks are a loose screw asking for attention.
The right wall plug depends on the wall, not on the shelf.
A spirit level is only as straight as the floor is forgiving.
Write down the paint code before the tin dries up.`,
  ),
  topic(
    'small kitchens',
    'Home',
    'kitchen|cooking|storage|home',
    'cook for six in a tiny kitchen|organise one drawer|choose three good knives|store pots in the open|prep a week of lunches|make room for a dishwasher|light a dark worktop|clean as you go',
    'open shelves|carbon steel pans|folding tables|spice racks|chopping boards|stacking bowls|hooks|one-pot dinners',
    `A clear worktop is worth more than a bigger one.
Three knives cover almost every recipe.
Hooks under the shelf hold what drawers cannot.
The oven is also a cupboard, as long as everyone knows it.
Cooking in two pots needs better timing and less washing up.
Good light makes a narrow kitchen feel generous.`,
  ),
  topic(
    'learning a language',
    'Learning',
    'languages|learning|habits',
    'learn ten words a day|speak before you feel ready|keep a diary in Spanish|read a first novel|find a conversation partner|remember irregular verbs|watch films without subtitles|learn two languages at once',
    'flash cards|false friends|language apps|short stories|podcasts|phrase books|evening classes|awkward conversations',
    `Ten minutes every day beat two hours on Sunday.
Children's books are harder than newspapers.
Mistakes that make people laugh are the ones you never repeat.
The thousand most common words carry most of a conversation.
Listening comes before speaking, even for adults.
Understanding a joke is the first real exam.`,
  ),
  topic(
    'reading more books',
    'Learning',
    'books|reading|habits|culture',
    'finish fewer books on purpose|read before going to sleep|start a book club|choose the next novel|take notes in the margin|read a classic without fear|lend books and get them back|read with children',
    'paperbacks|reading lists|book clubs|margins|second-hand shops|audiobooks|short chapters|library cards',
    `Giving up on a book is a skill.
Twenty pages a day add up to thirty books a year.
A pencil turns reading into a conversation.
Libraries will order almost anything you ask for.
The best recommendations come from people who disagree with you.
Short books deserve slow readers.`,
  ),
  topic(
    'playing the piano',
    'Music',
    'music|piano|practice',
    'practise for twenty minutes|play hands together|learn to read bass clef|memorise a short piece|play for an audience of one|tune out the neighbours|choose a digital piano|slow down the hard bars',
    'scales|metronomes|left-hand patterns|sheet music|pedals|slow movements|practice rooms|duets',
    `Slow practice is fast progress.
The metronome is never wrong, only rude.
Four bars a day make a piece in a month.
A weighted keyboard matters more than a hundred sounds.
Hands learn separately and forget together.
Playing for one person is harder than playing for fifty.`,
  ),
  topic(
    'family budgets',
    'Money',
    'money|budget|saving|family',
    'plan a month of expenses|cut the food bill|save for a big trip|talk about money calmly|track spending without an app|cancel what nobody uses|build a rainy-day fund|teach children about money',
    'shared accounts|pocket money|standing orders|subscriptions|cash envelopes|energy bills|savings goals|big purchases',
    `Subscriptions are easiest to cancel on the day you find them.
A budget works when it survives a bad month.
Food is the largest bill that you can change by Friday.
Saving first and spending the rest needs no willpower.
Three months of expenses buy a lot of calm.
Children learn more from the shopping list than from a lecture.`,
  ),
  topic(
    'sleeping better',
    'Health',
    'sleep|health|habits',
    'fall asleep faster|wake up without an alarm|keep the bedroom cool|give up late coffee|nap without regret|travel across time zones|put the phone away|build an evening routine',
    'blackout curtains|evening walks|alarm clocks|weekend lie-ins|screens|night shifts|short naps|cool bedrooms',
    `A cool room helps more than a new mattress.
Coffee at four is still awake at ten.
Getting up at the same time is the part that works.
Twenty minutes is a nap, ninety is a second night.
The phone sleeps better in the kitchen, too.
Daylight before breakfast sets the clock for the evening.`,
  ),
  topic(
    'strength training',
    'Health',
    'fitness|strength|training|health',
    'start lifting after forty|squat with good form|train twice a week|warm up in five minutes|add weight slowly|train at home without machines|get back after a break|track progress on paper',
    'kettlebells|pull-ups|rest days|warm-ups|squat racks|training plans|resistance bands|sore muscles',
    `Two good sessions a week are enough to get stronger.
The last two repetitions are where the progress is.
Rest days are part of the plan, not a break from it.
Form first, weight later, ego never.
A notebook remembers what you lifted better than you do.
Most people quit in the third week, just before it shows.`,
  ),
  topic(
    'beekeeping',
    'Garden',
    'bees|honey|garden|nature',
    'inspect a hive calmly|catch a swarm|harvest honey|get bees through winter|plant a garden for bees|choose a first hive|spot a laying queen|talk to the neighbours about bees',
    'hives|queens|honey frames|smokers|swarms|wild flowers|bee suits|late frosts',
    `A calm keeper makes a calm hive.
Bees need more food in March than in January.
One strong hive is better than two weak ones.
Honey that is taken too early will not keep.
Swarms are loud and almost never dangerous.
Planting for bees starts with what flowers in autumn.`,
  ),
  topic(
    'board games',
    'Games',
    'games|board games|family|evenings',
    'explain the rules in five minutes|host a game night|teach a game to children|choose a game for two|store boxes on edge|play without keeping score|fix a missing piece|design a simple card game',
    'card decks|dice|rule books|co-op games|expansions|player boards|opening moves|long campaigns',
    `The person who explains the rules should not play to win.
A game for two is a different thing from a game for four with two missing.
Dice are fairer than people remember.
Most rule books put the first turn on page nine.
Losing together brings people back next week.
Good snacks never touch the cards.`,
  ),
  topic(
    'living with a dog',
    'Pets',
    'dogs|pets|training|walks',
    'train a puppy|walk a dog that pulls|travel by train with a dog|introduce a dog to a cat|leave a dog alone calmly|brush a long coat|read canine body language|choose a dog from a shelter',
    'leads|treats|puppies|muddy paws|vet visits|dog beds|recall games|long walks',
    `A tired dog is a well-behaved dog.
Puppies sleep eighteen hours and use the other six well.
Saying the name once works better than saying it ten times.
Dogs read shoulders before they hear words.
The shelter knows more about the dog than the photograph does.
Rain is only weather for people.`,
  ),
  topic(
    'restoring old furniture',
    'Making',
    'furniture|restoration|diy|vintage',
    'strip old paint|re-glue a loose joint|find a bargain at a flea market|replace a cane seat|match an old finish|clean brass handles|move a wardrobe in one piece|know when to leave it alone',
    'flea markets|brass handles|veneers|drawers|wax finishes|upholstery tacks|worn corners|oak chests',
    `Old glue lets go with warm water and patience.
Patina is the part that you cannot buy back.
Most drawers stick because of candle wax that is no longer there.
Check the back before you fall in love with the front.
A finish should be tested where nobody looks.
Woodworm is usually older than the seller.`,
  ),
  topic(
    'sailing small boats',
    'Outdoors',
    'sailing|boats|sea|weather',
    'reef in time|pick up a mooring|read the tide tables|sail with a nervous crew|dock without drama|tie four useful knots|cross a busy channel|plan a first overnight trip',
    'jibs|tide tables|moorings|life jackets|charts|head winds|anchors|night watches',
    `The time to reef is when you first think of it.
Slow is the right speed in every harbour.
An anchor holds by its chain more than by its weight.
Four knots cover nearly everything on board.
The tide does not wait, but it does announce itself.
A cold crew makes poor decisions.`,
  ),
  topic(
    'watercolour painting',
    'Art',
    'art|painting|watercolour|sketching',
    'mix a clean green|paint a wet sky|leave the paper white|sketch in public|choose three brushes|stretch paper at home|paint the same view weekly|save a muddy painting',
    'sketchbooks|washes|pigments|masking tape|brushes|wet edges|colour wheels|field easels',
    `The white of the paper is the brightest paint you own.
Three pigments mix almost everything you will see.
Wet paper decides for you, so decide earlier.
A painting that is nearly finished usually is.
Cheap brushes are fine, cheap paper is not.
Painting one tree every week teaches you all the others.`,
  ),
])
