package io.cybervpn.infrastructure.ledger.postgres;

import io.cybervpn.infrastructure.ledger.postgres.LedgerRules.Rule;
import java.util.List;

/**
 * What must hold between renewals, their orders and subscriptions. What follows by the outbox is
 * missed only where it was due before {@code $2}.
 */
final class RenewalRules {
    static final List<Rule> ALL =
            List.of(
                    new Rule(
                            "renewal-paid-not-extended",
                            """
                            select c.id::text as subject, 'order ' || c.order_id as detail
                            from renewal_cycle c left join subscription_extension e on e.order_id = c.order_id
                            where c.state = 'paid' and e.order_id is null and c.closed_at < $2"""),
                    new Rule(
                            "renewal-charge-without-period",
                            """
                            select o.id::text as subject, coalesce(c.state, 'no period') as detail
                            from sales_order o
                            left join renewal_attempt a on a.order_id = o.id
                            left join renewal_cycle c on (c.subscription_id, c.period_end, c.order_id)
                                = (a.subscription_id, a.period_end, o.id)
                            where o.status = 'paid' and o.paid_at < $2
                                and (o.request_key like 'renewal %' or a.order_id is not null)
                                and c.state is distinct from 'paid'"""),
                    new Rule(
                            "period-charged-twice",
                            """
                            select a.subscription_id::text as subject,
                                count(*) || ' paid orders for the end ' || a.period_end as detail
                            from renewal_attempt a join sales_order o on o.id = a.order_id
                            where o.status = 'paid'
                            group by a.subscription_id, a.period_end having count(*) > 1"""),
                    new Rule(
                            "charge-without-renewal",
                            """
                            select c.payment_id::text as subject, p.state as detail
                            from payment_charge c join payment p on p.id = c.payment_id
                            left join renewal_attempt a on a.order_id = c.subject
                            where a.order_id is null"""),
                    new Rule(
                            "recurring-charge-not-sold",
                            """
                            select c.payment_id::text as subject,
                                'charged by the agreement ' || c.mandate as detail
                            from payment_mandate_charge c join payment p on p.id = c.payment_id
                            left join sales_order o on o.id = p.subject
                            where p.state = 'captured' and o.id is null and p.closed_at < $2"""),
                    new Rule(
                            "charged-by-two-agreements",
                            """
                            select e.subscription_id::text as subject,
                                count(*) || ' agreements run' as detail
                            from payment_mandate m
                            join subscription_extension e on e.order_id = m.subject
                            where m.state = 'running' and m.agreed_at < $2
                            group by e.subscription_id having count(*) > 1"""),
                    new Rule(
                            "subscription-not-watched",
                            """
                            select s.id::text as subject, 'ends ' || s.expire_at as detail
                            from subscription s
                            left join renewal_cycle c
                                on (c.subscription_id, c.period_end) = (s.id, s.expire_at)
                            where s.status = 'active' and c.id is null
                                and not exists (select 1 from store_service k where k.id = s.id)
                                and not exists (select 1 from subscription_extension e
                                    left join subscription_return r on r.order_id = e.order_id
                                    where e.subscription_id = s.id
                                        and (e.created_at >= $2 or r.at >= $2))
                                and not exists (select 1 from subscription_change n
                                    where n.subscription_id = s.id and n.at >= $2)
                                and not exists (select 1 from subscription_grant g
                                    where g.subscription_id = s.id and g.at >= $2)
                                and not exists (select 1 from subscription_halt h
                                    where h.subscription_id = s.id and h.at >= $2)"""));

    private RenewalRules() {}
}
