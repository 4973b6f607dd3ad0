package io.cybervpn.infrastructure.identity.valkey;

import io.cybervpn.application.identity.port.LoginChallenges;
import io.cybervpn.application.identity.port.RefreshSecrets;
import io.cybervpn.domain.identity.AccountId;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/** A key per challenge, under the hash of its token. */
@Singleton
final class ValkeyLoginChallenges implements LoginChallenges {
    private final ReactiveRedisDataSource valkey;
    private final RefreshSecrets secrets;

    @Inject
    ValkeyLoginChallenges(ReactiveRedisDataSource valkey, RefreshSecrets secrets) {
        this.valkey = valkey;
        this.secrets = secrets;
    }

    @Override
    public Uni<String> open(AccountId account) {
        String token = secrets.next();
        return valkey.execute(
                        "SET",
                        key(token),
                        account.value().toString(),
                        "EX",
                        String.valueOf(LIFE.toSeconds()))
                .replaceWith(token);
    }

    @Override
    public Uni<Optional<AccountId>> find(String token) {
        return valkey.execute("GET", key(token))
                .map(
                        found ->
                                Optional.ofNullable(found)
                                        .map(value -> UUID.fromString(value.toString()))
                                        .map(AccountId::new));
    }

    @Override
    public Uni<Void> close(String token) {
        return valkey.execute("DEL", key(token)).replaceWithVoid();
    }

    private static String key(String token) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(token.getBytes(StandardCharsets.UTF_8));
            return "challenge:" + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
