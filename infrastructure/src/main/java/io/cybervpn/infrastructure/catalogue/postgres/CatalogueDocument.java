package io.cybervpn.infrastructure.catalogue.postgres;

import io.cybervpn.domain.catalogue.Entitlement;
import io.cybervpn.domain.catalogue.PlanId;
import io.cybervpn.domain.catalogue.ProductId;
import io.cybervpn.domain.catalogue.Tier;
import io.cybervpn.domain.catalogue.TrafficReset;
import io.cybervpn.domain.catalogue.model.Listing;
import io.cybervpn.domain.catalogue.model.LocalisedText;
import io.cybervpn.domain.catalogue.model.Plan;
import io.cybervpn.domain.catalogue.model.PlanContent;
import io.cybervpn.domain.catalogue.model.Product;
import io.cybervpn.domain.catalogue.model.ProductContent;
import io.cybervpn.domain.catalogue.model.Term;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Limit;
import io.cybervpn.domain.shared.Money;
import io.cybervpn.infrastructure.shared.ResourceColumn;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** The documents of the view {@code plan_listing} and rows of {@code product}, as our values. */
final class CatalogueDocument {
    private CatalogueDocument() {}

    static Listing listing(String document) {
        return listing(new JsonObject(document));
    }

    static Listing listing(JsonObject document) {
        Plan plan = plan(document.getJsonObject("plan"), terms(document.getJsonArray("prices")));
        return new Listing(plan, product(document.getJsonObject("product")));
    }

    static Product product(JsonObject row) {
        ProductContent content =
                new ProductContent(
                        row.getString("code"),
                        text(row, "name"),
                        text(row, "description"),
                        row.getBoolean("active"),
                        row.getInteger("sort_order"));
        return new Product(
                new ProductId(uuid(row, "id")),
                content,
                row.getLong("version"),
                time(row, "created_at"),
                time(row, "updated_at"));
    }

    private static Plan plan(JsonObject row, List<Term> terms) {
        PlanContent content =
                new PlanContent(
                        row.getString("code"),
                        Tier.find(row.getString("tier")).orElseThrow(),
                        text(row, "name"),
                        text(row, "description"),
                        entitlement(row),
                        terms,
                        row.getBoolean("active"),
                        row.getInteger("sort_order"));
        return new Plan(
                new PlanId(uuid(row, "id")),
                new ProductId(uuid(row, "product_id")),
                content,
                row.getLong("version"),
                time(row, "created_at"),
                time(row, "updated_at"));
    }

    private static Entitlement entitlement(JsonObject row) {
        return new Entitlement(
                limit(row, "traffic_limit_bytes"),
                TrafficReset.find(row.getString("traffic_reset")).orElseThrow(),
                limit(row, "device_limit"),
                row.getJsonArray("server_groups").stream().map(String.class::cast).toList(),
                ResourceColumn.of(row.getJsonObject("resources")));
    }

    private static List<Term> terms(JsonArray prices) {
        Map<Integer, List<Money>> byDays = new TreeMap<>();
        prices.stream()
                .map(JsonObject.class::cast)
                .forEach(
                        price ->
                                byDays.computeIfAbsent(
                                                price.getInteger("days"), _ -> new ArrayList<>())
                                        .add(money(price)));
        return byDays.entrySet().stream()
                .map(term -> new Term(term.getKey(), term.getValue()))
                .toList();
    }

    private static Money money(JsonObject price) {
        return new Money(price.getLong("units"), Asset.of(price.getString("asset")));
    }

    private static LocalisedText text(JsonObject row, String field) {
        return new LocalisedText(
                row.getJsonObject(field).stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey, text -> (String) text.getValue())));
    }

    private static Limit limit(JsonObject row, String field) {
        return Optional.ofNullable(row.getLong(field)).map(Limit::of).orElseGet(Limit::unlimited);
    }

    private static UUID uuid(JsonObject row, String field) {
        return UUID.fromString(row.getString(field));
    }

    private static Instant time(JsonObject row, String field) {
        return OffsetDateTime.parse(row.getString(field)).toInstant();
    }
}
