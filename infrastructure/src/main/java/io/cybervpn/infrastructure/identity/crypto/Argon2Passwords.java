package io.cybervpn.infrastructure.identity.crypto;

import io.cybervpn.application.identity.port.PasswordHasher;
import io.cybervpn.domain.identity.model.Password;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.BlockPool;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.FixedBlockPool;

/**
 * Argon2id with the parameters that OWASP names first (19 MiB, two passes, one lane), by two
 * threads of its own: a wave of logins slows down logins, not the shop. Each running hash needs 20
 * MB of heap, so there are never more than two, and each thread keeps its 20 MB while there is
 * work: given back after each hash, they had the collector stop the shop as long as the hash itself
 * took.
 */
@Singleton
final class Argon2Passwords implements PasswordHasher {
    private static final int LANES = 1;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int THREADS = 2;
    private static final int WAITING_MAX = 64;
    private static final Duration WAITING_LONGEST = Duration.ofSeconds(4);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final ThreadLocal<BlockPool> memory;
    private final SecureRandom random = new SecureRandom();
    private final ThreadPoolExecutor workers;
    private final Cost cost;
    private final String nobodysHash;

    @Inject
    Argon2Passwords(Config config) {
        this(new Cost(config.memoryKib(), config.passes()), WAITING_MAX);
    }

    Argon2Passwords(Cost cost, int waitingMax) {
        this.cost = cost;
        this.memory = ThreadLocal.withInitial(() -> new FixedBlockPool(cost.memoryKib()));
        this.nobodysHash = nobodysHash(cost);
        this.workers =
                new ThreadPoolExecutor(
                        THREADS,
                        THREADS,
                        1,
                        TimeUnit.MINUTES,
                        new ArrayBlockingQueue<>(waitingMax),
                        Thread.ofPlatform().daemon().name("password-", 0).factory());
        workers.allowCoreThreadTimeOut(true);
    }

    /**
     * What a new hash costs, set under {@code cybervpn.passwords}. Raise it as machines grow; old
     * hashes stay good. Lower it only in tests.
     */
    @ConfigMapping(prefix = "cybervpn.passwords")
    interface Config {
        /** Memory of one hash in KiB. */
        @WithDefault("19456")
        int memoryKib();

        /** Passes over that memory. */
        @WithDefault("2")
        int passes();
    }

    /** What a new hash costs. */
    record Cost(int memoryKib, int passes) {}

    @Override
    public Uni<Hashed> hash(Password password) {
        return work(() -> hashNow(password), new Hashed.Busy(RETRY_AFTER));
    }

    @Override
    public Uni<Verified> verify(Password password, String hash) {
        return work(() -> verifyNow(password, hash), new Verified.Busy(RETRY_AFTER));
    }

    @Override
    public boolean isOutdated(String hash) {
        Argon2Hash made = Argon2Hash.parse(hash);
        return made.memoryKib() < cost.memoryKib() || made.passes() < cost.passes();
    }

    @Override
    public Uni<Verified> verifyNothing(Password password) {
        return verify(password, nobodysHash);
    }

    @PreDestroy
    void stop() {
        workers.shutdownNow();
    }

    private <T> Uni<T> work(Supplier<T> task, T busy) {
        Uni<T> done =
                Uni.createFrom()
                        .item(System::nanoTime)
                        .chain(asked -> hashed(task, busy, asked).runSubscriptionOn(workers));
        return backOnContext(done)
                .onFailure(RejectedExecutionException.class)
                .recoverWithItem(busy);
    }

    /**
     * On a slow machine a full queue may be longer than anybody waits: whom nobody waits for any
     * more is not hashed, or the next ones would wait for him too.
     */
    private static <T> Uni<T> hashed(Supplier<T> task, T busy, long asked) {
        return Uni.createFrom()
                .item(
                        () ->
                                System.nanoTime() - asked > WAITING_LONGEST.toNanos()
                                        ? busy
                                        : task.get());
    }

    /** The caller goes on where it was: a Hibernate session belongs to one event loop. */
    private static <T> Uni<T> backOnContext(Uni<T> work) {
        return Uni.createFrom()
                .deferred(
                        () -> {
                            Context caller = Vertx.currentContext();
                            return caller == null ? work : work.emitOn(on(caller));
                        });
    }

    private static Executor on(Context context) {
        return command -> context.runOnContext(_ -> command.run());
    }

    private Hashed hashNow(Password password) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return new Hashed.Done(unhashed(cost, salt).with(bytes(password), memory.get()).toString());
    }

    /** The parameters are the hash's own: they may be raised without locking anybody out. */
    private Verified verifyNow(Password password, String hash) {
        boolean match = Argon2Hash.parse(hash).isOf(bytes(password), memory.get());
        return match ? new Verified.Match() : new Verified.Mismatch();
    }

    private static Argon2Hash unhashed(Cost cost, byte[] salt) {
        return new Argon2Hash(cost.memoryKib(), cost.passes(), LANES, salt, new byte[HASH_BYTES]);
    }

    /** Made of zeros: no password is known that it belongs to, and it costs as much as any. */
    private static String nobodysHash(Cost cost) {
        return unhashed(cost, new byte[SALT_BYTES]).toString();
    }

    private static byte[] bytes(Password password) {
        return password.value().getBytes(StandardCharsets.UTF_8);
    }
}
