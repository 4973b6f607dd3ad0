package io.cybervpn.presentation.simulation;

import io.cybervpn.presentation.simulation.Buyer.Target;
import io.vertx.mutiny.sqlclient.Pool;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The price list of the shop, which nobody changes while the play goes on. */
final class Prices {
    private static final String ALL =
            "select plan_id::text as plan, term_days, asset, minor_units from plan_price";

    private final Map<Target, Map<String, Long>> all = new HashMap<>();

    Prices(Pool pool) {
        new Books(pool)
                .rows(ALL)
                .forEach(
                        row ->
                                all.computeIfAbsent(
                                                new Target(
                                                        row.getString("plan"),
                                                        row.getInteger("term_days")),
                                                _ -> new HashMap<>())
                                        .put(row.getString("asset"), row.getLong("minor_units")));
    }

    /** In minor units. */
    Optional<Long> of(Target target, String asset) {
        return Optional.ofNullable(all.getOrDefault(target, Map.of()).get(asset));
    }
}
