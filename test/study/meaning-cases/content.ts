/** Blogs, forums, chat, CMS, music, games. */
export const content = [
  `posts
title text -> content.title @content
slug text -> slug-of @none of title
excerpt text -> content.excerpt @content
content text -> content.body @content
content_html text -> content.body {"format":"html"}
body_markdown text -> content.body {"format":"markdown"}
author_name text -> person.full @person:author
cover_image_url text -> internet.image
featured_image text -> internet.image
status text -> label.status
published_at timestamptz -> happened of created_at
created_at timestamptz -> created
views int -> counter
likes_count int -> counter
comments_count int -> counter
reading_time int -> integer
read_minutes int -> integer {"min":1,"max":20,"skew":"low"}
referrer text -> internet.url @none
tags text[] -> content.tag
meta_title text -> content.title
seo_description text -> content.excerpt
canonical_url text -> internet.url @none
locale text -> place.locale @place
is_published boolean -> flag {"share":0.8}
pinned boolean -> flag {"share":0.2}
body_json jsonb -> json {"flavour":"richtext"}`,
  `comments
body text -> content.comment @content
content text -> content.comment
text text -> content.comment
author text -> person.full @person:author
author_email text -> person.email @person:author
upvotes int -> counter
is_spam boolean -> flag {"share":0.05}
edited_at timestamptz -> updated
parent_comment_id uuid fk -> -
commentable_type text -> -
commentable_id text -> key.text`,
  `messages
body text -> content.message @content
content text -> content.message
text text -> content.message
subject text -> content.title @content
sender_name text -> person.full @person:sender
sender_email text -> person.email @person:sender
from_email text -> person.email @person:from
to_email text -> person.email @person:to
read_at timestamptz -> happened
sent_at timestamptz -> happened
is_read boolean -> flag {"share":0.6}
attachments jsonb -> json {"flavour":"list"}
reaction_emoji text -> software.emoji @none`,
  `channels
name text -> content.team @content
topic text -> content.category
is_private boolean -> flag {"share":0.2}
description text -> content.excerpt`,
  `tags
name text -> content.tag @content
slug varchar(60) -> slug-of of name
color text -> software.color
usage_count int -> counter`,
  `pages
title jsonb -> json {"flavour":"translations"}
name jsonb -> json {"flavour":"translations"}
blocks jsonb ='[]'::jsonb -> json {"flavour":"list","type":"array"}
settings jsonb -> json {"flavour":"settings"}
path text -> -
permalink text -> content.slug
html text -> content.body {"format":"html"}
published boolean -> flag {"share":0.8}`,
  `photos
title text -> content.title
url text -> internet.url
thumbnail_url text -> internet.image
width int -> integer {"min":320,"max":3840,"skew":"even"}
size int -> file.size
location text -> place.city`,
  `diaries
content text -> content.note
mood text -> label.kind @none
diary_date date -> happened
word_count int -> counter`,
  `faqs
question text -> content.question @content
answer text -> content.comment
sort_order int -> position`,
  `albums
title text -> content.team
release_date date -> happened
cover_url text -> internet.image
artist_name text -> person.full @person:artist
genre text -> label.kind @none
tracks_count int -> counter`,
  `songs
title text -> content.title
duration_seconds int -> integer {"min":30,"max":3600,"skew":"low"}
duration_ms int -> integer {"min":20,"max":5000,"skew":"low"}
track_number int -> position
bpm int -> integer
plays int -> counter
lyrics text -> content.body
audio_url text -> internet.url`,
  `playlists
name text -> content.team
is_public boolean -> flag {"share":0.8}
followers_count int -> counter`,
  `books
title text -> content.title @content
isbn varchar(13) -> product.isbn @product
author text -> person.full @person:author
publisher text -> company.name @company:publisher
publication_year int -> integer
pages int -> integer
language varchar(2) -> place.language @place {"code":true}
summary text -> content.excerpt`,
  `players
username text -> person.username @person
display_name text -> person.full @person
level int -> integer {"min":1,"max":10,"skew":"low"}
xp bigint -> integer {"min":0,"max":10000,"skew":"low"}
gold int -> integer
wins int -> counter
losses int -> counter
last_login_at timestamptz -> happened
banned boolean -> flag {"share":0.05}
avatar_url text -> person.avatar @person`,
  `guilds
name text -> content.team
tag varchar(5) -> content.tag`,
  `media
file_name text -> file.name @file
mime_type text -> file.mime @file
file_size bigint -> file.size @file
size int -> file.size
extension varchar(10) -> file.extension @file
storage_path text -> file.path @file
width int -> integer
height int -> integer {"min":320,"max":3840,"skew":"even"}
alt_text text -> content.title
checksum text -> internet.hash
md5 char(32) -> internet.hash {"length":32}
url text -> internet.url
caption text -> content.excerpt
uploaded_at timestamp -> happened`,
  `events
title text -> content.event @content
name text -> content.event
description text -> content.excerpt
starts_at timestamptz -> started
ends_at timestamptz -> ended of starts_at
start_date date -> started
end_date date -> ended of start_date
start_time time -> time
end_time time -> time
location text -> place.city @place
venue_name text -> company.name @company:venue
capacity int -> integer
ticket_price numeric(8,2) -> amount
registration_deadline date -> due
date date -> started
is_online boolean -> flag`,
  `threads
title text -> content.title
replies int -> counter
locked boolean -> flag {"share":0.1}
last_post_at timestamptz -> happened`,
]
