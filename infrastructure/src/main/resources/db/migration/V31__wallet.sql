-- Wallets: what customers paid and what they were given, apart, and never overdrawn.
alter table ledger_posting drop constraint ledger_posting_account_type_check;
alter table ledger_posting add constraint ledger_posting_account_type_check check (account_type in (
    'customer_wallet', 'customer_grant', 'customer_hold', 'provider_clearing', 'revenue',
    'provider_fees', 'refunds', 'promotions', 'adjustments', 'rounding', 'unallocated'));

-- A customer's balances are read from this index alone.
create index ledger_posting_customer on ledger_posting (account_owner, asset, account_type)
    include (minor_units)
    where account_type in ('customer_wallet', 'customer_grant', 'customer_hold');
drop index ledger_posting_wallet;

-- Who takes value out of a wallet holds it until his transaction ends. A statement that comes after
-- this one sees all that was booked before, under read committed.
create function wallet_lock(owner text, asset text) returns void language sql as $$
    select pg_advisory_xact_lock(hashtextextended('wallet ' || owner || ' ' || asset, 0));
$$;

-- The last line: whatever a program does, no account of a customer is overdrawn.
create function ledger_wallet_covered() returns trigger language plpgsql as $$
declare
    touched record;
begin
    for touched in
        select distinct i.account_owner as owner, i.asset from inserted i
        where i.account_type in ('customer_wallet', 'customer_grant', 'customer_hold')
            and i.minor_units > 0
        order by 1, 2
    loop
        perform wallet_lock(touched.owner, touched.asset);
        if exists (
            select 1 from ledger_posting p
            where p.account_type in ('customer_wallet', 'customer_grant', 'customer_hold')
                and p.account_owner = touched.owner and p.asset = touched.asset
            group by p.account_type having sum(p.minor_units) > 0
        ) then
            raise exception 'the wallet of % would be overdrawn in %', touched.owner, touched.asset
                using errcode = 'check_violation';
        end if;
    end loop;
    return null;
end $$;
create trigger ledger_wallet_covered after insert on ledger_posting
    referencing new table as inserted for each statement execute function ledger_wallet_covered();

-- What customers were given to spend. What is left of all grants of an owner is what the books say
-- of his grant account.
create table wallet_grant (
    id uuid primary key,
    owner uuid not null,
    asset text not null,
    amount_minor bigint not null check (amount_minor > 0),
    left_minor bigint not null check (left_minor between 0 and amount_minor),
    granted_at timestamptz not null,
    lapses_at timestamptz check (lapses_at > granted_at), -- null: never
    lapses integer not null default 0 check (lapses >= 0) -- how often it was emptied for its time
) with (fillfactor = 80);
create index wallet_grant_of_owner on wallet_grant (owner, asset) where left_minor > 0;
create index wallet_grant_due on wallet_grant (lapses_at) where left_minor > 0;

-- One wallet, or with no asset all of an owner: held, and then read.
create function wallet_held(the_owner uuid, the_asset text)
returns table (asset text, grant_id uuid, minor_units bigint, lapses_at timestamptz)
language plpgsql as $$
#variable_conflict use_column
declare
    one text;
begin
    for one in
        select the_asset where the_asset is not null
        union
        select p.asset from ledger_posting p
        where the_asset is null and p.account_owner = the_owner::text
            and p.account_type in ('customer_wallet', 'customer_grant', 'customer_hold')
        order by 1
    loop
        perform wallet_lock(the_owner::text, one);
    end loop;
    return query
        select p.asset, cast(null as uuid), cast(-sum(p.minor_units) as bigint),
            cast(null as timestamptz)
        from ledger_posting p
        where p.account_type = 'customer_wallet' and p.account_owner = the_owner::text
            and (the_asset is null or p.asset = the_asset)
        group by p.asset
        union all
        select g.asset, g.id, g.left_minor, g.lapses_at from wallet_grant g
        where g.owner = the_owner and g.left_minor > 0
            and (the_asset is null or g.asset = the_asset);
end $$;

-- Empties grants whose time is over, their wallets held, and says what was in them.
create function wallet_lapse(moment timestamptz, how_many integer)
returns table (id uuid, lapses integer, owner uuid, asset text, lost bigint)
language plpgsql as $$
#variable_conflict use_column
declare
    due uuid[];
    touched record;
begin
    select array_agg(first.id) into due from (
        select g.id from wallet_grant g where g.left_minor > 0 and g.lapses_at <= moment
        order by g.lapses_at limit how_many) first;
    for touched in
        select distinct g.owner::text as owner, g.asset from wallet_grant g
        where g.id = any(due) order by 1, 2
    loop
        perform wallet_lock(touched.owner, touched.asset);
    end loop;
    return query
        with before as (
            select g.id, g.left_minor from wallet_grant g
            where g.id = any(due) and g.left_minor > 0 for update)
        update wallet_grant g set left_minor = 0, lapses = g.lapses + 1
        from before where g.id = before.id
        returning g.id, g.lapses, g.owner, g.asset, before.left_minor;
end $$;
