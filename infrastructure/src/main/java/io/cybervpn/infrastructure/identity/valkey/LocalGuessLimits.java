package io.cybervpn.infrastructure.identity.valkey;

import io.cybervpn.application.identity.port.GuessLimits;
import io.cybervpn.application.identity.port.GuessLimits.Attempt;
import io.cybervpn.application.identity.port.RateLimits.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The same budgets in this instance's memory, for the time when the shared ones are away. Bounded:
 * the one longest not used goes first.
 */
final class LocalGuessLimits {
    private static final int BUDGETS_MAX = 20_000;
    private static final int DOUBLINGS_MAX = 30;

    private record Budget(int wrong, Instant till, Instant end) {}

    private final Map<String, Budget> budgets = bounded();
    private final Map<String, Instant> known = bounded();

    synchronized Verdict begin(Attempt attempt, Instant now) {
        GuessKeys keys = GuessKeys.of(attempt);
        Optional<String> own = ownBudget(keys, now);
        Duration wait = wait(own.orElse(keys.strangers()), now);
        if (own.isEmpty() && wait(keys.address(), now).compareTo(wait) > 0) {
            wait = wait(keys.address(), now);
        }
        if (!wait.isZero()) {
            return new Verdict.Exceeded(wait);
        }
        count(own.orElse(keys.strangers()), attempt.rule().free(), now);
        if (own.isEmpty()) {
            count(keys.address(), attempt.rule().freePerAddress(), now);
        }
        return new Verdict.Allowed();
    }

    synchronized void takeBack(Attempt attempt, boolean right, Instant now) {
        GuessKeys keys = GuessKeys.of(attempt);
        Optional<String> own = ownBudget(keys, now);
        if (own.isPresent() && right) {
            budgets.remove(own.get());
        } else {
            back(own.orElse(keys.strangers()), attempt.rule().free());
        }
        if (own.isEmpty()) {
            back(keys.address(), attempt.rule().freePerAddress());
        }
        if (right) {
            known.put(keys.knownNetwork(), now.plus(GuessLimits.KNOWN));
            attempt.guesser()
                    .device()
                    .ifPresent(_ -> known.put(keys.knownDevice(), now.plus(GuessLimits.KNOWN)));
        }
    }

    private Optional<String> ownBudget(GuessKeys keys, Instant now) {
        if (isKnown(keys.knownDevice(), now)) {
            return Optional.of(keys.device());
        }
        return isKnown(keys.knownNetwork(), now) ? Optional.of(keys.network()) : Optional.empty();
    }

    private boolean isKnown(String key, Instant now) {
        Instant end = known.get(key);
        return end != null && now.isBefore(end);
    }

    private Duration wait(String key, Instant now) {
        Budget budget = budgets.get(key);
        return budget == null || !now.isBefore(budget.till())
                ? Duration.ZERO
                : Duration.between(now, budget.till());
    }

    private void count(String key, int free, Instant now) {
        Budget before = budgets.get(key);
        int wrong = before == null || !now.isBefore(before.end()) ? 1 : before.wrong() + 1;
        budgets.put(
                key,
                new Budget(wrong, now.plus(pause(wrong, free)), now.plus(GuessLimits.REMEMBERED)));
    }

    private static Duration pause(int wrong, int free) {
        if (wrong < free) {
            return Duration.ZERO;
        }
        Duration pause =
                GuessLimits.FIRST_WAIT.multipliedBy(1L << Math.min(wrong - free, DOUBLINGS_MAX));
        return pause.compareTo(GuessLimits.LONGEST_WAIT) < 0 ? pause : GuessLimits.LONGEST_WAIT;
    }

    private void back(String key, int free) {
        Budget before = budgets.get(key);
        if (before != null && before.wrong() > 1) {
            Instant till = before.wrong() - 1 < free ? Instant.MIN : before.till();
            budgets.put(key, new Budget(before.wrong() - 1, till, before.end()));
        } else if (before != null) {
            budgets.remove(key);
        }
    }

    private static <V> Map<String, V> bounded() {
        return new LinkedHashMap<>(1024, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
                return size() > BUDGETS_MAX;
            }
        };
    }
}
