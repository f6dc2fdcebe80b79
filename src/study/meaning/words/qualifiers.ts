/** Words before a fact that do not make it another person's, place's, company's … */
export const neutralWords =
  'primary | main | home | work | office | mobile | cell | personal | current | full | official | default | display | public | preferred | business | legal | formatted | complete | physical | mailing | postal | permanent | residential | verified | registered | raw | normalized | my | the | is | iso | no | 1 | text | original | actual | meta | seo | og | page | short | long | internal | external | private | new'

/** Words that only say which thing of a table it is, by what the thing is. */
export const ownWords: Readonly<Record<string, string>> = {
  person: 'user | person | profile | account | member | individual',
  company: 'company | organization | organisation | org | business | corporate | firm',
  place: 'address | location | place | geo | addr | position | gps',
  product: 'product | item | article | variant',
  content: '',
  file: 'file | document | doc | attachment | image | photo | upload | media | data | asset',
}

/** Words for people: `sender_name`, `author_email`, `approved by`. Those of `tableWords` for persons count as well. */
export const peopleRoles =
  'sender | receiver | payer | payee | spouse | father | mother | supervisor | approver | assignee | creator | organizer | organiser | host | reporter | requester | requestor | inviter | referrer | referee | contact person | emergency contact | next of kin | nominee | witness | billing contact | primary contact | account manager | sales rep | representative | rep | presenter | interviewer | hiring manager | to | from | operator | captain | pilot | customer | holder | signer | signatory | partner spouse | sibling | caller | instructor | billing | shipping | delivery | ship to | bill to | bride | groom | winner | leader | user | performer | model person'

/** Words for companies before `name`. Those of `tableWords` for companies count as well. */
export const companyRoles =
  'issuer | producer | courier company | provider company | hotel | maker | account company | legal entity | holder company | insurance company | insurance provider | shipping company'
