/** The shape of a time by its words, the words for the kind of column (`at`, `on`, `date`, `time`, `timestamp`) left out. */
export type TimeShape = 'created' | 'updated' | 'deleted' | 'started' | 'ended' | 'happened' | 'due'

export const timeWords: readonly (readonly [TimeShape, string])[] = [
  [
    'created',
    'created | creation | inserted | added | registered | registration | joined | create | enrolled | enrollment | signup | signed up | member since | since | record created | crtd | submitted | placed | ordered | order | received | issued | issue | invoice | opened | logged | recorded | posted | hire | hired | transaction | booked | applied | application | filed | entry | occurred | event occurred | requested | invited | raised | reported',
  ],
  [
    'updated',
    'updated | update | modified | modification | changed | last updated | last modified | last changed | last update | edited | last edited | refreshed | synced | last synced | touched | change | upd | lastmod',
  ],
  [
    'deleted',
    'deleted | archived | removed | soft deleted | trashed | deactivated | banned | disabled | revoked | blocked | suspended | destroyed | purged | churned',
  ],
  [
    'due',
    'due | deadline | expires | expiry | expiration | expired | scheduled | scheduled for | next | target | reminder | remind | renewal | renews | delivery estimate | estimated delivery | expected | expected delivery | promised | next billing | next run | next payment | next due | follow up | trial end | trial ends | payment due | due by | run | remind me | snoozed until | review due | best before | expire | sell by | eta | promised by | expected close | warranty expiry | visa expiry | run after | available again',
  ],
  [
    'started',
    'start | starts | begin | begins | from | first | first day | valid from | opens | effective | effective from | check in | checkin | arrival | departure | start time | starts on | period start | current period start | trial start | sales start | reserved for | booked for | appointment | booking | event | meeting | session | scheduled start | planned start | depart | departs | active from | available from | game | match | kickoff | move in | pickup | lease start | contract start | started | began | begun | clock in | admission | admitted | term start | borrowed | loan | rented | checked out',
  ],
  [
    'ended',
    'end | ends | finish | finishes | finished | until | to | last day | valid to | valid until | closes | check out | checkout | ended | period end | current period end | effective to | effective until | scheduled end | planned end | sales end | active until | available until | arrive | arrives | move out | return | lease end | contract end | termination | terminated | clock out | discharge | discharged | valid through | closing | closed | term end | dropoff | end time | returned | left | through | stopped | completed session',
  ],
  [
    'happened',
    'published | completion | sign in | current sign in | login | confirmed | verified | paid | shipped | sent | read | completed | seen | last seen | last login | last sign in | last active | last activity | last used | last accessed | last run | approved | rejected | cancelled | canceled | accepted | declined | delivered | resolved | refunded | processed | viewed | activated | used | redeemed | failed | locked | email confirmed | phone confirmed | email verified | phone verified | invitation accepted | payment | released | release | publish | publication | signed | reviewed | assigned | answered | acknowledged | notified | graduated | graduation | purchase | purchased | sold | sale | captured | authorized | settled | merged | deployed | pinned | subscribed | unsubscribed | unlocked | earned | awarded | visited | clicked | watched | played | liked | followed | replied | responded | measured | recorded on | checked | tested | triggered | downloaded | uploaded | imported | exported | converted | contacted | last contacted | last contact | password changed | onboarded | reconciled | fulfilled | dispatched | dispensed | prescribed | diagnosed | attended | performed | inspected | serviced | last service | last maintenance | claimed | featured | date | time | timestamp | when | occurred on | purchase made | taken | shot | fetched | crawled | indexed | last message | last reply | last post | first seen | last ping | last heartbeat | heartbeat | ts | datetime | day | delivery | collected | vaccination | test | exam | inspection | log | report | snapshot | value | effective posted',
  ],
]

/** What only says that it is a time. */
export const timeTails = 'at | on | date | time | timestamp | datetime | ts | dt | utc | day | tstamp'

/** Tables whose own `date`, `time`, `day` lie ahead as often as behind. */
export const plannedTables = 'event | appointment | trip'

/** Ends and the starts they belong to where the words differ. */
export const timePairs: readonly (readonly [end: string, start: string])[] = [
  ['end', 'start'],
  ['ends', 'starts'],
  ['ended', 'started'],
  ['finish', 'start'],
  ['finished', 'started'],
  ['completed', 'started'],
  ['until', 'from'],
  ['to', 'from'],
  ['validto', 'validfrom'],
  ['validuntil', 'validfrom'],
  ['closes', 'opens'],
  ['closed', 'opened'],
  ['close', 'open'],
  ['checkout', 'checkin'],
  ['arrival', 'departure'],
  ['arrives', 'departs'],
  ['returned', 'borrowed'],
  ['return', 'loan'],
  ['returned', 'rented'],
  ['return', 'pickup'],
  ['discharge', 'admission'],
  ['discharged', 'admitted'],
  ['moveout', 'movein'],
  ['clockout', 'clockin'],
  ['dropoff', 'pickup'],
  ['left', 'joined'],
  ['termination', 'hire'],
  ['terminated', 'hired'],
  ['resolved', 'opened'],
  ['stopped', 'started'],
  ['checkedin', 'checkedout'],
  ['termination', 'start'],
]

export const birthWords = 'birth | birthday | birthdate | date of birth | dob | born | born on | birth date | bday'
