package io.cybervpn.sandbox.panel;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.sandbox.Http;
import io.cybervpn.sandbox.SandboxSettings;
import io.cybervpn.sandbox.SandboxTempo;
import io.cybervpn.sandbox.SandboxWorld;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * A sandbox panel in the state in which the real panel was recorded: the same uuids, ids, names,
 * links, time.
 */
final class RecordedPanel implements AutoCloseable {

    static final String API_TOKEN = "<API token>";
    static final String OTHER_TOKEN = "<other token>";
    static final String SECRET = SandboxSettings.PANEL_WEBHOOK_SECRET;

    private final String folder;
    private final SandboxWorld world;

    RecordedPanel(String folder, String webhookUrl) {
        this.folder = folder;
        String version = folder.equals("v3") ? SandboxSettings.PANEL_3 : SandboxSettings.PANEL_2;
        this.world =
                SandboxWorld.start(
                        new SandboxSettings(
                                0, 0, version, API_TOKEN, webhookUrl, SECRET, "1:a", ""),
                        SandboxTempo.quick());
    }

    SandboxWorld world() {
        return world;
    }

    PanelParts parts() {
        return world.panel().parts();
    }

    /** The state after the users of the records were created. */
    void restore() {
        parts().reset();
        parts().infrastructure.clear();
        world.panel().publicUrl("https://sub.example.test");
        world.panel().clock().set(Instant.parse("2026-11-21T00:27:00Z"));
        if (folder.equals("v3")) {
            restoreThree();
        } else {
            restoreTwo();
        }
    }

    private void restoreThree() {
        list("config-profiles-list", "configProfiles")
                .forEach(it -> add(parts().infrastructure.profiles(), it));
        list("internal-squads-list", "internalSquads").forEach(this::squad);
        add(
                parts().infrastructure.externalSquads(),
                Sample.of(folder, "external-squads-create").result());
        node(Sample.of(folder, "nodes-get").result());
        Infrastructure.list(Sample.of(folder, "hosts-list").results())
                .forEach(it -> add(parts().infrastructure.hosts(), it));
        for (String name :
                List.of(
                        "create-full",
                        "create-minimal",
                        "create-same-telegram-id",
                        "create-date-without-zone",
                        "create-past-expire",
                        "create-expired-status",
                        "create-unknown-field",
                        "create-email-upper")) {
            user("users-" + name);
        }
        traffic(2, "2026-11-17", 5_368_709_120L);
        traffic(2, "2026-11-20", 10_737_418_240L);
        traffic(2, "2026-11-21", 1_181_116_006L);
    }

    private void restoreTwo() {
        add(
                parts().infrastructure.profiles(),
                new JsonObject()
                        .put("uuid", "00000000-0000-0000-0000-000000000000")
                        .put("name", "Default-Profile")
                        .put("inbounds", inboundsOfFirstSquad())
                        .put("nodes", new JsonArray()));
        add(
                parts().infrastructure.profiles(),
                Sample.of(folder, "config-profiles-create").result());
        list("internal-squads-list", "internalSquads").forEach(this::squad);
        node(Sample.of(folder, "nodes-create").result().put("id", 1));
        add(parts().infrastructure.hosts(), Sample.of(folder, "hosts-create").result());
        user("users-create-full");
        user("users-create-same-telegram-id");
    }

    private JsonArray inboundsOfFirstSquad() {
        return list("internal-squads-list", "internalSquads").getFirst().getJsonArray("inbounds");
    }

    private List<JsonObject> list(String name, String key) {
        return Infrastructure.list(Sample.of(folder, name).result().getJsonArray(key));
    }

    private void add(Map<String, JsonObject> into, JsonObject entity) {
        parts().infrastructure.add(into, entity);
    }

    private void squad(JsonObject squad) {
        add(
                parts().infrastructure.internalSquads(),
                squad.put("inbounds", uuids(squad.getJsonArray("inbounds"))));
    }

    private void node(JsonObject node) {
        JsonObject profile = node.getJsonObject("configProfile");
        profile.put("activeInbounds", uuids(profile.getJsonArray("activeInbounds")));
        add(parts().infrastructure.nodes(), node);
    }

    private static JsonArray uuids(JsonArray inbounds) {
        JsonArray uuids = new JsonArray();
        Infrastructure.list(inbounds).forEach(inbound -> uuids.add(inbound.getString("uuid")));
        return uuids;
    }

    /** Keeps the user that a record answered with. */
    JsonObject user(String sample) {
        JsonObject user = Sample.of(folder, sample).result();
        parts().store.put(user);
        return user;
    }

    private void traffic(long user, String day, long bytes) {
        String node = parts().users.firstNode();
        parts().usage.add(new Usage.Entry(LocalDate.parse(day), node, user, bytes));
    }

    void device(String hwid, String platform, String app) {
        parts().devices
                .restore(
                        new JsonObject()
                                .put("hwid", hwid)
                                .put("userId", 2)
                                .put("platform", platform)
                                .put("osVersion", platform.equals("iOS") ? "18.1" : "15")
                                .put("deviceModel", "iPhone 15")
                                .put("userAgent", app)
                                .put("requestIp", "203.0.113.7")
                                .put("createdAt", "2026-11-21T00:27:00.887Z")
                                .put("updatedAt", "2026-11-21T00:27:00.887Z"));
    }

    void hwidFeature() {
        parts().settings
                .patch(
                        new JsonObject()
                                .put(
                                        "hwidSettings",
                                        new JsonObject()
                                                .put("enabled", true)
                                                .put("maxDevicesAnnounce", "Too many devices")
                                                .put("fallbackDeviceLimit", 2)));
    }

    /** Somebody asked for the connections of user 2. */
    void connectionJob() {
        assertThat(http().post("/api/connections/by-user/2").status()).isEqualTo(201);
    }

    /** Somebody opened the link of user 2, with and without a rule that picks the format. */
    void openLink() {
        String link = "/api/sub/" + parts().store.byId(2).orElseThrow().getString("shortUuid");
        assertThat(http().get(link + "/json").status()).isEqualTo(200);
        assertThat(http().get(link).status()).isEqualTo(200);
    }

    Http http() {
        return Http.panel(world.panelUrl()).with("Authorization", "Bearer " + API_TOKEN);
    }

    @Override
    public void close() {
        world.close();
    }
}
