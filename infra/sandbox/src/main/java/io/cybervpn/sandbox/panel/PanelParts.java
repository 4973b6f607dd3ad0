package io.cybervpn.sandbox.panel;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.cybervpn.sandbox.http.SandboxClock;
import io.cybervpn.sandbox.http.StateLock;
import io.cybervpn.sandbox.http.Webhooks;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Supplier;

/** All state of one panel, wired. */
final class PanelParts {

    final PanelVersion version;
    final SandboxClock clock;
    final Infrastructure infrastructure;
    final UserStore store;
    final PanelSettings settings;
    final Usage usage;
    final Devices devices;
    final RequestHistory history;
    final PanelUsers users;
    final PanelAccess access;
    final PanelWebhooks webhooks;
    final Subscriptions subscriptions;

    PanelParts(StateLock lock, SandboxClock clock, Webhooks sender, Wishes wishes) {
        this.version = wishes.version();
        this.clock = clock;
        this.infrastructure = new Infrastructure(clock);
        this.store = new UserStore(version);
        this.settings = new PanelSettings(version, clock);
        this.usage = new Usage();
        this.webhooks = new PanelWebhooks(sender, clock, wishes.webhookSecret());
        this.devices = new Devices(clock, settings, store, webhooks);
        this.history = new RequestHistory(clock);
        UserFactory factory = new UserFactory(clock, store, infrastructure, wishes.publicUrl());
        this.users =
                new PanelUsers(
                        lock,
                        clock,
                        new PanelUsers.Parts(store, factory, infrastructure, webhooks));
        this.access = new PanelAccess(wishes.token(), clock);
        this.subscriptions = new Subscriptions(clock, infrastructure, settings);
    }

    record Wishes(
            PanelVersion version, String token, String webhookSecret, Supplier<String> publicUrl) {}

    void reset() {
        infrastructure.reset();
        store.clear();
        settings.reset();
        usage.clear();
        devices.clear();
        history.clear();
        access.reset();
    }

    /** A user moves bytes through the first node, and the statistics learn of it. */
    @CanIgnoreReturnValue
    JsonObject addTraffic(String username, long bytes) {
        JsonObject user = users.mustHave(username);
        String node = users.firstNode();
        LocalDate today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
        usage.add(new Usage.Entry(today, node, user.getLong("id"), bytes));
        return users.addTraffic(user, bytes, node);
    }

    JsonObject state() {
        return new JsonObject()
                .put("version", version.text())
                .put("users", store.views(List.copyOf(store.all().values())))
                .put("devices", array(devices.all()))
                .put("profiles", array(List.copyOf(infrastructure.profiles().values())))
                .put("internalSquads", array(List.copyOf(infrastructure.internalSquads().values())))
                .put("externalSquads", array(List.copyOf(infrastructure.externalSquads().values())))
                .put("nodes", array(List.copyOf(infrastructure.nodes().values())))
                .put("hosts", array(List.copyOf(infrastructure.hosts().values())))
                .put("settings", settings.view());
    }

    private static JsonArray array(List<JsonObject> entities) {
        JsonArray array = new JsonArray();
        entities.forEach(entity -> array.add(entity.copy()));
        return array;
    }
}
