-- What is done about the end of each paid period. One row for one end: what is charged by itself is
-- charged by it alone.
create table renewal_cycle (
    id uuid primary key,
    subscription_id uuid not null,
    period_end timestamptz not null,
    account_id uuid not null,
    state text not null check (state in
        ('planned', 'charging', 'failed', 'paid', 'given_up', 'cancelled')),
    order_id uuid, -- of the last try
    charge_by text,
    term_days integer check (term_days between 1 and 3650),
    asset text,
    agreed_minor bigint check (agreed_minor > 0),
    reason text, -- why the last try came to nothing
    attempts integer not null default 0 check (attempts >= 0),
    told_up_to timestamptz not null,
    tried_up_to timestamptz not null,
    next_at timestamptz, -- when to look again; null: over
    closed_at timestamptz,
    -- promised when the end was: for how long access goes on after it
    grace_days integer not null default 0 check (grace_days between 0 and 30),
    unique (subscription_id, period_end),
    check ((next_at is null) = (state in ('paid', 'given_up', 'cancelled'))),
    check ((closed_at is null) = (next_at is not null)),
    check (state <> 'charging' or (order_id is not null and charge_by is not null
        and term_days is not null and asset is not null and agreed_minor is not null)),
    check (state <> 'paid' or order_id is not null),
    check (state <> 'failed' or reason is not null)
) with (fillfactor = 80);
create index renewal_cycle_due on renewal_cycle (next_at) where next_at is not null;
create index renewal_cycle_of_order on renewal_cycle (order_id) where order_id is not null;
create index renewal_cycle_of_account on renewal_cycle (account_id);

-- Each step of a period is done once: the key is what makes a second one impossible.
create table renewal_step (
    subscription_id uuid not null,
    period_end timestamptz not null,
    step text not null,
    at timestamptz not null,
    primary key (subscription_id, period_end, step)
);

-- Every order that was placed for a period.
create table renewal_attempt (
    order_id uuid primary key,
    subscription_id uuid not null,
    period_end timestamptz not null,
    at timestamptz not null
);
create index renewal_attempt_of_period on renewal_attempt (subscription_id, period_end);

-- What holds now of a subscription.
create table auto_renewal (
    subscription_id uuid primary key,
    account_id uuid not null,
    enabled boolean not null,
    charge_by text,
    term_days integer check (term_days between 1 and 3650),
    asset text,
    agreed_minor bigint check (agreed_minor > 0),
    text_version text,
    since timestamptz not null,
    check (not enabled or (charge_by is not null and term_days is not null and asset is not null
        and agreed_minor is not null and text_version is not null))
);
create index auto_renewal_of_account on auto_renewal (account_id);

-- All that was ever agreed to and taken back, append only.
create table renewal_consent (
    id bigint generated always as identity primary key,
    subscription_id uuid not null,
    account_id uuid not null,
    given boolean not null,
    charge_by text,
    term_days integer,
    asset text,
    agreed_minor bigint,
    text_version text,
    at timestamptz not null
);
create index renewal_consent_of_account on renewal_consent (account_id);

create table dunning_policy (
    scope text not null check (scope in ('default', 'plan', 'customer')),
    key uuid not null, -- of the plan or the customer; the nil UUID for everybody
    remind_days integer[] not null,
    charge_days integer not null,
    retry_days integer[] not null,
    grace_days integer not null,
    terminate_days integer, -- null: never
    version bigint not null check (version > 0),
    updated_at timestamptz not null,
    primary key (scope, key),
    check ((scope = 'default') = (key = '00000000-0000-0000-0000-000000000000'))
);

-- Subscriptions of before: their ends are watched from a week before them on.
insert into renewal_cycle (id, subscription_id, period_end, account_id, state, told_up_to,
    tried_up_to, next_at)
select gen_random_uuid(), id, expire_at, account_id, 'planned', now(), now(),
    greatest(now(), expire_at - interval '168 hours')
from subscription where status = 'active';
