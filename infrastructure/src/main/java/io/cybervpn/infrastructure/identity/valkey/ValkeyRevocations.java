package io.cybervpn.infrastructure.identity.valkey;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.cybervpn.application.identity.port.Revocations;
import io.cybervpn.domain.identity.SessionId;
import io.cybervpn.infrastructure.shared.Patience;
import io.cybervpn.infrastructure.shared.ValkeySettings;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Response;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * A key per denied session, and one that says which run of the server was told everything: a server
 * that was started again may have forgotten some of it, and is told anew.
 */
@Singleton
final class ValkeyRevocations implements Revocations {
    private static final Logger LOG = Logger.getLogger(ValkeyRevocations.class);
    private static final String WHOLE = "denied:whole";
    private static final Pattern RUN = Pattern.compile("run_id:(\\w+)");
    private static final Duration LEFT_ALONE = Duration.ofSeconds(2);
    private static final int BATCH_SIZE = 500;

    /** One step for a batch, whose keys all have the same life. */
    private static final String DENY =
            "for i = 1, #KEYS do redis.call('SET', KEYS[i], '1', 'EX', ARGV[1]) end return #KEYS";

    /** About 10 MB at most. */
    private static final int REMEMBERED_MAX = 100_000;

    private final ReactiveRedisDataSource valkey;
    private final Patience patience;
    private final Duration longest;
    private final Cache<SessionId, Boolean> denied =
            Caffeine.newBuilder().maximumSize(REMEMBERED_MAX).expireAfterWrite(KEPT).build();

    @Inject
    ValkeyRevocations(ReactiveRedisDataSource valkey, ValkeySettings settings) {
        this.valkey = valkey;
        this.longest = settings.patience();
        this.patience =
                new Patience(
                        settings,
                        LEFT_ALONE,
                        "the list of ended sessions is away; the database is asked");
    }

    @Override
    public Uni<Answer> ask(SessionId session) {
        if (denied.getIfPresent(session) != null) {
            return Uni.createFrom().item(Answer.DENIED);
        }
        return patience.ask(
                () ->
                        valkey.execute("MGET", WHOLE, key(session))
                                .map(reply -> answer(reply, session)),
                () -> Uni.createFrom().item(Answer.UNKNOWN));
    }

    private Answer answer(Response reply, SessionId session) {
        if (reply.get(1) != null) {
            denied.put(session, true);
            return Answer.DENIED;
        }
        return reply.get(0) == null ? Answer.UNKNOWN : Answer.GOOD;
    }

    @Override
    public Uni<Void> deny(List<SessionId> sessions) {
        sessions.forEach(session -> denied.put(session, true));
        Uni<Void> soFar = Uni.createFrom().voidItem();
        for (int from = 0; from < sessions.size(); from += BATCH_SIZE) {
            List<SessionId> batch =
                    sessions.subList(from, Math.min(from + BATCH_SIZE, sessions.size()));
            soFar = soFar.chain(() -> denyBatch(batch));
        }
        return soFar;
    }

    private Uni<Void> denyBatch(List<SessionId> batch) {
        String[] arguments =
                Stream.of(
                                Stream.of(DENY, String.valueOf(batch.size())),
                                batch.stream().map(ValkeyRevocations::key),
                                Stream.of(String.valueOf(KEPT.toSeconds())))
                        .flatMap(part -> part)
                        .toArray(String[]::new);
        return valkey.execute("EVAL", arguments)
                .ifNoItem()
                .after(longest)
                .fail()
                .onFailure(Exception.class)
                .invoke(failure -> LOG.warnf("not all hear of ended sessions yet: %s", failure))
                .replaceWithVoid();
    }

    @Override
    public Uni<Boolean> isWhole() {
        return run().chain(
                        run ->
                                valkey.execute("GET", WHOLE)
                                        .map(told -> told != null && run.equals(told.toString())));
    }

    @Override
    public Uni<Void> declareWhole() {
        return run().chain(run -> valkey.execute("SET", WHOLE, run)).replaceWithVoid();
    }

    /** What this run of the server calls itself; another one after each start. */
    private Uni<String> run() {
        return valkey.execute("INFO", "server").map(ValkeyRevocations::runOf);
    }

    private static String runOf(Response info) {
        Matcher matcher = RUN.matcher(info.toString());
        return matcher.find() ? matcher.group(1) : "unknown";
    }

    private static String key(SessionId session) {
        return "denied:" + session.value();
    }
}
