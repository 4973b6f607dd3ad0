package io.cybervpn.sandbox.panel;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What must be so before a record can be replayed, beyond the common state. */
final class Preparations {

    private static final String HAPPY = "device-aaaaaaaa01";
    private static final String PIXEL = "device-cccccccc03";

    private final RecordedPanel panel;
    private final Map<String, Consumer<Sample>> byName = new HashMap<>();

    Preparations(RecordedPanel panel) {
        this.panel = panel;
        users();
        infrastructure();
        devices();
        links();
    }

    void prepare(Sample sample) {
        if (sample.name().startsWith("users-get-")
                && sample.response().getInteger("status") == 200) {
            restoreOwn(sample);
        }
        if (sample.name().startsWith("tokens-")
                || sample.name().equals("auth-admin-jwt-without-client-type")) {
            panel.parts().access.acceptAdmin(RecordedPanel.OTHER_TOKEN);
        }
        byName.getOrDefault(sample.name(), any -> {}).accept(sample);
    }

    /** The user of a reading record, so that it is there as recorded. */
    private void restoreOwn(Sample sample) {
        if (sample.response().getJsonObject("body").getValue("response")
                instanceof JsonObject user) {
            panel.parts().store.put(user.copy());
        }
    }

    private void own(String name, String status) {
        byName.put(
                name,
                sample -> {
                    JsonObject user = sample.result().put("status", status);
                    if (status.equals("LIMITED")) {
                        user.put("trafficLimitBytes", 1_000_000_000L);
                    }
                    panel.parts().store.put(user);
                });
    }

    private void users() {
        own("users-enable", "DISABLED");
        own("users-enable-expired", "EXPIRED");
        own("users-extend-expired", "EXPIRED");
        own("users-extend-limited", "LIMITED");
        own("users-update-expiry-of-expired", "EXPIRED");
        own("users-update-limit-of-limited", "LIMITED");
        own("users-reset-traffic-of-limited", "LIMITED");
        for (String name :
                List.of(
                        "full",
                        "minimal",
                        "same-telegram-id",
                        "email-upper",
                        "past-expire",
                        "expired-status",
                        "date-without-zone",
                        "unknown-field")) {
            byName.put(
                    "users-create-" + name,
                    sample -> remove(sample.result().getString("username")));
        }
        byName.put("users-disable-again", sample -> status("alice_01", "DISABLED"));
        byName.put("users-enable-again", sample -> status("alice_01", "ACTIVE"));
        byName.put("users-delete", this::deletable);
        byName.put("users-delete-again", sample -> remove("alice_01"));
        byName.put(
                "metadata-user-get",
                sample ->
                        panel.parts()
                                .store
                                .metadata()
                                .put(2L, sample.result().getJsonObject("metadata")));
        byName.put("scope-allowed", sample -> scoped(true));
        byName.put("scope-denied", sample -> scoped(false));
        byName.put("users-create-unknown-squad", sample -> remove("badsquad"));
    }

    private void scoped(boolean empty) {
        JsonObject wish = new JsonObject().put("name", "scoped").put("expiresInDays", 30);
        wish.put("scopes", new io.vertx.core.json.JsonArray().add("users:read"));
        panel.parts().access.create(RecordedPanel.OTHER_TOKEN, wish).size();
        if (empty) {
            panel.parts().store.clear();
        }
    }

    private void deletable(Sample sample) {
        String path = sample.request().getString("path");
        String reference = path.substring(path.lastIndexOf('/') + 1);
        if (reference.matches("\\d+")) {
            JsonObject user = panel.user("users-create-full").put("username", "deletable");
            panel.parts().store.put(user.put("id", Long.parseLong(reference)));
        }
    }

    private void remove(String username) {
        panel.parts().store.by("username", username).ifPresent(panel.parts().store::remove);
    }

    private void status(String username, String status) {
        panel.parts().store.by("username", username).orElseThrow().put("status", status);
    }

    private void infrastructure() {
        byName.put(
                "internal-squads-create",
                sample ->
                        panel.parts()
                                .infrastructure
                                .internalSquads()
                                .values()
                                .removeIf(squad -> squad.getString("name").equals("Premium")));
        byName.put(
                "internal-squads-update",
                sample ->
                        panel.parts()
                                .infrastructure
                                .internalSquads()
                                .get(sample.result().getString("uuid"))
                                .put("name", "Basic"));
        byName.put(
                "external-squads-create",
                sample -> panel.parts().infrastructure.externalSquads().clear());
        byName.put("users-accessible-nodes", sample -> squads());
        byName.put("connections-by-user-result", sample -> panel.connectionJob());
    }

    private void squads() {
        if (panel.parts().version.isThree()) {
            panel.user("users-get-with-traffic");
        }
    }

    private void devices() {
        byName.put("hwid-device-create", sample -> other());
        byName.put("hwid-device-create-duplicate", sample -> both());
        byName.put("hwid-device-delete", sample -> deletableDevice());
        byName.put("hwid-device-delete-unknown", sample -> both());
        byName.put("hwid-devices-all", sample -> both());
        byName.put("hwid-devices-delete-all", sample -> both());
        byName.put("hwid-devices-of-user", sample -> first());
        byName.put("hwid-stats", sample -> both());
        byName.put("hwid-top-users", sample -> both());
        byName.put("hwid-device-create-limit-reached", sample -> limited(true));
        byName.put("hwid-sub-first-device", sample -> limited(false));
        byName.put("hwid-sub-limit-reached", sample -> limited(true));
        byName.put("hwid-sub-no-hwid-header", sample -> limited(true));
    }

    private void first() {
        if (panel.parts().version.isThree()) {
            panel.device(HAPPY, "iOS", "Happ/3.4.1");
        } else {
            panel.device(PIXEL, "Android", "v2rayNG/1.9.40");
        }
    }

    /** The device that is there already when another one is added. */
    private void other() {
        if (panel.parts().version.isThree()) {
            first();
        }
    }

    private void deletableDevice() {
        first();
        if (panel.parts().version.isThree()) {
            panel.device(PIXEL, "Android", "v2rayNG/1.9.40");
        }
    }

    private void both() {
        panel.device(HAPPY, "iOS", "Happ/3.4.1");
        panel.device(PIXEL, "Android", "v2rayNG/1.9.40");
    }

    private void limited(boolean full) {
        panel.hwidFeature();
        panel.user("users-get-with-traffic").put("hwidDeviceLimit", 1);
        if (full) {
            first();
        }
    }

    private void links() {
        boolean three = panel.parts().version.isThree();
        Consumer<Sample> connected =
                sample -> panel.user(three ? "users-get-with-traffic" : "users-revoke");
        for (String name : Sample.names(three ? "v3" : "v2")) {
            if (name.startsWith("sub-") || name.startsWith("subscriptions-")) {
                byName.put(name, connected);
            }
        }
        byName.put("sub-of-disabled-user", this::disabled);
        byName.put("sub-of-disabled-user-clash", this::disabled);
        byName.put("sub-of-expired-user", sample -> panel.user("users-get-expired"));
        byName.put("sub-info-of-expired-user", sample -> panel.user("users-get-expired"));
        byName.put("sub-of-limited-user", sample -> panel.user("users-get-limited"));
        byName.put("sub-browser-accept-html", sample -> connected.accept(sample));
        byName.put("users-subscription-request-history", sample -> panel.openLink());
    }

    private void disabled(Sample sample) {
        String link = sample.request().getString("path").replace("/api/sub/", "");
        panel.user("users-create-minimal")
                .put("username", "disabled-sub")
                .put("status", "DISABLED")
                .put("shortUuid", link)
                .put("expireAt", Instant.ofEpochSecond(1_800_007_200L).toString())
                .put("subscriptionUrl", "https://sub.example.test/" + link);
    }
}
