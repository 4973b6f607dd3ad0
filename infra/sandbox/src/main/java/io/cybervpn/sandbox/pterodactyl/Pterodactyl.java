package io.cybervpn.sandbox.pterodactyl;

import static io.vertx.core.http.HttpMethod.DELETE;
import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.PATCH;
import static io.vertx.core.http.HttpMethod.POST;

import io.cybervpn.sandbox.http.Answer;
import io.cybervpn.sandbox.http.Call;
import io.cybervpn.sandbox.http.Control;
import io.cybervpn.sandbox.http.Endpoint;
import io.cybervpn.sandbox.http.Faults;
import io.cybervpn.sandbox.http.SandboxClock;
import io.cybervpn.sandbox.http.SandboxServer;
import io.cybervpn.sandbox.http.StateLock;
import io.cybervpn.sandbox.http.Webhooks;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The panel: its server, and what tests may reach directly. It takes one key, tells no version and
 * pushes nothing; of its API it takes 240 calls in a minute.
 */
public final class Pterodactyl implements AutoCloseable {
    /** The key of the application API; no secret, nothing but the sandbox accepts it. */
    public static final String KEY = "ptla_0123456789abcdefghijklmnopqrstuvwxyzABCDEFG";

    private static final int CALLS_IN_A_MINUTE = 240;
    private static final long MINUTE_MILLIS = 60_000;
    private static final String API = "/api/application";

    private final Faults faults = new Faults();
    private final SandboxClock clock = new SandboxClock();
    private final StateLock lock = new StateLock();
    private final Store store = new Store();
    private final Users users = new Users(store);
    private final Servers servers = new Servers(store);
    private final Webhooks webhooks;
    private final SandboxServer server;
    private final URI url;
    private int callsMax = CALLS_IN_A_MINUTE;
    private int calls;
    private long minute;

    /**
     * Starts listening.
     *
     * @param port 0 takes any free one
     */
    public Pterodactyl(Vertx vertx, int port) {
        this.webhooks = new Webhooks(vertx, faults, "", List.of());
        this.server =
                new SandboxServer(
                        vertx,
                        lock,
                        faults,
                        new SandboxServer.Manners(
                                call -> false,
                                call ->
                                        Replies.error(
                                                400, "BadRequestHttpException", "invalid JSON"),
                                call -> Replies.error(500, "Exception", "broken")));
        control();
        routes();
        server.otherwise(guarded(call -> Replies.missing().answer()));
        this.url = server.listen(port);
    }

    private void control() {
        Control control =
                new Control(
                        server,
                        new Control.World(
                                "Pterodactyl 1.11",
                                faults,
                                webhooks,
                                clock,
                                store::json,
                                this::reset));
        control.on(
                POST,
                "/_sandbox/install",
                "all servers that are being installed are ready",
                call -> {
                    finishInstalls();
                    return Answer.empty(204);
                });
    }

    private void routes() {
        on(GET, "/nodes", Places::nodes);
        on(GET, "/locations", Places::locations);
        on(GET, "/nests/:nest/eggs/:egg", Places::egg);
        on(GET, "/users/external/:external", users::external);
        on(POST, "/users", users::add);
        on(PATCH, "/users/:id", users::update);
        on(DELETE, "/users/:id", users::delete);
        on(GET, "/servers", servers::list);
        on(GET, "/servers/external/:external", servers::external);
        on(GET, "/servers/:id", servers::one);
        on(POST, "/servers", servers::add);
        on(PATCH, "/servers/:id/build", servers::build);
        on(PATCH, "/servers/:id/details", servers::details);
        on(POST, "/servers/:id/suspend", servers::suspend);
        on(POST, "/servers/:id/unsuspend", servers::unsuspend);
        on(DELETE, "/servers/:id/force", servers::delete);
        on(DELETE, "/servers/:id", servers::delete);
    }

    private void on(HttpMethod method, String path, Endpoint endpoint) {
        server.on(method, API + path, guarded(endpoint));
    }

    private Endpoint guarded(Endpoint endpoint) {
        return call -> {
            if (!call.header("Authorization").filter(("Bearer " + KEY)::equals).isPresent()) {
                return Replies.error(401, "AuthenticationException", "Unauthenticated.");
            }
            return isTooMuch() ? slower() : counted(endpoint, call);
        };
    }

    private boolean isTooMuch() {
        long now = clock.millis() / MINUTE_MILLIS;
        calls = now == minute ? calls + 1 : 1;
        minute = now;
        return calls > callsMax;
    }

    private Answer slower() {
        Answer answer = Replies.error(429, "TooManyRequestsHttpException", "Too Many Attempts.");
        return with(
                answer, Map.of("retry-after", "60", "x-ratelimit-limit", String.valueOf(callsMax)));
    }

    private Answer counted(Endpoint endpoint, Call call) {
        return with(
                endpoint.answer(call),
                Map.of(
                        "x-ratelimit-limit",
                        String.valueOf(callsMax),
                        "x-ratelimit-remaining",
                        String.valueOf(callsMax - calls)));
    }

    private static Answer with(Answer answer, Map<String, String> more) {
        Map<String, String> headers = new HashMap<>(answer.headers());
        headers.putAll(more);
        return new Answer(answer.status(), headers, answer.body());
    }

    private void reset() {
        store.clear();
        servers.nodesAreDown(false);
        callsMax = CALLS_IN_A_MINUTE;
        calls = 0;
    }

    /** {@code http://127.0.0.1:port}. */
    public URI url() {
        return url;
    }

    /** All servers that are being installed are ready. */
    public void finishInstalls() {
        lock.run(
                () ->
                        store.servers().values().stream()
                                .filter(it -> Servers.INSTALLING.equals(it.getString("status")))
                                .forEach(it -> it.putNull("status")));
    }

    /** A copy of the server of an external id. */
    public Optional<JsonObject> serverOf(String externalId) {
        return lock.with(() -> Store.external(store.servers(), externalId).map(JsonObject::copy));
    }

    /** A copy of the user of an external id, with his password. */
    public Optional<JsonObject> userOf(String externalId) {
        return lock.with(() -> Store.external(store.users(), externalId).map(JsonObject::copy));
    }

    /** How many servers there are. */
    public int serverCount() {
        return lock.with(() -> store.servers().size());
    }

    /** Sets fields of a server by hand. */
    public void meddle(String externalId, JsonObject fields) {
        lock.run(() -> Store.external(store.servers(), externalId).orElseThrow().mergeIn(fields));
    }

    /** Takes a server away by hand; its user stays. */
    public void removeByHand(String externalId) {
        lock.run(
                () ->
                        store.servers()
                                .values()
                                .removeIf(it -> externalId.equals(it.getString("external_id"))));
    }

    /** A user and a server that are not the shop's. */
    public void addStranger(String name) {
        lock.run(
                () -> {
                    users.addStranger(name);
                    int id = store.nextId();
                    JsonObject limits =
                            new JsonObject()
                                    .put("memory", 512)
                                    .put("swap", 0)
                                    .put("disk", 1024)
                                    .put("io", 500)
                                    .put("cpu", 50);
                    store.servers()
                            .put(
                                    id,
                                    new JsonObject()
                                            .put("id", id)
                                            .put("identifier", "0000000" + id)
                                            .put("name", name)
                                            .put("limits", limits)
                                            .put("feature_limits", new JsonObject())
                                            .put("node", 1)
                                            .put("egg", 1));
                });
    }

    /** The machines that run the servers do not answer the panel. */
    public void nodesAreDown(boolean down) {
        lock.run(() -> servers.nodesAreDown(down));
    }

    /** So many changes of a server are answered with success and not made. */
    public void lie(int changes) {
        lock.run(() -> store.deafFor(changes));
    }

    /** How many calls it takes in a minute from now on. */
    public void callsMax(int most) {
        lock.run(
                () -> {
                    callsMax = most;
                    calls = 0;
                });
    }

    /** The faults of this server. */
    public Faults faults() {
        return faults;
    }

    @Override
    public void close() {
        webhooks.close();
        server.close();
    }
}
