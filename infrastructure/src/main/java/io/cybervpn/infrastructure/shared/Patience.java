package io.cybervpn.infrastructure.shared;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Asks Valkey, for so long; when it does not answer, it is left alone for a while and the question
 * is answered without. By the machine's own clock: what is moved in tests is the shop's.
 */
public final class Patience {
    private static final Logger LOG = Logger.getLogger(Patience.class);

    private final Duration patience;
    private final Duration leftAlone;
    private final String told;
    private final AtomicLong leftAloneUntil = new AtomicLong(System.nanoTime());

    /**
     * One for each use.
     *
     * @param leftAlone how long it is not asked again
     * @param told what the log says then
     */
    public Patience(ValkeySettings settings, Duration leftAlone, String told) {
        this.patience = settings.patience();
        this.leftAlone = leftAlone;
        this.told = told;
    }

    /** The shared answer, or the one of this instance alone. */
    public <T> Uni<T> ask(Supplier<Uni<T>> shared, Supplier<Uni<T>> alone) {
        if (System.nanoTime() - leftAloneUntil.get() < 0) {
            return Uni.createFrom().deferred(alone::get);
        }
        return Uni.createFrom()
                .deferred(shared::get)
                .ifNoItem()
                .after(patience)
                .fail()
                .onFailure(Exception.class)
                .recoverWithUni(failure -> goOnWithout(failure, alone));
    }

    private <T> Uni<T> goOnWithout(Throwable failure, Supplier<Uni<T>> alone) {
        long now = System.nanoTime();
        long before = leftAloneUntil.getAndSet(now + leftAlone.toNanos());
        // Many were under way when it fell silent: one line for all of them.
        if (now - before >= 0) {
            LOG.warnf("%s: %s", told, failure);
        }
        return alone.get();
    }
}
