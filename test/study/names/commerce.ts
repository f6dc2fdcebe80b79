/** Shops, marketplaces, delivery, travel, banks, ERPs. */
export const commerce: Readonly<Record<string, string>> = {
  saleor: `
account_user id:i! email first_name last_name note password confirm_email language_code jwt_token_key search_document external_reference
account_address id:i! first_name last_name company_name street_address_1 street_address_2 city postal_code country country_area phone city_area
account_group id:i! name
product_product id:i! name slug description:j description_plaintext seo_title seo_description weight:n external_reference search_document
product_producttype id:i! name slug kind
product_productvariant id:i! sku name external_reference
product_category id:i! name slug description_plaintext background_image background_image_alt seo_title seo_description
product_collection id:i! name slug background_image background_image_alt seo_title
product_productmedia id:i! image alt type external_url
attribute_attribute id:i! slug name input_type type entity_type unit
attribute_attributevalue id:i! name value slug file_url content_type plain_text
order_order id:i! status user_email customer_note tracking_client_id currency shipping_method_name collection_point_name language_code checkout_token redirect_url origin charge_status authorize_status voucher_code display_gross_prices:b
order_orderline id:i! product_name variant_name translated_product_name product_sku unit_discount_reason unit_discount_type tax_class_name currency voucher_code product_variant_id sale_id
order_fulfillment id:i! status tracking_number shipping_refund_amount:n
order_orderevent id:i! type parameters:j
payment_payment id:i! gateway token currency charge_status cc_first_digits:v6 cc_last_digits:v4 cc_brand:v40 customer_ip_address billing_email billing_first_name billing_last_name billing_company_name billing_address_1 billing_city billing_postal_code billing_country_code psp_reference return_url payment_method_type extra_data
payment_transaction id:i! token kind error gateway_response:j customer_id
channel_channel id:i! name slug currency_code default_country
warehouse_warehouse id:u! name slug email click_and_collect_option
shipping_shippingmethod id:i! name type description:j
shipping_shippingzone id:i! name countries description
discount_voucher id:i! name type discount_value_type countries
discount_vouchercode id:u! code used:i
giftcard_giftcard id:i! code currency fulfillment_status
menu_menu id:i! name slug
menu_menuitem id:i! name url
page_page id:i! title slug content:j seo_title seo_description
page_pagetype id:i! name slug
site_sitesettings id:i! header_text description default_mail_sender_name default_mail_sender_address company_address_name
app_app id:u! name identifier about_app data_privacy data_privacy_url homepage_url support_url configuration_url app_url version manifest_url author
webhook_webhook id:i! name target_url secret_key subscription_query
csv_exportfile id:i! status message content_file
invoice_invoice id:i! status number external_url message invoice_file
tax_taxclass id:i! name
tax_taxclasscountryrate id:i! country rate:n
checkout_checkout token:u! email note currency country discount_name translated_discount_name voucher_code redirect_url tracking_code language_code`,
  medusa: `
product id! title handle subtitle description is_giftcard:b status thumbnail weight origin_country hs_code mid_code material external_id
product_variant id! title sku barcode ean upc hs_code origin_country mid_code material
product_option id! title
product_option_value id! value
product_category id! name description handle mpath
product_collection id! title handle
product_tag id! value
product_type id! value
image id! url
customer id! company_name first_name last_name email phone
customer_address id! address_name company first_name last_name address_1 address_2 city country_code province postal_code phone
customer_group id! name
order id! display_id:i status email currency_code
order_line_item id! title subtitle thumbnail product_title product_description product_subtitle product_type product_collection product_handle variant_sku variant_barcode variant_title
order_shipping_method id! name description
cart id! email currency_code
region id! name currency_code
region_country iso_2! iso_3 num_code name display_name
currency code! symbol symbol_native name decimal_digits:i
sales_channel id! name description
store id! name default_currency_code
stock_location id! name
stock_location_address id! address_1 address_2 company city country_code phone province postal_code
inventory_item id! sku origin_country hs_code mid_code material title description thumbnail
reservation_item id! description external_id created_by
fulfillment id! location_id:f
fulfillment_label id! tracking_number tracking_url label_url
shipping_option id! name price_type
shipping_option_type id! label description code
shipping_profile id! name type
price_list id! title description status type
price id! title currency_code
promotion id! code type
promotion_campaign id! name description campaign_identifier
tax_region id! country_code province_code
tax_rate id! rate:n code name
payment id! currency_code provider_id:f
payment_session id! currency_code status
refund id! note
refund_reason id! label description
return_reason id! value label description
api_key id! token redacted title type
invite id! email token
user id! first_name last_name email avatar_url
notification id! to channel template trigger_type resource_type idempotency_key external_id
workflow_execution id! workflow_id transaction_id state
capture id! amount:n`,
  odoo: `
res_partner id:i! name complete_name title:i ref lang tz vat website comment function type street street2 zip city email phone mobile commercial_company_name company_name email_normalized phone_sanitized company_registry barcode
res_company id:i! name email phone mobile font primary_color secondary_color report_header report_footer layout_background
res_users id:i! login password signature
res_country id:i! name code:v2 address_format phone_code:i name_position vat_label
res_country_state id:i! name code
res_currency id:i! name:v3 symbol currency_unit_label currency_subunit_label position rounding:n
res_lang id:i! name code iso_code url_code direction date_format time_format week_start grouping decimal_point thousands_sep
res_bank id:i! name street street2 zip city email phone bic
res_partner_bank id:i! acc_number sanitized_acc_number acc_holder_name
product_template id:i! name description description_purchase description_sale default_code type purchase_method
product_product id:i! default_code barcode combination_indices
product_category id:i! name complete_name parent_path
uom_uom id:i! name uom_type
sale_order id:i! name client_order_ref origin reference state note signed_by invoice_status access_token
sale_order_line id:i! name state invoice_status
purchase_order id:i! name origin partner_ref state notes invoice_status
account_account id:i! name code account_type note internal_group
account_journal id:i! name code:v5 type
account_move id:i! name ref state move_type payment_state narration invoice_origin payment_reference access_token invoice_partner_display_name
account_move_line id:i! name ref move_name parent_state display_type matching_number
account_payment id:i! payment_type partner_type memo payment_reference
account_tax id:i! name description type_tax_use amount_type
stock_picking id:i! name origin note state move_type carrier_tracking_ref
stock_move id:i! name origin reference state description_picking
stock_warehouse id:i! name code
stock_location id:i! name complete_name usage barcode parent_path
crm_lead id:i! name email_from phone contact_name partner_name description priority type street city zip website referred
hr_employee id:i! name job_title work_phone mobile_phone work_email private_email private_phone identification_id passport_id gender marital place_of_birth emergency_contact emergency_phone visa_no permit_no notes pin barcode
hr_department id:i! name complete_name note
hr_job id:i! name description requirements state
project_project id:i! name label_tasks access_token privacy_visibility
project_task id:i! name priority state description email_cc
calendar_event id:i! name description location videocall_location privacy show_as
mail_message id:i! subject body record_name model message_type email_from message_id reply_to
mail_template id:i! name subject email_from email_to reply_to model lang
ir_attachment id:i! name res_model res_field type url store_fname checksum mimetype index_content description
ir_cron id:i! cron_name interval_type interval_number:i
ir_sequence id:i! name code prefix suffix implementation padding:i
fleet_vehicle id:i! license_plate vin_sn color transmission fuel_type odometer_unit location name`,
  marketplace: `
sellers id:u! store_name slug description logo_url banner_url contact_email contact_phone tax_id payout_account_id status rejection_reason
listings id:u! title slug description condition brand model category currency price:n location status sku
offers id:u! message status currency amount:n
orders id:u! order_number status payment_status fulfillment_status currency shipping_name shipping_address_line1 shipping_address_line2 shipping_city shipping_state shipping_postal_code shipping_country billing_email notes ip_address coupon_code gift_message
order_items id:u! product_name variant_title sku quantity:i unit_price:n
payments id:u! provider provider_payment_id method status currency failure_code failure_message receipt_url card_brand card_last4 card_exp_month:i
refunds id:u! reason status currency notes
reviews id:u! title body reply rating:i status
shipments id:u! carrier tracking_number tracking_url service_level status label_url recipient_name
coupons id:u! code description discount_type currency status
disputes id:u! reason status evidence resolution
conversations id:u! subject status
wishlists id:u! name description share_token visibility
product_questions id:u! question answer
payouts id:u! status currency bank_reference failure_reason
carts id:u! session_id currency coupon_code email
tax_rates id:u! name country state postal_code`,
  logistics: `
vehicles id:u! plate_number vin make model color fuel_type status
drivers id:u! first_name last_name phone email license_number license_class status
shipments id:u! tracking_number reference origin_address origin_city origin_country destination_address destination_city destination_country status service_type special_instructions incoterm
packages id:u! barcode description contents weight_unit dimension_unit
stops id:u! address city postal_code contact_name contact_phone notes status stop_type
routes id:u! name code status origin destination
warehouses id:u! name code address city country phone manager_name
bins id:u! code aisle rack shelf zone
carriers id:u! name code scac phone website support_email
customs_declarations id:u! declaration_number hs_code country_of_origin status
proofs_of_delivery id:u! recipient_name signature_url photo_url notes
incidents id:u! type description severity resolution status`,
  bank: `
customers id:u! customer_number first_name last_name email phone address_line1 address_line2 city postal_code country_code national_id occupation kyc_status risk_level nationality tax_residency
accounts id:u! account_number iban bic account_type currency status nickname branch_code
transactions id:u! reference type status currency description merchant_name merchant_category_code counterparty_name counterparty_iban channel failure_reason
cards id:u! card_number masked_pan cardholder_name brand status expiry_month:i cvv_hash
loans id:u! loan_number type status purpose currency
branches id:u! name code address city phone swift_code
beneficiaries id:u! name iban bank_name bank_address nickname
exchange_rates id:u! base_currency quote_currency source
audit_logs id:u! action entity_type entity_id ip_address user_agent details
standing_orders id:u! frequency reference status
disputes id:u! reason description status resolution_notes
kyc_documents id:u! document_type document_number issuing_country file_path status rejection_reason`,
  travel: `
hotels id:u! name slug description address city country phone email website check_in_time check_out_time star_rating:i currency timezone
rooms id:u! room_number name description room_type bed_type view status
bookings id:u! booking_reference guest_name guest_email guest_phone special_requests status source currency cancellation_policy
flights id:u! flight_number airline departure_airport arrival_airport terminal gate status aircraft_type
airports id:u! iata_code icao_code name city country timezone
passengers id:u! title first_name last_name passport_number nationality seat_number meal_preference frequent_flyer_number
reviews id:u! title comment pros cons language
amenities id:u! name icon category description
tours id:u! title slug summary itinerary meeting_point difficulty language duration_text
restaurants id:u! name cuisine address city phone opening_hours price_range menu_url`,
  fitness: `
members id:u! first_name last_name email phone gender fitness_goal membership_type emergency_contact medical_notes avatar_url
classes id:u! name description level location instructor_name category
workouts id:u! name description difficulty notes
exercises id:u! name description muscle_group equipment instructions video_url difficulty
meals id:u! name meal_type notes
foods id:u! name brand serving_unit barcode
recipes id:u! title slug description instructions cuisine difficulty image_url prep_time:i
ingredients id:u! name unit category`,
}
