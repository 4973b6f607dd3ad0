package io.cybervpn.infrastructure.identity.postgres;

import io.cybervpn.application.identity.port.CustomerTimeline.Cursor;
import io.cybervpn.application.identity.port.CustomerTimeline.Part;
import io.cybervpn.domain.identity.AccountId;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One statement for a piece of a history. Each table gives its newest rows before the cursor by an
 * index of its own, and of all of them the newest are taken: a long history costs no more than a
 * short one.
 */
record TimelineSql(String text, Tuple parameters) {
    /** Where and when; the order is total, so that no row is lost between two pages. */
    private static final String PIECE =
            """
            (select * from (%s)
                 piece (at, type, id, by_kind, by_account, by_key, units, asset, details)
             where (at, id, type) < ($2, $3, $4) order by at desc, id desc, type desc limit $5)""";

    private static final String MADE =
            """
            select a.created_at, 'account.created' collate "C", a.id, null::text, null::uuid,
                null::uuid, null::bigint, null::text, '{}'::jsonb
            from account a where a.id = $1""";

    private static final String AUDIT =
            """
            select e.at, e.action collate "C", e.id, e.actor_kind, e.actor_id, e.actor_key,
                null::bigint, null::text,
                jsonb_strip_nulls(jsonb_build_object('reason', e.reason, 'changed',
                    (select string_agg(field, ', ' order by field)
                     from jsonb_object_keys(e.changes) field)))
            from audit_entry e where e.object_type = 'account' and e.object_id = $1::uuid::text""";

    private static final String SECURITY =
            """
            select s.at, ('security.' || s.type) collate "C", s.id, null::text, null::uuid,
                null::uuid, null::bigint, null::text,
                jsonb_strip_nulls(jsonb_build_object('detail', s.detail, 'address', s.address,
                    'agent', s.agent, 'times', nullif(s.times, 1)::text))
            from security_event s where s.account_id = $1""";

    private static final String ORDERS =
            """
            select o.created_at, 'order.placed' collate "C", o.id, null::text, null::uuid,
                null::uuid, o.total_minor, o.asset,
                jsonb_build_object('plan', o.plan_code, 'termDays', o.term_days::text,
                    'status', o.status)
            from sales_order o where o.account_id = $1""";

    private static final String PAYMENTS =
            """
            select p.closed_at, ('payment.' || p.state) collate "C", p.id, null::text, null::uuid,
                null::uuid, p.amount_minor, p.asset,
                jsonb_strip_nulls(jsonb_build_object('provider', p.provider, 'reason', p.reason,
                    'orderId', p.subject::text))
            from payment p where p.payer = $1 and p.closed_at is not null""";

    private static final String EXTENSIONS =
            """
            select x.created_at, 'subscription.extended' collate "C", x.order_id, null::text,
                null::uuid, null::uuid, null::bigint, null::text,
                jsonb_build_object('subscriptionId', s.id::text, 'days', x.days::text)
            from subscription s join subscription_extension x on x.subscription_id = s.id
            where s.account_id = $1""";

    private static final String FREE_TIME =
            """
            select g.at, 'subscription.free_time' collate "C", g.id, null::text,
                null::uuid, null::uuid, null::bigint, null::text,
                jsonb_build_object('subscriptionId', s.id::text, 'days', g.days::text,
                    'kind', g.kind, 'reason', g.why)
            from subscription s join subscription_grant g on g.subscription_id = s.id
            where s.account_id = $1""";

    private static final String HALTS =
            """
            select h.at, ('subscription.time_' || h.turn) collate "C", h.id, null::text,
                null::uuid, null::uuid, null::bigint, null::text,
                jsonb_build_object('subscriptionId', s.id::text, 'cause', h.cause)
            from subscription s join subscription_halt h on h.subscription_id = s.id
            where s.account_id = $1""";

    private static final String ENDS =
            """
            select s.expire_at, 'subscription.expired' collate "C", s.id, null::text, null::uuid,
                null::uuid, null::bigint, null::text, '{}'::jsonb
            from subscription s where s.account_id = $1 and s.status = 'expired'""";

    /** After all that there can be. */
    private static final Cursor END =
            new Cursor(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1), "");

    static TimelineSql of(AccountId customer, Set<Part> parts, Optional<Cursor> before, int limit) {
        String pieces =
                Stream.of(Part.values())
                        .filter(parts::contains)
                        .flatMap(part -> tables(part).stream())
                        .map(PIECE::formatted)
                        .collect(Collectors.joining("\nunion all\n"));
        Cursor end = before.orElse(END);
        Tuple parameters =
                Tuple.of(
                        customer.value(),
                        end.at().atOffset(ZoneOffset.UTC),
                        end.id(),
                        end.type(),
                        limit);
        return new TimelineSql(named(pieces), parameters);
    }

    private static List<String> tables(Part part) {
        return switch (part) {
            case ACCOUNT -> List.of(MADE, AUDIT);
            case SECURITY -> List.of(SECURITY);
            case SALES -> List.of(ORDERS, PAYMENTS);
            case SUBSCRIPTIONS -> List.of(EXTENSIONS, FREE_TIME, HALTS, ENDS);
        };
    }

    private static String named(String pieces) {
        return """
        select * from (%s) moment
        order by at desc, id desc, type desc limit $5"""
                .formatted(pieces);
    }
}
