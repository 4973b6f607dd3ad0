package io.cybervpn.sandbox.panel;

import static io.vertx.core.http.HttpMethod.DELETE;
import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.PATCH;
import static io.vertx.core.http.HttpMethod.POST;
import static io.vertx.core.http.HttpMethod.PUT;

import io.cybervpn.sandbox.http.Answer;
import io.cybervpn.sandbox.http.Call;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import java.util.function.Function;

/** One user at a time: /api/users and /api/metadata/user. */
final class UserRoutes {

    private final PanelVersion version;
    private final UserStore store;
    private final PanelUsers users;
    private final UserSchema schema;

    UserRoutes(PanelVersion version, UserStore store, PanelUsers users, UserSchema schema) {
        this.version = version;
        this.store = store;
        this.users = users;
        this.schema = schema;
    }

    void add(PanelRouter router) {
        router.api(
                POST,
                "/api/users",
                call -> PanelRouter.created(users.create(schema.created(call.body()))));
        router.api(PATCH, "/api/users", this::patch);
        router.api(POST, "/api/users/resolve", this::resolve);
        router.api(GET, "/api/users/by-username/:value", call -> by("username", call));
        router.api(GET, "/api/users/by-short-uuid/:value", call -> by("shortUuid", call));
        if (!version.isThree()) {
            router.api(GET, "/api/users/by-id/:value", this::byNumber);
        }
        actions(router);
        metadata(router);
    }

    /** Routes with a reference in place of a word come after those with the word. */
    void addLast(PanelRouter router) {
        router.api(GET, "/api/users/:user", call -> PanelRouter.ok(store.view(read(call))));
        router.api(DELETE, "/api/users/:user", this::delete);
    }

    private void actions(PanelRouter router) {
        String actions = "/api/users/:user/actions/";
        router.api(POST, actions + "enable", call -> act(call, users::enable));
        router.api(POST, actions + "disable", call -> act(call, users::disable));
        router.api(POST, actions + "reset-traffic", call -> act(call, users::resetTraffic));
        router.api(
                POST,
                actions + "revoke",
                call -> {
                    JsonObject wish = schema.revoked(call.body());
                    return act(call, user -> users.revoke(user, wish));
                });
        if (version.isThree()) {
            router.api(
                    POST,
                    actions + "extend",
                    call -> {
                        long days = schema.days(call.body(), "days");
                        return act(call, user -> users.extend(user, days));
                    });
        }
    }

    private Answer act(Call call, Function<JsonObject, JsonObject> action) {
        return PanelRouter.ok(action.apply(written(call)));
    }

    private Answer patch(Call call) {
        JsonObject wish = schema.patched(call.body());
        Object key = wish.getValue(version.isThree() ? "id" : "uuid");
        Optional<JsonObject> found =
                key == null
                        ? store.by("username", wish.getString("username"))
                        : store.byReference(key);
        return PanelRouter.ok(users.patch(found.orElseThrow(PanelError.A025::refusal), wish));
    }

    private Answer resolve(Call call) {
        JsonObject wish = call.bodyOrEmpty();
        Optional<JsonObject> found =
                Optional.ofNullable(wish.getLong("id"))
                        .flatMap(store::byId)
                        .or(() -> named(wish, "uuid"))
                        .or(() -> named(wish, "shortUuid"))
                        .or(() -> named(wish, "username"));
        JsonObject user = store.view(found.orElseThrow(PanelError.A025::refusal));
        JsonObject answer = new JsonObject();
        if (!version.isThree()) {
            answer.put("uuid", user.getString("uuid"));
        }
        return PanelRouter.ok(
                answer.put("id", user.getLong("id"))
                        .put("shortUuid", user.getString("shortUuid"))
                        .put("username", user.getString("username")));
    }

    private Optional<JsonObject> named(JsonObject wish, String field) {
        return Optional.ofNullable(wish.getString(field)).flatMap(value -> store.by(field, value));
    }

    private Answer by(String field, Call call) {
        return PanelRouter.ok(
                store.view(
                        store.by(field, call.param("value"))
                                .orElseThrow(PanelError.A063::refusal)));
    }

    private Answer byNumber(Call call) {
        long id = number(call.param("value"), "id");
        return PanelRouter.ok(store.view(store.byId(id).orElseThrow(PanelError.A063::refusal)));
    }

    private Answer delete(Call call) {
        users.delete(written(call));
        return version.isThree()
                ? Answer.empty(204)
                : PanelRouter.ok(new JsonObject().put("isDeleted", true));
    }

    private void metadata(PanelRouter router) {
        router.api(
                GET,
                "/api/metadata/user/:user",
                call -> {
                    JsonObject user = written(call);
                    JsonObject kept =
                            Optional.ofNullable(store.metadata().get(user.getLong("id")))
                                    .orElseThrow(PanelError.A226::refusal);
                    return PanelRouter.ok(new JsonObject().put("metadata", kept));
                });
        router.api(
                PUT,
                "/api/metadata/user/:user",
                call -> {
                    JsonObject user = written(call);
                    JsonObject kept =
                            call.bodyOrEmpty().getJsonObject("metadata", new JsonObject());
                    store.metadata().put(user.getLong("id"), kept);
                    return PanelRouter.ok(new JsonObject().put("metadata", kept));
                });
    }

    /** The user that the path names, for operations that only read. */
    JsonObject read(Call call) {
        return store.byReference(reference(call)).orElseThrow(PanelError.A063::refusal);
    }

    /** The user that the path names, for all other operations. */
    JsonObject written(Call call) {
        return store.byReference(reference(call)).orElseThrow(PanelError.A025::refusal);
    }

    private Object reference(Call call) {
        String text = call.param("user");
        return version.isThree() ? number(text, "userId") : text;
    }

    private long number(String text, String field) {
        if (!text.matches("\\d{1,18}")) {
            Issues issues = new Issues(version);
            issues.wrongType(new JsonArray().add(field), "number", "NaN");
            issues.refuseIfAny();
        }
        return Long.parseLong(text);
    }
}
