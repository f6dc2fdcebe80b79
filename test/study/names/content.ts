/** Forums, blogs, media, chat, games, development tools. */
export const content: Readonly<Record<string, string>> = {
  discourse: `
users id:i! username:v60 name username_lower:v60 flair locale title primary_group:i ip_address:x registration_ip_address:x
user_emails id:i! email:v513 normalized_email
user_profiles user_id:if location:v3000 website bio_raw bio_cooked dismissed_banner_key:i views:i
user_options user_id:if theme_key text_size title_count_mode timezone
topics id:i! title fancy_title slug archetype featured_link excerpt image_url subtype external_id locale
posts id:i! raw cooked edit_reason action_code raw_email locale outbound_message_id
categories id:i! name:v50 color:v6 text_color:v6 slug description email_in topic_template sort_order default_view default_top_period emoji icon style_type locale
tags id:i! name description
groups id:i! name full_name title bio_raw bio_cooked flair_url flair_color flair_bg_color incoming_email smtp_server email_username email_password imap_server
badges id:i! name description icon long_description query
badge_groupings id:i! name description
uploads id:i! original_filename url sha1:v40 origin:v1000 extension:v10 etag original_sha1 dominant_color
invites id:i! invite_key email custom_message domain redemption_count:i
notifications id:i! notification_type:i data:v1000
drafts id:i! draft_key data
email_logs id:i! to_address email_type message_id bounce_key:u smtp_transaction_response
email_templates id:i! subject body
incoming_emails id:i! message_id from_address subject raw error rejection_message to_addresses cc_addresses
api_keys id:i! description key_hash truncated_key
web_hooks id:i! payload_url secret wildcard_web_hook:b
site_settings id:i! name value data_type:i
themes id:i! name compiled_version color_scheme remote_theme
theme_fields id:i! name value value_baked error compiler_version
color_schemes id:i! name via_wizard:b base_scheme_id
color_scheme_colors id:i! name hex dark_hex
translation_overrides id:i! locale translation_key value original_translation
screened_emails id:i! email
screened_urls id:i! url domain
screened_ip_addresses id:i! action_type:i
search_logs id:i! term ip_address:x
user_auth_tokens id:i! auth_token prev_auth_token user_agent client_ip:x
user_histories id:i! details context custom_type subject previous_value new_value email topic_title
user_fields id:i! name field_type description external_name
user_statuses user_id:if emoji description
permalinks id:i! url external_url
polls id:i! name chart_type title groups
poll_options id:i! digest html
reviewables id:i! type target_type reject_reason
single_sign_on_records id:i! external_id external_username external_email external_name external_avatar_url
watched_words id:i! word replacement action:i
chat_channels id:i! name description slug type emoji
chat_messages id:i! message cooked excerpt
bookmarks id:i! name
stylesheet_cache id:i! target digest content theme_id:i source_map
do_not_disturb_timings id:i! starts_at:t`,
  ghost: `
posts id:v24! uuid:v36 title:v2000 slug:v191 mobiledoc lexical html comment_id:v50 plaintext feature_image:v2000 type:v50 status:v50 locale:v6 visibility:v50 email_recipient_filter custom_excerpt:v2000 codeinjection_head codeinjection_foot custom_template:v100 canonical_url newsletter_id:v24f
posts_meta id:v24! og_image og_title:v300 og_description:v500 twitter_image twitter_title:v300 twitter_description:v500 meta_title:v2000 meta_description:v2000 email_subject:v300 frontmatter feature_image_alt feature_image_caption
users id:v24! name:v191 slug:v191 password:v60 email:v191 profile_image cover_image bio website location facebook twitter accessibility status:v50 locale:v6 meta_title meta_description threads bluesky mastodon tiktok youtube instagram linkedin
tags id:v24! name:v191 slug:v191 description feature_image visibility:v50 og_title meta_title accent_color canonical_url
members id:v24! uuid:v36 transient_id email:v191 status:v50 name:v191 expertise note geolocation
members_labels id:v24!
labels id:v24! name:v191 slug:v191
newsletters id:v24! uuid:v36 name:v191 description slug:v191 sender_name sender_email sender_reply_to status visibility header_image title_font_category title_alignment body_font_category footer_content background_color
emails id:v24! status recipient_filter error error_data email_count:i subject from reply_to html plaintext source source_type
email_batches id:v24! provider_id status member_segment error_message error_data
offers id:v24! name code portal_title portal_description currency interval discount_type duration
products id:v24! name slug welcome_page_url visibility trial_days:i description type currency
benefits id:v24! name slug
settings id:v24! group:v50 key:v50 value type:v50 flags:v50
integrations id:v24! type name slug icon_image description
api_keys id:v24! type secret last_seen_version
webhooks id:v24! event target_url name secret api_version last_trigger_status last_trigger_error
invites id:v24! status token email
roles id:v24! name:v50 description
permissions id:v24! name:v50 object_type:v50 action_type:v50
snippets id:v24! name mobiledoc lexical
comments id:v24! status html edited_at:t
redirects id:v24! from to
mentions id:v24! source source_title source_site_title source_excerpt source_author source_featured_image source_favicon target resource_type
recommendations id:v24! url title excerpt featured_image favicon description
collections id:v24! title slug description type filter feature_image
stripe_products id:v24! stripe_product_id
stripe_prices id:v24! stripe_price_id currency nickname type interval
members_stripe_customers id:v24! customer_id name email
donation_payment_events id:v24! name email currency attribution_url referrer_source referrer_medium referrer_url donation_message
custom_theme_settings id:v24! theme key type value
suppressions id:v24! email reason`,
  wordpress: `
wp_posts id:i! post_author:i post_date:t post_content post_title post_excerpt post_status:v20 comment_status:v20 ping_status:v20 post_password post_name to_ping pinged post_content_filtered guid post_type:v20 post_mime_type:v100
wp_comments comment_id:i! comment_author comment_author_email comment_author_url comment_author_ip comment_date:t comment_content comment_karma:i comment_approved:v20 comment_agent comment_type:v20
wp_users id:i! user_login:v60 user_pass user_nicename:v50 user_email:v100 user_url:v100 user_registered:t user_activation_key display_name:v250
wp_usermeta umeta_id:i! meta_key meta_value
wp_options option_id:i! option_name option_value autoload:v20
wp_terms term_id:i! name:v200 slug:v200
wp_term_taxonomy id:i! taxonomy:v32 description
wp_links link_id:i! link_url link_name link_image link_target:v25 link_description link_visible:v20 link_rel link_notes link_rss
wp_postmeta meta_id:i! meta_key meta_value`,
  chat: `
workspaces id:u! name slug icon_url domain plan
channels id:u! name topic purpose type visibility
messages id:u! body type edited_at:t
users id:u! handle display_name email status_text status_emoji presence title phone timezone avatar_url pronouns
files id:u! filename mimetype url thumbnail_url title
reactions id:u! emoji
threads id:u! title
bots id:u! name token description icon_url
emojis id:u! shortcode image_url alias
invites id:u! code email role
pins id:u! note
calls id:u! topic recording_url status`,
  media: `
movies id:u! title original_title tagline overview poster_path backdrop_path original_language status homepage imdb_id trailer_url certification
people id:u! name biography place_of_birth profile_path known_for_department imdb_id also_known_as
songs id:u! title isrc lyrics preview_url artwork_url genre mood key_signature language
artists id:u! name slug bio image_url country spotify_id website
albums id:u! title cover_url label release_type upc description
podcasts id:u! title description feed_url author language cover_image_url category explicit:b copyright owner_email
episodes id:u! title description audio_url guid show_notes transcript season:i duration:i
videos id:u! title description video_url thumbnail_url status visibility resolution codec format caption language
books id:u! title subtitle isbn13 isbn10 description publisher language cover_url edition format genre
authors id:u! name pen_name biography nationality website photo_url
playlists id:u! name description cover_url visibility
genres id:u! name slug description
subtitles id:u! language file_url format
galleries id:u! title caption alt_text credit location camera_model lens`,
  games: `
players id:u! username email display_name avatar_url country rank title bio locale
games id:u! title slug description genre platform publisher developer cover_url release_status age_rating
matches id:u! map mode region status winner_team server_id
items id:u! name description rarity type icon_url slot lore
quests id:u! title description objective reward_text difficulty region
guilds id:u! name tag description motto emblem_url region
achievements id:u! name description icon_url badge_color category
leaderboards id:u! name metric season region
chat_messages id:u! message channel
tournaments id:u! name format status rules prize_currency stream_url`,
  devtools: `
organizations id:u! name slug avatar_url billing_email plan
repositories id:u! name full_name description default_branch language clone_url license homepage visibility topics:a
commits id:u! sha message author_name author_email branch
pull_requests id:u! title body state head_branch base_branch head_sha
builds id:u! number:i status branch commit_sha commit_message trigger log_url environment
deployments id:u! environment url status region runtime version
domains id:u! name status dns_target ssl_status registrar nameservers
env_vars id:u! key value target description
api_requests id:u! method path ip user_agent response_body request_id referer origin query_string error_code
incidents id:u! title status severity description postmortem_url impact
monitors id:u! name url method frequency region status
alerts id:u! name condition message severity channel
feature_flags id:u! key name description rollout_strategy
experiments id:u! name hypothesis status primary_metric conclusion
datasets id:u! name description source_url license format checksum
models id:u! name provider version description base_model status
prompts id:u! name template system_prompt description model
completions id:u! prompt response model finish_reason error_message
chunks id:u! content source_url heading metadata:j
secrets id:u! name encrypted_value description
licenses id:u! license_key holder_name holder_email edition status
releases id:u! version title changelog download_url checksum channel platform
dependencies id:u! package_name version_range resolved_version ecosystem license
vulnerabilities id:u! cve_id title description severity affected_versions fixed_version advisory_url
servers id:u! hostname ip_address region provider os status instance_type
ssh_keys id:u! name public_key fingerprint
backups id:u! filename location status checksum error_message
jobs id:u! name queue status error_message cron_expression handler`,
  community: `
events id:u! title slug description venue_name address city country timezone cover_image_url status currency organizer_name organizer_email meeting_url event_type
tickets id:u! ticket_number holder_name holder_email qr_code status seat tier
speakers id:u! name title company bio photo_url twitter_handle linkedin_url talk_title
sponsors id:u! name logo_url website tier description
donations id:u! donor_name donor_email message currency status payment_method
volunteers id:u! first_name last_name email phone skills availability notes
groups id:u! name slug description rules cover_url privacy
posts id:u! body link_url image_url visibility location_name
polls id:u! question description
properties id:u! title description address city state zip_code property_type status listing_type currency energy_rating
viewings id:u! visitor_name visitor_email visitor_phone notes status
maintenance_requests id:u! title description priority status category photo_url
leases id:u! lease_number tenant_name tenant_email terms document_url status
pets id:u! name species breed color microchip_number gender notes photo_url
adoptions id:u! applicant_name applicant_email home_type status reason
faqs id:u! question answer category
tickets_support id:u! subject description status priority channel requester_email assignee_name resolution
newsletters id:u! subject preheader body_html status
subscribers id:u! email first_name source status unsubscribe_token ip_address
pages id:u! title slug content meta_title meta_description og_image layout status
contact_submissions id:u! name email phone company subject message ip_address status
testimonials id:u! quote author_name author_title author_company author_photo_url
survey_responses id:u! respondent_email answers:j comment source`,
}
