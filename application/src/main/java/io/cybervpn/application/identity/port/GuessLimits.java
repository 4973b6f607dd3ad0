package io.cybervpn.application.identity.port;

import io.cybervpn.application.identity.port.RateLimits.Verdict;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Optional;

/**
 * Slows guessing at secrets down without keeping their owner out. Wrong attempts at a subject
 * count: the first few are free, then each makes the next one wait, twice as long as the one
 * before, from {@link #FIRST_WAIT} up to {@link #LONGEST_WAIT}. Strangers share a subject's budget,
 * whatever their number and addresses; a client that has been right before has one of its own.
 * Strangers of one address share one more for all subjects. When the shared counter is away each
 * instance counts for itself.
 */
public interface GuessLimits {
    /** After the last free attempt. */
    Duration FIRST_WAIT = Duration.ofSeconds(1);

    /** However many they are. */
    Duration LONGEST_WAIT = Duration.ofMinutes(15);

    /** How long a subject's wrong attempts are remembered after the last one. */
    Duration REMEMBERED = Duration.ofHours(24);

    /** The same for those of an address. */
    Duration ADDRESS_REMEMBERED = Duration.ofHours(1);

    /** How long a client stays known after it was right. */
    Duration KNOWN = Duration.ofDays(90);

    /**
     * What is guessed at.
     *
     * @param name such as {@code password}
     * @param free wrong attempts at a subject that make nobody wait, 1 or more
     * @param freePerAddress the same for an address and all its subjects
     */
    record Rule(String name, int free, int freePerAddress) {}

    /**
     * By whom.
     *
     * @param address for strangers
     * @param network by which a known client is known: about where it comes from
     * @param device what it calls itself, if it does; then it is known by that as well
     */
    record Guesser(String address, String network, Optional<String> device) {}

    /** One attempt at a subject: an account or an e-mail, whether it has an account or not. */
    record Attempt(Rule rule, String subject, Guesser guesser) {}

    /**
     * Counts an attempt as wrong before anybody looks at it, so that of many at once no more go on
     * than the budget has. Never fails.
     */
    Uni<Verdict> begin(Attempt attempt);

    /**
     * Takes it back for one that was right: its client is known now, and its own budget full. What
     * strangers used up stays so. Never fails.
     */
    Uni<Void> right(Attempt attempt);

    /** Takes it back for one that nobody looked at. Never fails. */
    Uni<Void> undo(Attempt attempt);
}
