/** Products that many people work with, and starters they begin with: names from memory, types as far as they matter. */
export const saas: Readonly<Record<string, string>> = {
  supabaseStarter: `
profiles id:uf updated_at:t username full_name avatar_url website bio
todos id:i! user_id:uf task is_complete:b inserted_at:t
customers id:uf stripe_customer_id
products id! active:b name description image metadata:j
prices id! product_id:f active:b description unit_amount:i currency type interval interval_count:i trial_period_days:i metadata:j
subscriptions id! user_id:uf status metadata:j price_id:f quantity:i cancel_at_period_end:b created:t
channels id:i! slug inserted_at:t
messages id:i! message user_id:uf channel_id:if
user_roles id:i! user_id:uf role
posts id:u! title content slug cover_image excerpt status author_name tags:a`,
  makerkit: `
accounts id:u! primary_owner_user_id:uf name slug email is_personal_account:b picture_url public_data:j
roles name:v50! hierarchy_level:i
invitations id:i! email account_id:uf invited_by:uf role:v50f invite_token expires_at:t
billing_customers id:i! account_id:uf email provider customer_id
subscriptions id! account_id:uf status active:b billing_provider currency
subscription_items id! product_id variant_id type price_amount:n quantity:i interval interval_count:i
orders id! status billing_provider total_amount:n currency
notifications id:i! account_id:uf type body link channel dismissed:b
nonces id:u! client_token nonce user_id:uf purpose revoked_reason last_verification_ip last_verification_user_agent scopes:a description tag`,
  calcom: `
users id:i! username name email email_verified:t bio avatar_url time_zone week_start theme appearance locale identity_provider identity_provider_id role brand_color dark_brand_color hide_branding:b invited_to:i timezone_override two_factor_secret backup_codes
event_types id:i! title slug description length:i hidden:b event_name time_zone period_type currency recurring_event:j success_redirect_url price:i scheduling_type color metadata:j locations:j
bookings id:i! uid title description start_time:t end_time:t location status cancellation_reason rejection_reason reassign_reason responses:j smsreminder_number ical_uid
attendees id:i! email name time_zone phone_number locale booking_id:if
teams id:i! name slug logo_url bio hide_branding:b theme brand_color time_zone week_start
memberships id:i! role accepted:b
credentials id:i! type key:j app_id:f subscription_id payment_status
webhooks id! subscriber_url payload_template active:b secret event_triggers:a
api_keys id! note expires_at:t hashed_key
schedules id:i! name time_zone
availability id:i! start_time:x end_time:x date:d
workflows id:i! name trigger time:i time_unit
workflow_steps id:i! step_number:i action send_to reminder_body email_subject template sender
apps slug! dir_name categories:a keys:j
payments id:i! uid external_id amount:i fee:i currency success:b refunded:b payment_option
verification_tokens id:i! identifier token expires:t
feedback id:i! rating comment
impersonations id:i! created_at:t
selected_calendars id! integration external_id error
destination_calendars id:i! integration external_id primary_email
out_of_office id:i! uuid start:t end:t notes reason
forms id! name description route fields:j disabled:b
routing_responses id:i! form_filler_id response:j
hosts user_id:if is_fixed:b priority:i
sms_messages id:i! phone_number message status`,
  twenty: `
workspace id:u! display_name logo domain_name invite_hash subdomain custom_domain activation_status
user id:u! first_name last_name email default_avatar_url locale password_hash
person id:u! name_first_name name_last_name job_title city avatar_url intro linkedin_link_primary_link_url x_link_primary_link_label phones_primary_phone_number phones_primary_phone_country_code emails_primary_email
company id:u! name domain_name_primary_link_url address_address_street1 address_address_street2 address_address_city address_address_state address_address_country address_address_postcode employees:i annual_recurring_revenue_currency_code linkedin_link_primary_link_url ideal_customer_profile:b
opportunity id:u! name stage amount_amount_micros:i amount_currency_code close_date:t
note id:u! title body_v2_markdown position:i
task id:u! title body status due_at:t assignee_id:uf
attachment id:u! name full_path type
view id:u! name type icon kanban_field_metadata_id
favorite id:u! position:i
calendar_event id:u! title description location conference_solution conference_link_primary_link_url ical_uid
calendar_event_participant id:u! handle display_name response_status
message id:u! header_message_id subject text received_at:t
message_thread id:u! subject
message_participant id:u! role handle display_name
message_channel id:u! visibility handle type sync_status sync_cursor
connected_account id:u! handle provider access_token refresh_token handle_aliases
timeline_activity id:u! name happens_at:t linked_record_cached_name properties:j
webhook id:u! target_url operation description secret
api_key id:u! name expires_at:t
object_metadata id:u! name_singular name_plural label_singular label_plural description icon color
field_metadata id:u! type name label description icon`,
  chatwoot: `
accounts id:i! name locale:i domain support_email:v100 status:i
users id:i! provider uid encrypted_password reset_password_token current_sign_in_ip last_sign_in_ip confirmation_token unconfirmed_email name display_name email message_signature pubsub_token
agent_bots id:i! name description outgoing_url
articles id:i! title description content slug locale meta:j status:i
attachments id:i! external_url coordinates_lat:n fallback_title extension
automation_rules id:i! name description event_name
campaigns id:i! title description message trigger_rules:j
canned_responses id:i! short_code content
categories id:i! name description locale slug icon
channel_email id:i! email forward_to_email imap_address imap_login imap_password smtp_address smtp_login smtp_password smtp_domain smtp_authentication
channel_twilio_sms id:i! phone_number auth_token account_sid messaging_service_sid
channel_web_widgets id:i! website_url website_token widget_color welcome_title welcome_tagline hmac_token
channel_telegram id:i! bot_name bot_token
contacts id:i! name email phone_number identifier last_name middle_name location country_code company_name
contact_inboxes id:i! source_id pubsub_token
conversations id:i! display_id:i identifier snoozed_until:t status:i uuid:u
csat_survey_responses id:i! rating:i feedback_message
custom_attribute_definitions id:i! attribute_display_name attribute_key attribute_description regex_pattern regex_cue
custom_filters id:i! name filter_type:i
dashboard_apps id:i! title content:j
email_templates id:i! name body
inboxes id:i! name email_address business_name greeting_message timezone out_of_office_message
integrations_hooks id:i! app_id access_token hook_type reference_id
labels id:i! title description color show_on_sidebar:b
macros id:i! name visibility:i actions:j
messages id:i! content message_type:i content_type source_id processed_message_content
mentions id:i! mentioned_at:t
notes id:i! content
notifications id:i! notification_type:i
notification_subscriptions id:i! identifier
portals id:i! name slug custom_domain color homepage_link page_title header_text
sla_policies id:i! name description
tags id:i! name taggings_count:i
teams id:i! name description icon
webhooks id:i! url name
working_hours id:i! day_of_week:i open_hour:i`,
  gitlab: `
namespaces id:i! name path type description avatar runners_token
projects id:i! name path description avatar import_url import_status import_source repository_storage ci_config_path runners_token merge_requests_template
users id:i! email name username encrypted_password bio skype linkedin twitter website_url public_email commit_email location organization notification_email preferred_language first_name last_name state incoming_email_token feed_token time_zone job_title pronouns user_detail
issues id:i! title description state confidential:b due_date:d external_key title_html description_html
merge_requests id:i! title description source_branch target_branch merge_status state merge_error merge_commit_sha merge_params
milestones id:i! title description state start_date:d due_date:d
labels id:i! title color description type
notes id:i! note noteable_type noteable_id:i commit_id line_code st_diff
snippets id:i! title content file_name description
releases id:i! tag description name sha
ci_builds id:i! status name ref type target_url description stage stage_name environment failure_reason token
ci_pipelines id:i! ref sha before_sha status config_source yaml_errors
ci_runners id:i! token description version revision platform architecture name ip_address
ci_variables id:i! key value environment_scope
deployments id:i! ref sha on_stop status cluster_agent
environments id:i! name slug external_url environment_type state
keys id:i! title key type fingerprint
personal_access_tokens id:i! name scopes token_digest
oauth_applications id:i! name uid secret scopes redirect_uri
events id:i! target_type action:i fingerprint
todos id:i! target_type state author_id:if
web_hooks id:i! url type token name
members id:i! access_level:i source_type type invite_email invite_token state
protected_branches id:i! name
emails id:i! email confirmation_token
identities id:i! extern_uid provider
broadcast_messages id:i! message color font target_path
appearances id:i! title description logo favicon header_message footer_message
abuse_reports id:i! message category status
audit_events id:i! entity_path author_name details target_details entity_type
packages id:i! name version status_message package_type
container_repositories id:i! name
spam_logs id:i! source_ip user_agent title description noteable_type
integrations id:i! type category type_new
remote_mirrors id:i! url last_error update_status
sprints id:i! title description`,
  plausible: `
sites id:i! domain timezone public:b ingest_rate_limit:i
users id:i! email name password_hash theme previous_email email_verified:b totp_secret
api_keys id:u! name key_prefix key_hash scopes:a
goals id:i! event_name page_path display_name currency
funnels id:i! name
shared_links id:i! name slug password_hash
subscriptions id:i! paddle_subscription_id paddle_plan_id update_url cancel_url status next_bill_amount currency_code
invitations id:i! email role invitation_id
teams id:i! name identifier
site_memberships id:i! role
enterprise_plans id:i! paddle_plan_id billing_interval
spike_notifications id:i! threshold:i
email_verification_codes code:i
segments id:i! name type segment_data:j
monthly_reports id:i! recipients:a
google_auth id:i! email refresh_token access_token property
shield_rules_ip id:u! inet:x action description added_by
shield_rules_country id:u! country_code action added_by
site_imports id:i! source status label
sessions id:i! entry_page exit_page referrer referrer_source utm_medium utm_source utm_campaign utm_content utm_term country_code screen_size operating_system browser browser_version hostname`,
  formbricks: `
environments id! type app_setup_completed:b
surveys id! name type status slug redirect_url display_option hidden_fields:j pin
responses id! finished:b data:j language single_use_id
contacts id! user_id
contact_attributes id! value
attribute_keys id! key name description type
action_classes id! name description type key
segments id! title description filters:j
organizations id! name billing:j
projects id! name brand_color link_survey_branding:b placement
products id! name
tags id! name
display id! status
webhooks id! name url source
api_keys id! label hashed_key
users id! name email password identity_provider locale notification_settings:j two_factor_secret role objective
accounts id! type provider provider_account_id access_token refresh_token token_type scope id_token session_state
integrations id! type config:j
invites id! email name role
languages id! code alias
teams id! name
response_notes id! text
documents id! text
insights id! title description category`,
  dub: `
workspaces id! name slug logo invite_code plan stripe_id billing_cycle_start:i store payment_failed_at:t default_program_id
domains id! slug description placeholder expired_url not_found_url primary:b verified:b apex_domain
links id! domain key url short_link title description image video utm_source utm_medium utm_campaign utm_term utm_content ios android geo:j external_id comments password expired_url
tags id! name color
folders id! name type access_level
users id! name email image password_hash source default_workspace referral_code
project_users id! role
project_invites email role expires:t
tokens id! name hashed_key partial_key
webhooks id! receiver name url secret triggers:j
customers id! name email avatar external_id country
programs id! name slug logo wordmark domain url cookie_length:i holding_period_days:i brand_color reward_description support_email help_url terms_url
partners id! name email image bio country company_name profile_type stripe_connect_id paypal_email website instagram youtube twitter linkedin
commissions id! type amount:i earnings:i currency status event_id invoice_id
payouts id! amount:i currency status description failure_reason method
rewards id! event type description
discounts id! amount:i type coupon_id description
oauth_apps id! client_id hashed_client_secret name description readme developer website
installed_integrations id! credentials:j
utm_templates id! name utm_source utm_medium utm_campaign utm_term utm_content
clicks id! ip country city region continent device browser os ua bot:b referer referer_url qr:b
jackson_index id:i! key store_key
sales id! event_name payment_processor invoice_id currency amount:i`,
  papermark: `
documents id! name description file original_file type content_type storage_type num_pages:i download_only:b
document_versions id! version_number:i file type num_pages:i
document_pages id! page_number:i embedded_links:a file storage_type
links id! name slug url password allow_list:a email_protected:b expires_at:t watermark_config:j meta_title meta_description meta_image meta_favicon domain_slug welcome_message
views id! viewer_email viewer_name download_type ip_address
viewers id! email notification_preferences:j
teams id! name plan stripe_id subscription_id
datarooms id! pid name description
dataroom_folders id! name path
brands id! logo brand_color accent_color banner welcome_message
domains id! slug user_id:f verified:b
conversations id! title is_enabled:b
messages id! content
agreements id! name content link_url
feedback id! data:j
invitations id! email token
restricted_tokens id! name hashed_key partial_key scopes
reactions id! type page_number:i
custom_fields id! identifier label placeholder type
incoming_webhooks id! external_id name secret source
annotations id! title content
tags id! name color description`,
  hr: `
employees id:u! employee_code first_name last_name preferred_name work_email personal_email phone job_title department employment_type nationality national_id tax_code bank_name bank_account_number emergency_contact_name emergency_contact_relationship status work_location
departments id:u! name code description cost_center
leave_requests id:u! leave_type reason status approver_comment start_date:d end_date:d
payslips id:u! period status gross:n net:n currency notes
job_openings id:u! title location employment_type description requirements responsibilities status salary_range
candidates id:u! first_name last_name email phone resume_url cover_letter source stage linkedin_url current_company current_title rejection_reason
interviews id:u! round location meeting_link feedback recommendation scheduled_at:t
performance_reviews id:u! period strengths improvements goals summary rating:i
assets id:u! asset_tag name serial_number model manufacturer condition location
trainings id:u! title provider description certificate_number
timesheets id:u! description project_code status hours:n
announcements id:u! title body category`,
  crm: `
leads id:u! name email phone company title source status notes website industry country linkedin_url score:i
deals id:u! name stage currency amount:n lost_reason description close_date:d next_step
activities id:u! type subject description outcome due_date:t
contacts id:u! salutation first_name last_name email mobile phone department lead_source mailing_street mailing_city mailing_state mailing_zip mailing_country twitter_handle
accounts id:u! name industry website phone billing_street billing_city billing_state billing_postal_code billing_country annual_revenue:n ownership rating description type ticker_symbol
campaigns id:u! name type status description channel utm_campaign budget:n
emails id:u! subject body from_address to_address cc bcc status message_id thread_id
calls id:u! direction from_number to_number recording_url transcript disposition sentiment summary
quotes id:u! quote_number status terms notes currency
pipelines id:u! name description
stages id:u! name color probability:i
tasks id:u! title description priority status`,
}
