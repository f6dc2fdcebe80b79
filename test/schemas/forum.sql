-- A forum in the manner of Rails: bigserial keys, polymorphic pairs, counter caches, Single Table Inheritance, few foreign keys, soft deletes.
CREATE TABLE schema_migrations (version character varying NOT NULL PRIMARY KEY);
CREATE TABLE ar_internal_metadata (key character varying NOT NULL PRIMARY KEY, value character varying, created_at timestamp(6) without time zone NOT NULL, updated_at timestamp(6) without time zone NOT NULL);

CREATE TABLE users (
  id bigserial PRIMARY KEY,
  username character varying(60) NOT NULL,
  username_lower character varying(60) NOT NULL,
  name character varying,
  email character varying(254) NOT NULL,
  password_hash character varying(64),
  salt character varying(32),
  active boolean DEFAULT false NOT NULL,
  approved boolean DEFAULT false NOT NULL,
  approved_by_id integer,
  approved_at timestamp without time zone,
  admin boolean DEFAULT false NOT NULL,
  moderator boolean DEFAULT false NOT NULL,
  trust_level integer NOT NULL DEFAULT 1,
  seen_notification_id bigint DEFAULT 0 NOT NULL,
  posts_count integer DEFAULT 0 NOT NULL,
  views integer DEFAULT 0 NOT NULL,
  title character varying,
  locale character varying(10),
  ip_address inet,
  registration_ip_address inet,
  suspended_at timestamp without time zone,
  suspended_till timestamp without time zone,
  last_seen_at timestamp without time zone,
  date_of_birth date,
  primary_group_id bigint,
  created_at timestamp without time zone NOT NULL,
  updated_at timestamp without time zone NOT NULL,
  CONSTRAINT suspension CHECK ((suspended_till IS NULL) OR (suspended_at IS NOT NULL AND suspended_till > suspended_at))
);
CREATE UNIQUE INDEX index_users_on_username ON users (username);
CREATE UNIQUE INDEX index_users_on_username_lower ON users (username_lower);
CREATE UNIQUE INDEX index_users_on_email ON users (lower(email));
CREATE INDEX idx_users_admin ON users (id) WHERE admin;
CREATE TABLE user_emails (
  id bigserial PRIMARY KEY,
  user_id bigint NOT NULL,
  email character varying(513) NOT NULL,
  "primary" boolean DEFAULT false NOT NULL,
  created_at timestamp(6) without time zone NOT NULL,
  updated_at timestamp(6) without time zone NOT NULL
);
CREATE UNIQUE INDEX index_user_emails_on_user_id_and_primary ON user_emails (user_id, "primary") WHERE "primary";
CREATE UNIQUE INDEX index_user_emails_on_email ON user_emails (lower((email)::text));
CREATE TABLE user_profiles (
  user_id bigint PRIMARY KEY,
  location character varying,
  website character varying,
  bio_raw text,
  bio_cooked text,
  views integer DEFAULT 0 NOT NULL,
  CONSTRAINT bio_pair CHECK ((bio_raw IS NULL) = (bio_cooked IS NULL))
);
CREATE TABLE user_stats (
  user_id bigint PRIMARY KEY,
  topics_entered integer DEFAULT 0 NOT NULL,
  time_read integer DEFAULT 0 NOT NULL,
  likes_given integer DEFAULT 0 NOT NULL,
  likes_received integer DEFAULT 0 NOT NULL,
  new_since timestamp without time zone NOT NULL
);
CREATE TABLE user_auth_tokens (
  id bigserial PRIMARY KEY,
  user_id bigint NOT NULL,
  auth_token character varying NOT NULL UNIQUE,
  prev_auth_token character varying NOT NULL UNIQUE,
  user_agent character varying,
  client_ip inet,
  rotated_at timestamp without time zone NOT NULL,
  created_at timestamp without time zone NOT NULL
);
CREATE TABLE groups (
  id bigserial PRIMARY KEY,
  name character varying NOT NULL UNIQUE,
  full_name character varying,
  automatic boolean DEFAULT false NOT NULL,
  user_count integer DEFAULT 0 NOT NULL,
  visibility_level smallint DEFAULT 0 NOT NULL CHECK (visibility_level IN (0, 1, 2, 3, 4)),
  flair_color character varying(6) CHECK (flair_color ~ '^[0-9A-Fa-f]{3}([0-9A-Fa-f]{3})?$'),
  created_at timestamp(6) without time zone NOT NULL,
  updated_at timestamp(6) without time zone NOT NULL
);
CREATE TABLE group_users (
  id bigserial PRIMARY KEY,
  group_id bigint NOT NULL,
  user_id bigint NOT NULL,
  owner boolean DEFAULT false NOT NULL,
  notification_level integer DEFAULT 2 NOT NULL,
  created_at timestamp without time zone NOT NULL,
  updated_at timestamp without time zone NOT NULL
);
CREATE UNIQUE INDEX index_group_users_on_group_id_and_user_id ON group_users (group_id, user_id);
CREATE UNIQUE INDEX index_group_users_on_user_id_and_group_id ON group_users (user_id, group_id);
CREATE TABLE categories (
  id bigserial PRIMARY KEY,
  name character varying(50) NOT NULL,
  color character varying(6) DEFAULT '0088CC'::character varying NOT NULL,
  text_color character varying(6) DEFAULT 'FFFFFF'::character varying NOT NULL,
  slug character varying NOT NULL,
  description text,
  user_id bigint NOT NULL,
  topic_id bigint,
  parent_category_id bigint,
  position integer,
  read_restricted boolean DEFAULT false NOT NULL,
  topic_count integer DEFAULT 0 NOT NULL,
  post_count integer DEFAULT 0 NOT NULL,
  created_at timestamp without time zone NOT NULL,
  updated_at timestamp without time zone NOT NULL
);
CREATE UNIQUE INDEX unique_index_categories_on_name ON categories (COALESCE(parent_category_id, '-1'::integer), name);
CREATE UNIQUE INDEX unique_index_categories_on_slug ON categories (COALESCE(parent_category_id, '-1'::integer), lower((slug)::text)) WHERE ((slug)::text <> ''::text);
CREATE TABLE category_groups (
  id bigserial PRIMARY KEY,
  category_id bigint NOT NULL,
  group_id bigint NOT NULL,
  permission_type integer DEFAULT 1,
  created_at timestamp(6) without time zone NOT NULL,
  updated_at timestamp(6) without time zone NOT NULL
);
CREATE TABLE category_users (
  id bigserial PRIMARY KEY,
  category_id bigint NOT NULL,
  user_id bigint NOT NULL,
  notification_level integer,
  last_seen_at timestamp without time zone,
  UNIQUE (user_id, category_id)
);
CREATE TABLE topics (
  id bigserial PRIMARY KEY,
  title character varying NOT NULL,
  fancy_title character varying,
  slug character varying,
  user_id bigint,
  last_post_user_id bigint NOT NULL,
  category_id bigint,
  archetype character varying DEFAULT 'regular'::character varying NOT NULL,
  views integer DEFAULT 0 NOT NULL,
  posts_count integer DEFAULT 0 NOT NULL,
  reply_count integer DEFAULT 0 NOT NULL,
  highest_post_number integer DEFAULT 0 NOT NULL,
  closed boolean DEFAULT false NOT NULL,
  archived boolean DEFAULT false NOT NULL,
  pinned_at timestamp without time zone,
  pinned_until timestamp without time zone,
  bumped_at timestamp without time zone NOT NULL,
  last_posted_at timestamp without time zone,
  deleted_at timestamp without time zone,
  deleted_by_id bigint,
  created_at timestamp without time zone NOT NULL,
  updated_at timestamp without time zone NOT NULL,
  CONSTRAINT has_category_id CHECK (((category_id IS NOT NULL) OR ((archetype)::text <> 'regular'::text))),
  CONSTRAINT pm_has_no_category CHECK (((category_id IS NULL) OR ((archetype)::text <> 'private_message'::text)))
);
CREATE INDEX index_topics_on_bumped_at ON topics (bumped_at DESC) WHERE (deleted_at IS NULL);
CREATE TABLE posts (
  id bigserial PRIMARY KEY,
  user_id bigint,
  topic_id bigint NOT NULL,
  post_number integer NOT NULL,
  raw text NOT NULL,
  cooked text NOT NULL,
  reply_to_post_number integer,
  reply_count integer DEFAULT 0 NOT NULL,
  like_count integer DEFAULT 0 NOT NULL,
  score double precision,
  word_count integer,
  wiki boolean DEFAULT false NOT NULL,
  hidden boolean DEFAULT false NOT NULL,
  hidden_at timestamp without time zone,
  deleted_at timestamp without time zone,
  created_at timestamp without time zone NOT NULL,
  updated_at timestamp without time zone NOT NULL
);
CREATE UNIQUE INDEX index_posts_on_topic_id_and_post_number ON posts (topic_id, post_number);
CREATE TABLE post_replies (post_id bigint, reply_post_id bigint, created_at timestamp without time zone NOT NULL, updated_at timestamp without time zone NOT NULL);
CREATE UNIQUE INDEX index_post_replies_on_post_id_and_reply_post_id ON post_replies (post_id, reply_post_id);
CREATE TABLE post_revisions (
  id bigserial PRIMARY KEY,
  user_id bigint,
  post_id bigint,
  modifications text,
  number integer,
  hidden boolean DEFAULT false NOT NULL,
  created_at timestamp(6) without time zone NOT NULL,
  updated_at timestamp(6) without time zone NOT NULL
);
CREATE TABLE post_action_types (
  id serial PRIMARY KEY,
  name_key character varying(50) NOT NULL,
  is_flag boolean DEFAULT false NOT NULL,
  icon character varying(20),
  position integer DEFAULT 0 NOT NULL,
  created_at timestamp without time zone NOT NULL,
  updated_at timestamp without time zone NOT NULL
);
CREATE TABLE post_actions (
  id bigserial PRIMARY KEY,
  post_id bigint NOT NULL,
  user_id bigint NOT NULL,
  post_action_type_id integer NOT NULL REFERENCES post_action_types,
  deleted_at timestamp without time zone,
  deleted_by_id bigint,
  staff_took_action boolean DEFAULT false NOT NULL,
  created_at timestamp without time zone NOT NULL,
  updated_at timestamp without time zone NOT NULL
);
CREATE UNIQUE INDEX idx_unique_actions ON post_actions (user_id, post_action_type_id, post_id) WHERE deleted_at IS NULL;
CREATE TABLE topic_users (
  id bigserial PRIMARY KEY,
  user_id bigint NOT NULL,
  topic_id bigint NOT NULL,
  posted boolean DEFAULT false NOT NULL,
  last_read_post_number integer,
  notification_level integer DEFAULT 1 NOT NULL,
  first_visited_at timestamp without time zone,
  last_visited_at timestamp without time zone,
  CONSTRAINT test_starred_at CHECK (NOT posted OR first_visited_at IS NOT NULL)
);
CREATE UNIQUE INDEX index_topic_users_on_topic_id_and_user_id ON topic_users (topic_id, user_id);
CREATE TABLE topic_allowed_users (id bigserial PRIMARY KEY, user_id bigint NOT NULL, topic_id bigint NOT NULL, created_at timestamp without time zone NOT NULL, UNIQUE (topic_id, user_id));
CREATE TABLE topic_links (
  id bigserial PRIMARY KEY,
  topic_id bigint NOT NULL,
  post_id bigint,
  user_id bigint NOT NULL,
  url character varying(500) NOT NULL,
  domain character varying(100) NOT NULL,
  internal boolean DEFAULT false NOT NULL,
  link_topic_id bigint,
  reflection boolean DEFAULT false,
  clicks integer DEFAULT 0 NOT NULL,
  title character varying,
  created_at timestamp without time zone NOT NULL
);
CREATE UNIQUE INDEX unique_post_links ON topic_links (topic_id, post_id, url);
CREATE TABLE tags (id bigserial PRIMARY KEY, name character varying NOT NULL, topic_count integer DEFAULT 0 NOT NULL, target_tag_id bigint, description character varying(1000), created_at timestamp without time zone NOT NULL);
CREATE UNIQUE INDEX index_tags_on_lower_name ON tags (lower((name)::text));
CREATE TABLE topic_tags (id bigserial PRIMARY KEY, topic_id bigint NOT NULL REFERENCES topics ON DELETE CASCADE, tag_id bigint NOT NULL REFERENCES tags ON DELETE CASCADE, created_at timestamp without time zone NOT NULL);
CREATE UNIQUE INDEX index_topic_tags_on_topic_id_and_tag_id ON topic_tags (topic_id, tag_id);
CREATE TABLE tag_groups (id bigserial PRIMARY KEY, name character varying NOT NULL, parent_tag_id bigint, one_per_topic boolean DEFAULT false);
CREATE TABLE tag_group_memberships (id bigserial PRIMARY KEY, tag_id bigint NOT NULL, tag_group_id bigint NOT NULL, UNIQUE (tag_group_id, tag_id));
CREATE TABLE bookmarks (
  id bigserial PRIMARY KEY,
  user_id bigint NOT NULL,
  bookmarkable_type character varying,
  bookmarkable_id bigint,
  name character varying(100),
  reminder_at timestamp without time zone,
  reminder_set_at timestamp without time zone,
  pinned boolean DEFAULT false,
  created_at timestamp(6) without time zone NOT NULL,
  updated_at timestamp(6) without time zone NOT NULL,
  CONSTRAINT enforce_bookmarkable_reference CHECK (((bookmarkable_type IS NULL) AND (bookmarkable_id IS NULL)) OR ((bookmarkable_type IS NOT NULL) AND (bookmarkable_id IS NOT NULL)))
);
CREATE UNIQUE INDEX idx_bookmarks_user_polymorphic_unique ON bookmarks (user_id, bookmarkable_type, bookmarkable_id);
CREATE TABLE notifications (
  id bigserial PRIMARY KEY,
  notification_type integer NOT NULL,
  user_id bigint NOT NULL,
  data character varying(1000) NOT NULL,
  read boolean DEFAULT false NOT NULL,
  topic_id bigint,
  post_number integer,
  high_priority boolean DEFAULT false NOT NULL,
  created_at timestamp without time zone NOT NULL,
  updated_at timestamp without time zone NOT NULL
);
CREATE TABLE uploads (
  id bigserial PRIMARY KEY,
  user_id bigint NOT NULL,
  original_filename character varying NOT NULL,
  filesize bigint NOT NULL,
  width integer,
  height integer,
  url character varying NOT NULL UNIQUE,
  sha1 character varying(40),
  extension character varying(10),
  dominant_color text CHECK (length(dominant_color) <= 6),
  created_at timestamp without time zone NOT NULL
);
CREATE UNIQUE INDEX index_uploads_on_sha1 ON uploads (sha1);
CREATE TABLE upload_references (
  id bigserial PRIMARY KEY,
  upload_id bigint NOT NULL REFERENCES uploads,
  target_type character varying NOT NULL CHECK (target_type IN ('Post', 'UserProfile', 'Category')),
  target_id bigint NOT NULL,
  created_at timestamp(6) without time zone NOT NULL,
  UNIQUE (upload_id, target_type, target_id)
);
CREATE TABLE badge_groupings (id serial PRIMARY KEY, name character varying NOT NULL, description text, position integer NOT NULL);
CREATE TABLE badges (
  id serial PRIMARY KEY,
  name character varying NOT NULL UNIQUE,
  description text,
  badge_type_id integer NOT NULL,
  badge_grouping_id integer DEFAULT 5 NOT NULL REFERENCES badge_groupings,
  grant_count integer DEFAULT 0 NOT NULL,
  icon character varying DEFAULT 'certificate'::character varying,
  enabled boolean DEFAULT true NOT NULL
);
CREATE TABLE user_badges (
  id bigserial PRIMARY KEY,
  badge_id bigint NOT NULL,
  user_id bigint NOT NULL,
  granted_at timestamp without time zone NOT NULL,
  granted_by_id bigint NOT NULL,
  post_id bigint,
  seq integer DEFAULT 0 NOT NULL
);
CREATE UNIQUE INDEX index_user_badges_on_badge_id_and_user_id_and_seq ON user_badges (badge_id, user_id, seq);
CREATE TABLE polls (id bigserial PRIMARY KEY, post_id bigint REFERENCES posts, name character varying DEFAULT 'poll' NOT NULL, close_at timestamp without time zone, type integer DEFAULT 0 NOT NULL, min integer, max integer, CONSTRAINT poll_range CHECK (min IS NULL OR max IS NULL OR min <= max));
CREATE UNIQUE INDEX index_polls_on_post_id_and_name ON polls (post_id, name);
CREATE TABLE poll_options (id bigserial PRIMARY KEY, poll_id bigint REFERENCES polls, digest character varying NOT NULL, html text NOT NULL, UNIQUE (poll_id, digest));
CREATE TABLE poll_votes (poll_id bigint REFERENCES polls, poll_option_id bigint REFERENCES poll_options, user_id bigint, created_at timestamp(6) without time zone NOT NULL);
CREATE UNIQUE INDEX index_poll_votes_on_poll_id_and_poll_option_id_and_user_id ON poll_votes (poll_id, poll_option_id, user_id);
CREATE TABLE reviewables (
  id bigserial PRIMARY KEY,
  type character varying NOT NULL,
  status integer DEFAULT 0 NOT NULL,
  created_by_id bigint NOT NULL,
  target_id bigint,
  target_type character varying,
  topic_id bigint,
  score double precision DEFAULT 0.0 NOT NULL,
  payload json,
  created_at timestamp(6) without time zone NOT NULL,
  updated_at timestamp(6) without time zone NOT NULL
);
CREATE UNIQUE INDEX index_reviewables_on_type_and_target_id ON reviewables (type, target_id);
CREATE TABLE site_settings (id serial PRIMARY KEY, name character varying NOT NULL UNIQUE, data_type integer NOT NULL, value text, created_at timestamp without time zone NOT NULL, updated_at timestamp without time zone NOT NULL);
CREATE TABLE user_histories (id bigserial PRIMARY KEY, action integer NOT NULL, acting_user_id bigint, target_user_id bigint, details text, created_at timestamp without time zone NOT NULL);
CREATE TABLE topic_search_data (topic_id bigint PRIMARY KEY REFERENCES topics ON DELETE CASCADE, raw_data text, locale text NOT NULL, search_data tsvector, version integer DEFAULT 0);
CREATE TABLE user_visits (id bigserial PRIMARY KEY, user_id bigint NOT NULL, visited_at date NOT NULL, posts_read integer DEFAULT 0, mobile boolean DEFAULT false, time_read integer DEFAULT 0 NOT NULL);
CREATE UNIQUE INDEX index_user_visits_on_user_id_and_visited_at ON user_visits (user_id, visited_at);
CREATE TABLE muted_users (id bigserial PRIMARY KEY, user_id bigint NOT NULL, muted_user_id bigint NOT NULL, created_at timestamp without time zone, CHECK (user_id <> muted_user_id), UNIQUE (user_id, muted_user_id));

CREATE FUNCTION count_group_users() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE groups SET user_count = (SELECT count(*) FROM group_users WHERE group_id = coalesce(NEW.group_id, OLD.group_id)) WHERE id = coalesce(NEW.group_id, OLD.group_id);
  RETURN NULL;
END $$;
CREATE TRIGGER group_users_counted AFTER INSERT OR DELETE ON group_users FOR EACH ROW EXECUTE FUNCTION count_group_users();
CREATE FUNCTION index_topic() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO topic_search_data (topic_id, raw_data, locale, search_data, version)
  VALUES (NEW.id, NEW.title, 'en', to_tsvector('english', NEW.title), 1)
  ON CONFLICT (topic_id) DO UPDATE SET raw_data = excluded.raw_data, search_data = excluded.search_data;
  RETURN NULL;
END $$;
CREATE TRIGGER topics_indexed AFTER INSERT OR UPDATE OF title ON topics FOR EACH ROW EXECUTE FUNCTION index_topic();
