package io.cybervpn.infrastructure.subscription.postgres;

import io.cybervpn.application.shared.Page;
import io.cybervpn.application.subscription.SubscriptionRecord;
import io.cybervpn.application.subscription.SubscriptionRecords;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.subscription.SubscriptionId;
import io.cybervpn.domain.subscription.SubscriptionStatus;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Subscriptions of everybody: the page is found first, and what belongs to it joined then. */
@Singleton
final class PostgresSubscriptionRecords implements SubscriptionRecords {
    private static final String COLUMNS =
            """
            select s.id, s.account_id, s.plan_id, s.plan_name, s.status, s.started_at, s.expire_at,
                   s.traffic_limit_bytes, s.device_limit, s.held_since, s.resume_by, s.time_runs,
                   s.version, a.status as access_status, a.used_traffic_bytes,
            """
                    + PostgresSubscriptionViews.GRACE_COLUMNS
                    + """
                   exists (select 1 from store_service x where x.id = s.id) as kept_by_store,
                   exists (select 1 from subscription_extension e where e.subscription_id = s.id
                       and e.paid_minor is not null) as was_paid
            """;
    private static final String JOINED =
            " left join access a on a.id = s.id" + PostgresSubscriptionViews.GRACE;
    private static final String FIND = COLUMNS + "from subscription s" + JOINED + "where s.id = $1";
    private static final String MATCHES =
            """
            from subscription
            where ($1::text[] is null or status = any($1)) and ($2::uuid is null or account_id = $2)
                and ($3::uuid is null or plan_id = $3)
                and ($4::timestamptz is null or expire_at >= $4)
                and ($5::timestamptz is null or expire_at < $5)
            """;
    private static final String PAGE =
            COLUMNS
                    + "from (select * "
                    + MATCHES
                    + " order by id desc limit $6 offset $7) s"
                    + JOINED
                    + " order by s.id desc";
    private static final String COUNT =
            "select count(*) from (select 1 "
                    + MATCHES
                    + " limit "
                    + Page.COUNTED_MAX
                    + ") counted";

    private final Pool pool;

    @Inject
    PostgresSubscriptionRecords(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Optional<SubscriptionRecord>> find(SubscriptionId id) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(id.value()))
                .map(rows -> records(rows).stream().findFirst());
    }

    @Override
    public Uni<Page<SubscriptionRecord>> page(Filter filter, Page.Request page) {
        Tuple wanted = tuple(filter).addInteger(page.size()).addLong(page.offset());
        Uni<List<SubscriptionRecord>> items =
                pool.preparedQuery(PAGE).execute(wanted).map(PostgresSubscriptionRecords::records);
        Uni<Optional<Long>> total =
                page.count()
                        ? pool.preparedQuery(COUNT)
                                .execute(tuple(filter))
                                .map(rows -> Optional.of(rows.iterator().next().getLong(0)))
                        : Uni.createFrom().item(Optional.empty());
        return Uni.combine()
                .all()
                .unis(items, total)
                .with((found, count) -> Page.counted(found, page, count));
    }

    private static Tuple tuple(Filter filter) {
        return Tuple.tuple()
                .addArrayOfString(statuses(filter))
                .addUUID(filter.account().map(AccountId::value).orElse(null))
                .addUUID(filter.plan().map(plan -> plan.value()).orElse(null))
                .addOffsetDateTime(moment(filter.expireFrom()))
                .addOffsetDateTime(moment(filter.expireTo()));
    }

    private static String @Nullable [] statuses(Filter filter) {
        return filter.statuses().isEmpty()
                ? null
                : filter.statuses().stream().map(SubscriptionStatus::code).toArray(String[]::new);
    }

    private static @Nullable OffsetDateTime moment(Optional<Instant> at) {
        return at.map(one -> one.atOffset(ZoneOffset.UTC)).orElse(null);
    }

    private static List<SubscriptionRecord> records(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(PostgresSubscriptionRecords::read)
                .toList();
    }

    private static SubscriptionRecord read(Row row) {
        UUID account = row.getUUID("account_id");
        String status = row.getString("status");
        boolean stands =
                status.equals("paused")
                        || status.equals("suspended") && !row.getBoolean("time_runs");
        return new SubscriptionRecord(
                PostgresSubscriptionViews.view(row),
                new AccountId(account),
                stands,
                !row.getBoolean("was_paid") && !row.getBoolean("kept_by_store"),
                row.getLong("version"));
    }
}
