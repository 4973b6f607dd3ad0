package io.cybervpn.infrastructure.identity.valkey;

import io.cybervpn.application.identity.port.RateLimits.Rule;
import io.cybervpn.application.identity.port.RateLimits.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Fixed windows in this instance's memory, for the time when the shared ones are away. */
final class LocalRateLimits {
    private static final int WINDOWS_MAX = 10_000;

    private record Window(int count, Instant end) {}

    private final Map<String, Window> windows = new ConcurrentHashMap<>();

    Verdict take(String key, Rule rule, Instant now) {
        makeRoom(now);
        Window window =
                windows.merge(
                        key,
                        new Window(1, now.plus(rule.window())),
                        (old, fresh) -> now.isBefore(old.end()) ? more(old) : fresh);
        return window.count() <= rule.permits()
                ? new Verdict.Allowed()
                : new Verdict.Exceeded(Duration.between(now, window.end()));
    }

    private static Window more(Window window) {
        return new Window(window.count() + 1, window.end());
    }

    /** Memory is bounded even if every attempt comes from another address. */
    private void makeRoom(Instant now) {
        if (windows.size() >= WINDOWS_MAX) {
            windows.values().removeIf(window -> !now.isBefore(window.end()));
        }
        if (windows.size() >= WINDOWS_MAX) {
            windows.clear();
        }
    }
}
