package io.cybervpn.infrastructure.live.valkey;

import io.cybervpn.application.live.Address;
import io.cybervpn.application.live.port.Feed;
import io.cybervpn.infrastructure.shared.Patience;
import io.cybervpn.infrastructure.shared.ValkeySettings;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.redis.datasource.pubsub.ReactivePubSubCommands.ReactiveRedisSubscriber;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.operators.multi.processors.UnicastProcessor;
import io.vertx.mutiny.redis.client.Response;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Hears a channel of Valkey, one for all news: an instance looks by itself who of its sockets wants
 * them. Each instance says something on it every few seconds; who does not even hear himself is
 * connected to nothing, and connects anew.
 */
@Singleton
final class ValkeyFeed implements Feed {
    static final String CHANNEL = "live";

    private static final Logger LOG = Logger.getLogger(ValkeyFeed.class);
    private static final Duration BEAT_EVERY = Duration.ofSeconds(3);
    private static final Duration SILENCE_MAX = Duration.ofSeconds(12);
    private static final Duration CONNECT_MAX = Duration.ofSeconds(5);
    private static final Duration PAUSE_MIN = Duration.ofMillis(200);
    private static final Duration PAUSE_MAX = Duration.ofSeconds(5);
    private static final Duration LEFT_ALONE = Duration.ofSeconds(2);

    private final ReactiveRedisDataSource valkey;
    private final OwnVoice own;
    private final Patience patience;
    private final AtomicBoolean told = new AtomicBoolean();

    @Inject
    ValkeyFeed(ReactiveRedisDataSource valkey, OwnVoice own, ValkeySettings settings) {
        this.valkey = valkey;
        this.own = own;
        this.patience = new Patience(settings, LEFT_ALONE, "old news cannot be looked up");
    }

    @Override
    public Multi<Heard> listen() {
        Multi<Heard> others =
                Multi.createFrom()
                        .deferred(this::channel)
                        .onCompletion()
                        .failWith(() -> new IllegalStateException("the channel ended"))
                        .onFailure()
                        .invoke(this::tellOf)
                        .onFailure()
                        .retry()
                        .withBackOff(PAUSE_MIN, PAUSE_MAX)
                        .indefinitely();
        return Multi.createBy().merging().streams(own.heard(), others);
    }

    /** Once, however often it is tried again. */
    private void tellOf(Throwable failure) {
        if (told.compareAndSet(false, true)) {
            LOG.warnf("news of other instances are not heard now: %s", failure);
        }
    }

    private Multi<Heard> channel() {
        UnicastProcessor<String> lines = UnicastProcessor.create();
        return valkey.pubsub(String.class)
                .subscribe(CHANNEL, lines::onNext, lines::onComplete, lines::onError)
                .ifNoItem()
                .after(CONNECT_MAX)
                .fail()
                .onItem()
                .transformToMulti(subscriber -> hear(lines, subscriber));
    }

    /** Who connects may have missed something before. */
    private Multi<Heard> hear(Multi<String> lines, ReactiveRedisSubscriber subscriber) {
        own.channelOpened();
        told.set(false);
        Multi<Heard> heard =
                Multi.createBy()
                        .merging()
                        .streams(lines, beats())
                        .ifNoItem()
                        .after(SILENCE_MAX)
                        .fail()
                        .map(Line::parse)
                        .filter(found -> found.isPresent())
                        .map(found -> found.get());
        return Multi.createBy()
                .merging()
                .streams(Multi.createFrom().item(new Heard.Missed()), heard)
                .onTermination()
                .invoke(own::channelClosed)
                .onTermination()
                .call(() -> subscriber.unsubscribe().onFailure().recoverWithNull());
    }

    /** Of itself it emits nothing: what counts is what comes back by the channel. */
    private Multi<String> beats() {
        return Multi.createFrom()
                .ticks()
                .every(BEAT_EVERY)
                .onOverflow()
                .drop()
                .onItem()
                .transformToUniAndConcatenate(_ -> beat())
                .filter(_ -> false);
    }

    private Uni<String> beat() {
        return valkey.execute("PUBLISH", CHANNEL, Line.BEAT)
                .onFailure()
                .recoverWithNull()
                .replaceWith(Line.BEAT);
    }

    @Override
    public Uni<Replay> since(Address address, long since) {
        return patience.ask(
                () ->
                        valkey.execute(
                                        "EVAL",
                                        Scripts.SINCE,
                                        "2",
                                        Kept.seqKey(address),
                                        Kept.logKey(address))
                                .map(answer -> replay(answer, since)),
                () -> Uni.createFrom().item(unknown(since)));
    }

    private static Replay unknown(long since) {
        return since > 0 ? new Replay.Gone(0) : new Replay.Whole(0, List.of());
    }

    private static Replay replay(Response answer, long since) {
        String latest = answer.get(0).toString();
        if (latest.isEmpty()) {
            return unknown(since);
        }
        long position = Long.parseLong(latest);
        if (since <= 0) {
            return new Replay.Whole(position, List.of());
        }
        List<Delivery> kept = new ArrayList<>();
        for (Response line : answer.get(1)) {
            Line.delivery(line.toString()).ifPresent(kept::add);
        }
        return after(since, position, kept);
    }

    private static Replay after(long since, long position, List<Delivery> kept) {
        boolean whole =
                since == position
                        || since < position
                                && !kept.isEmpty()
                                && kept.getFirst().seq() <= since + 1;
        return whole
                ? new Replay.Whole(
                        position, kept.stream().filter(one -> one.seq() > since).toList())
                : new Replay.Gone(position);
    }
}
