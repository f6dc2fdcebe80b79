/** What the rows of a table are, by the last word of its name (`blog_posts` → post). */
export const tableWords = [
  [
    'person',
    'user | person | profile | contact | customer | client | member | patient | student | employee | teacher | instructor | professor | tutor | doctor | physician | nurse | staff | lead | author | subscriber | attendee | participant | guest | driver | candidate | applicant | donor | volunteer | passenger | player | artist | actor | director | musician | landlord | agent | seller | buyer | coach | athlete | speaker | trainer | guardian | parent | child | resident | worker | technician | admin | administrator | manager | salesperson | prospect | recipient | beneficiary | visitor | owner | writer | editor | reviewer | human | citizen | voter | friend | dependent | shopper | practitioner | therapist | dentist | veterinarian | freelancer | mentor | mentee | learner | alumnus | alumni | invitee | responder | composer | account holder | cardholder | borrower | reader | librarian | courier | rider | caregiver | developer | consultant',
  ],
  [
    'company',
    'company | organization | organisation | org | vendor | supplier | brand | manufacturer | business | firm | employer | publisher | merchant | carrier | airline | bank | agency | partner | insurer | clinic | hospital | school | university | college | store | shop | restaurant | hotel | dealer | distributor | retailer | sponsor | institution | tenant | corporation | competitor | franchise | record label | laboratory | pharmacy | dealership | exchange',
  ],
  [
    'product',
    'product | item | variant | product variant | goods | merchandise | part | sku | catalog item | menu item | dish | stock item | equipment | device | gadget | accessory | gear | gear item | outdoor gear',
  ],
  [
    'line',
    'order item | order line | invoice item | invoice line | line item | order detail | cart item | basket item | invoice line item | order line item | quote item | receipt item | purchase order item | purchase order line | checkout item | wishlist item',
  ],
  [
    'group',
    'team | project | channel | group | workspace | room | album | playlist | guild | club | squad | board | community | space | circle | clan | committee | household | cohort | server | folder | collection | list | campaign | pipeline | chat | conversation | segment | league | program | portfolio | sprint | milestone | board list',
  ],
  [
    'category',
    'category | subcategory | topic | genre | forum | taxonomy | subject area | product type | collection type',
  ],
  ['tag', 'tag | label | keyword | hashtag | skill | interest | hobby'],
  ['city', 'city | town | municipality'],
  ['country', 'country | nation'],
  ['region', 'region | state | province | county | district | territory'],
  ['language', 'language'],
  ['locale', 'locale'],
  ['currency', 'currency'],
  ['timezone', 'timezone | time zone'],
  ['color', 'color | colour'],
  ['brand', 'product brand'],
  ['department', 'department | division'],
  ['industry', 'industry | sector'],
  ['role', 'role | job role'],
  ['job', 'job title | job posting | job listing | vacancy | opening | job opening | position'],
  [
    'place',
    'address | location | venue | place | warehouse | branch | office | site | facility | depot | station | airport | port | terminal | stop | destination | landmark | billing address | shipping address | building | zone',
  ],
  ['property', 'property | listing | apartment | house | home | rental | real estate | unit | accommodation | villa'],
  [
    'event',
    'event | meetup | conference | webinar | workshop | concert | calendar event | show | festival | meeting | tournament | gathering',
  ],
  [
    'tracking',
    'event log | analytics event | page view | pageview | tracking event | log | audit log | audit | activity log | audit event | audit entry | activity | access log | error log | webhook event | stripe event | domain event | outbox | event store | metric | session | visit | click | impression | history | request log | webhook delivery | job run | execution | error',
  ],
  [
    'task',
    'task | issue | bug report | ticket | todo | to do | subtask | action item | checklist item | work item | bug | card | reminder | chore | work order | support ticket | user story | story point | todo item | goal | objective | incident | request | support request',
  ],
  [
    'feature',
    'feature | plan | pricing plan | subscription plan | tier | package | addon | add on | feature flag | module | component | amenity | permission group | integration | service plan | price plan | benefit | capability | entitlement',
  ],
  [
    'post',
    'post | article | page | blog | blog post | blog entry | story | chapter | tutorial | guide | document | doc | publication | essay | newsletter | announcement | news | news item | thread | recipe | press release | wiki page | knowledge base article | landing page | revision | draft | content | entry | manuscript',
  ],
  [
    'work',
    'book | movie | film | song | track | video | podcast | episode | course | lesson | lecture | quiz | exam | test | assignment | survey | form | poll | game | show episode | series | paper | report | presentation | slide | artwork | class | quest | subject | magazine | audiobook | homework | exercise | training | level | scene | dashboard | template | email template | survey form | resource | link | bookmark | media item | clip | banner | slide deck',
  ],
  ['comment', 'comment | reply | response | post comment | annotation | remark'],
  ['review', 'review | rating | testimonial | feedback | product review | evaluation | appraisal'],
  [
    'message',
    'message | chat message | notification | direct message | dm | email | sms | inbox | conversation message | mail | push notification | alert | announcement message | inquiry | contact message | contact form | contact request | contact submission | outbound message',
  ],
  ['note', 'note | memo | diary | progress note | clinical note'],
  ['question', 'question | faq | survey question | quiz question | poll question | help question'],
  ['answer', 'answer | option | choice | survey answer | poll option | survey response'],
  ['order', 'order | sales order | purchase order | purchase | checkout | cart | basket | quote | estimate'],
  ['invoice', 'invoice | bill | receipt | credit note'],
  [
    'payment',
    'payment | transaction | charge | refund | payout | transfer | ledger entry | journal entry | entry line | expense | donation | deposit | withdrawal | payment intent | settlement',
  ],
  ['subscription', 'subscription | membership | license | licence'],
  ['method', 'payment method | card | credit card | payment card'],
  ['account', 'account | bank account | wallet | ledger account | financial account'],
  ['shipment', 'shipment | delivery | parcel | consignment | fulfillment | fulfilment'],
  ['trip', 'trip | route | flight | journey | ride | leg | itinerary'],
  [
    'appointment',
    'appointment | booking | reservation | consultation | shift | slot | availability | schedule | time slot | rental booking | interview',
  ],
  [
    'run',
    'job | background job | queue job | run | import | export | sync | migration run | build | deployment | workflow run | pipeline run | batch | queue',
  ],
  ['invitation', 'invitation | invite | team invitation'],
  ['coupon', 'coupon | discount | promotion | voucher | gift card | promo code | discount code | coupon code | offer'],
  ['inventory', 'inventory | stock | stock level | inventory level | inventory item'],
  [
    'file',
    'file | attachment | media | upload | asset | picture | image | photo | product image | gallery image | document file | thumbnail | media file | blob | object | file upload | storage object | user upload',
  ],
  ['vehicle', 'vehicle | car | truck | bike | boat | aircraft'],
  ['animal', 'pet | animal | dog | cat | horse'],
  [
    'key',
    'api key | key | token | access token | refresh token | secret | oauth client | oauth application | oauth app | client credential | credential | webhook | personal access token | passkey',
  ],
  [
    'setting',
    'setting | config | configuration | preference | parameter | variable | feature toggle | translation | metadata | property value | attribute | user setting | user preference | notification preference | env var',
  ],
  ['permission', 'permission | privilege | scope | grant'],
] as const

export type TableKind = (typeof tableWords)[number][0] | 'thing'
