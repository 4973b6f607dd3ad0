package io.cybervpn.infrastructure.provisioning.postgres;

import io.cybervpn.domain.catalogue.Entitlement;
import io.cybervpn.domain.provisioning.TaskKind;
import io.cybervpn.domain.provisioning.model.AccessSpec;
import io.cybervpn.domain.provisioning.model.Refusal;
import io.cybervpn.infrastructure.shared.ResourceColumn;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is wanted, as jsonb. */
final class WishDocument {
    private WishDocument() {}

    static String of(AccessSpec spec) {
        return of(spec.entitlement())
                .put("enabled", spec.enabled())
                .put("expireAt", spec.expireAt().toString())
                .encode();
    }

    /** The empty text for nothing, since the driver under Hibernate binds no null. */
    static String orEmpty(Optional<AccessSpec> spec) {
        return spec.map(WishDocument::of).orElse("");
    }

    static AccessSpec read(String text) {
        JsonObject json = new JsonObject(text);
        return new AccessSpec(
                json.getBoolean("enabled"),
                Instant.parse(json.getString("expireAt")),
                entitlement(json));
    }

    static Optional<AccessSpec> readAny(@Nullable Object text) {
        return Optional.ofNullable((String) text).map(WishDocument::read);
    }

    static String refusal(Optional<Refusal> refusal) {
        return refusal.map(
                        it ->
                                new JsonObject()
                                        .put("kind", it.kind().code())
                                        .put("wanted", of(it.wanted()))
                                        .put("reason", it.reason())
                                        .encode())
                .orElse("");
    }

    static Optional<Refusal> readRefusal(@Nullable Object text) {
        return Optional.ofNullable((String) text)
                .map(JsonObject::new)
                .map(
                        json ->
                                new Refusal(
                                        kind(json.getString("kind")),
                                        entitlement(json.getJsonObject("wanted")),
                                        json.getString("reason")));
    }

    static TaskKind kind(String code) {
        return TaskKind.find(code)
                .orElseThrow(() -> new IllegalStateException("stored kind of task " + code));
    }

    private static JsonObject of(Entitlement entitlement) {
        String resources = ResourceColumn.text(entitlement.resources());
        return new JsonObject()
                .put("trafficBytes", AccessRows.amount(entitlement.trafficBytes()))
                .put("reset", entitlement.reset().code())
                .put("devices", AccessRows.amount(entitlement.devices()))
                .put("serverGroups", new JsonArray(entitlement.serverGroups()))
                .put("resources", resources == null ? null : new JsonObject(resources));
    }

    private static Entitlement entitlement(JsonObject json) {
        List<String> groups =
                json.getJsonArray("serverGroups").stream().map(String::valueOf).toList();
        return new Entitlement(
                AccessRows.limit(json.getLong("trafficBytes")),
                AccessRows.reset(json.getString("reset")),
                AccessRows.limit(json.getLong("devices")),
                groups,
                ResourceColumn.of(json.getJsonObject("resources")));
    }
}
