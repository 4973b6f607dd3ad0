-- What members of staff may do: roles are bundles of permissions, assigned for good or for a time.
-- The built-in roles are in the program and have no row.

create table staff_role (
    code text primary key check (code ~ '^[a-z][a-z0-9_]{1,39}$'),
    name text not null,
    permissions text[] not null, -- such as users:read; what the program does not know allows nothing
    version bigint not null,
    created_at timestamptz not null,
    updated_at timestamptz not null
);

create table role_assignment (
    account_id uuid not null references account (id) on delete cascade,
    role_code text not null, -- a built-in role or one of staff_role
    assigned_at timestamptz not null,
    expires_at timestamptz, -- null: for good
    assigned_by uuid references account (id) on delete set null, -- null: by the shop itself
    primary key (account_id, role_code)
);
create index role_assignment_by_role on role_assignment (role_code);
create index account_of_staff on account (created_at, id) where kind = 'staff';

-- Until now every account of staff could do everything.
insert into role_assignment (account_id, role_code, assigned_at)
select id, 'super_admin', now() from account where kind = 'staff';
