package io.cybervpn.domain.identity.model;

import io.cybervpn.domain.identity.AccountId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The second factor of an account: one-time passwords of an app, and recovery codes for its loss.
 */
public sealed interface SecondFactor {
    /** Shown to its owner, who has not shown yet that his app knows it; worth nothing so far. */
    record Proposed(AccountId account, String sealedSecret, Instant since) implements SecondFactor {
        /** The same in force; the password that showed it is used up. */
        public Active confirm(long step, Set<TokenHash> recovery, Instant now) {
            return new Active(account, sealedSecret, step, recovery, now);
        }
    }

    /**
     * In force.
     *
     * @param lastStep the time step of the newest password that was accepted: that one and older
     *     ones are worth nothing
     * @param recovery hashes of the recovery codes that are left
     */
    record Active(
            AccountId account,
            String sealedSecret,
            long lastStep,
            Set<TokenHash> recovery,
            Instant since)
            implements SecondFactor {
        /** Copies the set. */
        public Active {
            recovery = Set.copyOf(recovery);
        }

        /** After a password of a time step; empty when it was used already. */
        public Optional<Active> use(long step) {
            return step > lastStep
                    ? Optional.of(new Active(account, sealedSecret, step, recovery, since))
                    : Optional.empty();
        }

        /** After a recovery code, which is used up by it; empty when it is none of these. */
        public Optional<Active> use(TokenHash code) {
            return recovery.contains(code)
                    ? Optional.of(new Active(account, sealedSecret, lastStep, without(code), since))
                    : Optional.empty();
        }

        private Set<TokenHash> without(TokenHash code) {
            return recovery.stream()
                    .filter(left -> !left.equals(code))
                    .collect(Collectors.toUnmodifiableSet());
        }
    }

    /** What the secret of an account is sealed for: it opens for no other. */
    static String purposeOf(AccountId account) {
        return "totp:" + account.value();
    }

    /** Whose. */
    AccountId account();

    /** The shared secret, sealed for this account. */
    String sealedSecret();

    /** Since when it is as it is. */
    Instant since();
}
