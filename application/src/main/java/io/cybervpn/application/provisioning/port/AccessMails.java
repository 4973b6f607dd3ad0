package io.cybervpn.application.provisioning.port;

import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Writes to customers whose access is ready. */
public interface AccessMails {
    /**
     * Sends one. Not repeatable: two calls are two mails. Gives up after 10 s; a failure means that
     * it may not have been sent. Never call it in a unit of work.
     *
     * @param locale a language tag; English where it is not known
     * @param link what clients import, a secret; empty for a service that has none
     */
    Uni<Void> send(String email, String locale, Optional<String> link);
}
