package io.cybervpn.sandbox.panel;

import static io.vertx.core.http.HttpMethod.DELETE;
import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.POST;

import io.cybervpn.sandbox.http.Answer;
import io.cybervpn.sandbox.http.Call;
import io.vertx.core.json.JsonObject;
import java.util.UUID;

/** The admin's login and the API tokens that only the admin makes. */
final class AuthRoutes {

    /** The one admin of a sandbox. */
    static final String ADMIN = "admin";

    static final String PASSWORD = "Admin0000Admin0000Admin0000";

    private final PanelVersion version;
    private final PanelAccess access;
    private final PanelWebhooks webhooks;

    AuthRoutes(PanelVersion version, PanelAccess access, PanelWebhooks webhooks) {
        this.version = version;
        this.access = access;
        this.webhooks = webhooks;
    }

    void add(PanelRouter router) {
        router.open(
                GET,
                "/api/auth/status",
                call -> PanelRouter.ok(StaticAnswers.of("/api/auth/status")));
        router.open(POST, "/api/auth/login", this::login);
        router.open(
                POST,
                "/api/auth/register",
                call -> {
                    throw PanelError.E000.refusal();
                });
        router.admin(
                GET,
                "/api/tokens/scopes",
                call -> PanelRouter.ok(StaticAnswers.of("/api/tokens/scopes")));
        router.admin(
                GET,
                "/api/tokens",
                call -> PanelRouter.ok(new JsonObject().put("tokens", access.list())));
        router.admin(POST, "/api/tokens", this::create);
        router.admin(DELETE, "/api/tokens/:uuid", this::delete);
    }

    private Answer login(Call call) {
        JsonObject wish = call.bodyOrEmpty();
        String password = wish.getString("password", "");
        boolean right = ADMIN.equals(wish.getString("username")) && PASSWORD.equals(password);
        JsonObject attempt = new JsonObject().put("username", wish.getString("username"));
        if (!right) {
            attempt.put("password", password);
        }
        attempt.put("ip", call.header("X-Forwarded-For").orElse("Unknown"))
                .put("userAgent", call.header("User-Agent").orElse("Unknown"))
                .put("description", right ? "–" : "Invalid password.");
        String event = right ? "service.login_attempt_success" : "service.login_attempt_failed";
        webhooks.other("service", event, new JsonObject().put("loginAttempt", attempt));
        if (!right) {
            throw PanelError.E000.refusal();
        }
        return PanelRouter.ok(new JsonObject().put("accessToken", access.login()));
    }

    private Answer create(Call call) {
        Fields.of(version, call.body())
                .required("name", "string")
                .text("name", 2, 30)
                .required("expiresInDays", "number")
                .number("expiresInDays", 1, Integer.MAX_VALUE)
                .done();
        JsonObject created =
                access.create("eyJ.sandbox-api." + UUID.randomUUID(), call.bodyOrEmpty());
        tell("service.api_token_created", created);
        return PanelRouter.created(created);
    }

    private Answer delete(Call call) {
        access.delete(call.param("uuid"))
                .ifPresent(token -> tell("service.api_token_deleted", token));
        return version.isThree()
                ? Answer.empty(204)
                : PanelRouter.ok(new JsonObject().put("isDeleted", true));
    }

    private void tell(String event, JsonObject token) {
        JsonObject about =
                new JsonObject()
                        .put("name", token.getString("name"))
                        .put("uuid", token.getString("uuid"))
                        .put("expireAt", token.getString("expireAt"))
                        .put("scopes", token.getJsonArray("scopes"));
        webhooks.other("service", event, new JsonObject().put("apiToken", about));
    }
}
