import { type Topic, topic } from './topic.ts'

/** Subjects from offices, products and code. */
export const topicsWork: readonly Topic[] = Object.freeze([
  topic(
    'remote work',
    'Work',
    'remote|work|teams|habits',
    'run a meeting without cameras|write things down first|end the day on time|welcome a colleague from afar|share a calendar honestly|work across eight time zones|keep a quiet desk at home|celebrate together from apart',
    'written updates|time zones|video calls|home offices|chat channels|shared calendars|focus days|team retreats',
    `What is written down does not have to be said twice.
Most video calls could have been three sentences.
Time zones are easier when the work does not wait for answers.
A door is the best productivity tool at home.
Meeting in person twice a year pays for itself.
Silence in a channel usually means that people are working.`,
  ),
  topic(
    'product discovery',
    'Product',
    'product|research|strategy',
    'interview five customers|test an idea in a week|say no to a feature|write a one-page brief|prioritise without a spreadsheet|find the real problem|map a customer journey|measure what people do',
    'interviews|prototypes|roadmaps|assumptions|customer journeys|feature requests|opportunity trees|early adopters',
    `Five interviews show most of what fifty would.
People describe solutions when you ask for problems.
A prototype answers in a day what a debate cannot in a month.
The roadmap is a guess with dates on it.
Every feature has to be explained, supported and one day removed.
The quiet customers are the ones to call.`,
  ),
  topic(
    'design systems',
    'Design',
    'design|components|ui|accessibility',
    'name a colour token|document a component|retire an old button|get developers on board|design an empty state|keep spacing consistent|audit twelve shades of grey|support dark mode',
    'design tokens|buttons|spacing scales|icon sets|form fields|empty states|component libraries|style guides',
    `A component nobody can find will be built again.
Names outlive colours, so name the purpose.
The empty state is the first thing that every user sees.
Twelve greys are a sign that nobody was asked.
Consistency is a feature that only its absence makes visible.
Good documentation shows the wrong way as well.`,
  ),
  topic(
    'accessible interfaces',
    'Design',
    'accessibility|design|frontend',
    'test with a keyboard|write useful alt text|choose contrasts that work|label a form properly|try a screen reader|design for one hand|caption a video|fix focus order',
    'screen readers|focus rings|alt texts|colour contrasts|form labels|captions|skip links|touch targets',
    `Putting the mouse away for an hour finds most problems.
A placeholder is not a label.
Good contrast helps everyone who sits in the sun.
The best alternative text says what the picture is for.
Focus rings are only ugly until you need one.
Captions are read by people who hear perfectly well.`,
  ),
  topic(
    'PostgreSQL',
    'Engineering',
    'postgres|databases|sql|performance',
    'read a query plan|choose the right index|migrate without downtime|find a slow query|back up a large database|partition a growing table|debug a deadlock|write a safe migration',
    'indexes|query plans|migrations|connection pools|partial indexes|foreign keys|long transactions|materialized views',
    `An index that is never used still has to be written.
The planner is usually right about the data it knows.
A migration that takes a lock should also take a timeout.
Backups do not exist until someone has restored one.
Most slow queries return far more rows than anyone reads.
Foreign keys are cheaper than the bugs they prevent.`,
  ),
  topic(
    'automated testing',
    'Engineering',
    'testing|quality|engineering',
    'test the behaviour and not the code|delete a flaky test|speed up a slow suite|write the failing test first|test against a real database|name a test case well|debug a test that fails on Fridays|cover the boring paths',
    'flaky tests|test suites|fixtures|edge cases|snapshots|mocks|regression tests|green builds',
    `A flaky test is a bug report that nobody reads.
Fast tests get run, slow tests get skipped.
The name of a test should explain the failure.
Mocks agree with whatever you believed when you wrote them.
Every bug that comes back was missing a test.
Deleting a bad test can raise the quality of the suite.`,
  ),
  topic(
    'code review',
    'Engineering',
    'code review|teams|engineering',
    'review a large change|leave kinder comments|split a change in two|answer within a day|explain the why|disagree without delay|review your own work first|agree on a style once',
    'pull requests|review comments|small changes|style guides|checklists|second opinions|draft branches|approvals',
    `Small changes get better reviews than large ones.
A question is friendlier than a verdict, and often more correct.
The author should be the first reviewer.
Arguments about style belong to a formatter.
Waiting two days for a review costs more than the review.
Praise in a comment is not noise.`,
  ),
  topic(
    'incident response',
    'Engineering',
    'operations|reliability|incidents',
    'write a calm status update|run a blameless review|roll back without panic|keep a timeline|hand over at midnight|practise an outage|find the first cause|thank the person on call',
    'runbooks|status pages|alerts|rollbacks|timelines|post-mortems|on-call shifts|dashboards',
    `The first update should come before the first explanation.
An alert that wakes nobody up should not be one.
Rolling back is not an admission of guilt.
The timeline is written while it happens or not at all.
Most outages start with a change that looked harmless.
People are rarely the cause and often the fix.`,
  ),
  topic(
    'API design',
    'Engineering',
    'api|http|architecture',
    'version an endpoint|return a useful error|paginate a long list|document by example|deprecate a field politely|design for retries|choose between two status codes|limit requests fairly',
    'endpoints|error messages|webhooks|rate limits|cursors|API keys|idempotent requests|changelogs',
    `An error message is documentation that arrives on time.
Every list needs a limit, even the short ones.
Clients will depend on whatever you did not promise.
A retry should never charge anyone twice.
Examples are read first and often exclusively.
Removing a field takes a year and a good reason.`,
  ),
  topic(
    'web performance',
    'Engineering',
    'performance|web|frontend',
    'measure on a slow phone|shrink a large image|load fonts without a flash|cut a bundle in half|set a budget and keep it|cache what rarely changes|find the slowest request|ship less script',
    'large images|web fonts|bundles|cache headers|slow networks|lazy loading|third-party scripts|loading screens',
    `The fastest request is the one that is never made.
Your laptop is not the device your customers own.
Images are still the largest part of most pages.
A budget only works when the build fails.
Fonts can wait, text cannot.
Every script in the header was urgent to somebody once.`,
  ),
  topic(
    'machine learning in production',
    'Data',
    'machine learning|data|mlops',
    'label data consistently|spot drift early|choose a simple baseline|explain a prediction|retrain on a schedule|evaluate beyond accuracy|keep a model small|retire a model',
    'training sets|baselines|feature stores|labels|confusion matrices|notebooks|embeddings|model cards',
    `A simple baseline is harder to beat than it looks.
Labels disagree because people do.
Accuracy hides the cases that matter.
The data changes first, the model only later.
Small models are easier to explain and to pay for.
A model needs an owner as much as it needs a metric.`,
  ),
  topic(
    'data dashboards',
    'Data',
    'analytics|dashboards|data|metrics',
    'choose one number that matters|draw a chart that explains itself|retire an unused report|compare with last year fairly|annotate a spike|agree on a definition|build a weekly report|present numbers to sceptics',
    'charts|weekly reports|definitions|outliers|conversion rates|spreadsheets|targets|footnotes',
    `A number without a comparison is decoration.
Two teams with two definitions will never agree on a chart.
The spike in March was a holiday, as it is every year.
Most dashboards are opened twice.
A footnote can save a meeting.
If nobody would act on it, it need not be measured.`,
  ),
  topic(
    'customer support',
    'Support',
    'support|customers|service',
    'answer an angry e-mail|write a help article|close a ticket kindly|spot a pattern in complaints|say sorry well|hand a case to engineering|set honest waiting times|learn from a refund',
    'help articles|first replies|refunds|support queues|macros|phone calls|bug reports|thank-you notes',
    `The first reply sets the tone for the rest.
Customers forgive delays more easily than silence.
Ten similar questions are one missing article.
An apology works best without the word but.
The person who writes in speaks for twenty who did not.
A good bug report begins in the support queue.`,
  ),
  topic(
    'hiring',
    'People',
    'hiring|teams|interviews',
    'write an honest job advert|run a fair interview|reject someone kindly|give a paid trial day|check references properly|compare candidates on paper|make an offer people accept|hire for the second year',
    'job adverts|interviews|work samples|offers|references|hiring panels|notice periods|first days',
    `A work sample says more than a handshake.
Good candidates read the advert more carefully than you wrote it.
The same questions for everyone make fairer decisions.
People remember how they were turned down.
Culture fit is often a polite word for similar hobbies.
The offer should not contain a surprise.`,
  ),
  topic(
    'onboarding',
    'People',
    'onboarding|teams|culture',
    'plan a first week|write a welcome guide|ship something on day one|pair with every team|ask for fresh eyes|explain the acronyms|check in after a month|say goodbye to old habits',
    'welcome guides|first tasks|mentors|checklists|team lunches|acronyms|thirty-day reviews|access rights',
    `New colleagues see what everyone else has stopped noticing.
A working laptop on day one says a lot.
The first task should be small, real and finished.
Nobody asks about the third acronym.
A mentor from another team opens the right doors.
After a month the best questions are gone.`,
  ),
  topic(
    'one-on-one meetings',
    'People',
    'management|feedback|teams',
    'give feedback early|listen for ten minutes|ask a better question|talk about money openly|keep a shared agenda|handle a difficult news day|coach instead of fixing|follow up on promises',
    'agendas|open questions|career goals|feedback rounds|shared notes|salary talks|skip-levels|walks',
    `The agenda belongs to the person who does not set the salary.
Feedback ages badly.
Moving the meeting twice sends a message.
A walk makes hard conversations easier.
The best question is followed by silence.
Promises made here are remembered longest.`,
  ),
  topic(
    'content marketing',
    'Marketing',
    'marketing|content|writing|seo',
    'plan a quarter of articles|update an old post|write a headline last|interview a customer|measure more than clicks|turn one talk into five posts|find a voice|edit without mercy',
    'headlines|newsletters|case studies|landing pages|editorial calendars|old posts|guest articles|search terms',
    `Updating an old article often beats writing a new one.
Headlines are written last and read first.
One honest case study outperforms ten claims.
A calendar nobody owns is a wish list.
People share what makes them look thoughtful.
Cutting the first paragraph nearly always helps.`,
  ),
  topic(
    'e-mail newsletters',
    'Marketing',
    'newsletter|email|writing|audience',
    'write a subject line|grow a list slowly|clean up old addresses|keep a weekly rhythm|welcome new readers|ask for replies|choose a sending day|survive an empty week',
    'subject lines|subscribers|welcome mails|open rates|replies|archives|sponsors|issue numbers',
    `A small list that answers is worth more than a large one that does not.
Readers forgive short issues, not missed ones.
The best subject lines could be sent by a friend.
Unsubscribing should take one click.
Replies are the metric that cannot be bought.
The archive is what new readers judge you by.`,
  ),
  topic(
    'pricing',
    'Business',
    'pricing|strategy|saas|revenue',
    'raise prices without drama|choose three plans|talk to customers about money|drop a discount|price by usage|explain a price change|test a new plan|keep old customers happy',
    'price plans|discounts|annual contracts|free trials|usage limits|price pages|renewals|add-ons',
    `A discount is a price that you were afraid of.
Three plans are enough for most decisions.
Nobody leaves over a price that they understand.
The free plan needs a reason to end.
Old customers should hear about changes first.
Usage pricing is fair until the first surprising bill.`,
  ),
  topic(
    'freelancing',
    'Business',
    'freelance|business|self-employed',
    'find a first client|write a clear offer|send an invoice on time|say no to a project|set a day rate|plan a month without work|end a contract well|ask for a testimonial',
    'day rates|contracts|invoices|portfolios|quiet months|retainers|referrals|tax letters',
    `The first client usually knows you already.
An invoice that is sent late will be paid late.
A clear offer says what is not included.
Quiet months are for the work nobody pays for.
Raising the rate is easiest with the next client.
Good endings bring the next project.`,
  ),
  topic(
    'small shops online',
    'Business',
    'ecommerce|shops|retail',
    'photograph products at home|write a returns policy|pack parcels faster|choose what not to sell|answer product questions|plan for the holidays|price delivery fairly|earn a second order',
    'parcels|returns|product photos|stock lists|checkout pages|gift cards|size charts|repeat customers',
    `A good photograph answers three questions at once.
Returns are cheaper than disappointed customers.
Delivery costs should never be a surprise at the end.
Half of the catalogue sells almost nothing.
The second order is won while packing the first.
December is planned in August.`,
  ),
  topic(
    'information security',
    'Security',
    'security|privacy|passwords',
    'choose a password manager|explain phishing to a team|rotate a leaked key|review who has access|lock a lost laptop|plan for the worst day|keep software up to date|ask vendors hard questions',
    'passkeys|access lists|phishing mails|security keys|audit logs|old accounts|backups|vendor reviews',
    `The strongest password is the one nobody has to remember.
Old accounts are open doors with a forgotten key.
People report mistakes when reporting is safe.
An audit log helps only if someone reads it.
Most attacks begin with a polite e-mail.
Updates are the cheapest defence there is.`,
  ),
  topic(
    'open source maintenance',
    'Engineering',
    'open source|community|maintenance',
    'triage a hundred issues|write a good changelog|welcome a first contribution|release on a schedule|say no to a pull request|hand over a project|fund the boring work|document a decision',
    'issues|changelogs|first contributions|release notes|maintainers|licences|discussions|bots',
    `Every issue is a person who took the time to write.
A clear no is kinder than a long silence.
Releases that happen often are small and dull, as they should be.
The changelog is read by people in a hurry.
Contributors stay where they are answered.
A project is healthy when two people can release it.`,
  ),
  topic(
    'public speaking',
    'Work',
    'speaking|presentations|conferences',
    'open without an apology|rehearse out loud|cut a talk to ten minutes|calm shaky hands|answer a hostile question|design slides that can be read|tell one story well|end on time',
    'slides|opening lines|rehearsals|microphones|questions|stage lights|stories|speaker notes',
    `Nobody has ever complained that a talk was too short.
The first sentence should be the one you know best.
Slides are for the audience, notes are for you.
A pause feels longer to the speaker than to anyone else.
One story is remembered, ten facts are not.
Questions are easier when you repeat them first.`,
  ),
  topic(
    'meeting notes',
    'Work',
    'meetings|writing|productivity',
    'write minutes in real time|list decisions first|cancel a recurring meeting|send notes within the hour|assign one owner|keep an agenda short|find an old decision|meet standing up',
    'agendas|decisions|action items|minutes|recurring meetings|shared documents|owners|parking lots',
    `A meeting without notes happened only for those who came.
Decisions belong at the top, discussion at the bottom.
An action with two owners has none.
Recurring meetings should have to earn their place.
Notes that arrive an hour later are read, a day later they are not.
If the agenda is empty, so is the meeting.`,
  ),
  topic(
    'sustainable packaging',
    'Sustainability',
    'sustainability|packaging|materials',
    'switch to paper tape|measure the weight of a parcel|design a reusable box|ask suppliers for less|print with fewer colours|fold instead of gluing|test a box by dropping it|explain the change to customers',
    'mailer bags|cardboard boxes|paper tapes|return labels|recycled fibres|inks|fillers|pallets',
    `The lightest box is the one that fits.
Paper tape needs a second try and then never again.
Reusable packaging works when returning it is easy.
Fewer colours make recycling simpler.
Customers notice air before they notice design.
A drop from one metre tells you most of what you need.`,
  ),
  topic(
    'urban planning',
    'Cities',
    'cities|planning|public space|mobility',
    'design a safer crossing|plant street trees|count cyclists fairly|open a street for a weekend|listen to residents early|slow down traffic|plan for shade|reuse an empty lot',
    'bus lanes|crossings|street trees|playgrounds|cycle paths|public benches|kerbs|market squares',
    `A bench decides whether people stay.
Slower streets are quieter, and more profitable for the shops.
Trees cool a street better than any awning.
Counting only cars makes everyone else invisible.
A closed street fills with chairs within an hour.
Residents know where the puddles are.`,
  ),
  topic(
    'teaching online',
    'Education',
    'teaching|education|courses',
    'record a short lesson|keep students talking|grade without losing a weekend|plan a course backwards|give feedback by voice|run a quiet breakout room|write clear assignments|help a student catch up',
    'lesson plans|breakout rooms|assignments|quizzes|recordings|rubrics|office hours|attention spans',
    `Six minutes is a long video.
Students answer each other better than they answer the teacher.
A course is planned from its last week backwards.
Feedback by voice sounds kinder than the same words in red.
Silence in a chat is not the same as silence in a room.
Clear assignments save more time than they cost.`,
  ),
])
