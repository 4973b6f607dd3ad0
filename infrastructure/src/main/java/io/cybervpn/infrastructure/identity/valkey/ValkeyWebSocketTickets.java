package io.cybervpn.infrastructure.identity.valkey;

import io.cybervpn.application.identity.port.RefreshSecrets;
import io.cybervpn.application.identity.port.WebSocketTickets;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.AccountKind;
import io.cybervpn.domain.identity.SessionId;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Response;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A key per ticket, under the ticket's hash, that reading takes away. */
@Singleton
final class ValkeyWebSocketTickets implements WebSocketTickets {
    private static final String SEPARATOR = " ";
    private static final int PARTS = 4;

    private final ReactiveRedisDataSource valkey;
    private final RefreshSecrets secrets;

    @Inject
    ValkeyWebSocketTickets(ReactiveRedisDataSource valkey, RefreshSecrets secrets) {
        this.valkey = valkey;
        this.secrets = secrets;
    }

    @Override
    public Uni<String> issue(Holder holder) {
        String ticket = secrets.next();
        String value =
                String.join(
                        SEPARATOR,
                        holder.account().value().toString(),
                        holder.kind().code(),
                        holder.session().value().toString(),
                        holder.until().toString());
        return valkey.execute("SET", key(ticket), value, "EX", String.valueOf(LIFE.toSeconds()))
                .replaceWith(ticket);
    }

    @Override
    public Uni<Optional<Holder>> redeem(String ticket) {
        return valkey.execute("GETDEL", key(ticket)).map(ValkeyWebSocketTickets::holder);
    }

    private static Optional<Holder> holder(@Nullable Response value) {
        if (value == null) {
            return Optional.empty();
        }
        String[] parts = value.toString().split(SEPARATOR);
        if (parts.length != PARTS) {
            // One of before tickets had an end, and half a minute old at most.
            return Optional.empty();
        }
        return AccountKind.find(parts[1])
                .map(
                        kind ->
                                new Holder(
                                        new AccountId(UUID.fromString(parts[0])),
                                        kind,
                                        new SessionId(UUID.fromString(parts[2])),
                                        Instant.parse(parts[3])));
    }

    private static String key(String ticket) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(ticket.getBytes(StandardCharsets.UTF_8));
            return "ws-ticket:" + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
