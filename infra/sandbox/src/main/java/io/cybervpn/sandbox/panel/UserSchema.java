package io.cybervpn.sandbox.panel;

import io.cybervpn.sandbox.http.SandboxClock;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the panel accepts about users. */
final class UserSchema {

    private static final List<String> STATUSES =
            List.of("ACTIVE", "DISABLED", "LIMITED", "EXPIRED");
    private static final List<String> STRATEGIES_3 =
            List.of("NO_RESET", "DAY", "WEEK", "MONTH", "MONTH_ROLLING");
    private static final String EMAIL = "^[^\\s@]+@[^\\s@]+\\.[^\\s@]+$";
    private static final int BULK_MAX = 500;

    private final PanelVersion version;
    private final SandboxClock clock;

    UserSchema(PanelVersion version, SandboxClock clock) {
        this.version = version;
        this.clock = clock;
    }

    JsonObject created(Optional<JsonObject> body) {
        Fields fields = Fields.of(version, body);
        fields.required("username", "string")
                .text(
                        "username",
                        3,
                        36,
                        "^[a-zA-Z0-9_-]+$",
                        "Username can only contain letters, numbers, underscores and dashes")
                .oneOf("status", STATUSES)
                .required("expireAt", "string")
                .moment("expireAt")
                .moment("createdAt")
                .moment("lastTrafficResetAt")
                .text("trojanPassword", 8, 32)
                .text("ssPassword", 8, 32)
                .uuid("vlessUuid")
                .text("shortUuid", shortUuidMin(), shortUuidMax())
                .nullable("description", false, "string")
                .nullable("hwidDeviceLimit", false, "number");
        common(fields);
        fields.done();
        return body.orElseThrow();
    }

    private void common(Fields fields) {
        fields.number("trafficLimitBytes", 0, Long.MAX_VALUE)
                .oneOf("trafficLimitStrategy", STRATEGIES_3)
                .number("telegramId", Long.MIN_VALUE, Long.MAX_VALUE)
                .text("email", 0, 0, EMAIL, "Invalid email")
                .text("description", 0, 0)
                .text("tag", 0, 16, "^[A-Z0-9_]+$", "")
                .number("hwidDeviceLimit", 0, Integer.MAX_VALUE)
                .uuids("activeInternalSquads")
                .uuid("externalSquadUuid");
    }

    JsonObject patched(Optional<JsonObject> body) {
        Fields fields = Fields.of(version, body);
        JsonObject wish = body.orElseThrow();
        fields.oneOf("status", List.of("ACTIVE", "DISABLED")).moment("expireAt");
        fields.number("id", 0, Long.MAX_VALUE);
        common(fields);
        String key = version.isThree() ? "id" : "uuid";
        if (wish.getValue(key) == null && wish.getValue("username") == null) {
            fields.issues()
                    .custom(
                            new JsonArray(),
                            "At least one of username, %s must be provided".formatted(key));
        }
        Optional<Instant> end =
                Optional.ofNullable(wish.getString("expireAt")).flatMap(Fields::parse);
        if (end.filter(moment -> moment.isBefore(clock.instant())).isPresent()) {
            fields.issues()
                    .custom(Issues.path("expireAt"), "Expiration date cannot be in the past");
        }
        fields.done();
        return wish;
    }

    JsonObject revoked(Optional<JsonObject> body) {
        Fields fields = Fields.of(version, Optional.of(body.orElseGet(JsonObject::new)));
        fields.text("shortUuid", shortUuidMin(), shortUuidMax(), "^[a-zA-Z0-9_-]+$", "").done();
        return body.orElseGet(JsonObject::new);
    }

    long days(Optional<JsonObject> body, String field) {
        Fields.of(version, body).required(field, "number").number(field, 1, 9_999).done();
        return body.orElseThrow().getLong(field);
    }

    /** The users that a bulk operation names; 3.x by number, 2.x by uuid. */
    JsonArray bulk(Optional<JsonObject> body) {
        String key = version.isThree() ? "userIds" : "uuids";
        Fields.of(version, body).array(key, 1, BULK_MAX).done();
        return body.orElseThrow().getJsonArray(key);
    }

    JsonObject bulkFields(JsonObject body) {
        Optional<JsonObject> wish = Optional.ofNullable(body.getJsonObject("fields"));
        Fields fields = Fields.of(version, wish);
        fields.oneOf("status", STATUSES).moment("expireAt");
        common(fields);
        fields.done();
        if (List.of("LIMITED", "EXPIRED").contains(wish.orElseThrow().getString("status", ""))) {
            throw PanelError.A089.refusal();
        }
        return wish.orElseThrow();
    }

    private int shortUuidMin() {
        return version.isThree() ? 16 : 6;
    }

    private int shortUuidMax() {
        return version.isThree() ? 64 : 48;
    }
}
