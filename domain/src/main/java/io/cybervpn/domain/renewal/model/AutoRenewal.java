package io.cybervpn.domain.renewal.model;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.renewal.Terms;
import io.cybervpn.domain.subscription.SubscriptionId;
import java.time.Instant;

/** Whether a subscription is renewed by itself. Off until its owner says so. */
public record AutoRenewal(SubscriptionId subscription, AccountId account, State state) {
    /** On or off. */
    public sealed interface State {
        /**
         * The owner agreed.
         *
         * @param textVersion of the words that he agreed to
         * @param agreedAt when
         */
        record On(Terms terms, String textVersion, Instant agreedAt) implements State {}

        /** He did not, or took it back. */
        record Off(Instant at) implements State {}
    }
}
