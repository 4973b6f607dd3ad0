package io.cybervpn.infrastructure.ledger.postgres;

import io.cybervpn.infrastructure.ledger.postgres.LedgerRules.Rule;
import java.util.List;

/** What must hold between add-ons and what paid for them. */
final class AddOnRules {
    static final List<Rule> ALL =
            List.of(
                    new Rule(
                            "paid-add-on-not-granted",
                            """
                            select o.id::text as subject, 'settled at ' || t.at as detail
                            from sales_order o
                            join ledger_transaction t on t.business_key = 'order-settled:' || o.id
                            left join subscription_add_on a on a.order_id = o.id
                                and (a.subscription_id, a.kind, a.amount, a.days)
                                    = (o.renews, o.add_on_kind, o.add_on_amount, o.term_days)
                            where o.status = 'paid' and o.add_on_id is not null and a.order_id is null
                                and t.at < $2"""),
                    new Rule(
                            "granted-add-on-not-paid",
                            """
                            select a.order_id::text as subject, coalesce(o.status, 'no such order') as detail
                            from subscription_add_on a
                            left join sales_order o on o.id = a.order_id and o.add_on_id is not null
                            where o.status is distinct from 'paid'"""),
                    new Rule(
                            "add-on-end-not-its-money",
                            """
                            select a.order_id::text as subject,
                                'ends ' || a.to_at || ', paid up to ' || p.reach as detail
                            from subscription_add_on a
                            left join (select order_id, max(total_minor)::numeric as total,
                                    least(sum(returned_minor), max(total_minor)) as gone
                                from subscription_return where not undone group by order_id) r
                                on r.order_id = a.order_id
                            cross join lateral (select coalesce(r.total, 1) as total, coalesce(r.gone, 0) as gone) t
                            cross join lateral (select a.from_at
                                + div(a.days * 86400 * (t.total - t.gone) + t.total - 1, t.total)
                                    * interval '1 second' as reach) p
                            where a.to_at <> p.reach"""),
                    new Rule(
                            "add-on-not-ended",
                            """
                            select a.order_id::text as subject, 'ends ' || a.to_at as detail
                            from subscription_add_on a where not a.over and a.to_at < $2"""));

    private AddOnRules() {}
}
