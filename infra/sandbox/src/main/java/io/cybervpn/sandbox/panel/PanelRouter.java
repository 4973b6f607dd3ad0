package io.cybervpn.sandbox.panel;

import io.cybervpn.sandbox.http.Answer;
import io.cybervpn.sandbox.http.Call;
import io.cybervpn.sandbox.http.Endpoint;
import io.cybervpn.sandbox.http.SandboxClock;
import io.cybervpn.sandbox.http.SandboxServer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.util.Optional;

/** Adds routes that answer in the panel's envelopes. */
final class PanelRouter {

    private final SandboxServer server;
    private final SandboxClock clock;
    private final PanelAccess access;

    PanelRouter(SandboxServer server, SandboxClock clock, PanelAccess access) {
        this.server = server;
        this.clock = clock;
        this.access = access;
    }

    /** A route for API tokens. */
    void api(HttpMethod method, String path, Endpoint endpoint) {
        server.on(
                method,
                path,
                guarded(
                        call -> {
                            access.check(call);
                            return endpoint.answer(call);
                        }));
    }

    /** A route for the admin's token alone. */
    void admin(HttpMethod method, String path, Endpoint endpoint) {
        server.on(
                method,
                path,
                guarded(
                        call -> {
                            access.checkAdmin(call);
                            return endpoint.answer(call);
                        }));
    }

    /** A route for everybody. */
    void open(HttpMethod method, String path, Endpoint endpoint) {
        server.on(method, path, guarded(endpoint));
    }

    private Endpoint guarded(Endpoint endpoint) {
        return call -> {
            try {
                return endpoint.answer(call);
            } catch (PanelRefusal e) {
                return error(call, e.error());
            }
        };
    }

    private Answer error(Call call, PanelError error) {
        return Answer.json(
                error.status(),
                new JsonObject()
                        .put("timestamp", clock.now())
                        .put("path", call.uri())
                        .put("message", error.message())
                        .put("errorCode", error.name()));
    }

    static Answer ok(Object content) {
        return enveloped(200, content);
    }

    static Answer created(Object content) {
        return enveloped(201, content);
    }

    static Answer enveloped(int status, Object content) {
        return Answer.json(status, new JsonObject().put("response", content));
    }

    /** The framework's own errors, of unknown routes, missing tokens and broken JSON. */
    static Answer framework(int status, String message, Optional<String> error) {
        JsonObject body = new JsonObject().put("message", message);
        error.ifPresent(name -> body.put("error", name));
        return Answer.json(status, body.put("statusCode", status));
    }
}
