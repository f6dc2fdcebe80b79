/** Numbers and codes that people read out: `[alphabet, length, prefix, phrases]`. `d` digits, `a` capitals, `x` capitals and digits without lookalikes, `h` hex. */
export const codeWords: readonly (readonly ['d' | 'a' | 'x' | 'h', number, string, string])[] = [
  ['d', 8, 'ORD-', 'order number | order no | order num | order code | order reference | order ref'],
  ['d', 8, 'INV-', 'invoice number | invoice no | invoice num | bill number | invoice reference'],
  ['d', 8, 'PO-', 'po number | purchase order number | po no'],
  ['d', 6, 'TKT-', 'ticket number | ticket no | case number | issue key | issue number | ticket key'],
  [
    'd',
    8,
    'PAY-',
    'payment number | payment reference | transaction number | transaction reference | payment ref | transaction ref | receipt number',
  ],
  ['d', 7, 'CUS-', 'customer number | customer no | client number | customer code'],
  ['d', 6, 'EMP-', 'employee number | employee no | staff number | employee code | badge number | personnel number'],
  [
    'd',
    7,
    'STU-',
    'student number | student no | matriculation number | enrollment number | roll number | admission number',
  ],
  ['d', 8, 'MRN-', 'mrn | medical record number | patient number | medical record no | chart number'],
  ['d', 8, 'POL-', 'policy number | insurance number | contract number | policy no | insurance policy number'],
  [
    'x',
    10,
    'TRK',
    'tracking number | tracking code | tracking no | shipment number | waybill number | awb number | consignment number | parcel number',
  ],
  ['x', 12, 'SN-', 'serial number | serial no | serial | device serial | asset tag | asset number'],
  ['x', 17, '', 'vin | vehicle identification number | chassis number'],
  ['x', 7, '', 'license plate | licence plate | plate number | number plate | registration plate | plate'],
  [
    'x',
    9,
    '',
    'passport number | passport no | driver license number | license number | licence number | id number | id card number | document number | driving license | national id number | registration number',
  ],
  ['a', 8, '', 'bic | swift | bic code | swift code | swift bic | bic swift'],
  ['a', 3, '', 'iata | iata code | airport code | departure airport | arrival airport | airline code'],
  ['a', 4, '', 'icao | icao code | ticker | ticker symbol | stock symbol | scac | scac code'],
  ['d', 6, '', 'hs code | tariff code | mid code | commodity code | cc first digit | card bin'],
  ['x', 12, '', 'isrc | isrc code'],
  ['d', 3, '', 'num code | numeric code'],
  ['d', 4, '', 'mcc | merchant category code | branch code | phone extension'],
  ['d', 4, 'CC-', 'cost center | cost centre | cost center code'],
  ['x', 4, 'P-', 'project code'],
  ['d', 8, '', 'company registry | registry number | trade register number | tax code'],
  ['x', 9, '', 'visa no | permit no | visa number | permit number | vin sn'],
  ['d', 7, 'tt', 'imdb id'],
  ['x', 3, '', 'seat | gate number | terminal gate'],
  ['x', 8, 'sk_', 'key prefix | partial key | truncated key | redacted | token prefix | key hint'],
  ['h', 8, '', 'revision | short sha | commit short sha'],
  [
    'h',
    24,
    '',
    'uid | ical uid | identifier | pid | external key | extern uid | sync cursor | account sid | messaging service sid | external uid | unique identifier | device identifier',
  ],
  ['d', 4, '000-00-', 'ssn | social security number'],
  ['d', 3, '', 'house number | street number | building number | flat number | house no | door number'],
  ['d', 4, '', 'last4 | last 4 | last four | card last4 | card last 4 | last four digit | last digit | card last four'],
  [
    'd',
    6,
    '',
    'otp | otp code | verification code | pin | pin hash code | confirmation pin | sms code | one time code | auth code | two factor code',
  ],
  [
    'x',
    8,
    '',
    'coupon code | promo code | voucher code | discount code | gift card code | invite code | invitation code | referral code | join code | access code | redemption code | confirmation code | confirmation number | booking reference | booking code | booking number | reservation code | reservation number | reference | reference number | ref | reference code | reference no | ref no | ref number | short code | batch number | lot number | promotion code | share code | pnr | coupon | backup code',
  ],
  [
    'x',
    6,
    '',
    'room number | course code | flight number | gate | class code | room code | seat number | locker number | table number | unit number',
  ],
]

/** `code` alone, by table. */
export const PLAIN_CODE: readonly ['x', number, string] = ['x', 8, '']

/** Prefixes of the ids that a payment provider gives out, by what they stand for. */
export const paymentIds: readonly (readonly [prefix: string, phrases: string])[] = [
  ['cus_', 'customer | customer id'],
  ['sub_', 'subscription | subscription id'],
  ['si_', 'subscription item | subscription item id'],
  ['pi_', 'payment intent | payment intent id'],
  ['seti_', 'setup intent | setup intent id'],
  ['pm_', 'payment method | payment method id'],
  ['price_', 'price | price id | plan price id'],
  ['prod_', 'product | product id'],
  ['plan_', 'plan | plan id'],
  ['in_', 'invoice | invoice id'],
  ['ch_', 'charge | charge id'],
  ['cs_', 'checkout session | session | checkout session id | session id | checkout id'],
  ['acct_', 'account | account id | connect account id | connect id'],
  ['evt_', 'event | event id'],
  ['re_', 'refund | refund id'],
  ['tr_', 'transfer | transfer id'],
  ['po_', 'payout | payout id'],
  ['card_', 'card | card id'],
  ['txn_', 'transaction | transaction id | balance transaction id'],
  ['promo_', 'promotion code | promotion code id'],
]

/** These say a payment provider's id even where it is not named. */
export const surePaymentIds = 'payment intent id | setup intent id | checkout session id | payment intent'

/** Accounts elsewhere whose ids are long numbers. */
export const numberedProviders =
  'google | facebook | apple | twitter | github | gitlab | discord | telegram | instagram | linkedin | slack | provider | provider account | tiktok | youtube channel | provider user | social'
