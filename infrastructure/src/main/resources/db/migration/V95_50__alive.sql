-- Figures of a moment read what is alive then, not all that ever was. Both bounds are in it: what was
-- booked only after its end is a point.
create index subscription_extension_alive on subscription_extension
    using gist (tstzrange(least(created_at, to_at), to_at, '[]'));
drop index subscription_extension_by_end;
create index subscription_add_on_by_start on subscription_add_on (from_at);
-- Who ever paid, and how much: from an index, customer by customer.
create index sales_order_paid on sales_order (asset, account_id, paid_at) include (total_minor)
    where status = 'paid';

-- What moved in a stretch of time, without the postings of customers.
create index ledger_posting_figures on ledger_posting (transaction_id)
    include (account_type, asset, minor_units)
    where account_type in ('revenue', 'refunds', 'provider_fees', 'provider_clearing');

-- Of paid_stretches(known) those that end after a moment, which is not after known.
create function stretches_alive(known timestamptz, since timestamptz) returns table (
    order_id uuid, subscription_id uuid, from_at timestamptz, to_at timestamptz, share numeric)
    language sql stable as $$
    select e.order_id, e.subscription_id, e.from_at, e.to_at, 1::numeric
    from subscription_extension e
    where tstzrange(least(e.created_at, e.to_at), e.to_at, '[]') && tstzrange(since, known, '[]')
        and e.created_at < known and e.to_at > since
        and not exists (select 1 from subscription_change c
            where c.subscription_id = e.subscription_id and c.at < known)
    union all
    select l.order_id, c.subscription_id, exact_moment(l.start), exact_moment(exact_plus(l.start, l.length)),
        coalesce((l.value).n / ((l.value).d * e.paid_minor), 0)
    from (select distinct subscription_id from subscription_change where at < known) c
    cross join lateral unnest(subscription_lots(c.subscription_id, known, false)) l
    join subscription_extension e on e.order_id = l.order_id
    where exact_moment(exact_plus(l.start, l.length)) > since
    union all
    -- an add-on is of 365 days at most
    select a.order_id, a.subscription_id, a.from_at, a.from_at + a.days * interval '24 hours', 1::numeric
    from subscription_add_on a
    where a.created_at < known and a.from_at > since - interval '8760 hours'
        and a.from_at + a.days * interval '24 hours' > since $$;
