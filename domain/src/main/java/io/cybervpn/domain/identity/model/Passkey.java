package io.cybervpn.domain.identity.model;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.PasskeyId;
import java.time.Instant;
import java.util.Optional;

/**
 * A key on somebody's device, the public half of which is kept here: a way into his account that is
 * two factors at once, since the device asks who holds it.
 *
 * @param name as its owner calls it, 1 to 64 characters
 * @param lastUsedAt empty: never
 */
public record Passkey(
        PasskeyId id,
        AccountId account,
        Credential credential,
        Counter counter,
        String name,
        Instant createdAt,
        Optional<Instant> lastUsedAt) {
    /** How many an account may have. */
    public static final int MANY = 20;

    private static final int NAME_LENGTH_MAX = 64;

    /** Refuses a name that is none. */
    public Passkey {
        if (!isName(name)) {
            throw new IllegalArgumentException("not a name of a passkey");
        }
    }

    /**
     * What an authenticator made.
     *
     * @param id by which it is found, in base64url
     * @param key the public half with what belongs to it, as the adapter writes it
     */
    public record Credential(String id, String key) {}

    /**
     * How often an authenticator says that it was used, and whether its key is copied by its
     * owner's cloud.
     *
     * @param value 0 from authenticators that do not count
     * @param backupEligible whether it may be copied; never changes
     */
    public record Counter(long value, boolean backupEligible, boolean backedUp) {}

    /** What becomes of a use. */
    public sealed interface Use {
        /** It is good. */
        record Good(Passkey used) implements Use {}

        /** Its counter went back: there are two of it, and one is somebody else's. */
        record Copied() implements Use {}
    }

    /** Whether something may be the name of a passkey. */
    public static boolean isName(String text) {
        return !text.isBlank()
                && text.length() <= NAME_LENGTH_MAX
                && text.chars().noneMatch(Character::isISOControl);
    }

    /** Decides about a use whose signature is good. Pure. */
    public Use use(long told, boolean backedUp, Instant now) {
        boolean counts = told != 0 || counter.value() != 0;
        if (counts && told <= counter.value()) {
            return new Use.Copied();
        }
        return new Use.Good(
                new Passkey(
                        id,
                        account,
                        credential,
                        new Counter(told, counter.backupEligible(), backedUp),
                        name,
                        createdAt,
                        Optional.of(now)));
    }

    /** The same under another name. */
    public Passkey named(String other) {
        return new Passkey(id, account, credential, counter, other, createdAt, lastUsedAt);
    }

    @Override
    public String toString() {
        return "Passkey[" + id.value() + "]";
    }
}
