package io.cybervpn.infrastructure.catalogue.postgres;

import io.cybervpn.domain.catalogue.Entitlement;
import io.cybervpn.domain.catalogue.PlanId;
import io.cybervpn.domain.catalogue.model.Plan;
import io.cybervpn.domain.catalogue.model.PlanContent;
import io.cybervpn.domain.catalogue.model.Term;
import io.cybervpn.domain.shared.Limit;
import io.cybervpn.infrastructure.shared.ResourceColumn;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** How a plan is written. Each statement tells by its count of rows whether the code was free. */
final class PlanStatements {
    private static final String INSERT =
            """
            insert into plan (id, product_id, code, tier, name, description, traffic_limit_bytes,
                traffic_reset, device_limit, server_groups, resources, active, sort_order,
                version, created_at, updated_at)
            values (:id, :product, :code, :tier, cast(cast(:name as text) as jsonb),
                cast(cast(:description as text) as jsonb), :traffic, :reset, :devices, :groups,
                cast(cast(:resources as text) as jsonb), :active, :sortOrder, :version, :createdAt, :updatedAt)
            on conflict (code) do nothing""";
    private static final String UPDATE =
            """
            update plan set product_id = :product, code = :code, tier = :tier,
                name = cast(cast(:name as text) as jsonb),
                description = cast(cast(:description as text) as jsonb),
                traffic_limit_bytes = :traffic, traffic_reset = :reset, device_limit = :devices,
                server_groups = :groups,
                resources = cast(cast(:resources as text) as jsonb), active = :active, sort_order = :sortOrder,
                version = :version, updated_at = :updatedAt
            where id = :id
              and not exists (select 1 from plan o where o.code = :code and o.id <> :id)""";
    private static final String DELETE_PRICES = "delete from plan_price where plan_id = :plan";
    private static final String INSERT_PRICES =
            """
            insert into plan_price (plan_id, term_days, asset, minor_units, position)
            select :plan, t.days, t.asset, t.units, t.position
            from jsonb_to_recordset(cast(cast(:prices as text) as jsonb))
                as t (days integer, asset text, units bigint, position integer)""";

    private PlanStatements() {}

    static Uni<Integer> insert(Mutiny.Session session, Plan plan) {
        return filled(session.createNativeQuery(INSERT), plan)
                .setParameter("createdAt", plan.createdAt())
                .executeUpdate();
    }

    static Uni<Integer> update(Mutiny.Session session, Plan plan) {
        return filled(session.createNativeQuery(UPDATE), plan).executeUpdate();
    }

    static Uni<Integer> deletePrices(Mutiny.Session session, PlanId plan) {
        return session.createNativeQuery(DELETE_PRICES)
                .setParameter("plan", plan.value())
                .executeUpdate();
    }

    static Uni<Integer> insertPrices(Mutiny.Session session, Plan plan) {
        return session.createNativeQuery(INSERT_PRICES)
                .setParameter("plan", plan.id().value())
                .setParameter("prices", prices(plan).encode())
                .executeUpdate();
    }

    private static Mutiny.MutationQuery filled(Mutiny.MutationQuery query, Plan plan) {
        PlanContent content = plan.content();
        Entitlement entitlement = content.entitlement();
        return query.setParameter("id", plan.id().value())
                .setParameter("product", plan.product().value())
                .setParameter("code", content.code())
                .setParameter("tier", content.tier().code())
                .setParameter("name", Json.encode(content.name().byTag()))
                .setParameter("description", Json.encode(content.description().byTag()))
                .setParameter("traffic", amount(entitlement.trafficBytes()))
                .setParameter("reset", entitlement.reset().code())
                .setParameter("devices", amount(entitlement.devices()))
                .setParameter("groups", entitlement.serverGroups().toArray(String[]::new))
                .setParameter("resources", ResourceColumn.text(entitlement.resources()))
                .setParameter("active", content.active())
                .setParameter("sortOrder", content.sortOrder())
                .setParameter("version", plan.version())
                .setParameter("updatedAt", plan.updatedAt());
    }

    private static JsonArray prices(Plan plan) {
        JsonArray rows = new JsonArray();
        plan.content().terms().stream().flatMap(PlanStatements::prices).forEach(rows::add);
        return rows;
    }

    private static Stream<JsonObject> prices(Term term) {
        return IntStream.range(0, term.prices().size()).mapToObj(i -> price(term, i));
    }

    private static JsonObject price(Term term, int position) {
        return new JsonObject()
                .put("days", term.days())
                .put("asset", term.prices().get(position).asset().code())
                .put("units", term.prices().get(position).minorUnits())
                .put("position", position);
    }

    private static @Nullable Long amount(Limit limit) {
        return switch (limit) {
            case Limit.Unlimited _ -> null;
            case Limit.Of(var amount) -> amount;
        };
    }
}
