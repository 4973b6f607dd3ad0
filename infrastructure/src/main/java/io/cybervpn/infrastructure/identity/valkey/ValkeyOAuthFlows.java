package io.cybervpn.infrastructure.identity.valkey;

import io.cybervpn.application.identity.port.IdentityProviders.Journey;
import io.cybervpn.application.identity.port.OAuthFlows;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.model.TokenHash;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.redis.client.Response;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A key per journey, under the hash of its state, that taking takes away. */
@Singleton
final class ValkeyOAuthFlows implements OAuthFlows {
    private final ReactiveRedisDataSource valkey;

    @Inject
    ValkeyOAuthFlows(ReactiveRedisDataSource valkey) {
        this.valkey = valkey;
    }

    @Override
    public Uni<Void> open(Flow flow) {
        return valkey.execute(
                        "SET",
                        key(flow.journey().state()),
                        written(flow).encode(),
                        "EX",
                        String.valueOf(LIFE.toSeconds()))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> amend(Flow flow) {
        return valkey.execute(
                        "SET", key(flow.journey().state()), written(flow).encode(), "XX", "KEEPTTL")
                .replaceWithVoid();
    }

    @Override
    public Uni<Optional<Flow>> look(String state) {
        return valkey.execute("GET", key(state)).map(found -> read(found, state));
    }

    @Override
    public Uni<Optional<Flow>> take(String state) {
        return valkey.execute("GETDEL", key(state)).map(found -> read(found, state));
    }

    private static JsonObject written(Flow flow) {
        Journey journey = flow.journey();
        return new JsonObject()
                .put("provider", journey.provider())
                .put("returnTo", journey.returnTo().toString())
                .put("nonce", journey.nonce())
                .put("verifier", journey.verifier())
                .put("secret", flow.secret().hex())
                .put("linkTo", flow.linkTo().map(id -> id.value().toString()).orElse(""))
                .put("shownAs", flow.shownAs().orElse(""));
    }

    private static Optional<Flow> read(@Nullable Response found, String state) {
        return Optional.ofNullable(found)
                .map(value -> flow(new JsonObject(value.toString()), state));
    }

    private static Flow flow(JsonObject value, String state) {
        return new Flow(
                new Journey(
                        value.getString("provider"),
                        URI.create(value.getString("returnTo")),
                        state,
                        value.getString("nonce"),
                        value.getString("verifier")),
                new TokenHash(value.getString("secret")),
                text(value, "linkTo").map(UUID::fromString).map(AccountId::new),
                text(value, "shownAs"));
    }

    private static Optional<String> text(JsonObject value, String name) {
        return Optional.of(value.getString(name)).filter(text -> !text.isEmpty());
    }

    private static String key(String state) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(state.getBytes(StandardCharsets.UTF_8));
            return "oauth:" + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
