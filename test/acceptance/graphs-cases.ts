import type { Case } from './cases.ts'

/** Rows that reach one ancestor by two paths agree on it. */
export const graphsCases: readonly Case[] = [
  {
    name: 'a comment belongs to the account of its post',
    given: `create table accounts (id uuid primary key, name text not null);
            create table posts (id uuid primary key, account_id uuid not null references accounts on delete cascade, title text not null);
            create table comments (id uuid primary key, account_id uuid not null references accounts on delete cascade, post_id uuid not null references posts on delete cascade, body text);
            create table attachments (id serial primary key, account_id uuid not null references accounts, comment_id uuid references comments, post_id uuid references posts);`,
    holds: [
      'select count(*) = 20 and bool_and(c.account_id = p.account_id) from comments c join posts p on p.id = c.post_id',
      'select bool_and(a.account_id = c.account_id) from attachments a join comments c on c.id = a.comment_id',
      'select bool_and(a.account_id = p.account_id) from attachments a join posts p on p.id = a.post_id',
      'select count(comment_id) > 3 and count(post_id) > 3 from attachments',
    ],
  },
  {
    name: 'a key that numbers rows under their account keeps the account as owner, and the rest agrees',
    given: `create table workspaces (id serial primary key);
            create table boards (id serial primary key, workspace_id int not null references workspaces, name text not null, unique (workspace_id, name));
            create table issues (id serial primary key, workspace_id int not null references workspaces, board_id int not null references boards, number int not null, title text, unique (workspace_id, number));`,
    asking: { tables: { workspaces: 12, boards: 9, issues: 80 } },
    holds: [
      'select count(*) = 80 and bool_and(i.workspace_id = b.workspace_id) from issues i join boards b on b.id = i.board_id',
      'select count(distinct workspace_id) > 2 and max(number) < 60 from issues',
    ],
  },
  {
    name: 'two parents of an order lie in one tenant, which the order does not name',
    given: `create table tenants (id uuid primary key);
            create table stores (id uuid primary key, tenant_id uuid not null references tenants);
            create table customers (id uuid primary key, tenant_id uuid not null references tenants, city text);
            create table orders (id uuid primary key, store_id uuid not null references stores, customer_id uuid not null references customers, total numeric(10,2));
            create table deliveries (id uuid primary key, order_id uuid not null references orders, customer_id uuid not null references customers, tenant_id uuid references tenants);`,
    holds: [
      'select count(*) = 20 and bool_and(s.tenant_id = c.tenant_id) from orders o join stores s on s.id = o.store_id join customers c on c.id = o.customer_id',
      'select count(*) = 20 and bool_and(d.customer_id = o.customer_id) from deliveries d join orders o on o.id = d.order_id',
      'select count(d.tenant_id) = 20 and bool_and(d.tenant_id = c.tenant_id) from deliveries d join customers c on c.id = d.customer_id',
    ],
  },
  {
    name: 'who writes about a row of somebody else is somebody else',
    given: `create table users (id serial primary key, name text);
            create table posts (id serial primary key, user_id int not null references users, title text);
            create table comments (id serial primary key, post_id int not null references posts, user_id int not null references users);
            create table orders (id serial primary key, user_id int not null references users);
            create table order_items (id serial primary key, order_id int not null references orders, user_id int not null references users);
            create table airports (id serial primary key, city_id int not null);
            create table cities (id serial primary key); alter table airports add foreign key (city_id) references cities;
            create table flights (id serial primary key, origin_id int not null references airports, target_id int not null references airports, check (origin_id <> target_id));`,
    holds: [
      'select count(*) filter (where c.user_id <> p.user_id) > 10 from comments c join posts p on p.id = c.post_id',
      'select bool_and(i.user_id = o.user_id) from order_items i join orders o on o.id = i.order_id',
      'select count(*) filter (where a.city_id <> b.city_id) > 10 from flights f join airports a on a.id = f.origin_id join airports b on b.id = f.target_id',
    ],
  },
  {
    name: 'what the configuration says of a column is stronger than that paths agree',
    given: `create table accounts (id int primary key);
            create table posts (id int primary key, account_id int not null references accounts);
            create table comments (id int primary key, account_id int references accounts, post_id int not null references posts);`,
    asking: { rows: 20, tables: { comments: { count: 30, columns: { account_id: { value: null } } } } },
    holds: ['select count(*) = 30 and count(account_id) = 0 from comments'],
  },
  {
    name: 'people beside a team are its members',
    given: `create table users (id uuid primary key, email text not null unique);
            create table teams (id uuid primary key, name text not null, owner_id uuid not null references users);
            create table team_members (team_id uuid not null references teams, user_id uuid not null references users, role text not null default 'member', primary key (team_id, user_id));
            create table projects (id uuid primary key, team_id uuid not null references teams, created_by uuid not null references users);
            create table tasks (id uuid primary key, project_id uuid not null references projects, assigned_to uuid references users, author_id uuid not null references users);
            create table conversations (id uuid primary key);
            create table conversation_participants (conversation_id uuid not null references conversations, user_id uuid not null references users, primary key (conversation_id, user_id));
            create table messages (id uuid primary key, conversation_id uuid not null references conversations, sender_id uuid not null references users);`,
    asking: {
      tables: {
        users: 30,
        teams: 5,
        team_members: 20,
        projects: 10,
        tasks: 60,
        conversations: 4,
        conversation_participants: 12,
        messages: 40,
      },
    },
    holds: [
      'select count(assigned_to) > 20 and bool_and(exists (select from team_members m where m.team_id = p.team_id and m.user_id = t.assigned_to)) from tasks t join projects p on p.id = t.project_id where t.assigned_to is not null and exists (select from team_members m where m.team_id = p.team_id)',
      'select bool_and(exists (select from team_members m where m.team_id = p.team_id and m.user_id = t.author_id) or t.author_id = (select owner_id from teams where id = p.team_id)) from tasks t join projects p on p.id = t.project_id',
      'select bool_and(exists (select from conversation_participants m where m.conversation_id = s.conversation_id and m.user_id = s.sender_id)) from messages s where exists (select from conversation_participants m where m.conversation_id = s.conversation_id)',
      'select count(distinct author_id) > 4 from tasks',
    ],
  },
  {
    name: 'columns that are named after a table lead there without a constraint',
    given: `create table users (id bigserial primary key, name varchar(255) not null, current_team_id bigint);
            create table teams (id bigserial primary key, user_id bigint not null, name varchar(255) not null);
            create table team_user (id bigserial primary key, team_id bigint not null, user_id bigint not null, role varchar(20), unique (team_id, user_id));
            create table categories (id bigserial primary key, parent_id bigint, name text);
            create table posts (id bigserial primary key, user_id bigint not null, category_id bigint, title text, external_id bigint, author_name text);
            create table comments (id bigserial primary key, post_id bigint not null, created_by bigint, order_id bigint, user_id text);
            create table "Album" ("AlbumId" int primary key, "ArtistId" int not null);
            create table "Artist" ("ArtistId" int primary key, "Name" text);`,
    holds: [
      'select bool_and(exists (select from users u where u.id = t.user_id)) from teams t',
      'select count(*) = 20 and bool_and(exists (select from teams t where t.id = m.team_id) and exists (select from users u where u.id = m.user_id)) from team_user m',
      'select bool_and(exists (select from users u where u.id = p.user_id)) and count(category_id) > 5 and bool_and(category_id is null or exists (select from categories c where c.id = p.category_id)) from posts p',
      'select count(parent_id) > 3 and bool_and(parent_id is null or parent_id < id) from categories',
      'select bool_and(exists (select from posts p where p.id = c.post_id)) and bool_and(created_by is null or exists (select from users u where u.id = c.created_by)) from comments c',
      'select bool_and(exists (select from "Artist" a where a."ArtistId" = b."ArtistId")) from "Album" b',
    ],
  },
  {
    name: 'a found relation gives way to what constraints demand',
    given: `create table a (id uuid primary key, b_id uuid not null);
            create table b (id uuid primary key, a_id uuid not null references a);
            create table menus (id int primary key); create table shop_menu (id int primary key, menu_id int not null, kind_id int check (kind_id in (1, 2)));
            create table kinds (id int primary key);
            create schema one; create schema two; create table one.things (id int primary key); create table two.things (id int primary key);
            create table notes (id int primary key, thing_id int not null);`,
    holds: [
      'select count(*) = 20 from a',
      'select bool_and(exists (select from menus m where m.id = s.menu_id)) from shop_menu s',
      'select bool_and(kind_id is null or kind_id in (1, 2)) from shop_menu',
      'select count(*) = 20 from notes',
    ],
  },
  {
    name: 'pairs of a type and an id name rows of tables that are there',
    given: `create type kind as enum ('post', 'photo', 'video');
            create table posts (id bigserial primary key, title text not null);
            create table photos (id bigserial primary key, title text not null);
            create table comments (id bigserial primary key, commentable_type text not null, commentable_id bigint not null, body text);
            create table likes (id bigserial primary key, user_id bigint not null, likeable_type kind not null, likeable_id bigint not null, unique (user_id, likeable_type, likeable_id));
            create table users (id bigserial primary key, name text);
            create table audit_log (id bigserial primary key, table_name text not null, record_id text not null, action text);
            create table events (id uuid primary key, entity varchar(40), entity_id bigint, check ((entity is null) = (entity_id is null)));
            create table strange (id int primary key, thing_type text not null, thing_id uuid not null);`,
    holds: [
      `select count(*) = 20 and bool_and(case commentable_type when 'Post' then exists (select from posts p where p.id = commentable_id) when 'Photo' then exists (select from photos p where p.id = commentable_id) end) from comments`,
      'select count(distinct commentable_type) = 2 from comments',
      `select count(*) = 20 and bool_and(case likeable_type when 'post' then exists (select from posts p where p.id = likeable_id) when 'photo' then exists (select from photos p where p.id = likeable_id) end) from likes`,
      `select bool_and(case table_name when 'posts' then exists (select from posts p where p.id::text = record_id) when 'photos' then exists (select from photos p where p.id::text = record_id) when 'users' then exists (select from users p where p.id::text = record_id) when 'comments' then exists (select from comments p where p.id::text = record_id) end) from audit_log`,
      `select count(entity) > 3 and bool_and(entity is null or case entity when 'post' then exists (select from posts p where p.id = entity_id) when 'photo' then exists (select from photos p where p.id = entity_id) else true end) from events`,
      'select count(*) = 20 from strange',
    ],
  },
  {
    name: 'a cycle of five tables, one edge of which may be NULL',
    given: `create table a (id int primary key, e_id int); create table b (id int primary key, a_id int not null references a);
            create table c (id int primary key, b_id int not null references b); create table d (id int primary key, c_id int not null references c);
            create table e (id int primary key, d_id int not null references d); alter table a add foreign key (e_id) references e;`,
    holds: [
      'select count(*) = 20 and count(e_id) > 3 from a',
      'select count(*) = 20 from e',
      'select count(*) = 20 from c',
    ],
  },
  {
    name: 'two cycles that share a table',
    given: `create table a (id uuid primary key, b_id uuid, c_id uuid); create table b (id uuid primary key, a_id uuid not null references a);
            create table c (id uuid primary key, a_id uuid not null references a, b_id uuid references b);
            alter table a add foreign key (b_id) references b, add foreign key (c_id) references c;`,
    holds: [
      'select count(*) = 20 and count(b_id) > 3 and count(c_id) > 3 from a',
      'select count(*) = 20 from b',
      'select count(*) = 20 from c',
    ],
  },
  {
    name: 'self references that may not be NULL, one that can be deferred and one that cannot',
    given: `create table nodes (id serial primary key, parent_id int not null references nodes, root_id int not null references nodes deferrable initially deferred, name text);
            create table pairs (id uuid primary key, twin_id uuid not null references pairs);`,
    holds: [
      'select count(*) = 20 and bool_and(parent_id <= id) from nodes',
      'select count(*) filter (where parent_id = id) between 1 and 15 from nodes',
      'select count(*) = 20 from pairs',
    ],
  },
  {
    name: 'a cycle of three NOT NULL keys of which none can be deferred goes in by one statement',
    given: `create table a (id int primary key, b_id int not null); create table b (id int primary key, c_id int not null);
            create table c (id int primary key, a_id int not null references a);
            alter table a add foreign key (b_id) references b; alter table b add foreign key (c_id) references c;`,
    holds: ['select count(*) = 20 from a', 'select count(*) >= 20 from b', 'select count(*) >= 20 from c'],
  },
  {
    name: 'join tables with keys of their own, with more columns, and without any unique key',
    given: `create table students (id serial primary key, name text); create table courses (id serial primary key, title text);
            create table enrollments (id uuid primary key default gen_random_uuid(), student_id int not null references students, course_id int not null references courses, grade int, enrolled_at timestamptz not null default now(), unique (student_id, course_id));
            create table course_students (student_id int not null references students, course_id int not null references courses);
            create table student_courses (id serial primary key, student_id int not null references students, course_id int not null references courses);`,
    asking: { tables: { students: 6, courses: 5, enrollments: 25, course_students: 25, student_courses: 25 } },
    holds: [
      'select count(*) = 25 and count(distinct (student_id, course_id)) = 25 from enrollments',
      'select count(*) = 25 and count(distinct (student_id, course_id)) = 25 from course_students',
      'select count(*) = 25 and count(distinct (student_id, course_id)) = 25 from student_courses',
    ],
  },
  {
    name: 'children stand in order under their parent, and versions are counted up with one that is current',
    given: `create table lists (id serial primary key, name text);
            create table cards (id serial primary key, list_id int not null references lists, position int not null, title text);
            create table documents (id serial primary key, title text);
            create table document_versions (id serial primary key, document_id int not null references documents, version int not null, is_current boolean not null default false, unique (document_id, version));`,
    asking: { tables: { lists: 5, cards: 40, documents: 6, document_versions: 30 } },
    holds: [
      'select bool_and(least = 0 and most = n - 1 and n = distincts) from (select min(position) least, max(position) most, count(*) n, count(distinct position) distincts from cards group by list_id) s',
      'select bool_and(least = 1 and most = n) from (select min(version) least, max(version) most, count(*) n from document_versions group by document_id) s',
      'select bool_and(current = 1) from (select count(*) filter (where is_current) current from document_versions group by document_id) s',
    ],
  },
  {
    name: 'a tree knows how deep its rows stand and by which path',
    given: `create table folders (id serial primary key, parent_id int references folders, name text not null, depth int not null, path text not null);
            create table categories (id serial primary key, parent_id int references categories, name text not null, level int not null check (level >= 1), slug text not null);`,
    asking: { tables: { folders: 40, categories: 40 } },
    holds: [
      'select count(*) > 10 from folders where parent_id is not null',
      'select bool_and(f.depth = p.depth + 1) from folders f join folders p on p.id = f.parent_id',
      'select bool_and(depth = 0) from folders where parent_id is null',
      'select bool_and(c.level = p.level + 1) from categories c join categories p on p.id = c.parent_id',
      'select bool_and(level = 1) from categories where parent_id is null',
      "select bool_and(f.path = p.path || f.id || '/') from folders f join folders p on p.id = f.parent_id",
      "select bool_and(path = '/' || id || '/') from folders where parent_id is null",
    ],
  },
  {
    name: 'a closure table says all that its tree does, and nothing else',
    given: `create table nodes (id serial primary key, parent_id int references nodes, name text);
            create table node_paths (ancestor_id int not null references nodes, descendant_id int not null references nodes, depth int not null, primary key (ancestor_id, descendant_id));`,
    holds: [
      'select count(*) > 25 from node_paths',
      `with recursive up as (select id as descendant_id, id as ancestor_id, 0 as depth from nodes union all select up.descendant_id, n.parent_id, up.depth + 1 from up join nodes n on n.id = up.ancestor_id where n.parent_id is not null)
       select count(*) = (select count(*) from node_paths) and bool_and(exists (select from node_paths p where up.ancestor_id = p.ancestor_id and up.descendant_id = p.descendant_id and up.depth = p.depth)) from up`,
    ],
  },
  {
    name: 'a task belongs to the team of its user, where the user owns it',
    given: `create table users (id uuid primary key, name text); create table teams (id uuid primary key, name text);
            create table memberships (id uuid primary key, team_id uuid not null references teams, user_id uuid not null references users, unique (user_id, team_id));
            create table notes (id uuid primary key, user_id uuid not null references users, number int not null, team_id uuid not null references teams, unique (user_id, number));`,
    asking: { tables: { users: 8, teams: 6, memberships: 30, notes: 60 } },
    holds: [
      'select bool_and(exists (select from memberships m where m.team_id = n.team_id and m.user_id = n.user_id)) from notes n where exists (select from memberships m where m.user_id = n.user_id)',
      'select count(distinct team_id) > 2 from notes',
    ],
  },
  {
    name: 'what lies deep agrees as well: through three tables, with keys that may be NULL',
    given: `create table organizations (id serial primary key, name text);
            create table departments (id serial primary key, organization_id int not null references organizations, name text);
            create table employees (id serial primary key, department_id int not null references departments, name text);
            create table assets (id serial primary key, organization_id int not null references organizations, label text);
            create table loans (id serial primary key, organization_id int references organizations, employee_id int not null references employees, asset_id int not null references assets, department_id int references departments);`,
    asking: { tables: { organizations: 6, departments: 15, employees: 40, assets: 30, loans: 80 } },
    holds: [
      'select count(*) = 80 and bool_and(l.organization_id = d.organization_id) from loans l join employees e on e.id = l.employee_id join departments d on d.id = e.department_id',
      'select bool_and(a.organization_id = d.organization_id) from loans l join assets a on a.id = l.asset_id join employees e on e.id = l.employee_id join departments d on d.id = e.department_id',
      'select bool_and(l.department_id = e.department_id) from loans l join employees e on e.id = l.employee_id',
      'select count(distinct asset_id) > 10 and count(distinct employee_id) > 10 from loans',
    ],
  },
  {
    name: 'a task and what it waits for differ, and lie in one project',
    given: `create table projects (id uuid primary key, name text);
            create table tasks (id uuid primary key, project_id uuid not null references projects, title text);
            create table blockers (id uuid primary key, task_id uuid not null references tasks, blocked_by_id uuid references tasks, note text, check (task_id <> blocked_by_id));`,
    asking: { tables: { projects: 4, tasks: 30, blockers: 40 } },
    holds: [
      'select count(*) = 40 and count(blocked_by_id) > 10 from blockers',
      'select bool_and(t.project_id = b.project_id) from blockers x join tasks t on t.id = x.task_id join tasks b on b.id = x.blocked_by_id',
    ],
  },
  {
    name: 'classes in the types of pairs, with uuid keys, and a pair that is a whole unique key',
    given: `create table posts (id uuid primary key, title text); create table videos (id uuid primary key, title text);
            create table images (id uuid primary key, imageable_type varchar(40) not null check (imageable_type in ('App\\Models\\Post', 'App\\Models\\Video')), imageable_id uuid not null, url text, unique (imageable_type, imageable_id));
            create table tags (id serial primary key, name text);
            create table taggables (tag_id int not null references tags, "taggableType" text not null, "taggableId" uuid not null, primary key (tag_id, "taggableId", "taggableType"));`,
    holds: [
      `select count(*) = 20 and bool_and(case imageable_type when 'App\\Models\\Post' then exists (select from posts p where p.id = imageable_id) else exists (select from videos p where p.id = imageable_id) end) from images`,
      `select count(*) = 20 and bool_and(case "taggableType" when 'Post' then exists (select from posts p where p.id = "taggableId") when 'Video' then exists (select from videos p where p.id = "taggableId") end) from taggables`,
    ],
  },
  {
    name: 'rows that are there are led to by pairs and by names without a constraint',
    given: `create table users (id int primary key, name text); insert into users values (101, 'a'), (102, 'b');
            create table posts (id int primary key, title text not null); insert into posts values (701, 'x'), (702, 'y'), (703, 'z');
            create table comments (id int primary key, user_id int not null, commentable_type text not null, commentable_id int not null);`,
    holds: [
      `select count(*) = 20 and bool_and(commentable_type = 'Post' and commentable_id between 701 and 703 and user_id in (101, 102)) from comments`,
      'select count(*) = 2 from users',
    ],
  },
  {
    name: 'policies tell that a column without a constraint names who is signed in',
    given: `create schema auth; create table auth.users (id uuid primary key, email text); insert into auth.users select gen_random_uuid(), n || '@example.com' from generate_series(1, 5) n;
            create function auth.uid() returns uuid language sql stable as $$ select null::uuid $$;
            create table notes (id uuid primary key, user_id uuid not null, body text); alter table notes enable row level security;
            create policy own on notes using (auth.uid() = user_id);`,
    holds: ['select count(*) = 20 and bool_and(exists (select from auth.users u where u.id = n.user_id)) from notes n'],
  },
  {
    name: 'a loop through a table and itself, beside one through another',
    given: `create table teams (id serial primary key, parent_id int references teams, lead_id int, name text);
            create table people (id serial primary key, team_id int not null references teams, manager_id int references people, name text);
            alter table teams add foreign key (lead_id) references people;`,
    holds: [
      'select count(*) = 20 and count(lead_id) > 5 and count(parent_id) > 3 from teams',
      'select count(*) = 20 and count(manager_id) > 2 from people',
      'select bool_and(p.team_id = t.id) from teams t join people p on p.id = t.lead_id',
    ],
  },
  {
    name: 'the configuration outweighs pairs, found relations and trees',
    given: `create table posts (id int primary key, title text); create table users (id int primary key, name text);
            create table logs (id int primary key, user_id int, entity_type text, entity_id int);
            create table folders (id serial primary key, parent_id int references folders, depth int, name text);`,
    asking: {
      rows: 20,
      tables: {
        logs: {
          count: 20,
          columns: { user_id: { value: 5000 }, entity_type: { value: 'thing' }, entity_id: { value: 3 } },
        },
        folders: { count: 20, columns: { depth: { value: 9 } } },
      },
    },
    holds: [
      `select count(*) = 20 and bool_and(user_id = 5000 and entity_type = 'thing' and entity_id = 3) from logs`,
      'select bool_and(depth = 9) from folders',
    ],
  },
]
