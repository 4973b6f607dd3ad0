package io.cybervpn.infrastructure.renewal.postgres;

import io.cybervpn.domain.catalogue.PlanId;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.renewal.GraceService;
import io.cybervpn.domain.renewal.Scope;
import io.cybervpn.domain.renewal.model.DunningPolicy;
import io.cybervpn.domain.renewal.model.ScopedPolicy;
import io.cybervpn.domain.renewal.repository.DunningPolicies;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Policies in the session of the open unit of work. */
@Singleton
final class PostgresDunningPolicies implements DunningPolicies {
    private static final UUID EVERYBODY = new UUID(0, 0);
    private static final String COLUMNS =
            """
            select scope, key, array_to_string(remind_days, ','), charge_days,
                array_to_string(retry_days, ','), grace_days, terminate_days, version,
                grace_traffic_bytes, array_to_string(grace_server_groups, chr(10)), grace_after_end,
                grace_after_limit_hours
            from dunning_policy""";
    private static final String OF =
            COLUMNS
                    + """
                     where (scope = 'customer' and key = :account) or (scope = 'plan' and key = :plan)
                        or scope = 'default'
                    order by case scope when 'customer' then 0 when 'plan' then 1 else 2 end limit 1""";
    private static final String ALL =
            COLUMNS
                    + """
                     order by case scope when 'default' then 0 when 'plan' then 1 else 2 end, key
                    limit :limit""";
    private static final String LOCK =
            COLUMNS + " where scope = :scope and key = :key for no key update";
    private static final String PUT =
            """
            insert into dunning_policy (scope, key, remind_days, charge_days, retry_days, grace_days,
                terminate_days, version, updated_at, grace_traffic_bytes, grace_server_groups,
                grace_after_end, grace_after_limit_hours)
            values (:scope, :key, cast(string_to_array(:remind, ',') as integer[]), :charge,
                cast(string_to_array(:retry, ',') as integer[]), :grace,
                cast(:terminate as integer), :version, :now, cast(:graceTraffic as bigint),
                string_to_array(cast(:graceGroups as text), chr(10)), cast(:graceEnd as boolean), cast(:graceHours as integer))
            on conflict (scope, key) do update set remind_days = excluded.remind_days,
                charge_days = excluded.charge_days, retry_days = excluded.retry_days,
                grace_days = excluded.grace_days, terminate_days = excluded.terminate_days,
                version = excluded.version, updated_at = excluded.updated_at,
                grace_traffic_bytes = excluded.grace_traffic_bytes,
                grace_server_groups = excluded.grace_server_groups,
                grace_after_end = excluded.grace_after_end,
                grace_after_limit_hours = excluded.grace_after_limit_hours
            where dunning_policy.version = excluded.version - 1""";
    private static final String REMOVE =
            "delete from dunning_policy where scope = :scope and key = :key";

    private record Place(String scope, UUID key) {
        static Place of(Scope scope) {
            return switch (scope) {
                case Scope.Everybody _ -> new Place("default", EVERYBODY);
                case Scope.OfPlan(var plan) -> new Place("plan", plan.value());
                case Scope.OfCustomer(var account) -> new Place("customer", account.value());
            };
        }

        Scope toScope() {
            return switch (scope) {
                case "default" -> new Scope.Everybody();
                case "plan" -> new Scope.OfPlan(new PlanId(key));
                case "customer" -> new Scope.OfCustomer(new AccountId(key));
                default -> throw new IllegalStateException("a policy for " + scope);
            };
        }
    }

    @Override
    public Uni<DunningPolicy> of(PlanId plan, AccountId account) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(OF, Object[].class)
                                        .setParameter("plan", plan.value())
                                        .setParameter("account", account.value())
                                        .getResultList())
                .map(
                        rows ->
                                rows.stream()
                                        .findFirst()
                                        .map(PostgresDunningPolicies::stored)
                                        .map(ScopedPolicy::policy)
                                        .orElse(DunningPolicy.STANDARD));
    }

    @Override
    public Uni<List<ScopedPolicy>> all(int limit) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(ALL, Object[].class)
                                        .setParameter("limit", limit)
                                        .getResultList())
                .map(rows -> rows.stream().map(PostgresDunningPolicies::stored).toList());
    }

    @Override
    public Uni<Optional<ScopedPolicy>> lock(Scope scope) {
        Place place = Place.of(scope);
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(LOCK, Object[].class)
                                        .setParameter("scope", place.scope())
                                        .setParameter("key", place.key())
                                        .getResultList())
                .map(rows -> rows.stream().findFirst().map(PostgresDunningPolicies::stored));
    }

    @Override
    public Uni<Boolean> put(ScopedPolicy stored, Instant now) {
        return Panache.getSession()
                .chain(session -> put(session, stored, now))
                .map(written -> written == 1);
    }

    private static Uni<Integer> put(Mutiny.Session session, ScopedPolicy stored, Instant now) {
        Place place = Place.of(stored.scope());
        DunningPolicy policy = stored.policy();
        Optional<GraceService> service = policy.graceService();
        return session.createNativeQuery(PUT)
                .setParameter("scope", place.scope())
                .setParameter("key", place.key())
                .setParameter("remind", text(policy.remindDaysBefore()))
                .setParameter("charge", policy.chargeDaysBefore())
                .setParameter("retry", text(policy.retryDays()))
                .setParameter("grace", policy.graceDays())
                .setParameter("terminate", policy.terminateDays().orElse(null))
                .setParameter("graceTraffic", service.map(GraceService::trafficBytes).orElse(null))
                .setParameter(
                        "graceGroups",
                        service.map(one -> String.join("\n", one.serverGroups())).orElse(null))
                .setParameter("graceEnd", service.map(GraceService::afterEnd).orElse(null))
                .setParameter("graceHours", service.map(GraceService::afterLimitHours).orElse(null))
                .setParameter("version", stored.version())
                .setParameter("now", now)
                .executeUpdate();
    }

    @Override
    public Uni<Void> remove(Scope scope) {
        Place place = Place.of(scope);
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(REMOVE)
                                        .setParameter("scope", place.scope())
                                        .setParameter("key", place.key())
                                        .executeUpdate())
                .replaceWithVoid();
    }

    private static ScopedPolicy stored(Object[] row) {
        return new ScopedPolicy(
                new Place((String) row[0], (UUID) row[1]).toScope(),
                new DunningPolicy(
                        days((String) row[2]),
                        (Integer) row[3],
                        days((String) row[4]),
                        (Integer) row[5],
                        Optional.ofNullable((@Nullable Integer) row[6]),
                        Optional.ofNullable((@Nullable Long) row[8])
                                .map(bytes -> service(bytes, row))),
                ((Number) row[7]).longValue());
    }

    /** Names have no line breaks. */
    private static List<String> groups(String lines) {
        return lines.isEmpty() ? List.of() : List.of(lines.split("\n", -1));
    }

    private static GraceService service(long trafficBytes, Object[] row) {
        return new GraceService(
                trafficBytes, groups((String) row[9]), (Boolean) row[10], (Integer) row[11]);
    }

    private static String text(List<Integer> days) {
        return days.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    private static List<Integer> days(String text) {
        return text.isEmpty()
                ? List.of()
                : Stream.of(text.split(",")).map(Integer::valueOf).toList();
    }
}
