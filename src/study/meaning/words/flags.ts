/** How many rows have it, by word. */
export const flagWords: readonly (readonly [share: number, list: string])[] = [
  [
    0.9,
    'active | enabled | visible | available | valid | live | in stock | consent | accepted term | agreed | term accepted | is current | can login | current | operational',
  ],
  [
    0.8,
    'verified | confirmed | published | approved | public | email verified | onboarded | subscribed | delivered | success | successful | email notification | notification | opt in | newsletter | paid | passed | present | attended | searchable | required shipping | taxable | online',
  ],
  [
    0.6,
    'read | completed | done | complete | seen | processed | sent | correct | resolved | answered | returning | renew | auto renew | remember | push notification | furnished | helpful',
  ],
  [
    0.4,
    'phone verified | sms notification | marketing | required | recurring | mandatory | allow comment | shared | editable | open',
  ],
  [
    0.2,
    'featured | private | pinned | starred | favorite | favourite | primary | default | main | premium | pro | verified purchase | two factor | two factor enabled | mfa enabled | mfa | anonymous | trial | urgent | internal | promoted | sponsored | highlighted | edited | virtual | remote | international | gift | vip | new | sale | on sale | digital | bot | system | nullable | optional | hidden | muted',
  ],
  [
    0.1,
    'admin | superuser | super user | staff | owner | root | moderator | premium only | unlimited | sso user | sso | locked | draft | closed | expired | cancelled | canceled | refunded | failed | archived | sticky | cancel at period end | returned | overdue | flagged | test | dry run | rejected | revoked | disabled | inactive | sold out',
  ],
  [
    0.05,
    'deleted | banned | blocked | removed | suspended | spam | deceased | blacklisted | fraud | fraudulent | trashed | nsfw | explicit | error | recalled | anonymized | broken | bounced | unsubscribed',
  ],
]

/** Words before the fact: `is_active`, `has_children`. */
export const flagLeads =
  'is | has | can | was | are | should | allow | allows | enable | enables | did | does | will | have | must | be | flag'
