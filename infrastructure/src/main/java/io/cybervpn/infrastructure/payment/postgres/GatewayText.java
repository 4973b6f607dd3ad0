package io.cybervpn.infrastructure.payment.postgres;

import io.cybervpn.domain.payment.model.GatewayPolicy;
import io.cybervpn.domain.payment.model.GatewayRecord;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;

/** A provider's settings as their row has them. */
final class GatewayText {
    private GatewayText() {}

    static GatewayRecord read(Row row) {
        return read(
                new Object[] {
                    row.getString("provider"),
                    row.getBoolean("offered"),
                    row.getInteger("sort_order"),
                    row.getString("label"),
                    row.getString("limits"),
                    row.getString("countries"),
                    row.getString("denied_countries"),
                    row.getString("groups"),
                    row.getBoolean("in_store_apps"),
                    row.getString("fields"),
                    row.getLong("version")
                });
    }

    static GatewayRecord read(Object[] row) {
        return new GatewayRecord(
                (String) row[0],
                new GatewayPolicy(
                        (Boolean) row[1],
                        (Integer) row[2],
                        texts((String) row[3]),
                        limits((String) row[4]),
                        set((String) row[5]),
                        set((String) row[6]),
                        set((String) row[7]),
                        (Boolean) row[8]),
                texts((String) row[9]),
                ((Number) row[10]).longValue());
    }

    static <T> Mutiny.MutationQuery fill(Mutiny.MutationQuery query, GatewayRecord record) {
        GatewayPolicy policy = record.policy();
        return query.setParameter("provider", record.provider())
                .setParameter("offered", policy.offered())
                .setParameter("sortOrder", policy.sortOrder())
                .setParameter("label", json(policy.label()))
                .setParameter("limits", json(policy.limits()))
                .setParameter("countries", joined(policy.countries()))
                .setParameter("denied", joined(policy.deniedCountries()))
                .setParameter("groups", joined(policy.groups()))
                .setParameter("inStoreApps", policy.inStoreApps())
                .setParameter("fields", json(record.fields()))
                .setParameter("version", record.version());
    }

    private static String json(Map<String, String> texts) {
        JsonObject json = new JsonObject();
        new TreeMap<>(texts).forEach(json::put);
        return json.encode();
    }

    private static Map<String, String> texts(String json) {
        return new JsonObject(json)
                .stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey,
                                        entry -> String.valueOf(entry.getValue())));
    }

    private static String json(List<GatewayPolicy.Range> limits) {
        JsonArray json = new JsonArray();
        limits.forEach(
                range ->
                        json.add(
                                new JsonObject()
                                        .put("asset", range.least().asset().code())
                                        .put("least", range.least().minorUnits())
                                        .put("most", range.most().minorUnits())));
        return json.encode();
    }

    private static List<GatewayPolicy.Range> limits(String json) {
        return new JsonArray(json)
                .stream().map(JsonObject.class::cast).map(GatewayText::range).toList();
    }

    private static GatewayPolicy.Range range(JsonObject json) {
        Asset asset = Asset.of(json.getString("asset"));
        return new GatewayPolicy.Range(
                new Money(json.getLong("least"), asset), new Money(json.getLong("most"), asset));
    }

    private static String joined(Collection<String> texts) {
        return texts.stream().sorted().collect(Collectors.joining(","));
    }

    private static Set<String> set(String joined) {
        return joined.isEmpty()
                ? Set.of()
                : Stream.of(joined.split(",")).collect(Collectors.toSet());
    }
}
