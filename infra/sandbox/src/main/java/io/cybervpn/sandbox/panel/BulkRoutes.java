package io.cybervpn.sandbox.panel;

import static io.vertx.core.http.HttpMethod.POST;

import io.cybervpn.sandbox.http.Answer;
import io.cybervpn.sandbox.http.Call;
import io.cybervpn.sandbox.http.SandboxClock;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Many users changed at once. 3.x says nothing about the outcome; 2.x counts. */
final class BulkRoutes {

    private static final String BULK = "/api/users/bulk/";
    private static final JsonObject NO_MORE = new JsonObject();

    private final PanelVersion version;
    private final UserStore store;
    private final PanelUsers users;
    private final UserSchema schema;

    BulkRoutes(PanelVersion version, UserStore store, PanelUsers users, UserSchema schema) {
        this.version = version;
        this.store = store;
        this.users = users;
        this.schema = schema;
    }

    void add(PanelRouter router) {
        router.api(POST, BULK + "update", call -> named(call, 202, update(call)));
        router.api(POST, BULK + "extend-expiration-date", call -> named(call, 204, extend(call)));
        router.api(POST, BULK + "update-squads", call -> named(call, 204, squads(call)));
        router.api(POST, BULK + "reset-traffic", call -> named(call, 202, users::resetTraffic));
        router.api(
                POST,
                BULK + "revoke-subscription",
                call -> named(call, 202, user -> users.revoke(user, NO_MORE)));
        router.api(POST, BULK + "delete", call -> named(call, 204, users::delete));
        router.api(POST, BULK + "delete-by-status", this::deleteByStatus);
        router.api(POST, BULK + "all/update", call -> everybody(allUpdate(call)));
        router.api(POST, BULK + "all/reset-traffic", call -> everybody(users::resetTraffic));
        router.api(POST, BULK + "all/extend-expiration-date", call -> everybody(extend(call)));
    }

    /** The change is read first, but the list of users is what the panel checks first. */
    private Answer named(Call call, int status, Consumer<JsonObject> change) {
        List<JsonObject> found =
                schema.bulk(call.body()).stream()
                        .map(store::byReference)
                        .flatMap(Optional::stream)
                        .toList();
        found.forEach(change);
        return version.isThree()
                ? Answer.empty(status)
                : PanelRouter.ok(new JsonObject().put("affectedRows", found.size()));
    }

    private Answer everybody(Consumer<JsonObject> change) {
        List.copyOf(store.all().values()).forEach(change);
        return queued();
    }

    private Answer queued() {
        return version.isThree()
                ? Answer.empty(202)
                : PanelRouter.ok(new JsonObject().put("eventSent", true));
    }

    private Consumer<JsonObject> update(Call call) {
        JsonObject wish = schema.bulkFields(call.bodyOrEmpty());
        return user -> users.patch(user, wish);
    }

    private Consumer<JsonObject> allUpdate(Call call) {
        JsonObject wish = schema.bulkFields(new JsonObject().put("fields", call.bodyOrEmpty()));
        return user -> users.patch(user, wish);
    }

    private Consumer<JsonObject> squads(Call call) {
        JsonObject wish =
                new JsonObject()
                        .put(
                                "activeInternalSquads",
                                call.bodyOrEmpty().getJsonArray("activeInternalSquads"));
        return user -> users.patch(user, wish);
    }

    private Consumer<JsonObject> extend(Call call) {
        long days = schema.days(call.body(), "extendDays");
        return user -> users.patch(user, later(user, days));
    }

    /** Unlike the single extend it always counts from the present end. */
    private static JsonObject later(JsonObject user, long days) {
        Instant end = Instant.parse(user.getString("expireAt")).plus(Duration.ofDays(days));
        return new JsonObject().put("expireAt", SandboxClock.iso(end));
    }

    private Answer deleteByStatus(Call call) {
        Fields.of(version, call.body())
                .required("status", "string")
                .oneOf("status", List.of("ACTIVE", "DISABLED", "LIMITED", "EXPIRED"))
                .done();
        String status = call.bodyOrEmpty().getString("status");
        List<JsonObject> found = store.where(user -> PanelUsers.is(user, status));
        found.forEach(store::remove);
        return version.isThree()
                ? Answer.empty(202)
                : PanelRouter.ok(new JsonObject().put("affectedRows", found.size()));
    }
}
