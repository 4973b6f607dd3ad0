package io.cybervpn.application.identity.port;

import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Those elsewhere who know people and say so by OpenID Connect: the shop is a client of each (R45).
 * Which there are is configuration. Never call in a unit of work; gives up after some seconds.
 */
public interface IdentityProviders {
    /**
     * One of them.
     *
     * @param name short and ours, such as {@code google}
     * @param label for people
     */
    record Provider(String name, String label) {}

    /**
     * What goes with somebody to his provider. Fresh for each journey.
     *
     * @param returnTo the page of ours that he comes back to
     * @param state comes back with him
     * @param nonce comes back inside the provider's signature
     * @param verifier 43 to 128 characters that only who redeems the code knows (PKCE)
     */
    record Journey(String provider, URI returnTo, String state, String nonce, String verifier) {
        @Override
        public String toString() {
            return "Journey[" + provider + "]";
        }
    }

    /** Where to send somebody. */
    sealed interface Begun {
        /** There. */
        record Page(URI url) implements Begun {}

        /** Nobody is called so. */
        record NoSuchProvider() implements Begun {}

        /** The provider does not answer, or not as it should. */
        record Unavailable() implements Begun {}
    }

    /**
     * Whom the provider vouches for.
     *
     * @param subject by which it knows him for good
     * @param email only if the provider made sure that it is his
     * @param shownAs what he calls himself there
     * @param locale a language tag
     */
    record Vouched(
            String subject,
            Optional<String> email,
            Optional<String> shownAs,
            Optional<String> locale) {
        @Override
        public String toString() {
            return "Vouched[hidden]";
        }
    }

    /** What a code was worth. */
    sealed interface Redeemed {
        /** The provider vouches for somebody. */
        record Genuine(Vouched person) implements Redeemed {}

        /** Nothing: used, of another journey, or what came for it is not to be trusted. */
        record Refused() implements Redeemed {}

        /** Not known; the provider does not answer, or not as it should. The code is lost. */
        record Unavailable() implements Redeemed {}
    }

    /** All there are, by name. */
    List<Provider> all();

    /** The page that somebody is sent to. */
    Uni<Begun> begin(Journey journey);

    /**
     * Trades a code for the provider's word, once.
     *
     * @param issuer what the provider said on the way back about who it is, if it said so
     */
    Uni<Redeemed> redeem(Journey journey, String code, Optional<String> issuer);
}
