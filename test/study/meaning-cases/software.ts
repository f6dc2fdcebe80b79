/** SaaS, analytics, real estate, logs, geography and whatever else. */
export const software = [
  `organizations
name text -> company.name @company
slug text -> slug-of of name
billing_email text -> company.email
logo text -> internet.image
plan text -> label.kind @none
seats int -> integer
trial_ends_at timestamptz -> due
settings jsonb -> json {"flavour":"settings"}
stripe_subscription_id text -> finance.id {"prefix":"sub_"}
subdomain text -> slug-of of name`,
  `projects
name text -> content.team @content
key varchar(10) -> -
description text -> content.excerpt
start_date date -> started
end_date date -> ended of start_date
due_date date -> due
budget numeric(12,2) -> amount {"min":1000,"max":100000}
progress int -> integer {"min":0,"max":100,"skew":"middle"}
color text -> software.color
is_archived boolean -> flag {"share":0.1}`,
  `tasks
title text -> content.task @content
name text -> content.task
summary text -> content.task
description text -> content.note
status enum(todo,doing,done) -> label.status
priority text -> label.priority @none
due_date date -> due of created_at
completed_at timestamptz -> happened of created_at
created_at timestamptz -> created
estimated_hours numeric(5,1) -> decimal
position int -> position
assignee_name text -> person.full @person:assignee
order int -> position
labels text[] -> content.tag
is_completed boolean -> flag {"share":0.6}`,
  `tickets
subject text -> content.task
priority int -> integer {"min":1,"max":5,"skew":"even"}
resolved_at timestamptz -> happened
state int -> integer {"min":0,"max":3,"skew":"low"}
requester_email text -> person.email @person:requester`,
  `subscriptions
stripe_subscription_id text -> finance.id {"prefix":"sub_"}
stripe_price_id text -> finance.id {"prefix":"price_"}
status text -> label.status
current_period_start timestamptz -> started
current_period_end timestamptz -> ended of current_period_start
cancel_at_period_end boolean -> flag {"share":0.1}
canceled_at timestamptz -> happened
trial_start timestamptz -> started
trial_end timestamptz -> due of trial_start
quantity int -> integer`,
  `plans
name text -> content.feature
price_monthly numeric -> -
price numeric(10,2) -> amount {"min":5,"max":200}
features text[] -> content.feature
limits jsonb -> -`,
  `api_keys
name text -> content.feature
key_hash text -> internet.hash
token text -> internet.token
last_used_at timestamptz -> happened of created_at
expires_at timestamptz -> due of created_at
revoked_at timestamptz -> deleted of created_at
created_at timestamptz -> created
scopes text[] -> -`,
  `audit_logs
action text -> label.kind @none
entity_type text -> -
entity_id text -> key.text
ip_address text -> software.ip
user_agent text -> internet.userAgent
old_values jsonb -> -
payload jsonb -> json {"flavour":"event"}
created_at timestamptz -> created
message text -> -
request_id varchar(36) -> key.text {"style":"uuid"}`,
  `events
event_name text -> label.kind @none
properties jsonb -> json {"flavour":"event"}
session_id text -> key.text {"style":"hex"}
page_url text -> internet.url
referrer_url text -> internet.url
name text -> -
timestamp timestamptz -> happened
country text -> place.country
duration_ms int -> integer`,
  `page_views
path text -> label.kind @none
user_agent text -> internet.userAgent
ip text -> software.ip
viewed_at timestamptz -> happened
hits int -> counter`,
  `requests_log
method text -> label.kind @none
http_method varchar(10) -> internet.httpMethod
url text -> internet.url
status_code text -> -
response_time_ms int -> integer`,
  `properties
title text -> content.title
price numeric(12,2) -> amount {"min":80000,"max":900000}
bedrooms int -> integer {"min":1,"max":5,"skew":"low"}
bathrooms int -> integer {"min":1,"max":3,"skew":"low"}
square_feet int -> integer {"min":400,"max":3500,"skew":"middle"}
address text -> place.street
city text -> place.city
state char(2) -> place.regionCode @place
year_built int -> integer
amenities text[] -> content.feature
photos text[] -> internet.image
location jsonb -> json {"flavour":"geojson"}
available_from date -> started
monthly_rent numeric(10,2) -> amount {"min":500,"max":3500}
status text -> label.status`,
  `leases
start_date date -> started
end_date date -> ended of start_date
rent_amount numeric(10,2) -> amount
deposit numeric(10,2) -> amount
tenant_name text -> ?
signed_at timestamptz -> happened`,
  `tenants
name text -> company.name
plan text -> label.kind @none
subdomain text -> slug-of of name`,
  `cities
name text -> place.city @place
country_code char(2) -> place.countryCode
population int -> -
lat numeric(9,6) -> place.latitude @place
lng numeric(9,6) -> place.longitude @place`,
  `countries
name text -> place.country @place
code char(2) -> place.countryCode {"length":2}
iso3 char(3) -> place.countryCode {"length":3}`,
  `currencies
code char(3) -> commerce.currency
name text -> label.kind @none
exchange_rate numeric(12,6) -> decimal`,
  `languages
name text -> place.language
code varchar(5) -> place.language {"code":true}`,
  `settings
key text -> label.kind @none
value text -> label.kind @none
name text -> label.kind @none`,
  `cron_jobs
cron_expression text -> software.cron @none
last_run_at timestamptz -> happened
next_run_at timestamptz -> due
attempts int -> integer {"min":0,"max":3,"skew":"low"}
error text -> label.kind @none
payload jsonb -> json
is_enabled boolean -> flag {"share":0.9}`,
  `devices
name text -> product.name
serial_number text -> text.code
firmware_version text -> software.version
version int -> integer {"min":1,"max":5,"skew":"low"}
mac_address macaddr -> -
mac_address_text text -> -
battery_level int -> integer
last_seen_at timestamptz -> happened
hostname text -> internet.domain`,
  `vehicles
vin varchar(17) -> text.code {"alphabet":"23456789ABCDEFGHJKLMNPQRSTUVWXYZ","length":17}
license_plate text -> text.code
year int -> integer {"min":1990,"max":2025,"skew":"even"}
mileage int -> integer
color text -> product.color`,
  `invitations
email text -> person.email @person
token text -> internet.token
role text -> label.role
status text -> label.status
expires_at timestamptz -> due of created_at
accepted_at timestamptz -> happened of created_at
created_at timestamptz -> created
invited_by_name text -> person.full @person:invited`,
  `stores
opens_at time -> time {"from":25200000,"to":43200000,"step":900000}
closes_at time -> time {"from":46800000,"to":75600000,"step":900000}
name text -> company.name`,
  `things
foo text -> -
xyz_code int -> -
blob bytea -> -
vec vector -> -
created date -> created
createdat timestamp -> created
buyer_contact text #Email address of the buyer -> person.email
mystery text #Something nobody knows -> -
name_en text -> ?
valid_from date -> started
valid_to date -> ended of valid_from
valid_until date -> ended of valid_from
programming_language text -> -
country varchar(3) -> place.countryCode {"length":3}
email varchar(4) -> -
status boolean -> flag
name int -> -
title timestamptz -> -
price real -> amount`,
  `customer
c_name varchar(25) -> person.full
c_address varchar(40) -> place.address
c_phone char(15) -> person.phone
c_acctbal numeric(15,2) -> -`,
]
