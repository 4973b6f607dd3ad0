-- What was paid for each stretch of time, so that what is left of it can buy time of another plan.
-- Null: nobody paid. With price_minor the stretch is days * paid_minor / price_minor long.
alter table subscription_extension add column asset text;
alter table subscription_extension add column paid_minor bigint check (paid_minor > 0);
alter table subscription_extension add column price_minor bigint check (price_minor > 0);
update subscription_extension e set asset = o.asset, paid_minor = o.total_minor
from sales_order o where o.id = e.order_id;
alter table subscription_extension add constraint subscription_extension_paid
    check ((asset is null) = (paid_minor is null) and (price_minor is null or paid_minor is not null));
alter table subscription_extension drop constraint subscription_extension_check1;
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

create type time_lot as (asset text, value exact_number, start exact_number, length exact_number);

create function subscription_paid_until(wanted uuid) returns timestamptz language plpgsql stable as $$
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
    micros numeric;
begin
    for deed in
        select e.seq, true as gives, e.days, e.paid_at as at, e.asset, e.paid_minor, e.price_minor,
            r.total, coalesce(r.gone, 0) as gone, null::text[] as assets, null::bigint[] as minor,
            false as keeps
        from subscription_extension e
        left join (select order_id, max(total_minor)::numeric as total,
                least(sum(returned_minor), max(total_minor)) as gone
            from subscription_return where not undone group by order_id) r on r.order_id = e.order_id
        where e.subscription_id = wanted
        union all
        select c.seq, false, c.term_days, c.at, null, null, null, null, 0, c.assets, c.minor,
            c.keeps_free_time
        from subscription_change c where c.subscription_id = wanted
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
            one := row(deed.asset, exact(greatest(coalesce(deed.paid_minor, 0) - deed.gone, 0), 1),
                begun, remains)::time_lot;
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
    micros := div((finish).n + (finish).d - 1, (finish).d);
    return timestamptz 'epoch' + div(micros, 3600000000)::integer * interval '1 hour'
        + mod(micros, 3600000000)::bigint * interval '1 microsecond';
end $$;
