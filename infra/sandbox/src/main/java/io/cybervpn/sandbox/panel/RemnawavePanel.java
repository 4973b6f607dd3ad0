package io.cybervpn.sandbox.panel;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.cybervpn.sandbox.SandboxSettings;
import io.cybervpn.sandbox.SandboxTempo;
import io.cybervpn.sandbox.http.Answer;
import io.cybervpn.sandbox.http.Call;
import io.cybervpn.sandbox.http.Control;
import io.cybervpn.sandbox.http.Faults;
import io.cybervpn.sandbox.http.SandboxClock;
import io.cybervpn.sandbox.http.SandboxServer;
import io.cybervpn.sandbox.http.StateLock;
import io.cybervpn.sandbox.http.Webhooks;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntSupplier;

/** The panel: its server, and what tests may reach directly. */
public final class RemnawavePanel implements AutoCloseable {

    private final StateLock lock = new StateLock();
    private final SandboxClock clock = new SandboxClock();
    private final Faults faults = new Faults();
    private final AtomicReference<String> publicUrl = new AtomicReference<>("");
    private final Webhooks webhooks;
    private final PanelParts parts;
    private final Watchdogs watchdogs;
    private final SandboxServer server;
    private final URI url;

    /** Starts listening. */
    public RemnawavePanel(Vertx vertx, SandboxSettings settings, SandboxTempo tempo) {
        this.webhooks =
                new Webhooks(vertx, faults, settings.panelWebhookUrl(), tempo.panelRetries());
        PanelVersion version = new PanelVersion(settings.panelVersion());
        this.parts =
                new PanelParts(
                        lock,
                        clock,
                        webhooks,
                        new PanelParts.Wishes(
                                version,
                                settings.panelToken(),
                                settings.panelWebhookSecret(),
                                publicUrl::get));
        this.watchdogs = new Watchdogs(parts);
        this.server =
                new SandboxServer(
                        vertx,
                        lock,
                        faults,
                        new SandboxServer.Manners(
                                RemnawavePanel::hasNoProxy, RemnawavePanel::badJson, this::broken));
        control("Remnawave panel " + settings.panelVersion());
        PanelRoutes.add(new PanelRouter(server, clock, parts.access), parts);
        server.otherwise(RemnawavePanel::unknown);
        this.url = server.listen(settings.panelPort());
        publicUrl.set(url + "/s");
        every(vertx, tempo.expiredWatchdog(), watchdogs::expired);
        every(vertx, tempo.limitedWatchdog(), watchdogs::limited);
        parts.webhooks.other(
                "service",
                "service.panel_started",
                new JsonObject().put("panelVersion", settings.panelVersion()));
    }

    private void control(String title) {
        Control.World world =
                new Control.World(title, faults, webhooks, clock, parts::state, parts::reset);
        new PanelControl(parts, watchdogs).add(new Control(server, world));
    }

    private void every(Vertx vertx, Duration pause, IntSupplier watchdog) {
        if (!pause.isZero()) {
            vertx.setPeriodic(pause.toMillis(), id -> run(watchdog));
        }
    }

    private void run(IntSupplier watchdog) {
        int touched = lock.with(watchdog::getAsInt);
        System.getLogger("io.cybervpn.sandbox")
                .log(System.Logger.Level.DEBUG, "a watchdog touched {0} users", touched);
    }

    /**
     * Without these headers the panel closes the socket: it believes to be reached around its
     * proxy.
     */
    private static boolean hasNoProxy(Call call) {
        return !call.path().startsWith("/s/")
                && (call.header("X-Forwarded-For").isEmpty()
                        || !call.header("X-Forwarded-Proto").equals(Optional.of("https")));
    }

    private static Answer badJson(Call call) {
        return PanelRouter.framework(
                400, "Unexpected end of JSON input", Optional.of("Bad Request"));
    }

    private Answer broken(Call call) {
        return Answer.json(
                500,
                new JsonObject()
                        .put("timestamp", clock.now())
                        .put("path", call.uri())
                        .put("message", PanelError.A001.message())
                        .put("errorCode", PanelError.A001.name()));
    }

    private static Answer unknown(Call call) {
        return PanelRouter.framework(
                404, "Cannot %s %s".formatted(call.method(), call.uri()), Optional.of("Not Found"));
    }

    /** {@code http://127.0.0.1:port}. */
    public URI url() {
        return url;
    }

    /** The users, to look at and to bring into a state. */
    public PanelUsers users() {
        return parts.users;
    }

    /** The faults of this server. */
    public Faults faults() {
        return faults;
    }

    /** What was sent, and where to. */
    public Webhooks webhooks() {
        return webhooks;
    }

    /** The panel's time. */
    public SandboxClock clock() {
        return clock;
    }

    /**
     * The uuid of an internal squad, such as "Basic", "Pro", "Ultra", "Cyber" or "Default-Squad".
     */
    public Optional<String> squad(String name) {
        return lock.with(
                () ->
                        parts.infrastructure.internalSquads().values().stream()
                                .filter(squad -> squad.getString("name").equals(name))
                                .map(squad -> squad.getString("uuid"))
                                .findFirst());
    }

    /** A user moves bytes through a node. Throws {@link PanelRefusal} if there is no such user. */
    @CanIgnoreReturnValue
    public JsonObject addTraffic(String username, long bytes) {
        return lock.with(() -> parts.addTraffic(username, bytes));
    }

    /**
     * Brings a node into a state, such as {@code {"isConnected": false}}; its webhook follows.
     * Empty when there is no such node.
     */
    @CanIgnoreReturnValue
    public Optional<JsonObject> node(String name, JsonObject changes) {
        return lock.with(() -> new NodeHand(parts).change(name, changes));
    }

    /** Runs the watchdogs of ended time, used-up traffic and thresholds now. */
    public void runWatchdogs() {
        run(watchdogs::expired);
        run(watchdogs::thresholds);
        run(watchdogs::limited);
    }

    /** From now on links begin with this instead of with our own page; for replaying records. */
    public void publicUrl(String begin) {
        publicUrl.set(begin);
    }

    PanelParts parts() {
        return parts;
    }

    @Override
    public void close() {
        webhooks.close();
        server.close();
    }
}
