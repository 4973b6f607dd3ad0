package io.cybervpn.sandbox.xui;

import static io.vertx.core.http.HttpMethod.GET;
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
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The panel: its server, and what tests may reach directly. The panel and its subscription server
 * share one port here; the path of the panel is {@link #BASE}. It pushes nothing.
 */
public final class Xui implements AutoCloseable {
    /** The panel's webBasePath. */
    public static final String BASE = "/secret-path";

    /** The older family: clients are part of inbounds. */
    public static final String OLD = "2.9.4";

    /** The older family with tokens and CSRF. */
    public static final String OLD_WITH_TOKENS = "3.0.0";

    /** The newer family: clients of their own. */
    public static final String NEW = "3.6.0";

    private final Faults faults = new Faults();
    private final SandboxClock clock = new SandboxClock();
    private final XuiClients clients = new XuiClients();
    private final XuiDoor door;
    private final Webhooks webhooks;
    private final SandboxServer server;
    private final URI url;
    private final boolean newer;

    /**
     * Starts listening.
     *
     * @param port 0 takes any free one
     * @param version {@link #OLD}, {@link #OLD_WITH_TOKENS} or {@link #NEW}
     */
    public Xui(Vertx vertx, int port, String version) {
        this.newer = isNew(version);
        this.door = new XuiDoor(!version.startsWith("2."));
        this.webhooks = new Webhooks(vertx, faults, "", List.of());
        this.server =
                new SandboxServer(
                        vertx,
                        new StateLock(),
                        faults,
                        new SandboxServer.Manners(
                                call -> false,
                                call -> said(false, "invalid request", null),
                                call -> Answer.empty(500)));
        Control control =
                new Control(
                        server,
                        new Control.World(
                                "3x-ui " + version,
                                faults,
                                webhooks,
                                clock,
                                clients::json,
                                this::reset));
        control(control);
        routes(version);
        server.otherwise(call -> Answer.empty(404));
        this.url = server.listen(port);
    }

    private void control(Control control) {
        control.on(
                POST,
                "/_sandbox/logout",
                "all sessions are dead, as after a restart",
                call -> {
                    door.forget();
                    return Answer.empty(204);
                });
    }

    private void routes(String version) {
        server.on(GET, BASE + "/csrf-token", door::csrf);
        server.on(POST, BASE + "/login", door::login);
        server.on(GET, BASE + "/panel/api/inbounds/list", guarded(this::inbounds));
        if (isNew(version)) {
            new NewRoutes(server, clients, door).add();
        } else {
            new OldRoutes(server, clients, door).add();
        }
        new XuiLinks(clients).add(server);
    }

    private static boolean isNew(String version) {
        return version.compareTo("3.1") >= 0;
    }

    private Endpoint guarded(Endpoint endpoint) {
        return call -> door.lets(call) ? endpoint.answer(call) : door.refusal(call);
    }

    /** Settings are a text in the older family, an object in the newer one. */
    private Answer inbounds(Call call) {
        JsonArray all = new JsonArray();
        clients.inbounds()
                .forEach(
                        inbound -> {
                            JsonObject settings =
                                    new JsonObject()
                                            .put("clients", clients.of(inbound.id()))
                                            .put("decryption", "none");
                            JsonArray stats = new JsonArray();
                            clients.trafficOf(inbound.id()).forEach(stats::add);
                            all.add(
                                    new JsonObject()
                                            .put("id", inbound.id())
                                            .put("remark", inbound.remark())
                                            .put("enable", true)
                                            .put("port", inbound.port())
                                            .put("protocol", inbound.protocol())
                                            .put("tag", inbound.tag())
                                            .put("settings", newer ? settings : settings.encode())
                                            .put("clientStats", stats));
                        });
        return said(true, "", all);
    }

    /** The envelope of every answer, 200 even for errors. */
    static Answer said(boolean success, String message, @Nullable Object content) {
        return Answer.json(
                200,
                new JsonObject().put("success", success).put("msg", message).put("obj", content));
    }

    private void reset() {
        clients.clear();
        door.forget();
    }

    /** {@code http://127.0.0.1:port/secret-path}: the panel. */
    public URI url() {
        return URI.create(url + BASE);
    }

    /** {@code http://127.0.0.1:port}: the subscription server; links are under /sub. */
    public URI subscriptionUrl() {
        return url;
    }

    /** Who is there. */
    public XuiClients clients() {
        return clients;
    }

    /** All sessions are dead, as after a restart. */
    public void logout() {
        door.forget();
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
