package io.cybervpn.presentation.live.ws;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many sockets there may be, of all and of one address. A seat is taken before anybody looks at
 * a credential, so that those who have none cannot take more than their share either.
 */
@Singleton
final class Seats {
    private final LiveSettings settings;
    private final AtomicInteger taken = new AtomicInteger();
    private final Map<String, Integer> byAddress = new ConcurrentHashMap<>();

    @Inject
    Seats(LiveSettings settings) {
        this.settings = settings;
    }

    /** Takes one; false when there is none left. */
    boolean take(String address) {
        if (taken.incrementAndGet() > settings.socketsMax()) {
            taken.decrementAndGet();
            return false;
        }
        if (byAddress.merge(address, 1, Integer::sum) > settings.socketsPerAddress()) {
            leave(address);
            return false;
        }
        return true;
    }

    /** Gives one back that was taken. */
    void leave(String address) {
        taken.decrementAndGet();
        byAddress.computeIfPresent(address, (_, count) -> count == 1 ? null : count - 1);
    }
}
