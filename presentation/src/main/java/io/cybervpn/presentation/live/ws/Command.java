package io.cybervpn.presentation.live.ws;

import io.cybervpn.presentation.shared.rest.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a client says. */
sealed interface Command {
    /**
     * It wants to hear topics.
     *
     * @param ref how the answer names it
     * @param since the last number that it heard of a topic; of one that is missing it wants only
     *     what comes
     */
    record Subscribe(String ref, List<String> topics, Map<String, Long> since) implements Command {}

    /** It wants to hear topics no more. */
    record Unsubscribe(String ref, List<String> topics) implements Command {}

    /** It shows another token. */
    record Auth(Optional<String> ref, String token) implements Command {
        @Override
        public String toString() {
            return "Auth[hidden]";
        }
    }

    /** It is not understood. */
    record Unclear(Optional<String> ref, Problem problem) implements Command {}
}
