package io.cybervpn.infrastructure.subscription.postgres;

import io.cybervpn.application.shared.PersonalData;
import io.cybervpn.infrastructure.shared.SqlSection;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;

/** What subscription knows of a person. */
@Singleton
final class SubscriptionData implements PersonalData {
    @Override
    public List<Section> sections() {
        return Stream.concat(time().stream(), more().stream()).toList();
    }

    private static List<Section> time() {
        return List.of(
                SqlSection.of(
                        "subscriptions",
                        """
                        select id::text as key, jsonb_build_object('id', id, 'status', status,
                            'planName', plan_name, 'trafficLimitBytes', traffic_limit_bytes,
                            'deviceLimit', device_limit, 'startedAt', started_at, 'expireAt', expire_at) as row
                        from subscription where account_id = :account"""),
                SqlSection.of(
                        "subscription_extensions",
                        """
                        select e.order_id::text as key, jsonb_build_object('subscription', e.subscription_id,
                            'order', e.order_id, 'days', e.days, 'from', e.from_at, 'to', e.to_at) as row
                        from subscription_extension e join subscription s on s.id = e.subscription_id
                        where s.account_id = :account"""),
                SqlSection.of(
                        "subscription_changes",
                        """
                        select c.id::text as key, jsonb_build_object('subscription', c.subscription_id,
                            'fromPlan', c.from_plan, 'toPlan', c.to_plan, 'at', c.at,
                            'endBefore', c.end_before, 'endAfter', c.end_after) as row
                        from subscription_change c join subscription s on s.id = c.subscription_id
                        where s.account_id = :account"""),
                SqlSection.of(
                        "subscription_free_time",
                        """
                        select g.id::text as key, jsonb_build_object('subscription', g.subscription_id,
                            'kind', g.kind, 'days', g.days, 'at', g.at,
                            'endBefore', g.end_before, 'endAfter', g.end_after) as row
                        from subscription_grant g join subscription s on s.id = g.subscription_id
                        where s.account_id = :account"""),
                SqlSection.of(
                        "subscription_halts",
                        """
                        select h.id::text as key, jsonb_build_object('subscription', h.subscription_id,
                            'turn', h.turn, 'cause', h.cause, 'at', h.at) as row
                        from subscription_halt h join subscription s on s.id = h.subscription_id
                        where s.account_id = :account"""));
    }

    private static List<Section> more() {
        return List.of(
                SqlSection.of(
                        "subscription_returns",
                        """
                        select r.refund_id::text as key, jsonb_build_object('refund', r.refund_id,
                            'order', r.order_id, 'currency', r.asset, 'amountMinorUnits', r.returned_minor,
                            'undone', r.undone) as row
                        from subscription_return r
                        left join subscription_extension e on e.order_id = r.order_id
                        left join subscription_add_on a on a.order_id = r.order_id
                        join subscription s on s.id = coalesce(e.subscription_id, a.subscription_id)
                        where s.account_id = :account"""),
                SqlSection.of(
                        "subscription_add_ons",
                        """
                        select a.order_id::text as key, jsonb_build_object('subscription', a.subscription_id,
                            'order', a.order_id, 'kind', a.kind, 'amount', a.amount, 'from', a.from_at,
                            'to', a.to_at) as row
                        from subscription_add_on a join subscription s on s.id = a.subscription_id
                        where s.account_id = :account"""));
    }
}
