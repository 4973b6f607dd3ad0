-- What was paid for each stretch of time, so that what is left of it can buy time of another plan.
-- Null: nobody paid. With price_minor the stretch is days * paid_minor / price_minor long.
alter table subscription_extension add column asset text;
alter table subscription_extension add column paid_minor bigint check (paid_minor > 0);
alter table subscription_extension add column price_minor bigint check (price_minor > 0);
update subscription_extension e set asset = o.asset, paid_minor = o.total_minor
from sales_order o where o.id = e.order_id;
alter table subscription_extension add constraint subscription_extension_paid
    check ((asset is null) = (paid_minor is null) and (price_minor is null or paid_minor is not null));
-- The rule is found by what it says: its name was not ours to choose.
do $$
declare
    rule text;
begin
    for rule in
        select conname from pg_constraint
        where conrelid = 'subscription_extension'::regclass and contype = 'c'
            and pg_get_constraintdef(oid) like '%to_at =%' and pg_get_constraintdef(oid) like '%days%'
    loop
        execute format('alter table subscription_extension drop constraint %I', rule);
    end loop;
end $$;
alter table subscription_extension add constraint subscription_extension_length check (
    case when price_minor is null then to_at = from_at + days * interval '24 hours'
        else to_at >= from_at end);

-- Each change of plan, append only: what was left at that moment bought time at these prices.
create table subscription_change (
    id uuid primary key,
    subscription_id uuid not null references subscription,
    -- the buyer's key of the request, or the order that paid for it: a repeated one does nothing
    key text not null check (length(key) between 1 and 300),
    from_plan uuid not null,
    to_plan uuid not null,
    term_days integer not null check (term_days between 1 and 3650),
    assets text[] not null check (cardinality(assets) > 0),
    minor bigint[] not null check (cardinality(minor) = cardinality(assets)),
    keeps_free_time boolean not null,
    at timestamptz not null,
    end_before timestamptz not null,
    end_after timestamptz not null,
    -- one count with the extensions: the end is the fold of both in the order of the deeds
    seq bigint not null default nextval(pg_get_serial_sequence('subscription_extension', 'seq')),
    unique (subscription_id, key)
);

-- The end of a subscription from nothing but what was done: a second reckoning, in exact numbers,
-- of what the shop keeps by its own program. Used by the proof alone.
create type exact_number as (n numeric, d numeric);

create function exact(n numeric, d numeric) returns exact_number language sql immutable as
$$ select row(div(n, gcd(n, d)), div(d, gcd(n, d)))::exact_number where d > 0 $$;

create function exact_plus(a exact_number, b exact_number) returns exact_number language sql immutable as
$$ select exact((a).n * (b).d + (b).n * (a).d, (a).d * (b).d) $$;

create function exact_minus(a exact_number, b exact_number) returns exact_number language sql immutable as
$$ select exact((a).n * (b).d - (b).n * (a).d, (a).d * (b).d) $$;

create function exact_times(a exact_number, b exact_number) returns exact_number language sql immutable as
$$ select exact((a).n * (b).n, (a).d * (b).d) $$;

create function exact_over(a exact_number, b exact_number) returns exact_number language sql immutable as
$$ select exact((a).n * (b).d, (a).d * (b).n) $$;

create function exact_later(a exact_number, b exact_number) returns exact_number language sql immutable as
$$ select case when (a).n * (b).d >= (b).n * (a).d then a else b end $$;

create function exact_micros(moment timestamptz) returns exact_number language sql stable as
$$ select exact(extract(epoch from moment) * 1000000, 1) $$;

create function exact_moment(micros exact_number) returns timestamptz language sql stable as
$$ select timestamptz 'epoch' + div(m.micros, 3600000000)::integer * interval '1 hour'
        + mod(m.micros, 3600000000)::bigint * interval '1 microsecond'
    from (select div((micros).n + (micros).d - 1, (micros).d) as micros) m $$;

create type time_lot as (order_id uuid, asset text, value exact_number, start exact_number, length exact_number);

-- What is left after all that was done before a moment, order by order; with what went back of the
-- money, or as though nothing had.
create function subscription_lots(wanted uuid, known timestamptz, less_returns boolean)
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
    price bigint;
begin
    for deed in
        select e.seq, true as gives, e.order_id, e.days, e.paid_at as at, e.asset, e.paid_minor,
            e.price_minor, r.total, coalesce(r.gone, 0) as gone, null::text[] as assets,
            null::bigint[] as minor, false as keeps
        from subscription_extension e
        left join (select order_id, max(total_minor)::numeric as total,
                least(sum(returned_minor), max(total_minor)) as gone
            from subscription_return where less_returns and not undone group by order_id) r
            on r.order_id = e.order_id
        where e.subscription_id = wanted and e.created_at < known
        union all
        select c.seq, false, null, c.term_days, c.at, null, null, null, null, 0, c.assets, c.minor,
            c.keeps_free_time
        from subscription_change c where c.subscription_id = wanted and c.at < known
        order by seq
    loop
        moment := exact_micros(deed.at);
        if deed.gives then
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
        kept := '{}';
        begun := null;
        foreach one in array lots loop
            remains := exact_minus(exact_plus(one.start, one.length), exact_later(one.start, moment));
            if (remains).n <= 0 then
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
        end if;
    end loop;
    return lots;
end $$;

create function subscription_paid_until(wanted uuid) returns timestamptz language sql stable as $$
    select exact_moment(exact_plus(((l.lots)[cardinality(l.lots)]).start, ((l.lots)[cardinality(l.lots)]).length))
    from (select subscription_lots(wanted, 'infinity', true) as lots) l $$;

-- Stretches of time as they were known at a moment, each with the share of its order's money that
-- it is worth: all of it, or what a change of plan left of it.
create function paid_stretches(known timestamptz)
    returns table (order_id uuid, subscription_id uuid, from_at timestamptz, to_at timestamptz, share numeric)
    language sql stable as $$
    select e.order_id, e.subscription_id, e.from_at, e.to_at, 1::numeric
    from subscription_extension e
    where e.created_at < known and not exists (select 1 from subscription_change c
        where c.subscription_id = e.subscription_id and c.at < known)
    union all
    select l.order_id, c.subscription_id, exact_moment(l.start), exact_moment(exact_plus(l.start, l.length)),
        coalesce((l.value).n / ((l.value).d * e.paid_minor), 0)
    from (select distinct subscription_id from subscription_change where at < known) c
    cross join lateral unnest(subscription_lots(c.subscription_id, known, false)) l
    join subscription_extension e on e.order_id = l.order_id $$;
