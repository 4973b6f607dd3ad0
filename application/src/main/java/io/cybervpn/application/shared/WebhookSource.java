package io.cybervpn.application.shared;

import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

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
         * @param byFormer only by the secret that was replaced
         */
        record Genuine(String dedupeKey, boolean byFormer) implements Verdict {
            /** By the secret that holds. */
            public Genuine(String dedupeKey) {
                this(dedupeKey, false);
            }
        }

        /** Forged, altered, unsigned or stale. */
        record Refused(String reason) implements Verdict {}

        /** We hold no secret to check it with: fail closed. */
        record NotConfigured() implements Verdict {}

        /**
         * By the secret that holds, or else by the one that it replaced, while that is accepted.
         *
         * @param judge judges by a secret
         */
        static Verdict by(
                Optional<String> secret,
                Supplier<Optional<String>> former,
                Function<String, Verdict> judge) {
            return secret.map(judge)
                    .map(verdict -> verdict.orBy(former, judge))
                    .orElseGet(NotConfigured::new);
        }

        private Verdict orBy(Supplier<Optional<String>> former, Function<String, Verdict> judge) {
            return switch (this) {
                case Genuine _, NotConfigured _ -> this;
                case Refused _ ->
                        former.get()
                                .map(judge)
                                .filter(Genuine.class::isInstance)
                                .map(Genuine.class::cast)
                                .<Verdict>map(found -> new Genuine(found.dedupeKey(), true))
                                .orElse(this);
            };
        }
    }

    /** The sender's name, as in the path of the webhook. */
    String source();

    /**
     * Judges a push by its raw bytes, before anything is parsed. Compares in constant time. Pure
     * computation, no I/O.
     */
    Verdict verify(RawPush push);

    /**
     * What is stored of a genuine push: all of it, or all but what nobody may keep, such as a
     * password that somebody typed. Pure; the signature was checked on the raw bytes before.
     */
    default String kept(RawPush push) {
        return new String(push.body(), StandardCharsets.UTF_8);
    }

    /**
     * The answer to a genuine push that is a question, to be put into the response as JSON: the
     * sender waits, and nothing follows from the push itself, so it is not stored. Empty for news,
     * which all pushes of most senders are. The answer comes within 8 s, whatever happens.
     */
    default Optional<Uni<String>> answer(RawPush push) {
        return Optional.empty();
    }
}
