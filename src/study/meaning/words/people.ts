import type { ShapeName } from '../../../model/shapes.ts'

/** Columns that speak of a person, whatever the table is. */
export const peopleWords: readonly (readonly [ShapeName, string])[] = [
  ['person.first', 'first name | given name | forename | fname | firstnm | preferred name | first nm | christian name'],
  ['person.last', 'last name | surname | family name | lname | lastnm | second name | maiden name | last nm'],
  ['person.middle', 'middle name | mname'],
  [
    'person.full',
    'full name | fullname | real name | contact name | cardholder name | card holder name | name on card | account holder name | account holder | cardholder | person name | emergency contact name | legal guardian | contact person | emergency contact | next of kin | author | coauthor | artist | actor | composer | assignee | salesperson | sales rep | account manager | hiring manager | attending physician | physician | guardian | interviewer | signatory | counterparty name | ship name | viewer name | reviewer name | pen name | source author | referred by | signed by name | beneficiary name | given by name | assigned to | handled by | performed by | prepared by | requested by | reported by | inspected by | submitted by | received by | completed by',
  ],
  ['person.initials', 'initials | author initials'],
  [
    'person.prefix',
    'title of courtesy | courtesy | salutation | honorific | name prefix | title prefix | name title | courtesy title',
  ],
  [
    'person.username',
    'twitter | instagram | skype | telegram | discord | mastodon | bluesky | threads | tiktok | x handle | username lower | username canonical | user nicename | username | user name | login | login name | nickname | nick | nick name | screen name | user handle | gamertag | gamer tag | account username | login id | twitter handle | instagram handle | github username | twitter username | telegram username | discord username | player tag',
  ],
  [
    'person.email',
    'email normalized | normalized email | email canonical | email lower | imap login | smtp login | from address | to address | cc address | bcc address | reply to | sender reply to | email from | email to | email cc | email bcc | send to email | email | e mail | mail | email address | mail address | emailaddr | email addr | user email | login email | e mail address',
  ],
  [
    'person.phone',
    'phone sanitized | to number | from number | sms number | smsreminder number | caller number | sms reminder number | phone | phone number | phone no | telephone | telephone number | tel | mobile | mobile number | mobile phone | cell | cell phone | cellphone | cell number | phonenum | contact number | fax | fax number | whatsapp | whatsapp number | phone nr | mobile no | contact no | msisdn',
  ],
  ['person.gender', 'gender | sex'],
  [
    'person.job',
    'contact title | author title | speaker title | job title | occupation | profession | job | designation | job position | work title | job role',
  ],
  ['person.bio', 'bio raw | bio cooked | bio html | bio | biography | about me | short bio | author bio'],
  [
    'person.avatar',
    'avatar | profile picture | profile photo | profile image | profile pic | headshot | avatar image | user image | user photo | user avatar | author avatar | author image',
  ],
]
