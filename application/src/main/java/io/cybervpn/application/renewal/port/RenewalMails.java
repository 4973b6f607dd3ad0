package io.cybervpn.application.renewal.port;

import io.cybervpn.domain.renewal.Topic;
import io.smallrye.mutiny.Uni;
import java.util.Map;

/** Writes to customers about their subscriptions. */
public interface RenewalMails {
    /**
     * Somebody who reads.
     *
     * @param locale a language tag; English where it is not known
     */
    record Reader(String email, String locale) {}

    /**
     * Sends one. Not repeatable: two calls are two mails. Gives up after 10 s; a failure means that
     * it may not have been sent. Never call it in a unit of work.
     */
    Uni<Void> send(Reader reader, Topic topic, Map<String, String> values);
}
