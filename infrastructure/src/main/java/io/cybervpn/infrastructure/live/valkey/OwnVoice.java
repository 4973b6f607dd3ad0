package io.cybervpn.infrastructure.live.valkey;

import io.cybervpn.application.live.port.Feed.Heard;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What this instance tells itself, when the channel is away. All its addresses share the numbers,
 * so that each of the news looks as if others were missed, and clients look anew.
 */
@Singleton
final class OwnVoice {
    private final BroadcastProcessor<Heard> voice = BroadcastProcessor.create();
    private final AtomicInteger channels = new AtomicInteger();
    private final AtomicLong seq = new AtomicLong();
    private final Clock clock;

    @Inject
    OwnVoice(Clock clock) {
        this.clock = clock;
    }

    /** One at a time, as a processor wants it. */
    synchronized void say(Heard heard) {
        voice.onNext(heard);
    }

    Multi<Heard> heard() {
        return voice.onOverflow().bufferUnconditionally();
    }

    /** Greater than before, and than what Valkey gave before, unless the clocks are far apart. */
    long nextSeq() {
        long now = clock.instant().toEpochMilli();
        return seq.updateAndGet(last -> Math.max(last + 2, now));
    }

    boolean hearsOthers() {
        return channels.get() > 0;
    }

    void channelOpened() {
        channels.incrementAndGet();
    }

    void channelClosed() {
        channels.decrementAndGet();
    }
}
