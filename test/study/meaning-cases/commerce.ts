/** Shops, logistics, banks. */
export const commerce = [
  `subscription_items
interval varchar(255) -> label.status {"values":["month","month","month","year"]}
interval_count int -> integer {"min":1,"max":3,"skew":"low"}
billing_cycle text -> label.status`,
  `gear
name text -> product.name @product
make text -> product.brand @product
description text -> product.description @product
price numeric(10,2) -> amount {"min":5,"max":500}
weight_grams int -> integer`,
  `products
id uuid -> -
name text -> product.name @product
slug text -> slug-of @none of name
description text -> product.description @product
sku varchar(40) -> product.sku @product
barcode text -> product.ean @product
brand text -> product.brand @product
category text -> product.category @product
color text -> product.color @product
material text -> product.material @product
price numeric(10,2) -> amount {"min":5,"max":500}
compare_at_price numeric(10,2) -> amount
cost_price numeric(10,2) -> amount {"min":2,"max":300}
price_cents int -> amount {"min":5,"max":500}
currency char(3) -> commerce.currency @none
stock_quantity int -> integer {"min":0,"max":500,"skew":"low"}
weight numeric(8,3) -> decimal
weight_kg numeric -> decimal {"min":1,"max":40,"skew":"low"}
image_url text -> internet.image @none
images text[] -> internet.image
tags text[] -> content.tag @none
is_active boolean -> flag {"share":0.9}
is_featured boolean -> flag {"share":0.2}
rating numeric(2,1) -> decimal {"min":1,"max":5,"skew":"even"}
reviews_count int -> counter
attributes jsonb -> json {"flavour":"product"}
metadata jsonb -> json {"flavour":"metadata"}
status text -> label.status
created_at timestamptz -> created
updated_at timestamptz -> updated of created_at
deleted_at timestamptz -> deleted of created_at
meta_title text -> content.title @content
meta_description text -> content.excerpt @content`,
  `orders
order_number text -> text.code {"alphabet":"0123456789","length":8,"prefix":"ORD-"}
user_id uuid fk -> -
customer_name text -> person.full @person:customer
customer_email text -> person.email @person:customer
customer_phone varchar(20) -> person.phone @person:customer
billing_name text -> person.full @person:billing
billing_street text -> place.street @place:billing
billing_city text -> place.city @place:billing
billing_zip text -> place.postcode @place:billing
billing_country varchar(2) -> place.countryCode @place:billing {"length":2}
shipping_name text -> person.full @person:shipping
shipping_address_line1 text -> place.street @place:shipping
shipping_city text -> place.city @place:shipping
shipping_state text -> place.region @place:shipping
shipping_postal_code text -> place.postcode @place:shipping
shipping_country text -> place.country @place:shipping
shipping_address jsonb -> json {"flavour":"address"}
subtotal numeric(10,2) -> amount
tax numeric(10,2) -> amount {"min":1,"max":100}
shipping_cost numeric(10,2) -> amount {"min":3,"max":30}
discount_amount numeric(10,2) -> amount {"min":1,"max":50}
total numeric(10,2) -> amount {"min":10,"max":1000}
total_cents bigint -> amount {"min":10,"max":1000}
total_amount numeric -> amount
status text ='pending'::text -> label.status
payment_status text -> label.status
notes text -> content.note @content
tracking_number text -> text.code
stripe_payment_intent_id text -> finance.id @none {"prefix":"pi_"}
placed_at timestamptz -> created
paid_at timestamptz -> happened of placed_at
shipped_at timestamptz -> happened of placed_at
delivered_at timestamptz -> happened of placed_at
cancelled_at timestamptz -> happened of placed_at
ip_address inet -> -
ip text -> software.ip @none
user_agent text -> internet.userAgent @none
items jsonb -> json {"flavour":"list"}`,
  `order_items
order_id bigint fk -> -
product_name text -> product.name @product
sku text -> product.sku @product
quantity int -> integer {"min":1,"max":10,"skew":"low"}
unit_price numeric(10,2) -> amount
line_total numeric(10,2) -> amount
tax_rate numeric(5,4) -> decimal {"min":0,"max":0.25,"skew":"low"}
discount_percent numeric(5,2) -> decimal {"min":0,"max":25,"skew":"low"}
position int -> position`,
  `coupons
code varchar(20) -> text.code
discount_percent int -> integer {"min":0,"max":25,"skew":"low"}
max_uses int -> integer
used_count int -> counter
starts_at timestamptz -> started
ends_at timestamptz -> ended of starts_at
expires_at timestamptz -> due of starts_at`,
  `shipments
carrier text -> company.name
tracking_code text -> text.code
status text -> label.status
origin_city text -> place.city @place:origin
destination_city text -> place.city @place:destination
weight_kg numeric(10,2) -> decimal
dispatched_at timestamp -> happened
estimated_delivery date -> due
delivered_at timestamp -> happened
recipient_name text -> person.full @person:recipient
recipient_phone text -> person.phone @person:recipient
distance_km numeric -> decimal`,
  `warehouses
name text -> company.name @company
address text -> place.street @place
city text -> place.city @place
state varchar(2) -> place.regionCode @place
zip_code varchar(10) -> place.postcode @place
country_code char(2) -> place.countryCode @place
latitude numeric(9,6) -> place.latitude @place
longitude numeric(9,6) -> place.longitude @place
lat double -> place.latitude
timezone text -> place.timezone @place
capacity int -> integer
phone text -> person.phone @person`,
  `suppliers
name text -> company.name @company
contact_name text -> person.full @person:contact
contact_email text -> person.email @person:contact
phone text -> person.phone @company
website text -> company.url @company
tax_id text -> finance.taxId @none
industry text -> company.industry @company
iban varchar(34) -> finance.iban @none
country text -> place.country @place
is_verified boolean -> flag {"share":0.8}`,
  `bank_accounts
iban text -> finance.iban @none
account_number varchar(20) -> finance.account @none
account_holder_name text -> person.full @person:holder
bank_name text -> company.name @company
balance numeric(18,2) -> amount {"min":0,"max":5000}
currency_code varchar(3) -> commerce.currency @none
opened_at timestamptz -> ?
name text -> -
swift_code text -> text.code {"alphabet":"ABCDEFGHIJKLMNOPQRSTUVWXYZ","length":8}
interest_rate numeric(5,2) -> decimal {"min":0,"max":25,"skew":"low"}`,
  `transactions
amount numeric(18,2) -> amount
balance_after numeric(18,2) -> amount
description text -> content.note @content
reference text -> text.code
type text -> label.kind @none
merchant_name text -> company.name @company:merchant
transaction_date date -> created
processed_at timestamptz -> happened of transaction_date
fee money -> amount {"min":1,"max":50}
price text -> -`,
  `payment_methods
stripe_payment_method_id text -> finance.id {"prefix":"pm_"}
brand text -> -
last4 char(4) -> text.code {"alphabet":"0123456789","length":4}
exp_month int -> integer {"min":1,"max":12,"skew":"even"}
exp_year int -> integer {"min":2027,"max":2032,"skew":"even"}
cardholder_name text -> person.full
card_number text -> finance.card @none
is_default boolean -> flag {"share":0.2}`,
  `reviews
title text -> content.title @content
body text -> content.review @content
comment text -> content.review
rating int -> integer {"min":1,"max":5,"skew":"even"}
author_name text -> person.full @person:author
helpful_count int -> counter
is_verified_purchase boolean -> flag
verified boolean -> flag {"share":0.8}
email_verified boolean -> flag {"share":0.8}`,
  `categories
name text -> content.category @content
slug text -> slug-of of name
parent_id int fk -> -
sort_order int -> position
description text -> content.excerpt @content
icon text -> software.icon @none
color varchar(7) -> software.color @none`,
]
