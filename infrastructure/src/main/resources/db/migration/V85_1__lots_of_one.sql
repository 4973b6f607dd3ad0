-- As before, but only the returns of its own orders are looked at: it had added up those of all orders, for each
-- subscription anew, so that the proof of a shop of some thousand customers did not come to its end.
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
        left join lateral (select max(total_minor)::numeric as total,
                least(sum(returned_minor), max(total_minor)) as gone
            from subscription_return where less_returns and not undone and order_id = e.order_id) r
            on true
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
