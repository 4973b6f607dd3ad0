package io.cybervpn.application.shared;

import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Knows whether a push really comes from whom it says. One per sender. */
public interface WebhookSource {
    /**
     * A push as it came in.
     *
     * @param body the exact bytes
     */
    interface RawPush {
        /** The exact bytes. */
        byte[] body();

        /** A header by its case-insensitive name. */
        Optional<String> header(String name);

        /**
         * The address it came from, as far as our own proxies vouch for it; empty if that is not
         * known.
         */
        default Optional<String> sender() {
            return Optional.empty();
        }
    }

    /** What we think of a push. */
    sealed interface Verdict {
        /**
         * Genuine.
         *
         * @param dedupeKey the same for each repetition of the push
         */
        record Genuine(String dedupeKey) implements Verdict {}

        /** Forged, altered, unsigned or stale. */
        record Refused(String reason) implements Verdict {}

        /** We hold no secret to check it with: fail closed. */
        record NotConfigured() implements Verdict {}
    }

    /** The sender's name, as in the path of the webhook. */
    String source();

    /**
     * Judges a push by its raw bytes, before anything is parsed. Compares in constant time. Pure
     * computation, no I/O.
     */
    Verdict verify(RawPush push);

    /**
     * The answer to a genuine push that is a question, to be put into the response as JSON: the
     * sender waits, and nothing follows from the push itself, so it is not stored. Empty for news,
     * which all pushes of most senders are. The answer comes within 8 s, whatever happens.
     */
    default Optional<Uni<String>> answer(RawPush push) {
        return Optional.empty();
    }
}
