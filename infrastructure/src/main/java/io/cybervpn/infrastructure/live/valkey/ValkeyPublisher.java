package io.cybervpn.infrastructure.live.valkey;

import io.cybervpn.application.live.News;
import io.cybervpn.application.live.port.Feed.Delivery;
import io.cybervpn.application.live.port.Feed.Heard;
import io.cybervpn.application.live.port.Publisher;
import io.cybervpn.domain.identity.SessionId;
import io.cybervpn.infrastructure.shared.Patience;
import io.cybervpn.infrastructure.shared.ValkeySettings;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;

/**
 * Tells through a channel of Valkey; while that does not answer, this instance alone. Waits for it
 * so long that no event's delivery is late for it.
 */
@Singleton
final class ValkeyPublisher implements Publisher {
    private static final Duration LEFT_ALONE = Duration.ofSeconds(2);

    /** A handler tells once more for a while after it failed; news that are older are old. */
    private static final Duration KNOWN_AS_TOLD = Duration.ofMinutes(10);

    private static final int UNDER_WAY_MAX = 512;

    private final ReactiveRedisDataSource valkey;
    private final OwnVoice own;
    private final Patience patience;
    private final Semaphore ways = new Semaphore(UNDER_WAY_MAX);
    private final Counter told;
    private final Counter dropped;

    @Inject
    ValkeyPublisher(
            ReactiveRedisDataSource valkey,
            OwnVoice own,
            ValkeySettings settings,
            MeterRegistry metrics) {
        this.valkey = valkey;
        this.own = own;
        this.patience = new Patience(settings, LEFT_ALONE, "news are told by this instance alone");
        this.told = metrics.counter("cybervpn.live.published");
        this.dropped = metrics.counter("cybervpn.live.publish.dropped");
    }

    @Override
    public Uni<Void> publish(List<News> news) {
        return Multi.createFrom()
                .iterable(news)
                .onItem()
                .transformToUniAndConcatenate(this::publishOne)
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Void> publishOne(News news) {
        return Uni.createFrom()
                .deferred(
                        () -> {
                            if (!ways.tryAcquire()) {
                                dropped.increment();
                                return Uni.createFrom().voidItem();
                            }
                            return tell(news).onTermination().invoke(() -> ways.release());
                        });
    }

    private Uni<Void> tell(News news) {
        NewsText text = NewsText.of(news);
        return patience.ask(() -> tellAll(news, text), () -> tellOwn(news, text))
                .invoke(() -> told.increment());
    }

    private Uni<Void> tellAll(News news, NewsText text) {
        return valkey.execute("EVAL", arguments(news, text))
                .map(number -> number.toLong())
                .invoke(seq -> sayIfDeaf(news, text, seq))
                .replaceWithVoid();
    }

    /** While this instance hears nothing of the channel, it does not hear itself either. */
    private void sayIfDeaf(News news, NewsText text, long seq) {
        if (seq > 0 && !own.hearsOthers()) {
            say(news, text, seq);
        }
    }

    private Uni<Void> tellOwn(News news, NewsText text) {
        say(news, text, own.nextSeq());
        return Uni.createFrom().voidItem();
    }

    private void say(News news, NewsText text, long seq) {
        own.say(new Heard.Told(new Delivery(news.to(), seq, text.withSeq(seq))));
    }

    private static String[] arguments(News news, NewsText text) {
        String address = news.to().key();
        Kept kept = Kept.of(news.to());
        return new String[] {
            Scripts.TELL,
            "3",
            "live:told:" + news.id() + ':' + address,
            Kept.seqKey(news.to()),
            Kept.logKey(news.to()),
            text.beforeSeq(),
            text.afterSeq(),
            address,
            ValkeyFeed.CHANNEL,
            String.valueOf(kept.count()),
            String.valueOf(kept.life().toSeconds()),
            String.valueOf(KNOWN_AS_TOLD.toSeconds())
        };
    }

    /** This instance hears it in any case, and at once. */
    @Override
    public Uni<Void> end(List<SessionId> sessions) {
        return Uni.createFrom()
                .deferred(
                        () -> {
                            own.say(new Heard.Ended(sessions));
                            return patience.ask(
                                    () ->
                                            valkey.execute(
                                                            "PUBLISH",
                                                            ValkeyFeed.CHANNEL,
                                                            Line.end(sessions))
                                                    .replaceWithVoid(),
                                    () -> Uni.createFrom().voidItem());
                        });
    }
}
