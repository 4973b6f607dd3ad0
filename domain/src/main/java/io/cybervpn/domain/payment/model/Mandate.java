package io.cybervpn.domain.payment.model;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.Steering;
import io.cybervpn.domain.shared.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A payer's agreement that a provider takes the same amount each period by itself, and how it
 * stands there. The provider alone decides when it charges. Pure: every move gives a new one.
 *
 * @param payment the first of its payments, whose link carried the agreement
 * @param subject what that one paid for, such as an order
 * @param amount what is taken each time
 * @param period from one charge to the next
 * @param toTell what the provider has not been told yet
 * @param heard the latest word of the provider about its standing; empty before the first
 */
public record Mandate(
        PaymentId payment,
        UUID subject,
        AccountId payer,
        String provider,
        Money amount,
        Duration period,
        Standing standing,
        Optional<Steering> toTell,
        Optional<Heard> heard) {
    /** Words are numbered in their order, but after a quiet week the count begins anywhere. */
    private static final Duration COUNT_HOLDS = Duration.ofDays(6);

    /** How it stands. */
    public sealed interface Standing {
        /** Nobody paid the first time. */
        record Offered() implements Standing {}

        /**
         * The provider charges again.
         *
         * @param paidUntil the end of what was charged for
         */
        record Running(Instant paidUntil) implements Standing {}

        /** The provider does not charge again, unless the payer has it do so before the end. */
        record Ended(Instant paidUntil, Cause cause, Instant at) implements Standing {}
    }

    /** Why nothing is charged any more. */
    public enum Cause {
        /** The payer, staff, or the shop ended it. */
        CANCELLED,
        /** The provider could not charge. */
        FAILED
    }

    /** What a provider says of its standing. */
    public enum Word {
        /** It charges again. */
        ACTIVE,
        /** It was cancelled. */
        CANCELLED,
        /** It could not charge. */
        FAILED
    }

    /**
     * When we heard the latest word.
     *
     * @param number of that word, as the provider counts
     */
    public record Heard(long number, Instant at) {}

    /**
     * The first money came. One that we ended before is ended at the provider too, which knew of
     * nothing until now. Repeatable.
     */
    public Mandate begun(Instant paidAt) {
        Instant end = paidAt.plus(period);
        return switch (standing) {
            case Standing.Offered _ -> with(new Standing.Running(end));
            case Standing.Running _ -> this;
            case Standing.Ended(var until, var cause, var at) -> {
                Instant latest = until.isAfter(end) ? until : end;
                Mandate ended = with(new Standing.Ended(latest, cause, at));
                yield heard.isPresent() ? ended : ended.telling(Steering.CANCEL);
            }
        };
    }

    /**
     * It was charged for again. One that ended after the money was taken stays ended: the word of
     * its end was faster. One that we are about to end stays so.
     *
     * @param until the end of what was charged for, as the provider says; never brought back
     */
    public Mandate charged(Instant paidAt, Instant until) {
        Instant latest = paidUntil().filter(until::isBefore).orElse(until);
        return switch (standing) {
            case Standing.Offered _, Standing.Running _ -> with(new Standing.Running(latest));
            case Standing.Ended(_, var cause, var at) ->
                    at.isAfter(paidAt) || toTell.equals(Optional.of(Steering.CANCEL))
                            ? with(new Standing.Ended(latest, cause, at))
                            : with(new Standing.Running(latest));
        };
    }

    /**
     * Nothing shall be charged any more: ours to tell. Changes nothing of one that is cancelled.
     */
    public Mandate cancelled(Instant now) {
        return switch (standing) {
            case Standing.Offered _ -> ended(now, Cause.CANCELLED, now).telling(Steering.CANCEL);
            case Standing.Running(var until) ->
                    ended(until, Cause.CANCELLED, now).telling(Steering.CANCEL);
            case Standing.Ended(_, var cause, _) ->
                    cause == Cause.FAILED || toTell.equals(Optional.of(Steering.ALLOW))
                            ? telling(Steering.CANCEL)
                            : this;
        };
    }

    /**
     * The payer may have it go on, if what was paid is not over; that it does he says to the
     * provider himself.
     */
    public Permission allowed(Instant now) {
        return switch (standing) {
            case Standing.Offered _ -> new Permission.TooLate();
            case Standing.Running _ -> new Permission.Given(this);
            case Standing.Ended(var until, var cause, _) ->
                    until.isAfter(now) && cause == Cause.CANCELLED
                            ? new Permission.Given(telling(Steering.ALLOW))
                            : new Permission.TooLate();
        };
    }

    /** Whether it may go on. */
    public sealed interface Permission {
        /** It may. */
        record Given(Mandate mandate) implements Permission {}

        /** What was paid is over, or nothing was. */
        record TooLate() implements Permission {}
    }

    /**
     * The provider says how it stands. A word that is older than the latest changes nothing; while
     * ours to cancel is not told, it stays cancelled.
     */
    public Mandate said(Word word, long number, Instant now) {
        boolean old =
                heard.filter(last -> now.isBefore(last.at().plus(COUNT_HOLDS)))
                        .filter(last -> number <= last.number())
                        .isPresent();
        return old ? this : said(word, now).hearing(new Heard(number, now));
    }

    private Mandate said(Word word, Instant now) {
        Instant until = paidUntil().orElse(now);
        return switch (word) {
            case ACTIVE ->
                    toTell.equals(Optional.of(Steering.CANCEL))
                            ? this
                            : with(new Standing.Running(paidUntil().orElse(now.plus(period))));
            case CANCELLED -> ended(until, Cause.CANCELLED, now);
            case FAILED -> ended(until, Cause.FAILED, now);
        };
    }

    /** Nothing was charged in the time that the provider has for it. */
    public Mandate failed(Instant now) {
        return standing instanceof Standing.Running(var until)
                ? ended(until, Cause.FAILED, now)
                : this;
    }

    /** The provider was told. Keeps what was wished meanwhile. */
    public Mandate told(Steering steering) {
        return toTell.equals(Optional.of(steering)) ? telling(Optional.empty()) : this;
    }

    /** The end of what was charged for; empty while nothing was. */
    public Optional<Instant> paidUntil() {
        return switch (standing) {
            case Standing.Offered _ -> Optional.empty();
            case Standing.Running(var until) -> Optional.of(until);
            case Standing.Ended(var until, _, _) -> Optional.of(until);
        };
    }

    /** Whether the provider charges again, as far as we know. */
    public boolean isRunning() {
        return standing instanceof Standing.Running;
    }

    private Mandate ended(Instant until, Cause cause, Instant now) {
        return standing instanceof Standing.Ended(_, var before, _) && before == cause
                ? this
                : with(new Standing.Ended(until, cause, now));
    }

    private Mandate with(Standing next) {
        return new Mandate(payment, subject, payer, provider, amount, period, next, toTell, heard);
    }

    private Mandate telling(Steering steering) {
        return telling(Optional.of(steering));
    }

    private Mandate telling(Optional<Steering> steering) {
        return new Mandate(
                payment, subject, payer, provider, amount, period, standing, steering, heard);
    }

    private Mandate hearing(Heard word) {
        return new Mandate(
                payment,
                subject,
                payer,
                provider,
                amount,
                period,
                standing,
                toTell,
                Optional.of(word));
    }
}
