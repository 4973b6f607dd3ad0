-- A subscription may be held: paused by its owner, suspended by staff.
alter table subscription drop constraint subscription_status_check;
alter table subscription add constraint subscription_status_check
    check (status in ('active', 'expired', 'paused', 'suspended', 'terminated'));
alter table subscription add column held_since timestamptz;
alter table subscription add column resume_by timestamptz; -- of a pause: when it is over at the latest
alter table subscription add column time_runs boolean; -- of a suspension: whether its time is used up
-- Counts changes of the row, for those who must not edit what they have not seen.
alter table subscription add column version bigint not null default 0;
alter table subscription add constraint subscription_held check (
    case status
        when 'paused' then held_since is not null and resume_by is not null and time_runs is null
        when 'suspended' then held_since is not null and resume_by is null and time_runs is not null
        else held_since is null and resume_by is null and time_runs is null end);
create index subscription_resume_due on subscription (resume_by) where status = 'paused';

-- Free time, given or taken, append only. Its key makes a repeated request harmless.
create table subscription_grant (
    id uuid primary key,
    subscription_id uuid not null references subscription deferrable initially deferred,
    key text not null unique check (length(key) between 1 and 400),
    kind text not null check (kind in ('staff', 'trial')),
    days integer not null check (days <> 0 and days between -3650 and 3650),
    yields boolean not null, -- the rest of it is given up as soon as paid time comes
    why text not null,
    at timestamptz not null,
    end_before timestamptz not null,
    end_after timestamptz not null,
    -- one count with the extensions: the end is the fold of all deeds in their order
    seq bigint not null default nextval(pg_get_serial_sequence('subscription_extension', 'seq'))
);
create index subscription_grant_of on subscription_grant (subscription_id);

-- When time stopped and went on, append only.
create table subscription_halt (
    id uuid primary key,
    subscription_id uuid not null references subscription,
    turn text not null check (turn in ('stop', 'go')),
    cause text not null check (cause in ('pause', 'suspension', 'termination')),
    at timestamptz not null,
    seq bigint not null default nextval(pg_get_serial_sequence('subscription_extension', 'seq'))
);
create index subscription_halt_of on subscription_halt (subscription_id);

-- What is bought while time stands still begins at the end that there is, perhaps before it was
-- paid. The rule is found by what it says: its name was not ours to choose.
do $$
declare
    rule text;
begin
    for rule in
        select conname from pg_constraint
        where conrelid = 'subscription_extension'::regclass and contype = 'c'
            and pg_get_constraintdef(oid) like '%from_at >= paid_at%'
    loop
        execute format('alter table subscription_extension drop constraint %I', rule);
    end loop;
end $$;

create function exact_less(a exact_number, b exact_number) returns boolean language sql immutable as
$$ select (a).n * (b).d < (b).n * (a).d $$;

create function exact_earlier(a exact_number, b exact_number) returns exact_number language sql immutable as
$$ select case when (a).n * (b).d <= (b).n * (a).d then a else b end $$;

-- What of a row of lots comes before a moment.
create function lots_up_to(lots time_lot[], moment exact_number) returns time_lot[] language plpgsql immutable as $$
declare
    kept time_lot[] := '{}';
    one time_lot;
    remains exact_number;
begin
    foreach one in array lots loop
        if exact_less(moment, exact_plus(one.start, one.length)) then
            if exact_less(one.start, moment) then
                remains := exact_minus(moment, one.start);
                one.value := exact_over(exact_times(one.value, remains), one.length);
                one.length := remains;
            else
                one.value := exact(0, 1);
                one.start := moment;
                one.length := exact(0, 1);
            end if;
        end if;
        kept := kept || one;
    end loop;
    return kept;
end $$;

-- A row of lots after time stood still: what was left of it comes so much later.
create function lots_stood_still(lots time_lot[], since exact_number, by exact_number)
    returns time_lot[] language plpgsql immutable as $$
declare
    kept time_lot[] := '{}';
    one time_lot;
    rest time_lot;
begin
    foreach one in array lots loop
        if not exact_less(since, exact_plus(one.start, one.length)) then
            kept := kept || one;
        elsif exact_less(one.start, since) then
            rest := one;
            rest.length := exact_minus(exact_plus(one.start, one.length), since);
            rest.value := exact_over(exact_times(one.value, rest.length), one.length);
            rest.start := exact_plus(since, by);
            one.value := exact_minus(one.value, rest.value);
            one.length := exact_minus(since, one.start);
            kept := kept || one;
            kept := kept || rest;
        else
            one.start := exact_plus(one.start, by);
            kept := kept || one;
        end if;
    end loop;
    return kept;
end $$;

-- As before, with free time and with what stood still.
create or replace function subscription_lots(wanted uuid, known timestamptz, less_returns boolean)
    returns time_lot[] language plpgsql stable as $$
declare
    deed record;
    lots time_lot[] := '{}';
    kept time_lot[];
    one time_lot;
    finish exact_number;
    moment exact_number;
    begun exact_number;
    remains exact_number;
    still exact_number;
    went exact_number;
    yielding boolean := false;
    price bigint;
begin
    for deed in
        select e.seq, 'order' as what, e.order_id, e.days, e.paid_at as at, e.asset, e.paid_minor,
            e.price_minor, r.total, coalesce(r.gone, 0) as gone, null::text[] as assets,
            null::bigint[] as minor, false as keeps
        from subscription_extension e
        left join (select order_id, max(total_minor)::numeric as total,
                least(sum(returned_minor), max(total_minor)) as gone
            from subscription_return where less_returns and not undone group by order_id) r
            on r.order_id = e.order_id
        where e.subscription_id = wanted and e.created_at < known
        union all
        select c.seq, 'change', null, c.term_days, c.at, null, null, null, null, 0, c.assets, c.minor,
            c.keeps_free_time
        from subscription_change c where c.subscription_id = wanted and c.at < known
        union all
        select g.seq, 'grant', null, g.days, g.at, null, null, null, null, 0, null, null, g.yields
        from subscription_grant g where g.subscription_id = wanted and g.at < known
        union all
        select h.seq, h.turn, null, 0, h.at, null, null, null, null, 0, null, null, false
        from subscription_halt h where h.subscription_id = wanted and h.at < known
        order by seq
    loop
        moment := exact_micros(deed.at);
        if deed.what = 'stop' then
            still := coalesce(still, moment);
            continue;
        end if;
        if deed.what = 'go' then
            if still is not null then
                remains := exact_minus(moment, still);
                lots := lots_stood_still(lots, still, remains);
                if finish is not null and exact_less(still, finish) then
                    finish := exact_plus(finish, remains);
                end if;
                went := moment;
                still := null;
            end if;
            continue;
        end if;
        if deed.what in ('order', 'grant') and still is not null then
            moment := exact_earlier(moment, still);
        end if;
        if deed.what = 'grant' and deed.days < 0 then
            if finish is not null and exact_less(moment, finish) then
                finish := exact_later(moment,
                    exact_minus(finish, exact(-deed.days * 86400000000::numeric, 1)));
                lots := lots_up_to(lots, finish);
            end if;
            continue;
        end if;
        if deed.what = 'grant' then
            begun := case when finish is null then moment else exact_later(moment, finish) end;
            remains := exact(deed.days * 86400000000::numeric, 1);
            lots := lots || row(null, null, exact(0, 1), begun, remains)::time_lot;
            finish := exact_plus(begun, remains);
            yielding := deed.keeps;
            continue;
        end if;
        if deed.what = 'order' then
            if yielding and deed.paid_minor is not null and exact_less(moment, finish) then
                one := lots[cardinality(lots)];
                finish := exact_later(one.start, moment);
                lots := lots_up_to(lots, finish);
            end if;
            yielding := false;
            begun := case when finish is null then moment else exact_later(moment, finish) end;
            if deed.price_minor is not null then
                remains := exact(deed.days * 86400000000::numeric * (deed.paid_minor - deed.gone), deed.price_minor);
            elsif deed.total is null then
                remains := exact(deed.days * 86400000000::numeric, 1);
            else
                remains := exact(1000000 * div(deed.days * 86400 * (deed.total - deed.gone)
                    + deed.total - 1, deed.total), 1);
            end if;
            one := row(deed.order_id, deed.asset,
                exact(greatest(coalesce(deed.paid_minor, 0) - deed.gone, 0), 1), begun, remains)::time_lot;
            lots := lots || one;
            finish := exact_plus(begun, remains);
            continue;
        end if;
        -- a change: what was before a standstill stays as it was served
        if still is not null then
            moment := still;
        elsif went is not null then
            moment := exact_later(moment, went);
        end if;
        kept := '{}';
        begun := null;
        foreach one in array lots loop
            remains := exact_minus(exact_plus(one.start, one.length), exact_later(one.start, moment));
            if (remains).n <= 0 or (one.length).n <= 0 then
                continue;
            end if;
            begun := coalesce(begun, exact_later(one.start, moment));
            one.value := exact_over(exact_times(one.value, remains), one.length);
            price := deed.minor[array_position(deed.assets, one.asset)];
            if one.asset is null and not deed.keeps then
                one.length := exact(0, 1);
            elsif one.asset is null or price is null then
                one.length := remains;
            else
                one.length := exact_over(
                    exact_times(exact(deed.days * 86400000000::numeric, 1), one.value), exact(price, 1));
            end if;
            one.start := begun;
            begun := exact_plus(begun, one.length);
            kept := kept || one;
        end loop;
        if begun is not null then
            lots := kept;
            finish := begun;
            yielding := false;
        end if;
    end loop;
    return lots;
end $$;

-- Those whose orders' time is no more where it was when it was given.
create function subscriptions_moved(known timestamptz) returns table (subscription_id uuid)
    language sql stable as $$
    select c.subscription_id from subscription_change c where c.at < known
    union select h.subscription_id from subscription_halt h where h.at < known
    union select g.subscription_id from subscription_grant g where g.days < 0 and g.at < known $$;

create or replace function paid_stretches(known timestamptz)
    returns table (order_id uuid, subscription_id uuid, from_at timestamptz, to_at timestamptz, share numeric)
    language sql stable as $$
    select e.order_id, e.subscription_id, e.from_at, e.to_at, 1::numeric
    from subscription_extension e
    where e.created_at < known and not exists (
        select 1 from subscriptions_moved(known) c where c.subscription_id = e.subscription_id)
    union all
    select l.order_id, c.subscription_id, exact_moment(l.start), exact_moment(exact_plus(l.start, l.length)),
        coalesce((l.value).n / ((l.value).d * e.paid_minor), 0)
    from subscriptions_moved(known) c
    cross join lateral unnest(subscription_lots(c.subscription_id, known, false)) l
    join subscription_extension e on e.order_id = l.order_id
    union all
    select a.order_id, a.subscription_id, a.from_at, a.from_at + a.days * interval '24 hours', 1::numeric
    from subscription_add_on a where a.created_at < known $$;
