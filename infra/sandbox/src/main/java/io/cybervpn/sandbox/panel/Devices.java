package io.cybervpn.sandbox.panel;

import io.cybervpn.sandbox.http.SandboxClock;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The devices that users connected from, by hardware id; newest first in every answer. */
final class Devices {

    static final List<String> DETAILS =
            List.of("platform", "osVersion", "deviceModel", "userAgent", "requestIp");

    private final SandboxClock clock;
    private final PanelSettings settings;
    private final UserStore store;
    private final PanelWebhooks webhooks;
    private final List<JsonObject> all = new ArrayList<>();

    Devices(SandboxClock clock, PanelSettings settings, UserStore store, PanelWebhooks webhooks) {
        this.clock = clock;
        this.settings = settings;
        this.store = store;
        this.webhooks = webhooks;
    }

    void clear() {
        all.clear();
    }

    /** Keeps a device as it is, without checks or webhooks. */
    void restore(JsonObject device) {
        all.add(device.copy());
    }

    List<JsonObject> all() {
        return all.stream()
                .sorted(
                        Comparator.comparing((JsonObject device) -> device.getString("createdAt"))
                                .reversed())
                .toList();
    }

    List<JsonObject> of(JsonObject user) {
        long id = user.getLong("id");
        return all().stream().filter(device -> device.getLong("userId") == id).toList();
    }

    Optional<JsonObject> find(JsonObject user, String hwid) {
        return of(user).stream()
                .filter(device -> device.getString("hwid").equals(hwid))
                .findFirst();
    }

    boolean isFull(JsonObject user) {
        return settings.hwidEnabled()
                && settings.deviceLimit(user).filter(limit -> of(user).size() >= limit).isPresent();
    }

    void add(JsonObject user, String hwid, JsonObject details) {
        if (find(user, hwid).isPresent()) {
            throw PanelError.A098.refusal();
        }
        if (isFull(user)) {
            throw PanelError.A099.refusal();
        }
        JsonObject device = new JsonObject().put("hwid", hwid).put("userId", user.getLong("id"));
        DETAILS.forEach(field -> device.put(field, details.getValue(field)));
        device.put("createdAt", clock.now()).put("updatedAt", clock.now());
        all.add(device);
        tell("user_hwid_devices.added", user, device);
    }

    void remove(JsonObject user, String hwid) {
        JsonObject device = find(user, hwid).orElseThrow(PanelError.A204::refusal);
        all.remove(device);
        tell("user_hwid_devices.deleted", user, device);
    }

    void removeAll(JsonObject user) {
        of(user).forEach(device -> remove(user, device.getString("hwid")));
    }

    private void tell(String event, JsonObject user, JsonObject device) {
        JsonObject owner = store.view(user).put("activeInternalSquads", new JsonArray());
        webhooks.other(
                "user_hwid_devices",
                event,
                new JsonObject().put("hwidUserDevice", device.copy()).put("user", owner));
    }

    /** The answer to nearly everything about devices. */
    static JsonObject list(List<JsonObject> devices) {
        JsonArray array = new JsonArray();
        devices.forEach(device -> array.add(device.copy()));
        return new JsonObject().put("total", devices.size()).put("devices", array);
    }
}
