package io.cybervpn.application.payment;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.payment.PaymentId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Which payments staff look for. All that is given must hold; {@link #NONE} is every payment.
 *
 * @param states as in {@link PaymentView#state}; empty for any
 * @param providers by their names; empty for any
 * @param payer whose payments
 * @param text the whole id of a payment, of what is paid for or of who pays, or the whole reference
 *     that the provider gave
 * @param createdFrom made then or later
 * @param createdTo made earlier
 * @param after only those older than this one, which a page ended with
 */
public record PaymentFilter(
        Set<String> states,
        Set<String> providers,
        Optional<AccountId> payer,
        Optional<String> text,
        Optional<Instant> createdFrom,
        Optional<Instant> createdTo,
        Optional<PaymentId> after) {
    /** All states that there are. */
    public static final Set<String> STATES =
            Set.of("created", "unknown", "pending", "captured", "flagged", "expired", "failed");

    /** Every payment. */
    public static final PaymentFilter NONE =
            new PaymentFilter(
                    Set.of(),
                    Set.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());

    /** Copies the sets, and refuses a state that is none. */
    public PaymentFilter {
        states = Set.copyOf(states);
        providers = Set.copyOf(providers);
        if (!STATES.containsAll(states)) {
            throw new IllegalArgumentException("states " + states);
        }
    }

    /** Every payment in one of these states. */
    public static PaymentFilter in(String... states) {
        return new PaymentFilter(
                Set.of(states),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The same list, from where a page ended. */
    public PaymentFilter after(PaymentId last) {
        return new PaymentFilter(
                states, providers, payer, text, createdFrom, createdTo, Optional.of(last));
    }
}
