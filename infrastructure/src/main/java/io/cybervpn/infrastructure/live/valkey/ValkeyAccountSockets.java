package io.cybervpn.infrastructure.live.valkey;

import io.cybervpn.application.live.port.AccountSockets;
import io.cybervpn.application.shared.Ids;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.infrastructure.shared.Patience;
import io.cybervpn.infrastructure.shared.ValkeySettings;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Response;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * A sorted set of sockets for each account, by the moment at which they were opened, and a key for
 * each instance that ends by itself soon after the instance does: nobody has to say of each socket
 * that it is still there.
 */
@Singleton
final class ValkeyAccountSockets implements AccountSockets {
    private static final Duration LEFT_ALONE = Duration.ofSeconds(2);
    private static final Duration INSTANCE_LIFE = Duration.ofSeconds(60);

    /** Since the account's latest socket was opened: what is left of a lost one ends with it. */
    private static final Duration SET_LIFE = Duration.ofDays(2);

    private final ReactiveRedisDataSource valkey;
    private final Patience patience;
    private final String instance;

    @Inject
    ValkeyAccountSockets(ReactiveRedisDataSource valkey, ValkeySettings settings, Ids ids) {
        this.valkey = valkey;
        this.patience =
                new Patience(
                        settings, LEFT_ALONE, "sockets of accounts are counted by this instance");
        this.instance = ids.next().toString();
    }

    @Override
    public Uni<Void> enter(AccountId account, UUID socket, int max) {
        return ask(
                () ->
                        valkey.execute(
                                "EVAL",
                                Scripts.ENTER,
                                "2",
                                setKey(account),
                                Scripts.INSTANCE + instance,
                                instance,
                                socket.toString(),
                                String.valueOf(max),
                                ValkeyFeed.CHANNEL,
                                String.valueOf(INSTANCE_LIFE.toSeconds()),
                                String.valueOf(SET_LIFE.toSeconds())));
    }

    @Override
    public Uni<Void> leave(AccountId account, UUID socket) {
        return ask(() -> valkey.execute("ZREM", setKey(account), instance + ' ' + socket));
    }

    private Uni<Void> ask(Supplier<Uni<Response>> question) {
        return patience.ask(
                () -> question.get().replaceWithVoid(), () -> Uni.createFrom().voidItem());
    }

    /** While nobody answers, nobody has forgotten it either. */
    @Override
    public Uni<Boolean> live() {
        return patience.ask(
                () ->
                        valkey.execute(
                                        "EVAL",
                                        Scripts.LIVE,
                                        "1",
                                        Scripts.INSTANCE + instance,
                                        String.valueOf(INSTANCE_LIFE.toSeconds()))
                                .map(known -> known.toInteger() == 1),
                () -> Uni.createFrom().item(true));
    }

    private static String setKey(AccountId account) {
        return "live:sockets:" + account.value();
    }
}
