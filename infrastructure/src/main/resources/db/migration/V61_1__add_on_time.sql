-- Add-ons that subscriptions have or had, one for each order that was paid. Their periods are their
-- own: nothing here moves a subscription's end.
create table subscription_add_on (
    order_id uuid primary key,
    subscription_id uuid not null references subscription,
    kind text not null check (kind in ('traffic', 'devices')),
    amount bigint not null check (amount > 0), -- bytes, or devices
    days integer not null check (days between 1 and 365),
    from_at timestamptz not null,
    -- earlier than it was sold for when money of it went back
    to_at timestamptz not null check (to_at between from_at and from_at + days * interval '24 hours'),
    over boolean not null, -- it counts no more
    created_at timestamptz not null,
    updated_at timestamptz not null
);

create index subscription_add_on_of on subscription_add_on (subscription_id);
create index subscription_add_on_due on subscription_add_on (to_at) where not over;

-- Money of add-ons goes back too, so that a return is of an order that gave either.
do $$
declare
    rule text;
begin
    for rule in
        select conname from pg_constraint where conrelid = 'subscription_return'::regclass and contype = 'f'
    loop
        execute format('alter table subscription_return drop constraint %I', rule);
    end loop;
end $$;

create function order_gave_something() returns trigger language plpgsql as $$
begin
    if not exists (select 1 from subscription_extension where order_id = new.order_id)
        and not exists (select 1 from subscription_add_on where order_id = new.order_id) then
        raise exception 'order % has given nothing that could go back', new.order_id;
    end if;
    return new;
end $$;
create trigger subscription_return_of_order before insert on subscription_return
    for each row execute function order_gave_something();

-- What add-ons add to a subscription now.
create view subscription_boost as
select subscription_id,
    coalesce(sum(amount) filter (where kind = 'traffic'), 0)::bigint as traffic_bytes,
    coalesce(sum(amount) filter (where kind = 'devices'), 0)::bigint as devices,
    max(updated_at) as updated_at
from subscription_add_on where not over group by subscription_id;

-- As before, with add-ons: each is served evenly over its own days.
create or replace function paid_stretches(known timestamptz)
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
    join subscription_extension e on e.order_id = l.order_id
    union all
    select a.order_id, a.subscription_id, a.from_at, a.from_at + a.days * interval '24 hours', 1::numeric
    from subscription_add_on a where a.created_at < known $$;
