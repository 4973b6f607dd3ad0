package io.cybervpn.infrastructure.subscription.postgres;

import io.cybervpn.application.shared.Page;
import io.cybervpn.application.subscription.SubscriptionLinks;
import io.cybervpn.application.subscription.SubscriptionView;
import io.cybervpn.application.subscription.SubscriptionViews;
import io.cybervpn.domain.catalogue.PlanId;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.shared.Limit;
import io.cybervpn.domain.subscription.ManagedBy;
import io.cybervpn.domain.subscription.SubscriptionId;
import io.cybervpn.domain.subscription.SubscriptionStatus;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Subscriptions joined with their access, by one prepared statement on the pool: the most read
 * thing of the shop pays for no session and no second query.
 */
@Singleton
final class PostgresSubscriptionViews implements SubscriptionViews {
    /** What {@link #view} reads of {@link #GRACE}. */
    static final String GRACE_COLUMNS =
            " g.reason as grace_reason, g.until as grace_until, g.traffic_bytes as grace_bytes,";

    /** The grace that a subscription {@code s} is in. */
    static final String GRACE =
            """
             left join lateral (select o.reason, o.until, o.traffic_bytes from access_grace o
                where o.access_id = s.id and o.closed_at is null
                order by o.begun_at desc limit 1) g on true
            """;

    private static final String COLUMNS =
            """
            select s.id, s.account_id, s.held_since, s.resume_by, s.time_runs, s.version, s.plan_id, s.plan_name, s.status, s.started_at, s.expire_at,
                   s.traffic_limit_bytes, s.device_limit,
                   a.status as access_status, a.used_traffic_bytes,
                   case when a.subscription_url is not null then l.sealed_token end as sealed_link,
            """
                    + GRACE_COLUMNS
                    + """
                   exists (select 1 from store_service x where x.id = s.id) as kept_by_store
            from subscription s left join access a on a.id = s.id
                left join access_link l on l.access_id = s.id
            """
                    + GRACE;
    private static final String FIND = COLUMNS + "where s.id = $1 and s.account_id = $2";
    private static final String LIST =
            COLUMNS + "where s.account_id = $1 order by s.id desc limit $2 offset $3";
    private static final String COUNT =
            "select count(*) as total from subscription where account_id = $1";

    private final Pool pool;
    private final SubscriptionLinks links;

    @Inject
    PostgresSubscriptionViews(Pool pool, SubscriptionLinks links) {
        this.pool = pool;
        this.links = links;
    }

    @Override
    public Uni<Optional<SubscriptionView>> find(AccountId owner, SubscriptionId id) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(id.value(), owner.value()))
                .map(rows -> stream(rows).findFirst().map(this::own));
    }

    @Override
    public Uni<Page<SubscriptionView>> of(AccountId owner, Page.Request page) {
        Uni<List<SubscriptionView>> items =
                pool.preparedQuery(LIST)
                        .execute(Tuple.of(owner.value(), page.size(), page.offset()))
                        .map(rows -> stream(rows).map(this::own).toList());
        return Uni.combine()
                .all()
                .unis(items, total(owner, page))
                .with((found, total) -> new Page<>(found, page.number(), page.size(), total));
    }

    private Uni<Optional<Long>> total(AccountId owner, Page.Request page) {
        return page.count()
                ? pool.preparedQuery(COUNT)
                        .execute(Tuple.of(owner.value()))
                        .map(rows -> stream(rows).findFirst().map(row -> row.getLong("total")))
                : Uni.createFrom().item(Optional.empty());
    }

    /** With the link, which is its owner's alone. */
    private SubscriptionView own(Row row) {
        return view(
                row,
                Optional.ofNullable(row.getString("sealed_link"))
                        .map(text -> links.open(id(row), text)));
    }

    /** As others see it. */
    static SubscriptionView view(Row row) {
        return view(row, Optional.empty());
    }

    private static SubscriptionView view(Row row, Optional<URI> link) {
        return new SubscriptionView(
                id(row),
                new PlanId(row.getUUID("plan_id")),
                names(row.getJsonObject("plan_name")),
                SubscriptionStatus.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                instant(row, "started_at"),
                Optional.of(instant(row, "expire_at")),
                limit(row.getLong("traffic_limit_bytes")),
                Optional.ofNullable(row.getLong("used_traffic_bytes")),
                limit(row.getLong("device_limit")),
                access(row, link),
                row.getBoolean("kept_by_store") ? ManagedBy.APP_STORE : ManagedBy.SHOP,
                Optional.ofNullable(row.getOffsetDateTime("held_since"))
                        .map(since -> hold(since.toInstant(), row)),
                Optional.ofNullable(row.getString("grace_reason"))
                        .map(reason -> grace(reason, row)));
    }

    private static SubscriptionView.Grace grace(String reason, Row row) {
        return new SubscriptionView.Grace(
                reason, instant(row, "grace_until"), row.getLong("grace_bytes"));
    }

    private static SubscriptionView.Hold hold(Instant since, Row row) {
        return new SubscriptionView.Hold(
                since,
                Optional.ofNullable(row.getOffsetDateTime("resume_by")).map(by -> by.toInstant()));
    }

    /** The access is made by a handler of its own, a moment after the subscription. */
    private static SubscriptionView.Access access(Row row, Optional<URI> link) {
        return Optional.ofNullable(row.getString("access_status"))
                .map(status -> new SubscriptionView.Access(status, link))
                .orElseGet(SubscriptionView.Access::pending);
    }

    private static SubscriptionId id(Row row) {
        return new SubscriptionId(row.getUUID("id"));
    }

    private static Map<String, String> names(JsonObject json) {
        return json.stream()
                .collect(Collectors.toMap(Map.Entry::getKey, name -> (String) name.getValue()));
    }

    private static Instant instant(Row row, String column) {
        return row.getOffsetDateTime(column).toInstant();
    }

    private static Limit limit(@Nullable Long amount) {
        return Optional.ofNullable(amount).map(Limit::of).orElseGet(Limit::unlimited);
    }

    private static Stream<Row> stream(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }
}
