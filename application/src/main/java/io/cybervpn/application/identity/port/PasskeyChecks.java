package io.cybervpn.application.identity.port;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.model.Passkey;
import java.util.Optional;

/** Tells what an authenticator made for this shop from what somebody made up. Pure, no I/O. */
public interface PasskeyChecks {
    /**
     * Who the shop is to authenticators.
     *
     * @param id a host name
     * @param name for people
     */
    record Party(String id, String name) {}

    /**
     * What an authenticator answers to the wish for a new key; all in base64url, as it came.
     *
     * @param credentialId of the new key
     */
    record Attestation(String credentialId, String clientData, String attestationObject) {
        @Override
        public String toString() {
            return "Attestation[hidden]";
        }
    }

    /** What it answers to the wish for a signature; all in base64url, as it came. */
    record Assertion(
            String credentialId,
            String clientData,
            String authenticatorData,
            String signature,
            String userHandle) {
        @Override
        public String toString() {
            return "Assertion[hidden]";
        }
    }

    /**
     * A key that is good.
     *
     * @param counter as the authenticator counts
     */
    record Made(Passkey.Credential credential, Passkey.Counter counter) {}

    /** A signature that is good, as often as the authenticator says that it was used by now. */
    record Signed(long counter, boolean backedUp) {}

    /** Who the shop is. */
    Party party();

    /** The name by which authenticators know an account. */
    String userHandle(AccountId account);

    /** The challenge that an answer says it answers; empty when it cannot be read. */
    Optional<String> challengeOf(String clientData);

    /**
     * A new key for this challenge, from a page of ours, whose holder was asked for; else empty.
     */
    Optional<Made> check(Attestation attestation, String challenge);

    /** A signature by that key, as above; else empty. The counter is not judged. */
    Optional<Signed> check(Assertion assertion, Passkey passkey, String challenge);
}
