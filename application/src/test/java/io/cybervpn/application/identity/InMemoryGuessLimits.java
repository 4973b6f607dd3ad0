package io.cybervpn.application.identity;

import io.cybervpn.application.identity.port.GuessLimits;
import io.cybervpn.application.identity.port.RateLimits.Verdict;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Budgets of strangers and of clients that were right, in which no time passes. */
final class InMemoryGuessLimits implements GuessLimits {
    private final Map<String, Integer> wrong = new HashMap<>();
    private final Set<String> known = new HashSet<>();

    @Override
    public Uni<Verdict> begin(Attempt attempt) {
        return Uni.createFrom().item(() -> beginNow(attempt));
    }

    private Verdict beginNow(Attempt attempt) {
        String budget = budget(attempt);
        if (wrong.getOrDefault(budget, 0) >= attempt.rule().free()) {
            return new Verdict.Exceeded(FIRST_WAIT);
        }
        wrong.merge(budget, 1, Integer::sum);
        return new Verdict.Allowed();
    }

    @Override
    public Uni<Void> right(Attempt attempt) {
        return undo(attempt).invoke(() -> known.add(own(attempt)));
    }

    @Override
    public Uni<Void> undo(Attempt attempt) {
        return Uni.createFrom()
                .voidItem()
                .invoke(() -> wrong.computeIfPresent(budget(attempt), (_, count) -> count - 1));
    }

    private String budget(Attempt attempt) {
        return known.contains(own(attempt)) ? own(attempt) : subject(attempt);
    }

    private static String subject(Attempt attempt) {
        return attempt.rule().name() + " " + attempt.subject();
    }

    private static String own(Attempt attempt) {
        return subject(attempt) + " " + attempt.guesser().network();
    }
}
