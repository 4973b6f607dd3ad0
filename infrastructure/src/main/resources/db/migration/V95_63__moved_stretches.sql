-- As before, also for those whose time stood still or was taken away.
create or replace function stretches_alive(known timestamptz, since timestamptz) returns table (
    order_id uuid, subscription_id uuid, from_at timestamptz, to_at timestamptz, share numeric)
    language sql stable as $$
    select e.order_id, e.subscription_id, e.from_at, e.to_at, 1::numeric
    from subscription_extension e
    where tstzrange(least(e.created_at, e.to_at), e.to_at, '[]') && tstzrange(since, known, '[]')
        and e.created_at < known and e.to_at > since
        and not exists (select 1 from subscription_change c
            where c.subscription_id = e.subscription_id and c.at < known)
        and not exists (select 1 from subscription_halt h
            where h.subscription_id = e.subscription_id and h.at < known)
        and not exists (select 1 from subscription_grant g
            where g.subscription_id = e.subscription_id and g.days < 0 and g.at < known)
    union all
    select l.order_id, c.subscription_id, exact_moment(l.start), exact_moment(exact_plus(l.start, l.length)),
        coalesce((l.value).n / ((l.value).d * e.paid_minor), 0)
    from subscriptions_moved(known) c
    cross join lateral unnest(subscription_lots(c.subscription_id, known, false)) l
    join subscription_extension e on e.order_id = l.order_id
    where exact_moment(exact_plus(l.start, l.length)) > since
    union all
    -- an add-on is of 365 days at most
    select a.order_id, a.subscription_id, a.from_at, a.from_at + a.days * interval '24 hours', 1::numeric
    from subscription_add_on a
    where a.created_at < known and a.from_at > since - interval '8760 hours'
        and a.from_at + a.days * interval '24 hours' > since $$;
