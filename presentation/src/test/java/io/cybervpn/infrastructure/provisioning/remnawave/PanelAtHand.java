package io.cybervpn.infrastructure.provisioning.remnawave;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.cybervpn.domain.catalogue.TrafficReset;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.PanelId;
import io.cybervpn.domain.provisioning.PanelKind;
import io.cybervpn.domain.provisioning.model.PanelState;
import io.cybervpn.domain.provisioning.model.PanelUsername;
import io.cybervpn.domain.shared.Limit;
import io.cybervpn.infrastructure.provisioning.PanelConnection;
import io.cybervpn.infrastructure.provisioning.PanelLinks;
import io.cybervpn.infrastructure.provisioning.PanelModule;
import io.cybervpn.infrastructure.provisioning.PanelPulse;
import io.cybervpn.sandbox.SandboxSettings;
import io.cybervpn.sandbox.SandboxTempo;
import io.cybervpn.sandbox.SandboxWorld;
import io.cybervpn.sandbox.http.Faults;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A sandbox panel of one version, an adapter of its own for it, and a hand that meddles. */
final class PanelAtHand implements AutoCloseable {
    static final Duration TIMEOUT = Duration.ofSeconds(2);
    static final Duration PAUSE = Duration.ofMillis(500);

    private final HttpClient http = HttpClient.newHttpClient();
    private final SandboxWorld world;
    final RemnawavePanel panel;
    final RemnawaveConfigs configs;
    final RemnawaveDevices devices;
    final RemnawaveActions actions;
    final RemnawaveUsage usage;
    final RemnawaveNodes nodes;
    final RemnawaveNodeTraffic traffic;
    final RemnawaveNodeConfigs nodeConfigs;
    final RemnawavePresence presence;
    final RemnawaveFigures figures;
    final RemnawaveStrangers strangers;
    final NamesAtHand adopted = new NamesAtHand();

    PanelAtHand(String version, ObjectMapper json) {
        this.world = SandboxWorld.start(SandboxSettings.free(version), SandboxTempo.quick());
        Clock clock = Clock.systemUTC();
        RemnawaveModule module =
                (RemnawaveModule)
                        new RemnawaveModules(json, clock, adopted)
                                .connect(
                                        connection(world.panelUrl()),
                                        new PanelPulse(clock, (_, _) -> {}));
        this.panel = (RemnawavePanel) module.panel();
        this.configs = (RemnawaveConfigs) module.configs();
        RemnawaveClients clients = new RemnawaveClients(links(module));
        this.devices = new RemnawaveDevices(clients);
        this.actions = new RemnawaveActions(clients);
        this.usage = new RemnawaveUsage(clients, clock);
        this.nodes = new RemnawaveNodes(clients);
        this.strangers = new RemnawaveStrangers(clients);
        this.traffic = new RemnawaveNodeTraffic(clients);
        this.nodeConfigs = new RemnawaveNodeConfigs(clients);
        this.presence = new RemnawavePresence(clients);
        this.figures = new RemnawaveFigures(clients);
    }

    private static PanelLinks links(PanelModule module) {
        return new PanelLinks() {
            @Override
            public Optional<PanelModule> module(PanelId id) {
                return Optional.of(module);
            }

            @Override
            public List<PanelId> atWork(PanelKind kind) {
                return List.of(PanelId.CONFIGURED);
            }

            @Override
            public List<String> secrets(PanelKind kind, String field) {
                return List.of();
            }
        };
    }

    private static PanelConnection connection(URI address) {
        return new PanelConnection(
                PanelId.CONFIGURED,
                Optional.of(address),
                Map.of(
                        RemnawaveModules.TOKEN,
                        SandboxSettings.PANEL_TOKEN,
                        RemnawaveModules.HEADERS,
                        "X-Api-Key: of a proxy"),
                Map.of(),
                TIMEOUT,
                PAUSE,
                1_000);
    }

    Faults faults() {
        return world.panel().faults();
    }

    SandboxWorld world() {
        return world;
    }

    Optional<JsonObject> user(AccessId access) {
        return world.panel().users().byUsername(PanelUsername.of(access).text());
    }

    Optional<PanelState> state(AccessId access) {
        return user(access).map(PanelAtHand::state);
    }

    void remove(AccessId access) {
        call("DELETE", "/api/users/" + key(access), "");
    }

    void switchOff(AccessId access) {
        call("POST", "/api/users/" + key(access) + "/actions/disable", "");
    }

    void recreateSquad(String name) {
        call("DELETE", "/api/internal-squads/" + world.panel().squad(name).orElseThrow(), "");
        call("POST", "/api/internal-squads", "{\"name\":\"" + name + "\",\"inbounds\":[]}");
    }

    /** As staff would, past all faults of which there are none now. */
    JsonObject call(String method, String path, String body) {
        HttpRequest request =
                HttpRequest.newBuilder(world.panelUrl().resolve(path))
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .header("Authorization", "Bearer " + SandboxSettings.PANEL_TOKEN)
                        .header("X-Forwarded-For", "127.0.0.1")
                        .header("X-Forwarded-Proto", "https")
                        .header("Content-Type", "application/json")
                        .build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(answer.statusCode() + " " + answer.body());
            }
            return new JsonObject(answer.body().isEmpty() ? "{}" : answer.body());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private String key(AccessId access) {
        JsonObject user = user(access).orElseThrow();
        return String.valueOf(
                user.containsKey("uuid") ? user.getValue("uuid") : user.getValue("id"));
    }

    private static PanelState state(JsonObject user) {
        return new PanelState(
                user.getString("status").equals("DISABLED"),
                Instant.parse(user.getString("expireAt")),
                limit(user.getLong("trafficLimitBytes")),
                TrafficReset.find(user.getString("trafficLimitStrategy").toLowerCase(Locale.ROOT)),
                Optional.ofNullable(user.getLong("hwidDeviceLimit")).map(PanelAtHand::limit),
                names(user.getJsonArray("activeInternalSquads")));
    }

    private static Set<String> names(JsonArray squads) {
        return squads.stream()
                .map(squad -> ((JsonObject) squad).getString("name"))
                .collect(Collectors.toSet());
    }

    private static Limit limit(long amount) {
        return amount == 0 ? Limit.unlimited() : Limit.of(amount);
    }

    @Override
    public void close() {
        http.close();
        world.close();
    }
}
