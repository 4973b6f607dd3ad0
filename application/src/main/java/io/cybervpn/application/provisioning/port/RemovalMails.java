package io.cybervpn.application.provisioning.port;

import io.cybervpn.domain.provisioning.RemovalNear;
import io.smallrye.mutiny.Uni;

/** Writes to customers whose machines are removed soon. */
public interface RemovalMails {
    /**
     * Sends one. Not repeatable: two calls are two mails. Gives up after 10 s; a failure means that
     * it may not have been sent. Never call it in a unit of work.
     *
     * @param locale a language tag; English where it is not known
     */
    Uni<Void> send(String email, String locale, RemovalNear near);
}
