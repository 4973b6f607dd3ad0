package io.cybervpn.infrastructure.provisioning.remnawave;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.cybervpn.domain.catalogue.TrafficReset;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.model.PanelState;
import io.cybervpn.domain.provisioning.model.PanelUsername;
import io.cybervpn.domain.shared.Limit;
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

    PanelAtHand(String version, ObjectMapper json) {
        this.world = SandboxWorld.start(SandboxSettings.free(version), SandboxTempo.quick());
        Settings settings = new Settings(world.panelUrl());
        PanelClient client = new PanelClient(settings, json);
        Clock clock = Clock.systemUTC();
        this.panel =
                new RemnawavePanel(
                        client,
                        new Squads(client, clock),
                        new UserPages(client, new Versions(client)),
                        clock);
        this.configs = new RemnawaveConfigs(client);
        this.devices = new RemnawaveDevices(client);
        this.actions = new RemnawaveActions(client);
        this.usage = new RemnawaveUsage(client, clock);
        this.nodes = new RemnawaveNodes(client, settings);
        this.traffic = new RemnawaveNodeTraffic(client);
    }

    record Settings(URI address) implements PanelSettings {
        @Override
        public Optional<URI> url() {
            return Optional.of(address);
        }

        @Override
        public Optional<String> token() {
            return Optional.of(SandboxSettings.PANEL_TOKEN);
        }

        @Override
        public Optional<String> webhookSecret() {
            return Optional.empty();
        }

        @Override
        public Optional<List<String>> headers() {
            return Optional.of(List.of("X-Api-Key: of a proxy"));
        }

        @Override
        public Duration timeout() {
            return TIMEOUT;
        }

        @Override
        public Duration pause() {
            return PAUSE;
        }
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
