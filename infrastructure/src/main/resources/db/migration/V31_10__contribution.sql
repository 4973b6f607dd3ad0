-- What wallets set aside for orders or gave for them, and from which pockets, so that it can go
-- back there: one row for each subject.
create table wallet_contribution (
    subject uuid primary key,
    owner uuid not null,
    asset text not null,
    state text not null check (state in ('held', 'released', 'spent')),
    time integer not null check (time >= 0), -- how often it was set aside
    paid_minor bigint not null check (paid_minor >= 0),
    granted_minor bigint not null check (granted_minor >= 0),
    grants jsonb not null, -- [[grant, minor units]…] in the order in which they were taken
    returned_paid_minor bigint not null default 0 check (returned_paid_minor between 0 and paid_minor),
    returned_grants jsonb not null default '[]',
    changed_at timestamptz not null,
    check (paid_minor + granted_minor > 0)
) with (fillfactor = 80);
create index wallet_contribution_held on wallet_contribution (owner) where state = 'held';
create index wallet_contribution_owner on wallet_contribution (owner);

-- As before, but a wallet of which all is set aside is one too.
create or replace function wallet_held(the_owner uuid, the_asset text)
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
        select p.asset, cast(null as uuid),
            cast(-coalesce(sum(p.minor_units) filter (where p.account_type = 'customer_wallet'), 0) as bigint),
            cast(null as timestamptz)
        from ledger_posting p
        where p.account_type in ('customer_wallet', 'customer_hold') and p.account_owner = the_owner::text
            and (the_asset is null or p.asset = the_asset)
        group by p.asset
        union all
        select g.asset, g.id, g.left_minor, g.lapses_at from wallet_grant g
        where g.owner = the_owner and g.left_minor > 0
            and (the_asset is null or g.asset = the_asset);
end $$;
