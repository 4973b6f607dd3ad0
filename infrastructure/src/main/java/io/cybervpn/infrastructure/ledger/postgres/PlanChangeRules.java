package io.cybervpn.infrastructure.ledger.postgres;

import io.cybervpn.infrastructure.ledger.postgres.LedgerRules.Rule;
import java.util.List;

/** What must hold between changes of plan, what paid for them and what subscriptions owe. */
final class PlanChangeRules {
    /** The end is reckoned a second time, in exact numbers, by the database itself. */
    static final List<Rule> ALL =
            List.of(
                    new Rule(
                            "changed-subscription-end-not-its-history",
                            """
                            select s.id::text as subject,
                                'ends ' || s.expire_at || ', paid up to ' || s.reach as detail
                            from (select id, expire_at, subscription_paid_until(id) as reach
                                from subscription where id in (select subscription_id from subscription_change
                                    union select subscription_id from subscription_grant
                                    union select subscription_id from subscription_halt)) s
                            where s.expire_at is distinct from s.reach"""),
                    new Rule(
                            "standstill-not-its-history",
                            """
                            select s.id::text as subject,
                                'is ' || s.status || ', its time last: ' || coalesce(h.turn, 'never stopped') as detail
                            from subscription s
                            left join lateral (select turn from subscription_halt
                                where subscription_id = s.id order by seq desc limit 1) h on true
                            where (s.status in ('paused', 'suspended') or h.turn = 'stop')
                                and (s.status = 'paused' or (s.status = 'suspended' and not s.time_runs))
                                    is distinct from (coalesce(h.turn, 'go') = 'stop')"""),
                    new Rule(
                            "subscription-not-on-its-plan",
                            """
                            select s.id::text as subject,
                                'is on ' || s.plan_id || ', was changed to ' || c.to_plan as detail
                            from (select distinct on (subscription_id) subscription_id, to_plan
                                from subscription_change order by subscription_id, seq desc) c
                            join subscription s on s.id = c.subscription_id
                            where s.plan_id <> c.to_plan"""),
                    new Rule(
                            "paid-change-not-made",
                            """
                            select o.id::text as subject, 'changes ' || o.renews as detail
                            from sales_order o
                            join subscription_extension e on e.order_id = o.id
                            left join subscription_change c
                                on c.subscription_id = e.subscription_id and c.key = 'order ' || o.id
                            where o.change_mode is not null and c.id is null"""));

    private PlanChangeRules() {}
}
