package io.cybervpn.sandbox.panel;

import io.cybervpn.sandbox.http.SandboxClock;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.security.SecureRandom;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Makes users out of wishes, with everything that the panel makes up itself. */
final class UserFactory {

    static final List<String> PATCHABLE =
            List.of(
                    "status",
                    "trafficLimitBytes",
                    "trafficLimitStrategy",
                    "telegramId",
                    "email",
                    "description",
                    "tag",
                    "hwidDeviceLimit",
                    "externalSquadUuid");

    /** Without I, O, i and l, as the panel's. */
    private static final String ALPHABET =
            "0123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghjkmnopqrstuvwxyz_-";

    private static final int SHORT_UUID_LENGTH = 16;

    private final SecureRandom random = new SecureRandom();
    private final SandboxClock clock;
    private final UserStore store;
    private final Infrastructure infrastructure;
    private final Supplier<String> publicUrl;

    UserFactory(
            SandboxClock clock,
            UserStore store,
            Infrastructure infrastructure,
            Supplier<String> publicUrl) {
        this.clock = clock;
        this.store = store;
        this.infrastructure = infrastructure;
        this.publicUrl = publicUrl;
    }

    JsonObject user(JsonObject wish) {
        refuseTaken("username", wish, PanelError.A019);
        refuseTaken("shortUuid", wish, PanelError.A020);
        long id = store.takeId();
        checkWhole(wish, PanelError.A018);
        checkExternalSquad(wish, PanelError.A018);
        JsonArray squads = squads(wish, PanelError.A018).orElseGet(JsonArray::new);
        JsonObject user = new JsonObject().put("uuid", UUID.randomUUID().toString()).put("id", id);
        user.put("shortUuid", text(wish, "shortUuid", () -> word(SHORT_UUID_LENGTH)));
        user.put("username", wish.getString("username"));
        user.put("status", text(wish, "status", () -> "ACTIVE"));
        user.put(
                "trafficLimitBytes",
                Objects.requireNonNullElse(wish.getLong("trafficLimitBytes"), 0L));
        user.put("trafficLimitStrategy", text(wish, "trafficLimitStrategy", () -> "NO_RESET"));
        user.put("expireAt", moment(wish.getString("expireAt")));
        for (String field :
                List.of(
                        "telegramId",
                        "email",
                        "description",
                        "tag",
                        "hwidDeviceLimit",
                        "externalSquadUuid")) {
            user.put(field, wish.getValue(field));
        }
        user.put("trojanPassword", text(wish, "trojanPassword", () -> word(30)));
        user.put("vlessUuid", text(wish, "vlessUuid", () -> UUID.randomUUID().toString()));
        user.put("ssPassword", text(wish, "ssPassword", () -> word(32)));
        stamps(user, wish);
        return user.put("activeInternalSquads", squads).put("userTraffic", noTraffic());
    }

    private void stamps(JsonObject user, JsonObject wish) {
        user.put("lastTriggeredThreshold", 0).putNull("subRevokedAt");
        user.put("lastTrafficResetAt", optionalMoment(wish, "lastTrafficResetAt").orElse(null));
        user.put("createdAt", optionalMoment(wish, "createdAt").orElseGet(clock::now));
        user.put("updatedAt", clock.now());
        user.put("subscriptionUrl", link(user));
    }

    private void refuseTaken(String field, JsonObject wish, PanelError error) {
        Optional<String> value = Optional.ofNullable(wish.getString(field));
        if (value.flatMap(wanted -> store.by(field, wanted)).isPresent()) {
            throw error.refusal();
        }
    }

    private static String text(JsonObject wish, String field, Supplier<String> otherwise) {
        return Optional.ofNullable(wish.getString(field)).orElseGet(otherwise);
    }

    private static Optional<String> optionalMoment(JsonObject wish, String field) {
        return Optional.ofNullable(wish.getString(field)).map(UserFactory::moment);
    }

    static String moment(String text) {
        return SandboxClock.iso(Fields.parse(text).orElseThrow());
    }

    private static JsonObject noTraffic() {
        return new JsonObject()
                .put("usedTrafficBytes", 0)
                .put("lifetimeUsedTrafficBytes", 0)
                .putNull("onlineAt")
                .putNull("lastConnectedNodeUuid")
                .putNull("firstConnectedAt");
    }

    /** A fraction passes the panel's validation and breaks in its database. */
    void checkWhole(JsonObject wish, PanelError error) {
        for (String field : List.of("trafficLimitBytes", "telegramId")) {
            if (wish.getValue(field) instanceof Double) {
                throw error.refusal();
            }
        }
    }

    void checkExternalSquad(JsonObject wish, PanelError error) {
        Optional<String> uuid = Optional.ofNullable(wish.getString("externalSquadUuid"));
        if (uuid.isPresent() && !infrastructure.externalSquads().containsKey(uuid.get())) {
            throw error.refusal();
        }
    }

    /** The squads wished for, by uuid and name; empty if the wish does not mention squads. */
    Optional<JsonArray> squads(JsonObject wish, PanelError error) {
        return Optional.ofNullable(wish.getJsonArray("activeInternalSquads"))
                .map(uuids -> squads(uuids, error));
    }

    private JsonArray squads(JsonArray uuids, PanelError error) {
        JsonArray squads = new JsonArray();
        for (Object uuid : uuids) {
            JsonObject squad =
                    Optional.ofNullable(infrastructure.internalSquads().get(uuid.toString()))
                            .orElseThrow(error::refusal);
            squads.add(reference(squad));
        }
        return squads;
    }

    static JsonObject reference(JsonObject squad) {
        return new JsonObject()
                .put("uuid", squad.getString("uuid"))
                .put("name", squad.getString("name"));
    }

    void renewKeys(JsonObject user) {
        user.put("trojanPassword", word(30))
                .put("vlessUuid", UUID.randomUUID().toString())
                .put("ssPassword", word(32));
    }

    void renewLink(JsonObject user, Optional<String> wished) {
        user.put("shortUuid", wished.orElseGet(() -> word(SHORT_UUID_LENGTH)));
        user.put("subscriptionUrl", link(user));
    }

    private String link(JsonObject user) {
        return publicUrl.get() + "/" + user.getString("shortUuid");
    }

    private String word(int length) {
        StringBuilder word = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            word.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return word.toString();
    }
}
